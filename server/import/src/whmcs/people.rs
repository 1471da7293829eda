//! Users become people; what joins them to a client, and the client's other contacts, become contacts.

use super::contact::{categories, contact, phone, preferences};
use super::csv_table::{Row, Table};
use super::{Mapping, Tables, name, rights};
use crate::problem::{NOT_A_HASH, Place};
use crate::record::{ContactRecord, Password, PasswordBy, PersonRecord, Record};
use crate::value::ExternalId;
use domain::contact::NAME_MAX;
use domain::email::EmailAddress;
use domain::owner::OwnerKind;
use domain::person::Language;
use domain::text;
use portal::base::canon;
use portal::base::passwords;
use std::collections::{HashMap, HashSet};

/// Somebody who signs in.
struct User {
    person: ExternalId,
    email_key: String,
    first_name: String,
    last_name: String,
}

/// The contacts of each client so far: where each address stands among the lines.
type Taken = HashMap<(u64, String), usize>;

pub(super) fn map(mapping: &mut Mapping, tables: &Tables) {
    let mut users = users(mapping, &tables.users);
    let (mut taken, mut owned) = (Taken::new(), HashSet::new());
    members(mapping, tables, &users, &mut taken, &mut owned);
    for row in &tables.clients.rows {
        let Some(client) = tables.clients.number(row, "id").filter(|client| !owned.contains(client)) else { continue };
        owner_of(mapping, &tables.clients, row, client, &mut users, &mut taken);
    }
    contacts(mapping, &tables.contacts, &mut taken);
}

fn users(mapping: &mut Mapping, table: &Table) -> HashMap<u64, User> {
    let mut users = HashMap::new();
    for row in &table.rows {
        let Some((id, person)) = table.number(row, "id").and_then(|id| Some((id, name("user", id)?))) else {
            mapping.lines.fail(&row.place, Some("id"), "not a number");
            continue;
        };
        let Some((email, email_key)) = email(mapping, table, row) else {
            mapping.lines.broken.insert(person);
            continue;
        };
        let first_name = person_name(table, row, "first_name");
        let last_name = person_name(table, row, "last_name");
        let record = PersonRecord {
            id: person.clone(),
            email,
            first_name: first_name.clone(),
            last_name: last_name.clone(),
            language: language(mapping, table, row),
            time_zone: None,
            password: password(mapping, table, row),
            verified: table.date(row, "email_verified_at").is_some(),
        };
        mapping.push(&row.place, Record::Person(record));
        users.insert(id, User { person, email_key, first_name, last_name });
    }
    users
}

fn email(mapping: &mut Mapping, table: &Table, row: &Row) -> Option<(EmailAddress, String)> {
    let typed = table.text(row, "email");
    let email = typed.as_deref().and_then(|text| EmailAddress::parse(text).ok());
    let found = email.and_then(|email| canon::email_key(&email).ok().map(|key| (email, key)));
    if found.is_none() {
        mapping.lines.fail(&row.place, Some("email"), if typed.is_some() { "not an email address" } else { "missing" });
    }
    found
}

/// WHMCS lets names be empty; here they stand as a dash.
fn person_name(table: &Table, row: &Row, column: &str) -> String {
    let typed = table.text(row, column).and_then(|text| text::line(&text, NAME_MAX).ok());
    typed.filter(|name| !name.is_empty()).unwrap_or_else(|| "-".to_owned())
}

fn language(mapping: &mut Mapping, table: &Table, row: &Row) -> Option<Language> {
    let name = table.text(row, "language")?;
    let tag = LANGUAGES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(tag, _)| *tag);
    let language = tag.and_then(texts::spoken);
    if language.is_none() {
        mapping.notes.at(&row.place, format!("the language {name:?} is not one of the portal's"));
    }
    language
}

/// The languages of WHMCS, by the names of its files (developers.whmcs.com, Languages).
const LANGUAGES: &[(&str, &[&str])] = &[
    ("ar", &["arabic"]),
    ("az", &["azerbaijani"]),
    ("ca", &["catalan"]),
    ("cs", &["czech"]),
    ("da", &["danish"]),
    ("de", &["german", "deutsch"]),
    ("en", &["english"]),
    ("es", &["spanish"]),
    ("et", &["estonian"]),
    ("fa", &["farsi"]),
    ("fr", &["french"]),
    ("he", &["hebrew"]),
    ("hr", &["croatian"]),
    ("hu", &["hungarian"]),
    ("it", &["italian"]),
    ("mk", &["macedonian"]),
    ("nb", &["norwegian"]),
    ("nl", &["dutch"]),
    ("pl", &["polish"]),
    ("pt-BR", &["portuguese-br"]),
    ("pt-PT", &["portuguese-pt"]),
    ("ro", &["romanian"]),
    ("ru", &["russian"]),
    ("sv", &["swedish"]),
    ("tr", &["turkish"]),
    ("uk", &["ukranian"]),
    ("zh", &["chinese"]),
];

fn password(mapping: &mut Mapping, table: &Table, row: &Row) -> Option<Password> {
    let hash = table.text(row, "password")?;
    if passwords::is_usable_hash(&hash) {
        return Some(Password { hash, by: PasswordBy::Oneself });
    }
    let note = format!("the password is {NOT_A_HASH}: its owner sets a new one by Forgot your password?");
    mapping.notes.at(&row.place, note);
    None
}

