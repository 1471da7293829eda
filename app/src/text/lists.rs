//! The words of the lists: services, domains, invoices, activity; and of the pages that have no list yet.

use domain::audit::{
    AccountFactKind, ContactFactKind, FactKind, InstallationFactKind, InvitationFactKind, NotificationFactKind,
    OwnershipFactKind, PersonFactKind, RequestFactKind, RoleFactKind,
};
use domain::billing::InvoiceStatus;
use domain::by::By;
use domain::domains::DomainStatus;
use domain::list::Total;
use domain::service::{ServiceKind, ServiceStatus};

/// The words of the lists.
#[derive(Debug)]
pub struct ListsText {
    /// The column of names.
    pub name: &'static str,
    /// The column of kinds.
    pub kind: &'static str,
    /// The column of statuses.
    pub status: &'static str,
    /// The column of ends.
    pub expires: &'static str,
    /// The column of what one may do.
    pub you_may: &'static str,
    /// Looking only.
    pub view_only: &'static str,
    /// Ends soon.
    pub expires_soon: &'static str,
    /// Without an end.
    pub no_end: &'static str,
    /// Above the tabs of My Services.
    pub which_services: &'static str,
    /// The tab of active services.
    pub active_tab: &'static str,
    /// The tab of all services.
    pub all_tab: &'static str,
    /// What My Services is.
    pub services_lead: &'static str,
    /// To those who see services that end.
    pub expiring_lead: &'static str,
    /// To those who see single services.
    pub single_lead: &'static str,
    /// How many services a list has.
    pub service_count: fn(Total) -> String,
    /// How many domains.
    pub domain_count: fn(Total) -> String,
    /// How many invoices.
    pub invoice_count: fn(Total) -> String,
    /// How many events.
    pub event_count: fn(Total) -> String,
    /// There is no service to see.
    pub no_services: &'static str,
    /// Why.
    pub no_services_text: &'static str,
    /// No service is active.
    pub no_active: &'static str,
    /// Where the others are.
    pub no_active_text: &'static str,
    pub domains_lead: &'static str,
    /// There is no domain.
    pub no_domains: &'static str,
    /// What to do.
    pub no_domains_text: &'static str,
    /// What Billing & Payment is.
    pub billing_lead: &'static str,
    /// The column of invoice numbers.
    pub invoice: &'static str,
    /// The column of dates of issue.
    pub issued: &'static str,
    /// The column of due dates.
    pub due: &'static str,
    /// The column of totals.
    pub total: &'static str,
    pub overdue: &'static str,
    /// There is no invoice.
    pub no_invoices: &'static str,
    /// Where they will be.
    pub no_invoices_text: &'static str,
    /// There are no tickets.
    pub no_tickets: &'static str,
    /// How to get help until there are.
    pub no_tickets_text: &'static str,
    /// There are no visits.
    pub no_visits: &'static str,
    /// How to arrange one.
    pub no_visits_text: &'static str,
    /// There is nothing to order.
    pub no_products: &'static str,
    /// How to order.
    pub no_products_text: &'static str,
    pub write_support: &'static str,
    pub activity_lead: &'static str,
    /// Nothing happened.
    pub no_activity: &'static str,
    /// What will be there.
    pub no_activity_text: &'static str,
    /// The mark of what the provider did.
    pub provider: &'static str,
    /// The provider as whoever does something, and as whoever it was done by.
    your_provider: (&'static str, &'static str),
    audit: fn(FactKind, usize) -> &'static str,
    service_kind: fn(ServiceKind) -> &'static str,
    service_status: fn(ServiceStatus) -> &'static str,
    domain_status: fn(DomainStatus) -> &'static str,
    invoice_status: fn(InvoiceStatus) -> &'static str,
    /// The mark between whole units and cents.
    pub decimal_mark: char,
    pub my_account_lead: &'static str,
    /// What one is there.
    pub your_part: &'static str,
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
    /// What Delegate Access is.
    pub delegate_lead: &'static str,
    /// A contact, not an owner.
    pub contact: &'static str,
    /// One that the log calls by an address which the reader may not see, and the same after "by".
    pub unnamed_contact: (&'static str, &'static str),
}

