//! An account's own rules about its people, as the pages call them.

use crate::acting::Acting;
use crate::caller::Caller;
use crate::error::PortalError;
use crate::id::TemplateId;
use crate::rules::{
    ChangeOwner, DeleteTemplate, MoveTransfer, OfferOwnership, RulesPage, SaveTemplate, SetHandOut, SetTemplate,
    TemplatePage,
};
use async_trait::async_trait;

/// An account's own rules about its people.
#[async_trait]
pub trait Rules: Send + Sync {
    /// All of them.
    async fn read(&self, caller: &Caller, acting: Acting) -> Result<RulesPage, PortalError>;
    /// Says which roles managers may hand out.
    async fn set_hand_out(&self, caller: &Caller, acting: Acting, change: SetHandOut) -> Result<(), PortalError>;
    /// Keeps what a contact may do as a template.
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
    /// Appoints or dismisses a co-owner.
    async fn change_owner(&self, caller: &Caller, acting: Acting, change: ChangeOwner) -> Result<(), PortalError>;
    /// Offers the account to somebody.
    async fn offer(&self, caller: &Caller, acting: Acting, change: OfferOwnership) -> Result<(), PortalError>;
    /// Accepts, withdraws or undoes a transfer.
    async fn move_transfer(&self, caller: &Caller, acting: Acting, change: MoveTransfer) -> Result<(), PortalError>;
}
