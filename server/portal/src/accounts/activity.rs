//! Who did what on an account.

use crate::base::dialect::Statement;
use crate::base::error::{Failure, StoredError};
use crate::base::moment::Reader;
use crate::membership::acting::Entered;
use crate::membership::reading::Reading;
use crate::unit::Unit;
use crate::unit::audit;
use crate::unit::page::{Key, Keyset, List};
use domain::access::AccountAction;
use domain::audit::{ActivityRow, FactKind};
use domain::by::By;
use domain::id::ContactId;
use domain::list::{Direction, Page};
use domain::time::Timestamp;
use serde::Deserialize;

/// An event as a row, its fields in the order of the columns.
#[derive(Deserialize)]
struct Event {
    id: String,
    seq: i64,
    at: i64,
    kind: String,
    person_name: String,
    format: i64,
    details: String,
}

pub(super) async fn activity(mut unit: Unit<'_>, entered: Entered, cursor: &str) -> Result<Page<ActivityRow>, Failure> {
    entered.actor.check(AccountAction::SeeActivity)?;
    let chain = entered.actor.account().to_string();
    let reading = Reading::of(&mut unit, &entered).await?;
    let filter = |statement: &mut Statement| {
        statement.push("chain = ").bind(chain.as_str());
    };
    let list = List {
        columns: "id, seq, at, kind, person_name, format, details",
        from: "audit",
        filter: &filter,
        pinned: None,
        keyset: Keyset::new(Key::Number("seq"), Direction::Descending, cursor),
    };
    let beside = |event: &Event| (event.id.clone(), event.seq.to_string());
    let statement = Statement::new(unit.dialect());
    let page = list.page(&mut unit, statement, beside).await?;
    let Page { rows, total, previous, next } = page;
    let rows = rows.into_iter().map(|event| row(event, &reading, &entered.author.reader)).collect::<Result<_, _>>()?;
    Ok(Page { rows, total, previous, next })
}

fn row(event: Event, reading: &Reading<'_>, reader: &Reader) -> Result<ActivityRow, Failure> {
    let details = audit::Details::read(event.format, &event.details)?;
    let about: Vec<ContactId> = details.targets.iter().map(|(contact, _)| *contact).collect();
    let by = details.by.unwrap_or(By::Person { name: event.person_name, email: None, contact: None });
    let unknown = || StoredError(format!("unknown event {}", event.kind));
    Ok(ActivityRow {
        at: reader.moment(Timestamp(event.at)),
        by: reading.by(by),
        kind: FactKind::from_key(&event.kind).ok_or_else(unknown)?,
        targets: reading.targets(details.targets),
        changes: reading.logged(details.changes, &about),
    })
}
