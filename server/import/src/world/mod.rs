//! What is stored already of the things a file speaks of, and of whatever they could collide with.

mod names;

use self::names::{Names, split};
use crate::plan::FullContact;
use crate::read::Lines;
use crate::sql::{find, find_by};
use crate::value::ExternalId;
use domain::right::Right;
use domain::rights::Rights;
use portal::base::dialect::{Both, Dialect, both};
use portal::base::error::Failure;
use portal::records::grants;
use portal::records::rows::{AccountRow, ContactRow, DomainRow, InvoiceRow, PersonRow, Row, ServiceRow};
use portal::unit::Unit;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// Rows by id and by external id.
#[derive(Debug)]
pub(crate) struct Table<R> {
    pub(crate) rows: HashMap<String, R>,
    by_external: HashMap<(String, String), String>,
}

impl<R: Row> Table<R> {
    fn new(rows: Vec<R>) -> Self {
        let mut table = Self { rows: HashMap::with_capacity(rows.len()), by_external: HashMap::new() };
        table.add(rows);
        table
    }

    fn add(&mut self, rows: Vec<R>) {
        for row in rows {
            if let Some(external) = row.external() {
                self.by_external.insert((row.account().to_owned(), external.to_owned()), row.id().to_owned());
            }
            self.rows.insert(row.id().to_owned(), row);
        }
    }

    /// The row of the account (empty: of none) that has this name.
    pub(crate) fn named(&self, account: &str, name: &ExternalId) -> Option<&R> {
        if let Some(own) = name.as_own() {
            return self.rows.get(own).filter(|row| row.account() == account);
        }
        self.by_external.get(&(account.to_owned(), name.as_str().to_owned())).and_then(|id| self.rows.get(id))
    }
}

/// Everything read.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) accounts: Table<AccountRow>,
    pub(crate) persons: Table<PersonRow>,
    pub(crate) services: Table<ServiceRow>,
    pub(crate) domains: Table<DomainRow>,
    pub(crate) invoices: Table<InvoiceRow>,
    pub(crate) contacts: Table<ContactRow>,
    rights: HashMap<String, Rights>,
    categories: HashMap<String, BTreeSet<String>>,
}

const PERSONS: Both = both!(
    "SELECT id, external_id, email, email_key, imported_email_key, first_name, last_name, language, \
    time_zone, password_hash, password_by, verified_at FROM persons \
    WHERE id IN ",
    list("$1"),
    " OR external_id IN ",
    list("$2"),
    " OR email_key IN ",
    list("$3")
);

macro_rules! contacts_where {
    ($($condition:tt)+) => {
        both!(
            "SELECT c.account_id, c.id, c.external_id, c.person_id, c.owner, c.state, c.first_name, c.last_name, \
             c.email, c.email_key, c.phone, c.note, c.template, COALESCE(c.ends_at_as_contact, c.ends_at) AS ends_at, \
             c.notifications_set, c.version FROM contacts c WHERE ",
            $($condition)+
        )
    };
}

/// Contacts of the file's people on any account: their addresses follow the person's.
const LINKED: Both = contacts_where!("c.person_id IN ", list("$1"));
/// Contacts that the file names, that could be in its way, and that get operations on services or domains that arrive.
const NAMED: Both = contacts_where!(
    "(c.account_id IN ",
    list("$1"),
    " AND (c.owner IS NOT NULL OR c.external_id IN ",
    list("$2"),
    " OR c.email_key IN ",
    list("$3"),
    " \
     OR c.id IN (SELECT g.subject_id FROM grants g WHERE g.account_id = c.account_id AND g.subject_id = c.id \
     AND g.scope_kind IN ('service', 'domain') AND g.scope = 'new'))) OR c.id IN ",
    list("$4")
);

impl World {
    /// Reads what the lines speak of.
    pub(crate) async fn read(unit: &mut Unit<'_>, lines: &Lines) -> Result<Self, Failure> {
        let names = Names::of(lines);
        let dialect = unit.dialect();
        let (ids, externals) = split(&names.accounts);
        let accounts: Vec<AccountRow> = find(
            unit.connection(),
            dialect,
            both!(
                "SELECT id, external_id, name, status, currency, hand_out FROM accounts \
             WHERE id IN ",
                list("$1"),
                " OR external_id IN ",
                list("$2")
            ),
            &[&ids, &externals],
        )
        .await?;
        let (ids, externals) = split(&names.persons);
        let mut emails: Vec<String> = names.emails.iter().cloned().collect();
        let mut persons: Table<PersonRow> =
            Table::new(find(unit.connection(), dialect, PERSONS, &[&ids, &externals, &emails]).await?);
        emails.extend(persons.rows.values().map(|person| person.email_key.clone()));
        let contacts = contacts(unit, &names, &accounts, &persons, &emails).await?;
        let linked: Vec<String> = contacts.rows.values().filter_map(|contact| contact.person_id.clone()).collect();
        persons.add(find(unit.connection(), dialect, PERSONS, &[&linked, &[], &[]]).await?);
        let within = [ids_of(&accounts), split(&names.owned).0];
        let rights = rights(unit, dialect, &contacts).await?;
        let categories = categories(unit, dialect, &contacts).await?;
        let lists = [within[0].as_slice(), within[1].as_slice()];
        let connection = unit.connection();
        Ok(Self {
            services: Table::new(find(connection, dialect, SERVICES, &lists).await?),
            domains: Table::new(find(connection, dialect, DOMAINS, &lists).await?),
            invoices: Table::new(find(connection, dialect, INVOICES, &lists).await?),
            accounts: Table::new(accounts),
            persons,
            contacts,
            rights,
            categories,
        })
    }

