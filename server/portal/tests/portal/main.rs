//! The use-cases as the server calls them, each on SQLite and on PostgreSQL. The clock is the caller's.

mod accounts;
mod asking;
mod contacts;
mod digests;
mod import;
mod invitations;
mod live;
mod mail;
mod mail_limits;
mod notifications;
mod people;
mod profile;
mod revoking;
mod rules;
mod sign_in;
mod sign_in_check;
mod smtp;
mod support;
mod templates;
