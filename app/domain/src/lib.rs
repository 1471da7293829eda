//! The product in plain Rust: people, accounts, contacts, and what their rights allow.
//!
//! This crate is shared by the server and the browser. It decides; it performs no input or output and knows no
//! framework and no database. The one place where authorisation is decided is [`access`].

#![warn(missing_docs)]

pub mod access;
pub mod account;
pub mod acting;
pub mod agent;
pub mod asked;
pub mod asking;
pub mod audit;
pub mod billing;
pub mod by;
pub mod caller;
pub mod category;
pub mod change;
pub mod colour;
pub mod console;
pub mod contact;
pub mod details;
pub mod dns;
pub mod domains;
pub mod email;
pub mod error;
pub mod holdings;
pub mod id;
pub mod invitation;
mod language;
pub mod list;
mod listed;
pub mod live;
pub mod mark;
pub mod notification;
pub mod operation;
pub mod operations;
pub mod ordered;
pub mod outbound;
pub mod owner;
pub mod ownership;
pub mod paths;
pub mod person;
pub mod ports;
pub mod privilege;
pub mod problem;
pub mod profile;
pub mod provider;
pub mod provisioning;
pub mod right;
pub mod rights;
pub mod rights_form;
pub mod role;
pub mod roles;
pub mod search;
pub mod service;
mod sets;
pub mod sign_in_check;
pub mod ssh_key;
pub mod status;
pub mod template;
pub mod text;
pub mod time;
