//! Canonical forms: when two addresses are the same person, and how names are sorted and searched.

use domain::email::{EmailAddress, NotAnEmail};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

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

/// Text as it is searched and sorted: compatibility forms folded, lower case, no diacritics, single spaces.
pub fn fold(text: &str) -> String {
    let folded: String = text.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_lowercase();
    // Lower-casing may bring a combining mark of its own (the dotted capital I).
    let folded: String = folded.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a contact is sorted by: the name as it is read, first name first.
pub fn sort_name(first_name: &str, last_name: &str) -> String {
    fold(&format!("{first_name} {last_name}"))
}

/// What a contact is found by: names and address, each word with a space before it.
pub fn search_text(first_name: &str, last_name: &str, email: &str) -> String {
    format!(" {}", fold(&format!("{first_name} {last_name} {email}")))
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
    fn folding_drops_case_marks_and_spaces() {
        assert_eq!(fold("  Žofie   ÅNGSTRÖM İstanbul ﬁn "), "zofie angstrom istanbul fin");
    }
}
