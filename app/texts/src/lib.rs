//! The words of the portal, in every language it speaks: what pages, mails and the command line say.
//!
//! `locales` has a folder per feature with a file per language (Fluent). English says which messages there are and what
//! they take; a struct is made of each folder, so that a message that is missing in one of the portal's own languages, or
//! takes something else, does not compile. What enums are called is in the modules here, in one match for all languages.

mod accounts;
mod asking;
mod billing;
mod catalogue;
mod coming;
mod console;
mod contacts;
mod contract;
mod dates;
mod dns;
mod domains;
mod fields;
mod invitations;
mod live;
mod log;
mod mails;
mod notifications;
mod operations;
mod ownership;
mod people;
mod problems;
mod provided;
mod rights;
mod roles;
mod services;
mod shell;
mod ssh_keys;
#[cfg(test)]
mod testing;
mod words;

pub use catalogue::*;
pub use coming::AreaWords;
pub use contract::{Fault, Kind};
pub use log::Deed;
pub use mails::{Given, MailWords, Sentence};
pub use provided::{Finding, Missing, Provided, languages, name_of, spoken};
pub use words::Wording;
