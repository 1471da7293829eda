//! Who is told of a change, and how.

pub(crate) mod changes;
pub(crate) mod event;
pub(crate) mod letters;
pub(crate) mod narrowed;
pub(crate) mod offer;
pub(crate) mod recipients;
pub(crate) mod reset_links;
pub(crate) mod sign_in;
