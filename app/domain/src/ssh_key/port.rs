//! The SSH keys of an account, as the pages call their use-cases.

use crate::acting::Acting;
use crate::caller::Caller;
use crate::error::PortalError;
use crate::id::SshKeyId;
use crate::ssh_key::{AddSshKey, ChosenSshKeys, PublicSshKey, RemoveSshKey, SshKeysPage};
use async_trait::async_trait;

/// The SSH keys of an account.
#[async_trait]
pub trait SshKeys: Send + Sync {
    /// All of them, for whoever keeps them or rebuilds servers with them.
    async fn list(&self, caller: &Caller, acting: Acting) -> Result<SshKeysPage, PortalError>;
    /// These, as they are put on a server.
    ///
    /// # Errors
    /// `NotFound` when one of them is not there any more.
    async fn public(
        &self,
        caller: &Caller,
        acting: Acting,
        keys: ChosenSshKeys,
    ) -> Result<Vec<PublicSshKey>, PortalError>;
    /// Adds one.
    async fn add(&self, caller: &Caller, acting: Acting, change: AddSshKey) -> Result<SshKeyId, PortalError>;
    /// Removes one. Servers that it was put on keep it.
    async fn remove(&self, caller: &Caller, acting: Acting, change: RemoveSshKey) -> Result<(), PortalError>;
}
