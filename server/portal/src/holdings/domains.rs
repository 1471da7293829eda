//! Domains: the list, which holds just what `domain::access` lets through, and the page of one.

use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::holdings::{self, DomainRecord, SeenDomains, StoredDomain, Wanted, expiring};
use crate::unit::Unit;
use crate::unit::page::{Key, Keyset, List};
use domain::access::HoldingAction;
use domain::domains::{DomainList, DomainPage, DomainQuery, DomainStatus, ShownDomains};
use domain::error::PortalError;
use domain::id::DomainId;
use domain::list::{COUNTED, Direction, Page, Total};
use domain::time::Timestamp;

/// The filters of the list, in their order.
const FILTERS: [ShownDomains; 6] = [
    ShownDomains::All,
    ShownDomains::Expiring,
    ShownDomains::Standing(DomainStatus::Active),
    ShownDomains::Standing(DomainStatus::Pending),
    ShownDomains::Standing(DomainStatus::Expired),
    ShownDomains::Standing(DomainStatus::Ended),
];

/// What is asked for, as conditions in SQL.
struct Asked<'a> {
    account: &'a str,
    seen: SeenDomains,
    wanted: Option<Wanted>,
    now: Timestamp,
}

impl Asked<'_> {
    fn filter(&self, statement: &mut Statement, shown: ShownDomains) {
        statement.push("account_id = ").bind(self.account);
        match shown {
            ShownDomains::All => {}
            ShownDomains::Expiring => {
                statement.push(" AND ");
                expiring::domains(statement, self.now);
            }
            ShownDomains::Standing(status) => {
                statement.push(" AND status = ").bind(status.key());
            }
        }
        self.seen.filter(statement);
        if let Some(wanted) = &self.wanted {
            wanted.domains(statement);
        }
    }

    /// How many rows each filter finds, all of them in one statement.
    async fn counts(&self, unit: &mut Unit<'_>) -> Result<Vec<(ShownDomains, Total)>, Failure> {
        let mut statement = Statement::new(unit.dialect());
        for (number, shown) in FILTERS.into_iter().enumerate() {
            statement.push(if number == 0 { "SELECT " } else { ", " });
            statement.push("(SELECT COUNT(*) FROM (SELECT 1 FROM domains WHERE ");
            self.filter(&mut statement, shown);
            statement.push(" LIMIT ").bind(COUNTED + 1).push(") AS rows_counted)");
        }
        let (all, expiring, active, pending, expired, ended): (i64, i64, i64, i64, i64, i64) =
            statement.fetch_one(unit.connection()).await?;
        let counts = FILTERS.into_iter().zip([all, expiring, active, pending, expired, ended]);
        Ok(counts.filter(|(_, count)| *count > 0).map(|(shown, count)| (shown, Total::of(count))).collect())
    }
}

pub(super) async fn list(mut unit: Unit<'_>, entered: Entered, query: &DomainQuery) -> Result<DomainList, Failure> {
    entered.actor.check(HoldingAction::SeeDomains)?;
    let (account, held) = (entered.actor.account().to_string(), &entered.actor.standing().effective);
    let asked = Asked {
        account: &account,
        seen: SeenDomains::by(held)?,
        wanted: Wanted::read(&query.search),
        now: entered.now,
    };
    let filter = |statement: &mut Statement| asked.filter(statement, query.shown);
    let list = List {
        columns: holdings::DOMAIN_COLUMNS,
        from: "domains",
        filter: &filter,
        pinned: None,
        keyset: Keyset::new(Key::Text("sort_name"), Direction::Ascending, &query.cursor),
    };
    let beside = |row: &StoredDomain| (row.id.clone(), row.sort_name.clone());
    let statement = Statement::new(unit.dialect());
    let Page { rows, total, previous, next } = list.page(&mut unit, statement, beside).await?;
    let rows = rows.into_iter().map(DomainRecord::try_from).collect::<Result<Vec<_>, _>>()?;
    // INVARIANT: the condition of the statement only spares rows; this decides.
    let rows = rows.into_iter().filter(|row| held.sees_domain(row.id));
    let rows = rows.map(|row| row.row(held, &entered.author.reader, entered.now)).collect();
    let counts = asked.counts(&mut unit).await?;
    Ok(DomainList { page: Page { rows, total, previous, next }, counts })
}

pub(super) async fn one(mut unit: Unit<'_>, entered: Entered, id: DomainId) -> Result<DomainPage, Failure> {
    entered.actor.check(HoldingAction::SeeDomains)?;
    // INVARIANT: one that is not seen is answered as one that is not there (SECURITY T9, I11).
    let found = holdings::domain(&mut unit, entered.actor.account(), id).await?.ok_or(PortalError::NotFound)?;
    if entered.actor.check(HoldingAction::SeeDomain(found.target())).is_err() {
        return Err(PortalError::NotFound.into());
    }
    let reader = &entered.author.reader;
    let since = reader.date(Timestamp(found.created_at));
    let row = found.row(&entered.actor.standing().effective, reader, entered.now);
    Ok(DomainPage { row, since })
}
