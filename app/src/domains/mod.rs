//! Domains.

mod domain_page;
mod facts;
mod page;

pub use domain_page::domain_page;
pub use page::domains_page;
