//! Why something is refused.

use crate::asked::Asked;
use crate::right::Right;
use serde::{Deserialize, Serialize};

/// Why something is refused. Says what is missing, never what somebody else has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Denied {
    /// A right is missing.
    #[error("a right is missing")]
    Missing(Right),
    /// The rights to be given lie beyond what the granter may grant.
    #[error("beyond what may be granted")]
    BeyondGrant(Vec<Right>),
    /// The target's rights exceed the actor's.
    #[error("the target holds more than the actor")]
    StrongerTarget,
    /// Owners can't be reduced.
    #[error("owners cannot be reduced")]
    OwnerProtected,
    /// What an owner is told, that owner alone chooses.
    #[error("owners choose for themselves")]
    OwnersChoice,
    /// Only owners do this.
    #[error("for owners only")]
    OwnersOnly,
    /// Only the legal owner does this (PRODUCT D4a).
    #[error("for the legal owner only")]
    LegalOwnerOnly,
    /// Only the one it is offered to, or who offered it.
    #[error("somebody else's to decide")]
    NotYours,
    /// Only an active contact with a login of their own can own an account.
    #[error("cannot own an account")]
    CannotOwn,
    /// Only somebody who has proved their e-mail address can own an account.
    #[error("the address is not proved")]
    AddressUnproved,
    /// Nobody does this to themselves.
    #[error("not to oneself")]
    NotToOneself,
    /// The person chose their own password or proved their address, so only they change it (PRODUCT D5).
    #[error("the person looks after their own sign-in")]
    OwnCredentials,
    /// The contact has no login.
    #[error("the contact has no login")]
    NoLogin,
    /// The legal owner answers for the account until somebody else does.
    #[error("the legal owner stays")]
    LegalOwnerStays,
    /// Viewing as a contact changes nothing.
    #[error("viewing as a contact changes nothing")]
    ViewOnly,
    /// What is asked for is there already.
    #[error("held already")]
    HeldAlready,
    /// The account is suspended.
    #[error("the account is suspended")]
    AccountSuspended,
    /// The account is closed.
    #[error("the account is closed")]
    AccountClosed,
}

impl Denied {
    /// What somebody who meets this may ask for. An operation is asked for where its service or domain is known.
    pub fn asking(&self) -> Option<Asked> {
        match self {
            Self::Missing(right @ (Right::Privilege(_) | Right::Role(_))) => Some(Asked::on_account(*right)),
            Self::Missing(Right::Operation(_) | Right::DomainOperation(_) | Right::OwnRole(_))
            | Self::BeyondGrant(_)
            | Self::StrongerTarget
            | Self::OwnerProtected
            | Self::OwnersChoice
            | Self::OwnersOnly
            | Self::LegalOwnerOnly
            | Self::LegalOwnerStays
            | Self::NotYours
            | Self::CannotOwn
            | Self::AddressUnproved
            | Self::NotToOneself
            | Self::OwnCredentials
            | Self::NoLogin
            | Self::ViewOnly
            | Self::HeldAlready
            | Self::AccountSuspended
            | Self::AccountClosed => None,
        }
    }
}
