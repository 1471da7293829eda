//! My Services.

mod page;
pub mod text;

pub use page::services_page;
