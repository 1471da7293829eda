//! What WHMCS calls rights, in Portico's terms: the column WHMCS of the product's table of rights (PRODUCT 4), and the
//! notification choices of its contacts.

use crate::record::{DomainGrants, ServiceGrants};
use domain::category::Category;
use domain::operation::{DomainOperationSet, Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};

/// A permission of WHMCS, with the privileges and the operations on All services and All domains that it stands for.
pub(super) struct Permission {
    pub(super) name: &'static str,
    pub(super) privileges: PrivilegeSet,
    pub(super) operations: OperationSet,
    pub(super) domain_operations: DomainOperationSet,
}

const fn permission(name: &'static str, privileges: &[Privilege], operations: &[Operation]) -> Permission {
    Permission {
        name,
        privileges: PrivilegeSet::of(privileges),
        operations: OperationSet::of(operations),
        domain_operations: DomainOperationSet::EMPTY,
    }
}

/// The one table. Signing on to panels goes with `productsso`; buying more, cancelling and extending with `orders`; so
/// `manageproducts` has every operation but those.
pub(super) const PERMISSIONS: [Permission; 13] = [
    permission("profile", &[Privilege::AccountView, Privilege::AccountEdit, Privilege::BillingMethods], &[]),
    permission("contacts", &[Privilege::ContactsView, Privilege::ContactsNotifications], &[]),
    permission("products", &[Privilege::ServicesView], &[]),
    permission(
        "manageproducts",
        &[],
        &[
            Operation::Power,
            Operation::Rebuild,
            Operation::ConsoleView,
            Operation::Console,
            Operation::Backup,
            Operation::Restore,
            Operation::Network,
            Operation::Credentials,
        ],
    ),
    permission("productsso", &[], &[Operation::Sso]),
    permission("domains", &[Privilege::DomainsView], &[]),
    Permission { domain_operations: DomainOperationSet::all(), ..permission("managedomains", &[], &[]) },
    permission(
        "invoices",
        &[
            Privilege::BillingView,
            Privilege::BillingPay,
            Privilege::BillingBalance,
            Privilege::BillingAddFunds,
            Privilege::BillingUseSavedCard,
        ],
        &[],
    ),
    permission("quotes", &[Privilege::QuotesView, Privilege::QuotesAccept], &[]),
    permission(
        "tickets",
        &[Privilege::TicketsViewAll, Privilege::TicketsOpen, Privilege::TicketsReply, Privilege::TicketsClose],
        &[],
    ),
    permission("affiliates", &[Privilege::AffiliatesView, Privilege::AffiliatesWithdraw], &[]),
    permission("emails", &[Privilege::AccountMailHistory], &[]),
    permission("orders", &[Privilege::OrdersPlace], &[Operation::Upgrade, Operation::Cancel, Operation::Renew]),
];

/// The notification columns of `tblcontacts`, with the categories they stand for. Affiliates get no mails from Portico.
pub(super) const EMAILS: [(&str, &[Category]); 6] = [
    ("generalemails", &[Category::TechnicalMaintenance, Category::UserManagement]),
    ("productemails", &[Category::ServiceAccess, Category::Service]),
    ("domainemails", &[Category::Service]),
    ("invoiceemails", &[Category::Billing]),
    ("supportemails", &[Category::Support]),
    ("affiliateemails", &[]),
];

/// What a list of permissions comes to.
#[derive(Debug, Default)]
pub(super) struct Mapped {
    pub(super) privileges: PrivilegeSet,
    pub(super) services: ServiceGrants,
    pub(super) domains: DomainGrants,
    /// What has no counterpart, each with the reason.
    pub(super) unmapped: Vec<String>,
}

/// Maps a list of permissions, separated by commas or written as a JSON list.
pub(super) fn map(list: &str) -> Mapped {
    let mut mapped = Mapped::default();
    let mut operations = OperationSet::EMPTY;
    let names = list.split(',').map(|name| name.trim_matches(|c: char| c.is_whitespace() || "[]\"".contains(c)));
    for name in names.filter(|name| !name.is_empty()) {
        match PERMISSIONS.iter().find(|permission| permission.name == name) {
            Some(permission) => {
                mapped.privileges = mapped.privileges.union(permission.privileges);
                operations = operations.union(permission.operations);
                mapped.domains.all = mapped.domains.all.union(permission.domain_operations);
            }
            None => mapped.unmapped.push(format!("the permission {name:?} is unknown and gives nothing")),
        }
    }
    if mapped.privileges.contains(Privilege::ServicesView) {
        mapped.services.all = operations;
    } else if !operations.is_empty() {
        // An operation on All services shows them all: more than WHMCS showed this user.
        let why = "operations on services were dropped: without the permission products the services are not seen";
        mapped.unmapped.push(why.to_owned());
    }
    mapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_permission_of_whmcs_has_its_counterpart() {
        let names: Vec<&str> = PERMISSIONS.iter().map(|permission| permission.name).collect();
        let whmcs = "profile,contacts,products,manageproducts,productsso,domains,managedomains,invoices,quotes,tickets,\
                     affiliates,emails,orders";
        assert_eq!(names.join(","), whmcs);
        let mapped = map(whmcs);
        assert_eq!(mapped.unmapped, Vec::<String>::new());
        assert_eq!(mapped.services.all, OperationSet::all());
        assert_eq!(mapped.domains.all, DomainOperationSet::all());
        assert!(!mapped.privileges.contains(Privilege::ContactsManage), "only owners manage users in WHMCS");
    }

    #[test]
    fn managing_products_does_not_cancel_them() {
        let mapped = map("products, manageproducts");
        assert_eq!(mapped.privileges, PrivilegeSet::of(&[Privilege::ServicesView]));
        assert!(mapped.services.all.contains(Operation::Rebuild) && !mapped.services.all.contains(Operation::Cancel));
    }

    #[test]
    fn ordering_without_seeing_products_shows_no_service() {
        let mapped = map("[\"orders\",\"invoices\"]");
        assert!(mapped.privileges.contains(Privilege::OrdersPlace) && mapped.services.is_empty());
        assert_eq!(mapped.unmapped.len(), 1);
    }

    #[test]
    fn an_unknown_permission_gives_nothing_and_is_reported() {
        let mapped = map("tickets,everything");
        assert!(mapped.privileges.contains(Privilege::TicketsViewAll));
        assert_eq!(mapped.unmapped, [r#"the permission "everything" is unknown and gives nothing"#]);
    }
}
