//! Operations: what a contact may do on a service. They are granted on all services or on single ones, never as
//! privileges of the account.

use crate::privilege::Weight;
use crate::sets::keyed_set;

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $weight:ident;)+) => {
        /// One thing a contact may do on a service.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Operation { $($(#[$doc])* $name),+ }

        impl Operation {
            /// Every operation, in the order of the form.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The stored key.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }

            /// Whether it is sensitive.
            pub const fn weight(self) -> Weight {
                match self { $(Self::$name => Weight::$weight),+ }
            }
        }
    };
}

operations! {
    /// Start, stop and reboot.
    Power = "svc.power", Plain;
    /// Reinstall, losing the data.
    Rebuild = "svc.rebuild", Sensitive;
    /// See the console.
    ConsoleView = "svc.console_view", Plain;
    /// Use the console, typing.
    Console = "svc.console", Plain;
    /// Make backups.
    Backup = "svc.backup", Plain;
    /// Restore a backup over the present data.
    Restore = "svc.restore", Sensitive;
    /// Reverse DNS, firewall, addresses.
    Network = "svc.network", Plain;
    /// See and reset the service's passwords.
    Credentials = "svc.credentials", Sensitive;
    /// Open the service's own panel.
    Sso = "svc.sso", Plain;
    /// Upgrade and downgrade.
    Upgrade = "svc.upgrade", Plain;
    /// Request cancellation.
    Cancel = "svc.cancel", Sensitive;
    /// Extend the service.
    Renew = "svc.renew", Plain;
}

keyed_set! {
    /// A set of operations.
    OperationSet(u64) of Operation, "unknown operation"
}

impl OperationSet {
    /// The set with what it implies: typing in a console is seeing it.
    #[must_use]
    pub const fn closed(self) -> Self {
        if self.contains(Operation::Console) { self.union(Self::of(&[Operation::ConsoleView])) } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unique_and_found_again() {
        for operation in Operation::ALL {
            assert_eq!(Operation::from_key(operation.key()), Some(*operation));
        }
        assert_eq!(Operation::from_key("svc.explode"), None);
    }

    #[test]
    fn typing_in_a_console_is_seeing_it() {
        let closed = OperationSet::of(&[Operation::Console]).closed();
        assert_eq!(closed, OperationSet::of(&[Operation::Console, Operation::ConsoleView]));
        assert_eq!(OperationSet::of(&[Operation::ConsoleView]).closed().len(), 1);
    }
}
