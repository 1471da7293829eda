//! Canonical forms: when two addresses are the same person, and how names are sorted and searched.

use domain::email::{EmailAddress, NotAnEmail};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::{MixedScript, skeleton};

/// The key under which an address is unique: trimmed, NFKC, domain in lower-case ASCII (IDNA) without a trailing dot,
/// local part in lower case, plus-tags kept. Mail goes to the address as typed, never to the key.
///
/// # Errors
/// When the domain is no domain.
pub fn email_key(address: &EmailAddress) -> Result<String, NotAnEmail> {
    let text: String = address.as_str().trim().nfkc().collect();
    let (local, domain) = text.rsplit_once('@').ok_or(NotAnEmail)?;
    let domain = idna::domain_to_ascii_strict(domain.trim_end_matches('.')).map_err(|_| NotAnEmail)?;
    Ok(format!("{}@{domain}", local.to_lowercase().nfkc().collect::<String>()))
}

/// Whether an address reads like another: with a letter of another alphabet that looks like a plain one, a Cyrillic a say,
/// or with letters of several alphabets in one word (Unicode's tables of confusable characters and of scripts).
pub(crate) fn looks_like_another(address: &EmailAddress) -> bool {
    let text: String = address.as_str().nfkc().collect();
    let domain = text.rsplit_once('@').map(|(_, domain)| idna::domain_to_unicode(domain).0);
    let local = text.rsplit_once('@').map(|(local, _)| local.to_owned());
    let is_odd = |word: &str| !word.is_ascii() && (skeleton(word).all(|c| c.is_ascii()) || !word.is_single_script());
    local.into_iter().chain(domain).any(|part| part.split(|c: char| c.is_ascii_punctuation()).any(is_odd))
}

/// Whether two names read the same, in whatever alphabet.
pub(crate) fn read_alike(one: &str, other: &str) -> bool {
    skeleton(&fold(one)).eq(skeleton(&fold(other)))
}

/// Text as it is searched and sorted: compatibility forms folded, lower case, no diacritics, single spaces.
pub fn fold(text: &str) -> String {
    let folded: String = text.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_lowercase();
    // Lower-casing may bring a combining mark of its own (the dotted capital I).
    let folded: String = folded.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> String {
        email_key(&EmailAddress::parse(text).expect("an address")).expect("a domain")
    }

    #[test]
    fn spellings_of_one_address_have_one_key() {
        let expected = "jörg+shop@xn--bcher-kva.example";
        for spelling in [
            "Jörg+shop@Bücher.example",
            "jo\u{308}rg+shop@bu\u{308}cher.EXAMPLE.",
            "  JÖRG+SHOP@xn--bcher-kva.example ",
        ] {
            assert_eq!(key(spelling), expected, "{spelling}");
        }
        assert_ne!(key("jorg+shop@bücher.example"), expected);
        assert_ne!(key("jörg@bücher.example"), expected);
    }

    #[test]
    fn an_address_that_only_looks_like_another_is_known() {
        let looks = |text: &str| looks_like_another(&EmailAddress::parse(text).expect("an address"));
        for own in
            ["ann@example.com", "jörg@bücher.example", "иван@почта.example", "δήμητρα@example.gr", "li@例え.example"]
        {
            assert!(!looks(own), "{own}");
        }
        for mixed in ["pаypäl@x.example", "me@bücher-рay.example"] {
            assert!(looks(mixed), "{mixed}");
        }
        assert!(read_alike("Mаnager", "manager") && !read_alike("Manger", "manager"));
        // Every word with one of its letters in another script.
        let twins = [
            ('a', 'а'),
            ('c', 'с'),
            ('e', 'е'),
            ('i', 'і'),
            ('o', 'о'),
            ('p', 'р'),
            ('s', 'ѕ'),
            ('x', 'х'),
            ('y', 'у'),
        ];
        let words =
            ["outsider", "accounts", "support", "paypal", "office", "security", "boss", "sales", "copy", "expo"];
        let mut pairs = 0;
        for word in words {
            for (at, letter) in word.char_indices() {
                for (_, twin) in twins.iter().filter(|(plain, _)| *plain == letter) {
                    let twin: String = word.char_indices().map(|(n, c)| if n == at { *twin } else { c }).collect();
                    for address in [format!("{twin}@example.com"), format!("me@{twin}.example")] {
                        assert!(looks(&address), "{address}");
                        assert!(!looks(&address.replace(&twin, word)));
                        let ascii = idna::domain_to_ascii(&format!("{twin}.example")).expect("a domain");
                        assert!(looks(&format!("me@{ascii}")), "{ascii}");
                        pairs += 1;
                    }
                }
            }
        }
        assert!(pairs > 60, "{pairs}");
    }

    #[test]
    fn folding_drops_case_marks_and_spaces() {
        assert_eq!(fold("  Žofie   ÅNGSTRÖM İstanbul ﬁn "), "zofie angstrom istanbul fin");
    }
}
