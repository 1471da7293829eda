//! Asking for access, and deciding on it, as the pages call it.

use crate::acting::Acting;
use crate::asking::{AskForAccess, DecideAccess, RequestOutcome, Requests, RequestsQuery, WithdrawRequest};
use crate::caller::Caller;
use crate::error::PortalError;
use async_trait::async_trait;

/// Asking for access, and deciding on it.
#[async_trait]
pub trait Asking: Send + Sync {
    /// Asks for a right. Asking again while nobody has decided changes nothing and answers the same.
    async fn ask(&self, caller: &Caller, acting: Acting, change: AskForAccess) -> Result<(), PortalError>;
    /// A page of one's own requests, and one of those that one can decide.
    async fn requests(&self, caller: &Caller, acting: Acting, query: RequestsQuery) -> Result<Requests, PortalError>;
    /// Grants or declines a request.
    async fn decide(
        &self,
        caller: &Caller,
        acting: Acting,
        change: DecideAccess,
    ) -> Result<RequestOutcome, PortalError>;
    /// Withdraws a request of one's own that nobody has decided.
    async fn withdraw(&self, caller: &Caller, acting: Acting, change: WithdrawRequest) -> Result<(), PortalError>;
}
