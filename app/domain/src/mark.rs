//! The mark of an account: a colour and one or two letters, so that whoever looks after many sees at a glance whose
//! account it is.
//!
//! There is no setting for it. The colour follows from the id and outlives a new name; the letters follow from the name.
//! Colours repeat: the name always stands beside the mark.

use crate::id::AccountId;

/// The colours of marks; the style sheet has one rule for each, for light and dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each name says which colour")]
pub enum MarkColour {
    Teal,
    Blue,
    Indigo,
    Violet,
    Plum,
    Rose,
    Brick,
    Amber,
    Olive,
    Green,
}

impl MarkColour {
    /// Every colour.
    pub const ALL: [Self; 10] = [
        Self::Teal,
        Self::Blue,
        Self::Indigo,
        Self::Violet,
        Self::Plum,
        Self::Rose,
        Self::Brick,
        Self::Amber,
        Self::Olive,
        Self::Green,
    ];

    /// Its name in the style sheet.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Teal => "teal",
            Self::Blue => "blue",
            Self::Indigo => "indigo",
            Self::Violet => "violet",
            Self::Plum => "plum",
            Self::Rose => "rose",
            Self::Brick => "brick",
            Self::Amber => "amber",
            Self::Olive => "olive",
            Self::Green => "green",
        }
    }
}

/// The mark of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// One or two letters or digits, in capitals.
    pub letters: String,
    /// The colour.
    pub colour: MarkColour,
}

impl Mark {
    /// The mark of the account with this id and name.
    pub fn of(account: AccountId, name: &str) -> Self {
        Self { letters: letters(name), colour: colour(account) }
    }
}

/// Ids that were made together are much alike, so every bit has to count for every colour: both halves, mixed as
/// `SplitMix64` mixes its state.
fn colour(account: AccountId) -> MarkColour {
    let (high, low) = account.uuid().as_u64_pair();
    let mut mixed = high.rotate_left(32) ^ low;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^= mixed >> 31;
    let index = usize::try_from(mixed % MarkColour::ALL.len() as u64).unwrap_or(0);
    MarkColour::ALL[index]
}

/// The first letters of the first two words, or the first two of a single one.
fn letters(name: &str) -> String {
    let ends_word = |c: char| c.is_whitespace() || "-/&+,.".contains(c);
    let words = name.split(ends_word).filter(|word| word.chars().any(char::is_alphanumeric)).take(2);
    let words: Vec<Vec<char>> = words.map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect()).collect();
    let picked: Vec<char> = match words.as_slice() {
        [first, second] => first.iter().take(1).chain(second.iter().take(1)).copied().collect(),
        [only] => only.iter().take(2).copied().collect(),
        _ => vec!['?'],
    };
    picked.into_iter().flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;
    use uuid::Uuid;

    #[test]
    fn the_letters_are_those_of_the_first_words() {
        for (name, expected) in [
            ("Demo Hosting GmbH", "DH"),
            ("Nordwind", "NO"),
            ("Café Sol", "CS"),
            ("  élan & Söhne ", "ÉS"),
            ("7-Eleven", "7E"),
            ("a", "A"),
            ("株式会社", "株式"),
            ("...", "?"),
            ("", "?"),
        ] {
            assert_eq!(letters(name), expected, "{name:?}");
        }
    }

    #[test]
    fn a_mark_is_always_the_same_and_a_new_name_keeps_the_colour() {
        let account = AccountId::new(Uuid::from_u128(0x0192_d3f0_7a5c_7cc0_8a61_3f1c_2b4d_5e6f));
        assert_eq!(Mark::of(account, "Acme"), Mark::of(account, "Acme"));
        assert_eq!(Mark::of(account, "Acme").colour, Mark::of(account, "Beta").colour);
    }

    #[test]
    fn accounts_that_were_made_together_spread_over_all_colours() {
        let mut seen: HashMap<MarkColour, usize> = HashMap::new();
        for n in 0..400_u128 {
            let account = AccountId::new(Uuid::from_u128(0x0192_d3f0_7a5c_7cc0_8a61_0000_0000_0000 + n));
            *seen.entry(Mark::of(account, "").colour).or_default() += 1;
        }
        assert_eq!(seen.len(), MarkColour::ALL.len());
        assert!(seen.values().all(|count| *count < 80), "{seen:?}");
    }
}
