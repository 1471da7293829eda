//! Portico's use-cases: what `domain::ports` promises, kept with SQL, passwords and mail.

pub mod db;
pub mod dialect;
pub mod error;
pub mod export;
pub mod import;
pub mod mail;
pub mod transport;

mod attempts;
mod core;
mod open;
mod people;

pub use crate::accounts::create::{CreatedAccount, NewAccount};
pub use crate::audit::{AuditChain, AuditHead, NotAHead, verify_audit};
pub use crate::core::Config;
pub use crate::jobs::{Done, Jobs};
pub use crate::live::Feed;
pub use crate::open::{Opened, StartError, open};
pub use crate::people::passwords::PasswordWork;
pub use crate::people::sessions::Sessions;
pub use crate::revoke_all::Revoked;

mod accounts;
mod acting;
mod asking;
mod audit;
mod canon;
mod contacts;
mod holdings;
mod invitations;
mod jobs;
mod live;
mod moment;
mod notifications;
mod private;
mod profile;
mod random;
mod reading;
mod revoke_all;
mod rights;
mod rules;
mod unit;
