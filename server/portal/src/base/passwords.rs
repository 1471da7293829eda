//! Passwords: how they are kept, and how many are worked on at once.
//!
//! They are kept as argon2id; hashes that came from elsewhere (other argon2 costs, bcrypt) are verified and replaced at
//! the next sign-in. Hashing is made expensive on purpose, and judging takes long by nature, so both run on threads of
//! their own, with a short queue before them: a flood is told to come back and takes nothing from those signed in. New
//! passwords have a queue for themselves: whoever chooses many keeps nobody from signing in.

mod hashes;
mod threads;

pub(crate) use hashes::Verified;
pub use hashes::{is_hash, is_usable_hash};

use crate::base::strength;
use domain::error::PortalError;
use domain::problem::Problem;
use domain::text::Secret;
use hashes::{hash, verify};
use std::io;
use std::sync::Arc;
use std::time::Duration;
use threads::Threads;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many may wait for their turn, and for how long.
const QUEUE: usize = 32;
const PATIENCE: Duration = Duration::from_secs(2);
const REFUSED_AFTER: Duration = Duration::from_millis(500);

/// How much work on passwords is taken on, and when a wrong one is answered.
#[derive(Debug, Clone, Copy)]
pub struct PasswordWork {
    /// How many are verified at once; half as many new ones are worked on beside them, and at least one.
    pub at_once: usize,
    /// How many of these may wait for their turn, and half as many new ones. Further ones are told to come back.
    pub waiting: usize,
    /// No failed sign-in is answered sooner: longer than any hash takes to verify.
    pub refused_after: Duration,
}

impl PasswordWork {
    /// What this machine can bear: one for each core.
    pub fn of_this_machine() -> Self {
        let at_once = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self { at_once, waiting: QUEUE, refused_after: REFUSED_AFTER }
    }
}

/// Judges, hashes and verifies passwords, a few at once.
#[derive(Debug)]
pub(crate) struct Passwords {
    threads: Threads,
    kept: Queue,
    new: Queue,
}

/// What waits for its turn, and what has it.
#[derive(Debug)]
struct Queue {
    working: Arc<Semaphore>,
    waiting: Semaphore,
}

impl Queue {
    fn new(at_once: usize, waiting: usize) -> Self {
        Self { working: Arc::new(Semaphore::new(at_once)), waiting: Semaphore::new(waiting) }
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit, PortalError> {
        if let Ok(turn) = Arc::clone(&self.working).try_acquire_owned() {
            return Ok(turn);
        }
        let _place = self.waiting.try_acquire().map_err(|_| PortalError::Unavailable)?;
        tokio::time::timeout(PATIENCE, Arc::clone(&self.working).acquire_owned())
            .await
            .map_err(|_| PortalError::Unavailable)?
            .map_err(|_| PortalError::Unavailable)
    }
}

impl Passwords {
    /// Starts the threads.
    ///
    /// # Errors
    /// When the system gives no more threads.
    pub(crate) fn start(PasswordWork { at_once, waiting, .. }: PasswordWork) -> io::Result<Self> {
        let new_at_once = at_once.div_ceil(2);
        Ok(Self {
            threads: Threads::start("passwords", at_once + new_at_once)?,
            kept: Queue::new(at_once, waiting),
            new: Queue::new(new_at_once, waiting.div_ceil(2)),
        })
    }

    /// What makes a password of the right length easy to guess for those who know its owner's words, if anything does.
    ///
    /// # Errors
    /// `Unavailable` when too many new ones wait already.
    pub(crate) async fn judge(
        &self,
        password: &Secret,
        own_words: Vec<String>,
    ) -> Result<Option<Problem>, PortalError> {
        let password = password.clone();
        self.work(&self.new, move || strength::check(&password, &own_words).err()).await
    }

