//! Rights by name, and where they hold.

use crate::id::{DomainId, RoleId, ServiceId};
use crate::listed::One;
use crate::operation::{DomainOperation, Operation};
use crate::privilege::{Privilege, Weight};
use crate::role::Role;
use serde::{Deserialize, Serialize};

/// A right by name, as explanations use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", from = "StoredRight")]
pub enum Right {
    /// A privilege on the account.
    Privilege(Privilege),
    /// An operation on a service.
    Operation(Operation),
    /// An operation on a domain.
    DomainOperation(DomainOperation),
    /// A role.
    Role(Role),
    /// A role that the account made for itself.
    OwnRole(RoleId),
}

/// A right as histories keep it: what is done on domains was a privilege once, under the same key.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredRight {
    Privilege(One),
    Operation(Operation),
    DomainOperation(DomainOperation),
    Role(Role),
    OwnRole(RoleId),
}

impl From<StoredRight> for Right {
    fn from(stored: StoredRight) -> Self {
        match stored {
            StoredRight::Privilege(One::Privilege(privilege)) => Self::Privilege(privilege),
            StoredRight::Privilege(One::OnAllDomains(operation)) | StoredRight::DomainOperation(operation) => {
                Self::DomainOperation(operation)
            }
            StoredRight::Operation(operation) => Self::Operation(operation),
            StoredRight::Role(role) => Self::Role(role),
            StoredRight::OwnRole(role) => Self::OwnRole(role),
        }
    }
}

/// What stands before a role's key where any right is named by its key.
const ROLE_KEY: &str = "role.";

impl Right {
    /// The key under which requests name it: that of the privilege or operation, or `role.` and the role's. Nobody asks for
    /// a role that the account made, so [`Right::from_key`] knows none.
    pub fn key(self) -> String {
        match self {
            Self::Privilege(privilege) => privilege.key().to_owned(),
            Self::Operation(operation) => operation.key().to_owned(),
            Self::DomainOperation(operation) => operation.key().to_owned(),
            Self::Role(role) => format!("{ROLE_KEY}{}", role.key()),
            Self::OwnRole(role) => format!("{ROLE_KEY}{role}"),
        }
    }

    /// Whether it is sensitive: a role as soon as something in it is.
    pub fn weight(self) -> Weight {
        match self {
            Self::Privilege(privilege) => privilege.weight(),
            Self::Operation(operation) => operation.weight(),
            Self::DomainOperation(operation) => operation.weight(),
            Self::Role(role) => {
                let privileges = role.privileges().iter().map(Privilege::weight);
                let operations = role.operations().iter().map(Operation::weight);
                let on_domains = role.domain_operations().iter().map(DomainOperation::weight);
                let mut weights = privileges.chain(operations).chain(on_domains);
                if weights.any(|weight| weight == Weight::Sensitive) { Weight::Sensitive } else { Weight::Plain }
            }
            // What the account put into it is not known here.
            Self::OwnRole(_) => Weight::Sensitive,
        }
    }

    /// The right with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        match key.strip_prefix(ROLE_KEY) {
            Some(role) => Role::from_key(role).map(Self::Role),
            None => Privilege::from_key(key)
                .map(Self::Privilege)
                .or_else(|| Operation::from_key(key).map(Self::Operation))
                .or_else(|| DomainOperation::from_key(key).map(Self::DomainOperation)),
        }
    }
}

/// Where a right holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The whole account.
    Account,
    /// The same, of a role that the account made and called so.
    OwnRole {
        /// The name.
        name: String,
    },
    /// All services.
    AllServices,
    /// Services bought later.
    NewServices,
    /// One service, by id.
    Service {
        /// Which.
        id: ServiceId,
        /// Its name, where there still is such a service and the reader sees it.
        name: Option<String>,
    },
    /// All domains.
    AllDomains,
    /// Domains that come later.
    NewDomains,
    /// One domain, by id.
    Domain {
        /// Which.
        id: DomainId,
        /// Its name, where there still is such a domain and the reader sees it.
        name: Option<String>,
    },
}

/// The kind of thing that a grant holds on, as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScopeKind {
    /// The account.
    Account,
    /// Services: all of them, those bought later, or one.
    Service,
    /// Domains: all of them, those that come later, or one.
    Domain,
}

impl ScopeKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Account, Self::Service, Self::Domain];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Service => "service",
            Self::Domain => "domain",
        }
    }

    /// The kind stored under `key`; what is of another kind grants nothing.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_a_privilege_is_read_as_what_it_became() {
        let dns = Right::DomainOperation(DomainOperation::Dns);
        let read = |text: &str| serde_json::from_str::<Right>(text).ok();
        assert_eq!(read(r#"{"privilege":"domains.dns"}"#), Some(dns));
        assert_eq!(serde_json::to_string(&dns).ok().as_deref().and_then(read), Some(dns));
        assert_eq!(read(r#"{"privilege":"domains.view"}"#), Some(Right::Privilege(Privilege::DomainsView)));
        assert_eq!(read(r#"{"privilege":"domains.everything"}"#), None);
        assert_eq!(Right::from_key(&dns.key()), Some(dns));
    }
}
