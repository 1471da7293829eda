//! What can go wrong, in words. What only one family says is in its own file.

use crate::{ProblemsText, Texts};
use domain::error::PortalError;
use domain::problem::Problem;

impl Texts {
    /// What is wrong with a field.
    pub fn problem(&self, problem: &Problem) -> String {
        let text = &self.problems;
        match problem {
            Problem::Required => text.required.to_owned(),
            Problem::TooLong { max } => text.too_long(*max),
            Problem::TooShort { min } => text.too_short(*min),
            Problem::HiddenCharacters => text.hidden_characters.to_owned(),
            Problem::NotAnEmail => text.not_an_email.to_owned(),
            Problem::Lookalike { address } => text.lookalike(address),
            Problem::NotAPhoneNumber => text.not_a_phone_number.to_owned(),
            Problem::NotADate => text.not_a_date.to_owned(),
            Problem::InThePast => text.in_the_past.to_owned(),
            Problem::NotOffered => text.not_offered.to_owned(),
            Problem::NoSuchOperation => text.no_such_operation.to_owned(),
            Problem::LinkDead => text.link_dead.to_owned(),
            Problem::FormTooOld => text.form_too_old.to_owned(),
            Problem::Contact(problem) => self.contacts.problem(problem),
            Problem::Invitation(problem) => self.invitations.problem(problem),
            Problem::Template(problem) => self.roles.problem(problem),
            Problem::Request(problem) => self.asking.problem(problem).to_owned(),
            Problem::Operation(problem) => self.services.operations.problem(problem),
            Problem::Person(problem) => self.people.problem(problem).to_owned(),
            Problem::SshKey(problem) => self.ssh_keys.problem(problem),
            Problem::Dns(problem) => self.dns.problem(problem),
        }
    }

    /// Why a request was not carried out, in one or two sentences.
    pub fn failure(&self, error: &PortalError) -> String {
        let text = &self.problems;
        match error {
            PortalError::SignInRequired => text.sign_in_required.to_owned(),
            PortalError::PasswordChangeRequired => text.password_change_required.to_owned(),
            PortalError::NotFound => text.not_found.to_owned(),
            PortalError::Denied { why } => self.rights.denied(why),
            PortalError::Invalid { fields } => {
                fields.iter().map(|problem| self.problem(&problem.problem)).collect::<Vec<_>>().join(" ")
            }
            PortalError::Conflict { by: None, .. } => text.conflict.to_owned(),
            PortalError::Conflict { by: Some(by), .. } => text.conflict_by(&self.accounts.activity.by(by)),
            PortalError::SomebodyElse => text.somebody_else.to_owned(),
            PortalError::TooMany { retry_after } => text.too_many(*retry_after),
            PortalError::Unavailable => text.unavailable.to_owned(),
            PortalError::Malformed => text.malformed.to_owned(),
            PortalError::Internal { request_id } => text.internal(&request_id.to_string()),
        }
    }
}

impl ProblemsText {
    /// Too many attempts, with how many seconds to wait, in a unit that fits.
    fn too_many(&self, seconds: u32) -> String {
        match seconds {
            0..=90 => self.too_many_seconds(seconds.max(1)),
            91..=5400 => self.too_many_minutes(seconds.div_ceil(60)),
            _ => self.too_many_hours(seconds.div_ceil(3600)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{de, en};

    #[test]
    fn every_language_says_what_it_is_given() {
        for text in [en(), de()] {
            assert!(text.problem(&Problem::TooLong { max: 100 }).contains("100"));
            assert!(text.failure(&PortalError::TooMany { retry_after: 600 }).contains("10 "));
            for (wait, said) in [(0, " 0 "), (1, " 1 ")] {
                assert!(!text.failure(&PortalError::TooMany { retry_after: wait }).contains(said));
            }
            let id = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
            assert!(text.failure(&PortalError::Internal { request_id: id.parse().unwrap() }).contains(id));
        }
    }
}
