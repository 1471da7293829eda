//! Who did what on an account: a page of it, and the newest rows for a file.

use crate::accounts::activity_filter::{VIEW_ENDED, Wanted};
use crate::base::dialect::Statement;
use crate::base::error::{Failure, StoredError};
use crate::membership::acting::Entered;
use crate::membership::reading::Reading;
use crate::records::viewings;
use crate::unit::Unit;
use crate::unit::audit::Details;
use crate::unit::page::{Key, Keyset, List};
use domain::access::AccountAction;
use domain::asked::Asked;
use domain::audit::{
    ActivityExport, ActivityFilter, ActivityQuery, ActivityRow, ContactFactKind, EXPORTED_ROWS, FactKind, LogDay,
    NamedSet, Noted, RoleFactKind, SetStep,
};
use domain::by::By;
use domain::id::{ContactId, ServiceId};
use domain::list::{Direction, Page};
use domain::ordered::OperationVerb;
use domain::right::Place;
use domain::role::RoleSet;
use domain::time::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// How many rows of a file are read at a time.
const PORTION: usize = 1_000;

/// How many ends of views are read for a portion. A view lasts half an hour, so there are few between it and its end.
const ENDS_READ: i64 = 1_000;

/// The columns of an event.
const COLUMNS: &str = "id, seq, at, kind, person_name, session_id, format, details";

/// An event as a row, its fields in the order of the columns.
#[derive(Deserialize)]
struct Event {
    id: String,
    seq: i64,
    at: i64,
    kind: String,
    person_name: String,
    session_id: Option<String>,
    format: i64,
    details: String,
}

impl Event {
    fn is_a(&self, kind: FactKind) -> bool {
        self.kind == kind.key()
    }

    /// The contact it was done to, where it is one.
    fn target(&self) -> Result<Option<ContactId>, Failure> {
        let details = Details::read(self.format, &self.details)?;
        Ok(details.targets.first().map(|(contact, _)| *contact))
    }
}

/// What is kept of a fact, as far as it may be shown.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Kept {
    name: Option<String>,
    set: NamedSet,
    step: SetStep,
    roles: Option<RoleSet>,
    asked: Option<Asked>,
    service: Option<ServiceId>,
    verb: Option<OperationVerb>,
}

pub(super) async fn activity(
    mut unit: Unit<'_>,
    entered: Entered,
    query: &ActivityQuery,
) -> Result<Page<ActivityRow>, Failure> {
    entered.actor.check(AccountAction::SeeActivity)?;
    let wanted = Wanted::new(&entered, &query.filter);
    let keyset = Keyset::new(Key::Number("seq"), Direction::Descending, &query.cursor);
    let filter = |statement: &mut Statement| wanted.filter(statement);
    let list = list(&filter, keyset);
    let beside = |event: &Event| (event.id.clone(), event.seq.to_string());
    let statement = Statement::new(unit.dialect());
    let Page { rows, total, previous, next } = list.page(&mut unit, statement, beside).await?;
    let shown = Shown { reading: Reading::of(&mut unit, &entered).await?, entered: &entered };
    Ok(Page { rows: shown.rows(&mut unit, rows).await?, total, previous, next })
}

pub(super) async fn export(
    mut unit: Unit<'_>,
    entered: Entered,
    filter: &ActivityFilter,
) -> Result<ActivityExport, Failure> {
    entered.actor.check(AccountAction::SeeActivity)?;
    let wanted = Wanted::new(&entered, filter);
    let chain = entered.actor.account().to_string();
    let shown = Shown { reading: Reading::of(&mut unit, &entered).await?, entered: &entered };
    let filter = |statement: &mut Statement| wanted.filter(statement);
    // The filter is asked once, however many portions there are: it may look for a name among all contacts.
    let numbers = List { columns: "id, seq", ..list(&filter, newest()) };
    // One more than there is room for says whether there are older ones.
    let mut found: Vec<(String, i64)> = numbers.beyond(&mut unit, EXPORTED_ROWS + 1).await?;
    let more = found.len() > EXPORTED_ROWS;
    found.truncate(EXPORTED_ROWS);
    let mut rows = Vec::new();
    for portion in found.chunks(PORTION) {
        let numbers: Vec<Value> = portion.iter().map(|(_, seq)| serde_json::json!({ "seq": seq })).collect();
        let numbers = serde_json::to_string(&numbers)?;
        let filter = |statement: &mut Statement| {
            statement.push("chain = ").bind(chain.as_str());
            statement.push(" AND seq IN (SELECT CAST(e.value ->> 'seq' AS BIGINT) FROM ");
            statement.bind_rows(numbers.clone()).push(")");
        };
        let events: Vec<Event> = list(&filter, newest()).beyond(&mut unit, PORTION).await?;
        rows.extend(shown.rows(&mut unit, events).await?);
    }
    Ok(ActivityExport { at: entered.author.reader.moment(unit.now()), rows, more })
}

/// From the latest event on.
fn newest() -> Keyset {
    Keyset::new(Key::Number("seq"), Direction::Descending, "")
}

fn list(filter: &(dyn Fn(&mut Statement) + Sync), keyset: Keyset) -> List<'_> {
    List { columns: COLUMNS, from: "audit", filter, pinned: None, keyset }
}

/// The log as its reader may know it.
struct Shown<'a> {
    reading: Reading<'a>,
    entered: &'a Entered,
}

