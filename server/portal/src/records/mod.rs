//! Rows: one file a table or a few that belong together.
//!
//! INVARIANT: a table has one file that writes it, here or in `unit`; `xtask lint` finds a second one. Each writer asks for
//! what proves that it may: an authority for what is written on an account, the session of whoever is signed in, the
//! operator. What deletes rows that are over by the clock asks for nothing: nobody could use them any more.

pub mod accounts;
pub(crate) mod bulk_actions;
pub(crate) mod consoles;
pub(crate) mod contact_list;
pub mod contact_versions;
pub mod contacts;
pub(crate) mod devices;
pub(crate) mod driver_memory;
pub(crate) mod driver_reports;
pub(crate) mod email_links;
pub mod grants;
pub mod holdings;
pub(crate) mod invitations;
pub(crate) mod listed;
pub mod notification_choices;
pub(crate) mod operations;
pub(crate) mod outbound_links;
pub mod persons;
pub(crate) mod pins;
pub(crate) mod requests;
pub mod rows;
pub(crate) mod sessions;
pub(crate) mod ssh_keys;
pub(crate) mod templates;
pub(crate) mod tokens;
pub(crate) mod transfers;
pub(crate) mod viewings;
pub(crate) mod zone_changes;
