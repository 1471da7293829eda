//! The pages of access rules.

use crate::acting::Acting;
use crate::id::TemplateId;
use crate::paths::page;

/// Access rules.
pub fn rules(acting: Acting) -> String {
    page(acting, "rules")
}

/// A template or a role of the account.
pub fn template(acting: Acting, template: TemplateId) -> String {
    page(acting, &format!("rules/{template}"))
}
