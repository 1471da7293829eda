//! Passwords: how they are kept, and how many are worked on at once.
//!
//! They are kept as argon2id; hashes that came from elsewhere (other argon2 costs, bcrypt) are verified and replaced at
//! the next sign-in. Hashing is made expensive on purpose, and judging takes long by nature, so both run off the
//! asynchronous threads, one per core, with a short queue before it: a flood is told to come back and takes nothing from
//! those signed in. New passwords take half of the places at most: whoever chooses many keeps nobody from signing in.

mod hashes;

pub(crate) use hashes::Verified;
pub use hashes::{is_hash, is_usable_hash};

use crate::base::strength;
use domain::error::PortalError;
use domain::problem::Problem;
use domain::text::Secret;
use hashes::{hash, verify};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many may wait for their turn, and for how long.
const QUEUE: usize = 32;
const PATIENCE: Duration = Duration::from_secs(2);
const REFUSED_AFTER: Duration = Duration::from_millis(500);

/// How much work on passwords is taken on, and when a wrong one is answered.
#[derive(Debug, Clone, Copy)]
pub struct PasswordWork {
    /// How many are worked on at once.
    pub at_once: usize,
    /// How many may wait for their turn. Further ones are told to come back.
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
    working: Arc<Semaphore>,
    waiting: Semaphore,
    /// Places for new passwords, worked on or waiting.
    new: Arc<Semaphore>,
}

impl Passwords {
    pub(crate) fn new(PasswordWork { at_once, waiting, .. }: PasswordWork) -> Self {
        let new = Arc::new(Semaphore::new((at_once + waiting).div_ceil(2)));
        Self { working: Arc::new(Semaphore::new(at_once)), waiting: Semaphore::new(waiting), new }
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
        let (place, password) = (self.place_of_new()?, password.clone());
        self.work(move || {
            let _place = place;
            strength::check(&password, &own_words).err()
        })
        .await
    }

    /// The hash to keep of a password.
    ///
    /// # Errors
    /// `Unavailable` when too many new ones wait already.
    pub(crate) async fn hash(&self, password: &Secret) -> Result<String, PortalError> {
        let (place, password) = (self.place_of_new()?, password.clone());
        let hashed = self.work(move || {
            let _place = place;
            hash(&password)
        });
        hashed.await?.ok_or(PortalError::Unavailable)
    }

    /// Whether `password` is the one kept as `kept`. Takes as long when there is none.
    ///
    /// # Errors
    /// `Unavailable` when too many wait already.
    pub(crate) async fn verify(&self, kept: Option<String>, password: &Secret) -> Result<Verified, PortalError> {
        let password = password.clone();
        self.work(move || verify(kept.as_deref().unwrap_or_default(), &password)).await
    }

    /// A place for work on a new password. It goes into the work, as its permit does.
    fn place_of_new(&self) -> Result<OwnedSemaphorePermit, PortalError> {
        Arc::clone(&self.new).try_acquire_owned().map_err(|_| PortalError::Unavailable)
    }

    async fn work<T: Send + 'static>(&self, job: impl FnOnce() -> T + Send + 'static) -> Result<T, PortalError> {
        let permit = if let Ok(permit) = Arc::clone(&self.working).try_acquire_owned() {
            permit
        } else {
            let _place = self.waiting.try_acquire().map_err(|_| PortalError::Unavailable)?;
            tokio::time::timeout(PATIENCE, Arc::clone(&self.working).acquire_owned())
                .await
                .map_err(|_| PortalError::Unavailable)?
                .map_err(|_| PortalError::Unavailable)?
        };
        // INVARIANT: the permit goes into the job, for the job goes on when the client has gone.
        let job = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            job()
        });
        job.await.map_err(|error| {
            tracing::error!(%error, "failed to work on a password");
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
        let passwords = Passwords::new(PasswordWork::of_this_machine());
        let kept = passwords.hash(&secret("correct horse")).await.expect("a hash");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert_ne!(passwords.hash(&secret("correct horse")).await.expect("a hash"), kept);
        assert_eq!(passwords.verify(Some(kept.clone()), &secret("correct horse")).await, Ok(Verified::Right));
        assert_eq!(passwords.verify(Some(kept), &secret("Correct horse")).await, Ok(Verified::Wrong));
        assert_eq!(passwords.verify(None, &secret("")).await, Ok(Verified::Wrong));
    }

    #[tokio::test]
    async fn a_password_is_kept_whole() {
        let passwords = Passwords::new(PasswordWork::of_this_machine());
        let long = "plumber orbit lantern moss ".repeat(10);
        let kept = passwords.hash(&secret(&long)).await.expect("a hash");
        assert_eq!(passwords.verify(Some(kept), &secret(long.trim_end())).await, Ok(Verified::Wrong));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_flood_is_told_to_come_back() {
        let passwords = Arc::new(Passwords::new(PasswordWork::of_this_machine()));
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
        let passwords = Arc::new(Passwords::new(work));
        let busy = Arc::clone(&passwords.working).acquire_owned().await.expect("a permit");
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
        // Five of the nine places are theirs.
        for _ in 0..15 {
            let answer = flood.join_next().await.expect("twenty were sent").expect("it does not panic");
            assert_eq!(answer, Err(PortalError::Unavailable));
        }
        let sign_in = {
            let passwords = Arc::clone(&passwords);
            tokio::spawn(async move { passwords.verify(None, &secret("x")).await })
        };
        drop(busy);
        assert_eq!(sign_in.await.expect("it does not panic"), Ok(Verified::Wrong));
        let answers = flood.join_all().await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 5, "{answers:?}");
    }
}
