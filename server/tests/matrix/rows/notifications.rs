//! Who gets which mails.

use super::forms::{chosen, form};
use super::{Needs, Row};
use crate::reference::Deed;
use domain::access::ContactAction;

pub fn rows() -> Vec<Row> {
    vec![
        Row::new("/fn/notifications/read", Needs::Contact(Deed::See))
            .with(|inputs| form([("contact", &inputs.contact)])),
        Row::new("/fn/notifications/matrix", Needs::on_account(ContactAction::List)),
        Row::new("/fn/notifications/choose", Needs::Contact(Deed::ChooseNotifications))
            .with(|inputs| chosen(inputs, "technical_maintenance")),
        Row::new("/fn/notifications/choose", Needs::Contact(Deed::ChooseBilling))
            .with(|inputs| chosen(inputs, "billing")),
    ]
}