    /// A contact with what goes with it.
    pub(crate) fn full(&self, row: &ContactRow) -> FullContact {
        FullContact {
            row: row.clone(),
            rights: self.rights.get(&row.id).cloned().unwrap_or_default(),
            categories: self.categories.get(&row.id).cloned().unwrap_or_default(),
        }
    }
}

const SERVICES: Both = both!(
    "SELECT account_id, id, external_id, name, product, driver, handle, kind, status, expires_at, address, price_minor, currency, \
    period, next_due_at FROM services WHERE account_id IN ",
    list("$1"),
    " OR id IN ",
    list("$2")
);
const DOMAINS: Both = both!(
    "SELECT account_id, id, external_id, name, status, expires_at, driver, handle FROM domains \
    WHERE account_id IN ",
    list("$1"),
    " OR id IN ",
    list("$2")
);
const INVOICES: Both = both!(
    "SELECT account_id, id, external_id, number, status, issued_at, due_at, total_minor, currency \
    FROM invoices WHERE account_id IN ",
    list("$1"),
    " OR id IN ",
    list("$2")
);

fn ids_of<R: Row>(rows: &[R]) -> Vec<String> {
    rows.iter().map(|row| row.id().to_owned()).collect()
}

async fn contacts(
    unit: &mut Unit<'_>,
    names: &Names<'_>,
    accounts: &[AccountRow],
    persons: &Table<PersonRow>,
    emails: &[String],
) -> Result<Table<ContactRow>, Failure> {
    let dialect = unit.dialect();
    let people: Vec<String> = persons.rows.keys().cloned().collect();
    let linked: Vec<ContactRow> = find(unit.connection(), dialect, LINKED, &[&people]).await?;
    let within: BTreeSet<String> =
        linked.iter().map(|contact| contact.account_id.clone()).chain(ids_of(accounts)).collect();
    let within: Vec<String> = within.into_iter().collect();
    let (ids, externals) = split(&names.contacts);
    let mut contacts = Table::new(linked);
    contacts.add(find(unit.connection(), dialect, NAMED, &[&within, &externals, emails, &ids]).await?);
    Ok(contacts)
}

async fn rights(
    unit: &mut Unit<'_>,
    dialect: Dialect,
    contacts: &Table<ContactRow>,
) -> Result<HashMap<String, Rights>, Failure> {
    // What has a beginning or an end can't be said in the format, so an import leaves it alone. One row a contact: rows
    // cost more than what is in them.
    let rows: Vec<(String, String)> = find_by(
        unit.connection(),
        dialect,
        both!(
            "SELECT g.subject_id, ",
            json("g.kind, g.scope_kind, g.scope, g.key"),
            " FROM ",
            rows("$1"),
            " \
         JOIN grants g ON g.account_id = e.value ->> 'account' AND g.subject_id = e.value ->> 'contact' \
         WHERE g.starts_at IS NULL AND g.ends_at IS NULL GROUP BY g.subject_id"
        ),
        &keys_of(contacts),
    )
    .await?;
    let given = rows.into_iter().map(|(contact, list)| {
        let mut rights = Rights::default();
        for (kind, scope_kind, scope, key) in serde_json::from_str::<Vec<(String, String, String, String)>>(&list)? {
            give(&mut rights, &kind, (&scope_kind, &scope), &key);
        }
        Ok((contact, rights))
    });
    given.collect()
}

async fn categories(
    unit: &mut Unit<'_>,
    dialect: Dialect,
    contacts: &Table<ContactRow>,
) -> Result<HashMap<String, BTreeSet<String>>, Failure> {
    let rows: Vec<(String, String)> = find_by(
        unit.connection(),
        dialect,
        both!(
            "SELECT n.contact_id, ",
            json("n.category"),
            " FROM ",
            rows("$1"),
            " \
         JOIN notification_choices n ON n.account_id = e.value ->> 'account' AND n.contact_id = e.value ->> 'contact' \
         GROUP BY n.contact_id"
        ),
        &keys_of(contacts),
    )
    .await?;
    let chosen = rows.into_iter().map(|(contact, list)| {
        let categories: Vec<(String,)> = serde_json::from_str(&list)?;
        Ok((contact, categories.into_iter().map(|(category,)| category).collect()))
    });
    chosen.collect()
}

/// The key of a contact, for looking up what goes with it.
#[derive(Serialize)]
struct ContactKey<'a> {
    account: &'a str,
    contact: &'a str,
}

fn keys_of(contacts: &Table<ContactRow>) -> Vec<ContactKey<'_>> {
    contacts.rows.values().map(|row| ContactKey { account: &row.account_id, contact: &row.id }).collect()
}

/// Takes one stored grant in. One that is not understood, or is a role that the account made, is left where it is.
pub(crate) fn give(held: &mut Rights, kind: &str, scope: (&str, &str), key: &str) {
    match grants::understood(kind, scope, key) {
        Some((Right::OwnRole(_), _)) | None => {}
        Some((right, place)) => held.give(right, &place),
    }
}
