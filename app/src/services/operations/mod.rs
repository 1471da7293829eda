//! What is done to services: the part of a service's page, and the pages of what takes more than a button.

pub mod api;
mod backups_page;
mod credentials_page;
mod frame;
mod history;
mod many_page;
mod panel;
mod rebuild_page;
mod reverse_dns_page;
mod under_way;

pub use backups_page::backups_page;
pub use credentials_page::credentials_page;
pub use history::History;
pub use many_page::many_page;
pub use panel::Controls;
pub use rebuild_page::rebuild_page;
pub use reverse_dns_page::reverse_dns_page;
pub use under_way::{Said, progress};
