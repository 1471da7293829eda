//! My Services.

mod page;

pub use page::services_page;
