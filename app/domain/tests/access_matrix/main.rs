//! The golden matrix: who may do what to whom, account by account status. Each family of actions has its rows in a file
//! here, and the answers beside it in a `.txt`, reviewed as a diff; run with `UPDATE=1` to write them anew.
//!
//! A row is an action, with its target where it has one; a column is a person. `yes`; `-` and the right that is missing, or
//! that may not be given; `!` and any other reason.

mod account;
mod contacts;
#[path = "../fixtures/mod.rs"]
mod fixtures;
mod holdings;
mod invitations;
mod notifications;
mod ownership;
mod people;
mod permits;
mod requests;
mod rights;

use crate::people::{NOBODY, Person, actor, people};
use domain::access::{Action, Actor, Credentials, Denied, Target, Viewing};
use domain::right::Right;
use domain::status::AccountStatus;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// As `access/actions` has them.
static FAMILIES: [Family; 8] = [
    account::FAMILY,
    contacts::FAMILY,
    holdings::FAMILY,
    invitations::FAMILY,
    notifications::FAMILY,
    ownership::FAMILY,
    requests::FAMILY,
    rights::FAMILY,
];

/// What is asked of one family of actions.
struct Family {
    /// The name of its file.
    name: &'static str,
    /// About the account.
    on_account: fn(&mut Questions<'_>),
    /// About a contact.
    on_contact: fn(&mut Questions<'_>, &Person),
    /// About a contact before it is read.
    asked_first: fn(Target<'_>) -> Vec<Action<'_>>,
    /// Actions that a test of their own compares with others.
    without_a_row: &'static [&'static str],
}

impl Family {
    /// The others begin as this.
    const NOTHING: Self =
        Self { name: "", on_account: |_| {}, on_contact: |_, _| {}, asked_first: |_| Vec::new(), without_a_row: &[] };

    fn about_the_account(&self, actor: &Actor) -> Vec<Row> {
        let mut questions = Questions { actor, rows: Vec::new() };
        (self.on_account)(&mut questions);
        questions.rows
    }

    fn about(&self, actor: &Actor, target: &Person) -> Vec<Row> {
        let mut questions = Questions { actor, rows: Vec::new() };
        (self.on_contact)(&mut questions, target);
        questions.rows
    }

    fn matrix(&self) -> String {
        let people = people();
        let mut text = String::new();
        for status in AccountStatus::ALL {
            table(&mut text, &format!("on a {} account", status.key()), &people, |person| {
                let actor = actor(person, status, Viewing::Off);
                let mut column = self.about_the_account(&actor);
                if status == AccountStatus::Active {
                    column.extend(people.iter().flat_map(|target| at(target, self.about(&actor, target))));
                }
                column
            });
        }
        table(&mut text, "somebody viewing as", &people, |person| {
            let actor = actor(person, AccountStatus::Active, Viewing::AsContact { by: NOBODY });
            let mut column = self.about_the_account(&actor);
            column.extend(at(&people[3], self.about(&actor, &people[3])));
            column
        });
        text
    }
}

/// What one person is asked, and their answers.
struct Questions<'a> {
    actor: &'a Actor,
    rows: Vec<Row>,
}

/// One question and its answer.
struct Row {
    name: String,
    /// The action's name in the code.
    action: String,
    answer: String,
}

impl Questions<'_> {
    fn ask<'a>(&mut self, name: &str, action: impl Into<Action<'a>>) {
        let action = action.into();
        let answer = say(self.actor.check(action));
        self.rows.push(Row { name: name.to_owned(), action: name_in_code(action), answer });
    }
}

/// `See` of `Contact(See(..))`.
fn name_in_code(action: Action<'_>) -> String {
    let shown = format!("{action:?}");
    let (_, inner) = shown.split_once('(').expect("an action is of a family");
    word(inner).to_owned()
}

fn word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// Each row with the name of whom it is about.
fn at(target: &Person, rows: Vec<Row>) -> impl Iterator<Item = Row> {
    rows.into_iter().map(move |row| Row { name: format!("{} @ {}", row.name, target.name), ..row })
}

fn say(answer: Result<(), Denied>) -> String {
    let right = |right: &Right| match right {
        Right::Privilege(privilege) => privilege.key().to_owned(),
        Right::Operation(operation) => operation.key().to_owned(),
        Right::DomainOperation(operation) => operation.key().to_owned(),
        Right::Role(role) => format!("role {}", role.key()),
        Right::OwnRole(role) => format!("role {role}"),
    };
    match answer {
        Ok(()) => "yes".to_owned(),
        Err(Denied::Missing(missing)) => format!("-{}", right(&missing)),
        Err(Denied::BeyondGrant(beyond)) => {
            format!("-giving {}", beyond.iter().map(right).collect::<Vec<_>>().join(" "))
        }
        Err(why) => format!("!{why}"),
    }
}