impl ListsText {
    /// Whoever did something: "NAME did".
    pub fn by(&self, by: &By) -> String {
        signed(by, self.your_provider.0, self.unnamed_contact.0)
    }

    /// The same after "by".
    pub fn by_whom(&self, by: &By) -> String {
        signed(by, self.your_provider.1, self.unnamed_contact.1)
    }

    /// What happened.
    pub fn audit(&self, kind: FactKind, targets: usize) -> &'static str {
        (self.audit)(kind, targets)
    }

    pub fn service_kind(&self, kind: ServiceKind) -> &'static str {
        (self.service_kind)(kind)
    }

    /// Where a service stands.
    pub fn service_status(&self, status: ServiceStatus) -> &'static str {
        (self.service_status)(status)
    }

    /// Where a domain stands.
    pub fn domain_status(&self, status: DomainStatus) -> &'static str {
        (self.domain_status)(status)
    }

    /// Where an invoice stands.
    pub fn invoice_status(&self, status: InvoiceStatus) -> &'static str {
        (self.invoice_status)(status)
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

pub const EN: ListsText = ListsText {
    name: "Name",
    kind: "Type",
    status: "Status",
    expires: "Expires",
    you_may: "You may",
    view_only: "View",
    expires_soon: "Expires soon",
    no_end: "No end date",
    which_services: "Which services",
    active_tab: "Active",
    all_tab: "All",
    services_lead: "What this account has with us.",
    expiring_lead: "Services that expire within 30 days or have expired, and those you were given access to.",
    single_lead: "The services you were given access to.",
    service_count: |total| match total {
        Total::Exact(1) => "1 service".to_owned(),
        Total::Exact(count) => format!("{count} services"),
        Total::Many => "More than 1,000 services".to_owned(),
    },
    domain_count: |total| match total {
        Total::Exact(1) => "1 domain".to_owned(),
        Total::Exact(count) => format!("{count} domains"),
        Total::Many => "More than 1,000 domains".to_owned(),
    },
    invoice_count: |total| match total {
        Total::Exact(1) => "1 invoice".to_owned(),
        Total::Exact(count) => format!("{count} invoices"),
        Total::Many => "More than 1,000 invoices".to_owned(),
    },
    event_count: |total| match total {
        Total::Exact(1) => "1 event".to_owned(),
        Total::Exact(count) => format!("{count} events"),
        Total::Many => "More than 1,000 events".to_owned(),
    },
    no_services: "No services",
    no_services_text: "Services stand here once they are ordered, or once somebody gives you access to one.",
    no_active: "No active services",
    no_active_text: "Services that are not active are under \u{201c}All\u{201d}.",
    domains_lead: "The domain names of this account.",
    no_domains: "No domains",
    no_domains_text: "Domain names appear here once they are registered or transferred.",
    billing_lead: "The invoices of this account, latest first.",
    invoice: "Invoice",
    issued: "Issued",
    due: "Due",
    total: "Total",
    overdue: "Overdue",
    no_invoices: "No invoices",
    no_invoices_text: "Invoices appear here as soon as they are issued.",
    no_tickets: "No tickets here yet",
    no_tickets_text: "Tickets are not part of this portal yet. Support answers your mail.",
    no_visits: "No visits here yet",
    no_visits_text: "Visits to the data center are not arranged in this portal yet. Support arranges them by mail.",
    no_products: "Nothing to order here yet",
    no_products_text: "Orders are not placed in this portal yet. Tell support by mail what you need.",
    write_support: "Write to support",
    activity_lead: "Who did what on this account, latest first.",
    no_activity: "Nothing has happened yet",
    no_activity_text: "Changes of people and their rights will be listed here.",
    provider: "Provider",
    your_provider: ("Your provider", "your provider"),
    audit: |kind, targets| match kind {
        FactKind::Person(PersonFactKind::SignedIn) => "signed in",
        FactKind::Person(PersonFactKind::SignedOut) => "signed out",
        FactKind::Person(PersonFactKind::SessionEnded) => "ended a session",
        FactKind::Person(PersonFactKind::PasswordConfirmed) => "entered their password again",
        FactKind::Person(PersonFactKind::PasswordChanged) => "changed their password",
        FactKind::Person(PersonFactKind::ResetRequested) => "asked for a link to set a password",
        FactKind::Person(PersonFactKind::PasswordReset) => "set a new password with a link",
        FactKind::Account(AccountFactKind::Created) => "created the account",
        FactKind::Account(AccountFactKind::Imported) => "imported data",
        FactKind::Contact(ContactFactKind::Added) => "added a contact:",
        FactKind::Contact(ContactFactKind::Edited) => "edited a contact:",
        FactKind::Contact(ContactFactKind::Suspended) if targets > 1 => "suspended contacts:",
        FactKind::Contact(ContactFactKind::Suspended) => "suspended a contact:",
        FactKind::Contact(ContactFactKind::Reactivated) => "reactivated a contact:",
        FactKind::Contact(ContactFactKind::Deleted) if targets > 1 => "deleted contacts:",
        FactKind::Contact(ContactFactKind::Deleted) => "deleted a contact:",
        FactKind::Contact(ContactFactKind::Restored) => "restored a contact:",
        FactKind::Contact(ContactFactKind::ResetSent) => "sent a link to set a password:",
        FactKind::Invitation(InvitationFactKind::Sent) => "invited",
        FactKind::Invitation(InvitationFactKind::Resent) => "sent the invitation again to",
        FactKind::Invitation(InvitationFactKind::LinkMade) => "made an invitation link for",
        FactKind::Invitation(InvitationFactKind::Cancelled) => "took back the invitation of",
        FactKind::Invitation(InvitationFactKind::Accepted) => "accepted the invitation as",
        FactKind::Invitation(InvitationFactKind::Declined) => "declined the invitation for",
        FactKind::Role(RoleFactKind::HandOutChanged) => "changed the roles that managers may hand out",
        FactKind::Role(RoleFactKind::TemplateChanged) => "changed the templates of the account",
        FactKind::Role(RoleFactKind::Changed) => "changed a role of the account, which had:",
        FactKind::Ownership(OwnershipFactKind::Appointed) => "made co-owner:",
        FactKind::Ownership(OwnershipFactKind::Dismissed) => "dismissed as co-owner:",
        FactKind::Ownership(OwnershipFactKind::Offered) => "offered the account to",
        FactKind::Ownership(OwnershipFactKind::OfferEnded) => "ended the offer of the account to",
        FactKind::Ownership(OwnershipFactKind::Transferred) => "accepted the account as its legal owner:",
        FactKind::Ownership(OwnershipFactKind::TransferUndone) => "took the account back from",
        FactKind::Contact(ContactFactKind::ViewingStarted) => "began to view the portal as:",
        FactKind::Contact(ContactFactKind::ViewingStopped) => "stopped viewing the portal as:",
        FactKind::Notification(NotificationFactKind::Chosen) => "chose the notifications of:",
        FactKind::Request(RequestFactKind::Asked) => "asked for access:",
        FactKind::Request(RequestFactKind::Granted) => "granted a request of:",
        FactKind::Request(RequestFactKind::Declined) => "declined a request of:",
        FactKind::Person(PersonFactKind::ProfileChanged) => "changed their own details",
        FactKind::Person(PersonFactKind::Renamed) => "changed their own name; contact:",
        FactKind::Person(PersonFactKind::EmailAsked) => "asked for a link that proves an e-mail address",
        FactKind::Person(PersonFactKind::EmailCancelled) => "called off another e-mail address",
        FactKind::Person(PersonFactKind::EmailConfirmed) => "proved an e-mail address",
        FactKind::Request(RequestFactKind::Met) => "closed a request, whose right was there already, of:",
        FactKind::Contact(ContactFactKind::Left) => "left the account:",
        FactKind::Account(AccountFactKind::Pinned) => "pinned an account",
        FactKind::Account(AccountFactKind::Unpinned) => "unpinned an account",
        FactKind::Installation(InstallationFactKind::AllRevoked) => "revoked all sessions and links",
    },
    service_kind: |kind| match kind {
        ServiceKind::Vps => "Virtual server",
        ServiceKind::Dedicated => "Dedicated server",
        ServiceKind::Hosting => "Web hosting",
        ServiceKind::Colocation => "Rack space",
        ServiceKind::Other => "Other",
    },
    service_status: |status| match status {
        ServiceStatus::Pending => "Pending",
        ServiceStatus::Active => "Active",
        ServiceStatus::Suspended => "Suspended",
        ServiceStatus::Expired => "Expired",
        ServiceStatus::Ended => "Ended",
    },
    domain_status: |status| match status {
        DomainStatus::Pending => "Pending",
        DomainStatus::Active => "Active",
        DomainStatus::Expired => "Expired",
        DomainStatus::Ended => "Ended",
    },
    invoice_status: |status| match status {
        InvoiceStatus::Unpaid => "Unpaid",
        InvoiceStatus::Paid => "Paid",
        InvoiceStatus::Cancelled => "Cancelled",
        InvoiceStatus::Refunded => "Refunded",
    },
    decimal_mark: '.',
    my_account_lead: "This account, and what you may do in it.",
    your_part: "You are",
    your_rights: "What you may do here",
    owner_rights: "Everything: you own this account.",
    no_rights: "No right has been given to you yet. Ask an owner of the account for what you need.",
    on_all_services: "On all services",
    on_some_services: |count| match count {
        1 => "More on 1 service: see My Services".to_owned(),
        _ => format!("More on {count} services: see My Services"),
    },
    delegate_lead: "Give other people exactly the access they need.",
    contact: "Contact",
    unnamed_contact: ("a contact without a name", "a contact without a name"),
};

