//! What the portal and a name server say to each other. A driver reads a zone and changes its records; it decides nothing
//! about who may.
//!
//! INVARIANT: no method is called within a transaction. What is to be changed is written down before
//! [`NameServer::apply`] is called, and its outcome afterwards. Whoever died in between reads the zone, which tells; nothing
//! is handed over a second time by itself.

use super::{ChangeSet, Zone};
use async_trait::async_trait;

/// Why a name server did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameServerError {
    /// It was surely not reached: nothing has changed.
    #[error("not reached: {0}")]
    NotReached(String),
    /// It may have been reached: what was asked of it may have been done.
    #[error("no answer: {0}")]
    NoAnswer(String),
    /// It answered what cannot be understood: what was asked of it may have been done.
    #[error("senseless answer: {0}")]
    Nonsense(String),
    /// It has no such zone.
    #[error("no such zone: {0}")]
    NoSuchZone(String),
    /// It refuses, and has changed nothing.
    #[error("refused: {0}")]
    Refused(String),
    /// The zone does not hold what the changes begin with: nothing has changed.
    #[error("the zone was changed meanwhile")]
    Overtaken,
}

impl NameServerError {
    /// Whether what was asked may have been done for all that.
    pub const fn may_have_begun(&self) -> bool {
        matches!(self, Self::NoAnswer(_) | Self::Nonsense(_))
    }
}

/// Whatever serves zones. Methods may be slow and may hang: whoever calls one limits its time.
#[async_trait]
pub trait NameServer: Send + Sync {
    /// Reads a zone, by what the driver calls it.
    async fn read(&self, zone: &str) -> Result<Zone, NameServerError>;

    /// Makes all changes of a set, or none of them, where the zone holds what they begin with.
    async fn apply(&self, zone: &str, changes: &ChangeSet) -> Result<(), NameServerError>;
}
