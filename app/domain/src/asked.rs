//! A right that somebody asks for.

use crate::id::{DomainId, ServiceId};
use crate::right::{Place, Right};
use crate::rights::{Effective, Rights};
use serde::{Deserialize, Serialize};

/// What somebody asks for: one right, and for an operation the service or the domain, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Which right.
    pub right: Right,
    /// For an operation: the service; `None` asks for all services.
    pub service: Option<ServiceId>,
    /// For an operation on domains: the domain; `None` asks for all domains.
    #[serde(default)]
    pub domain: Option<DomainId>,
}

impl Asked {
    /// A right on the whole account.
    pub const fn on_account(right: Right) -> Self {
        Self { right, service: None, domain: None }
    }

    /// Where it would hold.
    pub const fn place(self) -> Place {
        match (self.right, self.service, self.domain) {
            (Right::Privilege(_) | Right::Role(_) | Right::OwnRole(_), ..) => Place::Account,
            (Right::Operation(_), None, _) => Place::AllServices,
            (Right::Operation(_), Some(service), _) => Place::Service { id: service, name: None },
            (Right::DomainOperation(_), _, None) => Place::AllDomains,
            (Right::DomainOperation(_), _, Some(domain)) => Place::Domain { id: domain, name: None },
        }
    }

    /// Whether somebody who holds this holds it already, in whatever form it was given.
    pub fn is_held(self, held: &Effective) -> bool {
        match self.right {
            Right::Privilege(privilege) => held.has(privilege),
            // Nobody asks for one.
            Right::OwnRole(_) => false,
            Right::Operation(operation) => {
                self.service.map_or(held.all_services(), |id| held.operations_on(id)).contains(operation)
            }
            Right::DomainOperation(operation) => {
                self.domain.map_or(held.all_domains(), |id| held.domain_operations_on(id)).contains(operation)
            }
            Right::Role(role) => {
                role.privileges().closed().is_within(held.privileges())
                    && role.operations().closed().is_within(held.all_services())
                    && role.domain_operations().is_within(held.all_domains())
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
    use crate::operation::{DomainOperation, Operation};
    use crate::role::Role;
    use uuid::Uuid;

    #[test]
    fn what_is_asked_for_is_held_in_whatever_form_it_was_given() {
        let service = ServiceId::new(Uuid::from_u128(1));
        let power = Asked { service: Some(service), ..Asked::on_account(Right::Operation(Operation::Power)) };
        let none = Rights::default();
        assert!(!power.is_held(&none.effective()));
        let given = power.added_to(&none);
        assert!(power.is_held(&given.effective()));
        assert!(!Asked { service: None, ..power }.is_held(&given.effective()), "on one service only");
        let domain = DomainId::new(Uuid::from_u128(2));
        let dns = Asked { domain: Some(domain), ..Asked::on_account(Right::DomainOperation(DomainOperation::Dns)) };
        let given = dns.added_to(&none);
        assert!(dns.is_held(&given.effective()) && !dns.is_held(&none.effective()));
        assert!(!Asked { domain: None, ..dns }.is_held(&given.effective()), "on one domain only");
        let technical = Asked::on_account(Right::Role(Role::Technical));
        let with_role = technical.added_to(&none);
        assert!(technical.is_held(&with_role.effective()) && power.is_held(&with_role.effective()));
    }
}
