//! From rows to records.

use super::{ExportError, Hashes};
use crate::record::{
    AccountRecord, ContactRecord, DomainGrants, DomainRecord, InvoiceRecord, Password, PasswordBy, PersonRecord,
    Record, ServiceGrants, ServiceRecord,
};
use crate::value::{ExternalId, When};
use crate::world::give;
use domain::billing::InvoiceStatus;
use domain::category::Category;
use domain::domains::DomainStatus;
use domain::email::EmailAddress;
use domain::owner::OwnerKind;
use domain::person::Language;
use domain::rights::Rights;
use domain::role::RoleSet;
use domain::service::{Period, ServiceKind, ServiceStatus};
use domain::status::AccountStatus;
use domain::status::ContactState;
use portal::base::error::{Failure, StoredError};
use portal::records::grants;
use portal::records::rows::{AccountRow, ContactRow, DomainRow, InvoiceRow, PersonRow, ServiceRow};
use portal::unit::Unit;
use sqlx::FromRow;
use std::collections::{BTreeMap, HashMap};

/// The id of the account with this id, external id, or `portico:` and its id.
pub(super) async fn find(unit: &mut Unit<'_>, account: &str) -> Result<Option<String>, Failure> {
    let id = ExternalId::parse(account).ok().and_then(|name| name.as_own().map(str::to_owned));
    let row: Option<(String,)> = sqlx::query_as("SELECT id FROM accounts WHERE id = $1 OR external_id = $2")
        .bind(id.unwrap_or_else(|| account.to_owned()))
        .bind(account)
        .fetch_optional(unit.connection())
        .await?;
    Ok(row.map(|(id,)| id))
}

/// Everything of an account that the format can say, in an order that reads well.
pub(super) async fn read(unit: &mut Unit<'_>, account: &str, hashes: Hashes) -> Result<Vec<Record>, ExportError> {
    let own: AccountRow =
        sqlx::query_as("SELECT id, external_id, name, status, currency, hand_out FROM accounts WHERE id = $1")
            .bind(account)
            .fetch_one(unit.connection())
            .await
            .map_err(Failure::from)?;
    let mut names = Names {
        account: ExternalId::of(own.external_id.as_deref(), &own.id),
        persons: HashMap::new(),
        services: HashMap::new(),
        domains: HashMap::new(),
    };
    let mut records = vec![Record::Account(account_record(&own, &names)?)];
    for person in persons(unit, account).await? {
        names.persons.insert(person.id.clone(), ExternalId::of(person.external_id.as_deref(), &person.id));
        records.push(Record::Person(person_record(&person, &names, hashes)?));
    }
    for service in services(unit, account).await? {
        let name = ExternalId::of(service.external_id.as_deref(), &service.id);
        names.services.insert(service.id.clone(), name.clone());
        records.push(Record::Service(service_record(service, name, &names)?));
    }
    let domains = domains(unit, account).await?;
    for domain in &domains {
        names.domains.insert(domain.id.clone(), ExternalId::of(domain.external_id.as_deref(), &domain.id));
    }
    let (mut given, mut chosen) = (grants(unit, account).await?, choices(unit, account).await?);
    for contact in contacts(unit, account).await? {
        let rights = given.remove(&contact.id).unwrap_or_default();
        let categories = chosen.remove(&contact.id).unwrap_or_default();
        records.push(Record::Contact(Box::new(contact_record(contact, rights, categories, &names)?)));
    }
    for domain in domains {
        records.push(Record::Domain(domain_record(domain, &names)?));
    }
    for invoice in invoices(unit, account).await? {
        records.push(Record::Invoice(invoice_record(invoice, &names)?));
    }
    Ok(records)
}

/// What things are called in the file.
struct Names {
    account: ExternalId,
    persons: HashMap<String, ExternalId>,
    services: HashMap<String, ExternalId>,
    domains: HashMap<String, ExternalId>,
}

macro_rules! rows_of {
    ($($name:ident -> $row:ty: $statement:literal;)+) => {$(
        async fn $name(unit: &mut Unit<'_>, account: &str) -> Result<Vec<$row>, Failure> {
            Ok(sqlx::query_as($statement).bind(account).fetch_all(unit.connection()).await?)
        }
    )+};
}

