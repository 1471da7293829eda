//! The zones of domains: their records as a table, what an edit would change, and zone files.

pub mod api;
mod edit;
mod history;
mod import_page;
mod page;
mod review;

pub use import_page::{export_page, import_page};
pub use page::zone_page;
