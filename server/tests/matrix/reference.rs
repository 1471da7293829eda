//! What the answer has to be: the rules of `domain::access`, asked about rights that are written down in the tests. Whether
//! the rules themselves are right is shown by `access_properties.rs` of `domain`, against a reference written another way.

mod deed;

pub use deed::{Deed, GivenRights, widened};

use crate::people::{Cookie, Part, Person};
use crate::rows::Needs;
use domain::access::{
    AccountAction, Action, ActorView, ContactAction, Credentials, Denied, DomainTarget, Edit, HoldingAction,
    InvitationAction, NotificationAction, OwnershipAction, RequestAction, ServiceTarget, SignInEdit, Standing, Target,
    Viewing,
};
use domain::category::Category;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, DomainId, ServiceId};
use domain::operation::DomainOperation;
use domain::owner::OwnerKind;
use domain::ownership::TransferVerb;
use domain::problem::InvitationProblem;
use domain::rights::{Effective, Rights};
use domain::role::{Role, RoleSet};
use domain::status::AccountStatus;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The account in an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Demo,
    Elsewhere,
    /// No account has this id.
    Nowhere,
}

/// The contact that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    Oneself,
    Owner,
    /// Somebody with nothing but `services.view`.
    Weak,
    /// Somebody with rights that managers do not have.
    Strong,
    /// The owner of Elsewhere.
    Foreign,
    /// No contact has this id.
    Nobody,
}

/// Where something is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    pub place: Place,
    /// Whether it is the address of a view as the weak contact.
    pub viewing: bool,
    pub whom: Whom,
}

/// A contact as the tests know it.
#[derive(Debug, Clone)]
pub struct Known {
    pub id: ContactId,
    pub owner: Option<OwnerKind>,
    pub rights: Rights,
    /// The rights it had before it was deleted.
    pub before: Rights,
}

impl Known {
    fn target(&self) -> Target<'_> {
        // Whoever has a login here chose the password.
        Target { contact: self.id, owner: self.owner, rights: &self.rights, credentials: Credentials::Own }
    }
}

/// Somebody on an account.
#[derive(Debug)]
pub struct Actor(ActorView);

impl Actor {
    fn new(contact: ContactId, part: &Part, status: AccountStatus, viewing: Viewing) -> Self {
        Self(ActorView {
            standing: Standing {
                account: AccountId::new(Uuid::nil()),
                status,
                contact,
                owner: part.owner,
                effective: if part.owner.is_some() { Effective::full() } else { part.rights.effective() },
                hand_out: RoleSet::all(),
                viewing,
            },
        })
    }

