//! Requests for access.

use crate::people::{Person, WEB_01};
use crate::{Family, Questions};
use domain::access::{Action, Credentials, RequestAction, Target};
use domain::asked::Asked;
use domain::operation::Operation;
use domain::privilege::Privilege;
use domain::right::Right;
use domain::role::Role;

pub const FAMILY: Family = Family { name: "requests", on_account, on_contact, asked_first, ..Family::NOTHING };

fn on_account(questions: &mut Questions<'_>) {
    let power_on_web_01 = Asked { service: Some(WEB_01), ..Asked::on_account(Right::Operation(Operation::Power)) };
    let paying = Asked::on_account(Right::Privilege(Privilege::BillingPay));
    questions.ask("ask for billing.pay", RequestAction::Ask(paying));
    questions.ask("ask for role technical", RequestAction::Ask(Asked::on_account(Right::Role(Role::Technical))));
    questions.ask("ask for svc.power on web-01", RequestAction::Ask(power_on_web_01));
    questions.ask("withdraw one's own request", RequestAction::Withdraw);
}

fn on_contact(questions: &mut Questions<'_>, person: &Person) {
    let own = person.target(Credentials::Own);
    let (paying, billing) = (person.with_privilege(Privilege::BillingPay), person.with_role(Role::Billing));
    questions.ask("see request for billing.pay", RequestAction::See(own, &paying));
    questions.ask("decide request for billing.pay", RequestAction::Decide(own, &paying));
    questions.ask("decide request for role billing", RequestAction::Decide(own, &billing));
}

fn asked_first(target: Target<'_>) -> Vec<Action<'_>> {
    vec![RequestAction::Decide(target, target.rights).into()]
}
