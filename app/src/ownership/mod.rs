//! Who owns an account: the panels of the page Access rules on which co-owners are appointed and dismissed, and the account
//! is handed over.

pub mod api;
mod owner_question;
mod owners;
mod transfer;

pub use owners::Owners;
pub use transfer::TransferPanel;
