//! The words of the contacts pages.

use crate::ui::Tone;
use domain::change::ContactChange;
use domain::contact::Move;
use domain::list::Total;
use domain::person::Language;
use domain::provider::PeopleWord;
use domain::status::ContactStatus;
use domain::words;

/// The words of the contacts pages in one language.
#[derive(Debug)]
pub struct ContactsText {
    heading: fn(PeopleWord) -> &'static str,
    status: fn(ContactStatus) -> &'static str,
    change: fn(&ContactChange) -> String,
    moved_one: fn(Move, &str) -> String,
    moved: fn(Move) -> &'static str,
    moved_many: fn(Move, usize) -> String,

    /// Before the end of a right.
    pub until: &'static str,
    /// Above the rights that end, on the form.
    pub ending: &'static str,
    /// Below the heading of the list.
    pub lead: &'static str,
    /// The button for a new contact.
    pub add: &'static str,
    /// The name of the search box.
    pub search: &'static str,
    pub status_filter: &'static str,
    /// Everybody who is not deleted.
    pub any_status: &'static str,
    pub access_filter: &'static str,
    /// Whatever the access.
    pub any_access: &'static str,
    /// The group of roles in the filter.
    pub roles: &'static str,
    /// The group of templates in the filter.
    pub templates: &'static str,
    /// Owners, in the filter.
    pub owners: &'static str,
    /// Applies the filter.
    pub apply: &'static str,
    /// Takes every filter away.
    pub clear: &'static str,

    pub name: &'static str,
    pub email: &'static str,
    pub access: &'static str,
    pub notifications: &'static str,
    pub status_column: &'static str,
    pub last_sign_in: &'static str,
    /// Column of the row menus.
    pub actions: &'static str,
    /// Never signed in.
    pub never: &'static str,
    /// Until when access or an invitation lasts.
    pub until_moment: fn(&str) -> String,
    /// The badge of owners.
    pub owner: &'static str,
    /// The badge of one's own row.
    pub you: &'static str,

    /// The row's menu.
    pub actions_for: fn(&str) -> String,
    pub edit: &'static str,
    pub view_as: &'static str,
    pub suspend: &'static str,
    pub reactivate: &'static str,
    pub delete: &'static str,
    pub restore: &'static str,

    /// The box of a row.
    pub pick: fn(&str) -> String,
    /// The box of all rows of the page.
    pub pick_page: &'static str,
    /// So many are picked.
    pub picked: fn(usize) -> String,
    /// Everything that the filter finds.
    pub pick_all: fn(&str) -> String,
    /// Picks nobody any more.
    pub unpick: &'static str,
    /// The bar with what can be done to many.
    pub bulk: &'static str,
    /// Nobody was picked.
    pub tick_first: &'static str,
    /// So many were left alone.
    pub left_alone: fn(usize) -> String,
    /// After the first few names of a list, where there are more.
    pub and_more: fn(usize) -> String,
    /// The same where nobody counted.
    pub and_others: &'static str,
    /// A bulk action is not through yet.
    pub rest_under_way: &'static str,
    /// The rest of a bulk action is not carried out.
    pub rest_stopped: &'static str,
    /// Asks how far it is by now.
    pub refresh: &'static str,

    /// How many there are, exactly.
    pub total: fn(i64) -> String,
    /// More than were counted.
    pub total_many: &'static str,
    /// "1,000+".
    pub many: &'static str,
    /// The name of the pager.
    pub pages: &'static str,
    /// The page before.
    pub previous: &'static str,
    /// The page after.
    pub next: &'static str,
    /// Nobody is there.
    pub empty: &'static str,
    /// What to do then.
    pub empty_text: &'static str,
    /// Nobody fits the filter.
    pub no_match: &'static str,
    /// What to do then.
    pub no_match_text: &'static str,
    /// Takes the filters away, where they leave nobody.
    pub show_all: &'static str,
    /// Nobody was deleted.
    pub none_deleted: &'static str,
    /// How it comes that somebody stands there.
    pub none_deleted_text: fn(u32) -> String,

