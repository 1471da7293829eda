//! What readers are shown (SECURITY T10): generated accounts with a canary in every text, read by everybody through every
//! reading use-case. What each may read is said once more in [`sights`], from the rights as they were given.

use crate::support::canaries::{Account, Aviary, Canary, Spot};
use crate::support::contacts::{on, submission};
use crate::support::ports::methods;
use crate::support::sights::Sights;
use crate::support::{START, World, for_each_database, secret, visitor};
use domain::acting::Acting;
use domain::asking::RequestsQuery;
use domain::caller::{Caller, Principal, SignedIn};
use domain::contact::{ContactFilter, ContactForm, ContactQuery, SaveContact};
use domain::error::PortalError;
use domain::id::BulkId;
use domain::live::Position;
use domain::service::ServiceQuery;
use domain::status::ContactStatus;
use serde::Serialize;
use std::collections::BTreeSet;
use uuid::Uuid;

/// How many accounts are generated.
const ACCOUNTS: usize = 20;

/// The use-cases that read what is the caller's own, wherever they are.
const OWN: [&str; 10] = [
    "People::me",
    "People::reset_link",
    "People::sessions",
    "Profiles::read",
    "Profiles::email_link",
    "Accounts::mine",
    "Invitations::open",
    "Live::position",
    "Live::since",
    "Live::by_the_clock",
];

/// The use-cases that read an account.
const OF_AN_ACCOUNT: [&str; 18] = [
    "Accounts::open",
    "Accounts::dashboard",
    "Accounts::activity",
    "Contacts::list",
    "Contacts::read",
    "Contacts::history",
    "Contacts::bulk",
    "Contacts::form",
    "Invitations::form",
    "Rules::read",
    "Rules::template",
    "Asking::requests",
    "Holdings::services",
    "Holdings::domains",
    "Holdings::invoices",
    "NotificationChoices::read",
    "NotificationChoices::matrix",
    "Live::told",
];

