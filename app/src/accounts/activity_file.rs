//! The log as files: comma-separated values for spreadsheets, JSON for programs. They have what the page has.

use super::activity_filters;
use crate::request::query;
use crate::shell::{Download, Instead, Page, use_account};
use crate::text::texts;
use domain::access::AccountAction;
use domain::audit::{ActivityExport, ActivityRow};
use domain::by::By;
use serde::Serialize;

/// An event as both files say it.
#[derive(Serialize)]
struct Line {
    /// In ISO 8601, UTC.
    at: String,
    by: String,
    email: Option<String>,
    /// The key of what was done.
    kind: &'static str,
    /// The same in words.
    event: String,
    about: Vec<String>,
    changes: Vec<String>,
}

/// The file of JSON.
#[derive(Serialize)]
struct Log {
    account: String,
    /// When it was made.
    at: String,
    /// Whether there are older events than those.
    more: bool,
    events: Vec<Line>,
}

/// The file of comma-separated values.
pub async fn activity_csv() -> Result<Page, Instead> {
    let export = export().await?;
    let text = &texts().accounts.activity;
    let head = [
        text.column_time,
        text.column_by,
        text.column_email,
        text.column_event,
        text.column_kind,
        text.column_about,
        text.column_changes,
    ];
    // The mark has spreadsheets read it as UTF-8.
    let mut csv = String::from('\u{feff}');
    write_row(&mut csv, head);
    let name = named(&export, "csv");
    for row in export.rows {
        let line = line(row);
        let (about, changes) = (line.about.join(", "), line.changes.join("; "));
        let email = line.email.unwrap_or_default();
        write_row(&mut csv, [&*line.at, &*line.by, &*email, &*line.event, line.kind, &*about, &*changes]);
    }
    Err(Instead::File(Download { name, content_type: "text/csv; charset=utf-8", content: csv }))
}

/// The file of JSON.
pub async fn activity_json() -> Result<Page, Instead> {
    let export = export().await?;
    let name = named(&export, "json");
    let log = Log {
        account: use_account().view.name,
        at: export.at.iso,
        more: export.more,
        events: export.rows.into_iter().map(line).collect(),
    };
    // INVARIANT: texts, lists and a truth value can be written.
    let content = serde_json::to_string_pretty(&log).unwrap_or_default();
    Err(Instead::File(Download { name, content_type: "application/json", content }))
}

/// What the page's address asks for, guarded as the page is.
async fn export() -> Result<ActivityExport, Instead> {
    let account = use_account();
    account.view.actor.check(AccountAction::SeeActivity)?;
    let filter = activity_filters::read(&query()).filter;
    Ok(ask!(accounts.activity_export(account.acting, filter))?)
}

/// `activity-2026-11-29.csv`.
fn named(export: &ActivityExport, ends: &str) -> String {
    let day = export.at.iso.split('T').next().unwrap_or_default();
    format!("activity-{day}.{ends}")
}

fn line(row: ActivityRow) -> Line {
    let text = texts();
    let unnamed = text.accounts.activity.unnamed_contact;
    let named = |(_, name): &(_, Option<String>)| name.clone().unwrap_or_else(|| unnamed.to_owned());
    let about: Vec<String> = row.targets.iter().map(named).collect();
    let deed = text.deed(row.kind, row.noted.as_ref(), about.len());
    let (by, email) = match row.by {
        By::Provider => (text.accounts.activity.provider.to_owned(), None),
        By::Person { name, email, .. } => (if name.is_empty() { unnamed.to_owned() } else { name }, email),
    };
    Line {
        at: row.at.iso,
        by,
        email,
        kind: row.kind.key(),
        event: deed.with(&about.join(", ")),
        about,
        changes: row.changes.iter().map(|change| text.change(change)).collect(),
    }
}

/// A row of comma-separated values (RFC 4180).
fn write_row<'a>(csv: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            csv.push(',');
        }
        write_cell(csv, cell);
    }
    csv.push_str("\r\n");
}

/// One cell. INVARIANT: none is taken for a formula (SECURITY T55): what begins like one has an apostrophe before it, which has
/// spreadsheets read text.
fn write_cell(csv: &mut String, cell: &str) {
    let is_quoted = cell.contains(['"', ',', '\n', '\r']);
    if is_quoted {
        csv.push('"');
    }
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']) {
        csv.push('\'');
    }
    csv.push_str(&cell.replace('"', "\"\""));
    if is_quoted {
        csv.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[&str]) -> String {
        let mut csv = String::new();
        write_row(&mut csv, cells.iter().copied());
        csv
    }

    #[test]
    fn no_cell_is_a_formula() {
        for begins in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"] {
            assert_eq!(written(&[begins]), format!("'{begins}\r\n"), "{begins:?}");
        }
        assert_eq!(written(&["\r=1"]), "\"'\r=1\"\r\n");
        assert_eq!(written(&["=\"a\",1"]), "\"'=\"\"a\"\",1\"\r\n");
    }

    #[test]
    fn cells_are_kept_apart() {
        assert_eq!(
            written(&["Zoë", "a,b", "say \"x\"", "one\ntwo", ""]),
            "Zoë,\"a,b\",\"say \"\"x\"\"\",\"one\ntwo\",\r\n"
        );
    }
}
