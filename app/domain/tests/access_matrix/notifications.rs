//! What contacts get mail about.

use crate::people::Person;
use crate::{Family, Questions};
use domain::access::{Action, Credentials, NotificationAction, Target};
use domain::category::Category;
use std::collections::BTreeSet;

pub const FAMILY: Family = Family { name: "notifications", on_contact, asked_first, ..Family::NOTHING };

/// A choice of no more than there is.
static NOTHING_NEW: BTreeSet<Category> = BTreeSet::new();

fn on_contact(questions: &mut Questions<'_>, person: &Person) {
    let own = person.target(Credentials::Own);
    questions.ask("choose notifications: none", NotificationAction::Choose(own, &NOTHING_NEW));
    questions.ask("choose notifications: billing", NotificationAction::Choose(own, &[Category::Billing].into()));
    questions.ask("choose notifications: service", NotificationAction::Choose(own, &[Category::Service].into()));
}

fn asked_first(target: Target<'_>) -> Vec<Action<'_>> {
    vec![NotificationAction::Choose(target, &NOTHING_NEW).into()]
}
