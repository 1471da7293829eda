//! Hosting, domains and invoices.

use super::csv_table::{Row, Table};
use super::{Mapping, Tables, name};
use crate::record::{DomainRecord, InvoiceRecord, Record, ServiceRecord};
use crate::value::When;
use domain::billing::{InvoiceStatus, Money};
use domain::domains::DomainStatus;
use domain::service::{Period, ServiceKind, ServiceStatus};
use std::collections::HashMap;

pub(super) fn map(mapping: &mut Mapping, tables: &Tables) {
    services(mapping, &tables.hosting, &products(&tables.products));
    domains(mapping, &tables.domains);
    invoices(mapping, &tables.invoices);
}

/// Names and types of products.
fn products(table: &Table) -> HashMap<u64, (String, Option<String>)> {
    let named = table
        .rows
        .iter()
        .filter_map(|row| Some((table.number(row, "id")?, (table.text(row, "name")?, table.text(row, "type")))));
    named.collect()
}

fn services(mapping: &mut Mapping, table: &Table, products: &HashMap<u64, (String, Option<String>)>) {
    for row in &table.rows {
        let Some((client, account)) = mapping.account(table, row, "userid") else { continue };
        let Some((number, id)) = table.number(row, "id").and_then(|id| Some((id, name("service", id)?))) else {
            mapping.lines.fail(&row.place, Some("id"), "not a number");
            continue;
        };
        let package = table.number(row, "packageid");
        let product = package.and_then(|package| products.get(&package));
        let kind = kind(mapping, row, product.and_then(|(_, kind)| kind.as_deref()));
        let status = match table.text(row, "domainstatus").as_deref() {
            Some("Pending") => ServiceStatus::Pending,
            Some("Active") => ServiceStatus::Active,
            Some("Suspended") => ServiceStatus::Suspended,
            Some("Terminated" | "Cancelled" | "Fraud" | "Completed") => ServiceStatus::Ended,
            other => {
                let other = other.unwrap_or_default();
                mapping.notes.at(&row.place, format!("the status {other:?} is unknown and taken as suspended"));
                ServiceStatus::Suspended
            }
        };
        let is_for_ever =
            table.text(row, "billingcycle").is_some_and(|cycle| matches!(cycle.as_str(), "Free Account" | "One Time"));
        let due = when(mapping, table, row, "nextduedate");
        let period = match table.text(row, "billingcycle").as_deref() {
            Some("Monthly") => Some(Period::Month),
            Some("Quarterly") => Some(Period::Quarter),
            Some("Semi-Annually") => Some(Period::HalfYear),
            Some("Annually") => Some(Period::Year),
            // What is paid once, or less often than there are words for, shows no price.
            _ => None,
        };
        let currency = mapping.clients.get(&client).cloned().unwrap_or_default();
        let price = table.text(row, "amount").and_then(|amount| minor(&amount, &currency)).filter(|price| *price >= 0);
        let record = ServiceRecord {
            id,
            account,
            name: table.text(row, "domain").unwrap_or_else(|| format!("Service {number}")),
            product: match (product, package) {
                (Some((name, _)), _) => name.clone(),
                (None, Some(package)) => format!("Product {package}"),
                (None, None) => "Product".to_owned(),
            },
            driver: None,
            handle: None,
            kind,
            status,
            expires: due.filter(|_| !is_for_ever),
            address: table.text(row, "dedicatedip").and_then(|address| address.trim().parse().ok()),
            price_minor: price.filter(|_| period.is_some()),
            period,
            next_due: due.filter(|_| period.is_some()),
        };
        mapping.push(&row.place, Record::Service(record));
    }
}

fn kind(mapping: &mut Mapping, row: &Row, product: Option<&str>) -> ServiceKind {
    match product {
        Some("hostingaccount" | "reselleraccount") => ServiceKind::Hosting,
        Some("server") => ServiceKind::Vps,
        Some("other") => ServiceKind::Other,
        Some(unknown) => {
            mapping.notes.at(&row.place, format!("the type {unknown:?} of its product is unknown: taken as other"));
            ServiceKind::Other
        }
        None => {
            mapping.notes.at(&row.place, "no product in tblproducts.csv says what it is: taken as other");
            ServiceKind::Other
        }
    }
}

