//! Who somebody is on an account, read in the transaction that uses it, and what a change of that takes along.

pub(crate) mod acting;
pub(crate) mod confirm;
pub(crate) mod credentials;
pub(crate) mod enter;
pub(crate) mod menu;
pub(crate) mod new_password;
pub(crate) mod open_requests;
pub(crate) mod owner;
pub(crate) mod posted_rights;
pub(crate) mod reading;
pub(crate) mod target_contact;
pub(crate) mod target_service;
pub(crate) mod verify;
pub(crate) mod wanted;
