//! The changes that are under way, by session. A page waits for those of its own session: nobody who presses a button and
//! goes on at once is shown how things were before. Changes wait for nothing here.

use domain::id::SessionId;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::timeout;

/// Sessions with so many entries are looked through for those that have ended.
const MANY: usize = 1_024;

/// The longest that a page waits.
const WAIT: Duration = Duration::from_secs(5);

/// The changes that are under way on this server.
#[derive(Debug, Default)]
pub struct Underway(Mutex<HashMap<SessionId, Weak<Changes>>>);

/// Those of one session.
#[derive(Debug, Default)]
struct Changes {
    count: AtomicUsize,
    ended: Notify,
}

/// A change is under way for as long as this lives.
#[derive(Debug)]
pub struct Change(Arc<Changes>);

impl Drop for Change {
    fn drop(&mut self) {
        if self.0.count.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.0.ended.notify_waiters();
        }
    }
}

impl Underway {
    /// A change of a session begins. Others of it may be under way beside it.
    pub fn begin(&self, session: SessionId) -> Change {
        let changes = self.of(session);
        changes.count.fetch_add(1, Ordering::SeqCst);
        Change(changes)
    }

    /// Waits for the changes of a session that have begun, and says whether there were any.
    pub async fn settled(&self, session: SessionId) -> bool {
        let known = self.sessions().get(&session).and_then(Weak::upgrade);
        let Some(changes) = known.filter(|changes| changes.count.load(Ordering::SeqCst) > 0) else { return false };
        let ended = async {
            loop {
                let ended = changes.ended.notified();
                if changes.count.load(Ordering::SeqCst) == 0 {
                    return;
                }
                ended.await;
            }
        };
        // What takes longer is shown as it is.
        let _ = timeout(WAIT, ended).await;
        true
    }

    /// Whether any is under way.
    pub fn is_any(&self) -> bool {
        self.sessions().values().any(|changes| changes.strong_count() > 0)
    }

    fn of(&self, session: SessionId) -> Arc<Changes> {
        let mut sessions = self.sessions();
        if let Some(known) = sessions.get(&session).and_then(Weak::upgrade) {
            return known;
        }
        if sessions.len() >= MANY {
            sessions.retain(|_, changes| changes.strong_count() > 0);
        }
        let changes = Arc::default();
        sessions.insert(session, Arc::downgrade(&changes));
        changes
    }

    fn sessions(&self) -> MutexGuard<'_, HashMap<SessionId, Weak<Changes>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const MOMENT: Duration = Duration::from_millis(1);

    fn session(number: u128) -> SessionId {
        SessionId::new(Uuid::from_u128(number))
    }

    #[tokio::test(start_paused = true)]
    async fn a_page_waits_for_the_changes_of_its_own_session_alone_and_not_for_ever() {
        let underway = Underway::default();
        let (one, other) = (underway.begin(session(1)), underway.begin(session(1)));
        assert!(timeout(MOMENT, underway.settled(session(1))).await.is_err());
        assert_eq!(timeout(MOMENT, underway.settled(session(2))).await, Ok(false));
        drop(one);
        assert!(timeout(MOMENT, underway.settled(session(1))).await.is_err());
        assert!(timeout(WAIT + MOMENT, underway.settled(session(1))).await.is_ok(), "it goes on in the end");
        drop(other);
        assert_eq!(timeout(MOMENT, underway.settled(session(1))).await, Ok(false));
    }

    #[tokio::test(start_paused = true)]
    async fn a_page_that_waits_keeps_no_change_from_beginning() {
        let underway = Underway::default();
        let first = underway.begin(session(1));
        let page = underway.settled(session(1));
        let change = async {
            tokio::task::yield_now().await;
            drop((underway.begin(session(1)), first));
        };
        let ((), waited) = tokio::join!(change, page);
        assert!(waited);
    }

    #[tokio::test]
    async fn sessions_without_a_change_are_forgotten() {
        let underway = Underway::default();
        for number in 0..2 * MANY as u128 {
            drop(underway.begin(session(number)));
        }
        assert!(underway.sessions().len() <= MANY);
    }
}
