//! Roles: named, stackable sets that stay linked to the contacts that have them.

use crate::operation::{Operation, OperationSet};
use crate::privilege::{Privilege, PrivilegeSet};
use serde::{Deserialize, Serialize};

/// A built-in role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

    /// The role stored under `key`; `None` for one this version does not know, which grants nothing.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
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
                Privilege::DomainsNameservers,
                Privilege::DomainsDns,
                Privilege::DomainsWhois,
                Privilege::DomainsOwnership,
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
}

/// A set of roles, written as a list of keys.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoleSet(std::collections::BTreeSet<Role>);

impl RoleSet {
    /// No role.
    pub const EMPTY: Self = Self(std::collections::BTreeSet::new());

    /// All five, what managers may hand out unless an owner shortens the list.
    pub fn all() -> Self {
        Role::ALL.into_iter().collect()
    }

    /// Whether `role` is in the set.
    pub fn contains(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    /// Adds one.
    pub fn insert(&mut self, role: Role) {
        self.0.insert(role);
    }

    /// Takes one out.
    pub fn remove(&mut self, role: Role) {
        self.0.remove(&role);
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The members, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = Role> + '_ {
        self.0.iter().copied()
    }

    /// The privileges that the roles give together.
    pub fn privileges(&self) -> PrivilegeSet {
        self.iter().fold(PrivilegeSet::EMPTY, |set, role| set.union(role.privileges()))
    }

    /// The operations that the roles give together on all services.
    pub fn operations(&self) -> OperationSet {
        self.iter().fold(OperationSet::EMPTY, |set, role| set.union(role.operations()))
    }
}

impl FromIterator<Role> for RoleSet {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        Self(roles.into_iter().collect())
    }
}

/// A role that an account made for itself. It stays linked: what it gives is given to everybody who has it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OwnRole {
    /// What the account calls it.
    pub name: String,
    /// The privileges it gives.
    pub privileges: PrivilegeSet,
    /// The operations it gives on all services.
    pub operations: OperationSet,
}
