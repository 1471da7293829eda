//! Facts about what is handed out: the list of roles, and the account's own templates and roles.

use crate::role::RoleSet;

facts! {
    /// What happened to templates and roles.
    RoleFact, RoleFactKind;
    /// The list of roles that managers may hand out was changed.
    HandOutChanged {
        /// What they may hand out now.
        roles: RoleSet,
    } = "hand_out_changed", Everybody;
    /// A template was made, changed or deleted.
    TemplateChanged {
        /// What it is called.
        name: String,
    } = "template_changed", Nobody;
    /// A role that the account made gives something else now, or is gone.
    Changed {
        /// What it is called.
        name: String,
    } = "role_changed", Contacts;
}

#[cfg(test)]
const KEYS: &[&str] = &["hand_out_changed", "template_changed", "role_changed"];
