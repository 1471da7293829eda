//! The words for the categories of mails: pages and mails use the same.

use super::{Named, named};
use crate::category::Category;

/// The categories in one language.
#[derive(Debug)]
pub struct CategoriesText {
    of: fn(Category) -> Named,
}

impl CategoriesText {
    /// What a category is called.
    pub fn name(&self, category: Category) -> &'static str {
        (self.of)(category).name
    }

    /// What it holds.
    pub fn holds(&self, category: Category) -> &'static str {
        (self.of)(category).help
    }
}

pub(super) const EN: CategoriesText = CategoriesText { of: in_english };
pub(super) const DE: CategoriesText = CategoriesText { of: in_german };

const fn in_english(category: Category) -> Named {
    match category {
        Category::TechnicalMaintenance => named(
            "Technical Maintenance",
            "Cloud credit thresholds; maintenance of network, hardware, data center, infrastructure and services.",
        ),
        Category::ServiceAccess => named("Service Access", "New services activated, current services extended."),
        Category::Service => named(
            "Service",
            "Renewals and expirations, domain statuses, promotions, DNS changes, service upgrades, order confirmations.",
        ),
        Category::Billing => {
            named("Billing", "Reminders of unpaid or upcoming invoices, invoice requests, automated invoice issuance.")
        }
        Category::UserManagement => {
            named("User Management", "Delegate access changes, role amendments, profile modifications.")
        }
        Category::Support => named("Support", "Replies to tickets that other people of the account opened."),
    }
}

const fn in_german(category: Category) -> Named {
    match category {
        Category::TechnicalMaintenance => named(
            "Technische Wartung",
            "Schwellen des Cloud-Guthabens; Wartung von Netz, Hardware, Rechenzentrum, Infrastruktur und Diensten.",
        ),
        Category::ServiceAccess => named("Dienstzugang", "Neue Dienste freigeschaltet, bestehende verlängert."),
        Category::Service => named(
            "Dienste",
            "Verlängerungen und Abläufe, Status von Domains, Angebote, DNS-Änderungen, Upgrades, Bestellbestätigungen.",
        ),
        Category::Billing => named(
            "Abrechnung",
            "Erinnerungen an offene oder anstehende Rechnungen, Anforderungen von Rechnungen, automatische Rechnungen.",
        ),
        Category::UserManagement => {
            named("Benutzerverwaltung", "Änderungen des Zugriffs, geänderte Rollen, geänderte Profile.")
        }
        Category::Support => named("Support", "Antworten auf Tickets, die andere Personen des Kontos eröffnet haben."),
    }
}