    /// Asks before deleting.
    pub delete_title: fn(&str) -> String,
    /// What deleting does, with the days for which it can be undone.
    pub delete_text: fn(&str, u32) -> String,
    /// Asks before doing something to many.
    pub bulk_title: fn(Move, &str) -> String,
    /// What suspending many does.
    pub bulk_suspend_text: &'static str,
    /// What deleting many does, with the days for which it can be undone.
    pub bulk_delete_text: fn(u32) -> String,
    /// Leaves things as they are.
    pub cancel: &'static str,
    /// Closes a dialog.
    pub close: &'static str,
    /// Takes the last step back.
    pub undo: &'static str,

    /// The form was saved.
    pub saved: &'static str,
    /// Leads to the contact that was saved.
    pub show: &'static str,

    /// The title of the form for a new contact.
    pub add_title: &'static str,
    /// The title of the form for an existing one.
    pub edit_title: fn(&str) -> String,
    pub details: &'static str,
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub email_address: &'static str,
    pub phone: &'static str,
    pub note: &'static str,
    /// Below the note.
    pub note_help: &'static str,
    /// Beside what may stay empty.
    pub optional: &'static str,
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

    pub privileges: &'static str,
    /// The tip on giving as little as possible (S0.15, S4.9).
    pub minimum_tip: &'static str,
    /// The caution on rights over the whole account (S0.16).
    pub account_wide_tip: &'static str,
    /// The tip on owners (S4.4).
    pub owner_tip: &'static str,
    pub template: &'static str,
    /// Below the picker.
    pub template_help: &'static str,
    pub roles_help: &'static str,
    /// Ticks a whole area.
    pub select_all: fn(&str) -> String,
    /// The mark of sensitive rights.
    pub sensitive: &'static str,
    /// What the contact will newly be able to do.
    pub newly_sensitive: fn(&str) -> String,
    /// The same while there is no name.
    pub newly_sensitive_unnamed: &'static str,
    /// Why a box is ticked.
    pub implied_by: fn(&str) -> String,
    /// Why a box is ticked.
    pub by_role: fn(&str) -> String,
    /// Why a box can't be cleared.
    pub with_role: fn(&str) -> String,
    /// Why a box is ticked.
    pub on_all_services: &'static str,
    /// Why a box can't be ticked.
    pub may_not_grant: &'static str,
    /// Box: the address is meant so.
    pub meant: &'static str,
    /// What a role that the account made is, with how many rights it gives.
    pub own_role_help: fn(usize) -> String,
    /// Why a role can't be picked.
    pub may_not_hand_out: &'static str,
    /// Why a box can't be changed.
    pub not_to_oneself: &'static str,
    /// A role was turned into its single rights.
    pub role_dissolved: fn(&str) -> String,
    /// Ticks of a template were left out.
    pub left_out: fn(usize) -> String,

    pub services: &'static str,
    /// Below it.
    pub services_help: &'static str,
    /// The first column of the matrix.
    pub service: &'static str,
    /// Below the row for services bought later.
    pub new_services_help: &'static str,
    /// Below the row for all services.
    pub all_services_help: &'static str,
    /// Ticks a whole row.
    pub every_operation: fn(&str) -> String,
    /// There are no active services.
    pub no_services: &'static str,
    /// The button of the form.
    pub submit: &'static str,

    /// Somebody else changed the contact.
    pub conflict: fn(Option<&str>) -> String,
    /// What that means for what was typed.
    pub conflict_text: &'static str,
    /// Loads what is saved, and drops what was typed.
    pub load_new: &'static str,

    /// The button beside the name.
    pub remove: &'static str,
    pub rights: &'static str,
    /// What owners may do.
    pub owner_rights: &'static str,
    /// Nothing was given.
    pub no_rights: &'static str,
    pub history: &'static str,
    /// The first entry.
    pub added: fn(&str) -> String,
    /// Who changed it.
    pub changed_by: fn(&str) -> String,
    /// A version without differences that can be shown.
    pub nothing_changed: &'static str,
    /// When it was added.
    pub added_on: &'static str,
    pub restore_title: &'static str,
    /// Until when that is possible.
    pub restore_until: fn(&str) -> String,
    /// Restores with the rights it had.
    pub restore_with: &'static str,
    /// Restores without rights.
    pub restore_bare: &'static str,
    /// What the contact could do.
    pub had_rights: &'static str,
}

