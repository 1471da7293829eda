//! A right that somebody asks for.

use crate::id::ServiceId;
use crate::right::{Place, Right};
use crate::rights::{Effective, Rights};
use serde::{Deserialize, Serialize};

/// What somebody asks for: one right, and for an operation the service, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Which right.
    pub right: Right,
    /// For an operation: the service; `None` asks for all services.
    pub service: Option<ServiceId>,
}

impl Asked {
    /// A right on the whole account.
    pub const fn on_account(right: Right) -> Self {
        Self { right, service: None }
    }

    /// Where it would hold.
    pub const fn place(self) -> Place {
        match (self.right, self.service) {
            (Right::Privilege(_) | Right::Role(_) | Right::OwnRole(_), _) => Place::Account,
            (Right::Operation(_), None) => Place::AllServices,
            (Right::Operation(_), Some(service)) => Place::Service { id: service, name: None },
        }
    }

    /// Whether somebody who holds this holds it already, in whatever form it was given.
    pub fn is_held(self, held: &Effective) -> bool {
        match (self.right, self.service) {
            (Right::Privilege(privilege), _) => held.has(privilege),
            // Nobody asks for one.
            (Right::OwnRole(_), _) => false,
            (Right::Operation(operation), None) => held.all_services().contains(operation),
            (Right::Operation(operation), Some(service)) => held.operations_on(service).contains(operation),
            (Right::Role(role), _) => {
                role.privileges().closed().is_within(held.privileges())
                    && role.operations().closed().is_within(held.all_services())
            }
        }
    }

    /// `rights` with it.
    #[must_use]
    pub fn added_to(self, rights: &Rights) -> Rights {
        let mut with = rights.clone();
        with.give(self.right, &self.place());
        with
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::Operation;
    use crate::role::Role;
    use uuid::Uuid;

    #[test]
    fn what_is_asked_for_is_held_in_whatever_form_it_was_given() {
        let service = ServiceId::new(Uuid::from_u128(1));
        let power = Asked { right: Right::Operation(Operation::Power), service: Some(service) };
        let none = Rights::default();
        assert!(!power.is_held(&none.effective()));
        let given = power.added_to(&none);
        assert!(power.is_held(&given.effective()));
        assert!(!Asked { service: None, ..power }.is_held(&given.effective()), "on one service only");
        let technical = Asked::on_account(Right::Role(Role::Technical));
        let with_role = technical.added_to(&none);
        assert!(technical.is_held(&with_role.effective()) && power.is_held(&with_role.effective()));
    }
}
