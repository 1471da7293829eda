//! The changes that are under way, by session. A page waits for those of its own session: nobody who presses a button and
//! goes on at once is shown how things were before.

use domain::id::SessionId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use tokio::sync::{OwnedRwLockReadGuard, RwLock};

/// Sessions with so many entries are looked through for those that have ended.
const MANY: usize = 1_024;

/// The changes that are under way on this server.
#[derive(Debug, Default)]
pub struct Underway(Mutex<HashMap<SessionId, Weak<RwLock<()>>>>);

/// A change is under way for as long as this lives.
pub type Change = OwnedRwLockReadGuard<()>;

impl Underway {
    /// A change of a session begins. Others of it may be under way beside it.
    pub async fn begin(&self, session: SessionId) -> Change {
        self.of(session).read_owned().await
    }

    /// Waits for the changes of a session that have begun.
    pub async fn settled(&self, session: SessionId) {
        let known = self.sessions().get(&session).and_then(Weak::upgrade);
        if let Some(changes) = known {
            drop(changes.write().await);
        }
    }

    /// Whether any is under way.
    pub fn is_any(&self) -> bool {
        self.sessions().values().any(|changes| changes.strong_count() > 0)
    }

    fn of(&self, session: SessionId) -> Arc<RwLock<()>> {
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

    fn sessions(&self) -> std::sync::MutexGuard<'_, HashMap<SessionId, Weak<RwLock<()>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;
    use tokio::time::timeout;
    use uuid::Uuid;

    const MOMENT: Duration = Duration::from_millis(1);

    fn session(number: u128) -> SessionId {
        SessionId::new(Uuid::from_u128(number))
    }

    #[tokio::test(start_paused = true)]
    async fn a_page_waits_for_the_changes_of_its_own_session_alone() {
        let underway = Underway::default();
        let (one, other) = (underway.begin(session(1)).await, underway.begin(session(1)).await);
        assert!(timeout(MOMENT, underway.settled(session(1))).await.is_err());
        assert!(timeout(MOMENT, underway.settled(session(2))).await.is_ok());
        drop(one);
        assert!(timeout(MOMENT, underway.settled(session(1))).await.is_err());
        drop(other);
        assert!(timeout(MOMENT, underway.settled(session(1))).await.is_ok());
    }

    #[tokio::test]
    async fn sessions_without_a_change_are_forgotten() {
        let underway = Underway::default();
        for number in 0..2 * MANY as u128 {
            drop(underway.begin(session(number)).await);
        }
        assert!(underway.sessions().len() <= MANY);
    }
}
