//! Notification categories: which mails of an account a contact gets, and whether they may be sent to it.
//!
//! Everybody chooses for themselves, and for others who holds `contacts.notifications`: of the categories whose mails they
//! may see themselves. One's own choice is a wish: what is sent is decided by [`Category::delivery`], for the page that
//! shows it and for the mail itself, when it is written and again when it is sent. Nobody is mailed what they may not see.

mod choice;
mod port;

pub use choice::{
    ChooseNotifications, NotAChoice, NotificationChoice, NotificationMatrix, NotificationRow, REACH_COUNTED, Reach,
    Seen,
};
pub use port::NotificationChoices;

use crate::category::Category;
use crate::operation::{Operation, OperationSet};
use crate::owner::OwnerKind;
use crate::privilege::Privilege;
use crate::rights::{Effective, ServiceSight};
use crate::status::ContactStatus;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is known of a contact that mails might be sent to.
#[derive(Debug, Clone, Copy)]
pub struct Addressee<'a> {
    /// Whether it is an owner.
    pub owner: Option<OwnerKind>,
    /// Where it stands.
    pub status: ContactStatus,
    /// What it holds.
    pub effective: &'a Effective,
    /// Whether the category was chosen for it.
    pub chosen: bool,
}

/// Why somebody gets a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Owners always get it.
    Owner,
    /// It was chosen.
    Chosen,
    /// It is about themselves.
    Concerned,
}

/// Whether the mails of a category are sent to a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// Not chosen.
    Off,
    /// They are sent.
    Sent(Why),
    /// Chosen, but the contact stands where it gets no mail: it is suspended, say.
    Inactive,
    /// Chosen, but the contact may not see what they are about.
    Withheld(Privilege),
}

impl Category {
    /// Whether its mails are sent to a contact.
    pub fn delivery(self, to: Addressee<'_>) -> Delivery {
        let always = self.always_to_owners() && to.owner.is_some();
        if !always && !to.chosen {
            return Delivery::Off;
        }
        match to.status {
            ContactStatus::Active | ContactStatus::ContactOnly => {}
            ContactStatus::RequestPending
            | ContactStatus::InvitationExpired
            | ContactStatus::Suspended
            | ContactStatus::AccessExpired
            | ContactStatus::Declined
            | ContactStatus::Deleted => return Delivery::Inactive,
        }
        if always {
            return Delivery::Sent(Why::Owner);
        }
        // A contact without a login chooses nothing by itself: those who chose for it may see what the mails are about.
        let decided = to.owner.is_some() || to.status == ContactStatus::ContactOnly;
        match self.lacking(to.effective) {
            Some(privilege) if !decided => Delivery::Withheld(privilege),
            Some(_) | None => Delivery::Sent(Why::Chosen),
        }
    }

    /// Whether owners get it whatever they chose: changes of access (PRODUCT D4).
    pub const fn always_to_owners(self) -> bool {
        matches!(self, Self::UserManagement)
    }

    /// The privilege without which somebody may not see what the mails are about.
    pub(crate) fn lacking(self, held: &Effective) -> Option<Privilege> {
        let sees_services = !matches!(held.sight(), ServiceSight::Only([]));
        let (sees, privilege) = match self {
            // That a data center is being worked on is no secret.
            Self::TechnicalMaintenance => return None,
            Self::ServiceAccess => (sees_services, Privilege::ServicesView),
            Self::Service => {
                (sees_services || held.sees_domains() || held.has(Privilege::OrdersPlace), Privilege::ServicesView)
            }
            Self::Billing => (held.has(Privilege::BillingView), Privilege::BillingView),
            Self::UserManagement => (held.has(Privilege::ContactsView), Privilege::ContactsView),
            Self::Support => (held.has(Privilege::TicketsViewAll), Privilege::TicketsViewAll),
        };
        (!sees).then_some(privilege)
    }