pub const DE: ListsText = ListsText {
    name: "Name",
    kind: "Art",
    status: "Status",
    expires: "Läuft ab",
    you_may: "Sie dürfen",
    view_only: "Ansehen",
    expires_soon: "Läuft bald ab",
    no_end: "Ohne Ende",
    which_services: "Welche Dienste",
    active_tab: "Aktive",
    all_tab: "Alle",
    services_lead: "Was dieses Konto bei uns hat.",
    expiring_lead: "Dienste, die innerhalb von 30 Tagen ablaufen oder abgelaufen sind, und jene, auf die Sie Zugriff haben.",
    single_lead: "Die Dienste, auf die Sie Zugriff haben.",
    service_count: |total| match total {
        Total::Exact(1) => "1 Dienst".to_owned(),
        Total::Exact(count) => format!("{count} Dienste"),
        Total::Many => "Mehr als 1.000 Dienste".to_owned(),
    },
    domain_count: |total| match total {
        Total::Exact(1) => "1 Domain".to_owned(),
        Total::Exact(count) => format!("{count} Domains"),
        Total::Many => "Mehr als 1.000 Domains".to_owned(),
    },
    invoice_count: |total| match total {
        Total::Exact(1) => "1 Rechnung".to_owned(),
        Total::Exact(count) => format!("{count} Rechnungen"),
        Total::Many => "Mehr als 1.000 Rechnungen".to_owned(),
    },
    event_count: |total| match total {
        Total::Exact(1) => "1 Ereignis".to_owned(),
        Total::Exact(count) => format!("{count} Ereignisse"),
        Total::Many => "Mehr als 1.000 Ereignisse".to_owned(),
    },
    no_services: "Keine Dienste",
    no_services_text: "Dienste stehen hier, sobald sie bestellt sind oder Ihnen jemand Zugriff darauf gibt.",
    no_active: "Keine aktiven Dienste",
    no_active_text: "Dienste, die nicht aktiv sind, stehen unter „Alle“.",
    domains_lead: "Die Domainnamen dieses Kontos.",
    no_domains: "Keine Domains",
    no_domains_text: "Domainnamen erscheinen hier, sobald sie registriert oder übertragen sind.",
    billing_lead: "Die Rechnungen dieses Kontos, neueste zuerst.",
    invoice: "Rechnung",
    issued: "Ausgestellt",
    due: "Fällig",
    total: "Betrag",
    overdue: "Überfällig",
    no_invoices: "Keine Rechnungen",
    no_invoices_text: "Rechnungen erscheinen hier, sobald sie ausgestellt sind.",
    no_tickets: "Hier gibt es noch keine Tickets",
    no_tickets_text: "Tickets sind noch nicht Teil dieses Portals. Der Support beantwortet Ihre E-Mail.",
    no_visits: "Hier gibt es noch keine Besuche",
    no_visits_text: "Besuche im Rechenzentrum werden noch nicht in diesem Portal vereinbart. Der Support vereinbart sie per E-Mail.",
    no_products: "Hier gibt es noch nichts zu bestellen",
    no_products_text: "Bestellungen sind in diesem Portal noch nicht möglich. Schreiben Sie dem Support, was Sie brauchen.",
    write_support: "Dem Support schreiben",
    activity_lead: "Wer in diesem Konto was getan hat, neueste zuerst.",
    no_activity: "Es ist noch nichts geschehen",
    no_activity_text: "Änderungen an Personen und ihren Rechten werden hier aufgeführt.",
    provider: "Anbieter",
    your_provider: ("Ihr Anbieter", "Ihrem Anbieter"),
    audit: |kind, targets| match kind {
        FactKind::Person(PersonFactKind::SignedIn) => "hat sich angemeldet",
        FactKind::Person(PersonFactKind::SignedOut) => "hat sich abgemeldet",
        FactKind::Person(PersonFactKind::SessionEnded) => "hat eine Sitzung beendet",
        FactKind::Person(PersonFactKind::PasswordConfirmed) => "hat das eigene Passwort erneut eingegeben",
        FactKind::Person(PersonFactKind::PasswordChanged) => "hat das eigene Passwort geändert",
        FactKind::Person(PersonFactKind::ResetRequested) => "hat einen Link für ein neues Passwort angefordert",
        FactKind::Person(PersonFactKind::PasswordReset) => "hat mit einem Link ein neues Passwort gesetzt",
        FactKind::Account(AccountFactKind::Created) => "hat das Konto angelegt",
        FactKind::Account(AccountFactKind::Imported) => "hat Daten importiert",
        FactKind::Contact(ContactFactKind::Added) => "hat einen Kontakt hinzugefügt:",
        FactKind::Contact(ContactFactKind::Edited) => "hat einen Kontakt bearbeitet:",
        FactKind::Contact(ContactFactKind::Suspended) if targets > 1 => "hat Kontakte gesperrt:",
        FactKind::Contact(ContactFactKind::Suspended) => "hat einen Kontakt gesperrt:",
        FactKind::Contact(ContactFactKind::Reactivated) => "hat einen Kontakt wieder freigegeben:",
        FactKind::Contact(ContactFactKind::Deleted) if targets > 1 => "hat Kontakte gelöscht:",
        FactKind::Contact(ContactFactKind::Deleted) => "hat einen Kontakt gelöscht:",
        FactKind::Contact(ContactFactKind::Restored) => "hat einen Kontakt wiederhergestellt:",
        FactKind::Contact(ContactFactKind::ResetSent) => "hat einen Link für ein neues Passwort gesendet:",
        FactKind::Invitation(InvitationFactKind::Sent) => "hat eingeladen:",
        FactKind::Invitation(InvitationFactKind::Resent) => "hat die Einladung erneut gesendet an:",
        FactKind::Invitation(InvitationFactKind::LinkMade) => "hat einen Einladungslink erstellt für:",
        FactKind::Invitation(InvitationFactKind::Cancelled) => "hat die Einladung zurückgezogen von:",
        FactKind::Invitation(InvitationFactKind::Accepted) => "hat die Einladung angenommen als:",
        FactKind::Invitation(InvitationFactKind::Declined) => "hat die Einladung abgelehnt für:",
        FactKind::Role(RoleFactKind::HandOutChanged) => "hat die Rollen geändert, die Verwalter vergeben dürfen",
        FactKind::Role(RoleFactKind::TemplateChanged) => "hat die Vorlagen des Kontos geändert",
        FactKind::Role(RoleFactKind::Changed) => "hat eine Rolle des Kontos geändert, die hatte:",
        FactKind::Ownership(OwnershipFactKind::Appointed) => "hat zum Mitinhaber gemacht:",
        FactKind::Ownership(OwnershipFactKind::Dismissed) => "hat als Mitinhaber entlassen:",
        FactKind::Ownership(OwnershipFactKind::Offered) => "hat das Konto angeboten:",
        FactKind::Ownership(OwnershipFactKind::OfferEnded) => "hat das Angebot des Kontos beendet an:",
        FactKind::Ownership(OwnershipFactKind::Transferred) => "hat das Konto als rechtlicher Inhaber angenommen:",
        FactKind::Ownership(OwnershipFactKind::TransferUndone) => "hat das Konto zurückgenommen von:",
        FactKind::Contact(ContactFactKind::ViewingStarted) => "hat begonnen, das Portal zu sehen als:",
        FactKind::Contact(ContactFactKind::ViewingStopped) => "hat aufgehört, das Portal zu sehen als:",
        FactKind::Notification(NotificationFactKind::Chosen) => "hat die Benachrichtigungen gewählt von:",
        FactKind::Request(RequestFactKind::Asked) => "hat um Zugriff gebeten:",
        FactKind::Request(RequestFactKind::Granted) => "hat eine Anfrage bewilligt von:",
        FactKind::Request(RequestFactKind::Declined) => "hat eine Anfrage abgelehnt von:",
        FactKind::Person(PersonFactKind::ProfileChanged) => "hat die eigenen Angaben geändert",
        FactKind::Person(PersonFactKind::Renamed) => "hat den eigenen Namen geändert; Kontakt:",
        FactKind::Person(PersonFactKind::EmailAsked) => "hat einen Link angefordert, der eine E-Mail-Adresse nachweist",
        FactKind::Person(PersonFactKind::EmailCancelled) => "hat eine andere E-Mail-Adresse zurückgezogen",
        FactKind::Person(PersonFactKind::EmailConfirmed) => "hat eine E-Mail-Adresse nachgewiesen",
        FactKind::Request(RequestFactKind::Met) => "hat eine Anfrage geschlossen, deren Recht schon da war, von:",
        FactKind::Contact(ContactFactKind::Left) => "hat das Konto verlassen:",
        FactKind::Account(AccountFactKind::Pinned) => "hat ein Konto angeheftet",
        FactKind::Account(AccountFactKind::Unpinned) => "hat ein Konto gelöst",
        FactKind::Installation(InstallationFactKind::AllRevoked) => "hat alle Sitzungen und Links widerrufen",
    },
    service_kind: |kind| match kind {
        ServiceKind::Vps => "Virtueller Server",
        ServiceKind::Dedicated => "Dedizierter Server",
        ServiceKind::Hosting => "Webhosting",
        ServiceKind::Colocation => "Rackfläche",
        ServiceKind::Other => "Sonstiges",
    },
    service_status: |status| match status {
        ServiceStatus::Pending => "In Vorbereitung",
        ServiceStatus::Active => "Aktiv",
        ServiceStatus::Suspended => "Gesperrt",
        ServiceStatus::Expired => "Abgelaufen",
        ServiceStatus::Ended => "Beendet",
    },
    domain_status: |status| match status {
        DomainStatus::Pending => "In Vorbereitung",
        DomainStatus::Active => "Aktiv",
        DomainStatus::Expired => "Abgelaufen",
        DomainStatus::Ended => "Beendet",
    },
    invoice_status: |status| match status {
        InvoiceStatus::Unpaid => "Offen",
        InvoiceStatus::Paid => "Bezahlt",
        InvoiceStatus::Cancelled => "Storniert",
        InvoiceStatus::Refunded => "Erstattet",
    },
    decimal_mark: ',',
    my_account_lead: "Dieses Konto und was Sie darin dürfen.",
    your_part: "Sie sind",
    your_rights: "Was Sie hier dürfen",
    owner_rights: "Alles: Dieses Konto gehört Ihnen.",
    no_rights: "Sie haben noch keine Rechte. Bitten Sie einen Inhaber des Kontos um das, was Sie brauchen.",
    on_all_services: "Auf allen Diensten",
    on_some_services: |count| match count {
        1 => "Mehr auf 1 Dienst: siehe Meine Dienste".to_owned(),
        _ => format!("Mehr auf {count} Diensten: siehe Meine Dienste"),
    },
    delegate_lead: "Geben Sie anderen Personen genau den Zugriff, den sie brauchen.",
    contact: "Kontakt",
    unnamed_contact: ("ein Kontakt ohne Namen", "einem Kontakt ohne Namen"),
};
