//! The pages of requests for access.

use crate::acting::Acting;
use crate::id::{DomainId, ServiceId};
use crate::paths::{page, with_query};

/// Requests for access.
pub fn requests(acting: Acting) -> String {
    page(acting, "requests")
}

/// Requests for access, asking for the right with this key.
pub fn ask_for(acting: Acting, right: &str) -> String {
    with_query(requests(acting), [("right", right)])
}

/// The same, asking for an operation on a service.
pub fn ask_for_on(acting: Acting, right: &str, service: ServiceId) -> String {
    with_query(ask_for(acting, right), [("service", service.to_string().as_str())])
}

/// The same, asking for an operation on a domain.
pub fn ask_for_on_domain(acting: Acting, right: &str, domain: DomainId) -> String {
    with_query(ask_for(acting, right), [("domain", domain.to_string().as_str())])
}
