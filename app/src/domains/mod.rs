//! Domains.

mod page;
pub mod text;

pub use page::domains_page;
