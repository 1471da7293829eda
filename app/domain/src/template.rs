//! Templates: named sets that are copied when picked. The contact remembers which one it began with, and nothing more.

use crate::listed::Listed;
use crate::operation::{DomainOperation, DomainOperationSet, OperationSet};
use crate::privilege::{Privilege, PrivilegeSet};
use crate::role::{Gives, RUNNING};
use serde::{Deserialize, Serialize};

/// A template as the picker offers it: built in, or the provider's own from its settings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "WrittenTemplate")]
pub struct Template {
    /// The stored key, unique among the templates offered.
    pub key: String,
    /// The provider's name for it; `None` for a built-in one, whose name the text catalogue has.
    pub name: Option<String>,
    /// The privileges it ticks.
    pub privileges: PrivilegeSet,
    /// The operations it ticks on All services.
    pub operations: OperationSet,
    /// The operations it ticks on All domains.
    pub domain_operations: DomainOperationSet,
}

impl Template {
    /// What it ticks.
    pub const fn gives(&self) -> Gives {
        Gives { privileges: self.privileges, operations: self.operations, domain_operations: self.domain_operations }
    }
}

/// A template as settings have it, also those from before domains had rights of their own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTemplate {
    key: String,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    privileges: Listed,
    #[serde(default)]
    operations: OperationSet,
    #[serde(default)]
    domain_operations: DomainOperationSet,
}

impl From<WrittenTemplate> for Template {
    fn from(written: WrittenTemplate) -> Self {
        let WrittenTemplate { key, name, privileges: Listed { privileges, domain_operations }, operations, .. } =
            written;
        let domain_operations = domain_operations.union(written.domain_operations);
        Self { key, name, privileges, operations, domain_operations }
    }
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
    let template = |key: &str, privileges, operations| Template {
        key: key.to_owned(),
        privileges,
        operations,
        ..Template::default()
    };
    let zones = DomainOperationSet::of(&[DomainOperation::Nameservers, DomainOperation::Dns, DomainOperation::Whois]);
    let with = |template: Template, domain_operations| Template { domain_operations, ..template };
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
        with(template(FULL_ACCESS, PrivilegeSet::all(), OperationSet::all()), DomainOperationSet::all()),
        with(
            template(
                TECHNICAL_STAFF,
                PrivilegeSet::of(&[
                    Privilege::AccountView,
                    Privilege::ServicesView,
                    Privilege::SshKeysManage,
                    Privilege::DomainsView,
                    Privilege::TicketsViewAll,
                    Privilege::TicketsOpen,
                    Privilege::TicketsReply,
                    Privilege::TicketsClose,
                    Privilege::ApiOwnTokens,
                ]),
                RUNNING,
            ),
            zones,
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
        with(template(DOMAINS_DNS, PrivilegeSet::of(&[Privilege::DomainsView]), OperationSet::EMPTY), zones),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_of_settings_from_before_gives_what_it_gave() {
        let written = r#"{"key": "zones", "privileges": ["domains.dns", "billing.view"]}"#;
        let template: Template = serde_json::from_str(written).expect("a template");
        assert_eq!(template.privileges, PrivilegeSet::of(&[Privilege::BillingView]));
        assert_eq!(template.domain_operations, DomainOperationSet::of(&[DomainOperation::Dns]));
        let again = serde_json::to_string(&template).expect("text");
        assert_eq!(serde_json::from_str::<Template>(&again).expect("the same"), template);
        assert!(serde_json::from_str::<Template>(r#"{"key": "zones", "privilege": []}"#).is_err());
    }
}
