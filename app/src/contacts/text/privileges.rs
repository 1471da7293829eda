//! The words of the boxes of rights.

use domain::service::FoundServices;

/// Those words in one language.
#[derive(Debug)]
pub struct PrivilegesText {
    pub title: &'static str,
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
    /// The field that searches services without a row.
    pub search: &'static str,
    /// Below it.
    pub search_help: &'static str,
    /// The button that searches where no program runs.
    pub find: &'static str,
    found_all: fn(usize) -> String,
    found_first: fn(usize) -> String,
    /// On so many services without a row the contact has something.
    pub kept: fn(usize) -> String,
    /// One form has no room for more than so many.
    pub rows_full: fn(usize) -> String,
}

impl PrivilegesText {
    /// What came of a search.
    pub fn found(&self, answer: &FoundServices) -> String {
        let said = if answer.is_cut { self.found_first } else { self.found_all };
        said(answer.found.len())
    }
}

pub const EN: PrivilegesText = PrivilegesText {
    title: "Privileges",
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
    search: "Search services",
    search_help: "By name or product. A service that is found can be added to the table above.",
    find: "Find services",
    found_all: |count| match count {
        0 => "No service was found.".to_owned(),
        1 => "1 service was found.".to_owned(),
        _ => format!("{count} services were found."),
    },
    found_first: |count| format!("These are the first {count}. Type more of the name to find others."),
    kept: |count| match count {
        1 => "This contact has rights on 1 more service. They stay as they are.".to_owned(),
        _ => format!("This contact has rights on {count} more services. They stay as they are."),
    },
    rows_full: |most| format!("One form has room for {most} services. Submit it first, then search for more."),
};

pub const DE: PrivilegesText = PrivilegesText {
    title: "Rechte",
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
    search: "Dienste suchen",
    search_help: "Nach Name oder Produkt. Ein gefundener Dienst kann in die Tabelle oben aufgenommen werden.",
    find: "Dienste finden",
    found_all: |count| match count {
        0 => "Kein Dienst wurde gefunden.".to_owned(),
        1 => "1 Dienst wurde gefunden.".to_owned(),
        _ => format!("{count} Dienste wurden gefunden."),
    },
    found_first: |count| format!("Das sind die ersten {count}. Geben Sie mehr vom Namen ein, um andere zu finden."),
    kept: |count| match count {
        1 => "Dieser Kontakt hat Rechte auf 1 weiteren Dienst. Sie bleiben, wie sie sind.".to_owned(),
        _ => format!("Dieser Kontakt hat Rechte auf {count} weiteren Diensten. Sie bleiben, wie sie sind."),
    },
    rows_full: |most| {
        format!("Ein Formular hat Platz für {most} Dienste. Senden Sie es zuerst ab und suchen Sie dann weiter.")
    },
};
