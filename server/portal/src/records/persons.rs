//! People as rows.

mod writing;

pub(crate) use writing::{
    NewPerson, Password, give_up, insert, keep_address, keep_details, rehash, release, replace, set_own_password,
    set_proved_password, take_unproved,
};
pub use writing::{overwrite, provision};

use crate::base::error::Failure;
use domain::by::By;
use domain::id::{AccountId, ContactId, PersonId};
use domain::person::Language;
use sqlx::{AnyConnection, FromRow};

/// What signing in and setting a password need of a person.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct PersonRecord {
    pub(crate) id: String,
    pub(crate) email: String,
    /// The canonical form of the address.
    pub(crate) email_key: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) language: Option<String>,
    pub(crate) time_zone: Option<String>,
    pub(crate) password_hash: Option<String>,
    pub(crate) password_by: String,
}

impl PersonRecord {
    pub(crate) fn person(&self) -> Result<PersonId, Failure> {
        Ok(self.id.parse()?)
    }

    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }

    /// As logs keep it.
    pub(crate) fn by(&self) -> By {
        By::Person { name: self.name(), email: Some(self.email.clone()), contact: None }
    }

    /// The language they chose, else `otherwise`.
    pub(crate) fn language(&self, otherwise: Language) -> Language {
        self.language.as_deref().and_then(texts::spoken).unwrap_or(otherwise)
    }

    /// What their password must not be made of.
    pub(crate) fn own_words(&self, brand: &str) -> Vec<String> {
        vec![self.first_name.clone(), self.last_name.clone(), self.email.clone(), brand.to_owned()]
    }
}

/// The person with this id.
pub(crate) async fn by_id(connection: &mut AnyConnection, person: PersonId) -> Result<Option<PersonRecord>, Failure> {
    Ok(sqlx::query_as(
        "SELECT id, email, email_key, first_name, last_name, language, time_zone, password_hash, password_by FROM persons \
         WHERE id = $1",
    )
    .bind(person.to_string())
    .fetch_optional(connection)
    .await?)
}

/// The person who signs in as a contact.
pub(crate) async fn of_contact(
    connection: &mut AnyConnection,
    account: AccountId,
    contact: ContactId,
) -> Result<Option<PersonRecord>, Failure> {
    Ok(sqlx::query_as(
        "SELECT p.id, p.email, p.email_key, p.first_name, p.last_name, p.language, p.time_zone, p.password_hash, \
         p.password_by FROM contacts c JOIN persons p ON p.id = c.person_id WHERE c.account_id = $1 AND c.id = $2",
    )
    .bind(account.to_string())
    .bind(contact.to_string())
    .fetch_optional(connection)
    .await?)
}

/// The person whose address has this canonical key.
pub(crate) async fn by_email(connection: &mut AnyConnection, key: &str) -> Result<Option<PersonRecord>, Failure> {
    Ok(sqlx::query_as(
        "SELECT id, email, email_key, first_name, last_name, language, time_zone, password_hash, password_by FROM persons \
         WHERE email_key = $1",
    )
    .bind(key)
    .fetch_optional(connection)
    .await?)
}