/// Users with access to clients, owners among them.
fn members(
    mapping: &mut Mapping,
    tables: &Tables,
    users: &HashMap<u64, User>,
    taken: &mut Taken,
    owned: &mut HashSet<u64>,
) {
    let table = &tables.users_clients;
    let clients: HashMap<u64, &Row> =
        tables.clients.rows.iter().filter_map(|row| Some((tables.clients.number(row, "id")?, row))).collect();
    for row in &table.rows {
        let Some((client, account)) = mapping.account(table, row, "client_id") else { continue };
        let Some((number, user)) = table.number(row, "auth_user_id").and_then(|id| Some((id, users.get(&id)?))) else {
            mapping.notes.at(&row.place, "skipped: its user is not in tblusers.csv or is invalid there");
            continue;
        };
        let Some(mut contact) = name("user", number).map(|id| contact(id, account)) else { continue };
        contact.person = Some(user.person.clone());
        contact.first_name = Some(user.first_name.clone());
        contact.last_name = Some(user.last_name.clone());
        if table.flag(row, "owner") {
            if owned.insert(client) {
                contact.owner = Some(OwnerKind::Legal);
            } else {
                mapping.notes.at(&row.place, "the client has another owner: taken as a co-owner");
                contact.owner = Some(OwnerKind::CoOwner);
            }
            if let Some(row) = clients.get(&client) {
                contact.phone = phone(mapping, &tables.clients, row);
                contact.notifications = preferences(&tables.clients, row);
            }
        } else {
            let mapped = rights::map(&table.text(row, "permissions").unwrap_or_default());
            for note in mapped.unmapped {
                mapping.notes.at(&row.place, note);
            }
            contact.privileges = mapped.privileges;
            contact.services = mapped.services;
            contact.domains = mapped.domains;
        }
        add(mapping, taken, client, user.email_key.clone(), &row.place, contact);
    }
}

/// The owner of a client that no user owns, which is how it is before WHMCS 8 and after a user was deleted.
fn owner_of(
    mapping: &mut Mapping,
    table: &Table,
    row: &Row,
    client: u64,
    users: &mut HashMap<u64, User>,
    taken: &mut Taken,
) {
    let (Some(account), Some((email, email_key))) = (name("client", client), email(mapping, table, row)) else {
        return;
    };
    mapping.notes.at(&row.place, "no user owns this client: its own address is used");
    let (first_name, last_name) = (person_name(table, row, "firstname"), person_name(table, row, "lastname"));
    if let Some(at) = taken.get(&(client, email_key.clone()))
        && let Some((_, Record::Contact(contact))) = mapping.lines.records.get_mut(*at)
    {
        contact.owner = Some(OwnerKind::Legal);
        return;
    }
    let person = match users.values().find(|user| user.email_key == email_key) {
        Some(user) => Some(user.person.clone()),
        None => name("client-user", client),
    };
    let Some(person) = person else { return };
    if !users.values().any(|user| user.email_key == email_key) {
        let record = PersonRecord {
            id: person.clone(),
            email,
            first_name: first_name.clone(),
            last_name: last_name.clone(),
            language: None,
            time_zone: None,
            password: password(mapping, table, row),
            verified: false,
        };
        mapping.push(&row.place, Record::Person(record));
        // Numbers of users begin at 1 and clients that share an address share the person.
        let user = User {
            person: person.clone(),
            email_key: email_key.clone(),
            first_name: first_name.clone(),
            last_name: last_name.clone(),
        };
        users.insert(u64::MAX - client, user);
    }
    let Some(mut contact) = name("client-user", client).map(|id| contact(id, account)) else { return };
    contact.person = Some(person);
    contact.owner = Some(OwnerKind::Legal);
    contact.first_name = Some(first_name);
    contact.last_name = Some(last_name);
    contact.phone = phone(mapping, table, row);
    contact.notifications = preferences(table, row);
    add(mapping, taken, client, email_key, &row.place, contact);
}

/// The client's further contacts, who have no login since WHMCS 8.
fn contacts(mapping: &mut Mapping, table: &Table, taken: &mut Taken) {
    for row in &table.rows {
        let Some((client, account)) = mapping.account(table, row, "userid") else { continue };
        let Some(id) = table.number(row, "id").and_then(|id| name("contact", id)) else {
            mapping.lines.fail(&row.place, Some("id"), "not a number");
            continue;
        };
        let Some((email, email_key)) = email(mapping, table, row) else { continue };
        let categories = categories(table, row);
        if table.flag(row, "affiliateemails") {
            mapping.notes.at(&row.place, "emails about affiliates have no counterpart");
        }
        if let Some(at) = taken.get(&(client, email_key.clone())) {
            // An address stands once on an account: who has it already gets these mails too.
            mapping.notes.at(&row.place, "joined to the contact of the client that has the same address");
            if let Some((_, Record::Contact(contact))) = mapping.lines.records.get_mut(*at) {
                let chosen = contact.notifications.get_or_insert_default();
                chosen.extend(categories);
                chosen.sort_unstable();
                chosen.dedup();
            }
            continue;
        }
        if table.flag(row, "subaccount") {
            mapping.notes.at(&row.place, "a sub-account from before WHMCS 8: taken without its login and permissions");
        }
        let mut contact = contact(id, account);
        contact.first_name = Some(person_name(table, row, "firstname"));
        contact.last_name = Some(person_name(table, row, "lastname"));
        contact.email = Some(email.to_string());
        contact.phone = phone(mapping, table, row);
        contact.notifications = Some(categories);
        add(mapping, taken, client, email_key, &row.place, contact);
    }
}

fn add(mapping: &mut Mapping, taken: &mut Taken, client: u64, key: String, place: &Place, contact: ContactRecord) {
    taken.insert((client, key), mapping.lines.records.len());
    mapping.push(place, Record::Contact(Box::new(contact)));
}
