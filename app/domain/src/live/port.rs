//! What tells open tabs of changes.

use crate::acting::Acting;
use crate::caller::{Caller, SignedIn};
use crate::error::PortalError;
use crate::id::{ContactId, PersonId};
use crate::live::{ByTheClock, News, Position, Reached};
use crate::time::Timestamp;
use async_trait::async_trait;

/// What tells open tabs that something changed. It decides nothing: whoever is told asks again.
#[async_trait]
pub trait Live: Send + Sync {
    /// The latest change that concerns a person.
    async fn position(&self, person: PersonId) -> Result<Position, PortalError>;
    /// Begins to listen in the name of a session; what came after `after` is heard first.
    async fn listen(&self, signed_in: SignedIn, after: Position) -> Result<Box<dyn Listening>, PortalError>;
    /// What changed for a person after `after`.
    async fn since(&self, person: PersonId, after: Position) -> Result<News, PortalError>;
    /// What has begun or ended for a person by the clock, after `since` and until `now`.
    async fn by_the_clock(&self, person: PersonId, since: Timestamp, now: Timestamp)
    -> Result<ByTheClock, PortalError>;
    /// How many open sessions of a contact's person were told at once of the last change to it, and how many of their consoles
    /// that closed, for whoever may suspend it; none when that is longer than a minute ago.
    async fn sessions_reached(
        &self,
        caller: &Caller,
        acting: Acting,
        contact: ContactId,
    ) -> Result<Reached, PortalError>;
}

/// Somebody listening. Dropping it ends that.
#[async_trait]
pub trait Listening: Send {
    /// What changed since the last answer, once something has. Giving up the wait loses nothing.
    async fn next(&mut self) -> News;
}