impl Shown<'_> {
    async fn rows(&self, unit: &mut Unit<'_>, events: Vec<Event>) -> Result<Vec<ActivityRow>, Failure> {
        let ends = ends_of_views(unit, &self.entered.actor.account().to_string(), &events).await?;
        let now = unit.now();
        events.into_iter().map(|event| self.row(event, &ends, now)).collect()
    }

    fn row(&self, event: Event, ends: &[Event], now: Timestamp) -> Result<ActivityRow, Failure> {
        let unknown = || StoredError(format!("unknown event {}", event.kind));
        let kind = FactKind::from_key(&event.kind).ok_or_else(unknown)?;
        let viewed = viewed(&event, ends)?;
        let details = Details::read(event.format, &event.details)?;
        let about: Vec<ContactId> = details.targets.iter().map(|(contact, _)| *contact).collect();
        let by = details.by.unwrap_or(By::Person { name: event.person_name, email: None, contact: None });
        let noted = viewed.or_else(|| noted(kind, details.fact));
        let (reader, at) = (&self.entered.author.reader, Timestamp(event.at));
        Ok(ActivityRow {
            id: event.id,
            at: reader.moment(at),
            day: LogDay { date: reader.date(at).text, ago: reader.days(at, now) },
            time: reader.clock(at),
            by: self.reading.by(by),
            kind,
            noted: noted.and_then(|noted| self.reading.noted(noted, &about)),
            targets: self.reading.targets(details.targets),
            changes: self.reading.logged(details.changes, &about),
        })
    }
}

/// What a fact says beyond its kind. What can't be understood says nothing: its kind is known.
fn noted(kind: FactKind, fact: Value) -> Option<Noted> {
    let kept: Kept = serde_json::from_value(fact).unwrap_or_default();
    match kind {
        FactKind::Role(RoleFactKind::TemplateChanged) => {
            kept.name.map(|name| Noted::Set { name, set: kept.set, step: kept.step })
        }
        FactKind::Role(RoleFactKind::Changed) => {
            kept.name.map(|name| Noted::Set { name, set: NamedSet::Role, step: kept.step })
        }
        FactKind::Role(RoleFactKind::HandOutChanged) => kept.roles.map(Noted::HandOut),
        FactKind::Request(_) => kept.asked.map(|asked| Noted::Asked { right: asked.right, place: asked.place() }),
        FactKind::Operation(_) | FactKind::Console(_) => {
            kept.service.map(|id| Noted::Operated { place: Place::Service { id, name: None }, verb: kept.verb })
        }
        FactKind::Contact(_)
        | FactKind::Invitation(_)
        | FactKind::Ownership(_)
        | FactKind::Notification(_)
        | FactKind::Person(_)
        | FactKind::Dns(_)
        | FactKind::Account(_)
        | FactKind::SshKey(_)
        | FactKind::Installation(_) => None,
    }
}

const VIEW_BEGUN: FactKind = FactKind::Contact(ContactFactKind::ViewingStarted);

/// The ends of the views that begin in these events, in their order; a view that ran out has none.
async fn ends_of_views(unit: &mut Unit<'_>, chain: &str, events: &[Event]) -> Result<Vec<Event>, Failure> {
    let begun = || events.iter().filter(|event| event.is_a(VIEW_BEGUN));
    let (Some(first), Some(last)) = (begun().map(|event| event.seq).min(), begun().map(|event| event.at).max()) else {
        return Ok(Vec::new());
    };
    let sessions: Vec<&str> = begun().filter_map(|event| event.session_id.as_deref()).collect();
    let mut statement = Statement::new(unit.dialect());
    statement.push("SELECT ").push_json(COLUMNS, |statement| {
        statement.push(" ORDER BY seq");
    });
    statement.push(" FROM (SELECT ").push(COLUMNS).push(" FROM audit WHERE chain = ").bind(chain);
    statement.push(" AND kind = ").bind(VIEW_ENDED.key()).push(" AND seq > ").bind(first);
    statement.push(" AND at <= ").bind(last + viewings::LASTS * 1000);
    statement.push(" AND session_id IN ").bind_list(serde_json::to_string(&sessions)?);
    statement.push(" ORDER BY seq LIMIT ").bind(ENDS_READ).push(") AS ended");
    let (ends,): (String,) = statement.fetch_one(unit.connection()).await?;
    Ok(serde_json::from_str(&ends)?)
}

/// How long the view lasted that this event begins, where it was ended.
fn viewed(event: &Event, ends: &[Event]) -> Result<Option<Noted>, Failure> {
    if !event.is_a(VIEW_BEGUN) {
        return Ok(None);
    }
    let contact = event.target()?;
    for end in ends.iter().filter(|end| end.seq > event.seq && end.session_id == event.session_id) {
        if end.target()? == contact {
            let seconds = (end.at - event.at) / 1000;
            return Ok((seconds <= viewings::LASTS).then_some(Noted::Viewed(seconds)));
        }
    }
    Ok(None)
}

/// The latest events without what changed, for whoever may read the log: who did what to whom.
pub(super) async fn latest(
    unit: &mut Unit<'_>,
    entered: &Entered,
    count: usize,
) -> Result<Option<Vec<ActivityRow>>, Failure> {
    if entered.actor.check(AccountAction::SeeActivity).is_err() {
        return Ok(None);
    }
    let everything = ActivityFilter::default();
    let wanted = Wanted::new(entered, &everything);
    let filter = |statement: &mut Statement| wanted.filter(statement);
    let events: Vec<Event> = list(&filter, newest()).beyond(unit, count).await?;
    // No services are named: what changed is left out.
    let shown = Shown { reading: Reading::about(unit, entered, (&BTreeSet::new(), &BTreeSet::new())).await?, entered };
    let rows = shown.rows(unit, events).await?;
    Ok(Some(rows.into_iter().map(|row| ActivityRow { changes: Vec::new(), ..row }).collect()))
}
