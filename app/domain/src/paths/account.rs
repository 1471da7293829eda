//! The pages of an account beside its people: what it has, and what happened on it.

use crate::acting::Acting;
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

/// Domains.
pub fn domains(acting: Acting) -> String {
    page(acting, "domains")
}

/// Of them those that end soon or have run out.
pub fn expiring_domains(acting: Acting) -> String {
    with_query(domains(acting), [("show", "expiring")])
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
