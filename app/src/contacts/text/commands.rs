//! The words of what can be done to a contact, and of what was done.

use domain::contact::ContactVerb;

/// Those words in one language.
#[derive(Debug)]
pub struct CommandsText {
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
    command_done_to: fn(ContactVerb, &str) -> String,
    command_done: fn(ContactVerb) -> &'static str,
    /// Takes the last step back.
    pub undo: &'static str,
}

impl CommandsText {
    /// What became of somebody.
    pub fn command_done_to(&self, to: ContactVerb, name: &str) -> String {
        (self.command_done_to)(to, name)
    }

    /// The same without a name.
    pub fn command_done(&self, to: ContactVerb) -> &'static str {
        (self.command_done)(to)
    }
}

pub const EN: CommandsText = CommandsText {
    edit: "Edit Contact",
    view_as: "Login as This Contact",
    suspend: "Suspend",
    reactivate: "Reactivate",
    delete: "Delete",
    restore: "Restore",
    delete_title: |name| format!("Delete {name}?"),
    delete_text: |name, days| format!("{name} loses all access to this account at once. {}", restorable_en(days)),
    command_done_to: command_done_to_en,
    command_done: command_done_en,
    undo: "Undo",
};

pub const DE: CommandsText = CommandsText {
    edit: "Kontakt bearbeiten",
    view_as: "Als dieser Kontakt anmelden",
    suspend: "Sperren",
    reactivate: "Entsperren",
    delete: "Löschen",
    restore: "Wiederherstellen",
    delete_title: |name| format!("{name} löschen?"),
    delete_text: |name, days| format!("{name} verliert sofort jeden Zugriff auf dieses Konto. {}", restorable_de(days)),
    command_done_to: command_done_to_de,
    command_done: command_done_de,
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

fn command_done_to_en(to: ContactVerb, name: &str) -> String {
    match to {
        ContactVerb::Suspend => format!("{name} was suspended."),
        ContactVerb::Reactivate => format!("{name} was reactivated."),
        ContactVerb::Delete => format!("{name} was deleted."),
        ContactVerb::Restore | ContactVerb::RestoreBare => format!("{name} was restored."),
        ContactVerb::SendReset => format!("A reset link was sent to {name}."),
    }
}

fn command_done_to_de(to: ContactVerb, name: &str) -> String {
    match to {
        ContactVerb::Suspend => format!("{name} wurde gesperrt."),
        ContactVerb::Reactivate => format!("{name} wurde entsperrt."),
        ContactVerb::Delete => format!("{name} wurde gelöscht."),
        ContactVerb::Restore | ContactVerb::RestoreBare => format!("{name} wurde wiederhergestellt."),
        ContactVerb::SendReset => format!("{name} bekommt einen Link zum Zurücksetzen."),
    }
}

const fn command_done_en(to: ContactVerb) -> &'static str {
    match to {
        ContactVerb::Suspend => "The contact was suspended.",
        ContactVerb::Reactivate => "The contact was reactivated.",
        ContactVerb::Delete => "The contact was deleted.",
        ContactVerb::Restore | ContactVerb::RestoreBare => "The contact was restored.",
        ContactVerb::SendReset => "A reset link was sent.",
    }
}

const fn command_done_de(to: ContactVerb) -> &'static str {
    match to {
        ContactVerb::Suspend => "Der Kontakt wurde gesperrt.",
        ContactVerb::Reactivate => "Der Kontakt wurde entsperrt.",
        ContactVerb::Delete => "Der Kontakt wurde gelöscht.",
        ContactVerb::Restore | ContactVerb::RestoreBare => "Der Kontakt wurde wiederhergestellt.",
        ContactVerb::SendReset => "Ein Link zum Zurücksetzen wurde geschickt.",
    }
}
