//! The accounts a person may act for, and an account's own pages: dashboard, activity, My Account.

mod activity;
pub mod api;
mod chooser;
mod dashboard;
mod settings;

pub use activity::ActivityPage;
pub use chooser::{AccountsPage, HomePage};
pub use dashboard::DashboardPage;
pub use settings::SettingsPage;
