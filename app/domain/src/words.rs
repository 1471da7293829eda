//! The words for rights: a name and one line of help for everything that can be given, why something is refused, and what
//! a change was. Every list is an exhaustive match, so that a new right without words does not compile.

mod categories;

pub use categories::CategoriesText;

use crate::access::Denied;
use crate::change::ContactChange;
use crate::contact::AccessSummary;
use crate::operation::Operation;
use crate::person::Language;
use crate::privilege::{Area, Privilege};
use crate::provider::PeopleWord;
use crate::right::Place;
use crate::right::Right;
use crate::role::Role;
use crate::status::ContactState;
use crate::template::{self, Template};

/// A right's name and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// The name, which is the label of its box.
    pub name: &'static str,
    /// One line on what it allows.
    pub help: &'static str,
}

const fn named(name: &'static str, help: &'static str) -> Named {
    Named { name, help }
}

/// The words for rights in one language.
#[derive(Debug)]
pub struct RightsText {
    /// A privilege.
    privileges: fn(Privilege) -> Named,
    /// An operation.
    operations: fn(Operation) -> Named,
    /// A role.
    roles: fn(Role) -> Named,
    /// An area.
    areas: fn(Area) -> &'static str,
    /// A built-in template, by key.
    templates: fn(&str) -> Option<&'static str>,
    changed: fn(&str, usize) -> String,
    privilege_count: fn(usize) -> String,
    service_count: fn(usize) -> String,
    /// Nothing at all was given.
    pub nothing: &'static str,
    /// Everything: what owners have.
    pub everything: &'static str,
    /// The row for all services.
    pub all_services: &'static str,
    /// The row for services bought later.
    pub new_services: &'static str,
    /// A service whose name is not known any more.
    one_service: &'static str,
    own_role: &'static str,
    /// "Power Management on web-01".
    on: fn(what: &str, place: &str) -> String,
    /// "Role Technical".
    role_named: fn(&str) -> String,
    /// "... given".
    given: fn(&str) -> String,
    /// "... taken away".
    taken: fn(&str) -> String,
    /// The categories of mails.
    pub categories: &'static CategoriesText,
    /// "Gets mails of ...".
    subscribed: fn(&str) -> String,
    /// "No longer gets mails of ...".
    unsubscribed: fn(&str) -> String,
    /// A detail of a contact, by the name of its field.
    detail: fn(&str) -> &'static str,
    /// "First name is now ...".
    detail_now: fn(field: &str, now: &str) -> String,
    /// "Last name removed".
    detail_gone: fn(field: &str) -> String,
    /// Where a contact stands.
    state: fn(ContactState) -> &'static str,
    /// "Status is now ...".
    state_now: fn(&str) -> String,
    /// Somebody calls themselves something else.
    renamed: fn(was: &str, now: &str) -> String,
    /// A missing right.
    missing: fn(&str) -> String,
    /// Rights that lie beyond what may be given.
    beyond: fn(&str) -> String,
    /// Every other refusal.
    refused: fn(&Denied) -> &'static str,
}

