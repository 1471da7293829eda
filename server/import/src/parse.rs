//! From one JSON object to a record.

use crate::fields::{Fields, FromKey, keys};
use crate::problem::NOT_A_HASH;
use crate::record::{
    AccountRecord, ContactRecord, DomainGrants, DomainRecord, GrantsOn, InvoiceRecord, Kind, Password, PasswordBy,
    PersonRecord, Record, ServiceRecord,
};
use crate::value::ExternalId;
use domain::billing::{InvoiceStatus, is_currency};
use domain::category::Category;
use domain::contact::NAME_MAX;
use domain::domains::DomainStatus;
use domain::email::EmailAddress;
use domain::operation::{DomainOperation, DomainOperationSet, Operation};
use domain::owner::OwnerKind;
use domain::person::Language;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::right::Right;
use domain::role::Role;
use domain::service::{Period, ServiceKind, ServiceStatus};
use domain::status::AccountStatus;
use domain::status::ContactState;
use portal::base::passwords;

/// The longest name of an account, product, service or domain, in characters.
const TITLE_MAX: usize = 253;
/// The longest name of a driver.
const DRIVER_MAX: usize = 40;

/// Takes the fields of a record of this kind; `None` when one that it needs is missing or wrong, which is noted.
pub(crate) fn record(kind: Kind, fields: &mut Fields) -> Option<Record> {
    match kind {
        Kind::Account => account(fields).map(Record::Account),
        Kind::Person => person(fields).map(Record::Person),
        Kind::Contact => contact(fields).map(|contact| Record::Contact(Box::new(contact))),
        Kind::Service => service(fields).map(Record::Service),
        Kind::Domain => domain_name(fields).map(Record::Domain),
        Kind::Invoice => invoice(fields).map(Record::Invoice),
    }
}

fn id(fields: &mut Fields, field: &str) -> Option<ExternalId> {
    let id = fields.external(field);
    fields.required(field, id)
}

fn title(fields: &mut Fields, field: &str) -> Option<String> {
    let title = fields.line(field, TITLE_MAX);
    fields.required(field, title)
}

fn currency(fields: &mut Fields) -> Option<String> {
    let code = fields.raw("currency");
    let code = fields.required("currency", code)?;
    if is_currency(&code) {
        return Some(code);
    }
    fields.fail("currency", "not a currency code of three capital letters");
    None
}

fn account(fields: &mut Fields) -> Option<AccountRecord> {
    let (id, name) = (id(fields, "id"), title(fields, "name"));
    let status = fields.key("status", (status_key, || AccountStatus::ALL.map(AccountStatus::key).to_vec()));
    let currency = currency(fields);
    let hand_out = fields.keys("hand_out", keys!(Role)).map(|roles| roles.into_iter().collect());
    Some(AccountRecord {
        id: id?,
        name: name?,
        status: status.unwrap_or(AccountStatus::Active),
        currency: currency?,
        hand_out,
    })
}

/// The domain takes an unknown key for `closed`; a file is to say what it means.
fn status_key(key: &str) -> Option<AccountStatus> {
    AccountStatus::ALL.into_iter().find(|status| status.key() == key)
}

fn state_key(key: &str) -> Option<ContactState> {
    ContactState::ALL.into_iter().find(|state| *state != ContactState::Deleted && state.key() == key)
}

fn state_keys() -> Vec<&'static str> {
    ContactState::ALL.into_iter().filter(|state| *state != ContactState::Deleted).map(ContactState::key).collect()
}

fn person(fields: &mut Fields) -> Option<PersonRecord> {
    let id = id(fields, "id");
    let email = fields.raw("email");
    let email = fields
        .required("email", email)
        .and_then(|text| EmailAddress::parse(&text).map_err(|_| fields.fail("email", "not an email address")).ok());
    let first_name = fields.line("first_name", NAME_MAX);
    let first_name = fields.required("first_name", first_name);
    let last_name = fields.line("last_name", NAME_MAX);
    let last_name = fields.required("last_name", last_name);
    let language = fields.key("language", (spoken, || texts::languages().map(Language::tag).collect()));
    let time_zone = fields.raw("time_zone").filter(|name| {
        let known = jiff::tz::TimeZone::get(name).is_ok();
        if !known {
            fields.fail("time_zone", "not a time zone of the IANA database");
        }
        known
    });
    let (password, verified) = (password(fields), fields.flag("verified"));
    Some(PersonRecord {
        id: id?,
        email: email?,
        first_name: first_name?,
        last_name: last_name?,
        language,
        time_zone,
        password,
        verified,
    })
}

/// A language that the portal speaks, by its very tag.
fn spoken(tag: &str) -> Option<Language> {
    texts::spoken(tag).filter(|language| language.tag() == tag)
}

fn password(fields: &mut Fields) -> Option<Password> {
    let hash = fields.raw("password_hash");
    let by = fields.key("password_by", keys!(PasswordBy));
    match (hash, by) {
        (None, None) => None,
        (None, Some(_)) => {
            fields.fail("password_by", "there is no password_hash");
            None
        }
        (Some(hash), by) => {
            if !passwords::is_hash(&hash) {
                fields.fail("password_hash", NOT_A_HASH);
            }
            fields.required("password_by", by).map(|by| Password { hash, by })
        }
    }
}

