//! Signatures by HMAC-SHA-256, with keys by their ids, so that keys can be changed while both sides run.
//!
//! One scheme for both directions: what the portal asks, and what the other side calls back. The first line of what is
//! signed tells them apart, so that none is ever taken for the other.

use domain::text::Secret;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The header with the time of signing, in seconds since 1970.
pub const TIMESTAMP: &str = "portico-timestamp";
/// The header with the id of the key.
pub const KEY: &str = "portico-key";
/// The header with what makes this message another one than all before it.
pub const NONCE: &str = "portico-nonce";
/// The header with the signature, in lower-case hexadecimal digits.
pub const SIGNATURE: &str = "portico-signature";

/// The shortest secret of a key, in characters.
pub const SECRET_MIN: usize = 32;

/// A key: an id that both sides know it by, and its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    id: String,
    secret: Secret,
}

/// Why a key can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAKey {
    /// Its id.
    #[error("the id of a key must have 1 to 64 of a-z, A-Z, 0-9, dot, dash and underscore")]
    Id,
    /// Its secret.
    #[error("the secret of a key must have at least 32 characters, without spaces or line breaks")]
    Secret,
}

impl Key {
    /// A key of this id.
    ///
    /// # Errors
    /// When the id has other characters than it may, or the secret is short.
    pub fn new(id: String, secret: Secret) -> Result<Self, NotAKey> {
        let text = secret.expose();
        if !is_word(&id, 1..=64) {
            Err(NotAKey::Id)
        } else if text.chars().count() < SECRET_MIN || text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            Err(NotAKey::Secret)
        } else {
            Ok(Self { id, secret })
        }
    }

    /// What both sides know it by.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The HMAC of a text.
    pub(crate) fn mac(&self, text: &[u8]) -> [u8; 32] {
        self.hmac(text).finalize().into_bytes().into()
    }

    fn hmac(&self, text: &[u8]) -> Hmac<Sha256> {
        // INVARIANT: HMAC takes keys of any length.
        let mut hmac =
            Hmac::<Sha256>::new_from_slice(self.secret.expose().as_bytes()).expect("a key may have any length");
        hmac.update(text);
        hmac
    }
}

/// The keys of one other side. The first one signs; all of them are believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys(Vec<Key>);

/// Why keys can't be used together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotKeys {
    /// There is none.
    #[error("there must be at least one key")]
    None,
    /// Two have one id.
    #[error("two keys have the same id")]
    SameId,
}

impl Keys {
    /// Keys, of which the first one signs.
    ///
    /// # Errors
    /// When there is none, or two have one id.
    pub fn new(keys: Vec<Key>) -> Result<Self, NotKeys> {
        let is_twice = |(at, key): (usize, &Key)| keys[..at].iter().any(|other| other.id == key.id);
        if keys.is_empty() {
            Err(NotKeys::None)
        } else if keys.iter().enumerate().any(is_twice) {
            Err(NotKeys::SameId)
        } else {
            Ok(Self(keys))
        }
    }

    /// The one that signs.
    pub fn signing(&self) -> &Key {
        // INVARIANT: `new` takes at least one.
        &self.0[0]
    }

    fn find(&self, id: &str) -> Option<&Key> {
        self.0.iter().find(|key| key.id == id)
    }
}

/// Which way a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// From the portal to the other side.
    Request,
    /// From the other side to the portal.
    Callback,
}

impl Way {
    const fn word(self) -> &'static str {
        match self {
            Self::Request => "portico-request-v1",
            Self::Callback => "portico-callback-v1",
        }
    }
}

/// A message, as it is signed.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    /// Which way it goes.
    pub way: Way,
    /// Seconds since 1970.
    pub timestamp: i64,
    /// What makes it another one than all before it.
    pub nonce: &'a str,
    /// `GET` or `POST`.
    pub method: &'a str,
    /// The path, and the query where there is one, as they are sent.
    pub target: &'a str,
    /// The body as it is sent; nothing where there is none.
    pub body: &'a [u8],
}

