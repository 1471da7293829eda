//! What the account's status, and viewing as a contact, take away before rights are asked.

use super::{Denied, Standing, Viewing};
use crate::status::AccountStatus;

/// What the account's status and viewing-as take away, before rights are asked.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// Coming in at all.
    Entry,
    /// Invoices and tickets, which owners of a closed account still read.
    Records,
    /// Looking.
    Read,
    /// Changing what is there.
    Change,
    /// What a suspended account does not get: operations, orders, new people, viewing-as.
    Business,
    /// Ending one's own view.
    Leave,
    /// What is one's own affair, however the account stands: nobody is kept on a closed one.
    Own,
}

/// Whether anything of this kind is possible as the account stands.
pub(super) fn allows(who: &Standing, kind: Kind) -> Result<(), Denied> {
    if who.viewing != Viewing::Off {
        match kind {
            Kind::Entry | Kind::Records | Kind::Read | Kind::Leave => {}
            Kind::Change | Kind::Business | Kind::Own => return Err(Denied::ViewOnly),
        }
    }
    match (who.status, kind) {
        (AccountStatus::Suspended, Kind::Business) => Err(Denied::AccountSuspended),
        (AccountStatus::Closed, Kind::Entry | Kind::Records) if who.owner.is_some() => Ok(()),
        (AccountStatus::Closed, Kind::Entry | Kind::Records | Kind::Read | Kind::Change | Kind::Business) => {
            Err(Denied::AccountClosed)
        }
        (AccountStatus::Active | AccountStatus::Suspended, _) | (AccountStatus::Closed, Kind::Leave | Kind::Own) => {
            Ok(())
        }
    }
}