    /// Whether they may do it to one contact.
    pub fn may(&self, deed: Deed, whom: &Known) -> Result<(), Denied> {
        let target = whom.target();
        let edit = |rights, sign_in| ContactAction::Edit(target, Edit { rights, sign_in });
        let (widened, nothing) = (widened(&whom.rights), Rights::default());
        let mut with_role = whom.rights.clone();
        with_role.roles.insert(Role::Visitation);
        let (maintenance, billing) =
            (BTreeSet::from([Category::TechnicalMaintenance]), BTreeSet::from([Category::Billing]));
        let action: Action<'_> = match deed {
            Deed::See => ContactAction::See(target).into(),
            Deed::Edit => edit(&whom.rights, SignInEdit::Keep).into(),
            Deed::Widen => edit(&widened, SignInEdit::Keep).into(),
            Deed::SetPassword => edit(&whom.rights, SignInEdit::Replace).into(),
            Deed::Suspend | Deed::SuspendMany => ContactAction::Suspend(target).into(),
            Deed::Delete | Deed::DeleteMany | Deed::CancelInvitation => ContactAction::Delete(target).into(),
            Deed::Reactivate => ContactAction::Reactivate(target).into(),
            Deed::Restore => ContactAction::Restore(target, &whom.before).into(),
            Deed::RestoreBare => ContactAction::Restore(target, &nothing).into(),
            Deed::SendReset => ContactAction::SendReset(target).into(),
            Deed::ViewAs => ContactAction::ViewAs(target).into(),
            Deed::GiveRoleMany => edit(&with_role, SignInEdit::Keep).into(),
            Deed::InviteAgain | Deed::InviteAgainMany => InvitationAction::Resend(target).into(),
            Deed::ChooseNotifications => NotificationAction::Choose(target, &maintenance).into(),
            Deed::ChooseBilling | Deed::ChooseMany => NotificationAction::Choose(target, &billing).into(),
            Deed::AppointOwner => OwnershipAction::Appoint(target).into(),
            Deed::DismissOwner => OwnershipAction::Dismiss(target).into(),
            Deed::OfferOwnership => OwnershipAction::Offer(target).into(),
            Deed::Decide => RequestAction::Decide(target, &widened).into(),
        };
        self.0.check(action)
    }

    /// Whether there is anybody whom they could do it to: they alone learn that a contact is not there.
    fn may_to_anybody(&self, deed: Deed) -> Result<(), Denied> {
        let nothing = Rights::default();
        let anybody = Known { id: ContactId::new(Uuid::max()), owner: None, rights: nothing.clone(), before: nothing };
        // What else such a deed takes depends on what the contact has.
        let deed = if matches!(deed, Deed::Widen | Deed::SetPassword | Deed::Decide) { Deed::Edit } else { deed };
        let deed = if deed == Deed::ChooseBilling { Deed::ChooseNotifications } else { deed };
        self.may(deed, &anybody)
    }
}

/// Somebody who asks for something somewhere.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    pub who: &'a Person,
    /// Their own contact where they ask.
    pub oneself: ContactId,
    pub at: Address,
    /// The demo account's.
    pub status: AccountStatus,
    /// The contact named, where the account of the address has it.
    pub whom: Option<&'a Known>,
    /// The contact whose view an address of a view is.
    pub viewed: &'a Known,
    /// The contact that the demo account is offered to, where it is.
    pub recipient: &'a Known,
    /// The demo account's service web-01, which does not end soon.
    pub web_01: ServiceId,
    /// Whether it would change something.
    pub writes: bool,
}

/// Any domain: nobody here was given something on single ones.
fn a_domain() -> DomainTarget {
    DomainTarget { id: DomainId::new(Uuid::nil()) }
}

