//! The pages of requests for access.

use crate::acting::Acting;
use crate::asking::RequestOutcome;
use crate::paths::{page, with_query};

/// Requests for access.
pub fn requests(acting: Acting) -> String {
    page(acting, "requests")
}

/// Requests for access, asking for the right with this key.
pub fn ask_for(acting: Acting, right: &str) -> String {
    with_query(requests(acting), [("right", right)])
}

/// Requests for access, after asking.
pub fn requests_asked(acting: Acting) -> String {
    with_query(requests(acting), [("asked", "yes")])
}

/// Requests for access, after deciding one.
pub fn requests_decided(acting: Acting, outcome: RequestOutcome) -> String {
    with_query(requests(acting), [("done", outcome.key())])
}
