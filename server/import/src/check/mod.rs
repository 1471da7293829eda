//! Whether the lines fit together and with what is stored, and what they come to. Pure: what is stored was read before.

mod arrivals;
mod contacts;
mod held;
mod holdings;
mod people;
mod together;

use crate::plan::Plan;
use crate::problem::{LineProblem, Place};
use crate::read::Lines;
use crate::record::{Kind, Record};
use crate::value::ExternalId;
use crate::world::{Table, World};
use domain::time::Timestamp;
use portal::base::random;
use portal::records::rows::{ContactRow, PersonRow, Row};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The plan, or everything that is wrong.
pub(crate) fn check(lines: &Lines, world: &World, now: Timestamp) -> Result<Plan, Vec<LineProblem>> {
    let mut check = Check {
        lines,
        world,
        now,
        plan: Plan::default(),
        problems: lines.problems.clone(),
        ids: HashMap::new(),
        places: HashMap::new(),
        persons: HashMap::new(),
        services: HashMap::new(),
        currencies: HashMap::new(),
        named: HashSet::new(),
        doubtful: HashSet::new(),
        holders: world.persons.rows.values().map(|person| (person.email_key.as_str(), person)).collect(),
        portal_made: HashMap::new(),
        left_out: HashSet::new(),
        ownerless: BTreeSet::new(),
    };
    for row in world.contacts.rows.values().filter(|row| row.external_id.is_none() && !row.is_deleted()) {
        check.portal_made.entry(&row.account_id).or_default().push(row);
    }
    // Each kind refers to those before it, wherever in the file they stand.
    for kind in [Kind::Account, Kind::Person, Kind::Service, Kind::Domain, Kind::Invoice, Kind::Contact] {
        for (place, record) in &lines.records {
            check.take(kind, place, record);
        }
        if kind == Kind::Person {
            // Contacts carry the addresses of their people.
            check.people_s_addresses();
        }
    }
    check.leave_out();
    check.follow();
    check.together();
    let mut problems = check.problems;
    if problems.is_empty() {
        return Ok(check.plan);
    }
    problems.sort();
    problems.dedup();
    Err(problems)
}

struct Check<'a> {
    lines: &'a Lines,
    world: &'a World,
    now: Timestamp,
    plan: Plan,
    problems: Vec<LineProblem>,
    /// Ids of the file's things by kind, account (empty for none) and name.
    ids: HashMap<(Kind, String, &'a ExternalId), String>,
    /// Where a thing, by id, is in the file.
    places: HashMap<String, &'a Place>,
    /// The file's people and services, by id: where in the plan they are.
    persons: HashMap<String, usize>,
    services: HashMap<String, usize>,
    /// The currency of each account of the file, by id.
    currencies: HashMap<String, String>,
    /// For each contact of the file, the services and domains that its line names.
    named: HashSet<(String, String)>,
    /// Accounts, by id, with a contact whose line is wrong: who owns them can't be said.
    doubtful: HashSet<String>,
    /// Whoever signs in with an address now.
    holders: HashMap<&'a str, &'a PersonRow>,
    /// Contacts that no import made, by account.
    portal_made: HashMap<&'a str, Vec<&'a ContactRow>>,
    /// People of the file, by id, who are left out: their address is somebody else's.
    left_out: HashSet<String>,
    /// Accounts, by id, that are left out: their legal owner is.
    ownerless: BTreeSet<String>,
}

/// What a line turns out to be about.
struct Identity<R> {
    id: String,
    /// What is stored beside the id; Portico's own names are not.
    external_id: Option<String>,
    before: Option<R>,
}

impl<'a> Check<'a> {
    fn take(&mut self, kind: Kind, place: &'a Place, record: &'a Record) {
        match record {
            Record::Account(account) if kind == Kind::Account => self.account(place, account),
            Record::Person(person) if kind == Kind::Person => self.person(place, person),
            Record::Service(service) if kind == Kind::Service => self.service(place, service),
            Record::Domain(domain) if kind == Kind::Domain => self.domain(place, domain),
            Record::Invoice(invoice) if kind == Kind::Invoice => self.invoice(place, invoice),
            Record::Contact(contact) if kind == Kind::Contact => self.contact(place, contact),
            Record::Account(_)
            | Record::Person(_)
            | Record::Service(_)
            | Record::Domain(_)
            | Record::Invoice(_)
            | Record::Contact(_) => {}
        }
    }

    /// Tells the operator what becomes of a line.
    fn warn(&mut self, place: &Place, what: impl Into<String>) {
        self.plan.notes.push((place.clone(), what.into()));
    }

    fn fail(&mut self, place: &Place, field: &str, why: impl Into<String>) {
        self.problems.push(LineProblem { place: place.clone(), field: Some(field.to_owned()), reason: why.into() });
    }

    /// Which thing a line is about: one that is stored, or a new one. `None` when an earlier line was about it.
    fn identify<R: Row + Clone>(
        &mut self,
        kind: Kind,
        place: &'a Place,
        account: &str,
        name: &'a ExternalId,
        table: &Table<R>,
    ) -> Option<Identity<R>> {
        let before = table.named(account, name).cloned();
        let id = match (&before, name.as_own()) {
            (Some(row), _) => row.id().to_owned(),
            (None, Some(own)) => own.to_owned(),
            (None, None) => random::id(self.now).to_string(),
        };
        if before.is_none() && table.rows.contains_key(&id) {
            self.fail(place, "id", "belongs to another account");
            return None;
        }
        let external_id = match &before {
            Some(row) => row.external().map(str::to_owned),
            None => name.as_own().is_none().then(|| name.as_str().to_owned()),
        };
        let known = self.ids.get(&(kind, account.to_owned(), name)).unwrap_or(&id);
        if let Some(earlier) = self.places.get(known) {
            let why = format!("line {} of {} is about the same {}", earlier.line, earlier.file, kind.key());
            self.fail(place, "id", why);
            return None;
        }
        self.ids.insert((kind, account.to_owned(), name), id.clone());
        self.places.insert(id.clone(), place);
        Some(Identity { id, external_id, before })
    }

    /// The id of the account that a line names.
    fn account_id(&mut self, place: &Place, name: &'a ExternalId) -> Option<String> {
        let world = self.world;
        self.refer(Kind::Account, "", place, "account", name, &world.accounts)
    }

    /// The id of a thing that a line refers to.
    fn refer<R: Row>(
        &mut self,
        kind: Kind,
        account: &str,
        place: &Place,
        field: &str,
        name: &'a ExternalId,
        table: &Table<R>,
    ) -> Option<String> {
        let found = self.ids.get(&(kind, account.to_owned(), name)).cloned();
        let found = found.or_else(|| table.named(account, name).map(|row| row.id().to_owned()));
        if found.is_none() && !self.lines.broken.contains(name) {
            self.fail(place, field, format!("there is no {} {name}", kind.key()));
        }
        found
    }
}
