//! What the log says of what people did with their own sign-in, and what can be wrong with what they typed.

use crate::PeopleText;
use domain::audit::PersonFactKind;
use domain::problem::PersonProblem;

impl PeopleText {
    /// What the log says of a fact.
    pub const fn fact(&self, kind: PersonFactKind) -> &'static str {
        match kind {
            PersonFactKind::SignedIn => self.fact_signed_in,
            PersonFactKind::SignedOut => self.fact_signed_out,
            PersonFactKind::SessionEnded => self.fact_session_ended,
            PersonFactKind::PasswordConfirmed => self.fact_password_confirmed,
            PersonFactKind::PasswordChanged => self.fact_password_changed,
            PersonFactKind::ResetRequested => self.fact_reset_requested,
            PersonFactKind::PasswordReset => self.fact_password_reset,
            PersonFactKind::ProfileChanged => self.fact_profile_changed,
            PersonFactKind::Renamed => self.fact_renamed,
            PersonFactKind::EmailAsked => self.fact_email_asked,
            PersonFactKind::EmailCancelled => self.fact_email_cancelled,
            PersonFactKind::EmailConfirmed => self.fact_email_confirmed,
        }
    }

    /// What is wrong with what people typed of their own sign-in.
    pub const fn problem(&self, problem: &PersonProblem) -> &'static str {
        match problem {
            PersonProblem::GuessablePassword => self.problem_guessable_password,
            PersonProblem::PasswordsDiffer => self.problem_passwords_differ,
            PersonProblem::WrongCredentials => self.problem_wrong_credentials,
            PersonProblem::WrongPassword => self.problem_wrong_password,
            PersonProblem::SameAddress => self.problem_same_address,
            PersonProblem::OtherPerson => self.problem_other_person,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{de, en};

    #[test]
    fn the_button_beside_a_password_does_not_hold_its_label() {
        for text in [&en().people, &de().people] {
            assert!(!text.show.contains(text.password) && !text.hide.contains(text.password));
        }
    }
}