    /// What is proposed to somebody who has chosen nothing yet, by what they do on the account.
    pub fn suggested(owner: Option<OwnerKind>, held: &Effective) -> BTreeSet<Self> {
        if owner.is_some() {
            // Owners get the replies to tickets anyway (PRODUCT D6).
            return Self::ALL.into_iter().filter(|category| *category != Self::Support).collect();
        }
        let runs = !held.all_services().minus(BUYING).is_empty()
            || held.services().iter().any(|(_, operations)| !operations.minus(BUYING).is_empty());
        let proposed = |category: &Self| match category {
            Self::TechnicalMaintenance => runs || held.has(Privilege::DcView),
            Self::ServiceAccess => runs || held.has(Privilege::OrdersPlace),
            Self::Service => held.has(Privilege::OrdersPlace) || held.sees_domains(),
            Self::Billing => held.has(Privilege::BillingView),
            Self::UserManagement => held.has(Privilege::ContactsManage),
            Self::Support => held.has(Privilege::TicketsReply) && held.has(Privilege::TicketsViewAll),
        };
        Self::ALL.into_iter().filter(proposed).collect()
    }
}

/// The operations that buy something; every other one is part of running a service.
const BUYING: OperationSet = OperationSet::of(&[Operation::Upgrade, Operation::Cancel, Operation::Renew]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{ActorView, Credentials, Denied, NotificationAction, Standing, Target, Viewing, still_sent};
    use crate::id::{AccountId, ContactId, ServiceId};
    use crate::privilege::PrivilegeSet;
    use crate::rights::Rights;
    use crate::role::{Role, RoleSet};
    use crate::status::AccountStatus;
    use uuid::Uuid;

    fn held(role: Role) -> Effective {
        Rights { roles: [role].into_iter().collect(), ..Rights::default() }.effective()
    }

    const OTHER: ContactId = ContactId::new(Uuid::from_u128(2));

    /// One for each privilege, who may choose for others.
    fn choosers() -> Vec<Standing> {
        let chooser = |privilege: &Privilege| Standing {
            account: AccountId::new(Uuid::from_u128(9)),
            status: AccountStatus::Active,
            contact: ContactId::new(Uuid::from_u128(1)),
            owner: None,
            effective: Rights {
                privileges: PrivilegeSet::of(&[Privilege::ContactsNotifications, *privilege]),
                ..Rights::default()
            }
            .effective(),
            hand_out: RoleSet::default(),
            viewing: Viewing::Off,
        };
        Privilege::ALL.iter().map(chooser).collect()
    }

    fn asks(who: &Standing, contact: ContactId, new: &BTreeSet<Category>) -> Result<(), Denied> {
        let target = Target { contact, owner: None, rights: &Rights::default(), credentials: Credentials::None };
        ActorView { standing: who.clone() }.check(NotificationAction::Choose(target, new))
    }

    fn chooses(who: &Standing, contact: ContactId, category: Category) -> Result<(), Denied> {
        asks(who, contact, &[category].into())
    }

    fn to(effective: &Effective, status: ContactStatus, chosen: bool) -> Addressee<'_> {
        Addressee { owner: None, status, effective, chosen }
    }

    #[test]
    fn each_role_is_proposed_what_it_works_with() {
        use Category::{Billing, Service, ServiceAccess, Support, TechnicalMaintenance, UserManagement};
        for (role, proposed) in [
            (Role::Manager, vec![Service, UserManagement]),
            (Role::Technical, vec![TechnicalMaintenance, ServiceAccess, Support]),
            (Role::Billing, vec![Billing]),
            (Role::Purchasing, vec![ServiceAccess, Service]),
            (Role::Visitation, vec![TechnicalMaintenance]),
        ] {
            assert_eq!(Category::suggested(None, &held(role)).into_iter().collect::<Vec<_>>(), proposed, "{role:?}");
        }
        assert_eq!(Category::suggested(None, &Effective::default()), BTreeSet::new());
        let owner = Category::suggested(Some(OwnerKind::CoOwner), &Effective::full());
        assert!(owner.len() == 5 && !owner.contains(&Support));
    }

    #[test]
    fn whoever_runs_one_service_is_proposed_what_is_about_it() {
        let one = |operation| {
            let service = ServiceId::new(Uuid::from_u128(1));
            let rights = Rights { services: [(service, OperationSet::of(&[operation]))].into(), ..Rights::default() };
            Category::suggested(None, &rights.effective())
        };
        assert_eq!(one(Operation::Power), [Category::TechnicalMaintenance, Category::ServiceAccess].into());
        assert_eq!(one(Operation::Renew), BTreeSet::new());
    }

    #[test]
    fn what_is_proposed_to_a_role_is_sent_to_it() {
        for role in Role::ALL {
            let held = held(role);
            for category in Category::suggested(None, &held) {
                let delivery = category.delivery(to(&held, ContactStatus::Active, true));
                assert_eq!(delivery, Delivery::Sent(Why::Chosen), "{category:?} to {role:?}");
            }
        }
    }

    #[test]
    fn nobody_with_a_login_is_sent_what_they_may_not_see() {
        let nothing = Effective::default();
        for category in Category::ALL {
            let delivery = |status| category.delivery(to(&nothing, status, true));
            let public = category == Category::TechnicalMaintenance;
            assert_eq!(matches!(delivery(ContactStatus::Active), Delivery::Withheld(_)), !public, "{category:?}");
            // Without a login it is sent what was chosen for it; its chooser may see that.
            assert_eq!(delivery(ContactStatus::ContactOnly), Delivery::Sent(Why::Chosen), "{category:?}");
        }
        for (who, category) in choosers().iter().flat_map(|who| Category::ALL.map(|category| (who, category))) {
            let sees =
                !matches!(category.delivery(to(&who.effective, ContactStatus::Active, true)), Delivery::Withheld(_));
            assert_eq!(chooses(who, OTHER, category).is_ok(), sees, "{category:?} by {who:?}");
        }
    }

    #[test]
    fn one_s_own_choice_is_free_and_nobody_needs_a_right_to_remove_a_category_from_others() {
        for who in choosers() {
            for category in Category::ALL {
                assert_eq!(chooses(&who, who.contact, category), Ok(()), "{category:?}");
            }
            assert_eq!(asks(&who, OTHER, &BTreeSet::new()), Ok(()));
        }
    }

    #[test]
    fn nobody_sends_on_to_others_what_they_could_not_choose_for_them() {
        for who in choosers() {
            let chosen = Category::ALL.into_iter().filter(|category| chooses(&who, OTHER, *category).is_ok()).collect();
            assert_eq!(still_sent(&who, &Category::ALL.into()), chosen, "{who:?}");
        }
    }

    #[test]
    fn only_whoever_stands_on_the_account_is_sent_anything() {
        let full = Effective::full();
        for status in ContactStatus::ALL {
            let gets = matches!(status, ContactStatus::Active | ContactStatus::ContactOnly);
            for category in Category::ALL {
                let sent = matches!(category.delivery(to(&full, status, true)), Delivery::Sent(_));
                assert_eq!(sent, gets, "{category:?} to {status:?}");
                assert_eq!(category.delivery(to(&full, status, false)), Delivery::Off);
            }
        }
    }

    #[test]
    fn owners_always_get_changes_of_access_and_nothing_else_unasked() {
        let full = Effective::full();
        for category in Category::ALL {
            let owner = Addressee { owner: Some(OwnerKind::Legal), ..to(&full, ContactStatus::Active, false) };
            let wanted = if category == Category::UserManagement { Delivery::Sent(Why::Owner) } else { Delivery::Off };
            assert_eq!(category.delivery(owner), wanted);
        }
    }
}
