//! Facts about what is handed out: the list of roles, and the account's own templates and roles.

use crate::role::RoleSet;
use serde::{Deserialize, Serialize};

/// Which kind of named set of rights it is. Rows from before this was written down may be of either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamedSet {
    /// Copied when picked.
    #[default]
    Template,
    /// Linked.
    Role,
}

/// What was done with it. Of rows from before this was written down it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetStep {
    /// It was made.
    Made,
    /// It is called or gives something else now.
    #[default]
    Changed,
    /// It is gone.
    Deleted,
}

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
        /// Which kind it is.
        set: NamedSet,
        /// What was done with it.
        step: SetStep,
    } = "template_changed", Nobody;
    /// A role that the account made gives something else now, or is gone.
    Changed {
        /// What it is called.
        name: String,
        /// What was done with it.
        step: SetStep,
    } = "role_changed", Contacts;
}

#[cfg(test)]
const KEYS: &[&str] = &["hand_out_changed", "template_changed", "role_changed"];
