//! Light or dark: what somebody chose for one browser, as a cookie of its own. It says nothing of who they are.

use super::SessionCookie;
use serde::{Deserialize, Serialize};

/// Light or dark. A context value of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// What the cookie and the form say.
    pub const fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What a cookie says; anything else is as good as none.
    pub fn read(value: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.key() == value).unwrap_or_default()
    }

    /// What the document says: nothing, where the system decides.
    pub fn attribute(self) -> Option<&'static str> {
        (self != Self::System).then_some(self.key())
    }

    /// The colour schemes that the page is drawn in, for the browser's own parts before the styles are there.
    pub const fn schemes(self) -> &'static str {
        match self {
            Self::System => "light dark",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl SessionCookie {
    /// The name of the cookie that says light or dark.
    pub fn theme_name(&self) -> String {
        format!("{}-theme", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_cookie_says_is_one_of_three() {
        for theme in Theme::ALL {
            assert_eq!(Theme::read(theme.key()), theme);
        }
        for odd in ["", "DARK", "dark\" onload", "sepia"] {
            assert_eq!(Theme::read(odd), Theme::System, "{odd}");
        }
    }
}
