//! The use-cases, as the pages call them. `portal` implements these traits, one beside the commands of each family;
//! `server` hands them to the pages.
//!
//! Every method takes the [`Caller`](crate::caller::Caller); those on an account also take
//! [`Acting`](crate::acting::Acting), the account and the view from the address of the page. Who that makes the caller
//! there is read from the database, never from the request.

use crate::account::Accounts;
use crate::asking::Asking;
use crate::console::Consoles;
use crate::contact::Contacts;
use crate::dns::Dns;
use crate::holdings::Holdings;
use crate::invitation::Invitations;
use crate::live::Live;
use crate::notification::NotificationChoices;
use crate::operations::Operations;
use crate::outbound::Outbound;
use crate::ownership::Ownership;
use crate::person::People;
use crate::profile::Profiles;
use crate::roles::Roles;
use crate::search::Search;
use crate::ssh_key::SshKeys;
use std::sync::Arc;

/// The use-cases in one value, as the server puts it into the context of every page and server function.
#[derive(Clone)]
pub struct Portal {
    /// Signing in and looking after oneself.
    pub people: Arc<dyn People>,
    /// One's own details.
    pub profiles: Arc<dyn Profiles>,
    /// The accounts a person may act for.
    pub accounts: Arc<dyn Accounts>,
    /// The people of an account.
    pub contacts: Arc<dyn Contacts>,
    /// Access that somebody is offered by mail.
    pub invitations: Arc<dyn Invitations>,
    /// Which mails they get.
    pub notifications: Arc<dyn NotificationChoices>,
    /// An account's named sets of rights.
    pub roles: Arc<dyn Roles>,
    /// Who owns an account.
    pub ownership: Arc<dyn Ownership>,
    /// Asking for access.
    pub asking: Arc<dyn Asking>,
    /// What an account has.
    pub holdings: Arc<dyn Holdings>,
    /// What is done to services.
    pub operations: Arc<dyn Operations>,
    /// The SSH keys of an account.
    pub ssh_keys: Arc<dyn SshKeys>,
    /// The zones of its domains.
    pub dns: Arc<dyn Dns>,
    /// Search across an account.
    pub search: Arc<dyn Search>,
    /// What tells open tabs that something changed.
    pub live: Arc<dyn Live>,
    /// Links that lead to other sites.
    pub outbound: Arc<dyn Outbound>,
    /// The consoles of services.
    pub consoles: Arc<dyn Consoles>,
}
