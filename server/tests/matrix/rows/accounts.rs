//! The accounts of a person, and what an account has.

use super::forms::{field, submission};
use super::{Needs, Row};
use domain::access::{AccountAction, HoldingAction};

pub fn rows() -> Vec<Row> {
    vec![
        Row::new("/fn/accounts/mine", Needs::OwnPassword),
        Row::new("/fn/accounts/open", Needs::on_account(AccountAction::SeeDashboard)),
        Row::new("/fn/accounts/dashboard", Needs::on_account(AccountAction::SeeDashboard)),
        Row::new("/fn/accounts/activity", Needs::on_account(AccountAction::SeeActivity)),
        Row::new("/fn/accounts/pin", Needs::on_account(AccountAction::Pin))
            .with(|inputs| vec![field("change[pinned]", (!inputs.pinned).to_string())]),
        // Who leaves their last account is signed out.
        Row::new("/fn/accounts/leave", Needs::Depart).in_a_session_of_its_own().with(|inputs| vec![submission(inputs)]),
        Row::new("/fn/holdings/services", Needs::on_account(HoldingAction::SeeServices)),
        Row::new("/fn/holdings/domains", Needs::on_account(HoldingAction::SeeDomains)),
        Row::new("/fn/holdings/invoices", Needs::on_account(HoldingAction::SeeInvoices)),
    ]
}
