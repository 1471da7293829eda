//! Clients become accounts.

use super::{FIRST_CURRENCY, Mapping, Tables, WhmcsOptions, name};
use crate::record::{AccountRecord, Record};
use domain::status::AccountStatus;
use std::collections::HashMap;

pub(super) fn map(mapping: &mut Mapping, tables: &Tables, options: &WhmcsOptions) {
    let table = &tables.clients;
    let currencies: HashMap<u64, String> = tables
        .currencies
        .rows
        .iter()
        .filter_map(|row| Some((tables.currencies.number(row, "id")?, tables.currencies.text(row, "code")?)))
        .collect();
    for row in &table.rows {
        let Some((id, account)) = table.number(row, "id").and_then(|id| Some((id, name("client", id)?))) else {
            mapping.lines.fail(&row.place, Some("id"), "not a number");
            continue;
        };
        let status = match table.text(row, "status").as_deref() {
            // Inactive means that the client has nothing active at present, not that anything is withheld.
            None | Some("Active" | "Inactive") => AccountStatus::Active,
            Some("Closed") => AccountStatus::Closed,
            Some(other) => {
                mapping.notes.at(&row.place, format!("the status {other:?} is unknown and taken as suspended"));
                AccountStatus::Suspended
            }
        };
        let known = table.text(row, "currency").and_then(|text| match text.parse::<u64>() {
            Ok(number) => currencies.get(&number).cloned(),
            Err(_) => Some(text),
        });
        let currency = known.unwrap_or_else(|| {
            let currency = options.currency.clone().unwrap_or_else(|| FIRST_CURRENCY.to_owned());
            mapping.notes.general(format!(
                "tblcurrencies.csv does not say what the clients' currencies are: taken as {currency}; --currency names \
                 another"
            ));
            currency
        });
        mapping.clients.insert(id, currency.clone());
        let name = table.text(row, "companyname").unwrap_or_else(|| {
            let names = [table.text(row, "firstname"), table.text(row, "lastname")];
            names.into_iter().flatten().collect::<Vec<_>>().join(" ")
        });
        let name = if name.is_empty() { format!("Client {id}") } else { name };
        let record = AccountRecord { id: account, name, status, currency, hand_out: None };
        mapping.push(&row.place, Record::Account(record));
    }
}
