//! The words of the frame: menus, banners, titles. What the pages for what goes wrong say is in a file of its own.

mod problem_pages;

use domain::owner::OwnerKind;
use domain::provider::PeopleWord;
use domain::status::AccountStatus;
use problem_pages::ProblemPagesText;

/// The words of the frame.
#[derive(Debug)]
pub struct ShellText {
    /// What the pages for what goes wrong say.
    pub problem_pages: ProblemPagesText,

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
    /// Back to the first page.
    pub to_start: &'static str,
    /// Back to the account's first page.
    pub to_dashboard: &'static str,
    /// The page of one's own rights on an account.
    pub my_rights_here: &'static str,
    /// Opens sign-in beside a form whose session ended.
    pub sign_in_new_tab: &'static str,
    active: &'static str,
    suspended: &'static str,
    closed: &'static str,
    owner: &'static str,
    co_owner: &'static str,
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

pub const EN: ShellText = ShellText {
    problem_pages: problem_pages::EN,
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
    to_start: "To the start page",
    to_dashboard: "To the dashboard",
    my_rights_here: "Your access",
    sign_in_new_tab: "Sign in in a new tab",
    active: "Active",
    suspended: "Suspended",
    closed: "Closed",
    owner: "Owner",
    co_owner: "Co-owner",
    delegate_lead: "Give other people exactly the access they need.",
    write_support: "Write to support",
};

pub const DE: ShellText = ShellText {
    problem_pages: problem_pages::DE,
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
    to_start: "Zur Startseite",
    to_dashboard: "Zur Übersicht",
    my_rights_here: "Ihr Zugriff",
    sign_in_new_tab: "In neuem Tab anmelden",
    active: "Aktiv",
    suspended: "Gesperrt",
    closed: "Geschlossen",
    owner: "Inhaber",
    co_owner: "Mitinhaber",
    delegate_lead: "Geben Sie anderen Personen genau den Zugriff, den sie brauchen.",
    write_support: "Dem Support schreiben",
};
