//! The accounts a person may act for, and an account's own pages: dashboard, activity, My Account.

mod activity;
pub mod api;
mod choice;
mod chooser;
mod dashboard;
mod leave;
mod mark;
mod settings;
pub mod text;
mod waiting;

pub use activity::ActivityPage;
pub use choice::{part, standing};
pub use chooser::{AccountsPage, HomePage, MANY};
pub use dashboard::DashboardPage;
pub use leave::LeaveQuestion;
pub use mark::{AccountMark, OfAccount};
pub use settings::SettingsPage;
pub use waiting::waits;
