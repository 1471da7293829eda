//! What is said of what happened to SSH keys, and of what is wrong with one.

use crate::SshKeysText;
use domain::audit::SshKeyFactKind;
use domain::problem::SshKeyProblem;

impl SshKeysText {
    /// What the log says of a fact of SSH keys.
    pub const fn fact(&self, kind: SshKeyFactKind) -> &'static str {
        match kind {
            SshKeyFactKind::Added => self.fact_added,
            SshKeyFactKind::Removed => self.fact_removed,
        }
    }

    /// What is wrong with an SSH key.
    pub fn problem(&self, problem: &SshKeyProblem) -> String {
        match problem {
            SshKeyProblem::PrivateKey => self.problem_private_key.to_owned(),
            SshKeyProblem::NotAPublicKey => self.problem_not_a_public_key.to_owned(),
            SshKeyProblem::TooWeak => self.problem_too_weak.to_owned(),
            SshKeyProblem::KnownKey { label } => self.problem_known_key(label),
            SshKeyProblem::TooManyKeys { max } => self.problem_too_many_keys(*max),
        }
    }
}
