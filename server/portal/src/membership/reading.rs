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
use domain::email::EmailAddress;
use domain::id::{ContactId, ServiceId};
use domain::right::Place;
use domain::rights::Effective;
use domain::service::ServiceChoice;
use std::collections::BTreeSet;

/// A reader, with the services of the account as they know them.
pub(crate) struct Reading<'a> {
    who: &'a Standing,
    services: Vec<ServiceChoice>,
}

impl<'a> Reading<'a> {
    /// What the actor may know.
    pub(crate) async fn of(unit: &mut Unit<'_>, entered: &'a Entered) -> Result<Self, Failure> {
        let who = entered.actor.standing();
        Ok(Self { who, services: holdings::known(unit, who.account, &who.effective).await? })
    }

    /// The same for answers that speak of no services but these.
    pub(crate) async fn about(
        unit: &mut Unit<'_>,
        entered: &'a Entered,
        services: &BTreeSet<ServiceId>,
    ) -> Result<Self, Failure> {
        let who = entered.actor.standing();
        Ok(Self { who, services: holdings::known_of(unit, who.account, &who.effective, services).await? })
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
            ContactChange::Given { place, .. } | ContactChange::Taken { place, .. } => name(place, &self.services),
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
            Noted::Operated { place, verb, reason } => {
                let place = self.place(place);
                let is_seen = matches!(place, Place::Service { name: Some(_), .. });
                is_seen.then_some(Noted::Operated { place, verb, reason })
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

    /// A place with its service's name.
    pub(crate) fn place(&self, place: Place) -> Place {
        named(place, &self.services)
    }

    /// The services for which `given` holds, in the order of their names.
    pub(crate) fn services(self, given: impl Fn(ServiceId) -> bool) -> Vec<ServiceChoice> {
        self.services.into_iter().filter(|service| given(service.id)).collect()
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

/// A place with its service's name, as it is known.
pub(crate) fn named(mut place: Place, services: &[ServiceChoice]) -> Place {
    name(&mut place, services);
    place
}

fn name(place: &mut Place, services: &[ServiceChoice]) {
    match place {
        Place::Service { id, name } => {
            *name = services.iter().find(|service| service.id == *id).and_then(|service| service.name.clone());
        }
        Place::Account | Place::OwnRole { .. } | Place::AllServices | Place::NewServices => {}
    }
}
