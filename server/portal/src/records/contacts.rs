//! Contacts as rows: finders that ask for the account, and writers that demand a permit.

use crate::base::canon;
use crate::base::dialect::both;
use crate::base::error::{Failure, StoredError};
use crate::records::grants as rights;
use crate::unit::Unit;
use crate::unit::audit;
use domain::access::{Authority, Deed, NotPermitted, Permit};
use domain::account::OwnerKind;
use domain::audit::By;
use domain::contact::{Contact, ContactDetails, ContactSnapshot, ContactState, Revision, full_name};
use domain::email::EmailAddress;
use domain::id::{AccountId, ContactId, PersonId, TemplateId};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;

/// A row of the table, as far as lists and edits need it; its fields have the order of [`contact_columns!`].
#[derive(Debug, Clone, FromRow, Deserialize)]
pub(crate) struct ContactRecord {
    pub(crate) id: String,
    pub(crate) person_id: Option<String>,
    pub(crate) owner: Option<String>,
    pub(crate) state: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) email: String,
    pub(crate) email_key: String,
    pub(crate) phone: String,
    pub(crate) note: String,
    pub(crate) template: Option<String>,
    pub(crate) ends_at: Option<i64>,
    pub(crate) notifications_set: i64,
    pub(crate) last_sign_in: i64,
    pub(crate) sort_name: String,
    pub(crate) created_at: i64,
    pub(crate) deleted_at: Option<i64>,
    pub(crate) version: i64,
}

/// The columns of [`ContactRecord`], for statements built with `concat!`.
macro_rules! contact_columns {
    () => {
        "id, person_id, owner, state, first_name, last_name, email, email_key, phone, note, template, ends_at, \
         notifications_set, last_sign_in, sort_name, created_at, deleted_at, version"
    };
}
pub(crate) use contact_columns;

impl ContactRecord {
    /// The contact's id.
    pub(crate) fn contact(&self) -> Result<ContactId, Failure> {
        Ok(self.id.parse()?)
    }

    /// The person who signs in as it.
    pub(crate) fn person(&self) -> Result<Option<PersonId>, Failure> {
        Ok(self.person_id.as_deref().map(str::parse).transpose()?)
    }

    /// Whether it is an owner.
    pub(crate) fn owner(&self) -> Result<Option<OwnerKind>, Failure> {
        Ok(self.owner.as_deref().map(owner_kind).transpose()?)
    }

    /// Where it stands.
    pub(crate) fn state(&self) -> ContactState {
        ContactState::from_key(&self.state)
    }

    /// The contact with what it was given.
    pub(crate) fn with_rights(&self, account: AccountId, mut given: rights::Grants) -> Result<Contact, Failure> {
        given.rights.template.clone_from(&self.template);
        let email = EmailAddress::parse(&self.email)
            .map_err(|_| StoredError(format!("contact {} has a malformed address", self.id)))?;
        Ok(Contact {
            account,
            id: self.contact()?,
            owner: self.owner()?,
            ends: self.ends_at.map(Timestamp),
            version: self.version,
            now: ContactSnapshot {
                details: ContactDetails {
                    first_name: self.first_name.clone(),
                    last_name: self.last_name.clone(),
                    email,
                    phone: self.phone.clone(),
                    note: self.note.clone(),
                },
                state: self.state(),
                rights: given.rights,
            },
        })
    }
}

/// The row of one contact, deleted ones included.
pub(crate) async fn record(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
) -> Result<Option<ContactRecord>, Failure> {
    Ok(sqlx::query_as(concat!("SELECT ", contact_columns!(), " FROM contacts WHERE account_id = $1 AND id = $2"))
        .bind(account.to_string())
        .bind(contact.to_string())
        .fetch_optional(unit.connection())
        .await?)
}

/// One contact with what it was given.
pub(crate) async fn contact(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
) -> Result<Option<Contact>, Failure> {
    let Some(record) = record(unit, account, contact).await? else { return Ok(None) };
    let given = rights::of_contact(unit, account, contact).await?;
    record.with_rights(account, given).map(Some)
}

#[derive(FromRow)]
struct NameRow {
    id: String,
    first_name: String,
    last_name: String,
    email: String,
}

/// The contact of the account that has this address, by its canonical key; deleted ones don't count.
pub(crate) async fn by_email(
    unit: &mut Unit<'_>,
    account: AccountId,
    key: &str,
) -> Result<Option<(ContactId, String)>, Failure> {
    let row: Option<NameRow> = sqlx::query_as(
        "SELECT id, first_name, last_name, email FROM contacts \
         WHERE account_id = $1 AND email_key = $2 AND state <> 'deleted'",
    )
    .bind(account.to_string())
    .bind(key)
    .fetch_optional(unit.connection())
    .await?;
    row.map(|row| Ok((row.id.parse()?, full_name(&row.first_name, &row.last_name, &row.email)))).transpose()
}

/// A contact about to be added.
pub(crate) struct NewContact<'a> {
    pub(crate) id: ContactId,
    pub(crate) person: Option<PersonId>,
    pub(crate) snapshot: &'a ContactSnapshot,
    pub(crate) email_key: &'a str,
    /// When its access ends, or for one who waits, when the invitation does.
    pub(crate) ends: Option<Timestamp>,
}