impl ContactsText {
    /// What the people of an account are called here.
    pub fn heading(&self, word: PeopleWord) -> &'static str {
        (self.heading)(word)
    }

    /// Where a contact stands.
    pub fn status(&self, status: ContactStatus) -> &'static str {
        (self.status)(status)
    }

    /// What a change was, in words.
    pub fn change(&self, change: &ContactChange) -> String {
        (self.change)(change)
    }

    /// How many people there are.
    pub fn people(&self, total: Total) -> String {
        match total {
            Total::Exact(count) => (self.total)(count),
            Total::Many => self.total_many.to_owned(),
        }
    }

    /// What became of somebody.
    pub fn moved_one(&self, to: Move, name: &str) -> String {
        (self.moved_one)(to, name)
    }

    /// The same without a name.
    pub fn moved(&self, to: Move) -> &'static str {
        (self.moved)(to)
    }

    /// What became of many.
    pub fn moved_many(&self, to: Move, done: usize) -> String {
        (self.moved_many)(to, done)
    }
}

/// The colour of a status.
pub const fn status_tone(status: ContactStatus) -> Tone {
    match status {
        ContactStatus::Active => Tone::Good,
        ContactStatus::RequestPending => Tone::Info,
        ContactStatus::InvitationExpired | ContactStatus::AccessExpired | ContactStatus::Suspended => Tone::Warn,
        ContactStatus::Declined | ContactStatus::Deleted => Tone::Bad,
        ContactStatus::ContactOnly => Tone::Neutral,
    }
}

fn restorable_en(days: u32) -> String {
    match days {
        0 => "Deleted people cannot be restored.".to_owned(),
        1 => "You can restore deleted people for one day, under the status “Deleted”.".to_owned(),
        _ => format!("You can restore deleted people for {days} days, under the status “Deleted”."),
    }
}

fn restorable_de(days: u32) -> String {
    match days {
        0 => "Gelöschte Personen lassen sich nicht wiederherstellen.".to_owned(),
        1 => "Gelöschte Personen können Sie einen Tag lang wiederherstellen, unter dem Status „Gelöscht“.".to_owned(),
        _ => format!("Gelöschte Personen können Sie {days} Tage lang wiederherstellen, unter dem Status „Gelöscht“."),
    }
}

