//! The contacts table.

use crate::base::error::Failure;
use crate::contacts::moving::restorable_until;
use crate::membership::acting::Entered;
use crate::membership::menu;
use crate::records::contact_list::{self as query, Found};
use crate::records::contacts::ContactRecord;
use crate::records::grants as rights;
use crate::records::notification_choices as choices;
use crate::records::templates;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::{ContactAction, Credentials};
use domain::contact::{AccessSummary, Contact, ContactQuery, ContactRow, ContactStatus, Notifications};
use domain::list::Page;
use domain::ports::{Acting, Caller};
use domain::template::Template;
use domain::time::Timestamp;

pub(crate) async fn list(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    query: &ContactQuery,
) -> Result<Page<ContactRow>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    entered.actor.check(ContactAction::List)?;
    let Found { records, total, previous, next } = query::page(&mut unit, acting.account, query).await?;
    let templates = templates::offered(core, &mut unit, acting.account).await?;
    let mut rows = Vec::with_capacity(records.len());
    let ids = records.iter().map(ContactRecord::contact).collect::<Result<Vec<_>, _>>()?;
    let mut given = rights::of_contacts(&mut unit, acting.account, &ids).await?;
    let mut chosen = choices::of_contacts(&mut unit, acting.account, &ids).await?;
    for (record, id) in records.iter().zip(ids) {
        let contact = record.with_rights(acting.account, given.remove(&id).unwrap_or_default())?;
        let notifications = choices::set(record, chosen.remove(&id));
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
) -> Result<ContactRow, Failure> {
    let chosen = choices::of_contacts(unit, contact.account, &[contact.id]).await?.remove(&contact.id);
    let templates = templates::offered(core, unit, contact.account).await?;
    assemble(core, entered, record, contact, choices::set(record, chosen), &templates)
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
    // The menu asks only whether there is a login; who looks after it matters on the form.
    let credentials = if record.person_id.is_some() { Credentials::Own } else { Credentials::None };
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
        menu: menu::of(&entered.actor, contact, credentials, restorable),
    })
}
