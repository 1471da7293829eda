//! How many consoles there are on this server: each holds two connections for long.

use domain::id::{AccountId, PersonId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// Consoles of one person.
const EACH_PERSON: usize = 5;
/// Consoles of one account.
const EACH_ACCOUNT: usize = 20;

/// Counts the consoles, and ends them all.
#[derive(Debug)]
pub struct ConsoleSlots {
    most: usize,
    by: Mutex<HashMap<Of, usize>>,
    all: watch::Sender<usize>,
    ending: watch::Sender<bool>,
}

/// Of whom there may be only so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Of {
    Person(PersonId),
    Account(AccountId),
}

/// A slot for one console, given back when it is dropped.
#[derive(Debug)]
pub struct ConsoleSlot {
    slots: Arc<ConsoleSlots>,
    of: Vec<Of>,
}

impl Of {
    const fn most(self) -> usize {
        match self {
            Self::Person(_) => EACH_PERSON,
            Self::Account(_) => EACH_ACCOUNT,
        }
    }
}

/// Counts one more; whether there may be one.
fn add(by: &mut HashMap<Of, usize>, of: Of) -> bool {
    let count = by.entry(of).or_default();
    let is_free = *count < of.most();
    if is_free {
        *count += 1;
    }
    is_free
}

impl ConsoleSlots {
    /// So many in all.
    pub fn new(most: usize) -> Arc<Self> {
        let (all, ending) = (watch::Sender::new(0), watch::Sender::new(false));
        Arc::new(Self { most, by: Mutex::default(), all, ending })
    }

    /// A slot for one more of a person, if there is one.
    pub fn take(self: &Arc<Self>, person: PersonId) -> Option<ConsoleSlot> {
        let of = Of::Person(person);
        let mut by = self.by();
        if *self.all.borrow() >= self.most || !add(&mut by, of) {
            return None;
        }
        self.all.send_modify(|all| *all += 1);
        Some(ConsoleSlot { slots: Arc::clone(self), of: vec![of] })
    }

    /// Ends every console: the server is about to stop.
    pub fn end(&self) {
        self.ending.send_replace(true);
    }

    /// Ready when none is open.
    pub async fn closed(&self) {
        // The sender is as old as this.
        let _ = self.all.subscribe().wait_for(|all| *all == 0).await;
    }

    fn by(&self) -> MutexGuard<'_, HashMap<Of, usize>> {
        self.by.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ConsoleSlot {
    /// Counts among the account's too; whether there may be one more. INVARIANT: asked once whoever came may open its
    /// consoles: nobody else takes the places of an account.
    pub fn join(&mut self, account: AccountId) -> bool {
        let of = Of::Account(account);
        let joins = add(&mut self.slots.by(), of);
        if joins {
            self.of.push(of);
        }
        joins
    }

    /// Ready when the server is about to stop.
    pub async fn ending(&self) {
        let mut ending = self.slots.ending.subscribe();
        // The sender is as old as the slot.
        let _ = ending.wait_for(|ending| *ending).await;
    }
}

impl Drop for ConsoleSlot {
    fn drop(&mut self) {
        let mut by = self.slots.by();
        for of in &self.of {
            if let Some(count) = by.get_mut(of) {
                *count -= 1;
                if *count == 0 {
                    by.remove(of);
                }
            }
        }
        self.slots.all.send_modify(|all| *all -= 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn take(slots: &Arc<ConsoleSlots>, person: u128, account: u128) -> Option<ConsoleSlot> {
        let mut slot = slots.take(PersonId::new(Uuid::from_u128(person)))?;
        slot.join(AccountId::new(Uuid::from_u128(account))).then_some(slot)
    }

    #[tokio::test]
    async fn each_person_and_account_and_all_together_are_bounded() {
        let many = ConsoleSlots::new(1_000);
        let own: Vec<_> = (0..EACH_PERSON).map(|_| take(&many, 1, 1)).collect();
        assert!(own.iter().all(Option::is_some) && take(&many, 1, 2).is_none());
        let more: Vec<_> = (2..).map_while(|person| take(&many, person, 1)).collect();
        assert_eq!(own.len() + more.len(), EACH_ACCOUNT);
        assert!(take(&many, 2, 2).is_some());
        let comes = many.take(PersonId::new(Uuid::from_u128(99)));
        assert!(comes.is_some(), "who only comes takes no place of the account");
        drop(comes);
        drop((own, more));
        many.closed().await;

        let few = ConsoleSlots::new(2);
        let two = [take(&few, 1, 1), take(&few, 2, 2)];
        assert!(two.iter().all(Option::is_some) && take(&few, 3, 3).is_none());
        drop(two);
        assert!(take(&few, 3, 3).is_some());
    }
}
