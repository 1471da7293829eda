//! The words of the account's first page.

use crate::asking::text::waiting;
use domain::list::Total;

/// Those words in one language.
#[derive(Debug)]
pub struct DashboardText {
    pub active_services: fn(Total) -> &'static str,
    /// Of which so many end soon.
    pub expiring: fn(usize) -> String,
    pub domain_names: fn(Total) -> &'static str,
    pub unpaid_invoices: fn(Total) -> &'static str,
    /// Of which so many are overdue.
    pub overdue: fn(usize) -> String,
    /// So many requests for access wait for one's decision.
    pub requests: fn(usize) -> String,
    /// None of them is overdue, or ends soon, and nobody waits.
    pub all_fine: &'static str,
    /// People of the account.
    pub people: fn(Total) -> &'static str,
    /// On the dashboard of somebody who may do nothing.
    pub nothing_here: &'static str,
    /// What to do about it.
    pub nothing_here_text: &'static str,
}

const ONE: Total = Total::Exact(1);

pub const EN: DashboardText = DashboardText {
    active_services: |count| if count == ONE { "Active service" } else { "Active services" },
    expiring: |count| format!("{count} expiring or expired"),
    domain_names: |count| if count == ONE { "Domain name" } else { "Domain names" },
    unpaid_invoices: |count| if count == ONE { "Unpaid invoice" } else { "Unpaid invoices" },
    overdue: |count| format!("{count} overdue"),
    requests: |count| match count {
        1 => "1 request to decide".to_owned(),
        _ => format!("{} requests to decide", waiting(count)),
    },
    all_fine: "Nothing needs attention",
    people: |count| if count == ONE { "Person on this account" } else { "People on this account" },
    nothing_here: "There is nothing for you here yet",
    nothing_here_text: "You can open this account, but no right has been given to you. Ask an owner of the account what you need.",
};

pub const DE: DashboardText = DashboardText {
    active_services: |count| if count == ONE { "Aktiver Dienst" } else { "Aktive Dienste" },
    expiring: |count| match count {
        1 => "1 läuft aus oder ist abgelaufen".to_owned(),
        _ => format!("{count} laufen aus oder sind abgelaufen"),
    },
    domain_names: |count| if count == ONE { "Domainname" } else { "Domainnamen" },
    unpaid_invoices: |count| if count == ONE { "Offene Rechnung" } else { "Offene Rechnungen" },
    overdue: |count| format!("{count} überfällig"),
    requests: |count| match count {
        1 => "1 Anfrage zu entscheiden".to_owned(),
        _ => format!("{} Anfragen zu entscheiden", waiting(count)),
    },
    all_fine: "Es ist nichts zu tun",
    people: |count| if count == ONE { "Person in diesem Konto" } else { "Personen in diesem Konto" },
    nothing_here: "Hier ist noch nichts für Sie",
    nothing_here_text: "Sie können dieses Konto öffnen, haben aber noch keine Rechte. Bitten Sie einen Inhaber des Kontos um das, was Sie brauchen.",
};
