//! What the other side calls back, read and checked. Nothing of a callback is believed before its signature is.

use super::wire::{self, ProgressBody};
use crate::signing::{Keys, Message, Way, is_word};
use domain::provisioning::Progress;
use domain::provisioning::callbacks::Report;
use domain::time::Timestamp;

/// How many seconds the clocks of both sides may differ, and a callback be on its way.
pub const TOLERANCE: i64 = 300;

/// A callback, as it came. The headers are those named in [`signing`](crate::signing).
#[derive(Debug, Clone, Copy)]
pub struct Incoming<'a> {
    /// Path and query, as they were asked for.
    pub target: &'a str,
    /// When it was signed.
    pub timestamp: &'a str,
    /// The id of the key.
    pub key: &'a str,
    /// What makes it another one than all before it.
    pub nonce: &'a str,
    /// The signature.
    pub signature: &'a str,
    /// The body.
    pub body: &'a [u8],
}

/// Why a callback is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallbackRefused {
    /// It is not shown to be from the other side. The reason is for the operator's log alone.
    #[error("{0}")]
    Unsigned(&'static str),
    /// It is from the other side, and senseless.
    #[error("{0}")]
    Senseless(String),
}

/// Reads the callbacks of one driver.
#[derive(Debug, Clone)]
pub struct CallbackReader {
    keys: Keys,
}

impl CallbackReader {
    /// One that believes what is signed with any of these keys.
    pub const fn new(keys: Keys) -> Self {
        Self { keys }
    }

    /// What a callback reports. Whether it came before is for whoever keeps the nonces.
    ///
    /// # Errors
    /// When it is not signed as it should be, too old or too new, or senseless.
    pub fn read(&self, incoming: &Incoming<'_>, now: Timestamp) -> Result<Report, CallbackRefused> {
        let Incoming { target, timestamp, key, nonce, signature, body } = *incoming;
        let is_number = timestamp.len() <= 15 && timestamp.bytes().all(|byte| byte.is_ascii_digit());
        let seconds = timestamp.parse::<i64>().ok().filter(|_| is_number);
        let seconds = seconds.ok_or(CallbackRefused::Unsigned("its time is no number"))?;
        if !is_word(nonce, 16..=64) {
            return Err(CallbackRefused::Unsigned("its nonce is none"));
        }
        let message = Message { way: Way::Callback, timestamp: seconds, nonce, method: "POST", target, body };
        if !message.is_signed(&self.keys, key, signature) {
            return Err(CallbackRefused::Unsigned("its signature is wrong, or its key unknown"));
        }
        let signed = Timestamp(0).plus_seconds(seconds);
        if now > signed.plus_seconds(TOLERANCE) || now < signed.plus_seconds(-TOLERANCE) {
            return Err(CallbackRefused::Unsigned("it was signed too long ago, or is of the future"));
        }
        let (order, progress) = wire::read::<ProgressBody>(body).map_err(CallbackRefused::Senseless)?;
        if progress == Progress::NeverBegun {
            return Err(CallbackRefused::Senseless("an order that never began has nothing to report".to_owned()));
        }
        // For as long as it would be taken again.
        Ok(Report { order, progress, nonce: nonce.to_owned(), known_until: signed.plus_seconds(TOLERANCE + 1) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signing::Key;
    use domain::text::Secret;

    const NOW: Timestamp = Timestamp(1_767_225_600_000);
    const TARGET: &str = "/callbacks/drivers/own";
    const NONCE: &str = "0123456789abcdef";
    const DONE: &str = r#"{"order": "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f", "state": "done"}"#;

    fn keys(id: &str, fill: &str) -> Keys {
        let key = Key::new(id.to_owned(), Secret::new(fill.repeat(32))).expect("it is long enough");
        Keys::new(vec![key]).expect("one key")
    }

    fn sign(way: Way, seconds: i64, body: &str, keys: &Keys) -> String {
        let (method, target, nonce, body) = ("POST", TARGET, NONCE, body.as_bytes());
        Message { way, timestamp: seconds, nonce, method, target, body }.sign(keys)
    }

    fn read(way: Way, seconds: i64, body: &str, signing: &Keys) -> Result<Report, CallbackRefused> {
        let (timestamp, signature) = (seconds.to_string(), sign(way, seconds, body, signing));
        let (timestamp, signature) = (timestamp.as_str(), signature.as_str());
        let key = signing.signing().id();
        let incoming = Incoming { target: TARGET, timestamp, key, nonce: NONCE, signature, body: body.as_bytes() };
        CallbackReader::new(keys("k", "a")).read(&incoming, NOW)
    }

    #[test]
    fn a_callback_counts_when_it_is_signed_now_with_a_known_key_for_this_way() {
        let (ours, now) = (keys("k", "a"), NOW.0 / 1_000);
        let report = read(Way::Callback, now, DONE, &ours).expect("it is signed");
        assert_eq!((report.progress, report.nonce.as_str()), (Progress::Done, NONCE));
        assert!(report.known_until > NOW.plus_seconds(TOLERANCE));
        for age in [-TOLERANCE, TOLERANCE] {
            assert!(read(Way::Callback, now - age, DONE, &ours).is_ok(), "{age}");
        }
        for (case, refused) in [
            ("old", read(Way::Callback, now - TOLERANCE - 1, DONE, &ours)),
            ("of the future", read(Way::Callback, now + TOLERANCE + 1, DONE, &ours)),
            ("before 1970", read(Way::Callback, -1, DONE, &ours)),
            ("a request that came back", read(Way::Request, now, DONE, &ours)),
            ("an unknown key", read(Way::Callback, now, DONE, &keys("other", "a"))),
            ("another secret", read(Way::Callback, now, DONE, &keys("k", "b"))),
        ] {
            assert!(matches!(refused, Err(CallbackRefused::Unsigned(_))), "{case}: {refused:?}");
        }
        for senseless in ["", "{}", "[]", &DONE.replace("done", "never_begun"), &DONE.replace("done", "won")] {
            let refused = read(Way::Callback, now, senseless, &ours);
            assert!(matches!(refused, Err(CallbackRefused::Senseless(_))), "{senseless}: {refused:?}");
        }
    }

    #[test]
    fn what_is_signed_for_one_driver_is_nothing_to_another() {
        let (ours, seconds) = (keys("k", "a"), NOW.0 / 1_000);
        let signature = sign(Way::Callback, seconds, DONE, &ours);
        let timestamp = seconds.to_string();
        let read = |target, nonce| {
            let (timestamp, signature, body) = (timestamp.as_str(), signature.as_str(), DONE.as_bytes());
            CallbackReader::new(ours.clone())
                .read(&Incoming { target, timestamp, key: "k", nonce, signature, body }, NOW)
        };
        assert!(read(TARGET, NONCE).is_ok());
        for (target, nonce) in [
            ("/callbacks/drivers/other", NONCE),
            ("/callbacks/drivers/own?", NONCE),
            (TARGET, "fedcba9876543210"),
            (TARGET, ""),
            (TARGET, "short"),
        ] {
            assert!(read(target, nonce).is_err(), "{target} {nonce}");
        }
    }
}
