//! Everybody who has a role of the account. They may be many, so they are read before the one writer is taken; the unit that
//! writes reads anew only those who changed since.

use crate::base::error::Failure;
use crate::records::contacts::{self, ContactRecord, contact_columns};
use crate::records::grants;
use crate::records::templates;
use crate::unit::Unit;
use domain::access::{Credentials, Target};
use domain::contact::Contact;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, RoleId};
use domain::owner::OwnerKind;
use domain::roles::OwnTemplate;
use std::collections::BTreeMap;

/// Those who have a role.
pub(super) struct Holders {
    account: AccountId,
    /// `None` for a template, which nobody has.
    role: Option<RoleId>,
    contacts: BTreeMap<ContactId, Contact>,
}

/// What tells that a contact is as it was: its version, and whether it is an owner.
type Stand = (i64, Option<String>);

impl Holders {
    /// All of them; nobody for a template.
    pub(super) async fn read(unit: &mut Unit<'_>, account: AccountId, own: &OwnTemplate) -> Result<Self, Failure> {
        let (role, mut contacts) = (own.role_id(), BTreeMap::new());
        if let Some(role) = role {
            let mut given = grants::of_holders(unit, account, role).await?;
            for record in records(unit, account, role).await? {
                let id = record.contact()?;
                contacts.insert(id, record.with_rights(account, given.remove(&id).unwrap_or_default())?);
            }
        }
        Ok(Self { account, role, contacts })
    }

    /// As they were read.
    pub(super) fn each(&self) -> impl Iterator<Item = &Contact> {
        self.contacts.values()
    }

    /// As they are in this unit, in the order of their ids.
    ///
    /// INVARIANT: what is decided of them is decided of nothing older (SECURITY T2, T62).
    pub(super) async fn now(mut self, unit: &mut Unit<'_>) -> Result<Vec<Contact>, Failure> {
        let Some(role) = self.role else { return Ok(Vec::new()) };
        let stands = stands(unit, self.account, role).await?;
        self.contacts.retain(|id, _| stands.contains_key(id));
        for (id, (version, owner)) in stands {
            let known = self.contacts.get(&id);
            let same = known.is_some_and(|contact| {
                contact.version == version && contact.owner.map(OwnerKind::key) == owner.as_deref()
            });
            if !same {
                let contact = contacts::contact(unit, self.account, id).await?.ok_or(PortalError::NotFound)?;
                self.contacts.insert(id, contact);
            }
        }
        // What other roles give may have changed without them.
        let roles = templates::roles(unit, self.account).await?;
        for contact in self.contacts.values_mut() {
            grants::put_in(&mut contact.now.rights, &roles);
        }
        Ok(self.contacts.into_values().collect())
    }
}

/// A holder as what is decided about.
pub(super) const fn target(holder: &Contact) -> Target<'_> {
    Target { contact: holder.id, owner: holder.owner, rights: &holder.now.rights, credentials: Credentials::Own }
}

async fn records(unit: &mut Unit<'_>, account: AccountId, role: RoleId) -> Result<Vec<ContactRecord>, Failure> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        contact_columns!(),
        " FROM contacts WHERE account_id = $1 AND id IN \
         (SELECT subject_id FROM grants WHERE account_id = $1 AND kind = 'role' AND key = $2)"
    ))
    .bind(account.to_string())
    .bind(role.to_string())
    .fetch_all(unit.connection())
    .await?)
}

async fn stands(unit: &mut Unit<'_>, account: AccountId, role: RoleId) -> Result<BTreeMap<ContactId, Stand>, Failure> {
    let rows: Vec<(String, i64, Option<String>)> = sqlx::query_as(
        "SELECT id, version, owner FROM contacts WHERE account_id = $1 AND id IN \
         (SELECT subject_id FROM grants WHERE account_id = $1 AND kind = 'role' AND key = $2)",
    )
    .bind(account.to_string())
    .bind(role.to_string())
    .fetch_all(unit.connection())
    .await?;
    rows.into_iter().map(|(id, version, owner)| Ok((id.parse()?, (version, owner)))).collect()
}
