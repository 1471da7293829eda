//! The words of Support.

/// Those words in one language.
#[derive(Debug)]
pub struct SupportText {
    /// There are no tickets.
    pub none: &'static str,
    /// How to get help until there are.
    pub none_text: &'static str,
}

pub const EN: SupportText = SupportText {
    none: "No tickets here yet",
    none_text: "Tickets are not part of this portal yet. Support answers your mail.",
};

pub const DE: SupportText = SupportText {
    none: "Hier gibt es noch keine Tickets",
    none_text: "Tickets sind noch nicht Teil dieses Portals. Der Support beantwortet Ihre E-Mail.",
};
