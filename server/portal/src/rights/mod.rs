//! An account's named sets of rights: what its managers hand out, and its own roles and templates.

mod hand_out;
mod holders;
mod page;
mod set_template;
mod templates;

use crate::membership::confirm::run_confirmed;
use crate::membership::enter::once;
use crate::unit::Writes;
use crate::unit::core::Core;
use crate::unit::run::{answer, use_case};
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::TemplateId;
use domain::roles::{DeleteTemplate, Roles, RolesPage, SaveTemplate, SetHandOut, SetTemplate, TemplatePage};
use std::sync::Arc;

/// The use-cases of an account's named sets of rights.
#[derive(Debug, Clone)]
pub(crate) struct RolesUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Roles for RolesUseCases {
    async fn read(&self, caller: &Caller, acting: Acting) -> Result<RolesPage, PortalError> {
        self.0.look(caller, acting, use_case!("roles.read"), page::read).await
    }

    async fn set_hand_out(&self, caller: &Caller, acting: Acting, change: SetHandOut) -> Result<(), PortalError> {
        let set = |unit, entered| hand_out::set(unit, entered, &change);
        let set = || once(&self.0, caller, acting, Writes::Rights, Some(change.submission), set);
        run_confirmed(&self.0, caller, acting, use_case!("roles.set_hand_out"), &change.current, set).await
    }

    async fn save_template(&self, caller: &Caller, acting: Acting, change: SaveTemplate) -> Result<(), PortalError> {
        // Nobody else takes the name meanwhile.
        let (writes, save) = (Writes::Rights, |unit, entered| templates::save(&self.0, unit, entered, &change));
        self.0.change(caller, acting, use_case!("roles.save_template"), writes, change.submission, save).await
    }

    async fn template(
        &self,
        caller: &Caller,
        acting: Acting,
        template: TemplateId,
    ) -> Result<TemplatePage, PortalError> {
        let page = |unit, entered| set_template::page(unit, entered, template);
        self.0.look(caller, acting, use_case!("roles.template"), page).await
    }

    async fn set_template(&self, caller: &Caller, acting: Acting, change: SetTemplate) -> Result<(), PortalError> {
        let set = || set_template::set(&self.0, caller, acting, &change);
        answer(caller, Some(acting.account), use_case!("roles.set_template"), set).await
    }

    async fn delete_template(
        &self,
        caller: &Caller,
        acting: Acting,
        change: DeleteTemplate,
    ) -> Result<(), PortalError> {
        let delete = || set_template::delete(&self.0, caller, acting, &change);
        answer(caller, Some(acting.account), use_case!("roles.delete_template"), delete).await
    }
}