impl RightsText {
    /// The name of a privilege.
    pub fn privilege(&self, privilege: Privilege) -> &'static str {
        (self.privileges)(privilege).name
    }

    /// What a privilege allows.
    pub fn privilege_help(&self, privilege: Privilege) -> &'static str {
        (self.privileges)(privilege).help
    }

    /// The name of an operation.
    pub fn operation(&self, operation: Operation) -> &'static str {
        (self.operations)(operation).name
    }

    /// What an operation allows.
    pub fn operation_help(&self, operation: Operation) -> &'static str {
        (self.operations)(operation).help
    }

    /// The name of a role.
    pub fn role(&self, role: Role) -> &'static str {
        (self.roles)(role).name
    }

    /// What a role is for, in a sentence.
    pub fn role_help(&self, role: Role) -> &'static str {
        (self.roles)(role).help
    }

    /// The name of an area.
    pub fn area(&self, area: Area) -> &'static str {
        (self.areas)(area)
    }

    /// The name of a template: the provider's own, or that of a built-in one.
    pub fn template(&self, template: &Template) -> String {
        template.name.clone().unwrap_or_else(|| self.template_named(&template.key))
    }

    fn template_named(&self, key: &str) -> String {
        (self.templates)(key).unwrap_or(key).to_owned()
    }

    /// A template with how many ticks differ from it: "Accounting + 2 changes".
    pub fn template_changed(&self, name: &str, changes: usize) -> String {
        if changes == 0 { name.to_owned() } else { (self.changed)(name, changes) }
    }

    /// What somebody may do, in the fewest words.
    pub fn access(&self, access: &AccessSummary) -> String {
        let mut parts: Vec<String> = Vec::new();
        if !access.roles.is_empty() || !access.own_roles.is_empty() {
            let built_in = access.roles.iter().map(|role| self.role(*role));
            parts.push(built_in.chain(access.own_roles.iter().map(String::as_str)).collect::<Vec<_>>().join(", "));
        }
        if let Some(template) = &access.template {
            let name = template.name.clone().unwrap_or_else(|| self.template_named(&template.key));
            parts.push(self.template_changed(&name, template.changes));
        } else if access.privileges > 0 {
            parts.push((self.privilege_count)(access.privileges));
        }
        if access.services > 0 && access.template.is_none() {
            parts.push((self.service_count)(access.services));
        }
        if parts.is_empty() { self.nothing.to_owned() } else { parts.join(" · ") }
    }

    /// An operation with where it holds: "Power Management on web-01".
    pub fn operation_on(&self, operation: Operation, place: &str) -> String {
        (self.on)(self.operation(operation), place)
    }

    /// A service whose name is not known any more.
    pub const fn unknown_service(&self) -> &'static str {
        self.one_service
    }

    /// The name of a right.
    pub fn right(&self, right: Right) -> String {
        self.right_name(right).to_owned()
    }

    fn right_name(&self, right: Right) -> &'static str {
        match right {
            Right::Privilege(privilege) => self.privilege(privilege),
            Right::Operation(operation) => self.operation(operation),
            Right::Role(role) => self.role(role),
            Right::OwnRole(_) => self.own_role,
        }
    }

    /// A right with where it holds: "Power Management on web-01", "Role Technical", "View invoices".
    pub fn right_at(&self, right: Right, place: &Place) -> String {
        let name = match right {
            Right::Role(role) => (self.role_named)(self.role(role)),
            Right::OwnRole(_) | Right::Privilege(_) | Right::Operation(_) => self.right(right),
        };
        match place {
            Place::Account => name,
            Place::OwnRole { name } => (self.role_named)(name),
            Place::AllServices => (self.on)(&name, self.all_services),
            Place::NewServices => (self.on)(&name, self.new_services),
            Place::Service { name: service, .. } => (self.on)(&name, service.as_deref().unwrap_or(self.one_service)),
        }
    }

    /// What a change was, in one line.
    pub fn change(&self, change: &ContactChange) -> String {
        match change {
            ContactChange::Detail { field, now } if now.is_empty() => (self.detail_gone)((self.detail)(field)),
            ContactChange::Detail { field, now } => (self.detail_now)((self.detail)(field), now),
            ContactChange::Renamed { was, now } => (self.renamed)(was, now),
            ContactChange::State { now } => (self.state_now)((self.state)(*now)),
            ContactChange::Given { right, place } => (self.given)(&self.right_at(*right, place)),
            ContactChange::Taken { right, place } => (self.taken)(&self.right_at(*right, place)),
            ContactChange::Subscribed { category } => (self.subscribed)(self.categories.name(*category)),
            ContactChange::Unsubscribed { category } => (self.unsubscribed)(self.categories.name(*category)),
        }
    }

    /// Why something is refused, and what to do about it.
    pub fn denied(&self, why: &Denied) -> String {
        match why {
            Denied::Missing(right) => (self.missing)(self.right_name(*right)),
            Denied::BeyondGrant(rights) => {
                let names: Vec<&str> = rights.iter().map(|right| self.right_name(*right)).collect();
                (self.beyond)(&names.join(", "))
            }
            Denied::StrongerTarget
            | Denied::OwnerProtected
            | Denied::OwnersChoice
            | Denied::OwnersOnly
            | Denied::LegalOwnerOnly
            | Denied::NotYours
            | Denied::CannotOwn
            | Denied::AddressUnproved
            | Denied::NotToOneself
            | Denied::OwnCredentials
            | Denied::NoLogin
            | Denied::LegalOwnerStays
            | Denied::ViewOnly
            | Denied::HeldAlready
            | Denied::AccountSuspended
            | Denied::AccountClosed => (self.refused)(why).to_owned(),
        }
    }
}

/// What the provider calls the people of an account (S2.2, S3.1), as a heading.
pub const fn people(language: Language, word: PeopleWord) -> &'static str {
    match (language, word) {
        (Language::En, PeopleWord::Contacts) => "Contacts",
        (Language::En, PeopleWord::DelegateAccess) => "Delegate access",
        (Language::En, PeopleWord::UserManagement) => "User management",
        (Language::En, PeopleWord::SubAccounts) => "Sub-accounts",
        (Language::De, PeopleWord::Contacts) => "Kontakte",
        (Language::De, PeopleWord::DelegateAccess) => "Zugriff für andere",
        (Language::De, PeopleWord::UserManagement) => "Benutzerverwaltung",
        (Language::De, PeopleWord::SubAccounts) => "Unterkonten",
    }
}

