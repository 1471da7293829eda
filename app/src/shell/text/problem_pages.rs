//! The words of the pages for what goes wrong.

/// Those words in one language.
#[derive(Debug)]
pub struct ProblemPagesText {
    /// The title of the page for what does not exist.
    pub not_found: &'static str,
    /// What it says.
    pub not_found_text: &'static str,
    /// The title of the page for what is refused.
    pub forbidden: &'static str,
    /// How to get the right.
    pub forbidden_ask: &'static str,
    /// Leads to one's own rights.
    pub my_rights: &'static str,
    /// The title when the portal is busy.
    pub unavailable: &'static str,
    /// The title when it failed.
    pub failed: &'static str,
    /// The title when it could not read the request.
    pub malformed: &'static str,
    /// The title when there were too many attempts.
    pub too_many: &'static str,
    /// Loads the page again.
    pub try_again: &'static str,
}

pub const EN: ProblemPagesText = ProblemPagesText {
    not_found: "Page not found",
    not_found_text: "This page does not exist, or it is not yours to see. Check the address, or go on from the start page.",
    forbidden: "You do not have access to this",
    forbidden_ask: "Whoever manages the people of this account can give it to you too.",
    my_rights: "See what you may do here",
    unavailable: "The portal is busy",
    failed: "Something went wrong",
    malformed: "This request could not be read",
    too_many: "Too many attempts",
    try_again: "Try again",
};

pub const DE: ProblemPagesText = ProblemPagesText {
    not_found: "Seite nicht gefunden",
    not_found_text: "Diese Seite gibt es nicht, oder Sie dürfen sie nicht sehen. Prüfen Sie die Adresse oder gehen Sie zur Startseite.",
    forbidden: "Darauf haben Sie keinen Zugriff",
    forbidden_ask: "Auch wer die Personen dieses Kontos verwaltet, kann es Ihnen geben.",
    my_rights: "Zeigen, was Sie hier dürfen",
    unavailable: "Das Portal ist ausgelastet",
    failed: "Da ist etwas schiefgegangen",
    malformed: "Diese Anfrage war nicht lesbar",
    too_many: "Zu viele Versuche",
    try_again: "Noch einmal versuchen",
};
