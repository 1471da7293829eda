//! An account's own rules about its people: what managers hand out, its templates, its owners.

mod hand_out;
mod holders;
pub(crate) mod owners;
mod page;
mod set_template;
mod templates;
pub(crate) mod transfer;

use crate::membership::confirm::run_confirmed;
use crate::membership::enter::once;
use crate::unit::Writes;
use crate::unit::core::Core;
use crate::unit::run::{answer, observe, use_case};
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::id::TemplateId;
use domain::ports::Rules;
use domain::rules::{
    ChangeOwner, DeleteTemplate, MoveTransfer, OfferOwnership, RulesPage, SaveTemplate, SetHandOut, SetTemplate,
    TemplatePage,
};
use std::sync::Arc;

/// The use-cases of an account's rules.
#[derive(Debug, Clone)]
pub(crate) struct RulesUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Rules for RulesUseCases {
    async fn read(&self, caller: &Caller, acting: Acting) -> Result<RulesPage, PortalError> {
        self.0.look(caller, acting, use_case!("rules.read"), page::read).await
    }

    async fn set_hand_out(&self, caller: &Caller, acting: Acting, change: SetHandOut) -> Result<(), PortalError> {
        let set = |unit, entered| hand_out::set(unit, entered, &change);
        let set = || once(&self.0, caller, acting, Writes::Rights, Some(change.submission), set);
        run_confirmed(&self.0, caller, acting, use_case!("rules.set_hand_out"), &change.current, set).await
    }

    async fn save_template(&self, caller: &Caller, acting: Acting, change: SaveTemplate) -> Result<(), PortalError> {
        // Nobody else takes the name meanwhile.
        let (writes, save) = (Writes::Rights, |unit, entered| templates::save(&self.0, unit, entered, &change));
        self.0.change(caller, acting, use_case!("rules.save_template"), writes, change.submission, save).await
    }

    async fn template(
        &self,
        caller: &Caller,
        acting: Acting,
        template: TemplateId,
    ) -> Result<TemplatePage, PortalError> {
        let page = |unit, entered| set_template::page(unit, entered, template);
        self.0.look(caller, acting, use_case!("rules.template"), page).await
    }

    async fn set_template(&self, caller: &Caller, acting: Acting, change: SetTemplate) -> Result<(), PortalError> {
        let set = || set_template::set(&self.0, caller, acting, &change);
        answer(caller, Some(acting.account), use_case!("rules.set_template"), set).await
    }

    async fn delete_template(
        &self,
        caller: &Caller,
        acting: Acting,
        change: DeleteTemplate,
    ) -> Result<(), PortalError> {
        let delete = || set_template::delete(&self.0, caller, acting, &change);
        answer(caller, Some(acting.account), use_case!("rules.delete_template"), delete).await
    }

    async fn change_owner(&self, caller: &Caller, acting: Acting, change: ChangeOwner) -> Result<(), PortalError> {
        let carry_out = |unit, entered| owners::change(&self.0, unit, entered, &change);
        let carry_out = || once(&self.0, caller, acting, Writes::Rights, Some(change.submission), carry_out);
        run_confirmed(&self.0, caller, acting, use_case!("rules.change_owner"), &change.current, carry_out).await
    }

    async fn offer(&self, caller: &Caller, acting: Acting, change: OfferOwnership) -> Result<(), PortalError> {
        let answer = transfer::offer(&self.0, caller, acting, &change);
        observe(caller, Some(acting.account), transfer::NAME, answer).await
    }

    async fn move_transfer(&self, caller: &Caller, acting: Acting, change: MoveTransfer) -> Result<(), PortalError> {
        let go_on = |unit, entered| transfer::go_on(&self.0, unit, entered, &change);
        let go_on = || once(&self.0, caller, acting, Writes::Rights, Some(change.submission), go_on);
        run_confirmed(&self.0, caller, acting, use_case!("rules.move_transfer"), &change.current, go_on).await
    }
}
