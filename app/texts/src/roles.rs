//! What is said of what happened to roles and templates, and of what is wrong with them.

use crate::RolesText;
use domain::audit::RoleFactKind;
use domain::problem::TemplateProblem;

impl RolesText {
    /// What the log says of a fact of roles and templates.
    pub const fn fact(&self, kind: RoleFactKind) -> &'static str {
        match kind {
            RoleFactKind::HandOutChanged => self.fact_hand_out_changed,
            RoleFactKind::TemplateChanged => self.fact_template_changed,
            RoleFactKind::Changed => self.fact_changed,
        }
    }

    /// What is wrong with a template or a role.
    pub fn problem(&self, problem: &TemplateProblem) -> String {
        match problem {
            TemplateProblem::TakenName => self.problem_taken_name.to_owned(),
            TemplateProblem::TooManyTemplates { max } => self.problem_too_many_templates(*max),
        }
    }
}
