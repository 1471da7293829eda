//! What is known of a service beside what it is: whether it runs, what it costs, and what its page shows.

use crate::billing::Money;
use crate::service::ServiceRow;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// Whether a machine runs. The keys are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MachineState {
    /// It runs.
    Running,
    /// It is switched off.
    Stopped,
    /// Something is being done to it.
    Busy,
    /// Nobody can tell.
    Unknown,
}

impl MachineState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Running, Self::Stopped, Self::Busy, Self::Unknown];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Stopped => "stopped",
            Self::Busy => "busy",
            Self::Unknown => "unknown",
        }
    }

    /// The state stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// The state that a driver reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenState {
    /// Which.
    pub state: MachineState,
    /// When it was seen; `None` where nothing was seen yet.
    pub at: Option<Moment>,
}

/// How often something is paid. The keys are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Every month.
    Month,
    /// Every three months.
    Quarter,
    /// Every six months.
    HalfYear,
    /// Every year.
    Year,
}

impl Period {
    /// Every period.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::HalfYear, Self::Year];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::HalfYear => "half_year",
            Self::Year => "year",
        }
    }

    /// The period stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.key() == key)
    }
}

/// What a service costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// So much.
    pub amount: Money,
    /// So often; `None` where it is paid once.
    pub period: Option<Period>,
}

/// The page of a service, as somebody who sees it reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePage {
    /// As in the list.
    pub row: ServiceRow,
    /// Whether a driver runs it: without one nothing can be done to it here.
    pub is_driven: bool,
    /// Since when the account has it.
    pub since: Moment,
}
