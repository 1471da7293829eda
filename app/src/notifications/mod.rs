//! Which mails people get: choosing for one contact, in a dialog or on a page, and who gets what.

pub mod api;
mod choice_form;
mod choice_page;
mod chosen;
mod dialog;
mod matrix;
mod matrix_page;
pub mod text;

pub use choice_page::NotificationChoicePage;
pub use chosen::{Chosen, ChosenNotice};
pub use dialog::{ChoosingDialog, provide_choosing};
pub use matrix_page::NotificationsPage;
