//! My Services: what the list is asked, and its rows.

use crate::id::ServiceId;
use crate::list::Direction;
use crate::operation::OperationSet;
use crate::service::{MachineState, Price, SeenState, ServiceKind, ServiceStatus};
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// Which services a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// Those that the reader sees.
    #[default]
    All,
    /// Of them the active ones.
    Active,
    /// Of them those that end soon or have run out, as [`is_expiring`] says.
    Expiring,
}

impl Shown {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::All, Self::Active, Self::Expiring];
}

/// By what My Services is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceSort {
    /// By name.
    #[default]
    Name,
    /// By when they end; those without an end come last.
    Expires,
    /// By when they are paid next; those that are not come last.
    NextDue,
}

/// What a page of My Services is asked with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceQuery {
    /// Which services.
    #[serde(default)]
    pub shown: Shown,
    /// Those of this kind.
    #[serde(default)]
    pub kind: Option<ServiceKind>,
    /// Those in this state.
    #[serde(default)]
    pub state: Option<MachineState>,
    /// Words to look for in names, products and addresses.
    #[serde(default)]
    pub search: String,
    /// By what they are sorted.
    #[serde(default)]
    pub sort: ServiceSort,
    /// Which way.
    #[serde(default)]
    pub direction: Direction,
    /// Where the page begins; empty for the first.
    #[serde(default)]
    pub cursor: String,
}

/// How many services each filter would find, the others and the search being as they are. Empty where the reader sees more
/// than [`COUNTED`](crate::list::COUNTED).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ServiceCounts {
    /// By [`Shown`].
    pub shown: Vec<(Shown, usize)>,
    /// By kind, those that there are.
    pub kinds: Vec<(ServiceKind, usize)>,
    /// By state, those that there are.
    pub states: Vec<(MachineState, usize)>,
}

/// A row of My Services.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceRow {
    /// Which service.
    pub id: ServiceId,
    /// Its name, `web-01` say.
    pub name: String,
    /// The product it is, in the provider's words.
    pub product: String,
    /// Its kind.
    pub kind: ServiceKind,
    /// Where it stands.
    pub status: ServiceStatus,
    /// When it ends unless renewed.
    pub expires: Option<Moment>,
    /// Whether that is soon or past.
    pub expiring: bool,
    /// Whether it runs, where a driver says so.
    pub state: Option<SeenState>,
    /// Its main address.
    pub address: Option<String>,
    /// What it costs, where the viewer may read that.
    pub price: Option<Price>,
    /// When that is due next, the same.
    pub next_due: Option<Moment>,
    /// What the viewer may do on it.
    pub operations: OperationSet,
}
