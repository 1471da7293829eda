//! The account's own roles and templates, and which roles its managers may hand out.

use crate::people::{actor, gifts, people};
use crate::{Family, Questions};
use domain::access::{ContactAction, Credentials, Edit, RightsAction, SignInEdit, Viewing};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::OwnRole;
use domain::status::AccountStatus;

pub const FAMILY: Family = Family { name: "rights", on_account, without_a_row: &["ChangeHolder"], ..Family::NOTHING };

fn on_account(questions: &mut Questions<'_>) {
    let nothing = OwnRole::default();
    let paying = OwnRole { privileges: PrivilegeSet::of(&[Privilege::BillingPay]), ..OwnRole::default() };
    let renamed = OwnRole { name: "Guests".to_owned(), ..paying.clone() };
    questions.ask("set the roles to hand out", RightsAction::SetHandOut);
    questions.ask("keep templates", RightsAction::KeepTemplates);
    questions.ask("make a role of billing.pay", RightsAction::ChangeRole(&nothing, &paying));
    questions.ask("rename a role of billing.pay", RightsAction::ChangeRole(&paying, &renamed));
}

/// A role that is changed or deleted leaves those who have it as an edit of each would: of an owner it takes nothing.
#[test]
fn whoever_changes_a_role_could_edit_each_of_its_holders() {
    let people = people();
    for person in &people {
        let actor = actor(person, AccountStatus::Active, Viewing::Off);
        for holder in &people {
            let target = holder.target(Credentials::Own);
            for (_, after) in gifts() {
                let edit = Edit { rights: &after, sign_in: SignInEdit::Keep };
                let expected = match holder.owner {
                    Some(_) => actor.check(RightsAction::KeepTemplates),
                    None => actor.check(ContactAction::Edit(target, edit)),
                };
                let answer = actor.check(RightsAction::ChangeHolder(target, &after));
                assert_eq!(answer, expected, "{} @ {}", person.name, holder.name);
            }
        }
    }
}
