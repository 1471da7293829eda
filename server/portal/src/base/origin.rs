//! What every address in a mail begins with. It comes from the settings only, never from a request (SECURITY T25).

/// Scheme, host and port that people reach the portal at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// `https://portal.example` say: without a slash at the end.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The whole address of a path, which [`domain::paths`] builds.
    pub(crate) fn to(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}