rows_of! {
    persons -> PersonRow: "SELECT p.id, p.external_id, p.email, p.email_key, p.imported_email_key, p.first_name, \
        p.last_name, p.language, p.time_zone, p.password_hash, p.password_by, p.verified_at \
        FROM persons p JOIN contacts c ON c.person_id = p.id \
        WHERE c.account_id = $1 AND c.state <> 'deleted' ORDER BY p.email_key, p.id";
    services -> ServiceRow: "SELECT account_id, id, external_id, name, product, driver, handle, kind, status, expires_at, address, \
        price_minor, currency, period, next_due_at FROM services WHERE account_id = $1 ORDER BY sort_name, id";
    contacts -> ContactRow: "SELECT account_id, id, external_id, person_id, owner, state, first_name, last_name, email, \
        email_key, phone, note, template, COALESCE(ends_at_as_contact, ends_at) AS ends_at, notifications_set, \
        version FROM contacts WHERE account_id = $1 AND state <> 'deleted' ORDER BY rank, sort_name, id";
    domains -> DomainRow: "SELECT account_id, id, external_id, name, status, expires_at, driver, handle FROM domains \
        WHERE account_id = $1 ORDER BY sort_name, id";
    invoices -> InvoiceRow: "SELECT account_id, id, external_id, number, status, issued_at, due_at, total_minor, \
        currency FROM invoices WHERE account_id = $1 ORDER BY issued_at, id";
}

#[derive(FromRow)]
struct GrantRow {
    subject_id: String,
    kind: String,
    scope_kind: String,
    scope: String,
    key: String,
}

async fn grants(unit: &mut Unit<'_>, account: &str) -> Result<HashMap<String, Rights>, Failure> {
    let rows: Vec<GrantRow> = sqlx::query_as(
        "SELECT subject_id, kind, scope_kind, scope, key FROM grants \
         WHERE account_id = $1 AND starts_at IS NULL AND ends_at IS NULL",
    )
    .bind(account)
    .fetch_all(unit.connection())
    .await?;
    let mut all = HashMap::new();
    for GrantRow { subject_id, kind, scope_kind, scope, key } in rows {
        give(all.entry(subject_id).or_default(), &kind, (&scope_kind, &scope), &key);
    }
    Ok(all)
}

async fn choices(unit: &mut Unit<'_>, account: &str) -> Result<HashMap<String, Vec<Category>>, Failure> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SELECT contact_id, category FROM notification_choices WHERE account_id = $1")
            .bind(account)
            .fetch_all(unit.connection())
            .await?;
    let mut all: HashMap<String, Vec<Category>> = HashMap::new();
    for (contact, category) in rows {
        all.entry(contact).or_default().extend(Category::from_key(&category));
    }
    for chosen in all.values_mut() {
        chosen.sort_unstable();
    }
    Ok(all)
}

/// A stored key that this version does not know can't be written as something else.
fn known<T>(value: Option<T>, what: &str, key: &str) -> Result<T, ExportError> {
    value.ok_or_else(|| ExportError::Data(format!("unknown {what} {key:?}")))
}

fn account_record(row: &AccountRow, names: &Names) -> Result<AccountRecord, ExportError> {
    let status = AccountStatus::ALL.into_iter().find(|status| status.key() == row.status);
    Ok(AccountRecord {
        id: names.account.clone(),
        name: row.name.clone(),
        status: known(status, "status of an account", &row.status)?,
        currency: row.currency.clone(),
        hand_out: Some(grants::roles(&row.hand_out)).filter(|roles| *roles != RoleSet::all()),
    })
}

fn person_record(row: &PersonRow, names: &Names, hashes: Hashes) -> Result<PersonRecord, ExportError> {
    let hash = row.password_hash.clone().filter(|_| hashes == Hashes::Include);
    let by = PasswordBy::from_key(&row.password_by);
    Ok(PersonRecord {
        id: known(names.persons.get(&row.id).cloned(), "person", &row.id)?,
        email: address(&row.email)?,
        first_name: row.first_name.clone(),
        last_name: row.last_name.clone(),
        language: row.language.as_deref().and_then(Language::from_tag),
        time_zone: row.time_zone.clone(),
        password: hash.zip(by).map(|(hash, by)| Password { hash, by }),
        verified: row.verified_at.is_some(),
    })
}

