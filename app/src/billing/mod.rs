//! Billing & Payment.

pub mod api;
mod page;

pub use page::BillingPage;
