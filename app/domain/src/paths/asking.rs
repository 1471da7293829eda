//! The pages of requests for access.

use crate::acting::Acting;
use crate::paths::{page, with_query};

/// Requests for access.
pub fn requests(acting: Acting) -> String {
    page(acting, "requests")
}

/// Requests for access, asking for the right with this key.
pub fn ask_for(acting: Acting, right: &str) -> String {
    with_query(requests(acting), [("right", right)])
}
