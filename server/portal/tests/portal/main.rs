//! The use-cases as the server calls them, each on SQLite and on PostgreSQL. The clock is the caller's.

mod contacts;
mod import;
mod invitations;
mod mail;
mod notifications;
mod people;
mod sign_in;
mod smtp;
mod support;
