//! Access that somebody is offered by mail.

use super::forms::{Form, NEW_PASSWORD, command, form, invited};
use super::{Inputs, Needs, Row};
use crate::made::Fresh;
use crate::reference::{Deed, GivenRights};

pub fn rows() -> Vec<Row> {
    let send = |needs, form| Row::new("/fn/invitations/send", needs).with(form);
    let one = |deed, form| Row::new("/fn/invitations/move_one", Needs::Contact(deed)).with(form);
    vec![
        send(Needs::Add(GivenRights::Nothing), |inputs| invited(inputs, GivenRights::Nothing)),
        send(Needs::Add(GivenRights::Technical), |inputs| invited(inputs, GivenRights::Technical)),
        send(Needs::Add(GivenRights::Paying), |inputs| invited(inputs, GivenRights::Paying)),
        one(Deed::InviteAgain, |inputs| command(inputs, "resend")),
        one(Deed::CancelInvitation, |inputs| command(inputs, "cancel")),
        Row::new("/fn/invitations/link", Needs::Contact(Deed::InviteAgain))
            .with(|inputs| form([("change[contact]", &inputs.contact)])),
        Row::new("/fn/invitations/accept", Needs::OwnPassword).on(Fresh::OwnInvitation).with(token),
        Row::new("/fn/invitations/join", Needs::SignedOut).on(Fresh::Invitation).with(|inputs| {
            form([
                ("change[token]", &inputs.made.token),
                ("change[first_name]", "Ina"),
                ("change[last_name]", "Invited"),
                ("change[password]", NEW_PASSWORD),
                ("change[again]", NEW_PASSWORD),
            ])
        }),
        Row::new("/fn/invitations/mail", Needs::Nothing).on(Fresh::Invitation).with(token),
        Row::new("/fn/invitations/decline", Needs::Nothing)
            .on(Fresh::Invitation)
            .with(|inputs| form([("change[token]", &inputs.made.token), ("change[reason]", "No time")])),
    ]
}

fn token(inputs: &Inputs<'_>) -> Form {
    form([("change[token]", &inputs.made.token)])
}
