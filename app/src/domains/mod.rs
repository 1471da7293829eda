//! Domains.

mod domain_page;
mod facts;
mod page;
mod tabs;

pub use domain_page::domain_page;
pub use page::domains_page;
pub use tabs::{DomainTab, DomainTabs};
