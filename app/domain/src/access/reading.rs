//! What somebody may read of a change (SECURITY T10): in the log, in a history, and in an answer that says what changed
//! meanwhile.
//!
//! Who did what to whom, and when, is for everybody who may read the log. What exactly changed is for those who may see the
//! contact: oneself, and others with `contacts.view`. Of that, nobody reads the note that others wrote about them; in a
//! view as a contact neither the one about that contact nor the one about the viewer. A service has its name only where
//! [`sees_service`](super::sees_service) lets it through, and a domain where
//! [`Effective::sees_domain`] does.

use super::{Standing, Viewing};
use crate::change::ContactChange;
use crate::email::EmailAddress;
use crate::id::{ContactId, ServiceId};
use crate::operation::{Operation, OperationSet};
use crate::privilege::Privilege;
use crate::rights::Effective;

impl Effective {
    /// Whether whoever holds this may read the addresses of others on the account, in mails too.
    pub fn reads_addresses(&self) -> bool {
        self.has(Privilege::ContactsView)
    }

    /// Whether whoever holds this may read what a service costs that they see: those who see invoices, who see services
    /// as such, or who may do there what costs money. Nobody else needs it for what they were let in for.
    pub fn reads_price(&self, service: ServiceId) -> bool {
        let costs = OperationSet::of(&[Operation::Upgrade, Operation::Renew, Operation::Cancel]);
        self.has(Privilege::BillingView)
            || self.has(Privilege::ServicesViewExpiring)
            || !self.operations_on(service).intersection(costs).is_empty()
    }
}

impl Standing {
    /// Whether they may read a change that was made to these contacts at once.
    pub fn reads(&self, change: &ContactChange, about: &[ContactId]) -> bool {
        if change.is_note() {
            return about.iter().all(|contact| self.reads_note(*contact));
        }
        about == [self.contact] || self.effective.has(Privilege::ContactsView)
    }

    /// Whether they may read the note about a contact, and write it.
    pub fn reads_note(&self, about: ContactId) -> bool {
        // INVARIANT: a view shows its viewer no note about themselves (SECURITY T10).
        let about_oneself = about == self.contact || self.viewing == Viewing::AsContact { by: about };
        !about_oneself && self.effective.has(Privilege::ContactsView)
    }

    /// Whether they may read in the log which role or template was changed, and which roles are handed out.
    pub fn reads_sets(&self) -> bool {
        self.effective.has(Privilege::ContactsView)
    }

    /// Whether they may read in the log what these contacts asked for.
    pub fn reads_asked(&self, about: &[ContactId]) -> bool {
        about == [self.contact] || self.effective.has(Privilege::ContactsView)
    }

    /// Whether they may read the address of somebody on the account, whose contact may be unknown.
    pub fn reads_address(&self, about: Option<ContactId>) -> bool {
        about == Some(self.contact) || self.effective.reads_addresses()
    }

