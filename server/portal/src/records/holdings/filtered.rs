//! Which services My Services lists: the reader's sight, the filters, the search; and how many each filter would find.

use super::{FACTS, FactsRow, Seen, ServiceFacts, Wanted, expiring, unknown};
use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::unit::Unit;
use crate::unit::page::{Key, Keyset, List};
use domain::id::AccountId;
use domain::list::{COUNTED, Page};
use domain::rights::Effective;
use domain::service::{MachineState, ServiceCounts, ServiceKind, ServiceQuery, ServiceSort, Shown};
use domain::time::Timestamp;
use sqlx::FromRow;

/// The state of a service: what was reported, where this version knows it; `unknown` where a driver runs it all the same.
const STATE: &str = "CASE WHEN state IN ('running', 'stopped', 'busy') THEN state \
                     WHEN state IS NOT NULL OR driver IS NOT NULL THEN 'unknown' ELSE '' END";
/// What stands for a date that there is not, in the order of dates.
const NEVER: i64 = i64::MAX;

/// What every statement here is asked with.
pub(crate) struct Asked<'q> {
    account: String,
    seen: Seen,
    /// Whether they have something on more single services than are counted.
    holds_many: bool,
    wanted: Option<Wanted>,
    query: &'q ServiceQuery,
    now: Timestamp,
}

impl<'q> Asked<'q> {
    /// By somebody who holds this.
    pub(crate) fn new(
        account: AccountId,
        held: &Effective,
        query: &'q ServiceQuery,
        now: Timestamp,
    ) -> Result<Self, Failure> {
        let wanted = Wanted::read(&query.search);
        let holds_many = i64::try_from(held.services().len()).unwrap_or(i64::MAX) > COUNTED;
        Ok(Self { account: account.to_string(), seen: Seen::by(held, now)?, holds_many, wanted, query, now })
    }

    /// The condition of what the reader sees.
    fn seen(&self, statement: &mut Statement) {
        statement.push("account_id = ").bind(self.account.as_str());
        self.seen.filter(statement);
    }

    /// The same with what is searched.
    fn found(&self, statement: &mut Statement) {
        self.seen(statement);
        if let Some(wanted) = &self.wanted {
            wanted.services(statement);
        }
    }

    fn filter(&self, statement: &mut Statement) {
        self.found(statement);
        match self.query.shown {
            Shown::All => {}
            Shown::Active => {
                statement.push(" AND status = 'active'");
            }
            Shown::Expiring => {
                statement.push(" AND ");
                expiring::services(statement, self.now);
            }
        }
        if let Some(kind) = self.query.kind {
            statement.push(" AND kind = ").bind(kind.key());
        }
        if let Some(state) = self.query.state {
            statement.push(" AND ").push(STATE).push(" = ").bind(state.key());
        }
    }

    /// A page of them. What the reader sees is decided once more of each row.
    pub(crate) async fn page(&self, unit: &mut Unit<'_>) -> Result<Page<ServiceFacts>, Failure> {
        let filter = |statement: &mut Statement| self.filter(statement);
        // Written as the indices are.
        let key = match self.query.sort {
            ServiceSort::Name => Key::Text("sort_name"),
            ServiceSort::Expires => Key::Number("COALESCE(expires_at, 9223372036854775807)"),
            ServiceSort::NextDue => Key::Number("COALESCE(next_due_at, 9223372036854775807)"),
        };
        let list = List {
            columns: FACTS,
            from: "services",
            filter: &filter,
            pinned: None,
            keyset: Keyset::new(key, self.query.direction, &self.query.cursor),
        };
        let beside = |row: &FactsRow| {
            let key = match self.query.sort {
                ServiceSort::Name => row.sort_name.clone(),
                ServiceSort::Expires => row.expires_at.unwrap_or(NEVER).to_string(),
                ServiceSort::NextDue => row.next_due_at.unwrap_or(NEVER).to_string(),
            };
            (row.id.clone(), key)
        };
        let statement = Statement::new(unit.dialect());
        let Page { rows, total, previous, next } = list.page(unit, statement, beside).await?;
        let rows = rows.into_iter().map(ServiceFacts::try_from).collect::<Result<_, _>>()?;
        Ok(Page { rows, total, previous, next })
    }

