//! Signing in, one's own password and sessions.

use super::forms::{NEW_PASSWORD, field, form};
use super::{Needs, Row};
use crate::made::Fresh;
use import::DEMO_PASSWORD;

pub fn rows() -> Vec<Row> {
    vec![
        Row::new("/fn/people/sign_in", Needs::Nothing)
            .in_a_session_of_its_own()
            .with(|_| form([("change[email]", "outsider@demo.example"), ("change[password]", DEMO_PASSWORD)])),
        Row::new("/fn/people/sign_out", Needs::Nothing).in_a_session_of_its_own(),
        Row::new("/fn/people/change_password", Needs::SignIn).in_a_session_of_its_own().with(|_| {
            form([
                ("change[current]", DEMO_PASSWORD),
                ("change[password]", NEW_PASSWORD),
                ("change[again]", NEW_PASSWORD),
            ])
        }),
        Row::new("/fn/people/forgot", Needs::Nothing)
            .with(|inputs| vec![field("change[email]", format!("nobody-{}@matrix.example", inputs.number))]),
        Row::new("/fn/people/reset_password", Needs::Nothing).on(Fresh::ResetLink).with(|inputs| {
            form([
                ("change[token]", &inputs.made.token),
                ("change[password]", NEW_PASSWORD),
                ("change[again]", NEW_PASSWORD),
            ])
        }),
        Row::new("/fn/people/end_session", Needs::OwnPassword)
            .in_a_session_of_its_own()
            .with(|inputs| form([("change[session]", &inputs.own_session)])),
    ]
}
