//! My Services.

pub mod api;
mod page;

pub use page::ServicesPage;
