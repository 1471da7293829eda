//! The use-cases as the server calls them, each on SQLite and on PostgreSQL. The clock is the caller's.

mod accounts;
mod asking;
mod canaries;
mod canary_rows;
mod contacts;
mod import;
mod invitations;
mod live;
mod mail;
mod notifications;
mod people;
mod profile;
mod reading;
mod revoking;
mod rules;
mod shown;
mod sights;
mod sign_in;
mod sign_in_check;
mod smtp;
mod support;
mod templates;
