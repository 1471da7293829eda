//! What waits for somebody on an account, in words, each with the page where it is.

use crate::text::texts;
use domain::account::AccountEntry;
use domain::acting::Acting;
use domain::paths;

/// One thing that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    /// In words.
    pub text: String,
    /// Where it is.
    pub href: String,
}

/// What waits on an account, the pressing first. Where nothing does, or a right is missing, there is nothing.
pub fn waits(account: &AccountEntry) -> Vec<Waits> {
    let text = &texts().accounts;
    let acting = Acting { account: account.id, viewing: None };
    let waiting = &account.waiting;
    let ends = account.ends.as_ref().map(|at| Waits { text: (text.ends)(&at.text), href: paths::settings(acting) });
    let counts = [
        (waiting.invoices, text.invoices, paths::billing(acting)),
        (waiting.services, text.services, paths::all_services(acting)),
        (waiting.domains, text.domains, paths::domains(acting)),
        (waiting.contacts, text.contacts, paths::contacts(acting)),
    ];
    let counts = counts.into_iter().filter_map(|(count, words, href)| {
        let count = count.filter(|count| *count > 0)?;
        Some(Waits { text: words(count), href })
    });
    ends.into_iter().chain(counts).collect()
}
