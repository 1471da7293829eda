//! Passwords: how they are kept, and how many are worked on at once.
//!
//! They are kept as argon2id; hashes that came from elsewhere (other argon2 costs, bcrypt) are verified and replaced at
//! the next sign-in. Hashing is made expensive on purpose, and judging takes long by nature, so both run off the
//! asynchronous threads, one per core, with a short queue before it: a flood is told to come back and takes nothing from
//! those signed in. New passwords take half of the places at most: whoever chooses many keeps nobody from signing in.

use crate::base::strength;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use domain::error::PortalError;
use domain::problem::Problem;
use domain::text::Secret;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The most that hashes from elsewhere may cost to verify, each about ten times what the portal's own do: PHP's defaults
/// and more. INVARIANT: no longer than `REFUSED_AFTER`, or a wrong password tells who came from elsewhere.
const BCRYPT_COST_AT_MOST: u32 = 12;
const KIB_TIMES_PASSES_AT_MOST: u64 = 4 * 65_536;
const LANES_AT_MOST: u32 = 16;

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

/// Verified for people who don't exist or have no password, so that the answer takes as long. No password has it.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Judges, hashes and verifies passwords, a few at once.
#[derive(Debug)]
pub(crate) struct Passwords {
    working: Arc<Semaphore>,
    waiting: Semaphore,
    /// Places for new passwords, worked on or waiting.
    new: Arc<Semaphore>,
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

fn argon2id() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &Secret) -> Option<String> {
    Some(argon2id()?.hash_password(password.expose().as_bytes()).ok()?.to_string())
}

fn verify(kept: &str, password: &Secret) -> Verified {
    let kept = worked_on(kept);
    let right = match kind(kept) {
        Some(Kind::Today | Kind::Argon2) => PasswordHash::new(kept)
            .is_ok_and(|kept| Argon2::default().verify_password(password.expose().as_bytes(), &kept).is_ok()),
        Some(Kind::Bcrypt) => bcrypt::verify(password.expose(), kept).unwrap_or(false),
        Some(Kind::Dear) | None => false,
    };
    match (right, kind(kept)) {
        (false, _) => Verified::Wrong,
        (true, Some(Kind::Today)) => Verified::Right,
        (true, _) => Verified::RightButOld,
    }
}

/// The hash that a password is compared with: nobody's where there is none that can be.
fn worked_on(kept: &str) -> &str {
    if is_usable_hash(kept) { kept } else { NOBODY }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Today,
    Argon2,
    Bcrypt,
    /// One that costs more than a sign-in can bear.
    Dear,
}

/// What kind of hash it is; `None` for what is none.
fn kind(kept: &str) -> Option<Kind> {
    if let Some(rest) = kept.strip_prefix("$2") {
        let cost: u32 = rest.get(2..4)?.parse().ok()?;
        let known = matches!(rest.get(..2)?, "a$" | "b$" | "y$");
        let shape =
            kept.len() == 60 && kept.bytes().skip(7).all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'/');
        let kind = if cost <= BCRYPT_COST_AT_MOST { Kind::Bcrypt } else { Kind::Dear };
        return (known && shape && (4..=31).contains(&cost)).then_some(kind);
    }
    let hash = PasswordHash::new(kept).ok()?;
    let algorithm = Algorithm::try_from(hash.algorithm.as_str()).ok()?;
    let params = Params::try_from(&hash).ok()?;
    hash.salt.as_ref().zip(hash.hash.as_ref())?;
    let costs = (params.m_cost(), params.t_cost(), params.p_cost());
    if algorithm == Algorithm::Argon2id && hash.version == Some(19) && costs == (MEMORY_KIB, PASSES, LANES) {
        return Some(Kind::Today);
    }
    let work = u64::from(costs.0) * u64::from(costs.1);
    let affordable = work <= KIB_TIMES_PASSES_AT_MOST && costs.2 <= LANES_AT_MOST;
    Some(if affordable { Kind::Argon2 } else { Kind::Dear })
}

/// Whether it is a hash that a sign-in could verify: argon2 in PHC form or bcrypt (`$2a$`, `$2b$`, `$2y$`).
pub fn is_hash(kept: &str) -> bool {
    kind(kept).is_some()
}

/// Whether it is one of a cost that a sign-in can bear.
pub fn is_usable_hash(kept: &str) -> bool {
    !matches!(kind(kept), Some(Kind::Dear) | None)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BCRYPT_13: &str = "$2y$13$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi";

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
        let costs = |kept: &str| Params::try_from(&PasswordHash::new(kept).expect("a hash")).expect("params");
        let everybody = hash(&secret("correct horse")).expect("a hash");
        assert_eq!(costs(NOBODY), costs(&everybody));
        assert_eq!(worked_on(&everybody), everybody);
        let dear = everybody.replacen("m=19456", "m=194560", 1);
        for none in ["", "secret", BCRYPT_13, &dear] {
            assert_eq!(worked_on(none), NOBODY, "{none}: as much work as for everybody");
        }
    }

    #[test]
    fn no_hash_from_elsewhere_costs_more_than_a_sign_in_can_bear() {
        let argon2 = |costs| NOBODY.replacen("m=19456,t=2,p=1", costs, 1);
        for taken in [BCRYPT_13.replacen("13", "12", 1), argon2("m=65536,t=4,p=1"), argon2("m=262144,t=1,p=4")] {
            assert!(is_usable_hash(&taken), "{taken}");
        }
        for dear in [BCRYPT_13.to_owned(), argon2("m=65536,t=5,p=1"), argon2("m=19456,t=2,p=17")] {
            assert!(is_hash(&dear) && !is_usable_hash(&dear), "{dear}");
        }
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
