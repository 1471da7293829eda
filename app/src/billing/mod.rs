//! Billing & Payment.

mod page;
pub mod text;

pub use page::billing_page;
