//! The words of one's own access to an account.

/// Those words in one language.
#[derive(Debug)]
pub struct SettingsText {
    pub lead: &'static str,
    /// Where the account stands: term.
    pub status: &'static str,
    /// What one is there.
    pub your_part: &'static str,
    /// A contact, not an owner.
    pub contact: &'static str,
    /// What one may do there: heading.
    pub your_rights: &'static str,
    /// What an owner may do.
    pub owner_rights: &'static str,
    /// Nothing was given.
    pub no_rights: &'static str,
    /// Operations on all services.
    pub on_all_services: &'static str,
    /// Operations on some services.
    pub on_some_services: fn(usize) -> String,
}

pub const EN: SettingsText = SettingsText {
    lead: "This account, and what you may do in it.",
    status: "Status",
    your_part: "You are",
    contact: "Contact",
    your_rights: "What you may do here",
    owner_rights: "Everything: you own this account.",
    no_rights: "No right has been given to you yet. Ask an owner of the account for what you need.",
    on_all_services: "On all services",
    on_some_services: |count| match count {
        1 => "More on 1 service: see My Services".to_owned(),
        _ => format!("More on {count} services: see My Services"),
    },
};

pub const DE: SettingsText = SettingsText {
    lead: "Dieses Konto und was Sie darin dürfen.",
    status: "Status",
    your_part: "Sie sind",
    contact: "Kontakt",
    your_rights: "Was Sie hier dürfen",
    owner_rights: "Alles: Dieses Konto gehört Ihnen.",
    no_rights: "Sie haben noch keine Rechte. Bitten Sie einen Inhaber des Kontos um das, was Sie brauchen.",
    on_all_services: "Auf allen Diensten",
    on_some_services: |count| match count {
        1 => "Mehr auf 1 Dienst: siehe Meine Dienste".to_owned(),
        _ => format!("Mehr auf {count} Diensten: siehe Meine Dienste"),
    },
};