/// The words in `language`.
pub const fn rights(language: Language) -> &'static RightsText {
    match language {
        Language::En => &EN,
        Language::De => &DE,
    }
}

/// English.
pub const EN: RightsText = RightsText {
    privileges: privilege_en,
    operations: operation_en,
    roles: role_en,
    areas: area_en,
    templates: template_en,
    changed: |name, changes| format!("{name} + {changes} {}", if changes == 1 { "change" } else { "changes" }),
    privilege_count: |count| format!("{count} {}", if count == 1 { "privilege" } else { "privileges" }),
    service_count: |count| format!("{count} {}", if count == 1 { "service" } else { "services" }),
    nothing: "No access",
    everything: "Everything",
    all_services: "All services",
    new_services: "New services",
    one_service: "one service",
    own_role: "Role of this account",
    on: |what, place| format!("{what} on {place}"),
    role_named: |role| format!("Role {role}"),
    given: |what| format!("{what} given"),
    taken: |what| format!("{what} taken away"),
    categories: &categories::EN,
    subscribed: |category| format!("Mails of “{category}” switched on"),
    unsubscribed: |category| format!("Mails of “{category}” switched off"),
    detail: detail_en,
    detail_now: |field, now| format!("{field} is now “{now}”"),
    detail_gone: |field| format!("{field} removed"),
    state: state_en,
    state_now: |state| format!("Status is now {state}"),
    renamed: |was, now| format!("Own name changed from “{was}” to “{now}”"),
    missing: |right| format!("You need “{right}” for this. An owner of the account can give it to you."),
    beyond: |rights| format!("You may not give what you do not hold yourself: {rights}. Ask an owner of the account."),
    refused: refused_en,
};

/// German.
pub const DE: RightsText = RightsText {
    privileges: privilege_de,
    operations: operation_de,
    roles: role_de,
    areas: area_de,
    templates: template_de,
    changed: |name, changes| format!("{name} + {changes} {}", if changes == 1 { "Änderung" } else { "Änderungen" }),
    privilege_count: |count| format!("{count} {}", if count == 1 { "Recht" } else { "Rechte" }),
    service_count: |count| format!("{count} {}", if count == 1 { "Dienst" } else { "Dienste" }),
    nothing: "Kein Zugriff",
    everything: "Alles",
    all_services: "Alle Dienste",
    new_services: "Neue Dienste",
    one_service: "einen Dienst",
    own_role: "Rolle dieses Kontos",
    on: |what, place| format!("{what} auf {place}"),
    role_named: |role| format!("Rolle {role}"),
    given: |what| format!("{what} erteilt"),
    taken: |what| format!("{what} entzogen"),
    categories: &categories::DE,
    subscribed: |category| format!("E-Mails zu „{category}“ eingeschaltet"),
    unsubscribed: |category| format!("E-Mails zu „{category}“ ausgeschaltet"),
    detail: detail_de,
    detail_now: |field, now| format!("{field} ist jetzt „{now}“"),
    detail_gone: |field| format!("{field} entfernt"),
    state: state_de,
    state_now: |state| format!("Status ist jetzt {state}"),
    renamed: |was, now| format!("Eigener Name von „{was}“ in „{now}“ geändert"),
    missing: |right| format!("Dafür brauchen Sie das Recht „{right}“. Ein Inhaber des Kontos kann es Ihnen erteilen."),
    beyond: |rights| {
        format!("Sie dürfen nicht erteilen, was Sie selbst nicht haben: {rights}. Fragen Sie einen Inhaber des Kontos.")
    },
    refused: refused_de,
};

