//! The words of the frame: menus, banners, titles, error pages.

use crate::asking::text::waiting;
use domain::list::Total;
use domain::owner::OwnerKind;
use domain::provider::PeopleWord;
use domain::status::AccountStatus;

/// The words of the frame.
#[derive(Debug)]
pub struct ShellText {
    /// The link for keyboards that jumps over the menus.
    pub skip: &'static str,
    /// The left menu.
    pub main_menu: &'static str,
    /// Its button on small screens.
    pub menu: &'static str,
    /// The button that closes it there.
    pub close_menu: &'static str,
    /// The region of short messages.
    pub messages: &'static str,
    /// Takes one away.
    pub dismiss: &'static str,
    /// The first page of an account.
    pub dashboard: &'static str,
    /// The group Account.
    pub account: &'static str,
    pub manage_contacts: &'static str,
    pub user_management: &'static str,
    pub delegate_access: &'static str,
    pub sub_accounts: &'static str,
    pub services: &'static str,
    pub domains: &'static str,
    pub billing: &'static str,
    pub support: &'static str,
    pub data_center: &'static str,
    pub order: &'static str,
    pub activity: &'static str,
    pub my_account: &'static str,
    pub security: &'static str,
    pub sign_out: &'static str,
    pub management_mode: &'static str,
    /// The link to the chooser.
    pub all_accounts: &'static str,
    /// Nothing was sent, for there is no network.
    pub offline: &'static str,
    /// Nothing came back from the server.
    pub unreachable: &'static str,
    /// Whether to leave a page with a form that is half filled in.
    pub leave: &'static str,
    /// What is lost then.
    pub leave_text: &'static str,
    /// The button that leaves it.
    pub leave_yes: &'static str,
    /// The button that does not.
    pub leave_no: &'static str,
    /// The banner of Management Mode.
    pub accessing: fn(&str) -> String,
    /// The button that leaves it.
    pub exit_management_mode: &'static str,
    /// The banner while viewing as a contact.
    pub viewing_as: fn(&str) -> String,
    /// What that means.
    pub view_only: &'static str,
    /// Ends it.
    pub stop: &'static str,
    pub account_suspended: &'static str,
    pub account_closed: &'static str,
    /// In the foot, before the support address.
    pub help: &'static str,
    /// In the foot of a demonstration.
    pub demo: &'static str,
    /// While something loads.
    pub loading: &'static str,
    /// Back to the first page.
    pub to_start: &'static str,
    /// Back to the account's first page.
    pub to_dashboard: &'static str,
    /// The title of the page for what does not exist.
    pub not_found: &'static str,
    /// What it says.
    pub not_found_text: &'static str,
    /// The title of the page for what is refused.
    pub forbidden: &'static str,
    /// How to get the right.
    pub forbidden_ask: &'static str,
    /// Leads to one's own rights.
    pub my_rights: &'static str,
    /// The page of one's own rights on an account.
    pub my_rights_here: &'static str,
    /// The title when the portal is busy.
    pub unavailable: &'static str,
    /// The title when it failed.
    pub failed: &'static str,
    /// The title when it could not read the request.
    pub malformed: &'static str,
    /// The title when there were too many attempts.
    pub too_many: &'static str,
    /// Loads the page again.
    pub try_again: &'static str,
    /// Opens sign-in beside a form whose session ended.
    pub sign_in_new_tab: &'static str,
    active: &'static str,
    suspended: &'static str,
    closed: &'static str,
    owner: &'static str,
    co_owner: &'static str,
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
    /// A page to open.
    pub open: &'static str,
    /// On the dashboard of somebody who may do nothing.
    pub nothing_here: &'static str,
    /// What to do about it.
    pub nothing_here_text: &'static str,
    /// What Delegate Access is.
    pub delegate_lead: &'static str,
    pub write_support: &'static str,
}

impl ShellText {
    /// Where an account stands.
    pub const fn account_status(&self, status: AccountStatus) -> &'static str {
        match status {
            AccountStatus::Active => self.active,
            AccountStatus::Suspended => self.suspended,
            AccountStatus::Closed => self.closed,
        }
    }

    /// The kind of owner.
    pub const fn owner(&self, owner: OwnerKind) -> &'static str {
        match owner {
            OwnerKind::Legal => self.owner,
            OwnerKind::CoOwner => self.co_owner,
        }
    }

    /// The left menu's word for the people of the account (S0.29).
    pub const fn people(&self, word: PeopleWord) -> &'static str {
        match word {
            PeopleWord::Contacts => self.manage_contacts,
            PeopleWord::DelegateAccess => self.delegate_access,
            PeopleWord::UserManagement => self.user_management,
            PeopleWord::SubAccounts => self.sub_accounts,
        }
    }
}

const ONE: Total = Total::Exact(1);

