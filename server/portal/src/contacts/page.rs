//! One contact: its page and its form.

use crate::acting::Entered;
use crate::contacts::list::row;
use crate::contacts::store::ContactVersion;
use crate::contacts::{credentials, moving, store};
use crate::core::Core;
use crate::error::Failure;
use crate::moment::Reader;
use crate::unit::Unit;
use crate::{holdings, random};
use domain::access::{Action, Edit, SignInEdit, Target, authorize};
use domain::contact::{
    AccessSummary, ContactChange, ContactForm, ContactPage, EditedContact, HistoryEntry, Place, Restorable, Verdict,
};
use domain::error::PortalError;
use domain::id::{ContactId, SubmissionId};
use domain::ports::{Acting, Caller};
use domain::rights::Rights;
use domain::service::ServiceChoice;
use domain::time::Timestamp;

/// How many changes the history shows.
const HISTORY: i64 = 50;

pub(crate) async fn read(core: &Core, caller: &Caller, acting: Acting, id: ContactId) -> Result<ContactPage, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    let account = acting.account;
    let record = store::record(&mut unit, account, id).await?.ok_or(PortalError::NotFound)?;
    let mut contact = store::contact(&mut unit, account, id).await?.ok_or(PortalError::NotFound)?;
    let held_by = credentials::of_person(&mut unit, account, record.person()?).await?;
    let target = Target { contact: id, owner: contact.owner, rights: &contact.now.rights, credentials: held_by };
    let _ = authorize(&entered.actor, &Action::SeeContact(target))?;
    let reads_notes = authorize(&entered.actor, &Action::SeeContacts).is_ok();
    let names = holdings::store::all_choices(&mut unit, account).await?;
    let reader = &entered.author.reader;
    let rights = moving::rights_before_deletion(core, &mut unit, &record, &contact).await?;
    let restorable = rights.zip(moving::restorable_until(core, &record)).map(|(rights, until)| {
        let access = AccessSummary::of(&rights, &core.templates());
        Restorable { rights, access, until: reader.date(until) }
    });
    let mut versions = store::versions(&mut unit, account, id, HISTORY).await?;
    if !reads_notes {
        // One sees one's own page, but not what those who look after people noted about one.
        contact.now.details.note.clear();
        for version in &mut versions {
            version.snapshot.details.note.clear();
        }
    }
    let mut row = row(core, &mut unit, &entered, &record, &contact).await?;
    row.menu = super::menu::of(&entered.actor, &contact, held_by);
    let history = history(versions, &names, reader);
    let is_given = |service: &ServiceChoice| {
        let given = |rights: &Rights| rights.services.contains_key(&service.id);
        given(&contact.now.rights) || restorable.as_ref().is_some_and(|restorable| given(&restorable.rights))
    };
    Ok(ContactPage {
        row,
        version: contact.version,
        added: reader.date(Timestamp(record.created_at)),
        history,
        services: names.into_iter().filter(is_given).collect(),
        restorable,
        submission: SubmissionId::new(random::id(unit.now())),
        now: contact.now,
    })
}

/// The changes between neighbouring versions, latest first; the oldest known one has none.
fn history(versions: Vec<ContactVersion>, names: &[ServiceChoice], reader: &Reader) -> Vec<HistoryEntry> {
    let earlier: Vec<_> = versions.iter().skip(1).map(|version| Some(version.snapshot.clone())).chain([None]).collect();
    versions
        .into_iter()
        .zip(earlier)
        .map(|(version, before)| {
            let mut changes = before.map(|before| before.changes_to(&version.snapshot)).unwrap_or_default();
            name_services(&mut changes, names);
            HistoryEntry { at: reader.moment(version.at), by: version.by, changes }
        })
        .collect()
}

/// Puts the names of services into changes that speak of them.
pub(crate) fn name_services(changes: &mut [ContactChange], names: &[ServiceChoice]) {
    for change in changes {
        match change {
            ContactChange::Given { place: Place::Service { id, name }, .. }
            | ContactChange::Taken { place: Place::Service { id, name }, .. } => {
                *name = names.iter().find(|service| service.id == *id).map(|service| service.name.clone());
            }
            ContactChange::Given { .. }
            | ContactChange::Taken { .. }
            | ContactChange::Detail { .. }
            | ContactChange::State { .. }
            | ContactChange::Subscribed { .. }
            | ContactChange::Unsubscribed { .. } => {}
        }
    }
}

pub(crate) async fn form(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    contact: Option<ContactId>,
) -> Result<ContactForm, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    let edited = match contact {
        None => {
            let _ = authorize(&entered.actor, &Action::AddContact(&Rights::default()))?;
            None
        }
        Some(id) => Some(edited(&mut unit, &entered, acting, id).await?),
    };
    Ok(ContactForm {
        submission: SubmissionId::new(random::id(unit.now())),
        contact: edited,
        templates: core.templates(),
        services: holdings::store::choices(&mut unit, acting.account).await?,
        required: core.config.required.clone(),
        password_min: core.config.password_min,
    })
}

async fn edited(
    unit: &mut Unit<'_>,
    entered: &Entered,
    acting: Acting,
    id: ContactId,
) -> Result<EditedContact, Failure> {
    let record = store::record(unit, acting.account, id).await?.ok_or(PortalError::NotFound)?;
    let contact = store::contact(unit, acting.account, id).await?.ok_or(PortalError::NotFound)?;
    let held_by = credentials::of_person(unit, acting.account, record.person()?).await?;
    let rights = &contact.now.rights;
    let target = Target { contact: id, owner: contact.owner, rights, credentials: held_by };
    let edit = |sign_in| authorize(&entered.actor, &Action::EditContact(target, Edit { rights, sign_in }));
    let _ = edit(SignInEdit::Keep)?;
    let sign_in = match record.person_id {
        Some(_) => edit(SignInEdit::Replace),
        None => edit(SignInEdit::Activate),
    };
    Ok(EditedContact {
        id,
        version: contact.version,
        is_me: entered.actor.contact() == id,
        sign_in: Verdict::from(sign_in),
        reset: match record.person_id {
            Some(_) => Verdict::from(authorize(&entered.actor, &Action::SendReset(target))),
            None => Verdict::Absent,
        },
        credentials: held_by,
        now: contact.now,
    })
}
