//! Which mails people get: choosing for one contact, and who gets what.

pub mod api;
mod choice_form;
mod choice_page;
mod chosen;
mod matrix;
mod matrix_page;

pub use choice_page::notification_choice_page;
pub use chosen::{Chosen, ChosenNotice, chosen_cell};
pub use matrix_page::notifications_page;