pub const EN: ShellText = ShellText {
    skip: "Skip to content",
    main_menu: "Main menu",
    menu: "Menu",
    close_menu: "Close menu",
    messages: "Messages",
    dismiss: "Dismiss",
    dashboard: "Dashboard",
    account: "Account",
    manage_contacts: "Manage Contacts",
    user_management: "User management",
    delegate_access: "Delegate Access",
    sub_accounts: "Sub-accounts",
    services: "My Services",
    domains: "Domains",
    billing: "Billing & Payment",
    support: "Support",
    data_center: "Data Center",
    order: "Order",
    activity: "Activity",
    my_account: "My Account",
    security: "Security",
    sign_out: "Sign out",
    management_mode: "Management Mode",
    all_accounts: "All accounts",
    offline: "You are offline. Try again when you have a connection.",
    unreachable: "The portal did not answer. Try again in a moment.",
    leave: "Leave this page?",
    leave_text: "What you typed here has not been saved. It is lost when you leave.",
    leave_yes: "Leave",
    leave_no: "Stay here",
    accessing: |account| format!("You are accessing {account}"),
    exit_management_mode: "Exit Management Mode",
    viewing_as: |name| format!("You are viewing the portal as {name}"),
    view_only: "You see what they see, and nothing can be changed.",
    stop: "Stop",
    account_suspended: "This account is suspended. Paying and support still work; operations and orders do not.",
    account_closed: "This account is closed. Its invoices and tickets can still be read.",
    help: "Help:",
    demo: "Demonstration with made-up data",
    loading: "Loading",
    to_start: "To the start page",
    to_dashboard: "To the dashboard",
    not_found: "Page not found",
    not_found_text: "This page does not exist, or it is not yours to see. Check the address, or go on from the start page.",
    forbidden: "You do not have access to this",
    forbidden_ask: "Whoever manages the people of this account can give it to you too.",
    my_rights: "See what you may do here",
    my_rights_here: "Your access",
    unavailable: "The portal is busy",
    failed: "Something went wrong",
    malformed: "This request could not be read",
    too_many: "Too many attempts",
    try_again: "Try again",
    sign_in_new_tab: "Sign in in a new tab",
    active: "Active",
    suspended: "Suspended",
    closed: "Closed",
    owner: "Owner",
    co_owner: "Co-owner",
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
    open: "Open",
    nothing_here: "There is nothing for you here yet",
    nothing_here_text: "You can open this account, but no right has been given to you. Ask an owner of the account what you need.",
    delegate_lead: "Give other people exactly the access they need.",
    write_support: "Write to support",
};

pub const DE: ShellText = ShellText {
    skip: "Zum Inhalt springen",
    main_menu: "Hauptmenü",
    menu: "Menü",
    close_menu: "Menü schließen",
    messages: "Meldungen",
    dismiss: "Ausblenden",
    dashboard: "Übersicht",
    account: "Konto",
    manage_contacts: "Kontakte verwalten",
    user_management: "Benutzerverwaltung",
    delegate_access: "Zugriff übertragen",
    sub_accounts: "Unterkonten",
    services: "Meine Dienste",
    domains: "Domains",
    billing: "Rechnungen & Zahlung",
    support: "Support",
    data_center: "Rechenzentrum",
    order: "Bestellen",
    activity: "Aktivität",
    my_account: "Mein Konto",
    security: "Sicherheit",
    sign_out: "Abmelden",
    management_mode: "Verwaltungsmodus",
    all_accounts: "Alle Konten",
    offline: "Sie sind offline. Versuchen Sie es erneut, sobald Sie eine Verbindung haben.",
    unreachable: "Das Portal hat nicht geantwortet. Versuchen Sie es gleich noch einmal.",
    leave: "Diese Seite verlassen?",
    leave_text: "Ihre Eingaben sind noch nicht gespeichert. Sie gehen verloren, wenn Sie die Seite verlassen.",
    leave_yes: "Verlassen",
    leave_no: "Hier bleiben",
    accessing: |account| format!("Sie greifen auf {account} zu"),
    exit_management_mode: "Verwaltungsmodus beenden",
    viewing_as: |name| format!("Sie sehen das Portal als {name}"),
    view_only: "Sie sehen, was diese Person sieht; ändern lässt sich nichts.",
    stop: "Beenden",
    account_suspended: "Dieses Konto ist gesperrt. Zahlungen und Support sind weiter möglich, Aktionen und Bestellungen nicht.",
    account_closed: "Dieses Konto ist geschlossen. Rechnungen und Tickets bleiben lesbar.",
    help: "Hilfe:",
    demo: "Vorführung mit erfundenen Daten",
    loading: "Wird geladen",
    to_start: "Zur Startseite",
    to_dashboard: "Zur Übersicht",
    not_found: "Seite nicht gefunden",
    not_found_text: "Diese Seite gibt es nicht, oder Sie dürfen sie nicht sehen. Prüfen Sie die Adresse oder gehen Sie zur Startseite.",
    forbidden: "Darauf haben Sie keinen Zugriff",
    forbidden_ask: "Auch wer die Personen dieses Kontos verwaltet, kann es Ihnen geben.",
    my_rights: "Zeigen, was Sie hier dürfen",
    my_rights_here: "Ihr Zugriff",
    unavailable: "Das Portal ist ausgelastet",
    failed: "Da ist etwas schiefgegangen",
    malformed: "Diese Anfrage war nicht lesbar",
    too_many: "Zu viele Versuche",
    try_again: "Noch einmal versuchen",
    sign_in_new_tab: "In neuem Tab anmelden",
    active: "Aktiv",
    suspended: "Gesperrt",
    closed: "Geschlossen",
    owner: "Inhaber",
    co_owner: "Mitinhaber",
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
    open: "Öffnen",
    nothing_here: "Hier ist noch nichts für Sie",
    nothing_here_text: "Sie können dieses Konto öffnen, haben aber noch keine Rechte. Bitten Sie einen Inhaber des Kontos um das, was Sie brauchen.",
    delegate_lead: "Geben Sie anderen Personen genau den Zugriff, den sie brauchen.",
    write_support: "Dem Support schreiben",
};