pub const EN: ContactsText = ContactsText {
    heading: |word| words::people(Language::En, word),
    status: status_en,
    change: |change| words::EN.change(change),
    moved_one: moved_one_en,
    moved: moved_en,
    moved_many: |to, done| match to {
        Move::Suspend => format!("{done} suspended."),
        Move::Reactivate => format!("{done} reactivated."),
        Move::Delete => format!("{done} deleted."),
        Move::Restore | Move::RestoreBare => format!("{done} restored."),
        Move::SendReset => format!("{done} reset links sent."),
    },
    until: "until",
    ending: "These rights end by themselves. Saving keeps their ends.",
    lead: "The people who may use this account, and what each of them may do.",
    add: "Add New Contact",
    search: "Search names and addresses",
    status_filter: "Status",
    any_status: "Any status",
    access_filter: "Access",
    any_access: "Any access",
    roles: "Roles",
    templates: "Templates",
    owners: "Owners",
    apply: "Apply",
    clear: "Clear filters",
    name: "Name",
    email: "Email",
    access: "Access",
    notifications: "Notifications",
    status_column: "Status",
    last_sign_in: "Last sign-in",
    actions: "Actions",
    never: "Never",
    until_moment: |moment| format!("until {moment}"),
    owner: "Owner",
    you: "You",
    actions_for: |name| format!("Actions for {name}"),
    edit: "Edit Contact",
    view_as: "Login as This Contact",
    suspend: "Suspend",
    reactivate: "Reactivate",
    delete: "Delete",
    restore: "Restore",
    pick: |name| format!("Select {name}"),
    pick_page: "Select everybody on this page",
    picked: |count| format!("{count} selected"),
    pick_all: |total| format!("All {total} that match"),
    unpick: "Clear the selection",
    bulk: "Actions for the selection",
    tick_first: "Tick somebody first.",
    left_alone: |count| format!("{count} left as they were."),
    and_more: |count| format!("and {count} more"),
    and_others: "and others",
    rest_under_way: "The rest follows in the background.",
    rest_stopped: "The rest was stopped: you signed out, undid it, or may not do this any more.",
    refresh: "Refresh",
    total: |count| if count == 1 { "1 person".to_owned() } else { format!("{count} people") },
    total_many: "More than 1,000 people",
    many: "1,000+",
    pages: "Pages",
    previous: "Previous",
    next: "Next",
    empty: "Nobody here yet",
    empty_text: "Add the people who help you with this account, each with just the rights they need.",
    no_match: "Nobody matches",
    no_match_text: "Try another word, or clear the filters.",
    show_all: "Show everybody",
    none_deleted: "Nobody was deleted",
    none_deleted_text: |days| format!("People you delete stand here. {}", restorable_en(days)),
    delete_title: |name| format!("Delete {name}?"),
    delete_text: |name, days| format!("{name} loses all access to this account at once. {}", restorable_en(days)),
    bulk_title: |to, count| match to {
        Move::Suspend => format!("Suspend {count}?"),
        Move::Reactivate => format!("Reactivate {count}?"),
        Move::Delete => format!("Delete {count}?"),
        Move::Restore | Move::RestoreBare => format!("Restore {count}?"),
        Move::SendReset => format!("Send reset links to {count}?"),
    },
    bulk_suspend_text: "They can sign in but not use this account until they are reactivated. Owners, you yourself and people without a login are left as they are.",
    bulk_delete_text: |days| {
        format!(
            "They lose all access to this account at once. {} Owners and you yourself are left as they are.",
            restorable_en(days)
        )
    },
    cancel: "Cancel",
    close: "Close",
    undo: "Undo",
    saved: "The contact was saved.",
    show: "Show the contact",
    add_title: "Add New Contact",
    edit_title: |name| format!("Edit {name}"),
    details: "Details",
    first_name: "First name",
    last_name: "Last name",
    email_address: "Email address",
    phone: "Telephone",
    note: "Note",
    note_help: "Only people who may see contacts can read it.",
    optional: "Optional",
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
    privileges: "Privileges",
    minimum_tip: "Give as little as possible: only what this person needs, and only to people who need specific services or features. You can add more at any time.",
    account_wide_tip: "Rights such as “Modify main profile details” reach over the whole account. Give them, and those for billing and payment, with special care.",
    owner_tip: "Account owners always have full access to the account.",
    template: "Template",
    template_help: "Fills in the boxes below. Roles stay as they are.",
    roles_help: "A role stays linked: whatever it comes to mean, the contact may do.",
    select_all: |area| format!("Select all: {area}"),
    sensitive: "Sensitive",
    newly_sensitive: |name| format!("{name} will be able to do what calls for trust:"),
    newly_sensitive_unnamed: "This person will be able to do what calls for trust:",
    implied_by: |right| format!("Comes with “{right}”."),
    by_role: |role| format!("Given by the role {role}. Clearing it turns the role into its single rights."),
    with_role: |role| format!("Comes with the role {role}, which you may only give as a whole."),
    on_all_services: "Allowed on all services.",
    may_not_grant: "You do not hold this right, so you cannot give it.",
    meant: "The address is meant as it is written",
    own_role_help: |rights| format!("A role of this account: {rights} rights."),
    may_not_hand_out: "This account does not let you hand out this role.",
    not_to_oneself: "Nobody changes their own rights.",
    role_dissolved: |role| {
        format!("The role {role} was turned into its single rights, so that one of them could be taken away.")
    },
    left_out: |count| match count {
        1 => "1 of the template’s ticks was left out, because you do not hold this right.".to_owned(),
        _ => format!("{count} of the template’s ticks were left out, because you do not hold these rights."),
    },
    services: "Services",
    services_help: "What the contact may do on each service. A service with any tick is shown to the contact.",
    service: "Service",
    new_services_help: "Added to each service you buy later",
    all_services_help: "Those you buy later included",
    every_operation: |service| format!("Every operation on {service}"),
    no_services: "This account has no active services yet.",
    submit: "Submit",
    conflict: |by| match by {
        Some(by) => format!("{by} changed this contact while you were editing it."),
        None => "This contact was changed while you were editing it.".to_owned(),
    },
    conflict_text: "What you typed is still here. Submit again to save it over these changes.",
    load_new: "Load the new version",
    remove: "Remove",
    rights: "Rights",
    owner_rights: "Owners may do everything on this account, always.",
    no_rights: "This contact may do nothing on the account.",
    history: "History",
    added: |by| format!("Added by {by}"),
    changed_by: |by| format!("Changed by {by}"),
    nothing_changed: "Sign-in data changed",
    added_on: "Added",
    restore_title: "This contact is deleted",
    restore_until: |moment| {
        format!(
            "It can be restored until {moment}. Look at the rights it had: they may be out of date. Its old password and sessions stay gone."
        )
    },
    restore_with: "Restore with these rights",
    restore_bare: "Restore without rights",
    had_rights: "Rights it had",
};

