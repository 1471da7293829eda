//! What is done to a contact, and what it is added with.

use crate::arrivals::Kind;
use crate::people::privileges;
use domain::privilege::Privilege;
use domain::rights::Rights;
use domain::role::Role;

/// What a contact is added with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GivenRights {
    Nothing,
    Technical,
    Paying,
}

impl GivenRights {
    pub fn rights(self) -> Rights {
        match self {
            Self::Nothing => Rights::default(),
            Self::Technical => Rights { roles: [Role::Technical].into_iter().collect(), ..Rights::default() },
            Self::Paying => privileges(&[Privilege::BillingPay]),
        }
    }
}

/// What is done to a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    See,
    Edit,
    /// An edit that gives something more.
    Widen,
    SetPassword,
    Suspend,
    Reactivate,
    Delete,
    Restore,
    RestoreBare,
    SendReset,
    SuspendMany,
    DeleteMany,
    /// Giving the role Visitation.
    GiveRoleMany,
    /// Choosing mails about invoices.
    ChooseMany,
    InviteAgainMany,
    ViewAs,
    /// Sending an invitation again, or handing out a link of it.
    InviteAgain,
    CancelInvitation,
    /// Mails that tell of nothing secret.
    ChooseNotifications,
    /// Mails about invoices.
    ChooseBilling,
    AppointOwner,
    DismissOwner,
    OfferOwnership,
    /// A decision on what it asks for, which is what [`Deed::Widen`] gives.
    Decide,
}

impl Deed {
    /// What the contact has to be for it.
    pub fn kind(self) -> Kind {
        match self {
            Self::Reactivate => Kind::Suspended,
            Self::Restore | Self::RestoreBare => Kind::Deleted,
            Self::InviteAgain | Self::InviteAgainMany | Self::CancelInvitation => Kind::Pending,
            Self::DismissOwner => Kind::CoOwner,
            Self::See
            | Self::Edit
            | Self::Widen
            | Self::SetPassword
            | Self::Suspend
            | Self::Delete
            | Self::SendReset
            | Self::SuspendMany
            | Self::DeleteMany
            | Self::GiveRoleMany
            | Self::ChooseMany
            | Self::AppointOwner
            | Self::OfferOwnership
            | Self::ViewAs
            | Self::ChooseNotifications
            | Self::ChooseBilling
            | Self::Decide => Kind::Active,
        }
    }

    /// Whether it is asked for a list of contacts, of which those are left out that it may not be done to.
    pub fn is_bulk(self) -> bool {
        matches!(
            self,
            Self::SuspendMany | Self::DeleteMany | Self::GiveRoleMany | Self::ChooseMany | Self::InviteAgainMany
        )
    }
}

/// The rights that [`Deed::Widen`] leaves a contact with.
pub fn widened(rights: &Rights) -> Rights {
    let mut rights = rights.clone();
    rights.privileges.insert(Privilege::BillingPay);
    rights
}
