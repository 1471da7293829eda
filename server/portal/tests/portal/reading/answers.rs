//! What the reading use-cases answer, by name.

use crate::bulk::many;
use crate::reading::Look;
use crate::support::canaries::Account;
use crate::support::contacts::submission;
use crate::support::{START, secret};
use domain::acting::Acting;
use domain::asking::RequestsQuery;
use domain::audit::{ActivityFilter, ActivityQuery};
use domain::billing::InvoiceQuery;
use domain::caller::Caller;
use domain::contact::{BulkVerb, ContactFilter, ContactForm, ContactQuery, SaveContact};
use domain::dns::{EditZone, ImportZone, ZoneQuery};
use domain::domains::DomainQuery;
use domain::error::PortalError;
use domain::id::BulkId;
use domain::live::Position;
use domain::operation::Operation;
use domain::search::SearchWords;
use domain::service::{ServiceQuery, ServiceSearch};
use domain::status::ContactStatus;
use serde::Serialize;
use uuid::Uuid;

/// What the browser would get.
fn json<T: Serialize>(answer: &Result<T, PortalError>) -> String {
    match answer {
        Ok(value) => serde_json::to_string(value),
        Err(error) => serde_json::to_string(error),
    }
    .expect("JSON")
}

impl Look<'_> {
    /// The answers of one use-case; where it is about an invitation, with which one.
    pub(super) async fn own_answers(&self, name: &str, caller: &Caller) -> Vec<(String, Option<(usize, usize)>)> {
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
            "Search::accounts" => {
                let mut answers = Vec::new();
                for words in [None, SearchWords::read("canary")] {
                    answers.push((json(&ports.search.accounts(caller, words).await), None));
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

    pub(super) async fn answers(&self, name: &str, caller: &Caller, acting: Acting, there: &Account) -> Vec<String> {
        let ports = &self.world.portal().ports;
        let mut answers = Vec::new();
        match name {
            "Accounts::open" => answers.push(json(&ports.accounts.open(caller, acting).await)),
            "Accounts::dashboard" => answers.push(json(&ports.accounts.dashboard(caller, acting).await)),
            "Accounts::own_access" => answers.push(json(&ports.accounts.own_access(caller, acting).await)),
            "Accounts::activity" => {
                answers.push(json(&ports.accounts.activity(caller, acting, ActivityQuery::default()).await));
            }
            "Accounts::activity_export" => {
                let filter = ActivityFilter::default();
                answers.push(json(&ports.accounts.activity_export(caller, acting, filter).await));
            }
            "Contacts::list" => {
                for status in ContactStatus::ALL.into_iter().map(Some).chain([None]) {
                    let filter = ContactFilter { status, ..ContactFilter::default() };
                    let query = ContactQuery { filter, ..ContactQuery::default() };
                    answers.push(json(&ports.contacts.list(caller, acting, query).await));
                }
            }
            "Contacts::counts" => {
                answers.push(json(&ports.contacts.counts(caller, acting, ContactFilter::default()).await));
            }
            "Contacts::export" => {
                answers.push(json(&ports.contacts.export(caller, acting, ContactQuery::default()).await));
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
            // Nobody here has begun one: `bulk::undone` shows that others' are not there for them.
            "Contacts::bulk" => {
                answers.push(json(&ports.contacts.bulk(caller, acting, BulkId::new(Uuid::nil())).await));
            }
            "Contacts::preview_many" => {
                let everybody = there.contacts.iter().map(|contact| contact.id).collect();
                let bulk = many(BulkVerb::Delete, everybody);
                answers.push(json(&ports.contacts.preview_many(caller, acting, bulk).await));
            }
            "Contacts::form" => {
                for contact in there.contacts.iter().map(|contact| Some(contact.id)).chain([None]) {
                    answers.push(json(&ports.contacts.form(caller, acting, contact).await));
                }
            }
            "Contacts::services" => {
                let ids = there.services.iter().map(|service| service.id).collect();
                let search = ServiceSearch { ids, text: Some(String::new()) };
                for contact in there.contacts.iter().map(|contact| Some(contact.id)).chain([None]) {
                    let services = ports.contacts.services(caller, acting, contact, search.clone()).await;
                    answers.push(json(&services));
                }
            }
            "Invitations::form" => answers.push(json(&ports.invitations.form(caller, acting).await)),
            "Ownership::read" => answers.push(json(&ports.ownership.read(caller, acting).await)),
            "Roles::read" => answers.push(json(&ports.roles.read(caller, acting).await)),
            "Roles::template" => {
                for own in &there.own {
                    answers.push(json(&ports.roles.template(caller, acting, own.id).await));
                }
            }
            "Asking::requests" => {
                answers.push(json(&ports.asking.requests(caller, acting, RequestsQuery::default()).await));
            }
            "Holdings::services" => {
                answers.push(json(&ports.holdings.services(caller, acting, ServiceQuery::default()).await));
            }
            "Holdings::service_counts" => {
                answers.push(json(&ports.holdings.service_counts(caller, acting, ServiceQuery::default()).await));
            }
            "Holdings::service_usage" => {
                for service in &there.services {
                    answers.push(json(&ports.holdings.service_usage(caller, acting, service.id).await));
                }
            }
            "Holdings::service_people" => {
                for service in &there.services {
                    let people = ports.holdings.service_people(caller, acting, service.id, String::new());
                    answers.push(json(&people.await));
                }
            }
            "Holdings::service" => {
                // Those of other accounts too.
                for service in self.aviary.accounts.iter().flat_map(|account| &account.services) {
                    answers.push(json(&ports.holdings.service(caller, acting, service.id).await));
                }
            }
            "Operations::of_service" => {
                for service in self.aviary.accounts.iter().flat_map(|account| &account.services) {
                    let page = ports.operations.of_service(caller, acting, service.id, String::new()).await;
                    answers.push(json(&page));
                }
            }
            "Operations::choices" => {
                for service in &there.services {
                    let choices = ports.operations.choices(caller, acting, service.id, Operation::Rebuild).await;
                    answers.push(json(&choices));
                }
            }
            "SshKeys::list" => answers.push(json(&ports.ssh_keys.list(caller, acting).await)),
            "SshKeys::public" => {
                for keys in self.aviary.accounts.iter().map(|account| [account.ssh_key].into()) {
                    answers.push(json(&ports.ssh_keys.public(caller, acting, keys).await));
                }
            }
            "Holdings::domains" => {
                answers.push(json(&ports.holdings.domains(caller, acting, DomainQuery::default()).await));
            }
            "Holdings::domain" => {
                for domain in &there.domains {
                    answers.push(json(&ports.holdings.domain(caller, acting, *domain).await));
                }
            }
            "Holdings::invoices" => {
                answers.push(json(&ports.holdings.invoices(caller, acting, InvoiceQuery::default()).await));
            }
            "Dns::page" => {
                for domain in &there.domains {
                    answers.push(json(&ports.dns.page(caller, acting, *domain, ZoneQuery::default()).await));
                }
            }
            "Dns::export" => {
                for domain in &there.domains {
                    answers.push(json(&ports.dns.export(caller, acting, *domain).await));
                }
            }
            "Dns::review" => {
                for domain in &there.domains {
                    let edit = EditZone { domain: *domain, rows: Vec::new() };
                    answers.push(json(&ports.dns.review(caller, acting, edit).await));
                }
            }
            "Dns::import" => {
                for domain in &there.domains {
                    let file = "a A 192.0.2.1".to_owned();
                    let file = ImportZone { domain: *domain, file, only: true };
                    answers.push(json(&ports.dns.import(caller, acting, file).await));
                }
            }
            "Search::find" => {
                for words in ["canary", "c"] {
                    let words = SearchWords::read(words).expect("words");
                    answers.push(json(&ports.search.find(caller, acting, words).await));
                }
            }
            "NotificationChoices::read" => {
                for contact in &there.contacts {
                    answers.push(json(&ports.notifications.read(caller, acting, contact.id).await));
                }
            }
            "NotificationChoices::matrix" => {
                answers.push(json(&ports.notifications.matrix(caller, acting, String::new()).await));
            }
            "Consoles::page" => {
                for service in &there.services {
                    answers.push(json(&ports.consoles.page(caller, acting, service.id).await));
                }
            }
            "Live::sessions_reached" => {
                for contact in &there.contacts {
                    answers.push(json(&ports.live.sessions_reached(caller, acting, contact.id).await));
                }
            }
            other => panic!("{other} is not read"),
        }
        answers
    }

    /// Sends the form of a contact as it was before the last change: what changed is answered.
    pub(super) async fn overtaken(&self, caller: &Caller, acting: Acting, id: domain::id::ContactId) -> Option<String> {
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
