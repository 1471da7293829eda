//! The words of what can be done to a contact, and of what was done.

use domain::contact::Move;

/// Those words in one language.
#[derive(Debug)]
pub struct MovesText {
    pub edit: &'static str,
    pub view_as: &'static str,
    pub suspend: &'static str,
    pub reactivate: &'static str,
    pub delete: &'static str,
    pub restore: &'static str,
    /// Asks before deleting.
    pub delete_title: fn(&str) -> String,
    /// What deleting does, with the days for which it can be undone.
    pub delete_text: fn(&str, u32) -> String,
    moved_one: fn(Move, &str) -> String,
    moved: fn(Move) -> &'static str,
    /// Takes the last step back.
    pub undo: &'static str,
}

impl MovesText {
    /// What became of somebody.
    pub fn moved_one(&self, to: Move, name: &str) -> String {
        (self.moved_one)(to, name)
    }

    /// The same without a name.
    pub fn moved(&self, to: Move) -> &'static str {
        (self.moved)(to)
    }
}

pub const EN: MovesText = MovesText {
    edit: "Edit Contact",
    view_as: "Login as This Contact",
    suspend: "Suspend",
    reactivate: "Reactivate",
    delete: "Delete",
    restore: "Restore",
    delete_title: |name| format!("Delete {name}?"),
    delete_text: |name, days| format!("{name} loses all access to this account at once. {}", restorable_en(days)),
    moved_one: moved_one_en,
    moved: moved_en,
    undo: "Undo",
};

pub const DE: MovesText = MovesText {
    edit: "Kontakt bearbeiten",
    view_as: "Als dieser Kontakt anmelden",
    suspend: "Sperren",
    reactivate: "Entsperren",
    delete: "Löschen",
    restore: "Wiederherstellen",
    delete_title: |name| format!("{name} löschen?"),
    delete_text: |name, days| format!("{name} verliert sofort jeden Zugriff auf dieses Konto. {}", restorable_de(days)),
    moved_one: moved_one_de,
    moved: moved_de,
    undo: "Rückgängig",
};

/// For how many days deleting can be undone.
pub fn restorable_en(days: u32) -> String {
    match days {
        0 => "Deleted people cannot be restored.".to_owned(),
        1 => "You can restore deleted people for one day, under the status “Deleted”.".to_owned(),
        _ => format!("You can restore deleted people for {days} days, under the status “Deleted”."),
    }
}

/// The same in German.
pub fn restorable_de(days: u32) -> String {
    match days {
        0 => "Gelöschte Personen lassen sich nicht wiederherstellen.".to_owned(),
        1 => "Gelöschte Personen können Sie einen Tag lang wiederherstellen, unter dem Status „Gelöscht“.".to_owned(),
        _ => format!("Gelöschte Personen können Sie {days} Tage lang wiederherstellen, unter dem Status „Gelöscht“."),
    }
}

fn moved_one_en(to: Move, name: &str) -> String {
    match to {
        Move::Suspend => format!("{name} was suspended."),
        Move::Reactivate => format!("{name} was reactivated."),
        Move::Delete => format!("{name} was deleted."),
        Move::Restore | Move::RestoreBare => format!("{name} was restored."),
        Move::SendReset => format!("A reset link was sent to {name}."),
    }
}

fn moved_one_de(to: Move, name: &str) -> String {
    match to {
        Move::Suspend => format!("{name} wurde gesperrt."),
        Move::Reactivate => format!("{name} wurde entsperrt."),
        Move::Delete => format!("{name} wurde gelöscht."),
        Move::Restore | Move::RestoreBare => format!("{name} wurde wiederhergestellt."),
        Move::SendReset => format!("{name} bekommt einen Link zum Zurücksetzen."),
    }
}

const fn moved_en(to: Move) -> &'static str {
    match to {
        Move::Suspend => "The contact was suspended.",
        Move::Reactivate => "The contact was reactivated.",
        Move::Delete => "The contact was deleted.",
        Move::Restore | Move::RestoreBare => "The contact was restored.",
        Move::SendReset => "A reset link was sent.",
    }
}

const fn moved_de(to: Move) -> &'static str {
    match to {
        Move::Suspend => "Der Kontakt wurde gesperrt.",
        Move::Reactivate => "Der Kontakt wurde entsperrt.",
        Move::Delete => "Der Kontakt wurde gelöscht.",
        Move::Restore | Move::RestoreBare => "Der Kontakt wurde wiederhergestellt.",
        Move::SendReset => "Ein Link zum Zurücksetzen wurde geschickt.",
    }
}
