//! The words for roles, and for the templates that the portal comes with.

use crate::role::Role;
use crate::template;
use crate::words::{Named, named};

pub(super) const fn role_en(role: Role) -> Named {
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

pub(super) const fn role_de(role: Role) -> Named {
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

pub(super) fn template_en(key: &str) -> Option<&'static str> {
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

pub(super) fn template_de(key: &str) -> Option<&'static str> {
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
