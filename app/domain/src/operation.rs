//! Operations: what a contact may do on a service or on a domain. They are granted on all services or domains or on
//! single ones, never as privileges of the account.

use crate::privilege::Weight;
use crate::sets::keyed_set;

macro_rules! operations {
    ($(#[$what:meta])* $one:ident; $($(#[$doc:meta])* $name:ident = $key:literal, $weight:ident;)+) => {
        $(#[$what])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $one { $($(#[$doc])* $name),+ }

        impl $one {
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
    /// One thing a contact may do on a service.
    Operation;
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

operations! {
    /// One thing a contact may do on a domain. The keys are those that they had as privileges of the account, before
    /// domains had rights of their own.
    DomainOperation;
    /// Change name servers.
    Nameservers = "domains.nameservers", Plain;
    /// Edit zone records.
    Dns = "domains.dns", Plain;
    /// Edit WHOIS data.
    Whois = "domains.whois", Plain;
    /// Change the registrant or owner of a domain.
    Ownership = "domains.ownership", Sensitive;
    /// Unlock a domain and read its transfer code.
    Transfer = "domains.transfer", Sensitive;
}

keyed_set! {
    /// A set of operations.
    OperationSet(u64) of Operation, "unknown operation"
}

keyed_set! {
    /// A set of operations on domains. None of them implies another one.
    DomainOperationSet(u8) of DomainOperation, "unknown operation on a domain"
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
        for operation in DomainOperation::ALL {
            assert_eq!(DomainOperation::from_key(operation.key()), Some(*operation));
        }
        assert_eq!(DomainOperation::from_key("domains.view"), None, "a privilege: it shows all of them");
    }

    #[test]
    fn typing_in_a_console_is_seeing_it() {
        let closed = OperationSet::of(&[Operation::Console]).closed();
        assert_eq!(closed, OperationSet::of(&[Operation::Console, Operation::ConsoleView]));
        assert_eq!(OperationSet::of(&[Operation::ConsoleView]).closed().len(), 1);
    }
}
