//! Asking for access, deciding on it, and withdrawing it.

use super::forms::{decided, field, form, submission};
use super::{Needs, Row};
use crate::made::Fresh;
use crate::reference::Deed;
use domain::access::RequestAction;
use domain::asked::Asked;
use domain::privilege::Privilege;
use domain::right::Right;

/// A right that only owners hold, so that everybody else asks for it.
const NOBODY_S: Right = Right::Privilege(Privilege::AffiliatesWithdraw);

pub fn rows() -> Vec<Row> {
    let decide = |form| Row::new("/fn/asking/decide", Needs::Contact(Deed::Decide)).with(form);
    vec![
        Row::new("/fn/asking/ask", Needs::on_account(RequestAction::Ask(Asked::on_account(NOBODY_S))))
            .with(|_| form([("change[right]", &NOBODY_S.key()), ("change[reason]", "I need it")])),
        decide(|inputs| decided(inputs, "grant")),
        decide(|inputs| decided(inputs, "decline")),
        Row::new("/fn/asking/withdraw", Needs::on_account(RequestAction::Withdraw))
            .on(Fresh::Request)
            .with(|inputs| vec![submission(inputs), field("change[request]", &inputs.made.id)]),
    ]
}
