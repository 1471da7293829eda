//! My Account: one's own name, language, time zone and e-mail address, and the way to the people of one's accounts.

pub mod api;
mod details_form;
mod email_panel;
mod my_account_page;
mod theme_panel;
mod verify_page;

pub use my_account_page::my_account_page;
pub use verify_page::verify_page;
