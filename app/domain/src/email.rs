//! E-mail addresses as people type them. The canonical key that decides whether two are the same is made by the
//! server, which has the tables for international domain names.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An address whose shape is right: one `@`, something on both sides, a dot in the domain, no spaces or controls.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// The text is not an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an email address")]
pub struct NotAnEmail;

/// The longest address (RFC 5321: 254 octets).
pub const MAX_BYTES: usize = 254;

impl EmailAddress {
    /// Reads what was typed, without the spaces around it.
    ///
    /// # Errors
    /// When it has not the shape of an address.
    pub fn parse(text: &str) -> Result<Self, NotAnEmail> {
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@').ok_or(NotAnEmail)?;
        let local_ok = !local.is_empty()
            && local.len() <= 64
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.chars().all(local_char);
        let domain_ok = domain.contains('.')
            && domain.trim_end_matches('.').split('.').all(|label| {
                !label.is_empty()
                    && label.len() <= 63
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| letter(c) || c == '-')
            });
        if local_ok && domain_ok && text.len() <= MAX_BYTES { Ok(Self(text.to_owned())) } else { Err(NotAnEmail) }
    }

    /// The address as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A letter or digit, or an accent that stands apart from its letter, as some keyboards and file systems write it.
fn letter(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

fn local_char(c: char) -> bool {
    letter(c) || ".!#$%&'*+/=?^_`{|}~-".contains(c)
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = NotAnEmail;

    fn try_from(text: String) -> Result<Self, NotAnEmail> {
        Self::parse(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_a_shape() {
        for good in [
            "a@b.cd",
            " anna.k+shop@example.co.uk ",
            "jörg@bücher.example",
            "jo\u{308}rg@bu\u{308}cher.example",
            "o'neil@example.com",
        ] {
            assert!(EmailAddress::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "a",
            "a@b",
            "@b.cd",
            "a@",
            "a b@c.de",
            "a@b..cd",
            ".a@b.cd",
            "a@-b.cd",
            "a@b.cd\r\nBcc: x@y.zz",
            "a@b@c.de",
            "<a@b.cd>",
            "a\u{202e}@b.cd",
        ] {
            assert!(EmailAddress::parse(bad).is_err(), "{bad}");
        }
    }
}