/// A table with a column for each of these people.
fn table(text: &mut String, title: &str, people: &[Person], column: impl Fn(&Person) -> Vec<Row>) {
    let columns: Vec<Vec<Row>> = people.iter().map(column).collect();
    if columns[0].is_empty() {
        return;
    }
    let mut line = |action: &str, cells: &mut dyn Iterator<Item = &str>| {
        let cells: Vec<String> = cells.map(|cell| format!("{cell:<24}")).collect();
        let _ = writeln!(text, "{action:<56}{}", cells.join(" ").trim_end());
    };
    line(&format!("== {title}"), &mut people.iter().map(|person| person.name));
    for (number, row) in columns[0].iter().enumerate() {
        line(&row.name, &mut columns.iter().map(|column| column[number].answer.as_str()));
    }
}

#[test]
fn the_matrix_is_as_reviewed() {
    for family in &FAMILIES {
        let path = format!("{}/tests/access_matrix/{}.txt", env!("CARGO_MANIFEST_DIR"), family.name);
        let now = family.matrix();
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &now).expect("the matrix is written");
        }
        let reviewed = fs::read_to_string(&path).expect("the matrix is there");
        for (line, (now, reviewed)) in now.lines().zip(reviewed.lines()).enumerate() {
            assert_eq!(now, reviewed, "line {} of {}.txt", line + 1, family.name);
        }
        assert_eq!(now.lines().count(), reviewed.lines().count());
    }
}

#[test]
fn every_action_has_a_row() {
    let people = people();
    let owner = actor(&people[0], AccountStatus::Active, Viewing::Off);
    let mut names = BTreeSet::new();
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/access/actions")).expect("a folder") {
        let path = file.expect("a file").path();
        let name = path.file_stem().expect("a name").to_str().expect("text").to_owned();
        let family = FAMILIES.iter().find(|family| family.name == name).expect("its rows are here");
        let rows = [family.about_the_account(&owner), family.about(&owner, &people[1])];
        let mut shown: BTreeSet<String> = rows.into_iter().flatten().map(|row| row.action).collect();
        shown.extend(family.without_a_row.iter().map(|&action| action.to_owned()));
        assert_eq!(shown, declared(&fs::read_to_string(&path).expect("text")), "{name}");
        names.insert(name);
    }
    assert_eq!(names.len(), FAMILIES.len());
}

/// The actions of a family, as its file has them.
fn declared(file: &str) -> BTreeSet<String> {
    let mut enums = file.split("pub enum ").skip(1);
    let body = enums.find(|rest| word(rest).ends_with("Action")).expect("a family of actions");
    let lines = body.split("\n}").next().unwrap_or_default().lines().filter_map(|line| line.strip_prefix("    "));
    lines.filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase())).map(|line| word(line).to_owned()).collect()
}

#[test]
fn nobody_but_owners_reaches_an_owner() {
    let people = people();
    for person in people.iter().filter(|person| person.owner.is_none()) {
        let actor = actor(person, AccountStatus::Active, Viewing::Off);
        for owner in people.iter().filter(|target| target.owner.is_some()) {
            for Row { name, answer, .. } in FAMILIES.iter().flat_map(|family| family.about(&actor, owner)) {
                let looks = ["see", "see why sign-in fails"].contains(&name.as_str());
                assert!(looks || answer != "yes", "{} could {name} the {}", person.name, owner.name);
            }
        }
    }
}

#[test]
fn what_is_refused_before_a_contact_is_read_is_refused_afterwards_in_the_same_words() {
    let people = people();
    let asked_first =
        |target| FAMILIES.iter().flat_map(|family| (family.asked_first)(target)).collect::<Vec<Action<'_>>>();
    for status in AccountStatus::ALL {
        for person in &people {
            let actor = actor(person, status, Viewing::Off);
            for found in people.iter().filter(|found| found.contact != person.contact) {
                for credentials in [Credentials::None, Credentials::HeldHere, Credentials::Own] {
                    let (unread, read) = (Target::unread(found.contact), found.target(credentials));
                    for (first, then) in asked_first(unread).iter().zip(asked_first(read)) {
                        if let Err(why) = actor.check(*first) {
                            let answer = actor.check(then).err();
                            assert_eq!(answer, Some(why), "{} @ {}: {first:?}", person.name, found.name);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn viewing_as_a_contact_changes_nothing() {
    for person in people() {
        let actor = actor(&person, AccountStatus::Active, Viewing::AsContact { by: NOBODY });
        for target in people() {
            for Row { name, answer, .. } in FAMILIES.iter().flat_map(|family| family.about(&actor, &target)) {
                assert!(name.starts_with("see") || answer != "yes", "viewing as {} could {name}", person.name);
            }
        }
    }
}