const fn privilege_en(privilege: Privilege) -> Named {
    match privilege {
        Privilege::ServicesView => named("View My Services", "See every service of the account."),
        Privilege::ServicesViewExpiring => {
            named("View expiring services", "See only services that expire soon or have expired.")
        }
        Privilege::SshKeysManage => {
            named("Manage SSH keys", "Add and remove the SSH keys that servers are set up with.")
        }
        Privilege::DcView => named("View Data Center", "Open the Data Center menu."),
        Privilege::DcVisitRequest => named("Request data center visits", "Announce visits to the data center."),
        Privilege::DomainsView => named("View domains", "See the list of domains."),
        Privilege::DomainsNameservers => named("Change name servers", "Decide which name servers a domain uses."),
        Privilege::DomainsDns => named("Edit DNS records", "Change the records of a domain's zone."),
        Privilege::DomainsWhois => named("Edit WHOIS data", "Change a domain's public contact data."),
        Privilege::DomainsOwnership => named("Change domain ownership", "Change who a domain belongs to, for good."),
        Privilege::DomainsTransfer => {
            named("Transfer domains away", "Unlock a domain and read the code that moves it to another provider.")
        }
        Privilege::BillingView => named("View invoices", "See invoices and transactions."),
        Privilege::BillingPay => named("Pay invoices", "Pay what is due."),
        Privilege::BillingBalance => named("View balance", "See the account's balance and credit."),
        Privilege::BillingAddFunds => named("Add funds", "Pay money into the account's credit."),
        Privilege::BillingUseSavedCard => {
            named("Use saved payment methods", "Charge a card or bank account that is on file.")
        }
        Privilege::BillingMethods => named("Manage payment methods", "Add and remove cards and bank accounts."),
        Privilege::BillingDelivery => named("Choose invoice delivery", "Decide how and where invoices are sent."),
        Privilege::QuotesView => named("View quotes", "See offers made to the account."),
        Privilege::QuotesAccept => named("Accept quotes", "Accept an offer, which the account then pays for."),
        Privilege::ContractsAccept => named("Accept order contracts", "Enter into contracts for the account."),
        Privilege::OrdersPlace => named("Place new orders", "Buy services and domains for the account."),
        Privilege::TicketsViewOwn => named("View own tickets", "See the tickets this person opened."),
        Privilege::TicketsViewServices => {
            named("View tickets of visible services", "See tickets about the services this person can see.")
        }
        Privilege::TicketsViewAll => named("View all tickets", "See every ticket of the account."),
        Privilege::TicketsOpen => named("Open tickets", "Ask support for help."),
        Privilege::TicketsReply => named("Reply to tickets", "Write in tickets that are open."),
        Privilege::TicketsClose => named("Close tickets", "Mark tickets as done."),
        Privilege::AccountView => named("View account details", "See the account's name, address and status."),
        Privilege::AccountEdit => {
            named("Modify main profile details", "Change the name, address and e-mail of the whole account.")
        }
        Privilege::AccountSecurity => {
            named("Manage account security", "Set from where and how everybody must sign in.")
        }
        Privilege::AccountMailHistory => named("View mail history", "Read the mails the account was sent."),
        Privilege::ContactsView => named("View contacts", "See the people of the account."),
        Privilege::ContactsManage => {
            named("Manage contacts", "Add, edit and remove people and decide what they may do.")
        }
        Privilege::ContactsNotifications => {
            named("Manage notifications of others", "Decide which mails other people get.")
        }
        Privilege::ContactsLoginAs => {
            named("Login as a contact", "See the portal as another person sees it, without changing anything.")
        }
        Privilege::AuditView => named("View activity", "Read who did what on the account."),
        Privilege::AffiliatesView => named("View affiliate section", "See referrals and earnings."),
        Privilege::AffiliatesWithdraw => named("Withdraw affiliate earnings", "Have earnings paid out."),
        Privilege::ApiOwnTokens => {
            named("Create own API tokens", "Use the API, never with more than this person's own rights.")
        }
    }
}

