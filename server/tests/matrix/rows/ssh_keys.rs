//! The SSH keys of an account.

use super::forms::{field, submission};
use super::{Needs, Row};
use crate::made::{Fresh, ssh_key_line};
use domain::access::HoldingAction;

pub fn rows() -> Vec<Row> {
    let keeps = |path| Row::new(path, Needs::on_account(HoldingAction::KeepSshKeys));
    vec![
        keeps("/fn/ssh_keys/add")
            .with(|inputs| vec![submission(inputs), field("change[key]", ssh_key_line(inputs.number))]),
        keeps("/fn/ssh_keys/remove")
            .on(Fresh::SshKey)
            .with(|inputs| vec![submission(inputs), field("change[key]", &inputs.made.id)]),
    ]
}
