//! People as rows, for the flows that have nobody signed in yet.

use crate::base::error::Failure;
use domain::audit::By;
use domain::id::PersonId;
use domain::person::Language;
use domain::time::Timestamp;
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
        self.language.as_deref().and_then(Language::from_tag).unwrap_or(otherwise)
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

/// Keeps a password that its person chose; whether `instead_of` was still the one kept.
pub(crate) async fn set_own_password(
    connection: &mut AnyConnection,
    person: PersonId,
    hash: &str,
    instead_of: &str,
) -> Result<bool, Failure> {
    let changed = sqlx::query(
        "UPDATE persons SET password_hash = $2, password_by = 'self', version = version + 1 \
         WHERE id = $1 AND password_hash = $3",
    )
    .bind(person.to_string())
    .bind(hash)
    .bind(instead_of)
    .execute(connection)
    .await?
    .rows_affected();
    Ok(changed == 1)
}

/// Keeps a new hash of the same password, or the same again; whether `instead_of` was still the one kept.
pub(crate) async fn rehash(
    connection: &mut AnyConnection,
    person: PersonId,
    hash: &str,
    instead_of: &str,
) -> Result<bool, Failure> {
    let kept = sqlx::query("UPDATE persons SET password_hash = $2 WHERE id = $1 AND password_hash = $3")
        .bind(person.to_string())
        .bind(hash)
        .bind(instead_of)
        .execute(connection)
        .await?
        .rows_affected();
    Ok(kept == 1)
}

/// Keeps a password set with a mailed link, which proves the address too.
pub(crate) async fn set_proved_password(
    connection: &mut AnyConnection,
    person: PersonId,
    hash: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE persons SET password_hash = $2, password_by = 'self', verified_at = $3, version = version + 1 \
         WHERE id = $1",
    )
    .bind(person.to_string())
    .bind(hash)
    .bind(now.0)
    .execute(connection)
    .await?;
    Ok(())
}