pub const DE: ContactsText = ContactsText {
    heading: |word| words::people(Language::De, word),
    status: status_de,
    change: |change| words::DE.change(change),
    moved_one: moved_one_de,
    moved: moved_de,
    moved_many: |to, done| match to {
        Move::Suspend => format!("{done} gesperrt."),
        Move::Reactivate => format!("{done} entsperrt."),
        Move::Delete => format!("{done} gelöscht."),
        Move::Restore | Move::RestoreBare => format!("{done} wiederhergestellt."),
        Move::SendReset => format!("{done} Links verschickt."),
    },
    until: "bis",
    ending: "Diese Rechte enden von selbst. Beim Speichern bleiben ihre Enden, wie sie sind.",
    lead: "Die Personen, die dieses Konto benutzen dürfen, und was jede von ihnen darf.",
    add: "Neuen Kontakt hinzufügen",
    search: "Namen und Adressen durchsuchen",
    status_filter: "Status",
    any_status: "Jeder Status",
    access_filter: "Zugriff",
    any_access: "Jeder Zugriff",
    roles: "Rollen",
    templates: "Vorlagen",
    owners: "Inhaber",
    apply: "Anwenden",
    clear: "Filter entfernen",
    name: "Name",
    email: "E-Mail",
    access: "Zugriff",
    notifications: "Benachrichtigungen",
    status_column: "Status",
    last_sign_in: "Letzte Anmeldung",
    actions: "Aktionen",
    never: "Nie",
    until_moment: |moment| format!("bis {moment}"),
    owner: "Inhaber",
    you: "Sie",
    actions_for: |name| format!("Aktionen für {name}"),
    edit: "Kontakt bearbeiten",
    view_as: "Als dieser Kontakt anmelden",
    suspend: "Sperren",
    reactivate: "Entsperren",
    delete: "Löschen",
    restore: "Wiederherstellen",
    pick: |name| format!("{name} auswählen"),
    pick_page: "Alle auf dieser Seite auswählen",
    picked: |count| format!("{count} ausgewählt"),
    pick_all: |total| format!("Alle {total} Treffer"),
    unpick: "Auswahl aufheben",
    bulk: "Aktionen für die Auswahl",
    tick_first: "Kreuzen Sie zuerst jemanden an.",
    left_alone: |count| format!("{count} unverändert."),
    and_more: |count| format!("und {count} weitere"),
    and_others: "und weitere",
    rest_under_way: "Der Rest folgt im Hintergrund.",
    rest_stopped: "Der Rest wurde angehalten: Sie haben sich abgemeldet, es rückgängig gemacht oder dürfen es nicht mehr.",
    refresh: "Aktualisieren",
    total: |count| if count == 1 { "1 Person".to_owned() } else { format!("{count} Personen") },
    total_many: "Mehr als 1.000 Personen",
    many: "1.000+",
    pages: "Seiten",
    previous: "Zurück",
    next: "Weiter",
    empty: "Noch niemand da",
    empty_text: "Fügen Sie die Personen hinzu, die Ihnen mit diesem Konto helfen, jede mit genau den nötigen Rechten.",
    no_match: "Niemand gefunden",
    no_match_text: "Versuchen Sie ein anderes Wort oder entfernen Sie die Filter.",
    show_all: "Alle zeigen",
    none_deleted: "Niemand wurde gelöscht",
    none_deleted_text: |days| format!("Wen Sie löschen, der steht hier. {}", restorable_de(days)),
    delete_title: |name| format!("{name} löschen?"),
    delete_text: |name, days| format!("{name} verliert sofort jeden Zugriff auf dieses Konto. {}", restorable_de(days)),
    bulk_title: |to, count| match to {
        Move::Suspend => format!("{count} sperren?"),
        Move::Reactivate => format!("{count} entsperren?"),
        Move::Delete => format!("{count} löschen?"),
        Move::Restore | Move::RestoreBare => format!("{count} wiederherstellen?"),
        Move::SendReset => format!("{count} Links verschicken?"),
    },
    bulk_suspend_text: "Sie können sich anmelden, aber dieses Konto nicht benutzen, bis sie entsperrt werden. Inhaber, Sie selbst und Personen ohne Zugang bleiben, wie sie sind.",
    bulk_delete_text: |days| {
        format!(
            "Sie verlieren sofort jeden Zugriff auf dieses Konto. {} Inhaber und Sie selbst bleiben, wie sie sind.",
            restorable_de(days)
        )
    },
    cancel: "Abbrechen",
    close: "Schließen",
    undo: "Rückgängig",
    saved: "Der Kontakt wurde gespeichert.",
    show: "Kontakt ansehen",
    add_title: "Neuen Kontakt hinzufügen",
    edit_title: |name| format!("{name} bearbeiten"),
    details: "Angaben",
    first_name: "Vorname",
    last_name: "Nachname",
    email_address: "E-Mail-Adresse",
    phone: "Telefon",
    note: "Notiz",
    note_help: "Nur wer Kontakte sehen darf, kann sie lesen.",
    optional: "Freiwillig",
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
    privileges: "Rechte",
    minimum_tip: "Geben Sie so wenig wie möglich: nur was diese Person braucht, und nur Personen, die bestimmte Dienste oder Funktionen brauchen. Mehr können Sie jederzeit dazugeben.",
    account_wide_tip: "Rechte wie „Hauptprofil ändern“ gelten für das ganze Konto. Geben Sie diese und die für Rechnungen und Zahlungen mit besonderer Vorsicht.",
    owner_tip: "Inhaber haben immer vollen Zugriff auf das Konto.",
    template: "Vorlage",
    template_help: "Füllt die Kästchen unten aus. Rollen bleiben, wie sie sind.",
    roles_help: "Eine Rolle bleibt verknüpft: was immer sie einmal bedeutet, darf der Kontakt.",
    select_all: |area| format!("Alle auswählen: {area}"),
    sensitive: "Heikel",
    newly_sensitive: |name| format!("{name} wird tun können, was Vertrauen verlangt:"),
    newly_sensitive_unnamed: "Diese Person wird tun können, was Vertrauen verlangt:",
    implied_by: |right| format!("Gehört zu „{right}“."),
    by_role: |role| format!("Kommt von der Rolle {role}. Wer es entfernt, macht aus der Rolle ihre einzelnen Rechte."),
    with_role: |role| format!("Gehört zur Rolle {role}, die Sie nur als Ganzes geben dürfen."),
    on_all_services: "Auf allen Diensten erlaubt.",
    may_not_grant: "Sie haben dieses Recht nicht und können es deshalb nicht geben.",
    meant: "Die Adresse ist so gemeint, wie sie dasteht",
    own_role_help: |rights| format!("Eine Rolle dieses Kontos: {rights} Rechte."),
    may_not_hand_out: "In diesem Konto dürfen Sie diese Rolle nicht vergeben.",
    not_to_oneself: "Niemand ändert seine eigenen Rechte.",
    role_dissolved: |role| {
        format!("Aus der Rolle {role} wurden ihre einzelnen Rechte, damit eines davon entfernt werden konnte.")
    },
    left_out: |count| match count {
        1 => "1 Häkchen der Vorlage fehlt, weil Sie dieses Recht nicht haben.".to_owned(),
        _ => format!("{count} Häkchen der Vorlage fehlen, weil Sie diese Rechte nicht haben."),
    },
    services: "Dienste",
    services_help: "Was der Kontakt auf jedem Dienst darf. Ein Dienst mit einem Häkchen wird dem Kontakt gezeigt.",
    service: "Dienst",
    new_services_help: "Bekommt jeder Dienst, den Sie später kaufen",
    all_services_help: "Auch die, die Sie später kaufen",
    every_operation: |service| format!("Alles auf {service}"),
    no_services: "Dieses Konto hat noch keine aktiven Dienste.",
    submit: "Absenden",
    conflict: |by| match by {
        Some(by) => format!("{by} hat diesen Kontakt geändert, während Sie ihn bearbeitet haben."),
        None => "Dieser Kontakt wurde geändert, während Sie ihn bearbeitet haben.".to_owned(),
    },
    conflict_text: "Ihre Eingaben stehen noch hier. Senden Sie sie noch einmal ab, um sie darüber zu speichern.",
    load_new: "Neue Fassung laden",
    remove: "Entfernen",
    rights: "Rechte",
    owner_rights: "Inhaber dürfen auf diesem Konto alles, immer.",
    no_rights: "Dieser Kontakt darf auf dem Konto nichts.",
    history: "Verlauf",
    added: |by| format!("Hinzugefügt von {by}"),
    changed_by: |by| format!("Geändert von {by}"),
    nothing_changed: "Zugangsdaten geändert",
    added_on: "Hinzugefügt",
    restore_title: "Dieser Kontakt ist gelöscht",
    restore_until: |moment| {
        format!(
            "Er lässt sich bis {moment} wiederherstellen. Sehen Sie sich die früheren Rechte an: sie können überholt sein. Das alte Passwort und alte Sitzungen bleiben ungültig."
        )
    },
    restore_with: "Mit diesen Rechten wiederherstellen",
    restore_bare: "Ohne Rechte wiederherstellen",
    had_rights: "Frühere Rechte",
};