fn address(text: &str) -> Result<EmailAddress, ExportError> {
    EmailAddress::parse(text).map_err(|_| Failure::from(StoredError("an address is malformed".to_owned())).into())
}

fn contact_record(
    row: ContactRow,
    rights: Rights,
    categories: Vec<Category>,
    names: &Names,
) -> Result<ContactRecord, ExportError> {
    let state = ContactState::ALL.into_iter().find(|state| state.key() == row.state);
    let person = row.person_id.as_deref().map(|id| known(names.persons.get(id).cloned(), "person", id)).transpose()?;
    let owner = row.owner.as_deref().map(|key| known(OwnerKind::from_key(key), "owner", key)).transpose()?;
    Ok(ContactRecord {
        id: ExternalId::of(row.external_id.as_deref(), &row.id),
        account: names.account.clone(),
        owner,
        state: Some(known(state, "state of a contact", &row.state)?),
        first_name: Some(row.first_name),
        last_name: Some(row.last_name),
        // With a login it is the person's.
        email: person.is_none().then_some(row.email),
        person,
        phone: Some(row.phone).filter(|phone| !phone.is_empty()),
        note: Some(row.note).filter(|note| !note.is_empty()),
        roles: rights.roles,
        template: row.template,
        privileges: rights.privileges,
        services: ServiceGrants {
            all: rights.all_services,
            new: rights.new_services,
            each: each(&rights.services, &names.services),
        },
        domains: DomainGrants {
            all: rights.all_domains,
            new: rights.new_domains,
            each: each(&rights.domains, &names.domains),
        },
        notifications: (row.notifications_set == 1).then_some(categories),
        ends: row.ends_at.map(When),
    })
}

fn each<I: ToString, O: Copy + Default + PartialEq>(
    given: &BTreeMap<I, O>,
    names: &HashMap<String, ExternalId>,
) -> BTreeMap<ExternalId, O> {
    let each = given.iter().filter_map(|(id, set)| Some((names.get(&id.to_string())?.clone(), *set)));
    each.filter(|(_, set)| *set != O::default()).collect()
}

fn service_record(row: ServiceRow, id: ExternalId, names: &Names) -> Result<ServiceRecord, ExportError> {
    Ok(ServiceRecord {
        id,
        account: names.account.clone(),
        name: row.name,
        product: row.product,
        driver: row.driver,
        handle: row.handle,
        kind: known(ServiceKind::from_key(&row.kind), "kind of a service", &row.kind)?,
        status: known(ServiceStatus::from_key(&row.status), "status of a service", &row.status)?,
        expires: row.expires_at.map(When),
        // One that a driver wrote otherwise is left out.
        address: row.address.and_then(|address| address.parse().ok()),
        price_minor: row.price_minor,
        period: row.period.map(|key| known(Period::from_key(&key), "period of a service", &key)).transpose()?,
        next_due: row.next_due_at.map(When),
    })
}

fn domain_record(row: DomainRow, names: &Names) -> Result<DomainRecord, ExportError> {
    Ok(DomainRecord {
        id: ExternalId::of(row.external_id.as_deref(), &row.id),
        account: names.account.clone(),
        name: row.name,
        status: known(DomainStatus::from_key(&row.status), "status of a domain", &row.status)?,
        expires: row.expires_at.map(When),
        driver: row.driver,
        handle: row.handle,
    })
}

fn invoice_record(row: InvoiceRow, names: &Names) -> Result<InvoiceRecord, ExportError> {
    Ok(InvoiceRecord {
        id: ExternalId::of(row.external_id.as_deref(), &row.id),
        account: names.account.clone(),
        number: row.number,
        status: known(InvoiceStatus::from_key(&row.status), "status of an invoice", &row.status)?,
        issued: When(row.issued_at),
        due: row.due_at.map(When),
        total_minor: row.total_minor,
        currency: row.currency,
    })
}
