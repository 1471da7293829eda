//! An account's named sets of rights: which roles its managers hand out, and its own roles and templates.

mod port;

pub use port::Roles;

use crate::audit::NamedSet;
use crate::contact::Verdict;
use crate::id::{ContactId, RoleId, SubmissionId, TemplateId};
use crate::operation::{DomainOperationSet, OperationSet};
use crate::privilege::PrivilegeSet;
use crate::problem::Problem;
use crate::rights::Rights;
use crate::role::{OwnRole, RoleSet};
use crate::template::Template;
use crate::text::{self, Secret};
use serde::{Deserialize, Serialize};

/// The longest name of a template, in characters.
pub const TEMPLATE_NAME_MAX: usize = 60;
/// The most templates that an account may keep: the picker is a list, not a search.
pub const TEMPLATES_MAX: usize = 50;

/// What stands before the id in the key of an account's own template.
const OWN: &str = "own-";

/// The key under which a contact remembers that it began with an account's own template.
pub fn template_key(id: TemplateId) -> String {
    format!("{OWN}{id}")
}

/// The name of a template, checked.
///
/// # Errors
/// When it is empty, too long or has characters that can't be seen.
pub fn template_name(typed: &str) -> Result<String, Problem> {
    match text::line(typed, TEMPLATE_NAME_MAX) {
        Ok(name) if name.is_empty() => Err(Problem::Required),
        other => other,
    }
}

/// The named sets of rights, as the page Roles shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RolesPage {
    /// The roles that managers may hand out.
    pub hand_out: RoleSet,
    /// Whether the actor may change that list.
    pub may_set_hand_out: Verdict,
    /// The account's own templates and roles, by name.
    pub templates: Vec<OwnTemplate>,
    /// Whether the actor may rename and delete them.
    pub may_keep_templates: Verdict,
    /// The submission id for the forms of these.
    pub submission: SubmissionId,
}

/// One of the account's own templates, or a role that it made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnTemplate {
    /// Which one.
    pub id: TemplateId,
    /// Whether it is copied or stays linked.
    pub kind: SetKind,
    /// What it is called and gives.
    pub template: Template,
    /// How many contacts began with it, or have the role.
    pub used_by: i64,
}

impl OwnTemplate {
    /// What it is called and gives, as a role has it.
    pub fn content(&self) -> OwnRole {
        OwnRole {
            name: self.template.name.clone().unwrap_or_default(),
            privileges: self.template.privileges,
            operations: self.template.operations,
            domain_operations: self.template.domain_operations,
        }
    }

    /// The id of the role, if it is one.
    pub const fn role_id(&self) -> Option<RoleId> {
        match self.kind {
            SetKind::Template => None,
            SetKind::Role => Some(RoleId::new(self.id.uuid())),
        }
    }

    /// The role, if it is one.
    pub fn role(&self) -> Option<(RoleId, OwnRole)> {
        self.role_id().map(|id| (id, self.content()))
    }
}

/// What becomes of a named set of rights that is given to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetKind {
    /// It is copied: a template.
    #[default]
    Template,
    /// It stays linked: a role.
    Role,
}

impl SetKind {
    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Template => "template",
            Self::Role => "role",
        }
    }

    /// The kind with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Template, Self::Role].into_iter().find(|kind| kind.key() == key)
    }

    /// The same as the log says it.
    pub const fn in_the_log(self) -> NamedSet {
        match self {
            Self::Template => NamedSet::Template,
            Self::Role => NamedSet::Role,
        }
    }
}

/// What the page of one of them shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplatePage {
    /// The template or role.
    pub own: OwnTemplate,
    /// The names of the first who have the role; nobody for a template.
    pub people: Vec<String>,
    /// The submission id for the forms of this page.
    pub submission: SubmissionId,
}

/// The command to say which roles managers may hand out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetHandOut {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// The roles.
    #[serde(default)]
    pub roles: RoleSet,
    /// The present password, where it was not given lately.
    #[serde(default)]
    pub current: Secret,
}

/// The command to keep what a contact may do as a template or a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaveTemplate {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Whose rights.
    pub contact: ContactId,
    /// As which of the two.
    #[serde(default)]
    pub kind: SetKind,
    /// What it shall be called.
    #[serde(default)]
    pub name: String,
}

/// The command to change a template or a role of the account. What a role gives changes for everybody who has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetTemplate {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Which one.
    pub template: TemplateId,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// The privileges it gives.
    #[serde(default)]
    pub privileges: PrivilegeSet,
    /// The operations it gives on all services, under the name that they have in every form of rights.
    #[serde(default, rename = "all_services")]
    pub operations: OperationSet,
    /// The same on all domains.
    #[serde(default, rename = "all_domains")]
    pub domain_operations: DomainOperationSet,
    /// What it gave when the form was rendered, as [`SetTemplate::seen`] writes it.
    #[serde(default)]
    pub seen: String,
}

impl SetTemplate {
    /// Stands for what a template is called and gives: the same for the same, and different for others.
    pub fn seen(template: &Template) -> String {
        format!("{} {}", Rights::copied_from(template).fingerprint(), template.name.as_deref().unwrap_or_default())
    }
}

/// The command to delete a template or a role of the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteTemplate {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Which one.
    pub template: TemplateId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_has_a_name_that_can_be_read() {
        assert_eq!(template_name("  Night shift "), Ok("Night shift".to_owned()));
        assert_eq!(template_name(" "), Err(Problem::Required));
        assert_eq!(template_name("a\u{202e}b"), Err(Problem::HiddenCharacters));
    }

    #[test]
    fn a_template_has_no_role_s_id() {
        let id = uuid::Uuid::from_u128(1);
        let own = |kind| {
            let template = crate::template::built_in().remove(0);
            OwnTemplate { id: TemplateId::new(id), kind, template, used_by: 0 }
        };
        assert_eq!(own(SetKind::Template).role_id(), None);
        assert_eq!(own(SetKind::Role).role_id(), Some(RoleId::new(id)));
    }
}
