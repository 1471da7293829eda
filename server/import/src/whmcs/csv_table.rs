//! A dumped table: a header with WHMCS's own column names, then the rows.

use crate::problem::Place;
use csv::{ReaderBuilder, StringRecord};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// A table read from `NAME.csv`.
#[derive(Debug)]
pub(super) struct Table {
    columns: HashMap<String, usize>,
    pub(super) rows: Vec<Row>,
}

/// A row and where it stands.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) place: Place,
    cells: StringRecord,
}

impl Table {
    /// Reads a table; `None` when the folder has no such file.
    pub(super) fn read(folder: &Path, name: &str) -> std::io::Result<Option<Self>> {
        let path = folder.join(format!("{name}.csv"));
        let bytes = match std::fs::read(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            other => other?,
        };
        Self::parse(&format!("{name}.csv"), &bytes).map(Some)
    }

    pub(super) fn parse(file: &str, bytes: &[u8]) -> std::io::Result<Self> {
        let file: Arc<str> = file.into();
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        // mysqldump escapes quotes with a backslash, everybody else by doubling them.
        let mut reader = ReaderBuilder::new().flexible(true).escape(Some(b'\\')).from_reader(bytes);
        if reader.headers()?.is_empty() {
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, "the header with the columns is missing"));
        }
        let header = reader.headers()?.iter().enumerate();
        let columns = header.map(|(at, name)| (name.trim().to_ascii_lowercase(), at)).collect();
        let mut rows = Vec::new();
        for cells in reader.into_records() {
            let cells = cells?;
            let line = cells.position().map_or(0, csv::Position::line);
            rows.push(Row { place: Place { file: Arc::clone(&file), line }, cells });
        }
        Ok(Self { columns, rows })
    }

    /// An empty table, for one that is not there.
    pub(super) fn empty() -> Self {
        Self { columns: HashMap::new(), rows: Vec::new() }
    }

    /// A cell's text, without the entities that WHMCS stores; `None` where it is empty or NULL.
    pub(super) fn text(&self, row: &Row, column: &str) -> Option<String> {
        let text = row.cells.get(*self.columns.get(column)?)?.trim();
        let text = plain(text);
        (!text.is_empty() && text != "NULL" && text != "\\N").then_some(text)
    }

    /// A cell that is a row's number; `None` for 0, which stands for none.
    pub(super) fn number(&self, row: &Row, column: &str) -> Option<u64> {
        self.text(row, column)?.parse().ok().filter(|number| *number != 0)
    }

    /// Whether a cell says yes.
    pub(super) fn flag(&self, row: &Row, column: &str) -> bool {
        self.text(row, column).is_some_and(|text| matches!(text.as_str(), "1" | "on" | "true"))
    }

    /// A date; `None` for the zero date that stands for none.
    pub(super) fn date(&self, row: &Row, column: &str) -> Option<String> {
        let text = self.text(row, column)?;
        text.get(..10).filter(|date| !date.starts_with("0000")).map(str::to_owned)
    }
}

/// WHMCS stores what people typed with HTML's five special characters as entities. `MySQL` keeps a NUL, `PostgreSQL` does not.
fn plain(text: &str) -> String {
    if !text.contains(['&', '\0']) {
        return text.to_owned();
    }
    let pairs =
        [("\0", ""), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#039;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dump_is_read_by_its_column_names() {
        let csv = "\u{feff}id,companyname,date,owner\n1,\"O&#039;Neil &amp; \"\"Sons\"\"\",0000-00-00 00:00:00,1\n2,NULL,2024-02-03 10:00:00,0\n3,\"two\nlines\",\\N,\n";
        let table = Table::parse("t.csv", csv.as_bytes()).expect("a table");
        let [one, two, three] = &table.rows[..] else { panic!("three rows") };
        assert_eq!(table.text(one, "companyname").as_deref(), Some("O'Neil & \"Sons\""));
        assert_eq!((table.date(one, "date"), table.flag(one, "owner")), (None, true));
        assert_eq!((table.text(two, "companyname"), table.date(two, "date")), (None, Some("2024-02-03".to_owned())));
        assert_eq!((table.number(three, "id"), table.text(three, "date")), (Some(3), None));
        assert_eq!((two.place.to_string(), table.text(two, "nothing")), ("t.csv:3".to_owned(), None));
    }

    #[test]
    fn a_nul_that_a_customer_typed_is_dropped() {
        let table = Table::parse("t.csv", b"id,domain\n1,web\0.example\n").expect("a table");
        assert_eq!(table.text(&table.rows[0], "domain").as_deref(), Some("web.example"));
    }

    #[test]
    fn a_file_without_a_header_is_no_table() {
        assert!(Table::parse("t.csv", b"").is_err());
        assert!(Table::parse("t.csv", b"id,companyname\n").expect("a table").rows.is_empty());
    }
}