fn domains(mapping: &mut Mapping, table: &Table) {
    for row in &table.rows {
        let Some((_, account)) = mapping.account(table, row, "userid") else { continue };
        let id = table.number(row, "id").and_then(|id| name("domain", id));
        let (Some(id), Some(name)) = (id, table.text(row, "domain")) else {
            mapping.lines.fail(&row.place, Some("domain"), "without a name or a number");
            continue;
        };
        let status = match table.text(row, "status").as_deref() {
            Some("Pending" | "Pending Registration" | "Pending Transfer") => DomainStatus::Pending,
            Some("Active") => DomainStatus::Active,
            Some("Grace" | "Redemption" | "Expired") => DomainStatus::Expired,
            Some("Cancelled" | "Fraud" | "Transferred Away") => DomainStatus::Ended,
            other => {
                let other = other.unwrap_or_default();
                mapping.notes.at(&row.place, format!("the status {other:?} is unknown and taken as ended"));
                DomainStatus::Ended
            }
        };
        let expires = when(mapping, table, row, "expirydate");
        mapping.push(
            &row.place,
            Record::Domain(DomainRecord { id, account, name, status, expires, driver: None, handle: None }),
        );
    }
}

fn invoices(mapping: &mut Mapping, table: &Table) {
    for row in &table.rows {
        let Some((client, account)) = mapping.account(table, row, "userid") else { continue };
        let Some((number, id)) = table.number(row, "id").and_then(|id| Some((id, name("invoice", id)?))) else {
            mapping.lines.fail(&row.place, Some("id"), "not a number");
            continue;
        };
        let status = match table.text(row, "status").as_deref() {
            Some("Unpaid" | "Collections" | "Payment Pending") => InvoiceStatus::Unpaid,
            Some("Paid") => InvoiceStatus::Paid,
            Some("Cancelled") => InvoiceStatus::Cancelled,
            Some("Refunded") => InvoiceStatus::Refunded,
            Some("Draft") => {
                mapping.notes.at(&row.place, "skipped: it is a draft");
                continue;
            }
            other => {
                let other = other.unwrap_or_default();
                mapping.notes.at(&row.place, format!("skipped: the status {other:?} is unknown"));
                continue;
            }
        };
        let currency = mapping.clients.get(&client).cloned().unwrap_or_default();
        let total = table.text(row, "total").unwrap_or_else(|| "0".to_owned());
        let Some(total_minor) = minor(&total, &currency) else {
            mapping.lines.fail(&row.place, Some("total"), "not an amount");
            continue;
        };
        let Some(issued) = when(mapping, table, row, "date") else {
            mapping.lines.fail(&row.place, Some("date"), "missing");
            continue;
        };
        let record = InvoiceRecord {
            id,
            account,
            number: table.text(row, "invoicenum").unwrap_or_else(|| number.to_string()),
            status,
            issued,
            due: when(mapping, table, row, "duedate"),
            total_minor,
            currency,
        };
        mapping.push(&row.place, Record::Invoice(record));
    }
}

fn when(mapping: &mut Mapping, table: &Table, row: &Row, column: &str) -> Option<When> {
    let text = table.date(row, column)?;
    let when = When::parse(&text);
    if when.is_none() {
        mapping.lines.fail(&row.place, Some(column), "not a date");
    }
    when
}

/// An amount with up to two decimal places, as WHMCS keeps them all, in the minor units of its currency. What a
/// currency without them has behind the point must be zero.
fn minor(text: &str, currency: &str) -> Option<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || !whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    // The domain writes zero with just as many places as the currency has.
    let zero = Money { minor: 0, currency: currency.to_owned() }.text(".");
    let places = zero.split_once(' ').and_then(|(amount, _)| amount.split_once('.')).map_or(0, |(_, part)| part.len());
    let (kept, rest) = part.split_at_checked(places).unwrap_or((part, ""));
    let padding = "0".repeat(places - kept.len());
    if !rest.bytes().all(|b| b == b'0') {
        return None;
    }
    format!("{whole}{kept}{padding}").parse::<i64>().ok().map(|amount| sign * amount)
}

#[cfg(test)]
mod tests {
    use super::minor;

    #[test]
    fn amounts_become_minor_units_of_their_currency() {
        for (text, currency, expected) in [
            ("12.34", "EUR", Some(1234)),
            ("12", "EUR", Some(1200)),
            ("12.5", "EUR", Some(1250)),
            ("-0.05", "EUR", Some(-5)),
            ("1200.00", "JPY", Some(1200)),
            ("1.25", "KWD", Some(1250)),
            ("1200.50", "JPY", None),
            ("1.234", "EUR", None),
            ("1,000.00", "EUR", None),
            ("", "EUR", None),
        ] {
            assert_eq!(minor(text, currency), expected, "{text} {currency}");
        }
    }
}
