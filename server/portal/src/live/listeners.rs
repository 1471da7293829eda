//! Who listens in this process, and what they have not heard yet. What waits for a slow listener is a set of accounts, and
//! never grows beyond those that its person has.

use super::Seq;
use async_trait::async_trait;
use domain::caller::SignedIn;
use domain::id::{PersonId, SessionId};
use domain::live::{Listening, News};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// How long somebody waits at most who wants to know what a change reached.
const SOON: Duration = Duration::from_millis(500);

/// Everybody who listens.
#[derive(Debug)]
pub(crate) struct Listeners {
    reached: watch::Sender<Seq>,
    by_person: Mutex<HashMap<PersonId, Vec<Arc<Waiting>>>>,
}

/// What one listener has not heard yet.
#[derive(Debug)]
struct Waiting {
    session: SessionId,
    news: Mutex<News>,
    bell: Notify,
}

impl Waiting {
    fn add(&self, news: News) {
        let rings = !news.is_empty();
        locked(&self.news).add(news);
        if rings {
            self.bell.notify_one();
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Listeners {
    pub(crate) fn at(seq: Seq) -> Self {
        Self { reached: watch::Sender::new(seq), by_person: Mutex::default() }
    }

    /// Up to where everything was handed on.
    pub(crate) fn seq(&self) -> Seq {
        *self.reached.borrow()
    }

    /// Everything up to here was handed on.
    pub(crate) fn advance(&self, seq: Seq) {
        self.reached.send_modify(|known| *known = seq.max(*known));
    }

    /// Returns once everything up to here was handed on; soon in any case.
    pub(crate) async fn reached(&self, seq: Seq) {
        let mut known = self.reached.subscribe();
        let _ = tokio::time::timeout(SOON, known.wait_for(|known| *known >= seq)).await;
    }

    /// Hands news to everybody who listens in a person's name; to how many sessions.
    pub(crate) fn publish(&self, person: PersonId, news: &News) -> usize {
        let by_person = locked(&self.by_person);
        let mut sessions = BTreeSet::new();
        for waiting in by_person.get(&person).into_iter().flatten() {
            waiting.add(news.clone());
            sessions.insert(waiting.session);
        }
        sessions.len()
    }

    /// Begins to listen.
    pub(crate) fn subscribe(listeners: &Arc<Self>, signed_in: SignedIn) -> Subscription {
        let SignedIn { person, session, .. } = signed_in;
        let waiting = Arc::new(Waiting { session, news: Mutex::default(), bell: Notify::new() });
        locked(&listeners.by_person).entry(person).or_default().push(Arc::clone(&waiting));
        Subscription { listeners: Arc::clone(listeners), person, waiting }
    }
}

#[derive(Debug)]
pub(crate) struct Subscription {
    listeners: Arc<Listeners>,
    person: PersonId,
    waiting: Arc<Waiting>,
}

impl Subscription {
    /// Takes in what was missed before.
    pub(crate) fn hear(&self, missed: News) {
        self.waiting.add(missed);
    }
}

#[async_trait]
impl Listening for Subscription {
    async fn next(&mut self) -> News {
        loop {
            self.waiting.bell.notified().await;
            let mut news = locked(&self.waiting.news);
            if !news.is_empty() {
                let position = news.position;
                return std::mem::replace(&mut *news, News { position, ..News::default() });
            }
        }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        let mut by_person = locked(&self.listeners.by_person);
        if let Some(listeners) = by_person.get_mut(&self.person) {
            listeners.retain(|other| !Arc::ptr_eq(other, &self.waiting));
            if listeners.is_empty() {
                by_person.remove(&self.person);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::live::Position;
    use uuid::Uuid;

    fn signed_in(person: u128, session: u128) -> SignedIn {
        let (person, session) = (PersonId::new(Uuid::from_u128(person)), SessionId::new(Uuid::from_u128(session)));
        SignedIn { person, session, must_change_password: false, language: None }
    }

    fn about(account: u128, position: i64) -> News {
        let account = domain::id::AccountId::new(Uuid::from_u128(account));
        News { position: Position(position), accounts: [account].into(), everything: false, access: true }
    }

    #[tokio::test]
    async fn what_is_told_meanwhile_is_heard_at_once_and_by_its_person_only() {
        let listeners = Arc::new(Listeners::at(Seq(0)));
        let (one, other) = (signed_in(1, 1), signed_in(2, 2));
        let (mut first, mut second) = (Listeners::subscribe(&listeners, one), Listeners::subscribe(&listeners, one));
        let third = Listeners::subscribe(&listeners, other);
        // Two tabs of one session.
        assert_eq!(listeners.publish(one.person, &about(7, 1)), 1);
        assert_eq!(listeners.publish(one.person, &about(8, 2)), 1);
        let both =
            News { accounts: about(7, 0).accounts.union(&about(8, 0).accounts).copied().collect(), ..about(7, 2) };
        assert_eq!((first.next().await, second.next().await), (both.clone(), both));
        assert!(locked(&third.waiting.news).is_empty());
        drop((first, second, third));
        assert_eq!(listeners.publish(one.person, &about(7, 3)), 0);
        assert!(locked(&listeners.by_person).is_empty());
    }
}
