//! Who a change is written down under, and how they read times.

use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::mail::letter::Signature;
use crate::unit::Unit;
use domain::by::By;
use domain::error::PortalError;
use domain::id::ContactId;
use sqlx::FromRow;

/// Under what a person's deeds are written down, and how they read times.
#[derive(Debug, Clone)]
pub(crate) struct Author {
    /// On an account, that of their contact: its managers see and change it.
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) contact: Option<ContactId>,
    pub(crate) reader: Reader,
}

#[derive(FromRow)]
struct AuthorRow {
    first_name: String,
    last_name: String,
    email: String,
    language: Option<String>,
    time_zone: Option<String>,
}

impl Author {
    /// As logs and histories keep it.
    pub(crate) fn by(&self) -> By {
        By::Person { name: self.name.clone(), email: Some(self.email.clone()), contact: self.contact }
    }

    /// As mails say it.
    pub(crate) fn signature(&self) -> Signature<'_> {
        Signature { name: &self.name, email: &self.email }
    }
}

impl Unit<'_> {
    /// Whoever is signed in, off any account, and how they read times.
    pub(crate) async fn author(&mut self) -> Result<Author, Failure> {
        let person = self.caller.signed_in().ok_or(PortalError::SignInRequired)?.person;
        let row: Option<AuthorRow> =
            sqlx::query_as("SELECT first_name, last_name, email, language, time_zone FROM persons WHERE id = $1")
                .bind(person.to_string())
                .fetch_optional(self.connection())
                .await?;
        let AuthorRow { first_name, last_name, email, language, time_zone } = row.ok_or(PortalError::SignInRequired)?;
        let reader = self.reader(language.as_deref(), time_zone.as_deref());
        Ok(Author { name: format!("{first_name} {last_name}"), email, contact: None, reader })
    }

    /// How somebody reads times who chose this language and zone, or none.
    pub(crate) fn reader(&self, language: Option<&str>, time_zone: Option<&str>) -> Reader {
        Reader::new(language.and_then(texts::spoken).unwrap_or(self.caller.language), time_zone)
    }
}
