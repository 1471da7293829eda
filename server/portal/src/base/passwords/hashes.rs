//! What is kept of a password: how it is made, verified, and recognised.

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use domain::text::Secret;

const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The most that hashes from elsewhere may cost to verify, each about ten times what the portal's own do: PHP's defaults
/// and more. INVARIANT: no longer than `REFUSED_AFTER`, or a wrong password tells who came from elsewhere.
const BCRYPT_COST_AT_MOST: u32 = 12;
const KIB_TIMES_PASSES_AT_MOST: u64 = 4 * 65_536;
const LANES_AT_MOST: u32 = 16;

/// Verified for people who don't exist or have no password, so that the answer takes as long. No password has it.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

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

fn argon2id() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

pub(super) fn hash(password: &Secret) -> Option<String> {
    Some(argon2id()?.hash_password(password.expose().as_bytes()).ok()?.to_string())
}

pub(super) fn verify(kept: &str, password: &Secret) -> Verified {
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
}
