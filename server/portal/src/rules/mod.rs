//! An account's own rules about its people: what managers hand out, its templates, its owners.

mod hand_out;
mod holders;
pub(crate) mod owners;
mod page;
mod set_template;
mod templates;
pub(crate) mod transfer;

use crate::membership::confirm::run_confirmed;
use crate::unit::core::Core;
use crate::unit::run;
use domain::id::TemplateId;
use domain::ports::{Acting, Answer, Caller, Rules};
use domain::rules::{
    ChangeOwner, DeleteTemplate, MoveTransfer, OfferOwnership, RulesPage, SaveTemplate, SetHandOut, SetTemplate,
    TemplatePage,
};
use std::sync::Arc;

/// The use-cases of an account's rules.
#[derive(Debug, Clone)]
pub(crate) struct RulesUseCases(pub(crate) Arc<Core>);

impl Rules for RulesUseCases {
    fn read<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, RulesPage> {
        Box::pin(async move { run(caller, "rules.read", || page::read(&self.0, caller, acting)).await })
    }

    fn set_hand_out<'a>(&'a self, caller: &'a Caller, acting: Acting, change: SetHandOut) -> Answer<'a, ()> {
        Box::pin(async move {
            let set = || hand_out::set(&self.0, caller, acting, &change);
            run_confirmed(&self.0, caller, "rules.set_hand_out", &change.current, set).await
        })
    }

    fn save_template<'a>(&'a self, caller: &'a Caller, acting: Acting, change: SaveTemplate) -> Answer<'a, ()> {
        Box::pin(async move {
            run(caller, "rules.save_template", || templates::save(&self.0, caller, acting, &change)).await
        })
    }

    fn template<'a>(&'a self, caller: &'a Caller, acting: Acting, template: TemplateId) -> Answer<'a, TemplatePage> {
        Box::pin(async move {
            run(caller, "rules.template", || set_template::page(&self.0, caller, acting, template)).await
        })
    }

    fn set_template<'a>(&'a self, caller: &'a Caller, acting: Acting, change: SetTemplate) -> Answer<'a, ()> {
        Box::pin(async move {
            run(caller, "rules.set_template", || set_template::set(&self.0, caller, acting, &change)).await
        })
    }

    fn delete_template<'a>(&'a self, caller: &'a Caller, acting: Acting, change: DeleteTemplate) -> Answer<'a, ()> {
        Box::pin(async move {
            run(caller, "rules.delete_template", || set_template::delete(&self.0, caller, acting, &change)).await
        })
    }

    fn change_owner<'a>(&'a self, caller: &'a Caller, acting: Acting, change: ChangeOwner) -> Answer<'a, ()> {
        Box::pin(async move {
            let carry_out = || owners::change(&self.0, caller, acting, &change);
            run_confirmed(&self.0, caller, "rules.change_owner", &change.current, carry_out).await
        })
    }

    fn offer<'a>(&'a self, caller: &'a Caller, acting: Acting, change: OfferOwnership) -> Answer<'a, ()> {
        Box::pin(async move { transfer::offer(&self.0, caller, acting, &change).await })
    }

    fn move_transfer<'a>(&'a self, caller: &'a Caller, acting: Acting, change: MoveTransfer) -> Answer<'a, ()> {
        Box::pin(async move {
            let go_on = || transfer::go_on(&self.0, caller, acting, &change);
            run_confirmed(&self.0, caller, "rules.move_transfer", &change.current, go_on).await
        })
    }
}
