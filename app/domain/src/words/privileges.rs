//! The words for privileges, and for the areas that they are shown in.

use crate::privilege::{Area, Privilege};
use crate::words::{Named, named};

pub(super) const fn privilege_en(privilege: Privilege) -> Named {
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

pub(super) const fn privilege_de(privilege: Privilege) -> Named {
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

pub(super) const fn area_en(area: Area) -> &'static str {
    match area {
        Area::Services => "Services",
        Area::Domains => "Domains",
        Area::Billing => "Billing",
        Area::Support => "Support requests",
        Area::Account => "Account administration",
    }
}

pub(super) const fn area_de(area: Area) -> &'static str {
    match area {
        Area::Services => "Dienste",
        Area::Domains => "Domains",
        Area::Billing => "Abrechnung",
        Area::Support => "Supportanfragen",
        Area::Account => "Kontoverwaltung",
    }
}
