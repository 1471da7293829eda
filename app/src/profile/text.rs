//! The words of My Account, and of proving an e-mail address.

use domain::person::Language;

/// The words of one's own details.
#[derive(Debug)]
pub struct ProfileText {
    /// What the page is.
    pub lead: &'static str,
    /// Name, language, time zone: heading.
    pub details: &'static str,
    /// What they are for.
    pub details_lead: &'static str,
    /// Saves them.
    pub save: &'static str,
    pub language_label: &'static str,
    /// What it changes.
    pub language_help: &'static str,
    pub as_browser: &'static str,
    /// The time zone: the label.
    pub time_zone: &'static str,
    /// What it changes.
    pub time_zone_help: &'static str,
    /// The address: heading.
    pub email: &'static str,
    pub email_lead: &'static str,
    /// It was proved.
    pub proved: &'static str,
    /// It was not.
    pub not_proved: &'static str,
    /// Sends a link that proves it.
    pub verify: &'static str,
    /// Another address: the label.
    pub new_email: &'static str,
    /// Asks for it: the button.
    pub change_email: &'static str,
    /// A link is on its way to an address.
    pub pending: fn(&str) -> String,
    /// Before the end of that link.
    pub pending_until: &'static str,
    /// Calls it off.
    pub cancel: &'static str,
    /// What Security has.
    pub security_lead: &'static str,
    /// The link to it.
    pub to_security: &'static str,
    /// After saving.
    pub saved: &'static str,
    /// After a link was asked for.
    pub sent: &'static str,
    /// After it was called off.
    pub cancelled: &'static str,
    /// After an address was proved.
    pub confirmed: &'static str,
    /// The page of a link.
    pub confirm_title: &'static str,
    /// What the button does, for another address.
    pub confirm_new: fn(email: &str, current: &str) -> String,
    /// What it does for the present one.
    pub confirm_present: fn(&str) -> String,
    pub confirm: &'static str,
    /// Leaves it for later.
    pub not_now: &'static str,
    /// Nobody is signed in.
    pub sign_in_first: &'static str,
    /// Somebody else is: heading.
    pub other: &'static str,
    /// What to do then.
    pub other_text: &'static str,
    /// The link does not work any more.
    pub dead_text: &'static str,
}

impl ProfileText {
    /// A language, in its own words.
    pub const fn language(&self, language: Language) -> &'static str {
        match language {
            Language::En => "English",
            Language::De => "Deutsch",
        }
    }
}

pub const EN: ProfileText = ProfileText {
    lead: "Who you are here, on whichever account.",
    details: "Your details",
    details_lead: "Your name stands beside what you do. What each account has noted of you is up to its people.",
    save: "Save",
    language_label: "Language",
    language_help: "Of the pages and of the mails you get.",
    as_browser: "As the browser says",
    time_zone: "Time zone",
    time_zone_help: "Times are shown in it, on pages and in mails.",
    email: "E-mail address",
    email_lead: "You sign in with it, and mails go to it. Another one counts once you have confirmed it.",
    proved: "Confirmed",
    not_proved: "Not confirmed",
    verify: "Verify my address",
    new_email: "New email address",
    change_email: "Change email address",
    pending: |email| format!("A link is on its way to {email}"),
    pending_until: "Open it to confirm that the address is yours. It works until",
    cancel: "Call it off",
    security_lead: "Your password, and where you are signed in.",
    to_security: "Security",
    saved: "Your details are saved.",
    sent: "Look into your mail: a link is on its way. Nothing changes until you open it and confirm.",
    cancelled: "Called off. The link no longer works, and your address stays as it is.",
    confirmed: "Your address is confirmed.",
    confirm_title: "Confirm your e-mail address",
    confirm_new: |email, current| {
        format!(
            "From now on you sign in with {email} instead of {current}. Wherever else you are signed in, you will no longer be."
        )
    },
    confirm_present: |email| format!("You confirm that {email} is your address."),
    confirm: "Confirm",
    not_now: "Not now",
    sign_in_first: "This link is for one person. Sign in as usual, with your present address, and confirm then.",
    other: "This link is for somebody else",
    other_text: "Somebody else than the person it was made for is signed in here. Nothing was changed. If it is yours, sign out, sign in as yourself and open it again.",
    dead_text: "It was used already, was replaced by a newer one, was called off or is older than a day. You can ask for a new one on the page My Account.",
};

pub const DE: ProfileText = ProfileText {
    lead: "Wer Sie hier sind, bei welchem Konto auch immer.",
    details: "Ihre Angaben",
    details_lead: "Ihr Name steht bei dem, was Sie tun. Was ein Konto über Sie notiert hat, ist Sache seiner Leute.",
    save: "Speichern",
    language_label: "Sprache",
    language_help: "Die der Seiten und der E-Mails an Sie.",
    as_browser: "Wie im Browser",
    time_zone: "Zeitzone",
    time_zone_help: "In ihr stehen Zeiten auf Seiten und in E-Mails.",
    email: "E-Mail-Adresse",
    email_lead: "Mit ihr melden Sie sich an, an sie gehen E-Mails. Eine andere gilt, sobald Sie sie bestätigt haben.",
    proved: "Bestätigt",
    not_proved: "Nicht bestätigt",
    verify: "Meine Adresse bestätigen",
    new_email: "Neue E-Mail-Adresse",
    change_email: "E-Mail-Adresse ändern",
    pending: |email| format!("Ein Link ist unterwegs an {email}"),
    pending_until: "Öffnen Sie ihn, um zu bestätigen, dass die Adresse Ihnen gehört. Er gilt bis",
    cancel: "Zurückziehen",
    security_lead: "Ihr Passwort, und wo Sie angemeldet sind.",
    to_security: "Sicherheit",
    saved: "Ihre Angaben sind gespeichert.",
    sent: "Sehen Sie in Ihr Postfach: Ein Link ist unterwegs. Bis Sie ihn öffnen und bestätigen, ändert sich nichts.",
    cancelled: "Zurückgezogen. Der Link gilt nicht mehr, und Ihre Adresse bleibt, wie sie ist.",
    confirmed: "Ihre Adresse ist bestätigt.",
    confirm_title: "E-Mail-Adresse bestätigen",
    confirm_new: |email, current| {
        format!(
            "Ab jetzt melden Sie sich mit {email} statt mit {current} an. Wo Sie sonst angemeldet sind, sind Sie es dann nicht mehr."
        )
    },
    confirm_present: |email| format!("Sie bestätigen, dass {email} Ihre Adresse ist."),
    confirm: "Bestätigen",
    not_now: "Nicht jetzt",
    sign_in_first: "Dieser Link ist für eine bestimmte Person. Melden Sie sich wie gewohnt mit Ihrer jetzigen Adresse an und bestätigen Sie dann.",
    other: "Dieser Link ist für jemand anderes",
    other_text: "Hier ist jemand anderes angemeldet als die Person, für die er gemacht wurde. Es wurde nichts geändert. Ist es Ihrer, melden Sie sich ab, als Sie selbst wieder an und öffnen Sie ihn noch einmal.",
    dead_text: "Er wurde bereits benutzt, durch einen neueren ersetzt, zurückgezogen oder ist älter als ein Tag. Auf der Seite Mein Konto können Sie einen neuen anfordern.",
};
