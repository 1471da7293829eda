//! The words of an account's activity, and of who did something.

use domain::audit::InstallationFactKind;
use domain::by::By;
use domain::list::Total;

/// Those words in one language.
#[derive(Debug)]
pub struct ActivityText {
    pub lead: &'static str,
    /// How many events.
    pub count: fn(Total) -> String,
    /// Nothing happened.
    pub none: &'static str,
    /// What will be there.
    pub none_text: &'static str,
    /// The mark of what the provider did.
    pub provider: &'static str,
    /// The provider as whoever does something, and as whoever it was done by.
    your_provider: (&'static str, &'static str),
    /// One that the log calls by an address which the reader may not see, and the same after "by".
    pub unnamed_contact: (&'static str, &'static str),
    /// What the log says of a fact that concerns the whole installation.
    pub installation: fn(InstallationFactKind) -> &'static str,
}

impl ActivityText {
    /// Whoever did something: "NAME did".
    pub fn by(&self, by: &By) -> String {
        signed(by, self.your_provider.0, self.unnamed_contact.0)
    }

    /// The same after "by".
    pub fn by_whom(&self, by: &By) -> String {
        signed(by, self.your_provider.1, self.unnamed_contact.1)
    }
}

fn signed(by: &By, provider: &str, unnamed: &str) -> String {
    match by {
        By::Provider => provider.to_owned(),
        By::Person { name, .. } if name.is_empty() => unnamed.to_owned(),
        By::Person { name, email: Some(email), .. } => format!("{name} ({email})"),
        By::Person { name, email: None, .. } => name.clone(),
    }
}

pub const EN: ActivityText = ActivityText {
    lead: "Who did what on this account, latest first.",
    count: |total| match total {
        Total::Exact(1) => "1 event".to_owned(),
        Total::Exact(count) => format!("{count} events"),
        Total::Many => "More than 1,000 events".to_owned(),
    },
    none: "Nothing has happened yet",
    none_text: "Changes of people and their rights will be listed here.",
    provider: "Provider",
    your_provider: ("Your provider", "your provider"),
    unnamed_contact: ("a contact without a name", "a contact without a name"),
    installation: |kind| match kind {
        InstallationFactKind::AllRevoked => "revoked all sessions and links",
    },
};

pub const DE: ActivityText = ActivityText {
    lead: "Wer in diesem Konto was getan hat, neueste zuerst.",
    count: |total| match total {
        Total::Exact(1) => "1 Ereignis".to_owned(),
        Total::Exact(count) => format!("{count} Ereignisse"),
        Total::Many => "Mehr als 1.000 Ereignisse".to_owned(),
    },
    none: "Es ist noch nichts geschehen",
    none_text: "Änderungen an Personen und ihren Rechten werden hier aufgeführt.",
    provider: "Anbieter",
    your_provider: ("Ihr Anbieter", "Ihrem Anbieter"),
    unnamed_contact: ("ein Kontakt ohne Namen", "einem Kontakt ohne Namen"),
    installation: |kind| match kind {
        InstallationFactKind::AllRevoked => "hat alle Sitzungen und Links widerrufen",
    },
};
