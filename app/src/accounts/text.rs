//! The words of the list of accounts, of leaving one, and of what tells accounts apart.

mod activity;
mod dashboard;
mod settings;

use activity::ActivityText;
use dashboard::DashboardText;
use domain::audit::AccountFactKind;
use settings::SettingsText;

/// The words of accounts.
#[derive(Debug)]
pub struct AccountsText {
    /// The first page of one.
    pub dashboard: DashboardText,
    /// Who did what on an account.
    pub activity: ActivityText,
    /// One's own access to it.
    pub settings: SettingsText,

    pub search: &'static str,
    /// Searches without JavaScript.
    pub find: &'static str,
    /// How many accounts match, for those who hear it: of one, and of several with `{count}` for how many. The browser's
    /// program counts, too.
    pub found_one: &'static str,
    pub found_many: &'static str,
    /// No account matches.
    pub none_found: &'static str,
    /// What to do then.
    pub none_found_text: &'static str,
    /// Above the tabs.
    pub which: &'static str,
    /// The tab of all accounts.
    pub all: &'static str,
    /// The tab of those where something waits.
    pub attention: &'static str,
    /// Nothing waits anywhere.
    pub all_quiet: &'static str,
    /// What that means.
    pub all_quiet_text: &'static str,
    /// The button, pressed or not, that keeps an account at the top.
    pub pin: fn(&str) -> String,
    /// It stands at the top.
    pub pinned: &'static str,
    /// Invoices past due.
    pub invoices: fn(usize) -> String,
    /// Services that end.
    pub services: fn(usize) -> String,
    /// Domains that end.
    pub domains: fn(usize) -> String,
    /// People whose access ends.
    pub contacts: fn(usize) -> String,
    /// One's own access ends.
    pub ends: fn(&str) -> String,
    /// Ends one's own access: link and button.
    pub leave: &'static str,
    pub leave_title: fn(&str) -> String,
    /// What it does.
    pub leave_text: &'static str,
    /// What it does to those who have nothing else.
    pub leave_last: &'static str,
    /// Afterwards.
    pub left: &'static str,
    /// Under a question: on which account.
    pub of_account: fn(&str) -> String,
    /// What the log says of a fact.
    pub fact: fn(AccountFactKind) -> &'static str,
}

impl AccountsText {
    /// How many accounts match.
    pub fn found(&self, count: usize) -> String {
        plural(count, self.found_one, self.found_many).replace("{count}", &count.to_string())
    }
}

const fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

pub const EN: AccountsText = AccountsText {
    dashboard: dashboard::EN,
    activity: activity::EN,
    settings: settings::EN,
    search: "Search accounts",
    find: "Search",
    found_one: "1 account",
    found_many: "{count} accounts",
    none_found: "No account matches",
    none_found_text: "Check the spelling, or look through all of them.",
    which: "Which accounts",
    all: "All",
    attention: "Needs attention",
    all_quiet: "Nothing needs attention",
    all_quiet_text: "No invoice you can see is overdue, and nothing you can see is about to end.",
    pin: |name| format!("Pin {name}"),
    pinned: "Pinned",
    invoices: |count| format!("{count} overdue {}", plural(count, "invoice", "invoices")),
    services: |count| format!("{count} {} expiring or expired", plural(count, "service", "services")),
    domains: |count| format!("{count} {} expiring or expired", plural(count, "domain", "domains")),
    contacts: |count| format!("Access of {count} {} ends soon", plural(count, "person", "people")),
    ends: |date| format!("Your access ends {date}"),
    leave: "Leave this account",
    leave_title: |name| format!("Leave {name}?"),
    leave_text: "Your access ends at once, here and in every open tab. Only somebody who manages the account can give it back. Its owners are told by mail.",
    leave_last: "If you have no other account, you are signed out, and your password stops working.",
    left: "You have left the account. Its owners are told by mail.",
    of_account: |name| format!("of {name}"),
    fact: |kind| match kind {
        AccountFactKind::Created => "created the account",
        AccountFactKind::Imported => "imported data",
        AccountFactKind::Pinned => "pinned an account",
        AccountFactKind::Unpinned => "unpinned an account",
    },
};

pub const DE: AccountsText = AccountsText {
    dashboard: dashboard::DE,
    activity: activity::DE,
    settings: settings::DE,
    search: "Konten suchen",
    find: "Suchen",
    found_one: "1 Konto",
    found_many: "{count} Konten",
    none_found: "Kein Konto passt dazu",
    none_found_text: "Prüfen Sie die Schreibweise, oder sehen Sie alle durch.",
    which: "Welche Konten",
    all: "Alle",
    attention: "Braucht Aufmerksamkeit",
    all_quiet: "Es ist nichts zu tun",
    all_quiet_text: "Keine Rechnung, die Sie sehen, ist überfällig, und nichts, was Sie sehen, läuft bald aus.",
    pin: |name| format!("{name} anheften"),
    pinned: "Angeheftet",
    invoices: |count| format!("{count} überfällige {}", plural(count, "Rechnung", "Rechnungen")),
    services: |count| match count {
        1 => "1 Dienst läuft aus oder ist abgelaufen".to_owned(),
        _ => format!("{count} Dienste laufen aus oder sind abgelaufen"),
    },
    domains: |count| match count {
        1 => "1 Domain läuft aus oder ist abgelaufen".to_owned(),
        _ => format!("{count} Domains laufen aus oder sind abgelaufen"),
    },
    contacts: |count| format!("Zugang von {count} {} endet bald", plural(count, "Person", "Personen")),
    ends: |date| format!("Ihr Zugang endet: {date}"),
    leave: "Dieses Konto verlassen",
    leave_title: |name| format!("{name} verlassen?"),
    leave_text: "Ihr Zugang endet sofort, hier und in jedem offenen Tab. Zurückgeben kann ihn nur, wer das Konto verwaltet. Die Inhaber erfahren es per E-Mail.",
    leave_last: "Wenn Sie kein anderes Konto haben, werden Sie abgemeldet, und Ihr Passwort gilt nicht mehr.",
    left: "Sie haben das Konto verlassen. Die Inhaber erfahren es per E-Mail.",
    of_account: |name| format!("im Konto {name}"),
    fact: |kind| match kind {
        AccountFactKind::Created => "hat das Konto angelegt",
        AccountFactKind::Imported => "hat Daten importiert",
        AccountFactKind::Pinned => "hat ein Konto angeheftet",
        AccountFactKind::Unpinned => "hat ein Konto gelöst",
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        assert_eq!((EN.invoices)(1), "1 overdue invoice");
        assert_eq!((EN.found(1), DE.found(12)), ("1 account".to_owned(), "12 Konten".to_owned()));
        assert_eq!((EN.services)(2), "2 services expiring or expired");
        assert_eq!((DE.domains)(1), "1 Domain läuft aus oder ist abgelaufen");
    }
}
