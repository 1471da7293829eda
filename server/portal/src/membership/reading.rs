//! What is stored, as one reader may know it: every answer that speaks of changes, places or notes goes through here. What
//! may be read is decided by `domain::access`.

use crate::base::error::Failure;
use crate::mail::letter::Signature;
use crate::membership::acting::Entered;
use crate::records::holdings;
use crate::unit::Unit;
use domain::access::Standing;
use domain::audit::{Change, Noted};
use domain::by::By;
use domain::change::ContactChange;
use domain::contact::Contact;
use domain::details::ContactDetails;
use domain::domains::DomainChoice;
use domain::email::EmailAddress;
use domain::id::{AccountId, ContactId, DomainId, ServiceId};
use domain::right::Place;
use domain::rights::Effective;
use domain::service::ServiceChoice;
use std::collections::BTreeSet;

/// A reader, with the services and domains of the account as they know them.
pub(crate) struct Reading<'a> {
    who: &'a Standing,
    places: Places,
}

/// Services and domains, as somebody knows them.
#[derive(Default)]
pub(crate) struct Places {
    pub(crate) services: Vec<ServiceChoice>,
    pub(crate) domains: Vec<DomainChoice>,
}

impl Places {
    /// All that whoever holds this knows on an account.
    pub(crate) async fn known(unit: &mut Unit<'_>, account: AccountId, held: &Effective) -> Result<Self, Failure> {
        Ok(Self {
            services: holdings::known(unit, account, held).await?,
            domains: holdings::known_domains(unit, account, held).await?,
        })
    }

    /// A place with the name of its service or domain.
    pub(crate) fn named(&self, mut place: Place) -> Place {
        self.name(&mut place);
        place
    }

    fn name(&self, place: &mut Place) {
        match place {
            Place::Service { id, name } => {
                *name = self.services.iter().find(|service| service.id == *id).and_then(|service| service.name.clone());
            }
            Place::Domain { id, name } => {
                *name = self.domains.iter().find(|domain| domain.id == *id).and_then(|domain| domain.name.clone());
            }
            Place::Account
            | Place::OwnRole { .. }
            | Place::AllServices
            | Place::NewServices
            | Place::AllDomains
            | Place::NewDomains => {}
        }
    }
}

impl<'a> Reading<'a> {
    /// What the actor may know.
    pub(crate) async fn of(unit: &mut Unit<'_>, entered: &'a Entered) -> Result<Self, Failure> {
        let who = entered.actor.standing();
        Ok(Self { who, places: Places::known(unit, who.account, &who.effective).await? })
    }

    /// The same for answers that speak of no services and domains but these.
    pub(crate) async fn about(
        unit: &mut Unit<'_>,
        entered: &'a Entered,
        (services, domains): (&BTreeSet<ServiceId>, &BTreeSet<DomainId>),
    ) -> Result<Self, Failure> {
        let who = entered.actor.standing();
        let places = Places {
            services: holdings::known_of(unit, who.account, &who.effective, services).await?,
            domains: holdings::known_domains_of(unit, who.account, &who.effective, domains).await?,
        };
        Ok(Self { who, places })
    }

    /// What may be read of changes that were made to these contacts at once.
    pub(crate) fn changes(&self, changes: Vec<ContactChange>, about: &[ContactId]) -> Vec<ContactChange> {
        changes.into_iter().filter_map(|change| self.change(change, about)).collect()
    }

    /// The same of a row of the log.
    pub(crate) fn logged(&self, changes: Vec<Change>, about: &[ContactId]) -> Vec<Change> {
        let read = |change| match change {
            Change::Contact(change) => self.change(change, about).map(Change::Contact),
        };
        changes.into_iter().filter_map(read).collect()
    }

    fn change(&self, mut change: ContactChange, about: &[ContactId]) -> Option<ContactChange> {
        if !self.who.reads(&change, about) {
            return None;
        }
        match &mut change {
            ContactChange::Given { place, .. } | ContactChange::Taken { place, .. } => {
                self.places.name(place);
            }
            ContactChange::Detail { .. }
            | ContactChange::Renamed { .. }
            | ContactChange::State { .. }
            | ContactChange::Ends { .. }
            | ContactChange::Subscribed { .. }
            | ContactChange::Unsubscribed { .. } => {}
        }
        Some(change)
    }

    /// Who did something, with the name and the address that the reader may know.
    pub(crate) fn by(&self, by: By) -> By {
        match by {
            By::Person { name, email, contact } => {
                let name = if self.who.reads_name(contact, &name) { name } else { String::new() };
                By::Person { name, email: email.filter(|_| self.who.reads_address(contact)), contact }
            }
            By::Provider => By::Provider,
        }
    }

    /// How the log calls contacts.
    pub(crate) fn targets(&self, targets: Vec<(ContactId, String)>) -> Vec<(ContactId, Option<String>)> {
        let read = |(contact, name): (ContactId, String)| {
            let known = self.who.reads_name(Some(contact), &name);
            (contact, known.then_some(name))
        };
        targets.into_iter().map(read).collect()
    }

    /// What the log says of a fact that was done to these contacts.
    pub(crate) fn noted(&self, noted: Noted, about: &[ContactId]) -> Option<Noted> {
        match noted {
            Noted::Set { .. } | Noted::HandOut(_) => self.who.reads_sets().then_some(noted),
            Noted::Asked { right, place } => {
                self.who.reads_asked(about).then(|| Noted::Asked { right, place: self.place(place) })
            }
            // INVARIANT: nothing is said of a service that the reader does not see (SECURITY T10).
            Noted::Operated { place, verb } => {
                let place = self.place(place);
                let is_seen = matches!(place, Place::Service { name: Some(_), .. });
                is_seen.then_some(Noted::Operated { place, verb })
            }
            // When something was done is for everybody who reads the log.
            Noted::Viewed(_) => Some(noted),
        }
    }

    /// The details of a contact that may be seen.
    pub(crate) fn details(&self, about: ContactId, details: &mut ContactDetails) {
        if !self.who.reads_note(about) {
            details.note.clear();
        }
    }

    /// A place with the name of its service or domain.
    pub(crate) fn place(&self, place: Place) -> Place {
        self.places.named(place)
    }

    /// The services for which `given` holds, in the order of their names.
    pub(crate) fn services(&self, given: impl Fn(ServiceId) -> bool) -> Vec<ServiceChoice> {
        self.places.services.iter().filter(|service| given(service.id)).cloned().collect()
    }

    /// The domains for which `given` holds, in the order of their names.
    pub(crate) fn domains(&self, given: impl Fn(DomainId) -> bool) -> Vec<DomainChoice> {
        self.places.domains.iter().filter(|domain| given(domain.id)).cloned().collect()
    }
}

/// Whoever did something, as a mail names them to a reader who holds this. Where there is no name but an address, the
/// account stands for it.
pub(crate) fn signed<'a>(by: Signature<'a>, account: &'a str, reader: &Effective) -> Signature<'a> {
    if reader.reads_addresses() {
        return by;
    }
    let name = if EmailAddress::parse(by.name).is_ok() { account } else { by.name };
    Signature { name, email: "" }
}

/// What a contact holds: an owner everything.
pub(crate) fn held_by(contact: &Contact) -> Effective {
    if contact.owner.is_some() { Effective::full() } else { contact.now.rights.effective() }
}
