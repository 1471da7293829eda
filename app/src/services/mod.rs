//! My Services.

mod address;
mod facts;
mod filters;
mod head;
mod list;
pub mod operations;
mod page;
mod people;
mod table;
mod usage;

pub use facts::{StateText, StatusBadge, kind_icon};
pub use list::services_page;
pub use page::service_page;
pub use people::service_people_page;
pub use usage::service_usage_page;
