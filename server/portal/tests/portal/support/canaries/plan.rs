//! What an account is made of: its people, what they were given, and what it has.

use crate::support::canaries::{Account, Asked, Aviary, Contact, Ends, Invitation, Own, Person, Request, Service};
use domain::id::{
    AccessRequestId, AccountId, ContactId, DomainId, PersonId, ServiceId, SessionId, SshKeyId, TemplateId,
};
use domain::operation::{DomainOperation, Operation};
use domain::owner::OwnerKind;
use domain::privilege::Privilege;
use domain::role::Role;
use domain::status::AccountStatus;
use domain::status::ContactState;

impl Aviary {
    pub(super) fn plan(&mut self) -> Account {
        let statuses = [AccountStatus::Active, AccountStatus::Active, AccountStatus::Suspended, AccountStatus::Closed];
        let status = if self.accounts.len() < 4 { AccountStatus::Active } else { self.dice.pick(&statuses) };
        let services = (0..4).map(|_| Service {
            id: ServiceId::new(self.id()),
            ends: self.dice.pick(&[Ends::Never, Ends::Never, Ends::Soon, Ends::Past]),
        });
        let services = services.collect();
        let own = (0..3).map(|number| Own {
            id: TemplateId::new(self.id()),
            role: number > 0,
            privileges: self.dice.some(Privilege::ALL, 12),
            operations: self.dice.some(&[Operation::Power, Operation::Renew], 4),
            on_domains: self.dice.some(DomainOperation::ALL, 20),
        });
        let own = own.collect();
        let id = AccountId::new(self.id());
        let mut account = Account {
            id,
            // Of another kind, so it may be the same.
            ssh_key: SshKeyId::new(id.uuid()),
            status,
            contacts: Vec::new(),
            services,
            domains: (0..3).map(|_| DomainId::new(self.id())).collect(),
            own,
            requests: Vec::new(),
            invitations: Vec::new(),
        };
        for number in 0..5 + self.dice.below(3) {
            let contact = self.contact(number, &account.contacts);
            account.contacts.push(contact);
        }
        for number in 1..account.contacts.len() {
            self.ask(&mut account, number);
        }
        account
    }

    fn contact(&mut self, number: usize, others: &[Contact]) -> Contact {
        use ContactState::{Active, ContactOnly, Declined, Deleted, Pending, Suspended};
        let owner = match number {
            0 => Some(OwnerKind::Legal),
            1 if self.dice.one_in(3) => Some(OwnerKind::CoOwner),
            _ => None,
        };
        let others_state = [Active, Active, Active, Active, ContactOnly, Pending, Suspended, Declined, Deleted];
        let state = if number < 3 { Active } else { self.dice.pick(&others_state) };
        let login = matches!(state, Active | Suspended | Deleted);
        let person = login.then(|| self.person(others));
        // What decides about reading is rolled more often than the rest.
        let decisive = [
            Privilege::AuditView,
            Privilege::ContactsView,
            Privilege::ContactsManage,
            Privilege::ServicesView,
            Privilege::ServicesViewExpiring,
            Privilege::DomainsView,
            Privilege::BillingView,
        ];
        let mut privileges = self.dice.some(&decisive, 4);
        privileges.extend(self.dice.some(Privilege::ALL, 30));
        Contact {
            id: ContactId::new(self.id()),
            person,
            owner,
            state,
            ended: owner.is_none() && self.dice.one_in(9),
            roles: self.dice.some(&Role::ALL, 15),
            own_roles: self.dice.some(&[1, 2], 6),
            privileges,
            all: self.dice.some(&[Operation::Power, Operation::Renew], 9),
            each: self.dice.some(&[0, 1, 2, 3], 3).into_iter().map(|service| (service, Operation::Power)).collect(),
            all_domains: self.dice.some(DomainOperation::ALL, 40),
            each_domain: self
                .dice
                .some(&[0, 1, 2], 4)
                .into_iter()
                .map(|domain| (domain, self.dice.pick(DomainOperation::ALL)))
                .collect(),
            template: self.dice.one_in(4).then_some(0),
        }
    }

    /// A new person, or one from another account.
    fn person(&mut self, others: &[Contact]) -> usize {
        if !self.people.is_empty() && self.dice.one_in(4) {
            let known = self.dice.below(self.people.len());
            if others.iter().all(|contact| contact.person != Some(known)) {
                return known;
            }
        }
        let (id, session) = (PersonId::new(self.id()), SessionId::new(self.id()));
        let token = self.id().to_string();
        self.people.push(Person { id, session, token });
        self.people.len() - 1
    }

    fn ask(&mut self, account: &mut Account, contact: usize) {
        let asked = match self.dice.below(4) {
            0 | 1 => Asked::Privilege(self.dice.pick(&[Privilege::BillingPay, Privilege::ContactsView])),
            2 => Asked::OnService(self.dice.below(account.services.len()), Operation::Power),
            _ => Asked::OnDomain(self.dice.below(account.domains.len()), self.dice.pick(DomainOperation::ALL)),
        };
        let (id, open) = (AccessRequestId::new(self.id()), !self.dice.one_in(3));
        account.requests.push(Request { id, contact, asked, open });
        if account.contacts[contact].state == ContactState::Pending {
            let by = account.contacts[0].person.expect("an owner has a login");
            account.invitations.push(Invitation { token: self.id().to_string(), contact, by });
        }
    }
}
