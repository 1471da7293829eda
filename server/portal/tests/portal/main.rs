//! The use-cases as the server calls them, each on SQLite and on PostgreSQL. The clock is the caller's.

mod accounts;
mod asking;
mod audit;
mod bulk;
mod contacts;
mod digests;
mod import;
mod invitations;
mod limits;
mod live;
mod mail;
mod mail_limits;
mod notifications;
mod password_work;
mod people;
mod profile;
mod revoke_all;
mod revoking;
mod rules;
mod sign_in;
mod sign_in_check;
mod smtp;
mod support;
mod templates;
mod upgrade;
