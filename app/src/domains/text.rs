//! The words of Domains.

use domain::domains::DomainStatus;
use domain::list::Total;

/// Those words in one language.
#[derive(Debug)]
pub struct DomainsText {
    pub lead: &'static str,
    /// How many domains.
    pub count: fn(Total) -> String,
    /// The column of names.
    pub name: &'static str,
    /// The column of statuses.
    pub status: &'static str,
    /// The column of ends.
    pub expires: &'static str,
    /// Without an end.
    pub no_end: &'static str,
    /// There is no domain.
    pub none: &'static str,
    /// What to do.
    pub none_text: &'static str,
    domain_status: fn(DomainStatus) -> &'static str,
}

impl DomainsText {
    /// Where a domain stands.
    pub fn domain_status(&self, status: DomainStatus) -> &'static str {
        (self.domain_status)(status)
    }
}

pub const EN: DomainsText = DomainsText {
    lead: "The domain names of this account.",
    count: |total| match total {
        Total::Exact(1) => "1 domain".to_owned(),
        Total::Exact(count) => format!("{count} domains"),
        Total::Many => "More than 1,000 domains".to_owned(),
    },
    name: "Name",
    status: "Status",
    expires: "Expires",
    no_end: "No end date",
    none: "No domains",
    none_text: "Domain names appear here once they are registered or transferred.",
    domain_status: |status| match status {
        DomainStatus::Pending => "Pending",
        DomainStatus::Active => "Active",
        DomainStatus::Expired => "Expired",
        DomainStatus::Ended => "Ended",
    },
};

pub const DE: DomainsText = DomainsText {
    lead: "Die Domainnamen dieses Kontos.",
    count: |total| match total {
        Total::Exact(1) => "1 Domain".to_owned(),
        Total::Exact(count) => format!("{count} Domains"),
        Total::Many => "Mehr als 1.000 Domains".to_owned(),
    },
    name: "Name",
    status: "Status",
    expires: "Läuft ab",
    no_end: "Ohne Ende",
    none: "Keine Domains",
    none_text: "Domainnamen erscheinen hier, sobald sie registriert oder übertragen sind.",
    domain_status: |status| match status {
        DomainStatus::Pending => "In Vorbereitung",
        DomainStatus::Active => "Aktiv",
        DomainStatus::Expired => "Abgelaufen",
        DomainStatus::Ended => "Beendet",
    },
};
