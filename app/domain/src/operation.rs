//! Operations: what a contact may do on a service. They are granted on all services or on single ones, never as
//! privileges of the account.

use crate::privilege::Weight;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser::SerializeSeq};
use std::fmt;

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

impl Operation {
    /// The operation stored under `key`; `None` for a key this version does not know, which grants nothing.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|operation| operation.key() == key)
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl Serialize for Operation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl<'de> Deserialize<'de> for Operation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        Self::from_key(&key).ok_or_else(|| de::Error::custom("unknown operation"))
    }
}

/// A set of operations: one bit each, written as a list of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct OperationSet(u16);

// INVARIANT: a bit for every operation.
const _: () = assert!(Operation::ALL.len() <= 16);

const fn bit(operation: Operation) -> u16 {
    1 << (operation as u8)
}

impl OperationSet {
    /// No operation.
    pub const EMPTY: Self = Self(0);

    /// Exactly the given operations.
    pub const fn of(operations: &[Operation]) -> Self {
        let mut set = 0;
        let mut i = 0;
        while i < operations.len() {
            set |= bit(operations[i]);
            i += 1;
        }
        Self(set)
    }

    /// Every operation there is.
    pub const fn all() -> Self {
        Self::of(Operation::ALL)
    }

    /// Whether `operation` is in the set.
    pub const fn contains(self, operation: Operation) -> bool {
        self.0 & bit(operation) != 0
    }

    /// Adds one.
    pub const fn insert(&mut self, operation: Operation) {
        self.0 |= bit(operation);
    }

    /// Takes one out.
    pub const fn remove(&mut self, operation: Operation) {
        self.0 &= !bit(operation);
    }

    /// What is in either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in this one and not in `other`.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What is in both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether all of this lies within `other`.
    pub const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether nothing is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many are in it.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The members, in the order of the form.
    pub fn iter(self) -> impl Iterator<Item = Operation> {
        Operation::ALL.iter().copied().filter(move |operation| self.contains(*operation))
    }

    /// The set with what it implies: typing in a console is seeing it.
    #[must_use]
    pub const fn closed(self) -> Self {
        if self.contains(Operation::Console) { Self(self.0 | bit(Operation::ConsoleView)) } else { self }
    }
}

impl FromIterator<Operation> for OperationSet {
    fn from_iter<I: IntoIterator<Item = Operation>>(operations: I) -> Self {
        let mut set = Self::EMPTY;
        for operation in operations {
            set.insert(operation);
        }
        set
    }
}

impl Serialize for OperationSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.len() as usize))?;
        for operation in self.iter() {
            list.serialize_element(&operation)?;
        }
        list.end()
    }
}

impl<'de> Deserialize<'de> for OperationSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Operation>::deserialize(deserializer).map(|list| list.into_iter().collect())
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
