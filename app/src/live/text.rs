//! The words of pages that are no longer what they were when they were opened.

/// Those words.
#[derive(Debug)]
pub struct LiveText {
    /// The session has ended.
    pub over: &'static str,
    /// What to do about it.
    pub over_text: &'static str,
    /// What somebody may do on the account of this name has changed.
    pub rights_changed: fn(&str) -> String,
    /// The title of the window when somebody is no longer on an account.
    pub gone: &'static str,
    /// The title of the page.
    pub gone_title: fn(&str) -> String,
    /// What may have happened, and whom to ask.
    pub gone_text: &'static str,
    /// On a form that was filled in again.
    pub refilled: &'static str,
    /// The portal was renewed while the page was open.
    pub build: &'static str,
    /// What to do about it.
    pub build_text: &'static str,
    /// The button that loads the page again.
    pub load_anew: &'static str,
    /// So many open sessions heard of a change at once.
    told: fn(usize) -> String,
    /// What was typed on the page before.
    pub typed: &'static str,
    /// What to do with it.
    pub typed_help: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
}

impl LiveText {
    /// What was done, and how many open sessions heard of it, where any did.
    pub fn with_sessions_reached(&self, done: String, sessions: usize) -> String {
        if sessions == 0 { done } else { format!("{done} {}", (self.told)(sessions)) }
    }
}

pub const EN: LiveText = LiveText {
    over: "Your session has ended.",
    over_text: "What was open here comes back once you have signed in again.",
    rights_changed: |account| {
        format!("What you may do on {account} has just changed. This page shows what you may do now.")
    },
    gone: "Access ended",
    gone_title: |account| format!("Your access to {account} has ended"),
    gone_text: "It was taken away, suspended, or its time ran out while this page was open. An owner of the account can tell you more and give it to you again.",
    refilled: "Your rights here changed while you were filling in this form. What you typed is still in it, and nothing was sent: please check it. Passwords have to be entered again.",
    build: "The portal was updated while this page was open.",
    build_text: "Nothing was sent. Copy what you typed if you still need it, then load the page again.",
    load_anew: "Load the page again",
    told: |count| match count {
        1 => "1 open session was told at once.".to_owned(),
        _ => format!("{count} open sessions were told at once."),
    },
    typed: "What you typed",
    typed_help: "It was not sent. Copy it if you still need it.",
    copy: "Copy",
    copied: "Copied",
};

pub const DE: LiveText = LiveText {
    over: "Ihre Sitzung ist beendet.",
    over_text: "Was hier offen war, kommt wieder, sobald Sie sich erneut angemeldet haben.",
    rights_changed: |account| {
        format!("Was Sie im Konto {account} dürfen, hat sich gerade geändert. Diese Seite zeigt, was Sie jetzt dürfen.")
    },
    gone: "Zugriff beendet",
    gone_title: |account| format!("Ihr Zugriff auf {account} ist beendet"),
    gone_text: "Er wurde entzogen, gesperrt oder ist abgelaufen, während diese Seite offen war. Ein Inhaber des Kontos kann Ihnen mehr sagen und ihn wieder geben.",
    refilled: "Ihre Rechte hier haben sich geändert, während Sie dieses Formular ausgefüllt haben. Ihre Eingaben stehen noch darin, gesendet wurde nichts: Bitte prüfen Sie sie. Passwörter müssen Sie neu eingeben.",
    build: "Das Portal wurde erneuert, während diese Seite offen war.",
    build_text: "Gesendet wurde nichts. Kopieren Sie Ihre Eingaben, falls Sie sie noch brauchen, und laden Sie dann die Seite neu.",
    load_anew: "Seite neu laden",
    told: |count| match count {
        1 => "1 offene Sitzung hat es sofort erfahren.".to_owned(),
        _ => format!("{count} offene Sitzungen haben es sofort erfahren."),
    },
    typed: "Ihre Eingaben",
    typed_help: "Sie wurden nicht gesendet. Kopieren Sie sie, falls Sie sie noch brauchen.",
    copy: "Kopieren",
    copied: "Kopiert",
};
