//! What a contact without a login is not sent any more, when somebody who may not see it has its mails go somewhere else, or
//! anywhere again.

use crate::base::error::Failure;
use crate::records::notification_choices;
use crate::unit::Unit;
use domain::access::{Actor, Authority, still_sent};
use domain::category::Category;
use domain::change::ContactChange;
use domain::contact::Notifications;
use domain::id::ContactId;
use std::collections::BTreeSet;

/// The categories chosen, and those that stay so.
#[derive(Debug, Default)]
pub(crate) struct Narrowed {
    before: BTreeSet<Category>,
    after: BTreeSet<Category>,
}

impl Narrowed {
    /// What becomes of a contact's choice by what `actor` does.
    pub(crate) async fn by(unit: &mut Unit<'_>, actor: &Actor, contact: ContactId) -> Result<Self, Failure> {
        let chosen = notification_choices::of_contacts(unit, actor.account(), &[contact]).await?.remove(&contact);
        let before = chosen.unwrap_or_default();
        Ok(Self { after: still_sent(actor.standing(), &before), before })
    }

    /// What is given up.
    pub(crate) fn changes(&self) -> Vec<ContactChange> {
        Notifications::Chosen(self.before.clone()).changes_to(&Notifications::Chosen(self.after.clone()))
    }

    /// Writes what stays.
    pub(crate) async fn write(
        &self,
        unit: &mut Unit<'_>,
        authority: Authority<'_>,
        contact: ContactId,
    ) -> Result<(), Failure> {
        if self.before == self.after {
            return Ok(());
        }
        notification_choices::save(unit, authority, contact, &self.before, &self.after).await
    }
}
