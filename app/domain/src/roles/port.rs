//! An account's named sets of rights, as the pages call their use-cases.

use crate::acting::Acting;
use crate::caller::Caller;
use crate::error::PortalError;
use crate::id::TemplateId;
use crate::roles::{DeleteTemplate, RolesPage, SaveTemplate, SetHandOut, SetTemplate, TemplatePage};
use async_trait::async_trait;

/// An account's named sets of rights: its own roles and templates, and which roles its managers hand out.
#[async_trait]
pub trait Roles: Send + Sync {
    /// All of them.
    async fn read(&self, caller: &Caller, acting: Acting) -> Result<RolesPage, PortalError>;
    /// Says which roles managers may hand out.
    async fn set_hand_out(&self, caller: &Caller, acting: Acting, change: SetHandOut) -> Result<(), PortalError>;
    /// Keeps what a contact may do as a template or a role.
    async fn save_template(&self, caller: &Caller, acting: Acting, change: SaveTemplate) -> Result<(), PortalError>;
    /// A template or a role of the account, with who has it.
    async fn template(
        &self,
        caller: &Caller,
        acting: Acting,
        template: TemplateId,
    ) -> Result<TemplatePage, PortalError>;
    /// Changes one; what a role gives changes for everybody who has it.
    async fn set_template(&self, caller: &Caller, acting: Acting, change: SetTemplate) -> Result<(), PortalError>;
    /// Deletes one; a role is taken from everybody who has it.
    async fn delete_template(&self, caller: &Caller, acting: Acting, change: DeleteTemplate)
    -> Result<(), PortalError>;
}
