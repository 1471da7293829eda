//! A page of a zone, and the zone as a file.

use super::judge::{ascii, unicode};
use super::{changing, read_zone, seen, server, zone_of};
use crate::base::canon;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::reading::Reading;
use crate::records::zone_changes::{self, Home, ZoneChange};
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::run::{run, use_case};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::dns::{
    ChangeState, DnsName, RecordSet, RecordType, Zone, ZoneChangeRow, ZoneFile, ZonePage, ZoneQuery, ZoneRecords,
    ZoneSeen, to_file,
};
use domain::error::PortalError;
use domain::id::DomainId;
use domain::list::{PAGE_ROWS, Page, Total};
use std::collections::BTreeSet;

/// How many changes a page tells of.
const HISTORY: i64 = 10;

/// A page of a zone.
pub(super) async fn page(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    domain: DomainId,
    query: &ZoneQuery,
) -> Result<ZonePage, PortalError> {
    let look = || async {
        let mut unit = Unit::read(&core.database, caller).await?;
        let entered = unit.acting(acting).await?;
        let home = seen(&mut unit, &entered, domain).await?;
        let may_change = entered.actor.check(changing(domain)).is_ok();
        let changes = zone_changes::latest(&mut unit, acting.account, domain, HISTORY).await?;
        let history = told(&mut unit, &entered, may_change, changes).await?;
        Ok((home, may_change, history))
    };
    let (home, may_change, history) = run(caller, use_case!("dns.page"), look).await?;
    let seen = records(core, &home, query).await;
    Ok(ZonePage { domain: unicode(&home.name), seen, may_change, history })
}

/// Changes as their reader may know them.
async fn told(
    unit: &mut Unit<'_>,
    entered: &Entered,
    may_change: bool,
    changes: Vec<ZoneChange>,
) -> Result<Vec<ZoneChangeRow>, Failure> {
    let reading = Reading::about(unit, entered, (&BTreeSet::new(), &BTreeSet::new())).await?;
    // Only the latest is taken back: those before it are part of what it began with.
    let row = |(place, change): (usize, ZoneChange)| ZoneChangeRow {
        id: change.id,
        by: reading.by(change.by),
        at: entered.author.reader.moment(change.at),
        state: change.state,
        may_undo: may_change && place == 0 && change.state == ChangeState::Done,
        changes: change.changes,
    };
    Ok(changes.into_iter().enumerate().map(row).collect())
}

/// What the name server says. Not within a transaction.
async fn records(core: &Core, home: &Home, query: &ZoneQuery) -> ZoneSeen {
    let Some((server, handle)) = server(core, home) else { return ZoneSeen::NotHere };
    match read_zone(server.as_ref(), &handle).await {
        Ok(zone) => {
            let page = page_of(&zone, query);
            let kept = zone.kept.len();
            let Zone { name, serial, is_signed, .. } = zone;
            ZoneSeen::Records(Box::new(ZoneRecords { zone: name, serial, is_signed, page, kept }))
        }
        Err(error) => {
            tracing::warn!(zone = handle, %error, "name server does not give the zone");
            ZoneSeen::Unreachable
        }
    }
}

/// The records that a page shows. Cursors name a record, so that a page stays where it is while others change.
fn page_of(zone: &Zone, query: &ZoneQuery) -> Page<RecordSet> {
    let wanted = canon::fold(query.search.trim());
    // A name in another script is searched as people read it and as DNS has it.
    let in_ascii = ascii(&wanted).unwrap_or_default();
    let holds = |text: &str| text.contains(&wanted) || (!in_ascii.is_empty() && text.contains(&in_ascii));
    let matches = |set: &&RecordSet| {
        query.kind.is_none_or(|kind| set.kind == kind)
            && (wanted.is_empty()
                || holds(set.name.as_str())
                || set.content.values.iter().any(|value| holds(&value.to_lowercase())))
    };
    let found: Vec<&RecordSet> = zone.sets.iter().filter(matches).collect();
    let begin = begin_of(&found, &zone.name, &query.cursor);
    let end = found.len().min(begin + PAGE_ROWS);
    let rows = found.iter().take(end).skip(begin).map(|set| (*set).clone()).collect();
    let cursor = |place: usize| found.get(place).map(|set| format!("{} {}", set.name, set.kind.key()));
    Page {
        rows,
        total: Total::of(i64::try_from(found.len()).unwrap_or(i64::MAX)),
        previous: if begin == 0 { None } else { cursor(begin.saturating_sub(PAGE_ROWS)) },
        next: cursor(end),
    }
}

/// Where the page of a cursor begins: with the record that it names, or the one after where that is gone.
fn begin_of(found: &[&RecordSet], zone: &DnsName, cursor: &str) -> usize {
    let Some((name, kind)) = cursor.split_once(' ') else { return 0 };
    let (Ok(name), Some(kind)) = (DnsName::whole(name), RecordType::from_key(kind)) else { return 0 };
    found.partition_point(|set| set.name.order(&name, zone).then(set.kind.cmp(&kind)).is_lt())
}

/// The zone as a file, for whoever may look at it.
pub(super) async fn export(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    domain: DomainId,
) -> Result<ZoneFile, PortalError> {
    let look = || async {
        let mut unit = Unit::read(&core.database, caller).await?;
        let entered = unit.acting(acting).await?;
        seen(&mut unit, &entered, domain).await
    };
    let home = run(caller, use_case!("dns.export"), look).await?;
    let zone = zone_of(core, &home).await?;
    Ok(ZoneFile { name: format!("{}.zone", zone.name), content: to_file(&zone) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dns::Content;

    fn zone(hosts: usize) -> Zone {
        let name = DnsName::whole("example.com").expect("a name");
        let set = |number: usize| RecordSet {
            name: DnsName::whole(&format!("host{number:04}.{name}")).expect("a name"),
            kind: RecordType::A,
            content: Content::new(300, vec![format!("192.0.2.{}", number % 250)]),
        };
        Zone::new(name.clone(), None, false, (0..hosts).map(set).collect(), Vec::new())
    }

    #[test]
    fn pages_follow_each_other_both_ways() {
        let zone = zone(120);
        let mut query = ZoneQuery::default();
        let mut seen = Vec::new();
        loop {
            let page = page_of(&zone, &query);
            seen.extend(page.rows.iter().map(|set| set.name.clone()));
            match page.next {
                Some(next) => query.cursor = next,
                None => break,
            }
        }
        assert_eq!(seen.len(), 120);
        assert_eq!(seen, zone.sets.iter().map(|set| set.name.clone()).collect::<Vec<_>>());
        let last = page_of(&zone, &query);
        query.cursor = last.previous.expect("a page before");
        assert_eq!(page_of(&zone, &query).rows.first().map(|set| set.name.as_str()), Some("host0050.example.com"));
    }

    #[test]
    fn records_are_found_by_name_value_and_kind() {
        let zone = zone(120);
        let count = |search: &str, kind| {
            page_of(&zone, &ZoneQuery { search: search.to_owned(), kind, cursor: String::new() }).total
        };
        assert_eq!(count("HOST0007", None), Total::Exact(1));
        assert_eq!(count("192.0.2.11", None), Total::Exact(11));
        assert_eq!(count("host", Some(RecordType::Mx)), Total::Exact(0));
        assert_eq!(count("", Some(RecordType::A)), Total::Exact(120));
    }
}
