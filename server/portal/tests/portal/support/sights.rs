//! Who may read what on a generated account, from the rights as they were given: the reference for `reading`. It asks
//! nothing of `domain::access`.

use crate::support::canaries::{Account, Asked, Aviary, Canary, Ends, Spot};
use domain::operation::{DomainOperation, Operation};
use domain::privilege::{IMPLIED, Privilege};
use domain::status::AccountStatus;
use domain::status::ContactState;
use std::collections::BTreeSet;

/// What a contact holds.
struct Held<'a> {
    there: &'a Account,
    number: usize,
    everything: bool,
    privileges: BTreeSet<Privilege>,
    all: BTreeSet<Operation>,
    all_domains: BTreeSet<DomainOperation>,
}

impl<'a> Held<'a> {
    fn of(there: &'a Account, number: usize) -> Self {
        let contact = &there.contacts[number];
        let mut privileges: BTreeSet<Privilege> = contact.privileges.iter().copied().collect();
        let mut all: BTreeSet<Operation> = contact.all.iter().copied().collect();
        let mut all_domains: BTreeSet<DomainOperation> = contact.all_domains.iter().copied().collect();
        for role in &contact.roles {
            all_domains.extend(role.domain_operations().iter());
            privileges.extend(role.privileges().iter());
            all.extend(role.operations().iter());
        }
        for own in &contact.own_roles {
            privileges.extend(&there.own[*own].privileges);
            all.extend(&there.own[*own].operations);
            all_domains.extend(&there.own[*own].on_domains);
        }
        if contact.state == ContactState::Deleted {
            (privileges, all, all_domains) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        }
        // Renewing shows what there is to renew; any other operation on all services shows all of them.
        if all.contains(&Operation::Renew) {
            privileges.insert(Privilege::ServicesViewExpiring);
        }
        if all.iter().any(|operation| *operation != Operation::Renew) {
            privileges.insert(Privilege::ServicesView);
        }
        // Any operation on all domains shows all of them.
        if !all_domains.is_empty() {
            privileges.insert(Privilege::DomainsView);
        }
        let (everything, privileges, all) = (contact.owner.is_some(), closed(privileges), with(all));
        Self { there, number, everything, privileges, all, all_domains }
    }

    fn has(&self, privilege: Privilege) -> bool {
        self.everything || self.privileges.contains(&privilege)
    }

    fn on(&self, service: usize) -> BTreeSet<Operation> {
        let contact = &self.there.contacts[self.number];
        let each = contact.each.iter().filter(|(at, _)| *at == service).map(|(_, operation)| *operation);
        let mut held = with(each.collect());
        held.extend(&self.all);
        held
    }

    fn sees(&self, service: usize) -> bool {
        let expiring = self.there.services[service].ends != Ends::Never;
        self.has(Privilege::ServicesView)
            || expiring && self.has(Privilege::ServicesViewExpiring)
            || !self.on(service).is_empty()
    }

    /// Whether they rebuild some service, and so choose among the keys.
    fn rebuilds(&self) -> bool {
        let mut each = self.there.contacts[self.number].each.iter();
        each.any(|(_, operation)| *operation == Operation::Rebuild) || self.all.contains(&Operation::Rebuild)
    }

    fn on_domain(&self, domain: usize) -> BTreeSet<DomainOperation> {
        let contact = &self.there.contacts[self.number];
        let each = contact.each_domain.iter().filter(|(at, _)| *at == domain).map(|(_, operation)| *operation);
        each.filter(|_| contact.state != ContactState::Deleted).chain(self.all_domains.iter().copied()).collect()
    }

    fn sees_domain(&self, domain: usize) -> bool {
        self.has(Privilege::DomainsView) || !self.on_domain(domain).is_empty()
    }

    /// Whether they could give what was asked for.
    fn decides(&self, request: usize) -> bool {
        let request = &self.there.requests[request];
        let asker = &self.there.contacts[request.contact];
        let waits = request.open && asker.owner.is_none() && asker.state != ContactState::Deleted;
        if !waits || request.contact == self.number || !self.has(Privilege::ContactsManage) {
            return false;
        }
        let theirs = Self::of(self.there, request.contact);
        match request.asked {
            Asked::Privilege(privilege) => {
                closed([privilege].into()).into_iter().all(|each| theirs.has(each) || self.has(each))
            }
            Asked::OnDomain(domain, operation) => {
                [&theirs, self].into_iter().any(|held| held.everything || held.on_domain(domain).contains(&operation))
            }
            Asked::OnService(service, operation) => with([operation].into())
                .into_iter()
                .all(|each| self.everything || theirs.on(service).contains(&each) || self.on(service).contains(&each)),
        }
    }
}

fn closed(mut privileges: BTreeSet<Privilege>) -> BTreeSet<Privilege> {
    loop {
        let lacks = |(from, to): &&(Privilege, Privilege)| privileges.contains(from) && !privileges.contains(to);
        let next = IMPLIED.iter().find(lacks).copied();
        let Some((_, implied)) = next else { return privileges };
        privileges.insert(implied);
    }
}

/// Typing in a console is seeing it.
fn with(mut operations: BTreeSet<Operation>) -> BTreeSet<Operation> {
    if operations.contains(&Operation::Console) {
        operations.insert(Operation::ConsoleView);
    }
    operations
}

/// What one contact may read on its account.
pub struct Sights<'a> {
    held: Held<'a>,
    /// The contact that views the portal as that one.
    viewer: Option<usize>,
}

impl<'a> Sights<'a> {
    pub fn of(there: &'a Account, number: usize) -> Self {
        Self { held: Held::of(there, number), viewer: None }
    }

    /// The same in a view.
    pub fn viewed_by(self, viewer: usize) -> Self {
        Self { viewer: Some(viewer), ..self }
    }