impl Question<'_> {
    pub fn answer(&self, needs: &Needs) -> Result<(), PortalError> {
        match needs {
            Needs::Nothing => {}
            Needs::SignedOut => match self.who.cookie {
                Cookie::None | Cookie::Over => {}
                Cookie::Live | Cookie::MustChange => {
                    return Err(PortalError::invalid("token", InvitationProblem::InvitedSomebodyElse));
                }
            },
            Needs::SignIn => match self.who.cookie {
                Cookie::None | Cookie::Over => return Err(PortalError::SignInRequired),
                Cookie::Live | Cookie::MustChange => {}
            },
            Needs::OwnPassword => self.signed_in()?,
            Needs::OnAccount(action) => self.actor()?.0.check(*action)?,
            Needs::Depart => self.actor()?.0.check(AccountAction::Leave)?,
            Needs::Add(gift) => self.actor()?.0.check(ContactAction::Add(&[], &gift.rights()))?,
            Needs::Contact(deed) => {
                let actor = self.actor()?;
                if deed.is_bulk() {
                    actor.0.check(ContactAction::ChangeMany)?;
                }
                let Some(whom) = self.whom else {
                    if !deed.is_bulk() {
                        actor.may_to_anybody(*deed)?;
                    }
                    return Err(PortalError::NotFound);
                };
                if !deed.is_bulk() {
                    actor.may(*deed, whom)?;
                }
            }
            Needs::Service(beside) => self.service(*beside)?,
            Needs::Operate(operation) => {
                self.service(None)?;
                let service = ServiceTarget { id: self.web_01, expiring: false };
                self.actor()?.0.check(HoldingAction::Operate(service, *operation))?;
            }
            Needs::Domain => self.domain()?,
            Needs::Zone => {
                self.domain()?;
                self.actor()?.0.check(HoldingAction::SeeZone(a_domain()))?;
            }
            Needs::ChangeZone => {
                self.domain()?;
                self.actor()?.0.check(HoldingAction::OperateDomain(a_domain(), DomainOperation::Dns))?;
            }
            Needs::Transfer(to) => self.transfer(*to)?,
            Needs::Leave => {
                self.signed_in()?;
                self.oneself()?.0.check(ContactAction::StopViewing)?;
            }
        }
        Ok(())
    }

    /// A service that is not seen is answered as one that is not there.
    fn service(&self, beside: Option<Action<'static>>) -> Result<(), PortalError> {
        let Actor(actor) = self.actor()?;
        if let Some(beside) = beside {
            actor.check(beside)?;
        }
        actor.check(HoldingAction::SeeServices)?;
        let service = ServiceTarget { id: self.web_01, expiring: false };
        if self.at.place != Place::Demo || actor.check(HoldingAction::SeeService(service)).is_err() {
            return Err(PortalError::NotFound);
        }
        Ok(())
    }

    /// A domain of the demo account. One that is not seen is answered as one that is not there; nobody here was given
    /// something on single ones, so which one it is makes no difference.
    fn domain(&self) -> Result<(), PortalError> {
        let Actor(actor) = self.actor()?;
        actor.check(HoldingAction::SeeDomains)?;
        if self.at.place != Place::Demo || actor.check(HoldingAction::SeeDomain(a_domain())).is_err() {
            return Err(PortalError::NotFound);
        }
        Ok(())
    }

    /// Nobody learns of a transfer but the owners and whom it is offered to.
    fn transfer(&self, to: TransferVerb) -> Result<(), PortalError> {
        let Actor(actor) = self.actor()?;
        actor.check(AccountAction::SeeDashboard)?;
        let standing = &actor.standing;
        let concerned = standing.owner.is_some() || standing.contact == self.recipient.id;
        if self.at.place != Place::Demo || !concerned {
            return Err(PortalError::NotFound);
        }
        // Who the other one of the two is changes nothing about the answer.
        let (target, other) = (self.recipient.target(), ContactId::new(Uuid::nil()));
        actor.check(match to {
            TransferVerb::Accept => OwnershipAction::Accept(target, other),
            TransferVerb::Withdraw => OwnershipAction::Withdraw(target.contact),
            TransferVerb::Undo => OwnershipAction::Undo(target, other),
        })?;
        Ok(())
    }

    /// Who they are there.
    pub fn actor(&self) -> Result<Actor, PortalError> {
        self.signed_in()?;
        if !self.at.viewing {
            return self.oneself();
        }
        if self.writes {
            return Err(Denied::ViewOnly.into());
        }
        let oneself = self.oneself()?;
        if !self.who.views {
            return Err(PortalError::NotFound);
        }
        oneself.may(Deed::ViewAs, self.viewed)?;
        let seen = Part { owner: None, rights: self.viewed.rights.clone() };
        Ok(Actor::new(self.viewed.id, &seen, self.status, Viewing::AsContact { by: self.oneself }))
    }

    fn signed_in(&self) -> Result<(), PortalError> {
        match self.who.cookie {
            Cookie::None | Cookie::Over => Err(PortalError::SignInRequired),
            Cookie::MustChange => Err(PortalError::PasswordChangeRequired),
            Cookie::Live => Ok(()),
        }
    }

    fn oneself(&self) -> Result<Actor, PortalError> {
        let (part, status) = match self.at.place {
            Place::Demo => (self.who.acts.then_some(&self.who.given), self.status),
            Place::Elsewhere => (self.who.elsewhere.as_ref(), AccountStatus::Active),
            Place::Nowhere => (None, AccountStatus::Active),
        };
        let part = part.ok_or(PortalError::NotFound)?;
        Ok(Actor::new(self.oneself, part, status, Viewing::Off))
    }
}
