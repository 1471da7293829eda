//! The server functions of an account's named sets of rights. Their paths follow the page, Access rules.

use crate::request::FunctionError;
use domain::acting::Acting;
use domain::id::TemplateId;
use domain::roles::{DeleteTemplate, RolesPage, SaveTemplate, SetHandOut, SetTemplate, TemplatePage};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::server_fn::codec::GetUrl;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[SetHandOutFn::PATH, DeleteTemplateFn::PATH];

/// All of them.
#[server(name = ReadRolesFn, prefix = "/fn", endpoint = "rules/read", input = GetUrl)]
pub async fn read(acting: Acting) -> Result<RolesPage, FunctionError> {
    ask!(roles.read(acting))
}

/// Says which roles managers may hand out.
#[server(name = SetHandOutFn, prefix = "/fn", endpoint = "rules/set_hand_out")]
pub async fn set_hand_out(acting: Acting, change: SetHandOut) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(roles.set_hand_out(acting, change))?;
    see_other(&domain::paths::rules_changed(acting));
    Ok(())
}

/// Keeps what a contact may do as a template.
#[server(name = SaveTemplateFn, prefix = "/fn", endpoint = "rules/save_template")]
pub async fn save_template(acting: Acting, change: SaveTemplate) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(roles.save_template(acting, change))?;
    see_other(&domain::paths::rules_changed(acting));
    Ok(())
}

/// A template or a role of the account, with who has it.
#[server(name = ReadTemplateFn, prefix = "/fn", endpoint = "rules/template", input = GetUrl)]
pub async fn template(acting: Acting, template: TemplateId) -> Result<TemplatePage, FunctionError> {
    ask!(roles.template(acting, template))
}

/// Changes a template or a role.
#[server(name = SetTemplateFn, prefix = "/fn", endpoint = "rules/set_template")]
pub async fn set_template(acting: Acting, change: SetTemplate) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(roles.set_template(acting, change))?;
    see_other(&domain::paths::rules_changed(acting));
    Ok(())
}

/// Deletes a template or a role.
#[server(name = DeleteTemplateFn, prefix = "/fn", endpoint = "rules/delete_template")]
pub async fn delete_template(acting: Acting, change: DeleteTemplate) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(roles.delete_template(acting, change))?;
    see_other(&domain::paths::rules_changed(acting));
    Ok(())
}
