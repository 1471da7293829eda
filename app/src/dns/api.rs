//! The server functions of zones.

use crate::forms::{FormEcho, any_echo};
use crate::request::{FunctionError, see_other, told};
use domain::acting::Acting;
use domain::dns::{ApplyZone, ChangeSet, EditZone, EditedRow, ImportZone, UndoZone, ZoneDone, ZoneReview};
use domain::id::DomainId;
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[ApplyZoneFn::PATH, UndoZoneFn::PATH];

/// The page of a zone, told what came of a change.
fn zone_after(acting: Acting, domain: DomainId, done: ZoneDone) -> String {
    told(&paths::zone(acting, domain), &[("done", done.state.key())])
}

/// Says what an edit would change: its form comes back with that.
#[server(name = ReviewZoneFn, prefix = "/fn", endpoint = "dns/review")]
pub async fn review(acting: Acting, change: EditZone) -> Result<ZoneReview, FunctionError> {
    ask!(dns.review(acting, change))
}

/// Says what an import would change: its form comes back with that.
#[server(name = ImportZoneFn, prefix = "/fn", endpoint = "dns/import")]
pub async fn import(acting: Acting, change: ImportZone) -> Result<ZoneReview, FunctionError> {
    ask!(dns.import(acting, change))
}

/// Makes a reviewed edit, then leads to the zone.
#[server(name = ApplyZoneFn, prefix = "/fn", endpoint = "dns/apply")]
pub async fn apply(acting: Acting, change: ApplyZone) -> Result<ZoneDone, FunctionError> {
    let domain = change.domain;
    let done = ask!(dns.apply(acting, change))?;
    see_other(&zone_after(acting, domain, done));
    Ok(done)
}

/// Takes a change back, then leads to the zone.
#[server(name = UndoZoneFn, prefix = "/fn", endpoint = "dns/undo")]
pub async fn undo(acting: Acting, change: UndoZone) -> Result<ZoneDone, FunctionError> {
    let domain = change.domain;
    let done = ask!(dns.undo(acting, change))?;
    see_other(&zone_after(acting, domain, done));
    Ok(done)
}

/// What the form of this path, which comes back with this page, was answered.
pub(super) fn answered(path: &str) -> Option<ZoneReview> {
    any_echo().filter(|echo| echo.form == path)?.answer()
}

/// The rows of an edit that comes back with this page, as they were typed: of the table, or of one that was to be applied.
/// More than any page of ours sends are not drawn.
pub(super) fn typed_rows() -> Option<Vec<EditedRow>> {
    let echo = any_echo()?;
    if echo.form == ReviewZoneFn::PATH {
        return Some(posted_rows(&echo)).filter(|rows| rows.len() <= EditedRow::MAX);
    }
    let rows = (echo.form == ApplyZoneFn::PATH).then(|| echo.value("change[rows]"))?;
    EditedRow::read(&rows?.replace("\r\n", "\n")).filter(|rows| rows.len() <= ChangeSet::MAX)
}

fn posted_rows(echo: &FormEcho) -> Vec<EditedRow> {
    let mut rows: Vec<(usize, EditedRow)> = Vec::new();
    for (name, value) in &echo.fields {
        let Some((place, field)) = name.strip_prefix("change[rows][").and_then(|rest| rest.split_once("][")) else {
            continue;
        };
        let Ok(place) = place.parse::<usize>() else { continue };
        let at = rows.iter().position(|(row, _)| *row == place).unwrap_or_else(|| {
            rows.push((place, EditedRow::default()));
            rows.len() - 1
        });
        let Some((_, row)) = rows.get_mut(at) else { continue };
        match field {
            "was]" => row.was.clone_from(value),
            "name]" => row.name.clone_from(value),
            "kind]" => row.kind.clone_from(value),
            "ttl]" => row.ttl.clone_from(value),
            "values]" => row.values.clone_from(value),
            "delete]" => row.delete = value == "true",
            _ => {}
        }
    }
    rows.sort_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::FormOutcome;
    use domain::error::PortalError;

    #[test]
    fn rows_come_back_as_they_were_typed() {
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let echo = FormEcho {
            form: ReviewZoneFn::PATH.to_owned(),
            fields: vec![
                field("change[domain]", "x"),
                field("change[rows][0][was]", "a.example A 0f"),
                field("change[rows][0][values]", "192.0.2"),
                field("change[rows][0][delete]", "true"),
                field("change[rows][2][name]", "b"),
                field("change[rows][x][name]", "c"),
            ],
            outcome: FormOutcome::Failed(PortalError::Malformed),
        };
        let rows = posted_rows(&echo);
        assert_eq!(rows.len(), 2);
        assert_eq!(
            (rows[0].was.as_str(), rows[0].values.as_str(), rows[0].delete),
            ("a.example A 0f", "192.0.2", true)
        );
        assert_eq!(rows[1].name, "b");
    }
}
