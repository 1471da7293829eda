//! Domains.

mod page;

pub use page::domains_page;
