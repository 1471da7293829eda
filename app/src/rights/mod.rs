//! An account's named sets of rights: what managers hand out, its own roles and templates. Their page is a tab
//! of the section Contacts, Roles.

pub mod api;
mod page;
mod save_template;
mod template_page;
mod templates;

pub use page::rules_page;
pub use save_template::SaveAsTemplate;
pub use template_page::template_page;
