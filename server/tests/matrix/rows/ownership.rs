//! Who owns an account: co-owners, and handing it over.

use super::forms::{command, field, submission};
use super::{Needs, Row};
use crate::made::Fresh;
use crate::reference::Deed;
use domain::ownership::TransferVerb;
use import::DEMO_PASSWORD;

pub fn rows() -> Vec<Row> {
    let owner = |deed, form| Row::new("/fn/ownership/change_owner", Needs::Contact(deed)).with(form);
    let transfer = |to, form| Row::new("/fn/ownership/move_transfer", Needs::Transfer(to)).on(Fresh::Offer).with(form);
    vec![
        owner(Deed::AppointOwner, |inputs| command(inputs, "appoint")),
        owner(Deed::DismissOwner, |inputs| command(inputs, "dismiss")),
        Row::new("/fn/ownership/offer", Needs::Contact(Deed::OfferOwnership)).with(|inputs| {
            vec![submission(inputs), field("change[contact]", &inputs.contact), field("change[current]", DEMO_PASSWORD)]
        }),
        transfer(TransferVerb::Accept, |inputs| vec![submission(inputs), field("change[to]", "accept")]),
        transfer(TransferVerb::Withdraw, |inputs| vec![submission(inputs), field("change[to]", "withdraw")]),
    ]
}
