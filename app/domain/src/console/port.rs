//! Consoles, as pages and the server call them.

use crate::acting::Acting;
use crate::caller::Caller;
use crate::console::{ConsoleEnd, ConsoleMode, ConsolePage};
use crate::error::PortalError;
use crate::id::{AccountId, ServiceId};
use crate::provisioning::ConsoleAddress;
use crate::text::Secret;
use crate::time::Timestamp;
use async_trait::async_trait;

/// The consoles of an account's services. One is opened with a ticket: of one session, for one service, for half a minute,
/// and once.
#[async_trait]
pub trait Consoles: Send + Sync {
    /// What the page of a service's console says.
    ///
    /// # Errors
    /// `NotFound` for a service that the caller does not see, as for one that there is not.
    async fn page(&self, caller: &Caller, acting: Acting, service: ServiceId) -> Result<ConsolePage, PortalError>;
    /// Makes a ticket for the session of the caller, to do all that they may; gives its token.
    async fn issue(&self, caller: &Caller, acting: Acting, service: ServiceId) -> Result<Secret, PortalError>;
    /// Spends a ticket of the caller's session, and writes down that the console is open. `None` where there is no such
    /// ticket, or it gives more than the caller may by now.
    async fn open(
        &self,
        caller: &Caller,
        account: AccountId,
        service: ServiceId,
        ticket: Secret,
    ) -> Result<Option<Box<dyn Console>>, PortalError>;
}

/// A console that is open. Whoever has it closes it.
#[async_trait]
pub trait Console: Send + Sync {
    /// What whoever opened it may do.
    fn mode(&self) -> ConsoleMode;
    /// Asks the driver where the machine's screen is. It may take seconds.
    async fn address(&self) -> Result<ConsoleAddress, ConsoleEnd>;
    /// Why it may not stay open at that time; `None` where it may.
    ///
    /// # Errors
    /// When nobody can tell.
    async fn ended(&self, now: Timestamp) -> Result<Option<ConsoleEnd>, PortalError>;
    /// Writes down that it was closed, and why.
    async fn close(self: Box<Self>, now: Timestamp, why: ConsoleEnd);
}
