//! The words of the list of contacts.

use crate::contacts::text::commands::{restorable_de, restorable_en};

/// Those words in one language.
#[derive(Debug)]
pub struct ListText {
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
    /// The group of templates in the filter.
    pub templates: &'static str,
    /// Owners, in the filter.
    pub owners: &'static str,
    /// Applies the filter.
    pub apply: &'static str,
    /// Takes every filter away.
    pub clear: &'static str,
    pub email: &'static str,
    pub access: &'static str,
    pub status_column: &'static str,
    /// The box of a row.
    pub pick: fn(&str) -> String,
    /// The box of all rows of the page.
    pub pick_page: &'static str,
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
}

pub const EN: ListText = ListText {
    lead: "The people who may use this account, and what each of them may do.",
    add: "Add New Contact",
    search: "Search names and addresses",
    status_filter: "Status",
    any_status: "Any status",
    access_filter: "Access",
    any_access: "Any access",
    templates: "Templates",
    owners: "Owners",
    apply: "Apply",
    clear: "Clear filters",
    email: "Email",
    access: "Access",
    status_column: "Status",
    pick: |name| format!("Select {name}"),
    pick_page: "Select everybody on this page",
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
};

pub const DE: ListText = ListText {
    lead: "Die Personen, die dieses Konto benutzen dürfen, und was jede von ihnen darf.",
    add: "Neuen Kontakt hinzufügen",
    search: "Namen und Adressen durchsuchen",
    status_filter: "Status",
    any_status: "Jeder Status",
    access_filter: "Zugriff",
    any_access: "Jeder Zugriff",
    templates: "Vorlagen",
    owners: "Inhaber",
    apply: "Anwenden",
    clear: "Filter entfernen",
    email: "E-Mail",
    access: "Zugriff",
    status_column: "Status",
    pick: |name| format!("{name} auswählen"),
    pick_page: "Alle auf dieser Seite auswählen",
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
};
