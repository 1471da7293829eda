//! What is wrong with something typed. What only one family says is in its own file.

mod contact;
mod dns;
mod invitation;
mod operation;
mod person;
mod request;
mod ssh_key;
mod template;

pub use contact::ContactProblem;
pub use dns::DnsProblem;
pub use invitation::InvitationProblem;
pub use operation::OperationProblem;
pub use person::PersonProblem;
pub use request::RequestProblem;
pub use ssh_key::SshKeyProblem;
pub use template::TemplateProblem;

use serde::{Deserialize, Serialize};

/// A problem with a field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// The field's name, as in its command struct.
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with something typed; the text catalogue has the words. What only one family says is its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    /// Nothing was given.
    Required,
    /// More than so many characters.
    TooLong {
        /// The most there may be.
        max: usize,
    },
    /// Fewer than so many characters.
    TooShort {
        /// The least there must be.
        min: usize,
    },
    /// Control, invisible or direction-turning characters.
    HiddenCharacters,
    /// Not an e-mail address.
    NotAnEmail,
    /// The address reads like another one; whoever types it says that it is meant so (SECURITY T22).
    Lookalike {
        /// The address.
        address: String,
    },
    /// Not a telephone number.
    NotAPhoneNumber,
    /// Not a day as `YYYY-MM-DD`.
    NotADate,
    /// The day is over.
    InThePast,
    /// The value is none of those offered.
    NotOffered,
    /// The service is not one of the account's active ones, or has no such operation.
    NoSuchOperation,
    /// The link was used, replaced or has run out.
    LinkDead,
    /// The form was opened too long ago.
    FormTooOld,
    // INVARIANT: written as their own, without a family, as reasons of bulk actions are stored; no two share a name.
    /// Of a contact.
    #[serde(untagged)]
    Contact(ContactProblem),
    /// Of an invitation.
    #[serde(untagged)]
    Invitation(InvitationProblem),
    /// Of a template or a role.
    #[serde(untagged)]
    Template(TemplateProblem),
    /// Of a request for access.
    #[serde(untagged)]
    Request(RequestProblem),
    /// Of having something done to a service.
    #[serde(untagged)]
    Operation(OperationProblem),
    /// Of a person's own sign-in.
    #[serde(untagged)]
    Person(PersonProblem),
    /// Of an SSH key.
    #[serde(untagged)]
    SshKey(SshKeyProblem),
    /// Of a DNS zone.
    #[serde(untagged)]
    Dns(DnsProblem),
}

macro_rules! of_families {
    ($($family:ident($problem:ident);)+) => {$(
        impl From<$problem> for Problem {
            fn from(problem: $problem) -> Self {
                Self::$family(problem)
            }
        }
    )+};
}

of_families! {
    Contact(ContactProblem);
    Invitation(InvitationProblem);
    Template(TemplateProblem);
    Request(RequestProblem);
    Operation(OperationProblem);
    Person(PersonProblem);
    SshKey(SshKeyProblem);
    Dns(DnsProblem);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_problem_of_a_family_is_written_as_it_was_before_there_were_families() {
        let contact = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
        for (problem, stored) in [
            (Problem::TooLong { max: 3 }, json!({ "problem": "too_long", "max": 3 })),
            (ContactProblem::HasLogin.into(), json!({ "problem": "has_login" })),
            (
                ContactProblem::TakenBy { contact: contact.parse().expect("an id"), name: "Tina".to_owned() }.into(),
                json!({ "problem": "taken_by", "contact": contact, "name": "Tina" }),
            ),
            (InvitationProblem::LinkByHand.into(), json!({ "problem": "link_by_hand" })),
            (TemplateProblem::TooManyTemplates { max: 3 }.into(), json!({ "problem": "too_many_templates", "max": 3 })),
            (RequestProblem::AskerInactive.into(), json!({ "problem": "asker_inactive" })),
            (OperationProblem::OtherName.into(), json!({ "problem": "other_name" })),
            (PersonProblem::WrongPassword.into(), json!({ "problem": "wrong_password" })),
            (SshKeyProblem::TooManyKeys { max: 3 }.into(), json!({ "problem": "too_many_keys", "max": 3 })),
            (DnsProblem::CnameAtApex.into(), json!({ "problem": "cname_at_apex" })),
        ] {
            assert_eq!(serde_json::to_value(&problem).expect("JSON"), stored);
            assert_eq!(serde_json::from_value::<Problem>(stored).expect("a problem"), problem);
        }
    }
}
