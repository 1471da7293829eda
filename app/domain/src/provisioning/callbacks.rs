//! What a driver's other side says of an order by itself, before anybody asks. A driver with callbacks checks who says it;
//! what is kept here was shown to be from there.

use super::{DriverError, Progress};
use crate::error::PortalError;
use crate::id::OrderId;
use crate::time::Timestamp;
use async_trait::async_trait;

/// What was called back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Of which order.
    pub order: OrderId,
    /// How far it is.
    pub progress: Progress,
    /// What makes this callback another one than all before it.
    pub nonce: String,
    /// Until when the nonce has to be known: afterwards the driver takes no such callback any more.
    pub known_until: Timestamp,
}

impl Report {
    /// Whether nothing comes after it. How far an order under way is, the driver asks itself.
    pub const fn is_end(&self) -> bool {
        match self.progress {
            Progress::Done | Progress::Failed(_) | Progress::Unknown { .. } => true,
            Progress::Running { .. } | Progress::NeverBegun => false,
        }
    }
}

/// What became of a callback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It is kept where it is an end, and whoever carries the order out looks at once.
    Taken,
    /// It came before. Nothing was done.
    Replayed,
    /// This driver has no such order under way. Nothing was done.
    Unexpected,
}

/// What was called back of orders. `portal` keeps it.
#[async_trait]
pub trait Reports: Send + Sync {
    /// Takes what a driver's other side called back, and has the order looked at. Of several ends the first one counts.
    async fn heard(&self, driver: &str, report: &Report, now: Timestamp) -> Result<Heard, PortalError>;

    /// The end of an order, where it was called back.
    async fn reported(&self, driver: &str, order: OrderId) -> Result<Option<Progress>, DriverError>;
}
