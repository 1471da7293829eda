//! Portico's use-cases: what the ports of `domain` promise, kept with SQL, passwords and mail.
//!
//! Floors, each of which knows only those before it: `base`, `mail`, `unit`, `records`, `membership`, `notify`, the
//! features, `jobs`, `open`. `xtask deps-check` holds the list.
//!
//! The server asks what `open` gives. [`unit`] and [`records`] are public for the crate `import`, and show it only what
//! the provider's systems write.

#![warn(missing_docs)]

pub mod base;
pub mod letters;
pub mod mail;
pub mod records;
pub mod unit;

mod open;

pub use crate::accounts::create::{CreatedAccount, NewAccount};
pub use crate::base::db::DatabaseSettings;
pub use crate::base::drivers::{DriverStores, Drivers};
pub use crate::base::origin::Origin;
pub use crate::base::passwords::PasswordWork;
pub use crate::base::settings::{NotificationSettings, SessionSettings, SettingProblems};
pub use crate::base::strength::PasswordSettings;
pub use crate::jobs::{Done, Jobs};
pub use crate::live::Feed;
pub use crate::mail::settings::MailSettings;
pub use crate::open::{Opened, StartError, open};
pub use crate::records::sessions::Sessions;
pub use crate::revoke_all::Revoked;
pub use crate::unit::audit::{AuditChain, AuditHead, NotAHead, verify_audit};
pub use crate::unit::core::Config;
pub use crate::unit::outbox::SentMail;

mod accounts;
mod asking;
mod contacts;
mod dns;
mod holdings;
mod invitations;
mod jobs;
mod live;
mod membership;
mod notifications;
mod notify;
mod operations;
mod outbound;
mod ownership;
mod people;
mod profile;
mod reports;
mod revoke_all;
mod rights;
mod search;
mod ssh_keys;
