//! What somebody may want to do on an account, by family. Each family has one match over its actions, without a wildcard,
//! that says all there is to say about each: a new action does not compile until somebody has thought about it.

mod account;
mod contacts;
mod holdings;
mod invitations;
mod notifications;
mod ownership;
mod requests;
mod rights;

use super::Standing;
use super::rule::Rule;

pub use account::AccountAction;
pub use contacts::{ContactAction, Edit, EndEdit, SignInEdit};
pub use holdings::{HoldingAction, report, report_zone};
pub use invitations::{Granter, InvitationAction, accept, decline, mail_link};
pub use notifications::NotificationAction;
pub use ownership::OwnershipAction;
pub use requests::RequestAction;
pub use rights::RightsAction;

/// Something that somebody may want to do on an account.
#[derive(Debug, Clone, Copy)]
pub enum Action<'a> {
    /// With the account itself, as one of its people.
    Account(AccountAction),
    /// With contacts.
    Contact(ContactAction<'a>),
    /// With services, domains, invoices and what else the account has.
    Holding(HoldingAction),
    /// With invitations that were sent.
    Invitation(InvitationAction<'a>),
    /// With what contacts get mail about.
    Notification(NotificationAction<'a>),
    /// With who owns the account.
    Ownership(OwnershipAction<'a>),
    /// With requests for access.
    Request(RequestAction<'a>),
    /// With the account's own roles and templates, and what managers may hand out.
    Rights(RightsAction<'a>),
}

impl Action<'_> {
    pub(super) fn rule(self, who: &Standing) -> Rule {
        match self {
            Self::Account(action) => action.rule(who),
            Self::Contact(action) => action.rule(who),
            Self::Holding(action) => action.rule(who),
            Self::Invitation(action) => action.rule(who),
            Self::Notification(action) => action.rule(who),
            Self::Ownership(action) => action.rule(who),
            Self::Request(action) => action.rule(who),
            Self::Rights(action) => action.rule(who),
        }
    }
}

impl From<AccountAction> for Action<'_> {
    fn from(action: AccountAction) -> Self {
        Self::Account(action)
    }
}

impl<'a> From<ContactAction<'a>> for Action<'a> {
    fn from(action: ContactAction<'a>) -> Self {
        Self::Contact(action)
    }
}

impl From<HoldingAction> for Action<'_> {
    fn from(action: HoldingAction) -> Self {
        Self::Holding(action)
    }
}

impl<'a> From<InvitationAction<'a>> for Action<'a> {
    fn from(action: InvitationAction<'a>) -> Self {
        Self::Invitation(action)
    }
}

impl<'a> From<NotificationAction<'a>> for Action<'a> {
    fn from(action: NotificationAction<'a>) -> Self {
        Self::Notification(action)
    }
}

impl<'a> From<OwnershipAction<'a>> for Action<'a> {
    fn from(action: OwnershipAction<'a>) -> Self {
        Self::Ownership(action)
    }
}

impl<'a> From<RequestAction<'a>> for Action<'a> {
    fn from(action: RequestAction<'a>) -> Self {
        Self::Request(action)
    }
}

impl<'a> From<RightsAction<'a>> for Action<'a> {
    fn from(action: RightsAction<'a>) -> Self {
        Self::Rights(action)
    }
}