impl Message<'_> {
    /// Its signature with the key that signs, in hexadecimal digits.
    pub fn sign(&self, keys: &Keys) -> String {
        let key = keys.signing();
        hex(&key.mac(self.text(&key.id).as_bytes()))
    }

    /// Whether a signature is that of the key with this id. Takes as long for a signature that is nearly right as for any
    /// other.
    pub fn is_signed(&self, keys: &Keys, key: &str, signature: &str) -> bool {
        let (Some(key), Some(signature)) = (keys.find(key), unhex(signature)) else { return false };
        key.hmac(self.text(&key.id).as_bytes()).verify_slice(&signature).is_ok()
    }

    /// What is signed: a line each for way, time, key, nonce, method, target and the hash of the body.
    fn text(&self, key: &str) -> String {
        let Self { way, timestamp, nonce, method, target, body } = *self;
        let body = hex(&Sha256::digest(body));
        format!("{}\n{timestamp}\n{key}\n{nonce}\n{method}\n{target}\n{body}", way.word())
    }
}

/// Whether a text is a word of so many of the characters that ids and nonces have.
pub(crate) fn is_word(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    length.contains(&text.len()) && text.bytes().all(is_allowed)
}

/// A new nonce: 128 random bits in hexadecimal digits.
pub(crate) fn nonce() -> String {
    hex(&random::<16>())
}

/// Random bytes.
///
/// # Panics
/// When the machine has no randomness to give; nothing could be signed then.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the machine has a source of randomness");
    bytes
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// 32 bytes of 64 lower-case digits.
fn unhex(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    let is_hex = digits.len() == 64 && digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)).filter(|_| is_hex) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    is_hex.then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(id: &str, fill: &str) -> Key {
        Key::new(id.to_owned(), Secret::new(fill.repeat(32))).expect("it is long enough")
    }

    const MESSAGE: Message<'static> = Message {
        way: Way::Request,
        timestamp: 1_767_225_600,
        nonce: "0123456789abcdef0123456789abcdef",
        method: "POST",
        target: "/portico/orders",
        body: b"{}",
    };

    #[test]
    fn a_signature_is_of_all_of_a_message_and_of_one_key() {
        let keys = Keys::new(vec![key("new", "a"), key("old", "b")]).expect("two ids");
        let signature = MESSAGE.sign(&keys);
        assert!(MESSAGE.is_signed(&keys, "new", &signature));
        for (key, signature) in [
            ("old", signature.as_str()),
            ("none", &signature),
            ("new", &signature.to_uppercase()),
            ("new", &signature[1..]),
            ("new", &"0".repeat(64)),
            ("new", &format!("{signature}0")),
            ("new", ""),
            ("new", &"\u{e4}".repeat(32)),
        ] {
            assert!(!MESSAGE.is_signed(&keys, key, signature), "{key}: {signature}");
        }
        for other in [
            Message { way: Way::Callback, ..MESSAGE },
            Message { timestamp: MESSAGE.timestamp + 1, ..MESSAGE },
            Message { nonce: "0123456789abcdef0123456789abcdee", ..MESSAGE },
            Message { method: "GET", ..MESSAGE },
            Message { target: "/portico/orders?a", ..MESSAGE },
            Message { body: b"{} ", ..MESSAGE },
        ] {
            assert!(!other.is_signed(&keys, "new", &signature), "{other:?}");
        }
        // Whoever still has the old key alone believes what is signed with it, and so does the portal.
        let old = Keys::new(vec![key("old", "b")]).expect("one id");
        assert!(MESSAGE.is_signed(&keys, "old", &MESSAGE.sign(&old)));
        assert!(!MESSAGE.is_signed(&old, "new", &signature));
    }

    #[test]
    fn keys_that_would_not_protect_are_refused() {
        let new = |id: &str, secret: &str| Key::new(id.to_owned(), Secret::new(secret.to_owned())).err();
        let long = "s".repeat(32);
        assert_eq!(new("2026-01_a.b", &long), None);
        for id in ["", "a b", "a\nb", "\u{e4}", &"a".repeat(65)] {
            assert_eq!(new(id, &long), Some(NotAKey::Id), "{id}");
        }
        for secret in ["", &long[1..], &format!("{long}\n"), &format!("{long} a")] {
            assert_eq!(new("a", secret), Some(NotAKey::Secret));
        }
        assert_eq!(Keys::new(Vec::new()), Err(NotKeys::None));
        assert_eq!(Keys::new(vec![key("a", "a"), key("a", "b")]), Err(NotKeys::SameId));
        assert!(!format!("{:?}", key("a", "s")).contains("ssss"));
    }

    #[test]
    fn what_is_no_hexadecimal_number_is_none() {
        assert_eq!(unhex(&hex(&[7; 32])), Some([7; 32]));
        assert_eq!(unhex(&"+f".repeat(32)), None);
        assert_ne!(nonce(), nonce());
    }
}
