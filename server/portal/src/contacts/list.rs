//! The contacts table.

use crate::base::error::Failure;
use crate::contacts::restore::restorable_until;
use crate::membership::acting::Entered;
use crate::membership::menu;
use crate::records::contact_list;
use crate::records::contacts::ContactRecord;
use crate::records::listed::listed;
use crate::records::notification_choices;
use crate::records::templates;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::{ContactAction, Credentials};
use domain::contact::{AccessSummary, Contact, ContactQuery, ContactRow, Notifications};
use domain::list::Page;
use domain::status::ContactStatus;
use domain::template::Template;
use domain::time::Timestamp;

pub(crate) async fn list(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    query: &ContactQuery,
) -> Result<Page<ContactRow>, Failure> {
    let account = entered.actor.account();
    entered.actor.check(ContactAction::List)?;
    let Page { rows: records, total, previous, next } = contact_list::page(&mut unit, account, query).await?;
    let listed = listed(&mut unit, account, &records).await?;
    let given: Vec<_> = listed.iter().map(|(contact, _)| &contact.now.rights).collect();
    let templates = templates::naming(core, &mut unit, account, &given).await?;
    let mut rows = Vec::with_capacity(records.len());
    for (record, (contact, notifications)) in records.iter().zip(listed) {
        rows.push(assemble(core, &entered, record, &contact, notifications, &templates)?);
    }
    Ok(Page { rows, total, previous, next })
}

/// The row of one contact.
pub(crate) async fn row(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    record: &ContactRecord,
    contact: &Contact,
    templates: &[Template],
) -> Result<ContactRow, Failure> {
    let notifications = notification_choices::of_record(unit, contact.account, record).await?;
    assemble(core, entered, record, contact, notifications, templates)
}

/// Whether there is a login: a list asks for nothing more. Who looks after it matters on the form.
pub(super) const fn login_of(record: &ContactRecord) -> Credentials {
    if record.person_id.is_some() { Credentials::Own } else { Credentials::None }
}

fn assemble(
    core: &Core,
    entered: &Entered,
    record: &ContactRecord,
    contact: &Contact,
    notifications: Notifications,
    templates: &[Template],
) -> Result<ContactRow, Failure> {
    let reader = &entered.author.reader;
    let status = contact.now.state.status(contact.ends, entered.now);
    let restorable = restorable_until(core, record, entered.now);
    let lasts = matches!(status, ContactStatus::Active | ContactStatus::RequestPending);
    Ok(ContactRow {
        id: contact.id,
        name: contact.name(),
        email: record.email.clone(),
        owner: record.owner()?,
        is_me: entered.actor.contact() == contact.id,
        status,
        until: contact.ends.filter(|_| lasts).map(|ends| reader.moment(ends)),
        access: AccessSummary::of(&contact.now.rights, templates),
        notifications,
        last_sign_in: (record.last_sign_in > 0).then(|| reader.moment(Timestamp(record.last_sign_in))),
        menu: menu::of(&entered.actor, contact, login_of(record), restorable),
    })
}
