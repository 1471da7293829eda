//! Services: what an account has bought.

mod facts;
mod list;

pub use facts::{MachineState, Period, Price, SeenState, ServicePage};
pub use list::{ServiceCounts, ServiceQuery, ServiceRow, ServiceSort, Shown};

use crate::id::ServiceId;
use crate::operation::{Operation, OperationSet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What kind of thing a service is; it decides which operations there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceKind {
    /// A virtual server.
    Vps,
    /// A dedicated server.
    Dedicated,
    /// Web hosting on a shared server.
    Hosting,
    /// Rack space in the data center.
    Colocation,
    /// Anything else that is billed.
    Other,
}

impl ServiceKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Vps, Self::Dedicated, Self::Hosting, Self::Colocation, Self::Other];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Vps => "vps",
            Self::Dedicated => "dedicated",
            Self::Hosting => "hosting",
            Self::Colocation => "colocation",
            Self::Other => "other",
        }
    }

    /// The kind stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The operations that a service of this kind has.
    pub const fn operations(self) -> OperationSet {
        match self {
            Self::Vps => OperationSet::all(),
            Self::Dedicated => OperationSet::of(&[
                Operation::Power,
                Operation::Rebuild,
                Operation::ConsoleView,
                Operation::Console,
                Operation::Network,
                Operation::Credentials,
                Operation::Sso,
                Operation::Upgrade,
                Operation::Cancel,
                Operation::Renew,
            ]),
            Self::Hosting => OperationSet::of(&[
                Operation::Backup,
                Operation::Restore,
                Operation::Credentials,
                Operation::Sso,
                Operation::Upgrade,
                Operation::Cancel,
                Operation::Renew,
            ]),
            Self::Colocation => OperationSet::of(&[
                Operation::Power,
                Operation::Network,
                Operation::Upgrade,
                Operation::Cancel,
                Operation::Renew,
            ]),
            Self::Other => OperationSet::of(&[Operation::Upgrade, Operation::Cancel, Operation::Renew]),
        }
    }
}

/// Where a service stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceStatus {
    /// Ordered, not yet delivered.
    Pending,
    /// In use.
    Active,
    /// Stopped by the provider.
    Suspended,
    /// Ran out.
    Expired,
    /// Cancelled or ended.
    Ended,
}

impl ServiceStatus {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::Pending, Self::Active, Self::Suspended, Self::Expired, Self::Ended];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Expired => "expired",
            Self::Ended => "ended",
        }
    }

    /// The status stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}

/// How long before its end a service counts as expiring: 30 days, in milliseconds.
pub const EXPIRING_WITHIN_MS: i64 = 30 * 24 * 3600 * 1000;

/// Whether a service ends soon or has run out at `now` (milliseconds), as people with
/// `services.view_expiring` see it. A cancelled service is neither.
pub const fn is_expiring(status: ServiceStatus, expires_at: Option<i64>, now: i64) -> bool {
    match status {
        ServiceStatus::Expired => true,
        ServiceStatus::Ended | ServiceStatus::Pending => false,
        ServiceStatus::Active | ServiceStatus::Suspended => match expires_at {
            Some(at) => at <= now + EXPIRING_WITHIN_MS,
            None => false,
        },
    }
}

/// A service as a row of the rights form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceChoice {
    /// Which service.
    pub id: ServiceId,
    /// Its name, where the reader sees the service.
    pub name: Option<String>,
    /// Its kind, which says what operations it has.
    pub kind: ServiceKind,
}

/// Up to so many services that its reader sees a rights form shows all of them; else those on which something is given.
pub const FEW_SERVICES: usize = 20;
/// On how many services at most a form shows at first what is given.
pub const GIVEN_SERVICES: usize = 20;
/// The most services that a search finds.
pub const FOUND_SERVICES: usize = 20;
/// The most services with a row in one form: it then weighs little, and what it posts is far below what the server takes.
pub const SERVICE_ROWS: usize = 40;

/// What a rights form says of the services without a row; it has this where there may be any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoreServices {
    /// On how many of them the contact has something. It stays as it is.
    pub kept: usize,
}

/// The services that get a row in a rights form later on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ServiceSearch {
    /// These.
    pub ids: BTreeSet<ServiceId>,
    /// And those whose name or product holds this, when something is searched; the first ones when it is empty.
    pub text: Option<String>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FoundServices {
    /// Those that were named by their ids, by name.
    pub named: Vec<ServiceChoice>,
    /// Those that were found, by name.
    pub found: Vec<FoundService>,
    /// Whether there are more than these.
    pub is_cut: bool,
}

/// A service that a search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundService {
    /// Which.
    pub service: ServiceChoice,
    /// The product it is, in the provider's words.
    pub product: String,
    /// What the contact of the form has on it.
    pub given: OperationSet,
}