/// Contacts without a name sort by email.
fn sort_name(details: &ContactDetails) -> String {
    canon::fold(&details.name())
}

/// Adds a contact with its rights and the first version of its history.
pub(crate) async fn insert(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    by: &By,
    new: NewContact<'_>,
) -> Result<(), Failure> {
    authority.covers(Deed::AddContact, new.id)?;
    let details = &new.snapshot.details;
    sqlx::query(
        "INSERT INTO contacts (account_id, id, person_id, rank, state, first_name, last_name, email, email_key, phone, \
         note, template, sort_name, search_text, created_at, updated_at, ends_at) \
         VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15)",
    )
    .bind(authority.account().to_string())
    .bind(new.id.to_string())
    .bind(new.person.map(|person| person.to_string()))
    .bind(new.snapshot.state.key())
    .bind(&details.first_name)
    .bind(&details.last_name)
    .bind(details.email.as_str())
    .bind(new.email_key)
    .bind(&details.phone)
    .bind(&details.note)
    .bind(new.snapshot.rights.template.clone())
    .bind(sort_name(details))
    .bind(canon::search_text(&details.first_name, &details.last_name, details.email.as_str()))
    .bind(unit.now().0)
    .bind(new.ends.map(|ends| ends.0))
    .execute(unit.connection())
    .await?;
    let deed = (Deed::AddContact, new.id);
    rights::save(unit, authority, deed, &domain::rights::Rights::default(), &new.snapshot.rights).await?;
    write_version(unit, authority, deed, 1, by, new.snapshot).await
}

/// Writes a change of a contact: its row, its rights, its history. Deleting takes every grant away.
pub(crate) async fn save(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    by: &By,
    revision: &Revision,
    email_key: &str,
) -> Result<(), Failure> {
    let (before, after) = (&revision.before, &revision.after);
    let deed = covered(authority, revision)?;
    let details = &after.details;
    let deleted_at = (after.state == ContactState::Deleted).then_some(unit.now().0);
    let changed = sqlx::query(
        "UPDATE contacts SET state = $3, first_name = $4, last_name = $5, email = $6, email_key = $7, phone = $8, \
         note = $9, template = $10, sort_name = $11, search_text = $12, updated_at = $13, deleted_at = $14, \
         version = version + 1 WHERE account_id = $1 AND id = $2 AND version = $15",
    )
    .bind(authority.account().to_string())
    .bind(before.id.to_string())
    .bind(after.state.key())
    .bind(&details.first_name)
    .bind(&details.last_name)
    .bind(details.email.as_str())
    .bind(email_key)
    .bind(&details.phone)
    .bind(&details.note)
    .bind(after.rights.template.clone())
    .bind(sort_name(details))
    .bind(canon::search_text(&details.first_name, &details.last_name, details.email.as_str()))
    .bind(unit.now().0)
    .bind(deleted_at)
    .bind(before.version)
    .execute(unit.connection())
    .await?
    .rows_affected();
    if changed != 1 {
        return Err(Failure::Fault("a contact changed under the account's lock".to_owned()));
    }
    if after.state == ContactState::Deleted {
        rights::take_everything(unit, authority, before.id).await?;
    } else {
        rights::save(unit, authority, (deed, before.id), &before.now.rights, &after.rights).await?;
    }
    write_version(unit, authority, (deed, before.id), before.version + 1, by, after).await
}

/// Whether a change may be written: another state, or other details and rights in the same one. The rights that are taken
/// with a deletion, and given with a restoration, are a part of it.
fn covered(authority: Authority<'_>, revision: &Revision) -> Result<Deed, NotPermitted> {
    let (before, after) = (&revision.before.now, &revision.after);
    let contact = revision.before.id;
    if before.state == after.state {
        authority.covers(Deed::EditContact, contact)?;
        return Ok(Deed::EditContact);
    }
    let deed = Deed::SetState(after.state);
    authority.covers(deed, contact)?;
    if before.rights != after.rights && ![before.state, after.state].contains(&ContactState::Deleted) {
        authority.covers(Deed::EditContact, contact)?;
    }
    Ok(deed)
}

/// Takes a role of the account from all who have it, in as many statements for thousands as for one. Each change holds the
/// permit that covers it.
pub(crate) async fn take_role(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    by: &By,
    role: TemplateId,
    taken: &[(Permit, Revision)],
) -> Result<(), Failure> {
    for (permit, Revision { before, .. }) in taken {
        permit.authority().covers(Deed::EditContact, before.id)?;
        if permit.account() != authority.account() {
            return Err(NotPermitted.into());
        }
    }
    let contacts: Vec<ContactId> = taken.iter().map(|(_, revision)| revision.before.id).collect();
    next_version(unit, authority, &contacts).await?;
    rights::take_role(unit, authority, role, &contacts).await?;
    write_versions(unit, authority, by, taken).await
}