const fn status_en(status: ContactStatus) -> &'static str {
    match status {
        ContactStatus::ContactOnly => "Contact only",
        ContactStatus::RequestPending => "Request Pending",
        ContactStatus::InvitationExpired => "Invitation expired",
        ContactStatus::Active => "Active",
        ContactStatus::Suspended => "Suspended",
        ContactStatus::AccessExpired => "Access expired",
        ContactStatus::Declined => "Declined",
        ContactStatus::Deleted => "Deleted",
    }
}

const fn status_de(status: ContactStatus) -> &'static str {
    match status {
        ContactStatus::ContactOnly => "Nur Kontakt",
        ContactStatus::RequestPending => "Anfrage offen",
        ContactStatus::InvitationExpired => "Einladung abgelaufen",
        ContactStatus::Active => "Aktiv",
        ContactStatus::Suspended => "Gesperrt",
        ContactStatus::AccessExpired => "Zugriff abgelaufen",
        ContactStatus::Declined => "Abgelehnt",
        ContactStatus::Deleted => "Gelöscht",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deleting_says_for_how_many_days_it_can_be_undone() {
        for (text, none, one, many) in [(&EN, "cannot", "one day", "30 days"), (&DE, "nicht", "einen Tag", "30 Tage")] {
            for (days, said) in [(0, none), (1, one), (30, many)] {
                for text in
                    [(text.delete_text)("Tina", days), (text.bulk_delete_text)(days), (text.none_deleted_text)(days)]
                {
                    assert!(text.contains(said), "{text}");
                }
            }
        }
    }
}