/// What takes no command and reads nothing: it changes something, or answers with what `Live::since` does.
const NO_READING: [&str; 6] = [
    "People::sign_out",
    "Profiles::verify_email",
    "Profiles::cancel_email",
    "Contacts::stop_viewing",
    "Live::listen",
    "Listening::next",
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
        self.on(&caller, on(there.id), person, account, own).await;
        // The legal owner views the portal as each of the others.
        if there.contacts[0].person == Some(person) {
            for (number, contact) in there.contacts.iter().enumerate().skip(1) {
                let acting = Acting { account: there.id, viewing: Some(contact.id) };
                let seen = (contact.owner.is_none() && contact.state == domain::status::ContactState::Active)
                    .then_some(number);
                self.on(&caller, acting, person, account, seen).await;
            }
        }
    }

    async fn on(&mut self, caller: &Caller, acting: Acting, person: usize, account: usize, own: Option<usize>) {
        let aviary = self.aviary;
        let there = &aviary.accounts[account];
        let sights = own.map(|own| Sights::of(there, own));
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

    /// The answers of one use-case; where it is about an invitation, with which one.
    async fn own_answers(&self, name: &str, caller: &Caller) -> Vec<(String, Option<(usize, usize)>)> {
        let ports = &self.world.portal().ports;
        let person = caller.signed_in().expect("they are signed in").person;
        let one = |text: String| vec![(text, None)];
        match name {
            "People::me" => one(json(&ports.people.me(caller).await)),
            "People::reset_link" => one(json(&ports.people.reset_link(caller, secret("no link")).await)),
            "People::sessions" => one(json(&ports.people.sessions(caller).await)),
            "Profiles::read" => one(json(&ports.profiles.read(caller).await)),
            "Profiles::email_link" => {
                let mut answers = Vec::new();
                for other in &self.aviary.people {
                    answers.push((json(&ports.profiles.email_link(caller, secret(&other.token)).await), None));
                }
                answers
            }
            "Accounts::mine" => one(json(&ports.accounts.mine(caller).await)),
            "Invitations::open" => {
                let mut answers = Vec::new();
                for (account, there) in self.aviary.accounts.iter().enumerate() {
                    for (number, invitation) in there.invitations.iter().enumerate() {
                        let page = ports.invitations.open(caller, secret(&invitation.token)).await;
                        answers.push((json(&page), Some((account, number))));
                    }
                }
                answers
            }
            "Live::position" => one(json(&ports.live.position(person).await)),
            "Live::since" => one(json(&ports.live.since(person, Position(0)).await)),
            "Live::by_the_clock" => {
                let news = ports.live.by_the_clock(person, START, START.plus_seconds(60)).await;
                one(format!("{news:?}"))
            }
            other => panic!("{other} is not read"),
        }
    }

    async fn answers(&self, name: &str, caller: &Caller, acting: Acting, there: &Account) -> Vec<String> {
        let ports = &self.world.portal().ports;
        let mut answers = Vec::new();
        match name {
            "Accounts::open" => answers.push(json(&ports.accounts.open(caller, acting).await)),
            "Accounts::dashboard" => answers.push(json(&ports.accounts.dashboard(caller, acting).await)),
            "Accounts::activity" => answers.push(json(&ports.accounts.activity(caller, acting, String::new()).await)),
            "Contacts::list" => {
                for status in ContactStatus::ALL.into_iter().map(Some).chain([None]) {
                    let filter = ContactFilter { status, ..ContactFilter::default() };
                    let query = ContactQuery { filter, ..ContactQuery::default() };
                    answers.push(json(&ports.contacts.list(caller, acting, query).await));
                }
            }
            "Contacts::read" => {
                for contact in &there.contacts {
                    answers.push(json(&ports.contacts.read(caller, acting, contact.id).await));
                }
            }
            "Contacts::history" => {
                for contact in &there.contacts {
                    answers.push(json(&ports.contacts.history(caller, acting, contact.id, String::new()).await));
                }
            }
            // Nobody here has begun one: `bulk.rs` shows that others' are not there for them.
            "Contacts::bulk" => {
                answers.push(json(&ports.contacts.bulk(caller, acting, BulkId::new(Uuid::nil())).await));
            }
            "Contacts::form" => {
                for contact in there.contacts.iter().map(|contact| Some(contact.id)).chain([None]) {
                    answers.push(json(&ports.contacts.form(caller, acting, contact).await));
                }
            }
            "Invitations::form" => answers.push(json(&ports.invitations.form(caller, acting).await)),
            "Rules::read" => answers.push(json(&ports.rules.read(caller, acting).await)),
            "Rules::template" => {
                for own in &there.own {
                    answers.push(json(&ports.rules.template(caller, acting, own.id).await));
                }
            }
            "Asking::requests" => {
                answers.push(json(&ports.asking.requests(caller, acting, RequestsQuery::default()).await));
            }
            "Holdings::services" => {
                answers.push(json(&ports.holdings.services(caller, acting, ServiceQuery::default()).await));
            }
            "Holdings::domains" => {
                answers.push(json(&ports.holdings.domains(caller, acting, String::new()).await));
            }
            "Holdings::invoices" => {
                answers.push(json(&ports.holdings.invoices(caller, acting, String::new()).await));
            }
            "NotificationChoices::read" => {
                for contact in &there.contacts {
                    answers.push(json(&ports.notifications.read(caller, acting, contact.id).await));
                }
            }
            "NotificationChoices::matrix" => {
                answers.push(json(&ports.notifications.matrix(caller, acting, String::new()).await));
            }
            "Live::told" => {
                for contact in &there.contacts {
                    answers.push(json(&ports.live.told(caller, acting, contact.id).await));
                }
            }
            other => panic!("{other} is not read"),
        }
        answers
    }

    /// Sends the form of a contact as it was before the last change: what changed is answered.
    async fn overtaken(&self, caller: &Caller, acting: Acting, id: domain::id::ContactId) -> Option<String> {
        let contacts = &self.world.portal().ports.contacts;
        let Ok(ContactForm { contact: Some(form), .. }) = contacts.form(caller, acting, Some(id)).await else {
            return None;
        };
        let rights = form.now.rights;
        let change = SaveContact {
            submission: Some(submission()),
            contact: Some(id),
            version: form.version - 1,
            first_name: form.now.details.first_name,
            last_name: form.now.details.last_name,
            roles: rights.roles,
            own_roles: rights.own_roles.into_keys().collect(),
            privileges: rights.privileges,
            all_services: rights.all_services,
            new_services: rights.new_services,
            services: rights.services,
            applied: rights.template.clone().unwrap_or_default(),
            template: rights.template.unwrap_or_default(),
            ..SaveContact::default()
        };
        Some(json(&contacts.save(caller, acting, change).await))
    }
}

/// What the browser would get.
fn json<T: Serialize>(answer: &Result<T, PortalError>) -> String {
    match answer {
        Ok(value) => serde_json::to_string(value),
        Err(error) => serde_json::to_string(error),
    }
    .expect("JSON")
}
