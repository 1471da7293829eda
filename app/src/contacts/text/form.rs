//! The words of the form of a contact.

/// Those words in one language.
#[derive(Debug)]
pub struct FormText {
    /// The title of the form for a new contact.
    pub add_title: &'static str,
    /// The title of the form for an existing one.
    pub edit_title: fn(&str) -> String,
    /// Above the rights that end, on the form.
    pub ending: &'static str,
    /// Below the note.
    pub note_help: &'static str,
    pub sign_in: &'static str,
    pub activate: &'static str,
    /// What the box does.
    pub activate_help: &'static str,
    /// Why the box can't be cleared.
    pub has_login: &'static str,
    pub password: &'static str,
    /// Below the password of a new login.
    pub password_help: fn(usize) -> String,
    /// Below the password of an existing login.
    pub password_keep: fn(usize) -> String,
    pub show_password: &'static str,
    pub hide_password: &'static str,
    /// Sends a link to set a password.
    pub send_reset: &'static str,
    pub notify: &'static str,
    /// What the box does.
    pub notify_help: &'static str,
    /// Box: the address is meant so.
    pub meant: &'static str,
    /// The button of the form.
    pub submit: &'static str,
    /// The form was saved.
    pub saved: &'static str,
    /// Leads to the contact that was saved.
    pub show: &'static str,
    /// Somebody else changed the contact.
    pub conflict: fn(Option<&str>) -> String,
    /// What that means for what was typed.
    pub conflict_text: &'static str,
    /// Loads what is saved, and drops what was typed.
    pub load_new: &'static str,
}

pub const EN: FormText = FormText {
    add_title: "Add New Contact",
    edit_title: |name| format!("Edit {name}"),
    ending: "These rights end by themselves. Saving keeps their ends.",
    note_help: "Only people who may see contacts can read it.",
    sign_in: "Sign-in",
    activate: "Activate Sub-Account",
    activate_help: "The contact can sign in with the email address. Without it, this is a record that only gets mail.",
    has_login: "This contact has a login. Suspend it to take its access away.",
    password: "Password",
    password_help: |min| format!("At least {min} characters. The contact chooses an own one at the first sign-in."),
    password_keep: |min| {
        format!(
            "Leave it empty to keep the present one. A new one has at least {min} characters and must be changed at the next sign-in."
        )
    },
    show_password: "Show",
    hide_password: "Hide",
    send_reset: "Send a reset link",
    notify: "Notify the contact?",
    notify_help: "Sends a mail that access was given, without the password.",
    meant: "The address is meant as it is written",
    submit: "Submit",
    saved: "The contact was saved.",
    show: "Show the contact",
    conflict: |by| match by {
        Some(by) => format!("{by} changed this contact while you were editing it."),
        None => "This contact was changed while you were editing it.".to_owned(),
    },
    conflict_text: "What you typed is still here. Submit again to save it over these changes.",
    load_new: "Load the new version",
};

pub const DE: FormText = FormText {
    add_title: "Neuen Kontakt hinzufügen",
    edit_title: |name| format!("{name} bearbeiten"),
    ending: "Diese Rechte enden von selbst. Beim Speichern bleiben ihre Enden, wie sie sind.",
    note_help: "Nur wer Kontakte sehen darf, kann sie lesen.",
    sign_in: "Anmeldung",
    activate: "Unterkonto aktivieren",
    activate_help: "Der Kontakt kann sich mit der E-Mail-Adresse anmelden. Ohne das ist er nur ein Eintrag, der Mails bekommt.",
    has_login: "Dieser Kontakt hat einen Zugang. Sperren Sie ihn, um den Zugriff zu nehmen.",
    password: "Passwort",
    password_help: |min| format!("Mindestens {min} Zeichen. Bei der ersten Anmeldung wählt der Kontakt ein eigenes."),
    password_keep: |min| {
        format!(
            "Leer lassen, um das jetzige zu behalten. Ein neues hat mindestens {min} Zeichen und muss bei der nächsten Anmeldung geändert werden."
        )
    },
    show_password: "Anzeigen",
    hide_password: "Verbergen",
    send_reset: "Link zum Zurücksetzen schicken",
    notify: "Kontakt benachrichtigen?",
    notify_help: "Schickt eine Mail, dass Zugriff erteilt wurde, ohne das Passwort.",
    meant: "Die Adresse ist so gemeint, wie sie dasteht",
    submit: "Absenden",
    saved: "Der Kontakt wurde gespeichert.",
    show: "Kontakt ansehen",
    conflict: |by| match by {
        Some(by) => format!("{by} hat diesen Kontakt geändert, während Sie ihn bearbeitet haben."),
        None => "Dieser Kontakt wurde geändert, während Sie ihn bearbeitet haben.".to_owned(),
    },
    conflict_text: "Ihre Eingaben stehen noch hier. Senden Sie sie noch einmal ab, um sie darüber zu speichern.",
    load_new: "Neue Fassung laden",
};