const fn privilege_de(privilege: Privilege) -> Named {
    match privilege {
        Privilege::ServicesView => named("Meine Dienste ansehen", "Alle Dienste des Kontos sehen."),
        Privilege::ServicesViewExpiring => {
            named("Ablaufende Dienste ansehen", "Nur Dienste sehen, die bald ablaufen oder abgelaufen sind.")
        }
        Privilege::SshKeysManage => named(
            "SSH-Schlüssel verwalten",
            "SSH-Schlüssel hinzufügen und entfernen, mit denen Server eingerichtet werden.",
        ),
        Privilege::DcView => named("Rechenzentrum ansehen", "Das Menü Rechenzentrum öffnen."),
        Privilege::DcVisitRequest => named("Besuche im Rechenzentrum anmelden", "Besuche im Rechenzentrum ankündigen."),
        Privilege::DomainsView => named("Domains ansehen", "Die Liste der Domains sehen."),
        Privilege::DomainsNameservers => {
            named("Nameserver ändern", "Festlegen, welche Nameserver eine Domain verwendet.")
        }
        Privilege::DomainsDns => named("DNS-Einträge bearbeiten", "Die Einträge in der Zone einer Domain ändern."),
        Privilege::DomainsWhois => {
            named("WHOIS-Daten bearbeiten", "Die öffentlichen Kontaktdaten einer Domain ändern.")
        }
        Privilege::DomainsOwnership => named("Domaininhaber ändern", "Endgültig ändern, wem eine Domain gehört."),
        Privilege::DomainsTransfer => named(
            "Domains wegziehen",
            "Eine Domain entsperren und den Code lesen, mit dem sie zu einem anderen Anbieter umzieht.",
        ),
        Privilege::BillingView => named("Rechnungen ansehen", "Rechnungen und Zahlungen sehen."),
        Privilege::BillingPay => named("Rechnungen bezahlen", "Bezahlen, was fällig ist."),
        Privilege::BillingBalance => named("Guthaben ansehen", "Kontostand und Guthaben sehen."),
        Privilege::BillingAddFunds => named("Guthaben aufladen", "Geld auf das Guthaben des Kontos einzahlen."),
        Privilege::BillingUseSavedCard => named(
            "Gespeicherte Zahlungsmittel verwenden",
            "Eine hinterlegte Karte oder ein hinterlegtes Bankkonto belasten.",
        ),
        Privilege::BillingMethods => {
            named("Zahlungsmittel verwalten", "Karten und Bankkonten hinzufügen und entfernen.")
        }
        Privilege::BillingDelivery => {
            named("Rechnungsversand wählen", "Festlegen, wie und wohin Rechnungen geschickt werden.")
        }
        Privilege::QuotesView => named("Angebote ansehen", "Angebote an das Konto sehen."),
        Privilege::QuotesAccept => named("Angebote annehmen", "Ein Angebot annehmen, das das Konto dann bezahlt."),
        Privilege::ContractsAccept => named("Bestellverträge annehmen", "Verträge für das Konto schließen."),
        Privilege::OrdersPlace => named("Neue Bestellungen aufgeben", "Dienste und Domains für das Konto kaufen."),
        Privilege::TicketsViewOwn => {
            named("Eigene Tickets ansehen", "Die Tickets sehen, die diese Person eröffnet hat.")
        }
        Privilege::TicketsViewServices => {
            named("Tickets sichtbarer Dienste ansehen", "Tickets zu den Diensten sehen, die diese Person sehen kann.")
        }
        Privilege::TicketsViewAll => named("Alle Tickets ansehen", "Alle Tickets des Kontos sehen."),
        Privilege::TicketsOpen => named("Tickets eröffnen", "Den Support um Hilfe bitten."),
        Privilege::TicketsReply => named("Auf Tickets antworten", "In offenen Tickets schreiben."),
        Privilege::TicketsClose => named("Tickets schließen", "Tickets als erledigt kennzeichnen."),
        Privilege::AccountView => named("Kontodaten ansehen", "Name, Anschrift und Status des Kontos sehen."),
        Privilege::AccountEdit => {
            named("Hauptprofil ändern", "Name, Anschrift und E-Mail-Adresse des ganzen Kontos ändern.")
        }
        Privilege::AccountSecurity => {
            named("Kontosicherheit verwalten", "Festlegen, von wo und wie sich alle anmelden müssen.")
        }
        Privilege::AccountMailHistory => {
            named("Mailverlauf ansehen", "Die Mails lesen, die an das Konto geschickt wurden.")
        }
        Privilege::ContactsView => named("Kontakte ansehen", "Die Personen des Kontos sehen."),
        Privilege::ContactsManage => {
            named("Kontakte verwalten", "Personen hinzufügen, bearbeiten und entfernen und festlegen, was sie dürfen.")
        }
        Privilege::ContactsNotifications => {
            named("Benachrichtigungen anderer verwalten", "Festlegen, welche Mails andere Personen bekommen.")
        }
        Privilege::ContactsLoginAs => {
            named("Als Kontakt anmelden", "Das Portal so sehen, wie eine andere Person es sieht, ohne etwas zu ändern.")
        }
        Privilege::AuditView => named("Aktivität ansehen", "Lesen, wer was auf dem Konto getan hat."),
        Privilege::AffiliatesView => named("Partnerbereich ansehen", "Empfehlungen und Einnahmen sehen."),
        Privilege::AffiliatesWithdraw => named("Partnereinnahmen auszahlen", "Sich Einnahmen auszahlen lassen."),
        Privilege::ApiOwnTokens => {
            named("Eigene API-Token erstellen", "Die API verwenden, nie mit mehr als den eigenen Rechten.")
        }
    }
}

