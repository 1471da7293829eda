//! Roles: named, stackable sets that stay linked to the contacts that have them.

use crate::listed::Listed;
use crate::operation::{DomainOperation, DomainOperationSet, Operation, OperationSet};
use crate::privilege::{Privilege, PrivilegeSet};
use crate::sets::keyed_set;
use serde::{Deserialize, Serialize};

/// A built-in role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Role {
    /// Manages people, roles, notifications; sees all services; name servers, WHOIS, domain ownership.
    Manager,
    /// Runs the services and talks to support.
    Technical,
    /// Sees expiring and expired services; invoices and payments.
    Billing,
    /// Orders, upgrades and extends.
    Purchasing,
    /// Data-center visits.
    Visitation,
}

/// What running a service takes: every operation but those that change what is bought.
pub(crate) const RUNNING: OperationSet = OperationSet::of(&[
    Operation::Power,
    Operation::Rebuild,
    Operation::ConsoleView,
    Operation::Console,
    Operation::Backup,
    Operation::Restore,
    Operation::Network,
    Operation::Credentials,
    Operation::Sso,
]);

impl Role {
    /// Every role, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Manager, Self::Technical, Self::Billing, Self::Purchasing, Self::Visitation];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Manager => "manager",
            Self::Technical => "technical",
            Self::Billing => "billing",
            Self::Purchasing => "purchasing",
            Self::Visitation => "visitation",
        }
    }

    /// The privileges it gives.
    pub const fn privileges(self) -> PrivilegeSet {
        match self {
            Self::Manager => PrivilegeSet::of(&[
                Privilege::AccountView,
                Privilege::ContactsView,
                Privilege::ContactsManage,
                Privilege::ContactsNotifications,
                Privilege::AuditView,
                Privilege::ServicesView,
                Privilege::DomainsView,
            ]),
            Self::Technical => PrivilegeSet::of(&[
                Privilege::ServicesView,
                Privilege::SshKeysManage,
                Privilege::TicketsViewAll,
                Privilege::TicketsOpen,
                Privilege::TicketsReply,
                Privilege::TicketsClose,
                Privilege::ApiOwnTokens,
            ]),
            Self::Billing => PrivilegeSet::of(&[
                Privilege::ServicesViewExpiring,
                Privilege::BillingView,
                Privilege::BillingPay,
                Privilege::BillingBalance,
                Privilege::BillingAddFunds,
                Privilege::BillingDelivery,
                Privilege::QuotesView,
                Privilege::QuotesAccept,
            ]),
            Self::Purchasing => PrivilegeSet::of(&[
                Privilege::ServicesView,
                Privilege::QuotesView,
                Privilege::QuotesAccept,
                Privilege::ContractsAccept,
                Privilege::OrdersPlace,
            ]),
            Self::Visitation => {
                PrivilegeSet::of(&[Privilege::ServicesView, Privilege::DcView, Privilege::DcVisitRequest])
            }
        }
    }

    /// The operations it gives on all services.
    pub const fn operations(self) -> OperationSet {
        match self {
            Self::Technical => RUNNING,
            Self::Billing => OperationSet::of(&[Operation::Renew]),
            Self::Purchasing => OperationSet::of(&[Operation::Upgrade, Operation::Renew]),
            Self::Manager | Self::Visitation => OperationSet::EMPTY,
        }
    }

    /// The operations it gives on all domains.
    pub const fn domain_operations(self) -> DomainOperationSet {
        match self {
            Self::Manager => DomainOperationSet::of(&[
                DomainOperation::Nameservers,
                DomainOperation::Dns,
                DomainOperation::Whois,
                DomainOperation::Ownership,
            ]),
            Self::Technical | Self::Billing | Self::Purchasing | Self::Visitation => DomainOperationSet::EMPTY,
        }
    }
}

keyed_set! {
    /// A set of roles.
    RoleSet(u8) of Role, "unknown role"
}

/// A role that an account made for itself. It stays linked: what it gives is given to everybody who has it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "StoredRole")]
pub struct OwnRole {
    /// What the account calls it.
    pub name: String,
    /// The privileges it gives.
    pub privileges: PrivilegeSet,
    /// The operations it gives on all services.
    pub operations: OperationSet,
    /// The operations it gives on all domains.
    pub domain_operations: DomainOperationSet,
}

/// What a role gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gives {
    /// The privileges.
    pub privileges: PrivilegeSet,
    /// The operations on all services.
    pub operations: OperationSet,
    /// The operations on all domains.
    pub domain_operations: DomainOperationSet,
}

impl Gives {
    /// How many rights these are.
    pub const fn count(self) -> usize {
        (self.privileges.len() + self.operations.len() + self.domain_operations.len()) as usize
    }
}

impl Role {
    /// What it gives.
    pub const fn gives(self) -> Gives {
        Gives {
            privileges: self.privileges(),
            operations: self.operations(),
            domain_operations: self.domain_operations(),
        }
    }
}

impl OwnRole {
    /// What it gives.
    pub const fn gives(&self) -> Gives {
        Gives { privileges: self.privileges, operations: self.operations, domain_operations: self.domain_operations }
    }
}

/// A role as histories keep it, also from before domains had rights of their own.
#[derive(Deserialize)]
struct StoredRole {
    name: String,
    privileges: Listed,
    operations: OperationSet,
    #[serde(default)]
    domain_operations: DomainOperationSet,
}

impl From<StoredRole> for OwnRole {
    fn from(StoredRole { name, privileges, operations, domain_operations }: StoredRole) -> Self {
        let domain_operations = privileges.domain_operations.union(domain_operations);
        Self { name, privileges: privileges.privileges, operations, domain_operations }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_roles_is_written_as_keys_in_the_order_of_the_form() {
        let set: RoleSet = [Role::Visitation, Role::Manager, Role::Billing].into_iter().collect();
        let text = serde_json::to_string(&set).expect("a list of keys");
        assert_eq!(text, r#"["manager","billing","visitation"]"#);
        assert_eq!(serde_json::from_str::<RoleSet>(&text).expect("the same list"), set);
        assert!(serde_json::from_str::<RoleSet>(r#"["emperor"]"#).is_err());
    }

    #[test]
    fn keys_are_unique_and_found_again() {
        for role in Role::ALL {
            assert_eq!(Role::from_key(role.key()), Some(role));
        }
        assert_eq!(Role::from_key("emperor"), None);
    }
}
