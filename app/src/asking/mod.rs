//! Asking for access: the form where a right is missing, and the page where requests are decided and withdrawn.

pub mod api;
mod ask_form;
mod decide_form;
mod fact_icon;
mod requests_page;
mod submission;
mod withdraw_form;

pub use ask_form::{AskFor, AskLink};
pub use fact_icon::fact_icon;
pub use requests_page::{requests_label, requests_page};
