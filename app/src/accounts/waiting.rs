//! What waits for somebody on an account, in words, each with the page where it is.

use crate::text::texts;
use domain::account::AccountEntry;
use domain::acting::Acting;
use domain::paths;
use texts::AccountsText;

/// One thing that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    /// In words.
    pub text: String,
    /// Where it is.
    pub href: String,
}

/// How many of a thing wait, in words.
type Words = fn(&AccountsText, usize) -> String;

/// What waits on an account, the pressing first. Where nothing does, or a right is missing, there is nothing.
pub fn waits(account: &AccountEntry) -> Vec<Waits> {
    let text = &texts().accounts;
    let acting = Acting { account: account.id, viewing: None };
    let waiting = &account.waiting;
    let ends = account.ends.as_ref().map(|at| Waits { text: text.ends(&at.text), href: paths::settings(acting) });
    let counts: [(Option<usize>, Words, String); 4] = [
        (waiting.invoices, AccountsText::invoices, paths::billing(acting)),
        (waiting.services, AccountsText::services, paths::all_services(acting)),
        (waiting.domains, AccountsText::domains, paths::domains(acting)),
        (waiting.contacts, AccountsText::contacts, paths::contacts(acting)),
    ];
    let counts = counts.into_iter().filter_map(|(count, words, href)| {
        let count = count.filter(|count| *count > 0)?;
        Some(Waits { text: words(text, count), href })
    });
    ends.into_iter().chain(counts).collect()
}
