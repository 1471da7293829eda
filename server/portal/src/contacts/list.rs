//! The contacts table.

use crate::acting::Entered;
use crate::contacts::menu;
use crate::contacts::query::{self, Found};
use crate::contacts::store::ContactRecord;
use crate::core::Core;
use crate::error::Failure;
use crate::rights;
use crate::rules::templates;
use crate::unit::Unit;
use domain::access::{Action, Credentials, authorize};
use domain::contact::{AccessSummary, Contact, ContactQuery, ContactRow, ContactStatus, Notifications};
use domain::id::{AccountId, ContactId};
use domain::list::Page;
use domain::notification::Category;
use domain::ports::{Acting, Caller};
use domain::template::Template;
use domain::time::Timestamp;
use std::collections::HashMap;

pub(crate) async fn list(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    query: &ContactQuery,
) -> Result<Page<ContactRow>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    let permit = authorize(&entered.actor, &Action::SeeContacts)?;
    let Found { records, total, previous, next } = query::page(&mut unit, &permit, query).await?;
    let templates = templates::offered(core, &mut unit, acting.account).await?;
    let mut rows = Vec::with_capacity(records.len());
    let ids = records.iter().map(ContactRecord::contact).collect::<Result<Vec<_>, _>>()?;
    let mut given = rights::of_contacts(&mut unit, acting.account, &ids).await?;
    let mut chosen = choices(&mut unit, acting.account, &ids).await?;
    for (record, id) in records.iter().zip(ids) {
        let contact = record.with_rights(acting.account, given.remove(&id).unwrap_or_default())?;
        let notifications = notifications(record, chosen.remove(&id));
        rows.push(assemble(&entered, record, &contact, notifications, &templates)?);
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
    let chosen = choices(unit, contact.account, &[contact.id]).await?.remove(&contact.id);
    let templates = templates::offered(core, unit, contact.account).await?;
    assemble(entered, record, contact, notifications(record, chosen), &templates)
}

fn assemble(
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
        menu: menu::of(&entered.actor, contact, credentials),
    })
}

fn notifications(record: &ContactRecord, chosen: Option<Vec<Category>>) -> Notifications {
    if record.notifications_set == 0 {
        Notifications::NotSet
    } else {
        Notifications::Chosen(chosen.unwrap_or_default())
    }
}

async fn choices(
    unit: &mut Unit<'_>,
    account: AccountId,
    contacts: &[ContactId],
) -> Result<HashMap<ContactId, Vec<Category>>, Failure> {
    let statement = unit.dialect().spelled(
        "SELECT string_agg(contact_id || ' ' || category, ',') FROM notification_choices \
         WHERE account_id = $1 AND contact_id IN LIST($2)",
    );
    let (rows,): (Option<String>,) = sqlx::query_as(statement)
        .bind(account.to_string())
        .bind(serde_json::to_string(contacts)?)
        .fetch_one(unit.connection())
        .await?;
    let mut chosen: HashMap<ContactId, Vec<Category>> = HashMap::new();
    for (contact, category) in rows.iter().flat_map(|rows| rows.split(',')).filter_map(|row| row.split_once(' ')) {
        if let Some(category) = Category::from_key(category) {
            chosen.entry(contact.parse()?).or_default().push(category);
        }
    }
    for categories in chosen.values_mut() {
        categories.sort_unstable();
    }
    Ok(chosen)
}