    /// How many each filter would find. Counted where the reader sees few: how many the account has is not asked, and so
    /// tells nothing of those that they do not see.
    pub(crate) async fn counts(&self, unit: &mut Unit<'_>) -> Result<ServiceCounts, Failure> {
        if self.holds_many {
            return Ok(ServiceCounts::default());
        }
        let mut statement = Statement::new(unit.dialect());
        statement.push("SELECT COUNT(*) FROM (SELECT 1 FROM services WHERE ");
        self.seen(&mut statement);
        statement.push(" LIMIT ").bind(COUNTED + 1).push(") AS few");
        let (few,): (i64,) = statement.fetch_one(unit.connection()).await?;
        if few > COUNTED {
            return Ok(ServiceCounts::default());
        }
        let mut statement = Statement::new(unit.dialect());
        statement.push("SELECT kind, machine, is_active, is_expiring, CAST(COUNT(*) AS BIGINT) AS services FROM (");
        statement.push("SELECT kind, ").push(STATE);
        statement.push(" AS machine, CAST(CASE WHEN status = 'active' THEN 1 ELSE 0 END AS BIGINT) AS is_active, ");
        statement.push("CAST(CASE WHEN ");
        expiring::services(&mut statement, self.now);
        statement.push(" THEN 1 ELSE 0 END AS BIGINT) AS is_expiring FROM services WHERE ");
        self.found(&mut statement);
        statement.push(") AS found GROUP BY kind, machine, is_active, is_expiring");
        let groups: Vec<Group> = statement.fetch_all(unit.connection()).await?;
        let groups = groups.into_iter().map(Same::try_from).collect::<Result<Vec<_>, _>>()?;
        Ok(counted(&groups, self.query))
    }
}

/// So many that no filter tells apart.
#[derive(FromRow)]
struct Group {
    kind: String,
    machine: String,
    is_active: i64,
    is_expiring: i64,
    services: i64,
}

/// The same, read.
struct Same {
    kind: ServiceKind,
    state: Option<MachineState>,
    shown: Vec<Shown>,
    services: usize,
}

impl TryFrom<Group> for Same {
    type Error = Failure;

    fn try_from(group: Group) -> Result<Self, Failure> {
        let active = (group.is_active > 0).then_some(Shown::Active);
        let expiring = (group.is_expiring > 0).then_some(Shown::Expiring);
        Ok(Self {
            kind: ServiceKind::from_key(&group.kind).ok_or_else(|| unknown("kind of service", &group.kind))?,
            state: MachineState::from_key(&group.machine),
            shown: [Some(Shown::All), active, expiring].into_iter().flatten().collect(),
            services: usize::try_from(group.services).unwrap_or(0),
        })
    }
}

/// Each number is counted with the other filters as they are.
fn counted(groups: &[Same], query: &ServiceQuery) -> ServiceCounts {
    let sum = |is_in: &dyn Fn(&Same) -> bool| -> usize {
        groups.iter().filter(|same| is_in(same)).map(|same| same.services).sum()
    };
    let of_kind = |same: &Same| query.kind.is_none_or(|kind| same.kind == kind);
    let in_state = |same: &Same| query.state.is_none_or(|state| same.state == Some(state));
    let is_shown = |same: &Same| same.shown.contains(&query.shown);
    let shown = Shown::ALL
        .map(|each| (each, sum(&|same: &Same| same.shown.contains(&each) && of_kind(same) && in_state(same))));
    let kinds =
        ServiceKind::ALL.map(|kind| (kind, sum(&|same: &Same| same.kind == kind && is_shown(same) && in_state(same))));
    let states = MachineState::ALL
        .map(|state| (state, sum(&|same: &Same| same.state == Some(state) && is_shown(same) && of_kind(same))));
    ServiceCounts {
        shown: shown.into(),
        kinds: kinds.into_iter().filter(|(_, services)| *services > 0).collect(),
        states: states.into_iter().filter(|(_, services)| *services > 0).collect(),
    }
}
