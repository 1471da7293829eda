//! What an edit or an import would change: read, judged, and written nowhere.

use super::judge::{ascii, unsendable};
use super::{to_change, zone_of};
use crate::unit::core::Core;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::dns::{
    BadLine, ChangeSet, EditZone, EditedRow, FILE_BYTES, ImportZone, NameReader, Zone, ZoneReview, check, from_file,
    read_rows,
};
use domain::error::PortalError;
use domain::problem::{DnsProblem, FieldProblem, Problem};

/// How many problems of a file are named one by one.
const NAMED: usize = 1_000;

/// What an edit of the table would change.
pub(super) async fn edit(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &EditZone,
) -> Result<ZoneReview, PortalError> {
    let home = to_change(core, caller, acting, change.domain).await?;
    if change.rows.len() > EditedRow::MAX {
        return Err(PortalError::invalid("rows", DnsProblem::TooManySets { max: EditedRow::MAX }));
    }
    let zone = zone_of(core, &home).await?;
    Ok(ZoneReview { changes: edited(&zone, &change.rows)? })
}

/// What edited rows change in a zone.
pub(super) fn edited(zone: &Zone, rows: &[EditedRow]) -> Result<ChangeSet, PortalError> {
    let read = read_rows(rows, zone, NameReader::typed(&zone.name, ascii));
    let reviewed = read.map_err(|fields| PortalError::Invalid { fields })?;
    let wrong = wrong(zone, &reviewed.changes).into_iter();
    let fields: Vec<FieldProblem> = wrong.map(|(place, field, why)| reviewed.at(place, field, why)).collect();
    if fields.is_empty() { something(reviewed.changes) } else { Err(PortalError::Invalid { fields }) }
}

/// What is wrong with changes of a zone, by their places.
pub(super) fn wrong(zone: &Zone, changes: &ChangeSet) -> Vec<(usize, &'static str, DnsProblem)> {
    let mut wrong = check(zone, changes);
    wrong.extend(unsendable(changes));
    wrong
}

fn something(changes: ChangeSet) -> Result<ChangeSet, PortalError> {
    if changes.changes.is_empty() {
        return Err(PortalError::invalid("rows", DnsProblem::NothingChanged));
    }
    if changes.changes.len() > ChangeSet::MAX {
        return Err(PortalError::invalid("rows", DnsProblem::TooManySets { max: ChangeSet::MAX }));
    }
    Ok(changes)
}

/// What an import of a zone file would change.
pub(super) async fn import(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &ImportZone,
) -> Result<ZoneReview, PortalError> {
    let home = to_change(core, caller, acting, change.domain).await?;
    if change.file.trim().is_empty() {
        return Err(PortalError::invalid("file", Problem::Required));
    }
    if change.file.len() > FILE_BYTES {
        return Err(PortalError::invalid("file", Problem::TooLong { max: FILE_BYTES }));
    }
    let zone = zone_of(core, &home).await?;
    let line = |BadLine { line, problem }| FieldProblem { field: format!("lines.{line}"), problem };
    let bad = |bad: Vec<BadLine>| named(bad.into_iter().map(line).collect());
    let wanted = from_file(&change.file, &zone.name, ascii).map_err(bad)?;
    let changes = ChangeSet::towards(&zone, &wanted, change.only);
    let at_set = |(place, _, why): (usize, _, DnsProblem)| {
        let set = changes.changes.get(place).map(|change| format!("{} {}", change.name, change.kind.key()));
        FieldProblem { field: format!("sets.{}", set.unwrap_or_default()), problem: why.into() }
    };
    let fields: Vec<FieldProblem> = wrong(&zone, &changes).into_iter().map(at_set).collect();
    if !fields.is_empty() {
        return Err(named(fields));
    }
    something(changes).map(|changes| ZoneReview { changes })
}

/// All that is wrong with a file, one by one; of a file that is none, the first of it and how much more there is.
fn named(mut fields: Vec<FieldProblem>) -> PortalError {
    let count = fields.len().saturating_sub(NAMED);
    if count > 0 {
        fields.truncate(NAMED);
        fields.push(FieldProblem { field: "file".to_owned(), problem: DnsProblem::AndMore { count }.into() });
    }
    PortalError::Invalid { fields }
}
