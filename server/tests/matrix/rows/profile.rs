//! One's own details and address.

use super::forms::{field, form};
use super::{Needs, Row};
use crate::made::Fresh;
use import::DEMO_PASSWORD;

pub fn rows() -> Vec<Row> {
    vec![
        Row::new("/fn/profile/save", Needs::OwnPassword).with(|inputs| {
            form([
                ("change[version]", &inputs.profile_version.to_string()),
                ("change[first_name]", "Edith"),
                ("change[last_name]", "Edited"),
                ("change[language]", "de"),
            ])
        }),
        Row::new("/fn/profile/change_email", Needs::OwnPassword).with(|inputs| {
            vec![
                field("change[email]", format!("nobody-{}@matrix.example", inputs.number)),
                field("change[current]", DEMO_PASSWORD),
            ]
        }),
        Row::new("/fn/profile/verify_email", Needs::OwnPassword),
        Row::new("/fn/profile/cancel_email", Needs::OwnPassword).on(Fresh::EmailLink),
        Row::new("/fn/profile/confirm_email", Needs::OwnPassword)
            .on(Fresh::EmailLink)
            .with(|inputs| form([("change[token]", &inputs.made.token)])),
        Row::new("/fn/profile/set_theme", Needs::Nothing).with(|_| form([("theme", "dark")])),
    ]
}
