//! The columns of a grant, and what they say.

use domain::id::{DomainId, RoleId, ServiceId};
use domain::operation::{DomainOperation, Operation};
use domain::privilege::Privilege;
use domain::right::Right;
use domain::right::{Place, ScopeKind};
use domain::role::{Role, RoleSet};

pub(super) const ALL: &str = "all";
pub(super) const NEW: &str = "new";

/// What the columns of a grant say, if this version knows it. Nobody is given on the account, or on services, what was given
/// on domains.
pub fn understood(kind: &str, (scope_kind, scope): (&str, &str), key: &str) -> Option<(Right, Place)> {
    match (kind, ScopeKind::from_key(scope_kind)?) {
        ("role", ScopeKind::Account) => {
            let built_in = Role::from_key(key).map(Right::Role);
            let right = built_in.or_else(|| key.parse::<RoleId>().ok().map(Right::OwnRole));
            right.map(|right| (right, Place::Account))
        }
        ("privilege", ScopeKind::Account) => {
            Privilege::from_key(key).map(|privilege| (Right::Privilege(privilege), Place::Account))
        }
        ("operation", ScopeKind::Service) => {
            let place = match scope {
                ALL => Place::AllServices,
                NEW => Place::NewServices,
                service => Place::Service { id: service.parse::<ServiceId>().ok()?, name: None },
            };
            Operation::from_key(key).map(|operation| (Right::Operation(operation), place))
        }
        ("operation", ScopeKind::Domain) => {
            let place = match scope {
                ALL => Place::AllDomains,
                NEW => Place::NewDomains,
                domain => Place::Domain { id: domain.parse::<DomainId>().ok()?, name: None },
            };
            DomainOperation::from_key(key).map(|operation| (Right::DomainOperation(operation), place))
        }
        _ => None,
    }
}

/// Roles as an account stores the list that its managers may hand out.
pub fn roles(stored: &str) -> RoleSet {
    serde_json::from_str::<Vec<String>>(stored)
        .unwrap_or_default()
        .iter()
        .filter_map(|key| Role::from_key(key))
        .collect()
}
