//! An account's named sets of rights: what managers hand out, its own roles and templates.

use super::forms::{Form, field, submission};
use super::{Inputs, Needs, Row};
use crate::made::Fresh;
use domain::access::RightsAction;
use domain::role::Role;

pub fn rows() -> Vec<Row> {
    let templates = |path, fresh| Row::new(path, Needs::on_account(RightsAction::KeepTemplates)).on(fresh);
    vec![
        Row::new("/fn/rules/set_hand_out", Needs::on_account(RightsAction::SetHandOut)).with(other_hand_out),
        templates("/fn/rules/save_template", Fresh::Contact).with(|inputs| {
            vec![submission(inputs), field("change[contact]", &inputs.made.id), field("change[name]", name(inputs))]
        }),
        templates("/fn/rules/set_template", Fresh::Template).with(|inputs| {
            vec![
                submission(inputs),
                field("change[template]", &inputs.made.id),
                field("change[name]", name(inputs)),
                field("change[privileges][]", "services.view"),
                field("change[seen]", &inputs.made.seen),
            ]
        }),
        templates("/fn/rules/delete_template", Fresh::Template)
            .with(|inputs| vec![submission(inputs), field("change[template]", &inputs.made.id)]),
    ]
}

/// A name that no template has.
fn name(inputs: &Inputs<'_>) -> String {
    format!("Day {}", inputs.number)
}

/// Another list than the present one: managers hand out one role more, or no longer.
fn other_hand_out(inputs: &Inputs<'_>) -> Form {
    let mut roles = inputs.hand_out.clone();
    let billing = Role::Billing.key();
    if roles.iter().any(|role| role == billing) {
        roles.retain(|role| role != billing);
    } else {
        roles.push(billing.to_owned());
    }
    let mut form = vec![submission(inputs)];
    form.extend(roles.into_iter().map(|role| field("change[roles][]", role)));
    form
}
