//! What everything stands on: the database and its two dialects, time, chance, canonical forms, passwords, errors,
//! sections of settings.

pub(crate) mod canon;
pub mod db;
pub mod dialect;
pub mod error;
pub(crate) mod moment;
pub(crate) mod origin;
pub(crate) mod passwords;
pub(crate) mod private;
pub(crate) mod random;
pub(crate) mod settings;
pub(crate) mod strength;
pub mod transport;
