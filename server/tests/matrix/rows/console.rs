//! Consoles.

use super::forms::form;
use super::{Needs, Row};
use crate::made::Fresh;
use domain::operation::Operation;

pub fn rows() -> Vec<Row> {
    vec![
        Row::new("/fn/console/issue", Needs::Operate(Operation::ConsoleView))
            .on(Fresh::IdleService)
            .with(|inputs| form([("service", &inputs.made.id)])),
    ]
}
