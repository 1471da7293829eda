//! Who gets which mails.

use super::forms::chosen;
use super::{Needs, Row};
use crate::reference::Deed;

pub fn rows() -> Vec<Row> {
    vec![
        Row::new("/fn/notifications/choose", Needs::Contact(Deed::ChooseNotifications))
            .with(|inputs| chosen(inputs, "technical_maintenance")),
        Row::new("/fn/notifications/choose", Needs::Contact(Deed::ChooseBilling))
            .with(|inputs| chosen(inputs, "billing")),
    ]
}
