//! What everything stands on: the database and its two dialects, time, chance, canonical forms, passwords, errors,
//! sections of settings.

pub mod canon;
pub mod db;
pub mod dialect;
pub(crate) mod drivers;
pub mod error;
pub(crate) mod moment;
pub(crate) mod origin;
pub mod passwords;
pub(crate) mod private;
pub mod random;
pub(crate) mod settings;
pub(crate) mod strength;
pub mod transport;
