//! How many streams there are: they are held for long, and must leave room for everything else.

use crate::settings::ConnectionLimits;
use domain::caller::SignedIn;
use domain::id::{PersonId, SessionId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;

/// Streams of one session: one, but for browsers whose tabs cannot agree on one, which have six connections in all.
const EACH_SESSION: usize = 3;
/// Streams of one person, in all their browsers.
const EACH_PERSON: usize = 16;

/// Counts the streams, and ends them all.
#[derive(Debug)]
pub struct StreamSlots {
    all: usize,
    each_address: usize,
    taken: Mutex<Taken>,
    ending: watch::Sender<bool>,
}

#[derive(Debug, Default)]
struct Taken {
    all: usize,
    by: HashMap<Of, usize>,
}

/// Of whom there may be only so many.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Of {
    Session(SessionId),
    Person(PersonId),
    Address(String),
}

/// A slot for one stream, given back when it is dropped.
#[derive(Debug)]
pub struct StreamSlot {
    slots: Arc<StreamSlots>,
    of: [Of; 3],
}

impl StreamSlots {
    /// Streams take half of the connections at most, in all and from each address.
    pub fn new(limits: ConnectionLimits) -> Arc<Self> {
        let half = |connections: usize| (connections / 2).max(1);
        Arc::new(Self {
            all: half(limits.connections),
            each_address: half(limits.connections_per_address),
            taken: Mutex::default(),
            ending: watch::Sender::new(false),
        })
    }

    /// A slot for one more, if there is one.
    pub fn take(self: &Arc<Self>, signed_in: SignedIn, address: String) -> Option<StreamSlot> {
        let of = [Of::Session(signed_in.session), Of::Person(signed_in.person), Of::Address(address)];
        let most = [EACH_SESSION, EACH_PERSON, self.each_address];
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |(of, most): (&Of, &usize)| taken.by.get(of).is_some_and(|count| count >= most);
        if taken.all >= self.all || of.iter().zip(&most).any(full) {
            return None;
        }
        taken.all += 1;
        for of in &of {
            *taken.by.entry(of.clone()).or_default() += 1;
        }
        Some(StreamSlot { slots: Arc::clone(self), of })
    }

    /// Ends every stream: the server is about to stop.
    pub fn end(&self) {
        self.ending.send_replace(true);
    }

    /// How many streams there are.
    pub fn taken(&self) -> usize {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).all
    }
}

impl StreamSlot {
    /// Ready when the server is about to stop.
    pub async fn ending(&self) {
        let mut ending = self.slots.ending.subscribe();
        // The sender is as old as the slot.
        let _ = ending.wait_for(|ending| *ending).await;
    }
}

impl Drop for StreamSlot {
    fn drop(&mut self) {
        let mut taken = self.slots.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.all -= 1;
        for of in &self.of {
            if let Some(count) = taken.by.get_mut(of) {
                *count -= 1;
                if *count == 0 {
                    taken.by.remove(of);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn signed_in(person: u128, session: u128) -> SignedIn {
        let (person, session) = (PersonId::new(Uuid::from_u128(person)), SessionId::new(Uuid::from_u128(session)));
        SignedIn { person, session, must_change_password: false, language: None }
    }

    fn slots(all: usize, each_address: usize) -> Arc<StreamSlots> {
        StreamSlots::new(ConnectionLimits { connections: 2 * all, connections_per_address: 2 * each_address })
    }

    fn take(slots: &Arc<StreamSlots>, person: u128, session: u128, address: &str) -> Option<StreamSlot> {
        slots.take(signed_in(person, session), address.to_owned())
    }

    #[test]
    fn each_session_person_and_address_and_all_together_are_bounded() {
        let many = slots(1000, 1000);
        let held: Vec<_> = (0..EACH_SESSION).map(|_| take(&many, 1, 1, "a")).collect();
        assert!(held.iter().all(Option::is_some) && take(&many, 1, 1, "a").is_none());
        let more: Vec<_> = (100..).map_while(|session| take(&many, 1, session, "a")).collect();
        assert_eq!(held.len() + more.len(), EACH_PERSON);
        assert!(take(&many, 2, 2, "a").is_some());
        drop((held, more));
        assert_eq!(many.taken(), 0);

        let few = slots(3, 2);
        let two = [take(&few, 1, 1, "a"), take(&few, 2, 2, "a")];
        assert!(two.iter().all(Option::is_some) && take(&few, 3, 3, "a").is_none());
        let third = take(&few, 3, 3, "b");
        assert!(third.is_some() && take(&few, 4, 4, "c").is_none());
        drop(two);
        assert!(take(&few, 4, 4, "c").is_some());
    }
}
