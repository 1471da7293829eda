//! My Services.

mod page;

pub use page::{StatusBadge, kind_icon, services_page};