    /// Whether they may read how the log calls somebody. Where a contact has no name, that is its address.
    pub fn reads_name(&self, about: Option<ContactId>, name: &str) -> bool {
        self.reads_address(about) || EmailAddress::parse(name).is_err()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::id::AccountId;
    use crate::privilege::PrivilegeSet;
    use crate::right::Place;
    use crate::right::Right;
    use crate::rights::Rights;
    use crate::role::RoleSet;
    use crate::status::AccountStatus;
    use crate::status::ContactState;
    use uuid::Uuid;

    const ME: ContactId = ContactId::new(Uuid::from_u128(1));
    const OTHER: ContactId = ContactId::new(Uuid::from_u128(2));

    fn with(privilege: Privilege) -> Standing {
        Standing {
            account: AccountId::new(Uuid::from_u128(9)),
            status: AccountStatus::Active,
            contact: ME,
            owner: None,
            effective: Rights { privileges: PrivilegeSet::of(&[privilege]), ..Rights::default() }.effective(),
            hand_out: RoleSet::default(),
            viewing: Viewing::Off,
        }
    }

    #[test]
    fn a_price_is_read_by_those_who_see_services_as_such_or_spend_money_there() {
        let (here, there) = (ServiceId::new(Uuid::from_u128(5)), ServiceId::new(Uuid::from_u128(6)));
        let on = |operation| {
            Rights { services: [(here, OperationSet::of(&[operation]))].into(), ..Rights::default() }.effective()
        };
        assert!(!on(Operation::Power).reads_price(here));
        assert!(on(Operation::Renew).reads_price(here) && !on(Operation::Renew).reads_price(there));
        for privilege in [Privilege::ServicesView, Privilege::ServicesViewExpiring, Privilege::BillingView] {
            assert!(with(privilege).effective.reads_price(here), "{privilege:?}");
        }
    }

    fn detail(field: &str) -> ContactChange {
        ContactChange::Detail { field: field.to_owned(), now: "new".to_owned() }
    }

    fn changes() -> Vec<ContactChange> {
        let (right, place) = (Right::Privilege(Privilege::BillingPay), Place::Account);
        vec![
            detail("first_name"),
            detail("email"),
            detail("phone"),
            ContactChange::State { now: ContactState::Active },
            ContactChange::Given { right, place: place.clone() },
            ContactChange::Taken { right, place },
            ContactChange::Subscribed { category: Category::Billing },
            ContactChange::Unsubscribed { category: Category::Billing },
        ]
    }

    #[test]
    fn what_changed_about_others_is_for_those_who_see_contacts() {
        let (log_only, contacts) = (with(Privilege::AuditView), with(Privilege::ContactsView));
        for change in changes() {
            assert!(log_only.reads(&change, &[ME]) && contacts.reads(&change, &[ME]), "{change:?}");
            for about in [&[OTHER][..], &[ME, OTHER], &[]] {
                assert!(!log_only.reads(&change, about), "{change:?} of {about:?}");
                assert!(contacts.reads(&change, about), "{change:?} of {about:?}");
            }
        }
    }

    #[test]
    fn nobody_reads_the_note_about_themselves() {
        let (log_only, contacts) = (with(Privilege::AuditView), with(Privilege::ContactsView));
        let note = detail("note");
        for about in [&[ME][..], &[OTHER], &[ME, OTHER]] {
            assert!(!log_only.reads(&note, about), "{about:?}");
            assert_eq!(contacts.reads(&note, about), about == [OTHER], "{about:?}");
        }
    }

    #[test]
    fn what_was_asked_for_and_which_role_it_was_is_for_those_who_see_contacts() {
        let (log_only, contacts) = (with(Privilege::AuditView), with(Privilege::ContactsView));
        assert!(log_only.reads_asked(&[ME]) && !log_only.reads_asked(&[OTHER]) && contacts.reads_asked(&[OTHER]));
        assert!(!log_only.reads_sets() && contacts.reads_sets());
    }

    #[test]
    fn a_view_as_a_contact_shows_its_viewer_the_note_about_neither() {
        let third = ContactId::new(Uuid::from_u128(3));
        let view = Standing { viewing: Viewing::AsContact { by: OTHER }, ..with(Privilege::ContactsView) };
        assert_eq!([ME, OTHER, third].map(|about| view.reads_note(about)), [false, false, true]);
        assert!(!view.reads(&detail("note"), &[OTHER, third]) && view.reads(&detail("phone"), &[OTHER]));
    }

    #[test]
    fn an_address_is_no_name_to_those_who_see_no_contacts() {
        let (log_only, contacts) = (with(Privilege::AuditView), with(Privilege::ContactsView));
        let address = "new@example.com";
        assert!(log_only.reads_name(Some(ME), address));
        for about in [Some(OTHER), None] {
            assert!(log_only.reads_name(about, "Tina Example"));
            assert!(!log_only.reads_name(about, address) && contacts.reads_name(about, address));
        }
    }
}
