//! Rows: one file a table or a few that belong together, the only places that read and write them by themselves.

pub(crate) mod bulk_actions;
pub(crate) mod contact_list;
pub(crate) mod contacts;
pub(crate) mod devices;
pub(crate) mod email_links;
pub(crate) mod grants;
pub(crate) mod holdings;
pub(crate) mod invitations;
pub(crate) mod notification_choices;
pub(crate) mod persons;
pub(crate) mod requests;
pub(crate) mod sessions;
pub(crate) mod templates;
pub(crate) mod transfers;
pub(crate) mod viewings;
