//! Contacts, and what goes with them: what they were given, what they get mail about, and their history.

use crate::load::{AT_ONCE, permitted};
use crate::plan::{FullContact, Plan, Planned};
use domain::access::Deed;
use domain::by::By;
use domain::contact::ContactSnapshot;
use domain::details::ContactDetails;
use domain::email::EmailAddress;
use domain::rights::Rights;
use domain::status::ContactState;
use portal::base::error::{Failure, StoredError};
use portal::records::contact_versions::{self, NewVersion};
use portal::records::contacts;
use portal::records::grants;
use portal::records::notification_choices;
use portal::unit::Unit;
use std::collections::BTreeSet;

/// Writes contacts with everything that goes with them.
pub(super) async fn contacts(
    unit: &mut Unit<'_>,
    plan: &Plan,
    on_rows: &mut (dyn FnMut(usize) + Send),
) -> Result<(), Failure> {
    let written = plan.contacts.iter().chain(&plan.followers).filter(|contact| contact.is_change());
    let (new, changed): (Vec<&Planned<FullContact>>, Vec<&Planned<FullContact>>) =
        written.partition(|contact| contact.before.is_none());
    for contact in changed.iter().filter(|contact| contact.is_moved()) {
        contacts::release(unit, permitted(&contact.after.row)?).await?;
    }
    for contact in &changed {
        contacts::overwrite(unit, permitted(&contact.after.row)?, contact.version()).await?;
    }
    for some in changed.chunks(AT_ONCE) {
        differences(unit, some).await?;
        on_rows(some.len());
    }
    for some in new.chunks(AT_ONCE) {
        let rows = some.iter().map(|contact| permitted(&contact.after.row)).collect::<Result<Vec<_>, _>>()?;
        contacts::provision(unit, &rows).await?;
        differences(unit, some).await?;
        on_rows(some.len());
    }
    Ok(())
}

/// Writes what is different beside the rows.
async fn differences(unit: &mut Unit<'_>, contacts: &[&Planned<FullContact>]) -> Result<(), Failure> {
    let (no_rights, no_categories) = (Rights::default(), BTreeSet::new());
    let (mut given, mut chosen) = (Vec::with_capacity(contacts.len()), Vec::with_capacity(contacts.len()));
    for Planned { before, after } in contacts {
        let (authority, row) = permitted(&after.row)?;
        let (deed, contact) = (Deed::Provision, row.id.parse()?);
        let (rights, categories) =
            before.as_ref().map_or((&no_rights, &no_categories), |before| (&before.rights, &before.categories));
        given.push(grants::Change { authority, deed, contact, before: rights, after: &after.rights });
        chosen.push(notification_choices::Change {
            authority,
            deed,
            contact,
            before: categories,
            after: &after.categories,
        });
    }
    grants::save(unit, &given).await?;
    notification_choices::write(unit, &chosen).await?;
    history(unit, contacts).await
}

async fn history(unit: &mut Unit<'_>, contacts: &[&Planned<FullContact>]) -> Result<(), Failure> {
    let changed: Vec<_> = contacts.iter().filter(|contact| contact.is_new_version()).collect();
    let snapshots = changed.iter().map(|contact| snapshot(&contact.after)).collect::<Result<Vec<_>, _>>()?;
    let mut versions = Vec::with_capacity(changed.len());
    for (planned, snapshot) in changed.iter().zip(&snapshots) {
        let (authority, row) = permitted(&planned.after.row)?;
        let (deed, contact) = (Deed::Provision, row.id.parse()?);
        versions.push(NewVersion { authority, deed, contact, version: planned.version(), snapshot });
    }
    contact_versions::write(unit, &By::Provider, &versions).await
}

fn snapshot(FullContact { row, rights, .. }: &FullContact) -> Result<ContactSnapshot, StoredError> {
    let email = EmailAddress::parse(&row.email)
        .map_err(|_| StoredError(format!("contact {} has a malformed address", row.id)))?;
    Ok(ContactSnapshot {
        details: ContactDetails {
            first_name: row.first_name.clone(),
            last_name: row.last_name.clone(),
            email,
            phone: row.phone.clone(),
            note: row.note.clone(),
        },
        state: ContactState::from_key(&row.state),
        rights: Rights { template: row.template.clone(), ..rights.clone() },
    })
}
