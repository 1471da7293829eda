//! The console of a service: its screen in the browser, to be looked at or typed on.

mod port;

pub use port::{Console, Consoles};

use crate::id::ServiceId;
use crate::operation::Operation;
use serde::{Deserialize, Serialize};

/// What whoever has a console open may do. The keys are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsoleMode {
    /// Look at the screen.
    View,
    /// Type and use the pointer too.
    Control,
}

impl ConsoleMode {
    /// Every mode, the larger one first.
    pub const ALL: [Self; 2] = [Self::Control, Self::View];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Control => "control",
        }
    }

    /// The mode stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.key() == key)
    }

    /// The operation that it needs.
    pub const fn operation(self) -> Operation {
        match self {
            Self::View => Operation::ConsoleView,
            Self::Control => Operation::Console,
        }
    }
}

/// What the page of a console says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsolePage {
    /// Of which service.
    pub service: ServiceId,
    /// What it is called.
    pub name: String,
    /// What the reader may do.
    pub mode: ConsoleMode,
    /// Whether there is a screen: a driver runs the service, and shows screens.
    pub has_screen: bool,
}

macro_rules! ends {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $code:literal;)+) => {
        /// Why a console is not open, or not any more. The keys are stored; the codes are those that close the connection.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ConsoleEnd { $($(#[$doc])* $name),+ }

        impl ConsoleEnd {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The stored key.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }

            /// With which code the connection is closed.
            pub const fn code(self) -> u16 {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

ends! {
    /// Whoever had it open left.
    Left = "left", 1000;
    /// The machine closed it.
    Machine = "machine", 4001;
    /// The machine's screen could not be reached.
    Unreachable = "unreachable", 4002;
    /// What was reached is no screen that is understood here.
    NoScreen = "no_screen", 4003;
    /// Nothing was shown and nothing typed for long.
    Idle = "idle", 4004;
    /// It was open for as long as it may be.
    TooLong = "too_long", 4005;
    /// The portal stops.
    Stopping = "stopping", 4006;
    /// Something came from the viewer that is no part of a console.
    Misuse = "misuse", 4007;
    /// Nobody could tell any more whether it may stay open.
    Unsure = "unsure", 4008;
    /// The session has ended.
    SignedOut = "signed_out", 4010;
    /// The right is gone, or the access.
    NoAccess = "no_access", 4011;
    /// The account was suspended or closed.
    AccountStopped = "account_stopped", 4012;
    /// The service is no longer the account's, or runs elsewhere.
    Moved = "moved", 4013;
    /// The provider stopped the service, or it ended.
    ServiceStopped = "service_stopped", 4014;
    /// There is no such ticket for this session. It was never open.
    NoTicket = "no_ticket", 4020;
    /// There are as many as there may be. It was never open.
    TooMany = "too_many", 4021;
}

impl ConsoleEnd {
    /// Whether it closed because whoever had it open may not have it any more.
    pub const fn is_of_access(self) -> bool {
        matches!(self, Self::SignedOut | Self::NoAccess | Self::AccountStopped | Self::ServiceStopped | Self::Moved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn keys_and_codes_are_unique() {
        let keys: BTreeSet<_> = ConsoleEnd::ALL.iter().map(|end| end.key()).collect();
        let codes: BTreeSet<_> = ConsoleEnd::ALL.iter().map(|end| end.code()).collect();
        assert_eq!((keys.len(), codes.len()), (ConsoleEnd::ALL.len(), ConsoleEnd::ALL.len()));
        for mode in ConsoleMode::ALL {
            assert_eq!(ConsoleMode::from_key(mode.key()), Some(mode));
        }
    }

    #[test]
    fn codes_are_those_that_applications_may_use() {
        let own = |end: &&ConsoleEnd| end.code() != 1000;
        assert!(ConsoleEnd::ALL.iter().filter(own).all(|end| (4000..5000).contains(&end.code())));
    }
}
