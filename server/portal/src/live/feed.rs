//! Reads what was told, by this process and by others, and hands it to whoever listens here. The table is the truth; what
//! rings in between only says that it is worth a look.

use super::Seq;
use super::listeners::Listeners;
use crate::base::dialect::ChangeListener;
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
    listeners: Arc<Listeners>,
    /// How often the table is looked at when nothing rings, and hearing of other processes is tried again.
    pub at_least: Duration,
}

impl Feed {
    pub(super) fn new(core: Arc<Core>, listeners: Arc<Listeners>) -> Self {
        Self { core, listeners, at_least: AT_LEAST }
    }

    /// Hands on what is told until `shutdown`.
    pub async fn run(&self, shutdown: impl Future<Output = ()> + Send) {
        tokio::pin!(shutdown);
        let mut others = None;
        loop {
            if others.is_none() {
                others = self.change_listener().await;
            }
            // INVARIANT: looked at after listening began, so that nothing falls in between.
            if let Err(failure) = self.hand_on().await {
                tracing::error!(error = %failure, "failed to read changes for open tabs");
            }
            tokio::select! {
                () = &mut shutdown => return,
                () = self.core.database.live_published() => {}
                heard = changed(&mut others) => if let Err(error) = heard {
                    tracing::warn!(%error, "failed to listen for changes by other processes: polling instead");
                    others = None;
                },
                () = tokio::time::sleep(self.at_least) => {}
            }
        }
    }

    async fn change_listener(&self) -> Option<ChangeListener> {
        match self.core.database.change_listener().await {
            Ok(others) => Some(others),
            Err(error) => {
                tracing::warn!(%error, "failed to listen for changes by other processes: polling instead");
                None
            }
        }
    }

    async fn hand_on(&self) -> Result<(), Failure> {
        loop {
            let rows: Vec<EventRow> = sqlx::query_as(
                "SELECT seq, person_id, number, account_id FROM live_events WHERE seq > $1 ORDER BY seq LIMIT $2",
            )
            .bind(self.listeners.seq().0)
            .bind(AT_ONCE)
            .fetch_all(self.core.database.readers())
            .await?;
            let Some(last) = rows.last() else { return Ok(()) };
            let last = Seq(last.seq);
            let mut heard = Vec::new();
            for EventRow { seq, person_id, number, account_id } in rows {
                let accounts: BTreeSet<_> =
                    account_id.iter().map(|account| account.parse()).collect::<Result<_, _>>()?;
                let about_account = account_id.is_some();
                let news =
                    News { position: Position(number), everything: !about_account, accounts, access: about_account };
                let sessions = self.listeners.publish(person_id.parse()?, &news);
                if sessions > 0 {
                    heard.push((seq, sessions));
                }
            }
            for (seq, sessions) in heard {
                live::count(&self.core.database, seq, sessions).await?;
            }
            self.listeners.advance(last);
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

async fn changed(others: &mut Option<ChangeListener>) -> Result<(), sqlx::Error> {
    match others {
        Some(others) => others.changed().await,
        None => std::future::pending().await,
    }
}
