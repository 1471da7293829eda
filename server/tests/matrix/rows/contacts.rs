//! The people of an account.

use super::forms::{NEW_PASSWORD, added, bulk_command, command, edited, field, form, submission};
use super::{Needs, Row};
use crate::made::Fresh;
use crate::reference::{Deed, GivenRights, widened};
use domain::access::ContactAction;

pub fn rows() -> Vec<Row> {
    let one = |deed, form| Row::new("/fn/contacts/move_one", Needs::Contact(deed)).with(form);
    let many = |deed, form| Row::new("/fn/contacts/move_many", Needs::Contact(deed)).with(form);
    let save = |needs, form| Row::new("/fn/contacts/save", needs).with(form);
    vec![
        save(Needs::Add(GivenRights::Nothing), |inputs| added(inputs, GivenRights::Nothing)),
        save(Needs::Add(GivenRights::Technical), |inputs| added(inputs, GivenRights::Technical)),
        save(Needs::Add(GivenRights::Paying), |inputs| added(inputs, GivenRights::Paying)),
        save(Needs::Contact(Deed::Edit), |inputs| edited(inputs, Clone::clone, "")),
        save(Needs::Contact(Deed::Widen), |inputs| edited(inputs, widened, "")),
        save(Needs::Contact(Deed::SetPassword), |inputs| edited(inputs, Clone::clone, NEW_PASSWORD)),
        one(Deed::Suspend, |inputs| command(inputs, "suspend")),
        one(Deed::Reactivate, |inputs| command(inputs, "reactivate")),
        one(Deed::Delete, |inputs| command(inputs, "delete")),
        one(Deed::Restore, |inputs| command(inputs, "restore")),
        one(Deed::RestoreBare, |inputs| command(inputs, "restore_bare")),
        one(Deed::SendReset, |inputs| command(inputs, "send_reset")),
        many(Deed::SuspendMany, |inputs| bulk_command(inputs, "suspend")),
        many(Deed::DeleteMany, |inputs| bulk_command(inputs, "delete")),
        many(Deed::InviteAgainMany, |inputs| bulk_command(inputs, "resend")),
        many(Deed::GiveRoleMany, |inputs| {
            let mut form = bulk_command(inputs, "give_role");
            form.push(field("change[with][role]", "visitation"));
            form
        }),
        many(Deed::ChooseMany, |inputs| {
            let mut form = bulk_command(inputs, "notify");
            // Another choice than the present one, whatever that is.
            if !inputs.seen.contains("billing") {
                form.push(field("change[with][categories][]", "billing"));
            }
            form
        }),
        Row::new("/fn/contacts/undo_many", Needs::on_account(ContactAction::ChangeMany))
            .on(Fresh::Bulk)
            .with(|inputs| vec![submission(inputs), field("change[bulk]", &inputs.made.id)]),
        Row::new("/fn/contacts/view_as", Needs::Contact(Deed::ViewAs))
            .with(|inputs| form([("change[contact]", &inputs.contact)])),
        Row::new("/fn/contacts/stop_viewing", Needs::Leave).with(|inputs| form([("acting[viewing]", &inputs.contact)])),
    ]
}