const fn operation_en(operation: Operation) -> Named {
    match operation {
        Operation::Power => named("Power Management", "Start, stop and reboot."),
        Operation::Rebuild => named("Rebuild", "Reinstall the service; its data is lost."),
        Operation::ConsoleView => named("View Console", "Watch the console without typing."),
        Operation::Console => named("VNC Console", "Use the console with keyboard and mouse."),
        Operation::Backup => named("Create Backups", "Make backups of the service."),
        Operation::Restore => named("Restore Backups", "Put a backup over the present data."),
        Operation::Network => named("Network", "Reverse DNS, firewall and addresses."),
        Operation::Credentials => named("Service Passwords", "See and reset the service's passwords."),
        Operation::Sso => named("Service Panel", "Open the service's own control panel."),
        Operation::Upgrade => named("Upgrade and Downgrade", "Change the size of the service, and its price."),
        Operation::Cancel => named("Request Cancellation", "Ask for the service to be ended."),
        Operation::Renew => named("Renew", "Extend the service."),
    }
}

const fn operation_de(operation: Operation) -> Named {
    match operation {
        Operation::Power => named("Ein- und Ausschalten", "Starten, stoppen und neu starten."),
        Operation::Rebuild => named("Neu aufsetzen", "Den Dienst neu installieren; seine Daten gehen verloren."),
        Operation::ConsoleView => named("Konsole ansehen", "Die Konsole sehen, ohne zu tippen."),
        Operation::Console => named("VNC-Konsole", "Die Konsole mit Tastatur und Maus bedienen."),
        Operation::Backup => named("Sicherungen erstellen", "Sicherungen des Dienstes anlegen."),
        Operation::Restore => named("Sicherungen einspielen", "Eine Sicherung über die jetzigen Daten spielen."),
        Operation::Network => named("Netzwerk", "Reverse DNS, Firewall und Adressen."),
        Operation::Credentials => named("Dienstpasswörter", "Passwörter des Dienstes sehen und zurücksetzen."),
        Operation::Sso => named("Dienstverwaltung", "Die eigene Oberfläche des Dienstes öffnen."),
        Operation::Upgrade => named("Tarif ändern", "Größe und damit Preis des Dienstes ändern."),
        Operation::Cancel => named("Kündigung beantragen", "Das Ende des Dienstes beantragen."),
        Operation::Renew => named("Verlängern", "Den Dienst verlängern."),
    }
}

const fn role_en(role: Role) -> Named {
    match role {
        Role::Manager => named(
            "Manager",
            "Manages people, their roles and notifications, sees all services, and looks after domains and who owns them.",
        ),
        Role::Technical => named("Technical", "Runs all services, from power to backups, and talks to support."),
        Role::Billing => {
            named("Billing", "Sees and pays invoices, and sees and extends services that expire or have expired.")
        }
        Role::Purchasing => named("Purchasing", "Orders new services, and upgrades and extends those there are."),
        Role::Visitation => named("Visitation", "Sees the services and requests visits to the data center."),
    }
}

const fn role_de(role: Role) -> Named {
    match role {
        Role::Manager => named(
            "Manager",
            "Verwaltet Personen, ihre Rollen und Benachrichtigungen, sieht alle Dienste und kümmert sich um Domains und deren Inhaber.",
        ),
        Role::Technical => {
            named("Technik", "Betreibt alle Dienste, vom Einschalten bis zur Sicherung, und spricht mit dem Support.")
        }
        Role::Billing => named(
            "Buchhaltung",
            "Sieht und bezahlt Rechnungen, sieht und verlängert ablaufende und abgelaufene Dienste.",
        ),
        Role::Purchasing => named("Einkauf", "Bestellt neue Dienste, ändert und verlängert die vorhandenen."),
        Role::Visitation => named("Besuch", "Sieht die Dienste und meldet Besuche im Rechenzentrum an."),
    }
}

const fn area_en(area: Area) -> &'static str {
    match area {
        Area::Services => "Services",
        Area::Domains => "Domains",
        Area::Billing => "Billing",
        Area::Support => "Support requests",
        Area::Account => "Account administration",
    }
}

const fn area_de(area: Area) -> &'static str {
    match area {
        Area::Services => "Dienste",
        Area::Domains => "Domains",
        Area::Billing => "Abrechnung",
        Area::Support => "Supportanfragen",
        Area::Account => "Kontoverwaltung",
    }
}

fn template_en(key: &str) -> Option<&'static str> {
    match key {
        template::NONE => Some("None"),
        template::ACCOUNTING => Some("Accounting"),
        template::READ_ONLY => Some("Read only"),
        template::DOMAINS_DNS => Some("Domains & DNS"),
        template::FULL_ACCESS => Some("Full Access"),
        template::TECHNICAL_STAFF => Some("Technical Staff"),
        _ => None,
    }
}

