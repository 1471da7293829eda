//! The accounts a person may act for, and an account's own pages: dashboard, activity, My Account.

mod activity;
mod activity_entry;
mod activity_file;
mod activity_filters;
pub mod api;
mod choice;
mod chooser;
mod dashboard;
mod leave;
mod mark;
mod settings;
mod switcher_list;
mod waiting;

pub use activity::activity_page;
pub use activity_file::{activity_csv, activity_json};
pub use chooser::{MANY, accounts_page, home_page};
pub use dashboard::dashboard_page;
pub use leave::LeaveQuestion;
pub use mark::{AccountMark, OfAccount};
pub use settings::settings_page;
