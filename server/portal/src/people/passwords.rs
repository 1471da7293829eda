//! Passwords: how they are kept, and how many are worked on at once.
//!
//! They are kept as argon2id; hashes that came from elsewhere (other argon2 costs, bcrypt) are verified and replaced at
//! the next sign-in. Hashing is made expensive on purpose, and judging takes long by nature, so both run off the
//! asynchronous threads, one per core, with a short queue before it: a flood is told to come back and takes nothing from
//! those signed in.

use crate::people::strength;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use domain::error::{PortalError, Problem};
use domain::text::Secret;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The most that hashes from elsewhere may cost to verify: an imported hash must not stop the server.
const MEMORY_KIB_AT_MOST: u32 = 262_144;
const PASSES_AT_MOST: u32 = 16;
const LANES_AT_MOST: u32 = 16;
const BCRYPT_COST_AT_MOST: u32 = 15;

/// How many may wait for their turn, and for how long.
const QUEUE: usize = 32;
const PATIENCE: Duration = Duration::from_secs(2);

/// How much work on passwords is taken on.
#[derive(Debug, Clone, Copy)]
pub struct PasswordWork {
    /// How many are worked on at once.
    pub at_once: usize,
    /// How many may wait for their turn. Further ones are told to come back.
    pub waiting: usize,
}

impl PasswordWork {
    /// What this machine can bear: one for each core.
    pub fn of_this_machine() -> Self {
        let at_once = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self { at_once, waiting: QUEUE }
    }
}

/// Verified for people who don't exist or have no password, so that the answer takes as long. No password has it.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Judges, hashes and verifies passwords, a few at once.
#[derive(Debug)]
pub(crate) struct Passwords {
    working: Arc<Semaphore>,
    waiting: Semaphore,
}

/// What verifying a password says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verified {
    /// It is not the one.
    Wrong,
    /// It is.
    Right,
    /// It is, but its hash is not of today's kind: keep it anew.
    RightButOld,
}

impl Passwords {
    pub(crate) fn new(PasswordWork { at_once, waiting }: PasswordWork) -> Self {
        Self { working: Arc::new(Semaphore::new(at_once)), waiting: Semaphore::new(waiting) }
    }

    /// What makes a password of the right length easy to guess for those who know its owner's words, if anything does.
    ///
    /// # Errors
    /// `Unavailable` when too many wait already.
    pub(crate) async fn judge(
        &self,
        password: &Secret,
        own_words: Vec<String>,
    ) -> Result<Option<Problem>, PortalError> {
        let password = password.clone();
        self.work(move || strength::check(&password, &own_words).err()).await
    }

    /// The hash to keep of a password.
    ///
    /// # Errors
    /// `Unavailable` when too many wait already.
    pub(crate) async fn hash(&self, password: &Secret) -> Result<String, PortalError> {
        let password = password.clone();
        self.work(move || hash(&password)).await?.ok_or(PortalError::Unavailable)
    }

    /// Whether `password` is the one kept as `kept`. Takes as long when there is none.
    ///
    /// # Errors
    /// `Unavailable` when too many wait already.
    pub(crate) async fn verify(&self, kept: Option<String>, password: &Secret) -> Result<Verified, PortalError> {
        let password = password.clone();
        let job = move || {
            if let Some(kept) = kept {
                verify(&kept, &password)
            } else {
                let _ = verify(NOBODY, &password);
                Verified::Wrong
            }
        };
        self.work(job).await
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
            tracing::error!(%error, "working on a password failed");
            PortalError::Unavailable
        })
    }
}

fn argon2id() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &Secret) -> Option<String> {
    Some(argon2id()?.hash_password(password.expose().as_bytes()).ok()?.to_string())
}

fn verify(kept: &str, password: &Secret) -> Verified {
    let right = match kind(kept) {
        Some(Kind::Today | Kind::Argon2) => PasswordHash::new(kept)
            .is_ok_and(|kept| Argon2::default().verify_password(password.expose().as_bytes(), &kept).is_ok()),
        Some(Kind::Bcrypt) => bcrypt::verify(password.expose(), kept).unwrap_or(false),
        None => false,
    };
    match (right, kind(kept)) {
        (false, _) => Verified::Wrong,
        (true, Some(Kind::Today)) => Verified::Right,
        (true, _) => Verified::RightButOld,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Today,
    Argon2,
    Bcrypt,
}

/// What kind of hash it is; `None` for one that is malformed or would cost too much.
fn kind(kept: &str) -> Option<Kind> {
    if let Some(rest) = kept.strip_prefix("$2") {
        let cost: u32 = rest.get(2..4)?.parse().ok()?;
        let known = matches!(rest.get(..2)?, "a$" | "b$" | "y$");
        let shape =
            kept.len() == 60 && kept.bytes().skip(7).all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'/');
        return (known && shape && (4..=BCRYPT_COST_AT_MOST).contains(&cost)).then_some(Kind::Bcrypt);
    }
    let hash = PasswordHash::new(kept).ok()?;
    let algorithm = Algorithm::try_from(hash.algorithm.as_str()).ok()?;
    let params = Params::try_from(&hash).ok()?;
    hash.salt.as_ref().zip(hash.hash.as_ref())?;
    let costs = (params.m_cost(), params.t_cost(), params.p_cost());
    if algorithm == Algorithm::Argon2id && hash.version == Some(19) && costs == (MEMORY_KIB, PASSES, LANES) {
        return Some(Kind::Today);
    }
    let affordable = costs.0 <= MEMORY_KIB_AT_MOST && costs.1 <= PASSES_AT_MOST && costs.2 <= LANES_AT_MOST;
    affordable.then_some(Kind::Argon2)
}

/// Whether a hash from elsewhere can be taken over: argon2 in PHC form or bcrypt (`$2a$`, `$2b$`, `$2y$`), of a cost
/// that a sign-in can bear.
pub(crate) fn is_usable_hash(kept: &str) -> bool {
    kind(kept).is_some()
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

    #[test]
    fn nobody_s_hash_costs_what_everybody_s_does() {
        assert_eq!(kind(NOBODY), Some(Kind::Today));
    }

    #[test]
    fn hashes_from_elsewhere_are_verified_and_replaced() {
        let bcrypt = bcrypt::hash("correct horse", 4).expect("a hash");
        for kept in [bcrypt.clone(), bcrypt.replacen("$2b$", "$2y$", 1), bcrypt.replacen("$2b$", "$2a$", 1)] {
            assert_eq!(verify(&kept, &secret("correct horse")), Verified::RightButOld, "{kept}");
            assert_eq!(verify(&kept, &secret("wrong")), Verified::Wrong, "{kept}");
        }
        let cheap = Argon2::new(Algorithm::Argon2i, Version::V0x13, Params::new(64, 1, 1, None).expect("params"));
        let kept = cheap.hash_password(b"correct horse").expect("a hash").to_string();
        assert_eq!(verify(&kept, &secret("correct horse")), Verified::RightButOld);
    }

    #[test]
    fn hashes_that_are_no_hashes_or_cost_too_much_are_not_taken() {
        for unusable in [
            "",
            "secret",
            "$1$abc$def",
            "$2b$31$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "$2b$10$short",
            "$argon2id$v=19$m=4194304,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA",
        ] {
            assert!(!is_usable_hash(unusable), "{unusable}");
            assert_eq!(verify(unusable, &secret("x")), Verified::Wrong, "{unusable}");
        }
        assert!(is_usable_hash(NOBODY));
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
}
