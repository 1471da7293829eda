//! Dumps of WHMCS's tables as CSV files, turned into the records of the import. What has no counterpart here is
//! reported, not guessed: it gives nobody more than they had.

mod accounts;
mod contact;
mod csv_table;
mod holdings;
mod people;
mod rights;

use crate::problem::Place;
use crate::progress::Progress;
use crate::read::Lines;
use crate::record::Record;
use crate::run::{ImportError, ImportReport, import_lines};
use crate::value::ExternalId;
use csv_table::Table;
use domain::time::Timestamp;
use portal::Opened;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// What an operator can say about a dump.
#[derive(Debug, Clone, Default)]
pub struct WhmcsOptions {
    /// The currency of clients whose own is not known, which is so without `tblcurrencies.csv`.
    pub currency: Option<String>,
}

/// The currency that a fresh WHMCS begins with.
const FIRST_CURRENCY: &str = "USD";

/// Imports a folder of `tblclients.csv`, `tblcontacts.csv`, `tblusers.csv`, `tblusers_clients.csv`, `tblhosting.csv`,
/// `tbldomains.csv` and `tblinvoices.csv`; `tblcurrencies.csv` and `tblproducts.csv` are used where they are there.
///
/// # Errors
/// As [`crate::import_file`]; `tblclients.csv` must be there.
pub async fn import_folder(
    portal: &Opened,
    folder: &Path,
    options: &WhmcsOptions,
    now: Timestamp,
    on_progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<ImportReport, ImportError> {
    let (lines, notes) = read_folder(folder, options)?;
    let name =
        folder.file_name().map_or_else(|| folder.display().to_string(), |name| name.to_string_lossy().into_owned());
    let mut report = import_lines(portal, &lines, &name, now, on_progress).await?;
    report.notes.splice(0..0, notes);
    Ok(report)
}

/// The records of a folder, and what could not be mapped.
fn read_folder(folder: &Path, options: &WhmcsOptions) -> Result<(Lines, Vec<String>), ImportError> {
    let mut mapping = Mapping::default();
    let tables = Tables::read(folder, &mut mapping)?;
    accounts::map(&mut mapping, &tables, options);
    people::map(&mut mapping, &tables);
    holdings::map(&mut mapping, &tables);
    Ok((mapping.lines, mapping.notes.list()))
}

/// The tables of a dump.
struct Tables {
    clients: Table,
    contacts: Table,
    users: Table,
    users_clients: Table,
    hosting: Table,
    domains: Table,
    invoices: Table,
    currencies: Table,
    products: Table,
}

impl Tables {
    fn read(folder: &Path, mapping: &mut Mapping) -> Result<Self, ImportError> {
        let failed = |name: &str, error| ImportError::Read { file: format!("{}/{name}.csv", folder.display()), error };
        let optional = |name: &str| Table::read(folder, name).map_err(|error| failed(name, error));
        let mut table = |name: &str| {
            Ok::<Table, ImportError>(optional(name)?.unwrap_or_else(|| {
                mapping.notes.general(format!("{name}.csv is missing"));
                Table::empty()
            }))
        };
        let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
        Ok(Self {
            clients: optional("tblclients")?.ok_or_else(|| failed("tblclients", missing))?,
            contacts: table("tblcontacts")?,
            users: table("tblusers")?,
            users_clients: table("tblusers_clients")?,
            hosting: table("tblhosting")?,
            domains: table("tbldomains")?,
            invoices: table("tblinvoices")?,
            currencies: optional("tblcurrencies")?.unwrap_or_else(Table::empty),
            products: optional("tblproducts")?.unwrap_or_else(Table::empty),
        })
    }
}

/// What comes out.
#[derive(Default)]
struct Mapping {
    lines: Lines,
    notes: Notes,
    /// The clients that became accounts: their currency.
    clients: HashMap<u64, String>,
}

impl Mapping {
    fn push(&mut self, place: &Place, record: Record) {
        self.lines.records.push((place.clone(), record));
    }

    /// The account of the client that a row names in `column`; a client that is not there is noted.
    fn account(&mut self, table: &Table, row: &csv_table::Row, column: &str) -> Option<(u64, ExternalId)> {
        let client = table.number(row, column);
        let Some(client) = client.filter(|client| self.clients.contains_key(client)) else {
            self.notes.at(&row.place, "skipped: it belongs to no client of tblclients.csv");
            return None;
        };
        name("client", client).map(|name| (client, name))
    }
}

/// The name of a WHMCS thing.
fn name(kind: &str, number: u64) -> Option<ExternalId> {
    ExternalId::parse(&format!("whmcs:{kind}-{number}")).ok()
}

/// What could not be mapped. The same remark about a thousand rows is made once, with their number.
#[derive(Debug, Default)]
struct Notes {
    general: Vec<String>,
    rows: BTreeMap<(String, String), (Place, usize)>,
}

impl Notes {
    fn general(&mut self, note: String) {
        if !self.general.contains(&note) {
            self.general.push(note);
        }
    }

    fn at(&mut self, place: &Place, note: impl Into<String>) {
        self.rows.entry((place.file.to_string(), note.into())).or_insert_with(|| (place.clone(), 0)).1 += 1;
    }

    fn list(self) -> Vec<String> {
        let rows = self.rows.into_iter().map(|((_, note), (place, count))| match count {
            1 => format!("{place}: {note}"),
            _ => format!("{place} and {} more: {note}", count - 1),
        });
        self.general.into_iter().chain(rows).collect()
    }
}
