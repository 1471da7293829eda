//! The server functions of an account's named sets of rights. Their paths follow that of their page.

use crate::contacts::service_rows::unless_summed_up;
use crate::request::{FunctionError, see_other, told};
use domain::acting::Acting;
use domain::paths;
use domain::roles::{DeleteTemplate, SaveTemplate, SetHandOut, SetTemplate};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[SetHandOutFn::PATH, DeleteTemplateFn::PATH];

/// The page Roles, told that something there was changed.
fn rules_changed(acting: Acting) -> String {
    told(&paths::rules(acting), &[("done", "changed")])
}

/// Says which roles managers may hand out.
#[server(name = SetHandOutFn, prefix = "/fn", endpoint = "rules/set_hand_out")]
pub async fn set_hand_out(acting: Acting, change: SetHandOut) -> Result<(), FunctionError> {
    ask!(roles.set_hand_out(acting, change))?;
    see_other(&rules_changed(acting));
    Ok(())
}

/// Keeps what a contact may do as a template.
#[server(name = SaveTemplateFn, prefix = "/fn", endpoint = "rules/save_template")]
pub async fn save_template(acting: Acting, change: SaveTemplate) -> Result<(), FunctionError> {
    ask!(roles.save_template(acting, change))?;
    see_other(&rules_changed(acting));
    Ok(())
}

/// Changes a template or a role. With `find` it comes back with what it would give.
#[server(name = SetTemplateFn, prefix = "/fn", endpoint = "rules/set_template")]
pub async fn set_template(
    acting: Acting,
    change: SetTemplate,
    #[server(default)] find: String,
) -> Result<(), FunctionError> {
    unless_summed_up(&find)?;
    ask!(roles.set_template(acting, change))?;
    see_other(&rules_changed(acting));
    Ok(())
}

/// Deletes a template or a role.
#[server(name = DeleteTemplateFn, prefix = "/fn", endpoint = "rules/delete_template")]
pub async fn delete_template(acting: Acting, change: DeleteTemplate) -> Result<(), FunctionError> {
    ask!(roles.delete_template(acting, change))?;
    see_other(&rules_changed(acting));
    Ok(())
}
