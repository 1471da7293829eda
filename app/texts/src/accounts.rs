//! How many accounts there are, what is on one, what happened there, and who did it.

use crate::{
    AccountsActivityText, AccountsDashboardNeedsText, AccountsDashboardText, AccountsDashboardYearText, AccountsText,
};
use domain::asking::WAITING_COUNTED;
use domain::audit::{AccountFactKind, InstallationFactKind};
use domain::by::By;
use domain::list::{COUNTED, Total};
use domain::time::Month;

impl AccountsText {
    /// How many accounts match.
    pub fn found(&self, count: usize) -> String {
        let said = if count == 1 { self.found_one } else { self.found_many };
        said.replace("{count}", &count.to_string())
    }

    /// What the log says of a fact.
    pub const fn fact(&self, kind: AccountFactKind) -> &'static str {
        match kind {
            AccountFactKind::Created => self.fact_created,
            AccountFactKind::Imported => self.fact_imported,
            AccountFactKind::Pinned => self.fact_pinned,
            AccountFactKind::Unpinned => self.fact_unpinned,
        }
    }
}

impl AccountsActivityText {
    /// How many events.
    pub fn count(&self, total: Total) -> String {
        match total {
            Total::Exact(count) => self.count_exact(count),
            Total::Many => self.count_many.to_owned(),
        }
    }

    /// What the log says of a fact that concerns the whole installation.
    pub const fn installation(&self, kind: InstallationFactKind) -> &'static str {
        match kind {
            InstallationFactKind::AllRevoked => self.installation_all_revoked,
        }
    }

    /// Whoever did something: "NAME did".
    pub fn by(&self, by: &By) -> String {
        signed(by, self.your_provider, self.unnamed_contact)
    }

    /// The same after "by".
    pub fn by_whom(&self, by: &By) -> String {
        signed(by, self.by_your_provider, self.by_unnamed_contact)
    }
}

fn signed(by: &By, provider: &str, unnamed: &str) -> String {
    match by {
        By::Provider => provider.to_owned(),
        By::Person { name, .. } if name.is_empty() => unnamed.to_owned(),
        By::Person { name, email: Some(email), .. } => format!("{name} ({email})"),
        By::Person { name, email: None, .. } => String::from(name),
    }
}

impl AccountsDashboardText {
    /// What stands under the number of active services.
    pub fn active_services(&self, total: Total) -> String {
        self.active_services_label(chosen_by(total))
    }

    /// The same of services that are not all active.
    pub fn services(&self, total: Total) -> String {
        self.services_label(chosen_by(total))
    }

    /// What stands under the number of domain names.
    pub fn domain_names(&self, total: Total) -> String {
        self.domain_names_label(chosen_by(total))
    }

    /// What stands under the number of unpaid invoices.
    pub fn unpaid_invoices(&self, total: Total) -> String {
        self.unpaid_invoices_label(chosen_by(total))
    }

    /// So many requests for access wait for one's decision.
    pub fn requests(&self, count: usize) -> String {
        if count > WAITING_COUNTED { self.requests_many(WAITING_COUNTED) } else { self.requests_exact(count) }
    }

    /// What stands under the number of people of the account.
    pub fn people(&self, total: Total) -> String {
        self.people_label(chosen_by(total))
    }
}

impl AccountsDashboardNeedsText {
    /// The link to those that are not named, where there are any.
    pub fn more_of(&self, total: Total) -> Option<String> {
        match total {
            Total::Exact(0) => None,
            Total::Exact(count) => Some(self.more(count)),
            Total::Many => Some(self.more_many.to_owned()),
        }
    }

    /// How many people get no emails, where there are any.
    pub fn people_without_mails(&self, total: Total) -> Option<String> {
        match total {
            Total::Exact(0) => None,
            Total::Exact(count) => Some(self.without_mails(count)),
            Total::Many => Some(self.without_mails_many.to_owned()),
        }
    }
}

impl AccountsDashboardYearText {
    /// What a month is called.
    pub fn name(&self, month: Month) -> String {
        self.month_of_year(month.number, &month.year.to_string())
    }
}

/// The number that chooses the words for a total: for more than are counted, the highest that is.
const fn chosen_by(total: Total) -> i64 {
    match total {
        Total::Exact(count) => count,
        Total::Many => COUNTED,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{de, en};
    use domain::asking::WAITING_COUNTED;
    use domain::list::Total;
    use domain::time::Month;

    #[test]
    fn one_is_not_many() {
        let (en, de) = (&en().accounts, &de().accounts);
        assert_eq!(en.invoices(1), "1 overdue invoice");
        assert_eq!((en.found(1), de.found(12)), ("1 account".to_owned(), "12 Konten".to_owned()));
        assert_eq!(en.services(2), "2 services expiring or expired");
        assert_eq!(de.domains(1), "1 Domain läuft aus oder ist abgelaufen");
    }

    #[test]
    fn months_have_names_and_days_words() {
        let (en, de) = (&en().accounts.dashboard, &de().accounts.dashboard);
        let month = |number| Month { year: 2026, number };
        assert_eq!((en.year.name(month(1)), en.year.name(month(12))), ("Jan 2026".to_owned(), "Dec 2026".to_owned()));
        assert_eq!(de.year.name(month(3)), "März 2026");
        assert_eq!(
            [0, 1, 2].map(|days| en.needs.overdue(days)),
            ["was due today", "is 1 day overdue", "is 2 days overdue"]
        );
        assert_eq!(de.needs.expires(1), "läuft morgen aus");
        assert_eq!(en.needs.more_of(Total::Exact(0)), None);
        assert_eq!(en.needs.more_of(Total::Exact(7)), Some("and 7 more".to_owned()));
    }

    #[test]
    fn more_than_are_counted_are_many() {
        let (en, de) = (&en().accounts.dashboard, &de().accounts.dashboard);
        assert_eq!(en.people(Total::Exact(1)), "Person on this account");
        assert_eq!(de.people(Total::Many), "Personen in diesem Konto");
        assert_eq!(en.requests(WAITING_COUNTED), "99 requests to decide");
        assert_eq!(de.requests(WAITING_COUNTED + 1), "99+ Anfragen zu entscheiden");
    }
}