fn contact(fields: &mut Fields) -> Option<ContactRecord> {
    let (id, account) = (id(fields, "id"), id(fields, "account"));
    let template = fields.raw("template").filter(|key| {
        let shaped = !key.is_empty()
            && key.len() <= 64
            && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-');
        if !shaped {
            fields.fail("template", "not a template's key");
        }
        shaped
    });
    let (privileges, on_all_domains) = privileges(fields);
    let mut domains: DomainGrants = grants_on(fields, "domains", keys!(DomainOperation));
    domains.all = domains.all.union(on_all_domains);
    Some(ContactRecord {
        person: fields.external("person"),
        owner: fields.key("owner", (OwnerKind::from_key, || vec!["legal", "co"])),
        state: fields.key("state", (state_key, state_keys)),
        first_name: fields.line("first_name", NAME_MAX),
        last_name: fields.line("last_name", NAME_MAX),
        email: fields.raw("email"),
        phone: fields.raw("phone"),
        note: fields.raw("note"),
        roles: fields.keys("roles", keys!(Role)).unwrap_or_default().into_iter().collect(),
        template,
        privileges,
        services: grants_on(fields, "services", keys!(Operation)),
        domains,
        notifications: fields.keys("notifications", keys!(Category)),
        ends: fields.when("ends"),
        id: id?,
        account: account?,
    })
}

/// The privileges. Files from before domains had rights of their own have what is done on all of them among these.
fn privileges(fields: &mut Fields) -> (PrivilegeSet, DomainOperationSet) {
    let (mut privileges, mut on_all_domains) = (PrivilegeSet::EMPTY, DomainOperationSet::EMPTY);
    for right in fields.keys("privileges", (listed, listed_keys)).unwrap_or_default() {
        match right {
            Right::Privilege(privilege) => privileges.insert(privilege),
            Right::DomainOperation(operation) => on_all_domains.insert(operation),
            Right::Operation(_) | Right::Role(_) | Right::OwnRole(_) => {}
        }
    }
    (privileges, on_all_domains)
}

fn listed(key: &str) -> Option<Right> {
    Right::from_key(key).filter(|right| matches!(right, Right::Privilege(_) | Right::DomainOperation(_)))
}

fn listed_keys() -> Vec<&'static str> {
    let on_domains = DomainOperation::ALL.iter().map(|operation| operation.key());
    Privilege::ALL.iter().map(|privilege| privilege.key()).chain(on_domains).collect()
}

/// What a contact may do on services, or on domains.
fn grants_on<O, S: Default + FromIterator<O>>(fields: &mut Fields, field: &str, keys: FromKey<O>) -> GrantsOn<S> {
    let mut grants = GrantsOn::default();
    for (name, operations) in fields.map_of_keys(field, keys) {
        let operations = operations.into_iter().collect();
        match name.as_str() {
            "all" => grants.all = operations,
            "new" => grants.new = operations,
            one => match ExternalId::parse(one) {
                Ok(one) => {
                    grants.each.insert(one, operations);
                }
                Err(why) => fields.fail(&format!("{field}.{one}"), why),
            },
        }
    }
    grants
}

fn service(fields: &mut Fields) -> Option<ServiceRecord> {
    let (id, account, name) = (id(fields, "id"), id(fields, "account"), title(fields, "name"));
    let product = title(fields, "product");
    let (driver, handle) = (fields.line("driver", DRIVER_MAX), fields.line("handle", TITLE_MAX));
    // Most drivers call it what people do.
    let handle = driver.as_ref().and(handle.or_else(|| name.clone()));
    let kind = fields.key("kind", keys!(ServiceKind));
    let kind = fields.required("kind", kind);
    let status = fields.key("status", keys!(ServiceStatus));
    let status = fields.required("status", status);
    let expires = fields.when("expires");
    let address = fields.address("address");
    let price_minor = fields.number("price_minor");
    if price_minor.is_some_and(i64::is_negative) {
        fields.fail("price_minor", "less than nothing");
    }
    let period = fields.key("period", keys!(Period));
    let next_due = fields.when("next_due");
    Some(ServiceRecord {
        id: id?,
        account: account?,
        name: name?,
        product: product?,
        driver,
        handle,
        kind: kind?,
        status: status?,
        expires,
        address,
        price_minor,
        period,
        next_due,
    })
}

fn domain_name(fields: &mut Fields) -> Option<DomainRecord> {
    let (id, account, name) = (id(fields, "id"), id(fields, "account"), title(fields, "name"));
    let status = fields.key("status", keys!(DomainStatus));
    let status = fields.required("status", status);
    let expires = fields.when("expires");
    let (driver, handle) = (fields.line("driver", TITLE_MAX), fields.line("handle", TITLE_MAX));
    Some(DomainRecord { id: id?, account: account?, name: name?, status: status?, expires, driver, handle })
}

fn invoice(fields: &mut Fields) -> Option<InvoiceRecord> {
    let (id, account, number) = (id(fields, "id"), id(fields, "account"), title(fields, "number"));
    let status = fields.key("status", keys!(InvoiceStatus));
    let status = fields.required("status", status);
    let issued = fields.when("issued");
    let issued = fields.required("issued", issued);
    let due = fields.when("due");
    let total_minor = fields.number("total_minor");
    let total_minor = fields.required("total_minor", total_minor);
    let currency = currency(fields);
    Some(InvoiceRecord {
        id: id?,
        account: account?,
        number: number?,
        status: status?,
        issued: issued?,
        due,
        total_minor: total_minor?,
        currency: currency?,
    })
}
