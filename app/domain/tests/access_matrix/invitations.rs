//! Invitations that were sent.

use crate::people::Person;
use crate::{Family, Questions};
use domain::access::{Action, Credentials, InvitationAction, Target};

pub const FAMILY: Family = Family { name: "invitations", on_contact, asked_first, ..Family::NOTHING };

fn on_contact(questions: &mut Questions<'_>, person: &Person) {
    questions.ask("invite again", InvitationAction::Resend(person.target(Credentials::Own)));
}

fn asked_first(target: Target<'_>) -> Vec<Action<'_>> {
    vec![InvitationAction::Resend(target).into()]
}
