//! The words of notifications. What the categories are called and hold is in `domain`, because mails say it too.

use domain::audit::NotificationFactKind;

/// The words of notifications in one language.
#[derive(Debug)]
pub struct NotificationsText {
    /// Nobody has chosen yet.
    pub setup: &'static str,
    /// The action beside it.
    pub set: &'static str,
    /// The action beside what was chosen.
    pub view: &'static str,
    /// The button of the form.
    pub change: &'static str,
    /// The boxes of the form.
    pub categories: &'static str,
    /// No category was chosen.
    pub none: &'static str,
    /// The title of one contact's choice.
    pub title: fn(&str) -> String,
    /// Where the mails go.
    pub sent_to: fn(&str) -> String,
    /// What is ticked was proposed.
    pub proposed: &'static str,
    /// There was nothing to propose.
    pub nothing_proposed: &'static str,
    /// Why the box can't be cleared.
    pub always: &'static str,
    /// The contact may not see what the mails are about.
    pub withheld: fn(&str) -> String,
    /// The contact gets no mails at all at present.
    pub inactive: &'static str,
    /// Somebody else chose meanwhile.
    pub overtaken: &'static str,
    /// The choice was saved.
    pub saved: &'static str,
    /// One's own notifications, on My Account.
    pub own: &'static str,
    /// What they are.
    pub own_lead: &'static str,

    /// The page with everybody.
    pub heading: &'static str,
    /// Below its heading.
    pub lead: &'static str,
    /// How many get each category.
    pub reach: &'static str,
    /// No one at all.
    pub nobody: &'static str,
    /// So many people.
    pub people: fn(i64) -> String,
    /// More than are counted.
    pub many: fn(usize) -> String,
    /// Mails of the category are sent.
    pub yes: &'static str,
    /// They are sent whatever was chosen.
    pub yes_always: &'static str,
    /// They are not.
    pub no: &'static str,
    /// They would be, if the contact were active.
    pub paused: &'static str,
    /// What the log says of a fact, before a name.
    pub fact: fn(NotificationFactKind) -> &'static str,
}

pub const EN: NotificationsText = NotificationsText {
    setup: "Setup Notification",
    set: "Set Notification",
    view: "View Notifications",
    change: "Change",
    categories: "Categories of mails",
    none: "None",
    title: |name| format!("Notifications of {name}"),
    sent_to: |email| format!("Mails go to {email}."),
    proposed: "Nobody has chosen yet. What fits this person's rights is ticked as a proposal: press Change to keep it.",
    nothing_proposed: "Nobody has chosen yet. Tick what this person should be told about; no tick is a choice too.",
    always: "Owners always get these.",
    withheld: |right| format!("Not sent without “{right}”"),
    inactive: "No mails are sent until this person can use the account. The choice is kept for then.",
    overtaken: "Your ticks are still here. Press Change to save them over what is saved now.",
    saved: "The notifications were saved.",
    own: "Your notifications",
    own_lead: "Which mails about this account you get.",
    heading: "Notifications",
    lead: "Who gets which mails about this account.",
    reach: "How many people get each",
    nobody: "Nobody",
    people: |count| if count == 1 { "1 person".to_owned() } else { format!("{count} people") },
    many: |counted| format!("More than {counted} people"),
    yes: "Yes",
    yes_always: "Always",
    no: "No",
    paused: "Paused",
    fact: |kind| match kind {
        NotificationFactKind::Chosen => "chose the notifications of:",
    },
};

pub const DE: NotificationsText = NotificationsText {
    setup: "Benachrichtigungen einrichten",
    set: "Benachrichtigungen wählen",
    view: "Benachrichtigungen ansehen",
    change: "Ändern",
    categories: "Arten von E-Mails",
    none: "Keine",
    title: |name| format!("Benachrichtigungen von {name}"),
    sent_to: |email| format!("E-Mails gehen an {email}."),
    proposed: "Noch niemand hat gewählt. Was zu den Rechten dieser Person passt, ist als Vorschlag angehakt: \
               „Ändern“ übernimmt ihn.",
    nothing_proposed: "Noch niemand hat gewählt. Haken Sie an, was diese Person erfahren soll; auch kein Haken ist eine \
                       Wahl.",
    always: "Inhaber erhalten diese immer.",
    withheld: |right| format!("Nicht ohne „{right}“"),
    inactive: "Bis diese Person das Konto benutzen kann, werden keine E-Mails geschickt. Die Wahl bleibt für dann \
               gespeichert.",
    overtaken: "Ihre Haken sind noch da. „Ändern“ speichert sie über das, was jetzt gespeichert ist.",
    saved: "Die Benachrichtigungen wurden gespeichert.",
    own: "Ihre Benachrichtigungen",
    own_lead: "Welche E-Mails zu diesem Konto Sie erhalten.",
    heading: "Benachrichtigungen",
    lead: "Wer welche E-Mails zu diesem Konto erhält.",
    reach: "Wie viele Personen sie erhalten",
    nobody: "Niemand",
    people: |count| if count == 1 { "1 Person".to_owned() } else { format!("{count} Personen") },
    many: |counted| format!("Mehr als {counted} Personen"),
    yes: "Ja",
    yes_always: "Immer",
    no: "Nein",
    paused: "Pausiert",
    fact: |kind| match kind {
        NotificationFactKind::Chosen => "hat die Benachrichtigungen gewählt von:",
    },
};
