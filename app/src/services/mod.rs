//! My Services.

pub mod api;
mod page;
pub mod text;

pub use page::ServicesPage;
