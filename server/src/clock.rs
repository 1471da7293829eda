//! The clock and the chance of the HTTP side: handed on as values, so that tests can hold them still.

use domain::id::RequestId;
use domain::time::Timestamp;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// Says what time it is.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The machine's own clock.
pub fn system() -> Clock {
    Arc::new(|| {
        #[expect(clippy::disallowed_methods, reason = "the one place of the server where the clock is read")]
        let now = SystemTime::now();
        let since = now.duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    })
}

/// A new id for a request.
pub fn request_id(now: Timestamp) -> RequestId {
    let millis = u64::try_from(now.0).unwrap_or_default();
    RequestId::new(uuid::Builder::from_unix_timestamp_millis(millis, &random()).into_uuid())
}

/// A nonce for a content security policy: 128 bits in hexadecimal digits.
pub fn nonce() -> String {
    random::<16>().iter().fold(String::with_capacity(32), |mut text, byte| {
        // Writing to a string can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the machine has a source of randomness");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonces_and_ids_differ() {
        assert_ne!(nonce(), nonce());
        assert_eq!(nonce().len(), 32);
        assert_ne!(request_id(Timestamp(1)), request_id(Timestamp(1)));
        assert!(system()() > Timestamp(1_700_000_000_000));
    }
}
