//! An account's own rules about its people: what managers hand out, its roles and templates, its owners.

pub mod api;
mod owner_question;
mod owners;
mod page;
mod save_template;
mod template_page;
mod templates;
mod transfer;

pub use page::RulesPage;
pub use save_template::SaveAsTemplate;
pub use template_page::TemplatePage;
