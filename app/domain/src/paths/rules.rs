//! The pages of access rules.

use crate::acting::Acting;
use crate::id::TemplateId;
use crate::paths::{page, with_query};

/// Access rules.
pub fn rules(acting: Acting) -> String {
    page(acting, "rules")
}

/// Access rules, after one was changed.
pub fn rules_changed(acting: Acting) -> String {
    with_query(rules(acting), [("changed", "yes")])
}

/// A template or a role of the account.
pub fn template(acting: Acting, template: TemplateId) -> String {
    page(acting, &format!("rules/{template}"))
}
