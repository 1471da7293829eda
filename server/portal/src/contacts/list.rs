//! The contacts table.

use crate::base::error::Failure;
use crate::contacts::restore::restorable_until;
use crate::membership::acting::Entered;
use crate::membership::menu;
use crate::records::contact_list;
use crate::records::contacts::ContactRecord;
use crate::records::holdings;
use crate::records::listed::listed;
use crate::records::notification_choices;
use crate::records::templates;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::{ContactAction, Credentials};
use domain::contact::{
    AccessSummary, Contact, ContactCounts, ContactFilter, ContactQuery, ContactRow, EXPORTED, Notifications,
    OnlyService,
};
use domain::id::ServiceId;
use domain::list::Page;
use domain::operation::OperationSet;
use domain::status::ContactStatus;
use domain::template::Template;
use domain::time::Timestamp;
use std::collections::{BTreeSet, HashMap};

pub(crate) async fn list(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    query: &ContactQuery,
) -> Result<Page<ContactRow>, Failure> {
    let account = entered.actor.account();
    entered.actor.check(ContactAction::List)?;
    let Page { rows: records, total, previous, next } = contact_list::page(&mut unit, account, query).await?;
    let rows = shown(core, &mut unit, &entered, &records).await?;
    Ok(Page { rows, total, previous, next })
}

/// How many people there are around a page of the list.
pub(crate) async fn counts(
    mut unit: Unit<'_>,
    entered: Entered,
    filter: &ContactFilter,
) -> Result<ContactCounts, Failure> {
    entered.actor.check(ContactAction::List)?;
    contact_list::counts(&mut unit, entered.actor.account(), filter, entered.actor.contact()).await
}

/// The people of all pages: page by page, so that no statement reads more rows than one of the list.
pub(crate) async fn export(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    query: &ContactQuery,
) -> Result<Vec<ContactRow>, Failure> {
    entered.actor.check(ContactAction::List)?;
    let mut query = ContactQuery { cursor: String::new(), ..query.clone() };
    let mut rows = Vec::new();
    loop {
        let page = contact_list::page(&mut unit, entered.actor.account(), &query).await?;
        rows.extend(shown(core, &mut unit, &entered, &page.rows).await?);
        let Some(next) = page.next.filter(|_| rows.len() < EXPORTED) else { break };
        query.cursor = next;
    }
    rows.truncate(EXPORTED);
    Ok(rows)
}

/// The rows of these contacts, as the actor may see them.
async fn shown(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    records: &[ContactRecord],
) -> Result<Vec<ContactRow>, Failure> {
    let account = entered.actor.account();
    let listed = listed(unit, account, records).await?;
    let given: Vec<_> = listed.iter().map(|(contact, _)| &contact.now.rights).collect();
    let templates = templates::naming(core, unit, account, &given).await?;
    let services = only_services(unit, entered, listed.iter().map(|(contact, _)| contact)).await?;
    let mut rows = Vec::with_capacity(records.len());
    for (record, (contact, notifications)) in records.iter().zip(listed) {
        rows.push(assemble(core, entered, record, &contact, notifications, (&templates, &services))?);
    }
    Ok(rows)
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
    let services = only_services(unit, entered, [contact].into_iter()).await?;
    assemble(core, entered, record, contact, notifications, (templates, &services))
}

/// The names of services, as the actor knows them.
type ServiceNames = HashMap<ServiceId, String>;

/// Those of the services on which somebody here was given something, and on no other.
async fn only_services(
    unit: &mut Unit<'_>,
    entered: &Entered,
    contacts: impl Iterator<Item = &Contact> + Send,
) -> Result<ServiceNames, Failure> {
    let ids: BTreeSet<ServiceId> = contacts.filter_map(only_service).map(|(id, _)| id).collect();
    let held = &entered.actor.standing().effective;
    let known = holdings::active_of(unit, entered.actor.account(), held, &ids).await?;
    Ok(known.into_iter().filter_map(|service| Some((service.id, service.name?))).collect())
}

fn only_service(contact: &Contact) -> Option<(ServiceId, OperationSet)> {
    let mut given = contact.now.rights.services.iter().filter(|(_, operations)| !operations.is_empty());
    match (given.next(), given.next()) {
        (Some((id, operations)), None) if contact.owner.is_none() => Some((*id, *operations)),
        _ => None,
    }
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
    (templates, services): (&[Template], &ServiceNames),
) -> Result<ContactRow, Failure> {
    let named = |(id, operations)| services.get(&id).map(|name| OnlyService { name: name.clone(), operations });
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
        only_service: only_service(contact).and_then(named),
        notifications,
        last_sign_in: (record.last_sign_in > 0).then(|| reader.moment(Timestamp(record.last_sign_in))),
        menu: menu::of(&entered.actor, contact, login_of(record), restorable),
    })
}