    /// Whether what stands there may be read.
    pub fn shows(&self, spot: &Spot) -> bool {
        match self.held.there.status {
            AccountStatus::Active | AccountStatus::Suspended => self.shows_on_an_open_account(spot),
            AccountStatus::Closed => self.shows_on_a_closed_account(spot),
        }
    }

    fn shows_on_an_open_account(&self, spot: &Spot) -> bool {
        let (held, own) = (&self.held, &self.held.there.contacts[self.held.number]);
        let (log, contacts) = (held.has(Privilege::AuditView), held.has(Privilege::ContactsView));
        let me = |contact: &usize| *contact == held.number;
        let notes_about = |contact: &usize| contacts && !me(contact) && self.viewer != Some(*contact);
        match spot {
            Spot::AccountName => true,
            Spot::Person(_) | Spot::PersonName(_) | Spot::Hidden => false,
            Spot::Contact(contact) => me(contact) || contacts,
            Spot::Note(contact) => notes_about(contact),
            Spot::Service(service) => held.sees(*service),
            Spot::Domain(domain) => held.sees_domain(*domain),
            Spot::Invoice => held.has(Privilege::BillingView),
            Spot::SshKey => held.has(Privilege::SshKeysManage) || held.rebuilds(),
            Spot::Template(number) => {
                contacts || own.own_roles.contains(number) || own.template.is_some_and(|own| own == *number)
            }
            Spot::Reason(request) => me(&held.there.requests[*request].contact) || held.decides(*request),
            Spot::Decision(contact) => me(contact),
            Spot::LogBy | Spot::LogName => log,
            Spot::LogAddress(contact) => log && (me(contact) || contacts),
            Spot::LogChange(about) => log && (contacts || about.iter().all(me) && !about.is_empty()),
            Spot::LogNote(contact) => log && notes_about(contact),
        }
    }

    /// Owners read records there, and everybody what they are themselves.
    fn shows_on_a_closed_account(&self, spot: &Spot) -> bool {
        let own = &self.held.there.contacts[self.held.number];
        match spot {
            Spot::AccountName => true,
            Spot::Template(number) => own.own_roles.contains(number),
            Spot::Invoice => self.held.everything,
            Spot::Reason(request) => {
                self.held.everything && self.held.there.requests[*request].contact == self.held.number
            }
            Spot::Decision(contact) => self.held.everything && *contact == self.held.number,
            Spot::Service(service) => {
                let on_it = |asked: Asked| matches!(asked, Asked::OnService(at, _) if at == *service);
                self.held.everything && self.asked_for(on_it)
            }
            Spot::Domain(domain) => {
                let on_it = |asked: Asked| matches!(asked, Asked::OnDomain(at, _) if at == *domain);
                self.held.everything && self.asked_for(on_it)
            }
            Spot::Person(_)
            | Spot::PersonName(_)
            | Spot::Contact(_)
            | Spot::Note(_)
            | Spot::SshKey
            | Spot::LogBy
            | Spot::LogName
            | Spot::LogAddress(_)
            | Spot::LogChange(_)
            | Spot::LogNote(_)
            | Spot::Hidden => false,
        }
    }

    /// Whether they asked for something on it themselves.
    fn asked_for(&self, on_it: impl Fn(Asked) -> bool) -> bool {
        let mut requests = self.held.there.requests.iter();
        requests.any(|request| request.contact == self.held.number && on_it(request.asked))
    }
}

impl Aviary {
    /// Whether the list of a person's accounts may show it: what each is called, and what they are there.
    pub fn of_all_accounts(&self, person: usize, canary: &Canary) -> bool {
        let there = &self.accounts[canary.account];
        let own = there.contacts.iter().find(|contact| contact.person == Some(person) && contact.acts());
        match canary.spot {
            Spot::AccountName => own.is_some(),
            Spot::Template(number) => own.is_some_and(|own| own.own_roles.contains(&number)),
            Spot::Person(_)
            | Spot::PersonName(_)
            | Spot::Contact(_)
            | Spot::Note(_)
            | Spot::Service(_)
            | Spot::Domain(_)
            | Spot::Invoice
            | Spot::SshKey
            | Spot::Reason(_)
            | Spot::Decision(_)
            | Spot::LogBy
            | Spot::LogName
            | Spot::LogAddress(_)
            | Spot::LogChange(_)
            | Spot::LogNote(_)
            | Spot::Hidden => false,
        }
    }

    /// Whether an invitation says it to those who have the link.
    pub fn offers(&self, account: usize, number: usize, canary: &Canary) -> bool {
        let there = &self.accounts[account];
        let invitation = &there.invitations[number];
        let invited = &there.contacts[invitation.contact];
        if let Spot::PersonName(person) = canary.spot {
            return person == invitation.by;
        }
        canary.account == account
            && match canary.spot {
                Spot::AccountName => true,
                Spot::Contact(contact) => {
                    // Whom it is for, and who sent it.
                    contact == invitation.contact || there.contacts[contact].person == Some(invitation.by)
                }
                Spot::Service(service) => invited.each.iter().any(|(at, _)| *at == service),
                Spot::Domain(domain) => invited.each_domain.iter().any(|(at, _)| *at == domain),
                Spot::Template(own) => invited.own_roles.contains(&own) || invited.template == Some(own),
                Spot::Person(_)
                | Spot::PersonName(_)
                | Spot::Note(_)
                | Spot::Invoice
                | Spot::SshKey
                | Spot::Reason(_)
                | Spot::Decision(_)
                | Spot::LogBy
                | Spot::LogName
                | Spot::LogAddress(_)
                | Spot::LogChange(_)
                | Spot::LogNote(_)
                | Spot::Hidden => false,
            }
    }
}