fn template_de(key: &str) -> Option<&'static str> {
    match key {
        template::NONE => Some("Keine"),
        template::ACCOUNTING => Some("Buchhaltung"),
        template::READ_ONLY => Some("Nur lesen"),
        template::DOMAINS_DNS => Some("Domains & DNS"),
        template::FULL_ACCESS => Some("Vollzugriff"),
        template::TECHNICAL_STAFF => Some("Technisches Personal"),
        _ => None,
    }
}

fn detail_en(field: &str) -> &'static str {
    match field {
        "first_name" => "First name",
        "last_name" => "Last name",
        "email" => "Email address",
        "phone" => "Telephone",
        "note" => "Note",
        _ => "A detail",
    }
}

fn detail_de(field: &str) -> &'static str {
    match field {
        "first_name" => "Vorname",
        "last_name" => "Nachname",
        "email" => "E-Mail-Adresse",
        "phone" => "Telefon",
        "note" => "Notiz",
        _ => "Eine Angabe",
    }
}

const fn state_en(state: ContactState) -> &'static str {
    match state {
        ContactState::ContactOnly => "Contact only",
        ContactState::Pending => "Request Pending",
        ContactState::Active => "Active",
        ContactState::Suspended => "Suspended",
        ContactState::Declined => "Declined",
        ContactState::Deleted => "Deleted",
    }
}

const fn state_de(state: ContactState) -> &'static str {
    match state {
        ContactState::ContactOnly => "Nur Kontakt",
        ContactState::Pending => "Anfrage offen",
        ContactState::Active => "Aktiv",
        ContactState::Suspended => "Gesperrt",
        ContactState::Declined => "Abgelehnt",
        ContactState::Deleted => "Gelöscht",
    }
}

const fn refused_en(why: &Denied) -> &'static str {
    match why {
        Denied::Missing(_) => "A right is missing. An owner of the account can give it to you.",
        Denied::BeyondGrant(_) => "You may not give what you do not hold yourself. Ask an owner of the account.",
        Denied::StrongerTarget => "This person holds rights that you do not hold. Ask an owner of the account.",
        Denied::OwnerProtected => "Account owners always have full access to the account.",
        Denied::OwnersChoice => "Owners choose for themselves which mails they get.",
        Denied::OwnersOnly => "Only owners do this.",
        Denied::LegalOwnerOnly => "Only the legal owner does this.",
        Denied::NotYours => "This is somebody else's to decide.",
        Denied::CannotOwn => "Only an active contact who looks after their own login can own an account.",
        Denied::AddressUnproved => {
            "An owner must have confirmed the email address that their contact shows. The person confirms it under My Account, with a link by mail."
        }
        Denied::NotToOneself => "You cannot do this to yourself. Ask an owner of the account.",
        Denied::OwnCredentials => "This person looks after their own sign-in. You can send them a reset link.",
        Denied::NoLogin => "This contact has no login.",
        Denied::LegalOwnerStays => {
            "You answer for this account as its legal owner. You can leave once it belongs to somebody else."
        }
        Denied::ViewOnly => "You are viewing the portal as somebody else, so nothing can be changed.",
        Denied::HeldAlready => "You have this already. Load the page again, and it is there.",
        Denied::AccountSuspended => "The account is suspended. Paying open invoices or a ticket to support helps.",
        Denied::AccountClosed => "The account is closed.",
    }
}

