//! What readers are shown (SECURITY T10): generated accounts with a canary in every text, read by everybody through every
//! reading use-case. What each may read is said once more in [`sights`], from the rights as they were given.

mod answers;

use crate::support::canaries::{Aviary, Canary, Spot};
use crate::support::contacts::on;
use crate::support::ports::methods;
use crate::support::sights::Sights;
use crate::support::{START, World, for_each_database, visitor};
use domain::acting::Acting;
use domain::caller::{Caller, Principal, SignedIn};
use std::collections::BTreeSet;

/// How many accounts are generated.
const ACCOUNTS: usize = 20;

/// The use-cases that read what is the caller's own, wherever they are.
const OWN: [&str; 11] = [
    "People::me",
    "People::reset_link",
    "People::sessions",
    "Profiles::read",
    "Profiles::email_link",
    "Accounts::mine",
    "Invitations::open",
    "Search::accounts",
    "Live::position",
    "Live::since",
    "Live::by_the_clock",
];

/// The use-cases that read an account.
const OF_AN_ACCOUNT: [&str; 40] = [
    "Accounts::open",
    "Accounts::dashboard",
    "Accounts::own_access",
    "Accounts::activity",
    "Accounts::activity_export",
    "Contacts::list",
    "Contacts::counts",
    "Contacts::export",
    "Contacts::read",
    "Contacts::history",
    "Contacts::bulk",
    "Contacts::preview_many",
    "Contacts::form",
    "Contacts::services",
    "Invitations::form",
    "Ownership::read",
    "Roles::read",
    "Roles::template",
    "Asking::requests",
    "Holdings::services",
    "Holdings::service_counts",
    "Holdings::service",
    "Holdings::service_people",
    "Holdings::service_usage",
    "SshKeys::list",
    "SshKeys::public",
    "Holdings::domains",
    "Holdings::domain",
    "Holdings::invoices",
    "Consoles::page",
    "Operations::of_service",
    "Operations::choices",
    "Dns::page",
    "Dns::review",
    "Dns::import",
    "Dns::export",
    "Search::find",
    "NotificationChoices::read",
    "NotificationChoices::matrix",
    "Live::sessions_reached",
];

/// What takes no command and reads nothing of what is stored of people and accounts: it changes something, answers with what
/// `Live::since` does, or with what the caller's own session was given.
const NO_READING: [&str; 14] = [
    "People::sign_out",
    "Profiles::verify_email",
    "Profiles::cancel_email",
    "Contacts::stop_viewing",
    "Live::listen",
    "Listening::next",
    "Outbound::issue",
    "Outbound::host",
    "Outbound::follow",
    "Consoles::issue",
    "Consoles::open",
    "Console::address",
    "Console::ended",
    "Console::close",
];

#[test]
fn every_use_case_that_reads_is_read_for_canaries() {
    let reading: BTreeSet<String> =
        methods().into_iter().filter(|method| !method.takes_a_command()).map(|method| method.name).collect();
    let known = OWN.iter().chain(&OF_AN_ACCOUNT).chain(&NO_READING).map(|name| (*name).to_owned());
    assert_eq!(reading, known.collect::<BTreeSet<_>>());
}

#[test]
fn nobody_reads_what_their_rights_do_not_show() {
    for_each_database(async |world| {
        let aviary = Aviary::fill(&world, ACCOUNTS, 7).await;
        let mut look = Look { world: &world, aviary: &aviary, wrong: BTreeSet::new(), heard: BTreeSet::new() };
        for person in 0..aviary.people.len() {
            look.own(person).await;
            for account in 0..aviary.accounts.len() {
                look.account(person, account).await;
            }
        }
        let wrong: Vec<&String> = look.wrong.iter().collect();
        assert!(wrong.is_empty(), "{} readings, such as {:#?}", wrong.len(), &wrong[..wrong.len().min(12)]);
        // What should be read by somebody was.
        let kinds: BTreeSet<String> = aviary.canaries.iter().map(|canary| canary.spot.kind()).collect();
        let silent: Vec<&String> = kinds.difference(&look.heard).collect();
        assert_eq!(silent, ["Hidden"]);
    });
}

/// Everybody reading everything.
struct Look<'a> {
    world: &'a World,
    aviary: &'a Aviary,
    /// What was read and should not have been.
    wrong: BTreeSet<String>,
    /// The kinds of canaries that were read.
    heard: BTreeSet<String>,
}

impl Look<'_> {
    async fn own(&mut self, person: usize) {
        let (aviary, caller) = (self.aviary, self.caller(person));
        for name in OWN {
            for (text, invitation) in self.own_answers(name, &caller).await {
                self.judge(name, person, &text, |canary| {
                    canary.spot == Spot::Person(person)
                        || canary.spot == Spot::PersonName(person)
                        || aviary.of_all_accounts(person, canary)
                        || invitation.is_some_and(|(account, number)| aviary.offers(account, number, canary))
                });
            }
        }
    }

    async fn account(&mut self, person: usize, account: usize) {
        let (aviary, caller) = (self.aviary, self.caller(person));
        let there = &aviary.accounts[account];
        let own = there.contacts.iter().position(|contact| contact.person == Some(person) && contact.acts());
        let sights = own.map(|own| Sights::of(there, own));
        self.on(&caller, on(there.id), person, account, sights).await;
        // The legal owner views the portal as each of the others.
        if there.contacts[0].person == Some(person) {
            for (number, contact) in there.contacts.iter().enumerate().skip(1) {
                let acting = Acting { account: there.id, viewing: Some(contact.id) };
                let seen = (contact.owner.is_none() && contact.state == domain::status::ContactState::Active)
                    .then(|| Sights::of(there, number).viewed_by(0));
                self.on(&caller, acting, person, account, seen).await;
            }
        }
    }

    async fn on(&mut self, caller: &Caller, acting: Acting, person: usize, account: usize, sights: Option<Sights<'_>>) {
        let aviary = self.aviary;
        let there = &aviary.accounts[account];
        let may = |canary: &Canary| {
            canary.spot == Spot::Person(person)
                || canary.spot == Spot::PersonName(person)
                || (canary.account == account && sights.as_ref().is_some_and(|sights| sights.shows(&canary.spot)))
        };
        let mut answers = Vec::new();
        for name in OF_AN_ACCOUNT {
            answers.extend(self.answers(name, caller, acting, there).await.into_iter().map(|text| (name, text)));
        }
        for contact in &there.contacts {
            let overtaken = self.overtaken(caller, acting, contact.id).await;
            answers.extend(overtaken.map(|text| ("Contacts::save, overtaken", text)));
        }
        for (name, text) in answers {
            self.judge(name, person, &text, may);
        }
    }

    fn judge(&mut self, name: &str, person: usize, text: &str, may: impl Fn(&Canary) -> bool) {
        for canary in self.aviary.heard(text) {
            self.heard.insert(canary.spot.kind());
            if !may(canary) {
                self.wrong.insert(format!("{name} shows person {person}: {canary:?}"));
            }
        }
    }

    fn caller(&self, person: usize) -> Caller {
        let person = &self.aviary.people[person];
        let signed_in =
            SignedIn { person: person.id, session: person.session, must_change_password: false, language: None };
        Caller { principal: Principal::Person(signed_in), ..visitor(START) }
    }
}
