//! Randomness: ids and tokens.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::sync::Mutex;
use uuid::{ContextV7, Uuid};

/// Keeps ids of one millisecond in the order they were made, within this process.
static CONTEXT: Mutex<ContextV7> = Mutex::new(ContextV7::new());

/// A new UUIDv7 for the instant `now` (milliseconds), so that ids sort by age.
pub fn id(now: domain::time::Timestamp) -> Uuid {
    let millis = u64::try_from(now.0).unwrap_or(0);
    let nanos = u32::try_from(millis % 1000).unwrap_or(0) * 1_000_000;
    Uuid::new_v7(uuid::Timestamp::from_unix(&CONTEXT, millis / 1000, nanos))
}

/// When a form's submission id was made, which is when the form was rendered; long ago for an id that is none of ours.
pub(crate) fn made_at(submission: domain::id::SubmissionId) -> domain::time::Timestamp {
    let made = submission.uuid().get_timestamp().map_or((0, 0), |made| made.to_unix());
    let millis = i64::try_from(made.0).unwrap_or(0).saturating_mul(1000) + i64::from(made.1 / 1_000_000);
    domain::time::Timestamp(millis)
}

/// A new secret token: 256 random bits as 64 hex digits.
///
/// # Panics
/// When the operating system has no randomness to give; nothing could go on then.
pub(crate) fn token() -> String {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    hex(&bytes)
}

/// What is stored of a token or used as a look-up key: SHA-256 in hex.
pub(crate) fn hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// A mark that only whoever has the key can make: HMAC-SHA-256 in hex.
pub(crate) fn mac(key: &str, text: &str) -> String {
    // INVARIANT: HMAC takes keys of any length.
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("a key may have any length");
    mac.update(text.as_bytes());
    hex(&mac.finalize().into_bytes())
}

/// Bytes in lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)] as char, DIGITS[usize::from(byte & 15)] as char])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_instant_are_in_order() {
        let ids: Vec<Uuid> = (0..100).map(|_| id(domain::time::Timestamp(1_767_225_600_000))).collect();
        assert!(ids.is_sorted());
    }

    #[test]
    fn a_mac_is_that_of_its_key_and_text() {
        // RFC 4231, test case 2.
        let mac_of_jefe = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assert_eq!(mac("Jefe", "what do ya want for nothing?"), mac_of_jefe);
        assert_ne!(mac("Jefe", "something"), mac("Jeff", "something"));
    }

    #[test]
    fn tokens_differ_and_only_their_hash_is_recognisable() {
        let (one, two) = (token(), token());
        assert_ne!(one, two);
        assert_eq!(one.len(), 64);
        assert_eq!(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
