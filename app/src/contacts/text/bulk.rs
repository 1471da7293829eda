//! The words of doing something to many contacts.

use crate::contacts::text::commands::{restorable_de, restorable_en};
use domain::contact::ContactVerb;

/// Those words in one language.
#[derive(Debug)]
pub struct BulkText {
    /// So many are picked.
    pub picked: fn(&str) -> String,
    /// Everything that the filter finds.
    pub pick_all: fn(&str) -> String,
    /// Picks nobody any more.
    pub unpick: &'static str,
    /// The bar with what can be done to many.
    pub bar: &'static str,
    /// Nobody was picked.
    pub tick_first: &'static str,
    /// So many were left alone.
    pub left_alone: fn(usize) -> String,
    bulk_done: fn(ContactVerb, usize) -> String,
    /// "1,000+".
    pub many: &'static str,
    /// A bulk action is not through yet.
    pub rest_under_way: &'static str,
    /// The rest of a bulk action is not carried out.
    pub rest_stopped: &'static str,
    /// Asks how far it is by now.
    pub refresh: &'static str,
    /// Asks before doing something to many.
    pub title: fn(ContactVerb, &str) -> String,
    /// What suspending many does.
    pub suspend_text: &'static str,
    /// What deleting many does, with the days for which it can be undone.
    pub delete_text: fn(u32) -> String,
}

impl BulkText {
    /// What became of many.
    pub fn bulk_done(&self, to: ContactVerb, done: usize) -> String {
        (self.bulk_done)(to, done)
    }
}

pub const EN: BulkText = BulkText {
    picked: |count| format!("{count} selected"),
    pick_all: |total| format!("All {total} that match"),
    unpick: "Clear the selection",
    bar: "Actions for the selection",
    tick_first: "Tick somebody first.",
    left_alone: |count| format!("{count} left as they were."),
    bulk_done: |to, done| match to {
        ContactVerb::Suspend => format!("{done} suspended."),
        ContactVerb::Reactivate => format!("{done} reactivated."),
        ContactVerb::Delete => format!("{done} deleted."),
        ContactVerb::Restore | ContactVerb::RestoreBare => format!("{done} restored."),
        ContactVerb::SendReset => format!("{done} reset links sent."),
    },
    many: "1,000+",
    rest_under_way: "The rest follows in the background.",
    rest_stopped: "The rest was stopped: you signed out, undid it, or may not do this any more.",
    refresh: "Refresh",
    title: |to, count| match to {
        ContactVerb::Suspend => format!("Suspend {count}?"),
        ContactVerb::Reactivate => format!("Reactivate {count}?"),
        ContactVerb::Delete => format!("Delete {count}?"),
        ContactVerb::Restore | ContactVerb::RestoreBare => format!("Restore {count}?"),
        ContactVerb::SendReset => format!("Send reset links to {count}?"),
    },
    suspend_text: "They can sign in but not use this account until they are reactivated. Owners, you yourself and people without a login are left as they are.",
    delete_text: |days| {
        format!(
            "They lose all access to this account at once. {} Owners and you yourself are left as they are.",
            restorable_en(days)
        )
    },
};

pub const DE: BulkText = BulkText {
    picked: |count| format!("{count} ausgewählt"),
    pick_all: |total| format!("Alle {total} Treffer"),
    unpick: "Auswahl aufheben",
    bar: "Aktionen für die Auswahl",
    tick_first: "Kreuzen Sie zuerst jemanden an.",
    left_alone: |count| format!("{count} unverändert."),
    bulk_done: |to, done| match to {
        ContactVerb::Suspend => format!("{done} gesperrt."),
        ContactVerb::Reactivate => format!("{done} entsperrt."),
        ContactVerb::Delete => format!("{done} gelöscht."),
        ContactVerb::Restore | ContactVerb::RestoreBare => format!("{done} wiederhergestellt."),
        ContactVerb::SendReset => format!("{done} Links verschickt."),
    },
    many: "1.000+",
    rest_under_way: "Der Rest folgt im Hintergrund.",
    rest_stopped: "Der Rest wurde angehalten: Sie haben sich abgemeldet, es rückgängig gemacht oder dürfen es nicht mehr.",
    refresh: "Aktualisieren",
    title: |to, count| match to {
        ContactVerb::Suspend => format!("{count} sperren?"),
        ContactVerb::Reactivate => format!("{count} entsperren?"),
        ContactVerb::Delete => format!("{count} löschen?"),
        ContactVerb::Restore | ContactVerb::RestoreBare => format!("{count} wiederherstellen?"),
        ContactVerb::SendReset => format!("{count} Links verschicken?"),
    },
    suspend_text: "Sie können sich anmelden, aber dieses Konto nicht benutzen, bis sie entsperrt werden. Inhaber, Sie selbst und Personen ohne Zugang bleiben, wie sie sind.",
    delete_text: |days| {
        format!(
            "Sie verlieren sofort jeden Zugriff auf dieses Konto. {} Inhaber und Sie selbst bleiben, wie sie sind.",
            restorable_de(days)
        )
    },
};
