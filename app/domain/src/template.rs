//! Templates: named sets that are copied when picked. The contact remembers which one it began with, and nothing more.

use crate::operation::OperationSet;
use crate::privilege::{Privilege, PrivilegeSet};
use crate::role::RUNNING;
use serde::{Deserialize, Serialize};

/// A template as the picker offers it: built in, or the provider's own from its settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The stored key, unique among the templates offered.
    pub key: String,
    /// The provider's name for it; `None` for a built-in one, whose name the text catalogue has.
    #[serde(default)]
    pub name: Option<String>,
    /// The privileges it ticks.
    #[serde(default)]
    pub privileges: PrivilegeSet,
    /// The operations it ticks on All services.
    #[serde(default)]
    pub operations: OperationSet,
}

/// The key of the template that gives nothing.
pub const NONE: &str = "none";
/// The key of the built-in template Accounting.
pub const ACCOUNTING: &str = "accounting";
/// The key of the built-in template Full Access.
pub const FULL_ACCESS: &str = "full_access";
/// The key of the built-in template Technical Staff.
pub const TECHNICAL_STAFF: &str = "technical_staff";

/// The key of the built-in template Read only.
pub const READ_ONLY: &str = "read_only";
/// The key of the built-in template Domains & DNS.
pub const DOMAINS_DNS: &str = "domains_dns";

/// The built-in templates, in the order of the picker: the four of S0.12, then two that people ask for.
pub fn built_in() -> Vec<Template> {
    let template =
        |key: &str, privileges, operations| Template { key: key.to_owned(), name: None, privileges, operations };
    vec![
        template(NONE, PrivilegeSet::EMPTY, OperationSet::EMPTY),
        template(
            ACCOUNTING,
            PrivilegeSet::of(&[
                Privilege::AccountView,
                Privilege::ServicesViewExpiring,
                Privilege::BillingView,
                Privilege::BillingPay,
                Privilege::BillingBalance,
                Privilege::BillingAddFunds,
                Privilege::BillingUseSavedCard,
                Privilege::BillingDelivery,
                Privilege::QuotesView,
                Privilege::QuotesAccept,
                Privilege::OrdersPlace,
                Privilege::TicketsViewAll,
                Privilege::TicketsOpen,
                Privilege::TicketsReply,
            ]),
            OperationSet::of(&[crate::operation::Operation::Renew]),
        ),
        template(FULL_ACCESS, PrivilegeSet::all(), OperationSet::all()),
        template(
            TECHNICAL_STAFF,
            PrivilegeSet::of(&[
                Privilege::AccountView,
                Privilege::ServicesView,
                Privilege::SshKeysManage,
                Privilege::DomainsView,
                Privilege::DomainsNameservers,
                Privilege::DomainsDns,
                Privilege::DomainsWhois,
                Privilege::TicketsViewAll,
                Privilege::TicketsOpen,
                Privilege::TicketsReply,
                Privilege::TicketsClose,
                Privilege::ApiOwnTokens,
            ]),
            RUNNING,
        ),
        template(
            READ_ONLY,
            PrivilegeSet::of(&[
                Privilege::AccountView,
                Privilege::ContactsView,
                Privilege::AuditView,
                Privilege::ServicesView,
                Privilege::DomainsView,
                Privilege::BillingView,
                Privilege::QuotesView,
                Privilege::TicketsViewAll,
                Privilege::DcView,
            ]),
            OperationSet::EMPTY,
        ),
        template(
            DOMAINS_DNS,
            PrivilegeSet::of(&[
                Privilege::DomainsView,
                Privilege::DomainsNameservers,
                Privilege::DomainsDns,
                Privilege::DomainsWhois,
            ]),
            OperationSet::EMPTY,
        ),
    ]
}
