//! What a driver measured of a service over the last day.

use crate::service::ServiceRow;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// How many hours are shown.
pub const USAGE_HOURS: usize = 24;

/// What was measured in an hour, on average.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsageHour {
    /// When it begins; the text is the time of day.
    pub from: Moment,
    /// How busy the processors were, 0 to 100; `None` where nothing was measured.
    pub cpu_percent: Option<u8>,
    /// Bytes received a second.
    pub received: u64,
    /// Bytes sent a second.
    pub sent: u64,
}

/// What there is to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Usage {
    /// Nothing is measured of this service.
    NotMeasured,
    /// Whatever measures it does not answer.
    NoAnswer,
    /// The last hours, oldest first.
    Hours(Vec<UsageHour>),
}

/// The usage of a service, for whoever sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceUsage {
    /// The service, as in the list.
    pub service: ServiceRow,
    /// What was measured.
    pub usage: Usage,
}
