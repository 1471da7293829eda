//! The words of My Services.

use domain::list::Total;
use domain::service::{ServiceKind, ServiceStatus};

/// Those words in one language.
#[derive(Debug)]
pub struct ServicesText {
    /// What My Services is.
    pub lead: &'static str,
    /// To those who see services that end.
    pub expiring_lead: &'static str,
    /// To those who see single services.
    pub single_lead: &'static str,
    /// Above the tabs of My Services.
    pub which: &'static str,
    /// The tab of active services.
    pub active_tab: &'static str,
    /// The tab of all services.
    pub all_tab: &'static str,
    /// How many services a list has.
    pub count: fn(Total) -> String,
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
    /// There is no service to see.
    pub none: &'static str,
    /// Why.
    pub none_text: &'static str,
    /// No service is active.
    pub no_active: &'static str,
    /// Where the others are.
    pub no_active_text: &'static str,
    service_kind: fn(ServiceKind) -> &'static str,
    service_status: fn(ServiceStatus) -> &'static str,
}

impl ServicesText {
    pub fn service_kind(&self, kind: ServiceKind) -> &'static str {
        (self.service_kind)(kind)
    }

    /// Where a service stands.
    pub fn service_status(&self, status: ServiceStatus) -> &'static str {
        (self.service_status)(status)
    }
}

pub const EN: ServicesText = ServicesText {
    lead: "What this account has with us.",
    expiring_lead: "Services that expire within 30 days or have expired, and those you were given access to.",
    single_lead: "The services you were given access to.",
    which: "Which services",
    active_tab: "Active",
    all_tab: "All",
    count: |total| match total {
        Total::Exact(1) => "1 service".to_owned(),
        Total::Exact(count) => format!("{count} services"),
        Total::Many => "More than 1,000 services".to_owned(),
    },
    name: "Name",
    kind: "Type",
    status: "Status",
    expires: "Expires",
    you_may: "You may",
    view_only: "View",
    expires_soon: "Expires soon",
    no_end: "No end date",
    none: "No services",
    none_text: "Services stand here once they are ordered, or once somebody gives you access to one.",
    no_active: "No active services",
    no_active_text: "Services that are not active are under \u{201c}All\u{201d}.",
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
};

pub const DE: ServicesText = ServicesText {
    lead: "Was dieses Konto bei uns hat.",
    expiring_lead: "Dienste, die innerhalb von 30 Tagen ablaufen oder abgelaufen sind, und jene, auf die Sie Zugriff haben.",
    single_lead: "Die Dienste, auf die Sie Zugriff haben.",
    which: "Welche Dienste",
    active_tab: "Aktive",
    all_tab: "Alle",
    count: |total| match total {
        Total::Exact(1) => "1 Dienst".to_owned(),
        Total::Exact(count) => format!("{count} Dienste"),
        Total::Many => "Mehr als 1.000 Dienste".to_owned(),
    },
    name: "Name",
    kind: "Art",
    status: "Status",
    expires: "Läuft ab",
    you_may: "Sie dürfen",
    view_only: "Ansehen",
    expires_soon: "Läuft bald ab",
    no_end: "Ohne Ende",
    none: "Keine Dienste",
    none_text: "Dienste stehen hier, sobald sie bestellt sind oder Ihnen jemand Zugriff darauf gibt.",
    no_active: "Keine aktiven Dienste",
    no_active_text: "Dienste, die nicht aktiv sind, stehen unter „Alle“.",
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
};
