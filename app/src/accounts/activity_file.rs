//! The log as files: comma-separated values for spreadsheets, JSON for programs. They have what the page has.

use super::activity_filters;
use crate::csv;
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
    let name = named(&export, "csv");
    let rows = export.rows.into_iter().map(|row| {
        let line = line(row);
        let (about, changes) = (line.about.join(", "), line.changes.join("; "));
        [line.at, line.by, line.email.unwrap_or_default(), line.event, line.kind.to_owned(), about, changes]
    });
    let content = csv::table(std::iter::once(head.map(str::to_owned)).chain(rows));
    Err(Instead::File(Download { name, content_type: csv::TYPE, content }))
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
