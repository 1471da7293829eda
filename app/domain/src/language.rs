//! The languages of the portal.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// A language, by its tag (BCP 47). Which ones the portal speaks is told by its words: the crate `texts`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language {
    /// ASCII, filled up with zeros.
    tag: [u8; TAG_MAX],
}

/// The longest tag, in bytes: language, script and region.
const TAG_MAX: usize = 11;

impl Language {
    /// English, which says everything.
    pub const EN: Self = Self::known(*b"en");
    /// German.
    pub const DE: Self = Self::known(*b"de");

    const fn known(letters: [u8; 2]) -> Self {
        let mut tag = [0; TAG_MAX];
        tag[0] = letters[0];
        tag[1] = letters[1];
        Self { tag }
    }

    /// The language with this tag, `de` or `pt-BR` say, in whatever case. `None` where it is no tag, or a longer one than
    /// texts are made for.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let mut written = [0; TAG_MAX];
        written.get_mut(..tag.len())?.copy_from_slice(tag.as_bytes());
        for (at, part) in written[..tag.len()].split_mut(|byte| *byte == b'-').enumerate() {
            let letters = part.iter().all(u8::is_ascii_alphabetic);
            let sound = match at {
                0 => letters && matches!(part.len(), 2 | 3),
                _ => matches!(part.len(), 2..=8) && part.iter().all(u8::is_ascii_alphanumeric),
            };
            if !sound {
                return None;
            }
            part.make_ascii_lowercase();
            match part.len() {
                2 if at > 0 => part.make_ascii_uppercase(),
                4 if at > 0 && letters => part[0].make_ascii_uppercase(),
                _ => {}
            }
        }
        Some(Self { tag: written })
    }

    /// The tag for `lang` attributes and the database.
    pub fn tag(&self) -> &str {
        let end = self.tag.iter().position(|byte| *byte == 0).unwrap_or(TAG_MAX);
        // It was made of ASCII.
        str::from_utf8(&self.tag[..end]).unwrap_or_default()
    }

    /// The language that this one is a variety of: `pt` for `pt-BR`.
    pub fn broader(&self) -> Option<Self> {
        let (broader, _) = self.tag().rsplit_once('-')?;
        Self::from_tag(broader)
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::EN
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.tag())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Self::from_tag(&tag).ok_or_else(|| D::Error::custom(format_args!("{tag:?} is not the tag of a language")))
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_tag_is_read_in_whatever_case_and_written_in_one() {
        for (typed, tag) in
            [("en", "en"), ("DE", "de"), ("pt-br", "pt-BR"), ("ZH-HANT-tw", "zh-Hant-TW"), ("ast", "ast")]
        {
            assert_eq!(Language::from_tag(typed).expect(typed).tag(), tag);
        }
        assert_eq!(Language::from_tag("en"), Some(Language::EN));
        assert_eq!(Language::from_tag("pt-BR").and_then(|language| language.broader()), Language::from_tag("pt"));
        assert_eq!(Language::DE.broader(), None);
        for odd in ["", "d", "deutsch", "d1", "de-", "-de", "de--AT", "de_AT", "d\0", "ü", "de-é", "de-Latn-AT-1996"]
        {
            assert_eq!(Language::from_tag(odd), None, "{odd}");
        }
    }
}
