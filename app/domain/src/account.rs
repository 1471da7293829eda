//! Accounts: customers of the provider.

pub mod dashboard;
mod port;

pub use dashboard::Dashboard;
pub use port::Accounts;

use crate::access::ActorView;
use crate::asking::OpenRequests;
use crate::contact::{AccessSummary, HeldRight, Verdict};
use crate::id::{AccountId, SubmissionId};
use crate::mark::MarkLook;
use crate::owner::OwnerKind;
use crate::status::AccountStatus;
use crate::template::Template;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// How long before its end an access counts as ending soon: 14 days, in milliseconds.
pub const ACCESS_ENDS_SOON_MS: i64 = 14 * 24 * 3600 * 1000;

/// An account in the chooser and the Management Mode list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountEntry {
    /// Which account.
    pub id: AccountId,
    /// Its name.
    pub name: String,
    /// The name as it is sorted and searched: lower case, no diacritics.
    pub sort_name: String,
    /// The look of its mark, among all accounts of the person.
    pub mark: MarkLook,
    /// Its status.
    pub status: AccountStatus,
    /// What the person has there.
    pub owner: Option<OwnerKind>,
    /// What the rights come to in words: roles and template.
    pub access: AccessSummary,
    /// Whether the person keeps it at the top.
    pub pinned: bool,
    /// When the person's own access ends, where that is soon.
    pub ends: Option<Moment>,
    /// What waits for the person there.
    pub waiting: Waiting,
    /// Whether the person may end their own access.
    pub leave: Verdict,
}

impl AccountEntry {
    /// Whether something there wants the person's attention.
    pub fn needs_attention(&self) -> bool {
        self.ends.is_some() || self.waiting.any()
    }

    /// Whether every one of `words`, lower case, stands somewhere in the name, with or without its diacritics.
    pub fn matches(&self, words: &str) -> bool {
        let name = self.name.to_lowercase();
        words.split_whitespace().all(|word| self.sort_name.contains(word) || name.contains(word))
    }
}

/// Everything the shell of an account page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountView {
    /// The account's name.
    pub name: String,
    /// The look of its mark, among all accounts of the caller.
    pub mark: MarkLook,
    /// What the caller may do in it.
    pub actor: ActorView,
    /// When viewing as a contact: that contact's name.
    pub viewing_name: Option<String>,
    /// Whether it is an account of somebody else, while the caller may act for several: Management Mode.
    pub management_mode: bool,
    /// Where leaving Management Mode leads: the one account the person owns, else the chooser.
    pub exit_to: Option<AccountId>,
    /// The provider's own templates and the account's, which are offered after the built-in ones, for whoever sees the
    /// list of contacts.
    pub own_templates: Vec<Template>,
    /// The requests for access that are open: one's own, and how many one can decide.
    pub requests: OpenRequests,
}

/// What waits for somebody on an account. Where they lack the right there is no count, which is not nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Waiting {
    /// Invoices past due.
    pub invoices: Option<usize>,
    /// Services that end soon or have run out, of those the person sees.
    pub services: Option<usize>,
    /// Domains that end soon or have run out.
    pub domains: Option<usize>,
    /// Other people whose access ends soon.
    pub contacts: Option<usize>,
}

impl Waiting {
    fn any(&self) -> bool {
        [self.invoices, self.services, self.domains, self.contacts].into_iter().flatten().any(|count| count > 0)
    }
}

/// What somebody may do on an account, right by right. An owner may do everything, which has no sources.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OwnAccess {
    /// Roles and template, in the fewest words.
    pub access: AccessSummary,
    /// The template they began with, as it is now.
    pub template: Option<Template>,
    /// When all of it ends.
    pub ends: Option<Moment>,
    /// Every right: privileges, then operations by place.
    pub held: Vec<HeldRight>,
}

/// The command to keep an account at the top of one's own list, or no longer. Sent twice it is the same as once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PinAccount {
    /// Whether it stands at the top from now on.
    pub pinned: bool,
}

/// The command to end one's own access.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaveAccount {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::{MarkColour, MarkShape};
    use uuid::Uuid;

    fn entry(name: &str, sort_name: &str) -> AccountEntry {
        AccountEntry {
            id: AccountId::new(Uuid::nil()),
            name: name.to_owned(),
            sort_name: sort_name.to_owned(),
            mark: MarkLook { colour: MarkColour::Teal, shape: MarkShape::Square },
            status: AccountStatus::Active,
            owner: None,
            access: AccessSummary::default(),
            pinned: false,
            ends: None,
            waiting: Waiting::default(),
            leave: Verdict::Allowed,
        }
    }

    #[test]
    fn an_account_is_found_by_any_words_of_its_name_with_and_without_diacritics() {
        let cafe = entry("Café Sol", "cafe sol");
        for words in ["", "cafe", "café", "sol ca", "  sol  "] {
            assert!(cafe.matches(words), "{words:?}");
        }
        assert!(!cafe.matches("cafe luna"));
    }

    #[test]
    fn nought_is_no_reason_to_look() {
        let quiet = Waiting { invoices: Some(0), ..Waiting::default() };
        assert!(!AccountEntry { waiting: quiet, ..entry("A", "a") }.needs_attention());
        let late = Waiting { invoices: Some(1), ..Waiting::default() };
        assert!(AccountEntry { waiting: late, ..entry("A", "a") }.needs_attention());
    }
}
