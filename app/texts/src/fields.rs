//! What forms call their fields.

use crate::Texts;
use domain::problem::Problem;

impl Texts {
    /// What forms call a field of a change; `None` for what has no single field.
    pub fn field(&self, name: &str) -> Option<&'static str> {
        match name {
            "first_name" => Some(self.contacts.first_name),
            "last_name" => Some(self.contacts.last_name),
            "email" | "emails" => Some(self.contacts.email_address),
            "ends_on" => Some(self.invitations.ends_on),
            "reason" => Some(self.invitations.reason),
            "name" => Some(self.roles.template_name),
            "phone" => Some(self.contacts.phone),
            "note" => Some(self.contacts.note),
            "language" => Some(self.profile.language_label),
            "time_zone" => Some(self.profile.time_zone),
            "word" => Some(self.asking.word),
            "current" => Some(self.people.current_password),
            "password" => Some(self.contacts.form.password),
            "again" => Some(self.people.again),
            _ => None,
        }
    }

    /// What is wrong with a field of a change. Where nothing was given, it says what is wanted.
    pub fn field_problem(&self, name: &str, problem: &Problem) -> String {
        let text = &self.problems;
        match name.split_once('.') {
            Some(("lines", line)) => return self.dns.at_line(line, &self.problem(problem)),
            Some(("sets", set)) => return self.dns.at_set(set, &self.problem(problem)),
            Some(_) | None => {}
        }
        let wanted = match (problem, name) {
            (Problem::Required, "first_name") => text.required_first_name,
            (Problem::Required, "last_name") => text.required_last_name,
            (Problem::Required, "email" | "emails") => text.required_email,
            (Problem::Required, "password") => text.required_password,
            (Problem::Required, "current") => text.required_current,
            (Problem::Required, "name") => text.required_name,
            (Problem::Required, "reason") => text.required_reason,
            _ => return self.problem(problem),
        };
        wanted.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::en;

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(en().field_problem("first_name", &Problem::Required), "Enter a first name.");
        assert_eq!(en().field_problem("zone", &Problem::Required), "Fill in this field.");
        assert_eq!(en().field_problem("first_name", &Problem::TooLong { max: 9 }), "Use at most 9 characters.");
    }
}