    /// The hash to keep of a password.
    ///
    /// # Errors
    /// `Unavailable` when too many new ones wait already.
    pub(crate) async fn hash(&self, password: &Secret) -> Result<String, PortalError> {
        let password = password.clone();
        self.work(&self.new, move || hash(&password)).await?.ok_or(PortalError::Unavailable)
    }

    /// Whether `password` is the one kept as `kept`. Takes as long when there is none.
    ///
    /// # Errors
    /// `Unavailable` when too many wait already.
    pub(crate) async fn verify(&self, kept: Option<String>, password: &Secret) -> Result<Verified, PortalError> {
        let password = password.clone();
        self.work(&self.kept, move || verify(kept.as_deref().unwrap_or_default(), &password)).await
    }

    async fn work<T: Send + 'static>(
        &self,
        queue: &Queue,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, PortalError> {
        let turn = queue.turn().await?;
        // INVARIANT: the turn goes into the job, for the job goes on when the client has gone.
        let done = self.threads.run(move || {
            let _turn = turn;
            job()
        });
        done.await.ok_or_else(|| {
            tracing::error!("failed to work on a password");
            PortalError::Unavailable
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Secret {
        Secret::new(text.to_owned())
    }

    #[tokio::test]
    async fn a_password_is_known_again_and_another_is_not() {
        let passwords = Passwords::start(PasswordWork::of_this_machine()).expect("threads");
        let kept = passwords.hash(&secret("correct horse")).await.expect("a hash");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert_ne!(passwords.hash(&secret("correct horse")).await.expect("a hash"), kept);
        assert_eq!(passwords.verify(Some(kept.clone()), &secret("correct horse")).await, Ok(Verified::Right));
        assert_eq!(passwords.verify(Some(kept), &secret("Correct horse")).await, Ok(Verified::Wrong));
        assert_eq!(passwords.verify(None, &secret("")).await, Ok(Verified::Wrong));
    }

    #[tokio::test]
    async fn a_password_is_kept_whole() {
        let passwords = Passwords::start(PasswordWork::of_this_machine()).expect("threads");
        let long = "plumber orbit lantern moss ".repeat(10);
        let kept = passwords.hash(&secret(&long)).await.expect("a hash");
        assert_eq!(passwords.verify(Some(kept), &secret(long.trim_end())).await, Ok(Verified::Wrong));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_flood_is_told_to_come_back() {
        let passwords = Arc::new(Passwords::start(PasswordWork::of_this_machine()).expect("threads"));
        let mut flood = tokio::task::JoinSet::new();
        for _ in 0..200 {
            let passwords = Arc::clone(&passwords);
            flood.spawn(async move { passwords.verify(None, &secret("x")).await });
        }
        let answers = flood.join_all().await;
        let refused = answers.iter().filter(|answer| **answer == Err(PortalError::Unavailable)).count();
        assert!(refused > 0 && refused < 200, "{refused} of 200 refused");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn however_many_new_passwords_wait_a_sign_in_has_a_place() {
        let work = PasswordWork { at_once: 1, waiting: 8, refused_after: Duration::ZERO };
        let passwords = Arc::new(Passwords::start(work).expect("threads"));
        let busy = Arc::clone(&passwords.new.working).acquire_owned().await.expect("a permit");
        let mut flood = tokio::task::JoinSet::new();
        for n in 0..20 {
            let passwords = Arc::clone(&passwords);
            flood.spawn(async move {
                match n % 2 {
                    0 => passwords.judge(&secret("passwordpassword"), Vec::new()).await.map(drop),
                    _ => passwords.hash(&secret("passwordpassword")).await.map(drop),
                }
            });
        }
        // Four wait for the one that is worked on.
        for _ in 0..16 {
            let answer = flood.join_next().await.expect("twenty were sent").expect("it does not panic");
            assert_eq!(answer, Err(PortalError::Unavailable));
        }
        assert_eq!(passwords.verify(None, &secret("x")).await, Ok(Verified::Wrong), "while they wait");
        drop(busy);
        let answers = flood.join_all().await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 4, "{answers:?}");
    }
}
