//! Domain names of an account.

use crate::id::DomainId;
use crate::list::{Page, Total};
use crate::operation::DomainOperationSet;
use crate::service::EXPIRING_WITHIN_MS;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// Where a domain stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DomainStatus {
    /// Being registered or transferred.
    Pending,
    /// Registered.
    Active,
    /// Ran out.
    Expired,
    /// Moved away or given up.
    Ended,
}

impl DomainStatus {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Pending, Self::Active, Self::Expired, Self::Ended];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Expired => "expired",
            Self::Ended => "ended",
        }
    }

    /// The status stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}

/// Which domains a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownDomains {
    /// All of them.
    #[default]
    All,
    /// Those that end soon or have run out, as [`is_expiring`] says.
    Expiring,
    /// Those that stand so.
    Standing(DomainStatus),
}

/// A page of Domains, with how many there are of each kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainList {
    /// The rows.
    pub page: Page<DomainRow>,
    /// How many the filters find, of those that the search finds: for each that finds any.
    pub counts: Vec<(ShownDomains, Total)>,
}

/// The page of one domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainPage {
    /// The same as in the list.
    pub row: DomainRow,
    /// Since when it is here.
    pub since: Moment,
}

impl ShownDomains {
    /// What an address calls it; nothing for all of them.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Expiring => "expiring",
            Self::Standing(status) => status.key(),
        }
    }

    /// What an address asks for; all of them for anything else.
    pub fn from_key(key: &str) -> Self {
        match key {
            "expiring" => Self::Expiring,
            other => DomainStatus::from_key(other).map_or(Self::All, Self::Standing),
        }
    }
}

/// What a page of Domains is asked with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DomainQuery {
    /// Which domains.
    #[serde(default)]
    pub shown: ShownDomains,
    /// Words to look for in names.
    #[serde(default)]
    pub search: String,
    /// Where the page begins; empty for the first.
    #[serde(default)]
    pub cursor: String,
}

/// A row of Domains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainRow {
    /// Which domain.
    pub id: DomainId,
    /// Its name, in Unicode as people read it.
    pub name: String,
    /// Where it stands.
    pub status: DomainStatus,
    /// When it ends unless renewed.
    pub expires: Option<Moment>,
    /// Whether that is soon or past.
    pub expiring: bool,
    /// What the viewer may do on it.
    pub operations: DomainOperationSet,
}

/// A domain as a row of the rights form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainChoice {
    /// Which domain.
    pub id: DomainId,
    /// Its name, where the reader sees the domain.
    pub name: Option<String>,
}

/// The most domains with a row in one form: those on which something is given, then the first active ones by name.
pub const DOMAIN_ROWS: usize = 40;

/// Whether a domain ends soon or has run out at `now` (milliseconds). One that moved away is neither.
pub const fn is_expiring(status: DomainStatus, expires_at: Option<i64>, now: i64) -> bool {
    match status {
        DomainStatus::Expired => true,
        DomainStatus::Pending | DomainStatus::Ended => false,
        DomainStatus::Active => match expires_at {
            Some(at) => at <= now + EXPIRING_WITHIN_MS,
            None => false,
        },
    }
}
