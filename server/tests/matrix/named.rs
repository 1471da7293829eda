//! The contacts that requests name.

use crate::arrivals::{Colleague, Kind, given};
use crate::people::Person;
use crate::reference::{Address, Deed, Known, Place, Whom};
use crate::rows::NOTHING;
use crate::world::World;
use domain::id::ContactId;
use domain::owner::OwnerKind;
use domain::rights::Rights;

/// A contact that is named in a request.
#[derive(Debug, Clone)]
pub struct Named {
    pub id: String,
    /// What is known of it, where the account of the address has it.
    pub known: Option<Known>,
}

impl World {
    /// The contact named by an address in the eyes of somebody: of its kind, the one that nothing is done to.
    pub fn named(&self, who: &Person, at: Address, deed: Deed) -> Named {
        let kind = deed.kind();
        let colleague = Colleague { account: "demo:hosting", whom: at.whom, kind, number: 0 };
        self.named_as(who, at, deed, &colleague.name())
    }

    /// The same, but one of its kind that was not there before.
    pub async fn named_anew(&mut self, who: &Person, at: Address, deed: Deed) -> Named {
        if !matches!(at.whom, Whom::Weak | Whom::Strong) {
            return self.named(who, at, deed);
        }
        let name = self.arrive("demo:hosting", at.whom, deed.kind()).await;
        self.named_as(who, at, deed, &name)
    }

    fn named_as(&self, who: &Person, at: Address, deed: Deed, colleague: &str) -> Named {
        let (name, owner, rights) = match at.whom {
            Whom::Oneself => (who.contact.as_deref(), who.given.owner, who.given.rights.clone()),
            Whom::Owner => (Some("demo:contact-owner"), Some(OwnerKind::Legal), Rights::default()),
            Whom::Weak | Whom::Strong => (Some(colleague), deed.kind().owner(), given(at.whom)),
            Whom::Foreign => (Some("demo:el-owner"), Some(OwnerKind::Legal), Rights::default()),
            Whom::Nobody => (None, None, Rights::default()),
        };
        let id = name.map_or_else(|| NOTHING.to_owned(), |name| self.id(name));
        let there = match at.place {
            Place::Demo => !matches!(at.whom, Whom::Foreign | Whom::Nobody),
            Place::Elsewhere => at.whom == Whom::Foreign,
            Place::Nowhere => false,
        };
        let deleted = deed.kind() == Kind::Deleted && matches!(at.whom, Whom::Weak | Whom::Strong);
        let now = if deleted { Rights::default() } else { rights.clone() };
        let known = there.then(|| Known { id: id.parse().unwrap(), owner, rights: now, before: rights });
        Named { id, known }
    }

    /// Somebody's own contact on an account; no contact's id where they have none.
    pub fn own_contact(&self, who: &Person, place: Place) -> ContactId {
        let contact = who.contact.as_ref();
        let name = match place {
            Place::Demo => contact.cloned(),
            Place::Elsewhere if who.login == "outsider" => Some("demo:el-owner".to_owned()),
            Place::Elsewhere => contact.filter(|_| who.elsewhere.is_some()).map(|name| format!("{name}-elsewhere")),
            Place::Nowhere => None,
        };
        name.map_or_else(|| NOTHING.to_owned(), |name| self.id(&name)).parse().unwrap()
    }

    /// The contact that the viewer views the portal as.
    pub fn viewed(&self) -> Known {
        let at = Address { place: Place::Demo, viewing: false, whom: Whom::Weak };
        self.named(&self.people[0], at, Deed::See).known.unwrap()
    }

    /// The contact that the demo account is offered to, where it is: the technician.
    pub fn recipient(&self) -> Known {
        let technician = self.people.iter().find(|person| person.name == "technician").unwrap();
        let at = Address { place: Place::Demo, viewing: false, whom: Whom::Oneself };
        self.named(technician, at, Deed::See).known.unwrap()
    }
}
