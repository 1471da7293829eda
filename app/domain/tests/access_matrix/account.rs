//! The account itself, as one of its people.

use crate::{Family, Questions};
use domain::access::AccountAction;

pub const FAMILY: Family = Family { name: "account", on_account, ..Family::NOTHING };

fn on_account(questions: &mut Questions<'_>) {
    questions.ask("see dashboard", AccountAction::SeeDashboard);
    questions.ask("see account", AccountAction::SeeDetails);
    questions.ask("see activity", AccountAction::SeeActivity);
    questions.ask("pin the account", AccountAction::Pin);
    questions.ask("leave the account", AccountAction::Leave);
}
