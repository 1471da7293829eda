//! What a coloured thing wants to say. Colour never says it alone: text or icon always says it too.

use super::Icon;

/// The meaning of a badge, banner or toast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// Just a fact.
    #[default]
    Neutral,
    /// It worked, it is in order.
    Good,
    /// Worth a look before going on.
    Warn,
    /// It failed, or it takes something away.
    Bad,
    /// Something to know.
    Info,
}

impl Tone {
    /// The last part of the class name, as in `badge-good`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Info => "info",
        }
    }

    /// The icon that says the same without colour.
    pub const fn icon(self) -> Icon {
        match self {
            Self::Good => Icon::Check,
            Self::Warn | Self::Bad => Icon::Warning,
            Self::Neutral | Self::Info => Icon::Info,
        }
    }
}
