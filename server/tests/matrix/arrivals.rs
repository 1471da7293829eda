//! The people and contacts that the demo data lacks, in the format of the import.

use crate::people::{Cookie, Person, privileges};
use crate::reference::Whom;
use domain::operation::{Operation, OperationSet};
use domain::owner::OwnerKind;
use domain::privilege::Privilege;
use domain::rights::Rights;
use domain::status::ContactState;
use serde_json::{Value, json};

/// The account with nobody on it but its owner, the host, who invites people there.
pub const GUESTS: &str = "matrix:guests";

/// What a contact is that something is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Active,
    Suspended,
    Deleted,
    Pending,
    CoOwner,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Active, Self::Suspended, Self::Deleted, Self::Pending, Self::CoOwner];

    const fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Deleted => "deleted",
            Self::Pending => "pending",
            Self::CoOwner => "coowner",
        }
    }

    /// The state that it is imported in: those that are deleted are deleted by the owner.
    const fn imported(self) -> ContactState {
        match self {
            Self::Active | Self::Deleted | Self::CoOwner => ContactState::Active,
            Self::Suspended => ContactState::Suspended,
            Self::Pending => ContactState::Pending,
        }
    }

    /// What it owns of the account.
    pub const fn owner(self) -> Option<OwnerKind> {
        match self {
            Self::CoOwner => Some(OwnerKind::CoOwner),
            Self::Active | Self::Suspended | Self::Deleted | Self::Pending => None,
        }
    }
}

/// A contact to be acted on.
#[derive(Debug, Clone, Copy)]
pub struct Colleague<'a> {
    pub account: &'a str,
    pub whom: Whom,
    pub kind: Kind,
    /// Number 0 is there from the beginning, and stays as it is.
    pub number: usize,
}

impl Colleague<'_> {
    /// The name under which it is imported.
    pub fn name(self) -> String {
        format!("matrix:{:?}-{}-{}", self.whom, self.kind.key(), self.number).to_lowercase()
    }

    pub fn lines(self, hash: &str) -> Vec<Value> {
        let name = self.name();
        let person = human(&name, &name.replace(':', "-"), hash, "self");
        let mut contact = contact(&name, self.account, self.kind.imported(), &given(self.whom));
        if let Some(owner) = self.kind.owner() {
            contact["owner"] = json!(owner.key());
        }
        // Whoever waits has no login here yet.
        if self.kind == Kind::Pending {
            contact["person"] = Value::Null;
            contact["email"] = json!(format!("{}@demo.example", name.replace(':', "-")));
            contact["first_name"] = json!("Some");
            contact["last_name"] = json!("Body");
        }
        vec![person, contact]
    }
}

/// Those that nothing is ever done to.
pub fn standing_by() -> impl Iterator<Item = Colleague<'static>> {
    let each = |whom| Kind::ALL.map(|kind| Colleague { account: "demo:hosting", whom, kind, number: 0 });
    [Whom::Weak, Whom::Strong].into_iter().flat_map(each)
}

/// What a contact was given.
pub fn given(whom: Whom) -> Rights {
    match whom {
        Whom::Strong => Rights {
            all_services: OperationSet::of(&[Operation::Power]),
            ..privileges(&[Privilege::ServicesView, Privilege::BillingView])
        },
        Whom::Weak | Whom::Oneself | Whom::Owner | Whom::Foreign | Whom::Nobody => {
            privileges(&[Privilege::ServicesView])
        }
    }
}

/// Everybody and everything.
pub fn all(people: &[Person], hash: &str) -> Vec<Value> {
    let mut lines = host(hash);
    for person in people {
        let Some(state) = person.arrives else { continue };
        let name = person.contact.clone().unwrap_or_default();
        let by = if person.cookie == Cookie::MustChange { "other" } else { "self" };
        lines.push(human(&name, person.login, hash, by));
        let mut contact = contact(&name, "demo:hosting", state, &person.given.rights);
        if person.name == "expired" {
            contact["ends_in_days"] = json!(-1);
        }
        if let Some(owner) = person.given.owner {
            contact["owner"] = json!(owner.key());
        }
        lines.push(contact);
        if let Some(part) = &person.elsewhere {
            lines.push(json!({"type": "contact", "id": format!("{name}-elsewhere"), "account": "demo:elsewhere",
                "person": name, "roles": part.rights.roles, "privileges": part.rights.privileges}));
        }
    }
    lines.extend(standing_by().flat_map(|colleague| colleague.lines(hash)));
    lines
}

fn host(hash: &str) -> Vec<Value> {
    vec![
        json!({"type": "account", "id": GUESTS, "name": "Guests Ltd", "status": "active", "currency": "EUR"}),
        human("matrix:host", "host", hash, "self"),
        json!({"type": "contact", "id": "matrix:contact-host", "account": GUESTS, "person": "matrix:host",
            "owner": "legal"}),
    ]
}

fn human(name: &str, login: &str, hash: &str, by: &str) -> Value {
    json!({"type": "person", "id": name, "email": format!("{login}@demo.example"), "first_name": "Some",
        "last_name": "Body", "password_hash": hash, "password_by": by, "verified": true})
}

fn contact(name: &str, account: &str, state: ContactState, rights: &Rights) -> Value {
    let mut services = json!({"all": rights.all_services});
    for operations in rights.services.values() {
        services["demo:web-01"] = json!(operations);
    }
    json!({"type": "contact", "id": name, "account": account, "person": name, "state": state.key(),
        "roles": rights.roles, "privileges": rights.privileges, "services": services})
}
