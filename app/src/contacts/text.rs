//! The words of the contacts pages: what several of them say. What one of them says is in its own file.

mod bulk;
mod commands;
mod form;
mod list;
mod log;
mod page;
mod privileges;
mod sign_in_check;

use bulk::BulkText;
use commands::CommandsText;
use domain::audit::ContactFactKind;
use domain::change::ContactChange;
use domain::list::Total;
use domain::person::Language;
use domain::problem::ContactProblem;
use domain::provider::PeopleWord;
use domain::status::ContactStatus;
use domain::words;
use form::FormText;
use list::ListText;
use page::PageText;
use privileges::PrivilegesText;
use sign_in_check::SignInCheckText;

/// The words of the contacts pages in one language.
#[derive(Debug)]
pub struct ContactsText {
    /// The list.
    pub list: ListText,
    /// Doing something to many of them.
    pub bulk: BulkText,
    /// What can be done to one.
    pub commands: CommandsText,
    /// The form.
    pub form: FormText,
    /// The boxes of rights.
    pub privileges: PrivilegesText,
    /// The page of one.
    pub page: PageText,
    /// Why somebody cannot sign in.
    pub sign_in_check: SignInCheckText,

    heading: fn(PeopleWord) -> &'static str,
    status: fn(ContactStatus) -> &'static str,
    change: fn(&ContactChange) -> String,
    /// What the log says of a fact, before the names of so many contacts.
    pub fact: fn(ContactFactKind, usize) -> &'static str,
    /// What is wrong with what was typed of a contact.
    pub problem: fn(&ContactProblem) -> String,

    /// Before the end of a right.
    pub until: &'static str,
    /// The group of roles in the filter.
    pub roles: &'static str,
    pub name: &'static str,
    pub notifications: &'static str,
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
    /// After the first few names of a list, where there are more.
    pub and_more: fn(usize) -> String,
    /// The same where nobody counted.
    pub and_others: &'static str,
    /// How many there are, exactly.
    pub total: fn(i64) -> String,
    /// More than were counted.
    pub total_many: &'static str,
    /// Leaves things as they are.
    pub cancel: &'static str,
    /// Closes a dialog.
    pub close: &'static str,
    pub details: &'static str,
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub email_address: &'static str,
    pub phone: &'static str,
    pub note: &'static str,
    /// Beside what may stay empty.
    pub optional: &'static str,
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
}

pub const EN: ContactsText = ContactsText {
    list: list::EN,
    bulk: bulk::EN,
    commands: commands::EN,
    form: form::EN,
    privileges: privileges::EN,
    page: page::EN,
    sign_in_check: sign_in_check::EN,
    heading: |word| words::people(Language::En, word),
    status: status_en,
    change: |change| words::EN.change(change),
    fact: log::fact_en,
    problem: |problem| match problem {
        ContactProblem::TakenBy { contact: _, name } => {
            format!("{name} already has this email address on this account.")
        }
        ContactProblem::HasLogin => String::from(
            "Somebody with this email address looks after their own login. If they were here before, restore them under Deleted; else invite them.",
        ),
        ContactProblem::InvitedAddress => String::from(
            "The invitation went to this address. To invite another one, cancel it and send a new invitation.",
        ),
        ContactProblem::TemplateFilledIn => {
            String::from("The ticks of the template are filled in. Please look at them and submit again.")
        }
        ContactProblem::ServicesSearched => String::from("You searched for services. Nothing was saved yet."),
    },
    until: "until",
    roles: "Roles",
    name: "Name",
    notifications: "Notifications",
    last_sign_in: "Last sign-in",
    actions: "Actions",
    never: "Never",
    until_moment: |moment| format!("until {moment}"),
    owner: "Owner",
    you: "You",
    actions_for: |name| format!("Actions for {name}"),
    and_more: |count| format!("and {count} more"),
    and_others: "and others",
    total: |count| if count == 1 { "1 person".to_owned() } else { format!("{count} people") },
    total_many: "More than 1,000 people",
    cancel: "Cancel",
    close: "Close",
    details: "Details",
    first_name: "First name",
    last_name: "Last name",
    email_address: "Email address",
    phone: "Telephone",
    note: "Note",
    optional: "Optional",
};

pub const DE: ContactsText = ContactsText {
    list: list::DE,
    bulk: bulk::DE,
    commands: commands::DE,
    form: form::DE,
    privileges: privileges::DE,
    page: page::DE,
    sign_in_check: sign_in_check::DE,
    heading: |word| words::people(Language::De, word),
    status: status_de,
    change: |change| words::DE.change(change),
    fact: log::fact_de,
    problem: |problem| match problem {
        ContactProblem::TakenBy { contact: _, name } => {
            format!("{name} hat diese E-Mail-Adresse in diesem Konto bereits.")
        }
        ContactProblem::HasLogin => String::from(
            "Wer diese E-Mail-Adresse hat, verwaltet den eigenen Zugang selbst. War die Person schon einmal hier, stellen Sie sie unter „Gelöscht“ wieder her; sonst laden Sie sie ein.",
        ),
        ContactProblem::InvitedAddress => String::from(
            "Die Einladung ging an diese Adresse. Um eine andere einzuladen, ziehen Sie sie zurück und senden eine neue.",
        ),
        ContactProblem::TemplateFilledIn => String::from(
            "Die Häkchen der Vorlage sind eingetragen. Bitte sehen Sie sie durch und senden Sie erneut ab.",
        ),
        ContactProblem::ServicesSearched => {
            String::from("Sie haben nach Diensten gesucht. Es wurde noch nichts gespeichert.")
        }
    },
    until: "bis",
    roles: "Rollen",
    name: "Name",
    notifications: "Benachrichtigungen",
    last_sign_in: "Letzte Anmeldung",
    actions: "Aktionen",
    never: "Nie",
    until_moment: |moment| format!("bis {moment}"),
    owner: "Inhaber",
    you: "Sie",
    actions_for: |name| format!("Aktionen für {name}"),
    and_more: |count| format!("und {count} weitere"),
    and_others: "und weitere",
    total: |count| if count == 1 { "1 Person".to_owned() } else { format!("{count} Personen") },
    total_many: "Mehr als 1.000 Personen",
    cancel: "Abbrechen",
    close: "Schließen",
    details: "Angaben",
    first_name: "Vorname",
    last_name: "Nachname",
    email_address: "E-Mail-Adresse",
    phone: "Telefon",
    note: "Notiz",
    optional: "Freiwillig",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deleting_says_for_how_many_days_it_can_be_undone() {
        for (text, none, one, many) in [(&EN, "cannot", "one day", "30 days"), (&DE, "nicht", "einen Tag", "30 Tage")] {
            for (days, said) in [(0, none), (1, one), (30, many)] {
                for text in [
                    (text.commands.delete_text)("Tina", days),
                    (text.bulk.delete_text)(days),
                    (text.list.none_deleted_text)(days),
                ] {
                    assert!(text.contains(said), "{text}");
                }
            }
        }
    }
}
