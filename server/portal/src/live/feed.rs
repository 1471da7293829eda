//! Reads what was told, by this process and by others, and hands it to whoever listens here. The table is the truth; what
//! rings in between only says that it is worth a look.

use super::Seq;
use super::ears::Ears;
use crate::base::dialect::Elsewhere;
use crate::base::error::Failure;
use crate::unit::core::Core;
use crate::unit::live;
use domain::live::{News, Position};
use sqlx::FromRow;
use std::collections::BTreeSet;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

/// How often the table is looked at when nothing rings.
const AT_LEAST: Duration = Duration::from_secs(2);
/// How many rows are read at once.
const AT_ONCE: i64 = 500;

/// What hands the changes to whoever listens in this process.
#[derive(Debug, Clone)]
pub struct Feed {
    core: Arc<Core>,
    ears: Arc<Ears>,
    /// How often the table is looked at when nothing rings, and hearing of other processes is tried again.
    pub at_least: Duration,
}

impl Feed {
    pub(super) fn new(core: Arc<Core>, ears: Arc<Ears>) -> Self {
        Self { core, ears, at_least: AT_LEAST }
    }

    /// Hands on what is told until `shutdown`.
    pub async fn run(&self, shutdown: impl Future<Output = ()> + Send) {
        tokio::pin!(shutdown);
        let mut elsewhere = None;
        loop {
            if elsewhere.is_none() {
                elsewhere = self.elsewhere().await;
            }
            // INVARIANT: looked at after listening began, so that nothing falls in between.
            if let Err(failure) = self.hand_on().await {
                tracing::error!(error = %failure, "what open tabs are told can't be read");
            }
            tokio::select! {
                () = &mut shutdown => return,
                () = self.core.database.live_told() => {}
                heard = changed(&mut elsewhere) => if let Err(error) = heard {
                    tracing::warn!(%error, "changes by other processes are not heard of at once");
                    elsewhere = None;
                },
                () = tokio::time::sleep(self.at_least) => {}
            }
        }
    }

    async fn elsewhere(&self) -> Option<Elsewhere> {
        match self.core.database.elsewhere().await {
            Ok(elsewhere) => Some(elsewhere),
            Err(error) => {
                tracing::warn!(%error, "changes by other processes are not heard of at once");
                None
            }
        }
    }

    async fn hand_on(&self) -> Result<(), Failure> {
        loop {
            let rows: Vec<EventRow> = sqlx::query_as(
                "SELECT seq, person_id, number, account_id FROM live_events WHERE seq > $1 ORDER BY seq LIMIT $2",
            )
            .bind(self.ears.seq().0)
            .bind(AT_ONCE)
            .fetch_all(self.core.database.readers())
            .await?;
            let Some(last) = rows.last() else { return Ok(()) };
            let last = Seq(last.seq);
            let mut heard = Vec::new();
            for EventRow { seq, person_id, number, account_id } in rows {
                let accounts: BTreeSet<_> =
                    account_id.iter().map(|account| account.parse()).collect::<Result<_, _>>()?;
                let news = News { position: Position(number), everything: account_id.is_none(), accounts };
                let sessions = self.ears.tell(person_id.parse()?, &news);
                if sessions > 0 {
                    heard.push((seq, sessions));
                }
            }
            for (seq, sessions) in heard {
                live::count(&self.core.database, seq, sessions).await?;
            }
            self.ears.advance(last);
        }
    }
}

#[derive(FromRow)]
struct EventRow {
    seq: i64,
    person_id: String,
    number: i64,
    account_id: Option<String>,
}

async fn changed(elsewhere: &mut Option<Elsewhere>) -> Result<(), sqlx::Error> {
    match elsewhere {
        Some(elsewhere) => elsewhere.changed().await,
        None => std::future::pending().await,
    }
}
