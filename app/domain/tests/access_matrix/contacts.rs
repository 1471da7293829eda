//! Contacts: their list, their forms, what becomes of them, and viewing the portal as one of them.

use crate::people::{Person, gifts};
use crate::{Family, Questions};
use domain::access::{Action, ContactAction, Credentials, Edit, EndEdit, SignInEdit, Target, Viewing};
use domain::privilege::Privilege;
use domain::rights::Rights;
use domain::role::Role;

pub const FAMILY: Family = Family { name: "contacts", on_account, on_contact, asked_first, ..Family::NOTHING };

fn on_account(questions: &mut Questions<'_>) {
    questions.ask("see contacts", ContactAction::List);
    questions.ask("change many contacts", ContactAction::ChangeMany);
    questions.ask("stop viewing", ContactAction::StopViewing);
    if questions.actor.standing().viewing == Viewing::Off {
        for (gift, rights) in gifts() {
            questions.ask(&format!("add contact with {gift}"), ContactAction::Add(&[], &rights));
        }
    }
}

fn on_contact(questions: &mut Questions<'_>, person: &Person) {
    let (own, held) = (person.target(Credentials::Own), person.target(Credentials::HeldHere));
    let without_login = person.target(Credentials::None);
    let giving = |rights| ContactAction::Edit(own, Edit { rights, sign_in: SignInEdit::Keep });
    let sign_in = |target, sign_in| ContactAction::Edit(target, Edit { rights: &person.rights, sign_in });
    let (billing, paying) = (person.with_role(Role::Billing), person.with_privilege(Privilege::BillingPay));
    let nothing = Rights::default();
    questions.ask("see", ContactAction::See(own));
    questions.ask("edit details", giving(&person.rights));
    questions.ask("add role billing", giving(&billing));
    questions.ask("add billing.pay", giving(&paying));
    questions.ask("take all rights", giving(&nothing));
    questions.ask("set own person's password", sign_in(own, SignInEdit::Replace));
    questions.ask("set held person's password", sign_in(held, SignInEdit::Replace));
    questions.ask("activate login", sign_in(without_login, SignInEdit::Activate));
    questions.ask("change the address without login", sign_in(without_login, SignInEdit::Readdress));
    questions.ask("suspend", ContactAction::Suspend(own));
    questions.ask("reactivate", ContactAction::Reactivate(own));
    questions.ask("end access sooner", ContactAction::SetEnd(own, EndEdit::Sooner));
    questions.ask("end access later", ContactAction::SetEnd(own, EndEdit::Later));
    questions.ask("delete", ContactAction::Delete(own));
    questions.ask("restore", ContactAction::Restore(own, &person.rights));
    questions.ask("send reset", ContactAction::SendReset(own));
    questions.ask("view as", ContactAction::ViewAs(own));
    questions.ask("see why sign-in fails", ContactAction::SeeSignIn(own));
}

fn asked_first(target: Target<'_>) -> Vec<Action<'_>> {
    let edit = Edit { rights: target.rights, sign_in: SignInEdit::Keep };
    vec![
        ContactAction::See(target).into(),
        ContactAction::Edit(target, edit).into(),
        ContactAction::Suspend(target).into(),
        ContactAction::Reactivate(target).into(),
        ContactAction::SetEnd(target, EndEdit::Sooner).into(),
        ContactAction::SetEnd(target, EndEdit::Later).into(),
        ContactAction::Delete(target).into(),
        ContactAction::Restore(target, target.rights).into(),
        ContactAction::SendReset(target).into(),
        ContactAction::ViewAs(target).into(),
    ]
}
