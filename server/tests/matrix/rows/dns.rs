//! Zones: what an edit or a file would change, changing, and taking it back.

use super::forms::{Form, field, submission};
use super::{Inputs, Needs, Row};
use crate::made::Fresh;

pub fn rows() -> Vec<Row> {
    vec![
        Row::new("/fn/dns/review", Needs::ChangeZone).with(|inputs| {
            let name = format!("seen{}", inputs.number);
            vec![
                field("change[domain]", &inputs.domain),
                field("change[rows][0][name]", name),
                field("change[rows][0][kind]", "A"),
                field("change[rows][0][ttl]", "300"),
                field("change[rows][0][values]", "192.0.2.1"),
            ]
        }),
        Row::new("/fn/dns/import", Needs::ChangeZone).with(|inputs| {
            let file = format!("seen{} 300 A 192.0.2.1", inputs.number);
            vec![field("change[domain]", &inputs.domain), field("change[file]", file)]
        }),
        Row::new("/fn/dns/apply", Needs::ChangeZone).with(apply),
        Row::new("/fn/dns/undo", Needs::ChangeZone).on(Fresh::ZoneChange).with(|inputs| {
            let change = field("change[change]", &inputs.made.id);
            vec![submission(inputs), field("change[domain]", &inputs.domain), change]
        }),
    ]
}

fn apply(inputs: &Inputs<'_>) -> Form {
    let rows = format!("\tnew{}\tA\t300\t192.0.2.1", inputs.number);
    vec![submission(inputs), field("change[domain]", &inputs.domain), field("change[rows]", rows)]
}
