//! Billing & Payment.

mod page;

pub use page::billing_page;
