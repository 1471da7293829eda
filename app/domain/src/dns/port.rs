//! The use-cases of zones, as the pages call them.

use super::{ChangeSet, DnsName, EditedRow, RecordSet, RecordType};
use crate::acting::Acting;
use crate::by::By;
use crate::caller::Caller;
use crate::error::PortalError;
use crate::id::{DomainId, SubmissionId, ZoneChangeId};
use crate::list::Page;
use crate::time::Moment;
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// What a page of a zone is asked with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ZoneQuery {
    /// Words to look for in names and values.
    #[serde(default)]
    pub search: String,
    /// Only records of this kind.
    #[serde(default)]
    pub kind: Option<RecordType>,
    /// Where the page begins; empty for the first.
    #[serde(default)]
    pub cursor: String,
}

/// A page of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ZonePage {
    /// The domain's name as people read it.
    pub domain: String,
    /// What its name server says.
    pub seen: ZoneSeen,
    /// Whether the reader may change it now.
    pub may_change: bool,
    /// The latest changes made here, latest first.
    pub history: Vec<ZoneChangeRow>,
}

/// What a name server says of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum ZoneSeen {
    /// No name server of ours has the domain.
    NotHere,
    /// The name server does not answer, or does not have the zone.
    Unreachable,
    /// A page of its records.
    Records(Box<ZoneRecords>),
}

/// The records of a zone that a page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ZoneRecords {
    /// The name of the zone in ASCII.
    pub zone: DnsName,
    /// The serial number, where that is known.
    pub serial: Option<u32>,
    /// Whether the zone is signed (DNSSEC).
    pub is_signed: bool,
    /// The records.
    pub page: Page<RecordSet>,
    /// How many sets are only kept.
    pub kept: usize,
}

/// An edit of a page of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditZone {
    /// Which domain.
    pub domain: DomainId,
    /// The rows as they were typed.
    #[serde(default)]
    pub rows: Vec<EditedRow>,
}

/// A zone file to be imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportZone {
    /// Which domain.
    pub domain: DomainId,
    /// The file.
    #[serde(default)]
    pub file: String,
    /// Records that the file does not have are removed.
    #[serde(default)]
    pub only: bool,
}

/// What an edit would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneReview {
    /// The changes.
    pub changes: ChangeSet,
}

/// A reviewed edit that is to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplyZone {
    /// The form.
    pub submission: SubmissionId,
    /// Which domain.
    pub domain: DomainId,
    /// The changes, as [`EditedRow::write`] writes them.
    pub rows: String,
}

/// A change that is to be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UndoZone {
    /// The form.
    pub submission: SubmissionId,
    /// Which domain.
    pub domain: DomainId,
    /// Which change.
    pub change: ZoneChangeId,
}

/// How a change stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeState {
    /// It is being made.
    UnderWay,
    /// It was made.
    Done,
    /// It was not made.
    NotDone,
    /// Nobody can tell; the zone itself shows what it holds.
    Unknown,
}

impl ChangeState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::UnderWay, Self::Done, Self::NotDone, Self::Unknown];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::UnderWay => "under_way",
            Self::Done => "done",
            Self::NotDone => "not_done",
            Self::Unknown => "unknown",
        }
    }

    /// The state stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// What came of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneDone {
    /// Which change.
    pub change: ZoneChangeId,
    /// How it stands.
    pub state: ChangeState,
}

/// A change in the history of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ZoneChangeRow {
    /// Which.
    pub id: ZoneChangeId,
    /// Who asked for it.
    pub by: By,
    /// When.
    pub at: Moment,
    /// How it stands.
    pub state: ChangeState,
    /// What it changes.
    pub changes: ChangeSet,
    /// Whether the reader may take it back.
    pub may_undo: bool,
}

/// A zone as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ZoneFile {
    /// What it is called.
    pub name: String,
    /// What stands in it.
    pub content: String,
}

/// The zones of an account's domains. A domain whose DNS the caller may not change is not found.
#[async_trait]
pub trait Dns: Send + Sync {
    /// A page of a zone.
    async fn page(
        &self,
        caller: &Caller,
        acting: Acting,
        domain: DomainId,
        query: ZoneQuery,
    ) -> Result<ZonePage, PortalError>;
    /// What an edit would change. Writes nothing.
    async fn review(&self, caller: &Caller, acting: Acting, edit: EditZone) -> Result<ZoneReview, PortalError>;
    /// What an import would change. Writes nothing.
    async fn import(&self, caller: &Caller, acting: Acting, file: ImportZone) -> Result<ZoneReview, PortalError>;
    /// Makes a reviewed edit: all of it, or nothing.
    async fn apply(&self, caller: &Caller, acting: Acting, change: ApplyZone) -> Result<ZoneDone, PortalError>;
    /// Takes a change back, where the zone still holds what it led to.
    async fn undo(&self, caller: &Caller, acting: Acting, change: UndoZone) -> Result<ZoneDone, PortalError>;
    /// The zone as a file.
    async fn export(&self, caller: &Caller, acting: Acting, domain: DomainId) -> Result<ZoneFile, PortalError>;
}