async fn next_version(unit: &mut Unit<'_>, authority: Authority<'_>, contacts: &[ContactId]) -> Result<(), Failure> {
    let statement = both!(
        "UPDATE contacts SET updated_at = $2, version = version + 1 WHERE account_id = $1 AND id IN ",
        list("$3")
    );
    let now = unit.now();
    sqlx::query(statement.on(unit.dialect()))
        .bind(authority.account().to_string())
        .bind(now.0)
        .bind(serde_json::to_string(contacts)?)
        .execute(unit.connection())
        .await?;
    Ok(())
}

#[derive(Serialize)]
struct NewVersion {
    contact: ContactId,
    version: i64,
    snapshot: String,
}

async fn write_versions(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    by: &By,
    changed: &[(Permit, Revision)],
) -> Result<(), Failure> {
    let mut rows = Vec::with_capacity(changed.len());
    for (_, Revision { before, after }) in changed {
        let snapshot = serde_json::to_string(after)?;
        rows.push(NewVersion { contact: before.id, version: before.version + 1, snapshot });
    }
    let statement = both!(
        "INSERT INTO contact_versions (account_id, contact_id, version, at, by_person, by_name, author, snapshot) \
         SELECT $2, e.value ->> 'contact', CAST(e.value ->> 'version' AS BIGINT), $3, $4, $5, $6, \
         e.value ->> 'snapshot' FROM ",
        rows("$1"),
        " WHERE 1 = 1"
    );
    let now = unit.now();
    sqlx::query(statement.on(unit.dialect()))
        .bind(serde_json::to_string(&rows)?)
        .bind(authority.account().to_string())
        .bind(now.0)
        .bind(authority.person().map(|person| person.to_string()))
        .bind(by.name())
        .bind(serde_json::to_string(by)?)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Writes one version of a contact's history, as a part of `deed`.
pub(crate) async fn write_version(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    (deed, contact): (Deed, ContactId),
    version: i64,
    by: &By,
    snapshot: &ContactSnapshot,
) -> Result<(), Failure> {
    authority.covers(deed, contact)?;
    sqlx::query(
        "INSERT INTO contact_versions (account_id, contact_id, version, at, by_person, by_name, author, snapshot) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(authority.account().to_string())
    .bind(contact.to_string())
    .bind(version)
    .bind(unit.now().0)
    .bind(authority.person().map(|person| person.to_string()))
    .bind(by.name())
    .bind(serde_json::to_string(by)?)
    .bind(serde_json::to_string(snapshot)?)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// One version of a contact's history.
pub(crate) struct ContactVersion {
    pub(crate) version: i64,
    pub(crate) at: Timestamp,
    pub(crate) by: By,
    pub(crate) snapshot: ContactSnapshot,
}

#[derive(FromRow)]
struct VersionRow {
    version: i64,
    at: i64,
    by_name: String,
    author: Option<String>,
    snapshot: String,
}

/// The latest `limit` versions of a contact, latest first.
pub(crate) async fn versions(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
    limit: i64,
) -> Result<Vec<ContactVersion>, Failure> {
    let rows: Vec<VersionRow> = sqlx::query_as(
        "SELECT version, at, by_name, author, snapshot FROM contact_versions \
         WHERE account_id = $1 AND contact_id = $2 ORDER BY version DESC LIMIT $3",
    )
    .bind(account.to_string())
    .bind(contact.to_string())
    .bind(limit)
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter()
        .map(|row| {
            let by = audit::author(row.author.as_deref(), row.by_name)?;
            let snapshot = serde_json::from_str(&row.snapshot)?;
            Ok(ContactVersion { version: row.version, at: Timestamp(row.at), by, snapshot })
        })
        .collect()
}

/// What kind of owner a stored key means.
pub(crate) fn owner_kind(key: &str) -> Result<OwnerKind, StoredError> {
    OwnerKind::from_key(key).ok_or_else(|| StoredError(format!("unknown kind of owner {key}")))
}

/// The column Last sign-in, on every account.
pub(crate) async fn note_sign_in(unit: &mut Unit<'_>, person: PersonId) -> Result<(), Failure> {
    let now = unit.now();
    sqlx::query("UPDATE contacts SET last_sign_in = $2 WHERE person_id = $1 AND state <> 'deleted'")
        .bind(person.to_string())
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Writes what a contact owns. An owner's access does not end; what it would have ended at is kept for later.
pub(crate) async fn set_owner(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    owner: Option<OwnerKind>,
) -> Result<(), Failure> {
    authority.covers(Deed::SetOwner(owner), contact)?;
    let now = unit.now();
    sqlx::query(
        "UPDATE contacts SET owner = $3, rank = $4, updated_at = $5, \
         ends_at = CASE WHEN $4 = 1 THEN COALESCE(ends_at_as_contact, ends_at) ELSE NULL END, \
         ends_at_as_contact = CASE WHEN $4 = 1 THEN NULL ELSE COALESCE(ends_at_as_contact, ends_at) END \
         WHERE account_id = $1 AND id = $2",
    )
    .bind(authority.account().to_string())
    .bind(contact.to_string())
    .bind(owner.map(OwnerKind::key))
    .bind(i64::from(owner.is_none()))
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(())
}
