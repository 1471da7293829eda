//! Who owns the account.

use crate::people::{NOBODY, Person};
use crate::{Family, Questions};
use domain::access::{Action, Credentials, OwnershipAction, Target};
use domain::rights::Rights;

pub const FAMILY: Family = Family { name: "ownership", on_account, on_contact, asked_first, ..Family::NOTHING };

fn on_account(questions: &mut Questions<'_>) {
    let (standing, rights) = (questions.actor.standing(), Rights::default());
    let at = |contact, credentials| Target { contact, owner: standing.owner, rights: &rights, credentials };
    let (own, unproved) = (at(standing.contact, Credentials::Own), at(standing.contact, Credentials::Unproved));
    let of_another = at(NOBODY, Credentials::Own);
    questions.ask("accept ownership offered to them", OwnershipAction::Accept(own, NOBODY));
    questions.ask("accept it at an unproved address", OwnershipAction::Accept(unproved, NOBODY));
    questions.ask("accept ownership offered to another", OwnershipAction::Accept(of_another, NOBODY));
    questions.ask("withdraw ownership offered to another", OwnershipAction::Withdraw(NOBODY));
    questions.ask("undo their transfer", OwnershipAction::Undo(own, NOBODY));
    questions.ask("undo it at an unproved address", OwnershipAction::Undo(unproved, NOBODY));
    questions.ask("undo another's transfer", OwnershipAction::Undo(of_another, NOBODY));
}

fn on_contact(questions: &mut Questions<'_>, person: &Person) {
    let (own, unproved) = (person.target(Credentials::Own), person.target(Credentials::Unproved));
    questions.ask("appoint owner", OwnershipAction::Appoint(own));
    questions.ask("appoint owner without own login", OwnershipAction::Appoint(person.target(Credentials::HeldHere)));
    questions.ask("appoint owner at an unproved address", OwnershipAction::Appoint(unproved));
    questions.ask("dismiss owner", OwnershipAction::Dismiss(own));
    questions.ask("offer ownership", OwnershipAction::Offer(own));
    questions.ask("offer ownership to an unproved address", OwnershipAction::Offer(unproved));
}

fn asked_first(target: Target<'_>) -> Vec<Action<'_>> {
    vec![
        OwnershipAction::Appoint(target).into(),
        OwnershipAction::Dismiss(target).into(),
        OwnershipAction::Offer(target).into(),
    ]
}
