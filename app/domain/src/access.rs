//! The one place where authorisation is decided.
//!
//! The model: an account has owners, who hold every right, and contacts, who hold the union of what they were given
//! ([`Rights`](crate::rights::Rights)), closed under what it implies. Who acts is an [`Actor`]: read from the database in
//! the transaction that acts. What they want is an [`Action`] of one of the families in `actions`. [`Actor::check`] says
//! whether they may, or with [`Denied`] why not. [`authorize`] is for writing: it gives a [`Permit`], whose [`Authority`]
//! every store function demands. The browser asks the same question of an [`ActorView`] to show or explain a control; it
//! gets no permit.
//!
//! Holding and granting are two sets (PRODUCT D4). A manager may grant what they hold, and the roles that the account
//! lets its managers hand out; to themselves only such roles. What the target already has is not being granted, so
//! turning a role into its single privileges, or keeping a right the editor lacks, is no grant.

mod actions;
mod denied;
mod granting;
mod managing;
mod menu;
mod permit;
mod reading;
mod rule;
mod standing;
mod status;

use crate::id::{AccountId, ContactId, PersonId};
use rule::{Rule, Writes};
use serde::{Deserialize, Serialize};

pub use actions::{
    AccountAction, Action, ContactAction, Edit, EndEdit, Granter, HoldingAction, InvitationAction, NotificationAction,
    OwnershipAction, RequestAction, RightsAction, SignInEdit, accept, decline, mail_link, report, report_zone,
};
pub use denied::Denied;
pub use granting::Grantable;
pub use menu::MenuEntry;
pub use permit::{Authority, Deed, NotPermitted, Permit};
pub use standing::{Credentials, DomainTarget, ServiceTarget, Standing, Target, Viewing, sees_service, still_sent};

/// Whoever acts on an account, as the server read it in this transaction. It can't come from a request: it has no
/// `Deserialize`, and its parts are private.
#[derive(Debug, Clone)]
pub struct Actor {
    person: PersonId,
    standing: Standing,
}

impl Actor {
    /// An actor from what was read in this transaction.
    pub const fn new(person: PersonId, standing: Standing) -> Self {
        Self { person, standing }
    }

    /// The human behind it, also when viewing as somebody else.
    pub const fn person(&self) -> PersonId {
        self.person
    }

    /// The account acted on.
    pub const fn account(&self) -> AccountId {
        self.standing.account
    }

    /// Their record on the account.
    pub const fn contact(&self) -> ContactId {
        self.standing.contact
    }

    /// What is known of them.
    pub const fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Whether they may do `action`, where nothing is written: a look gives no permit.
    ///
    /// # Errors
    /// Why not.
    pub fn check<'a>(&self, action: impl Into<Action<'a>>) -> Result<(), Denied> {
        decide(&self.standing, action.into()).map(|_| ())
    }
}

/// The same for the browser: enough to show what is allowed and to explain what is not. It allows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorView {
    /// What is known of them.
    pub standing: Standing,
}

impl ActorView {
    /// Whether `action` would be allowed.
    ///
    /// # Errors
    /// Why not.
    pub fn check<'a>(&self, action: impl Into<Action<'a>>) -> Result<(), Denied> {
        decide(&self.standing, action.into()).map(|_| ())
    }
}

/// Whether `actor` may do `action`, for whoever is about to write it.
///
/// # Errors
/// Why not, in terms of what the actor lacks.
pub fn authorize<'a>(actor: &Actor, action: impl Into<Action<'a>>) -> Result<Permit, Denied> {
    let writes = decide(&actor.standing, action.into())?;
    Ok(Permit::new(actor.standing.account, Some(actor.person), writes))
}

/// The one decision: first what the account's status and viewing-as take away, then what the action needs.
fn decide(who: &Standing, action: Action<'_>) -> Result<Writes, Denied> {
    let Rule { kind, needs, writes } = action.rule(who);
    status::allows(who, kind)?;
    needs?;
    Ok(writes)
}
