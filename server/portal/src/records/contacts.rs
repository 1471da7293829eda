//! Contacts as rows: finders that ask for the account, and writers that demand a permit.

mod writing;

pub(crate) use writing::{
    NewContact, end_all_waiting, end_waiting, fill_surnames, follow_person, insert, link, note_choice, note_sign_in,
    save, set_end, set_owner, take_role, unlink,
};
pub use writing::{overwrite, provision, release};

use crate::base::error::{Failure, StoredError};
use crate::records::grants;
use crate::unit::Unit;
use domain::contact::{Contact, ContactSnapshot};
use domain::details::{ContactDetails, full_name};
use domain::email::EmailAddress;
use domain::id::{AccountId, ContactId, PersonId};
use domain::owner::OwnerKind;
use domain::status::ContactState;
use domain::time::Timestamp;
use serde::Deserialize;
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
    pub(crate) sort_surname: String,
    pub(crate) created_at: i64,
    pub(crate) deleted_at: Option<i64>,
    pub(crate) version: i64,
}

/// The columns of [`ContactRecord`], for statements built with `concat!`.
macro_rules! contact_columns {
    () => {
        "id, person_id, owner, state, first_name, last_name, email, email_key, phone, note, template, ends_at, \
         notifications_set, last_sign_in, sort_surname, created_at, deleted_at, version"
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
    pub(crate) fn with_rights(&self, account: AccountId, mut given: grants::Grants) -> Result<Contact, Failure> {
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
    let given = grants::of_contact(unit, account, contact).await?;
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

/// Whether a deleted contact's person still has its address, and signs in as no other contact of the account.
pub(crate) async fn keeps_person(unit: &mut Unit<'_>, account: AccountId, contact: ContactId) -> Result<bool, Failure> {
    let (kept,): (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM contacts c JOIN persons p ON p.id = c.person_id AND p.email_key = c.email_key \
         WHERE c.account_id = $1 AND c.id = $2 AND NOT EXISTS (SELECT 1 FROM contacts o \
         WHERE o.account_id = c.account_id AND o.person_id = c.person_id AND o.state <> 'deleted')",
    )
    .bind(account.to_string())
    .bind(contact.to_string())
    .fetch_one(unit.connection())
    .await?;
    Ok(kept > 0)
}

/// What kind of owner a stored key means.
pub(crate) fn owner_kind(key: &str) -> Result<OwnerKind, StoredError> {
    OwnerKind::from_key(key).ok_or_else(|| StoredError(format!("unknown kind of owner {key}")))
}
