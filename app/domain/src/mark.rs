//! The mark of an account: a colour and one or two letters, so that whoever looks after many sees at a glance whose
//! account it is.
//!
//! There is no setting for it. Letters follow from the name. Colour and shape follow from the ids of all accounts that
//! somebody may act for: two of them look the same only where there are more than there are looks, and a new account
//! leaves those of older ones as they are. The name always stands beside the mark.

use crate::id::AccountId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The colours of marks; the style sheet has one rule for each, for light and dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

/// The shapes of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MarkShape {
    /// A square.
    Square,
    /// A disc.
    Round,
}

/// What a mark looks like, but for its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MarkLook {
    /// The colour.
    pub colour: MarkColour,
    /// The shape.
    pub shape: MarkShape,
}

impl MarkLook {
    /// How many there are.
    const COUNT: usize = 2 * MarkColour::ALL.len();

    /// The look of this number; they begin anew where there are no more.
    fn numbered(number: usize) -> Self {
        let colours = MarkColour::ALL.len();
        let shape = if number % Self::COUNT < colours { MarkShape::Square } else { MarkShape::Round };
        Self { colour: MarkColour::ALL[number % colours], shape }
    }

    /// Its classes in the style sheet.
    pub fn class(self) -> String {
        let round = if self.shape == MarkShape::Round { " mark-round" } else { "" };
        format!("mark-{}{round}", self.colour.key())
    }
}

/// The looks of the accounts that somebody may act for, in the order of their ids, which is that of their making. Each has
/// the colour that follows from its id, or where that is taken the next free one: as a square, then as a disc.
pub fn looks(accounts: impl IntoIterator<Item = AccountId>) -> BTreeMap<AccountId, MarkLook> {
    let accounts: BTreeSet<AccountId> = accounts.into_iter().collect();
    let colours = MarkColour::ALL.len();
    let mut taken = [0_usize; MarkColour::ALL.len()];
    let look = |account| {
        let fewest = taken.iter().copied().min().unwrap_or_default();
        let first = favourite(account);
        let free = (0..colours).map(|step| (first + step) % colours).find(|colour| taken[*colour] == fewest);
        let colour = free.unwrap_or(first);
        let number = colour + colours * taken[colour];
        taken[colour] += 1;
        (account, MarkLook::numbered(number))
    };
    accounts.into_iter().map(look).collect()
}

/// The number of the colour that follows from an id. Ids that were made together are much alike, so every bit has to
/// count for every colour: both halves, mixed as `SplitMix64` mixes its state.
fn favourite(account: AccountId) -> usize {
    let (high, low) = account.uuid().as_u64_pair();
    let mut mixed = high.rotate_left(32) ^ low;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^= mixed >> 31;
    usize::try_from(mixed % MarkColour::ALL.len() as u64).unwrap_or(0)
}

/// The first letters of the first two words of a name, or the first two of a single one, in capitals.
pub fn letters(name: &str) -> String {
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
    use std::collections::HashSet;
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

    fn account(n: u128) -> AccountId {
        AccountId::new(Uuid::from_u128(0x0192_d3f0_7a5c_7cc0_8a61_0000_0000_0000 + n))
    }

    #[test]
    fn no_two_of_somebody_s_accounts_look_the_same_and_the_first_ten_have_colours_of_their_own() {
        for from in [0, 500, 123_456] {
            let looks = looks((from..from + 20).map(account));
            assert_eq!(looks.values().collect::<HashSet<_>>().len(), MarkLook::COUNT);
            let first: HashSet<_> = looks.values().take(10).map(|look| look.colour).collect();
            assert_eq!(first.len(), MarkColour::ALL.len());
        }
        // Where there are more, each look comes up as often as any other.
        assert_eq!(looks((0..60).map(account)).values().collect::<HashSet<_>>().len(), MarkLook::COUNT);
    }

    #[test]
    fn a_new_account_leaves_the_looks_of_older_ones_and_the_order_asked_in_does_not_matter() {
        let before = looks((0..7).map(account));
        let after = looks((0..9).rev().map(account));
        assert!(before.iter().all(|(account, look)| after.get(account) == Some(look)), "{before:?} {after:?}");
        assert_eq!(looks([account(3)])[&account(3)].shape, MarkShape::Square);
    }

    #[test]
    fn accounts_that_were_made_together_spread_over_all_colours() {
        let mut seen = [0; MarkColour::ALL.len()];
        for n in 0..400_u128 {
            seen[favourite(account(n))] += 1;
        }
        assert!(seen.iter().all(|count| (1..80).contains(count)), "{seen:?}");
    }
}
