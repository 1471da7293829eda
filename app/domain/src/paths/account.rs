//! The pages of an account beside its people: what it has, and what happened on it.

use crate::acting::Acting;
use crate::domains::ShownDomains;
use crate::id::{AccountId, DomainId, ServiceId};
use crate::paths::{page, with_query};

/// My Services.
pub fn services(acting: Acting) -> String {
    page(acting, "services")
}

/// My Services with those that are not active too (PRODUCT D8).
pub fn all_services(acting: Acting) -> String {
    with_query(services(acting), [("show", "all")])
}

/// Of them those that end soon or have run out.
pub fn expiring_services(acting: Acting) -> String {
    with_query(services(acting), [("show", "expiring")])
}

/// One service.
pub fn service(acting: Acting, service: ServiceId) -> String {
    page(acting, &format!("services/{service}"))
}

/// Who can do what on it.
pub fn service_people(acting: Acting, service: ServiceId) -> String {
    page(acting, &format!("services/{service}/people"))
}

/// Its console, a document of its own.
pub fn console(acting: Acting, service: ServiceId) -> String {
    page(acting, &format!("services/{service}/console"))
}

/// Where the program of that document connects to; its ticket is added with [`with_query`] as `ticket`.
pub fn console_socket(account: AccountId, service: ServiceId) -> String {
    format!("/a/{account}/services/{service}/console/socket")
}

/// The part of its page that says how far what is being done to it is.
pub fn service_progress(acting: Acting, id: ServiceId) -> String {
    with_query(service(acting, id), [("part", "operation")])
}

/// The power of several services.
pub fn services_power(acting: Acting) -> String {
    page(acting, "services/power")
}

/// Rebuilding it.
pub fn service_rebuild(acting: Acting, service: ServiceId) -> String {
    page(acting, &format!("services/{service}/rebuild"))
}

/// Its backups.
pub fn service_backups(acting: Acting, service: ServiceId) -> String {
    page(acting, &format!("services/{service}/backups"))
}

/// The names of its addresses.
pub fn service_network(acting: Acting, service: ServiceId) -> String {
    page(acting, &format!("services/{service}/network"))
}

/// How one signs in on it.
pub fn service_credentials(acting: Acting, service: ServiceId) -> String {
    page(acting, &format!("services/{service}/credentials"))
}

/// What is measured of it.
pub fn service_usage(acting: Acting, service: ServiceId) -> String {
    page(acting, &format!("services/{service}/usage"))
}

/// The SSH keys of the account.
pub fn ssh_keys(acting: Acting) -> String {
    page(acting, "ssh-keys")
}

/// Domains.
pub fn domains(acting: Acting) -> String {
    page(acting, "domains")
}

/// Of them those that end soon or have run out.
pub fn expiring_domains(acting: Acting) -> String {
    shown_domains(acting, ShownDomains::Expiring)
}

/// Some of them.
pub fn shown_domains(acting: Acting, shown: ShownDomains) -> String {
    with_query(domains(acting), [("show", shown.key())])
}

/// One domain.
pub fn domain(acting: Acting, domain: DomainId) -> String {
    page(acting, &format!("domains/{domain}"))
}

/// Billing & Payment.
pub fn billing(acting: Acting) -> String {
    page(acting, "billing")
}

/// The invoices to be paid.
pub fn unpaid_invoices(acting: Acting) -> String {
    with_query(billing(acting), [("show", "unpaid")])
}

/// Support.
pub fn tickets(acting: Acting) -> String {
    page(acting, "tickets")
}

/// Data Center.
pub fn data_center(acting: Acting) -> String {
    page(acting, "data-center")
}

/// Order.
pub fn orders(acting: Acting) -> String {
    page(acting, "orders")
}

/// Who did what.
pub fn activity(acting: Acting) -> String {
    page(acting, "activity")
}

/// The same as a file of comma-separated values.
pub fn activity_csv(acting: Acting) -> String {
    page(acting, "activity.csv")
}

/// The same as a file of JSON.
pub fn activity_json(acting: Acting) -> String {
    page(acting, "activity.json")
}

/// Search across the account; what is searched is added with [`with_query`] as `q`.
pub fn search(acting: Acting) -> String {
    page(acting, "search")
}

/// What one may do on the account.
pub fn settings(acting: Acting) -> String {
    page(acting, "settings")
}
