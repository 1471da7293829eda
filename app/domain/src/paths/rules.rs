//! The pages of roles, templates and owners.

use crate::acting::Acting;
use crate::id::TemplateId;
use crate::paths::page;

/// Roles, and what managers hand out.
pub fn rules(acting: Acting) -> String {
    page(acting, "rules")
}

/// The owners, and handing the account over.
pub fn owners(acting: Acting) -> String {
    page(acting, "owners")
}

/// A template or a role of the account.
pub fn template(acting: Acting, template: TemplateId) -> String {
    page(acting, &format!("rules/{template}"))
}
