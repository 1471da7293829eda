//! The people of an account: the list, adding and editing, and the page of one person.

mod add_page;
pub mod address;
pub mod api;
mod bulk;
mod bulk_question;
mod contact_form;
mod contact_page;
mod contacts_page;
mod edit_page;
mod filters;
mod history;
mod lookalike_confirmation;
mod moves;
mod notice;
mod post_form;
pub mod privilege_draft;
mod privileges;
mod rights_in_words;
mod row_menu;
mod services_matrix;
mod sign_in_panel;
mod table;
mod whom;

pub use add_page::AddContactPage;
pub use bulk::counted;
pub use contact_form::{Changes, units};
pub use contact_page::ContactPage;
pub use contacts_page::ContactsPage;
pub use edit_page::{EditContactPage, contact_in_address};
pub use lookalike_confirmation::LookalikeConfirmation;
pub use moves::{answered, provide_answered};
pub use post_form::PostForm;
pub use privilege_draft::Ground;
pub use privileges::{Boxes, Privileges, SensitiveSummary};
pub use rights_in_words::RightsInWords;
pub use services_matrix::ServicesMatrix;
