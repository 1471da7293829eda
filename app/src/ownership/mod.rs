//! Who owns an account: the page on which co-owners are appointed and dismissed, and the account is handed over.

pub mod api;
mod owner_question;
mod owners;
mod page;
mod transfer;

pub use page::owners_page;
