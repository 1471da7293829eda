//! A contact that is acted on, with all that a decision about it needs, read once.

use crate::contacts::credentials;
use crate::contacts::store::{self, ContactRecord};
use crate::error::Failure;
use crate::rights;
use crate::unit::Unit;
use domain::access::{Credentials, Target};
use domain::contact::Contact;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId};

/// The contact as its row, as what it was given, and who looks after its sign-in.
pub(crate) struct Found {
    pub(crate) record: ContactRecord,
    pub(crate) contact: Contact,
    pub(crate) credentials: Credentials,
}

impl Found {
    /// Deleted ones included.
    ///
    /// # Errors
    /// `NotFound` when the account has no such contact.
    pub(crate) async fn read(unit: &mut Unit<'_>, account: AccountId, id: ContactId) -> Result<Self, Failure> {
        let record = store::record(unit, account, id).await?.ok_or(PortalError::NotFound)?;
        let given = rights::of_contact(unit, account, id).await?;
        let contact = record.with_rights(account, given)?;
        let credentials = credentials::of_person(unit, account, record.person()?).await?;
        Ok(Self { record, contact, credentials })
    }

    pub(crate) fn target(&self) -> Target<'_> {
        let Contact { id, owner, now, .. } = &self.contact;
        Target { contact: *id, owner: *owner, rights: &now.rights, credentials: self.credentials }
    }
}
