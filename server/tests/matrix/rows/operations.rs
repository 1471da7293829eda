//! What is done to services.

use super::forms::{Form, field, submission};
use super::{Inputs, Needs, Row};
use crate::made::Fresh;
use domain::operation::Operation;

pub fn rows() -> Vec<Row> {
    let on = |path, operation, form| Row::new(path, Needs::Operate(operation)).on(Fresh::IdleService).with(form);
    vec![
        on("/fn/operations/order", Operation::Credentials, |inputs| {
            let what = [submission(inputs), field("change[to]", "reset_credentials")];
            named(inputs).into_iter().chain(what).collect()
        }),
        on("/fn/operations/power", Operation::Power, |inputs| {
            let service = field("change[services][]", &*inputs.made.id);
            vec![submission(inputs), service, field("change[to]", "reboot")]
        }),
        on("/fn/operations/credentials", Operation::Credentials, named),
        on("/fn/operations/panel", Operation::Sso, named),
    ]
}

fn named(inputs: &Inputs<'_>) -> Form {
    vec![field("change[service]", &*inputs.made.id)]
}
