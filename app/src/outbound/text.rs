//! The words of the page between the portal and another site.

/// Those words in one language.
#[derive(Debug)]
pub struct OutboundText {
    /// The title, with the host.
    pub title: fn(&str) -> String,
    /// What the link is.
    pub lead: &'static str,
    /// The link, with the host.
    pub go_on: fn(&str) -> String,
    /// The title when it works no more.
    pub dead: &'static str,
    /// What to do then.
    pub dead_text: &'static str,
}

pub const EN: OutboundText = OutboundText {
    title: |host| format!("Go to {host}"),
    lead: "This is another site. The link works once, for one minute.",
    go_on: |host| format!("Continue to {host}"),
    dead: "This link was used or has expired",
    dead_text: "Go back to where you started and try again.",
};

pub const DE: OutboundText = OutboundText {
    title: |host| format!("Zu {host} wechseln"),
    lead: "Das ist eine andere Website. Der Link funktioniert einmal, eine Minute lang.",
    go_on: |host| format!("Weiter zu {host}"),
    dead: "Dieser Link wurde benutzt oder ist abgelaufen",
    dead_text: "Gehen Sie dorthin zurück, wo Sie begonnen haben, und versuchen Sie es noch einmal.",
};
