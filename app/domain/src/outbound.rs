//! Links that lead a browser from a page of ours to another site, once.

use crate::caller::Caller;
use crate::error::PortalError;
use crate::text::Secret;
use async_trait::async_trait;

/// The links that lead to other sites. Each is of one session, works once, and for a minute.
#[async_trait]
pub trait Outbound: Send + Sync {
    /// Makes a link to an address, for the session of the caller; gives its token. The address is the server's own, never
    /// one that came with a request.
    async fn issue(&self, caller: &Caller, address: Secret) -> Result<Secret, PortalError>;
    /// The host that a link of the caller's session leads to, as long as it works. Consumes nothing.
    async fn host(&self, caller: &Caller, token: Secret) -> Result<Option<String>, PortalError>;
    /// Spends a link of the caller's session; the address that it leads to, if it still worked.
    async fn follow(&self, caller: &Caller, token: Secret) -> Result<Option<Secret>, PortalError>;
}
