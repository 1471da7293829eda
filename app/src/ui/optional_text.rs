//! A text that a caller has, or has not.

/// What a property takes that may be missing: a text, or an optional one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OptionalText(pub Option<String>);

impl From<String> for OptionalText {
    fn from(text: String) -> Self {
        Self(Some(text))
    }
}

impl From<&str> for OptionalText {
    fn from(text: &str) -> Self {
        Self(Some(text.to_owned()))
    }
}

impl From<Option<String>> for OptionalText {
    fn from(text: Option<String>) -> Self {
        Self(text)
    }
}

impl From<Option<&str>> for OptionalText {
    fn from(text: Option<&str>) -> Self {
        Self(text.map(str::to_owned))
    }
}
