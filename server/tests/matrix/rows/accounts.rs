//! The accounts of a person.

use super::forms::{field, submission};
use super::{Needs, Row};
use domain::access::AccountAction;

pub fn rows() -> Vec<Row> {
    vec![
        Row::new("/fn/accounts/pin", Needs::on_account(AccountAction::Pin))
            .with(|inputs| vec![field("change[pinned]", (!inputs.pinned).to_string())]),
        // Who leaves their last account is signed out.
        Row::new("/fn/accounts/leave", Needs::Depart).in_a_session_of_its_own().with(|inputs| vec![submission(inputs)]),
    ]
}