const fn refused_de(why: &Denied) -> &'static str {
    match why {
        Denied::Missing(_) => "Es fehlt ein Recht. Ein Inhaber des Kontos kann es Ihnen erteilen.",
        Denied::BeyondGrant(_) => {
            "Sie dürfen nicht erteilen, was Sie selbst nicht haben. Fragen Sie einen Inhaber des Kontos."
        }
        Denied::StrongerTarget => "Diese Person hat Rechte, die Sie nicht haben. Fragen Sie einen Inhaber des Kontos.",
        Denied::OwnerProtected => "Inhaber haben immer vollen Zugriff auf das Konto.",
        Denied::OwnersChoice => "Inhaber wählen selbst, welche E-Mails sie erhalten.",
        Denied::OwnersOnly => "Das tun nur Inhaber.",
        Denied::LegalOwnerOnly => "Das tut nur der rechtliche Inhaber.",
        Denied::NotYours => "Das entscheidet jemand anderes.",
        Denied::CannotOwn => "Nur ein aktiver Kontakt mit eigener Anmeldung kann ein Konto besitzen.",
        Denied::AddressUnproved => {
            "Inhaber müssen die E-Mail-Adresse ihres Kontakts bestätigt haben. Die Person bestätigt sie unter Mein Konto, mit einem Link per E-Mail."
        }
        Denied::NotToOneself => "Das können Sie nicht für sich selbst tun. Fragen Sie einen Inhaber des Kontos.",
        Denied::OwnCredentials => {
            "Diese Person kümmert sich selbst um ihre Anmeldung. Sie können ihr einen Link zum Zurücksetzen schicken."
        }
        Denied::NoLogin => "Dieser Kontakt hat keinen Zugang.",
        Denied::LegalOwnerStays => {
            "Sie stehen als Inhaber für dieses Konto ein. Verlassen können Sie es, sobald es jemand anderem gehört."
        }
        Denied::ViewOnly => "Sie sehen das Portal als jemand anderes, deshalb lässt sich nichts ändern.",
        Denied::HeldAlready => "Das haben Sie bereits. Laden Sie die Seite neu, dann ist es da.",
        Denied::AccountSuspended => {
            "Das Konto ist gesperrt. Offene Rechnungen zu bezahlen oder ein Ticket an den Support hilft weiter."
        }
        Denied::AccountClosed => "Das Konto ist geschlossen.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::TemplateUse;
    use crate::rights::Rights;
    use crate::template::built_in;
    use std::collections::BTreeSet;

    #[test]
    fn names_of_the_contract() {
        let operations = [Operation::Power, Operation::Rebuild, Operation::Console];
        let names = operations.map(|operation| EN.operation(operation));
        assert_eq!(names, ["Power Management", "Rebuild", "VNC Console"]);
        assert_eq!(EN.privilege(Privilege::AccountEdit), "Modify main profile details");
        let templates: Vec<_> = built_in().iter().map(|template| EN.template(template)).collect();
        assert_eq!(templates, ["None", "Accounting", "Full Access", "Technical Staff", "Read only", "Domains & DNS"]);
    }

    #[test]
    fn no_two_rights_share_a_name() {
        for text in [EN, DE] {
            let privileges: BTreeSet<_> = Privilege::ALL.iter().map(|p| text.privilege(*p)).collect();
            assert_eq!(privileges.len(), Privilege::ALL.len());
            let operations: BTreeSet<_> = Operation::ALL.iter().map(|o| text.operation(*o)).collect();
            assert_eq!(operations.len(), Operation::ALL.len());
        }
    }

    #[test]
    fn access_in_the_fewest_words() {
        let access = |roles: &[Role], template: Option<(&str, usize)>, privileges, services| {
            let template = template.map(|(key, changes)| TemplateUse { key: key.to_owned(), name: None, changes });
            let (roles, own_roles) = (roles.to_vec(), Vec::new());
            EN.access(&AccessSummary { roles, own_roles, template, privileges, services })
        };
        assert_eq!(access(&[], None, 0, 0), "No access");
        assert_eq!(access(&[Role::Technical, Role::Billing], None, 0, 0), "Technical, Billing");
        assert_eq!(access(&[], Some((template::ACCOUNTING, 2)), 0, 1), "Accounting + 2 changes");
        assert_eq!(access(&[Role::Visitation], None, 7, 1), "Visitation · 7 privileges · 1 service");
        let (roles, own_roles) = (vec![Role::Billing], vec!["Night shift".to_owned()]);
        let own = AccessSummary { roles, own_roles, ..AccessSummary::default() };
        assert_eq!(EN.access(&own), "Billing, Night shift");
    }

    #[test]
    fn a_template_without_ticks_is_no_access() {
        let templates = built_in();
        let full =
            templates.iter().find(|template| template.key == template::FULL_ACCESS).expect("a built-in template");
        let rights = Rights::copied_from(full);
        assert_eq!(EN.access(&AccessSummary::of(&rights, &templates)), "Full Access");
        let bare = Rights { template: rights.template, ..Rights::default() };
        assert_eq!(EN.access(&AccessSummary::of(&bare, &templates)), "No access");
    }

    #[test]
    fn a_change_is_one_line() {
        let id = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f".parse().expect("an id");
        let place = Place::Service { id, name: Some("web-01".to_owned()) };
        let change = ContactChange::Given { right: Right::Operation(Operation::Power), place };
        assert_eq!(EN.change(&change), "Power Management on web-01 given");
        assert_eq!(DE.change(&change), "Ein- und Ausschalten auf web-01 erteilt");
        let role = ContactChange::Taken { right: Right::Role(Role::Billing), place: Place::Account };
        assert_eq!(EN.change(&role), "Role Billing taken away");
    }
}
