//! Search across an account: what is searched, and what it finds.

use crate::acting::Acting;
use crate::billing::{InvoiceStatus, Money};
use crate::caller::Caller;
use crate::domains::DomainStatus;
use crate::error::PortalError;
use crate::id::{AccountId, ContactId, DomainId, ServiceId};
use crate::service::{MachineState, ServiceKind, ServiceStatus};
use crate::status::ContactStatus;
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// The longest search in characters; what comes after them is left out.
pub const LONGEST: usize = 200;

/// How many of each kind are found at most.
pub const FOUND_EACH: usize = 10;

/// What somebody searches for: never empty, never longer than [`LONGEST`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchWords(String);

impl SearchWords {
    /// Reads what was typed; `None` where that is nothing.
    pub fn read(typed: &str) -> Option<Self> {
        let words: String = typed.trim().chars().take(LONGEST).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The first of a kind that were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found<T> {
    /// Up to [`FOUND_EACH`] of them.
    pub rows: Vec<T>,
    /// Whether there are more.
    pub more: bool,
}

impl<T> Found<T> {
    /// The first of `rows`, of which one more than [`FOUND_EACH`] was read.
    pub fn of(mut rows: Vec<T>) -> Self {
        let more = rows.len() > FOUND_EACH;
        rows.truncate(FOUND_EACH);
        Self { rows, more }
    }
}

/// Somebody who was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonHit {
    /// Which contact.
    pub id: ContactId,
    /// Its name.
    pub name: String,
    /// Its address.
    pub email: String,
    /// Where it stands.
    pub status: ContactStatus,
}

/// A service that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceHit {
    /// Which.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// The product it is, in the provider's words.
    pub product: String,
    /// Its kind.
    pub kind: ServiceKind,
    /// Where it stands.
    pub status: ServiceStatus,
    /// Whether it runs, where a driver says so.
    pub state: Option<MachineState>,
    /// Its main address.
    pub address: Option<String>,
}

/// A domain that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainHit {
    /// Which.
    pub id: DomainId,
    /// Its name, as people read it.
    pub name: String,
    /// Where it stands.
    pub status: DomainStatus,
}

/// An invoice that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceHit {
    /// The number printed on it.
    pub number: String,
    /// Where it stands.
    pub status: InvoiceStatus,
    /// Whether it is unpaid and past due.
    pub overdue: bool,
    /// What it comes to.
    pub total: Money,
}

/// What a search finds on an account. Where the reader lacks the right to a list there is nothing, which is not an empty
/// list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// People; deleted ones are found in their own list only.
    pub people: Option<Found<PersonHit>>,
    /// Services, of those the reader sees.
    pub services: Option<Found<ServiceHit>>,
    /// Domains.
    pub domains: Option<Found<DomainHit>>,
    /// Invoices.
    pub invoices: Option<Found<InvoiceHit>>,
}

/// An account of one's own that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountHit {
    /// Which account.
    pub id: AccountId,
    /// Its name.
    pub name: String,
}

/// Searching: each kind as far as its list shows it to whoever asks.
#[async_trait]
pub trait Search: Send + Sync {
    /// What the words find on an account.
    async fn find(&self, caller: &Caller, acting: Acting, words: SearchWords) -> Result<Findings, PortalError>;
    /// The accounts that the caller may act for, by name: those whose name holds each of the words, or the first ones
    /// where there are none.
    async fn accounts(&self, caller: &Caller, words: Option<SearchWords>) -> Result<Found<AccountHit>, PortalError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_searched_is_neither_empty_nor_endless() {
        assert_eq!(SearchWords::read(" \t "), None);
        assert_eq!(SearchWords::read(" web 01 ").as_ref().map(SearchWords::as_str), Some("web 01"));
        let long = SearchWords::read(&"ž".repeat(10_000));
        assert_eq!(long.map(|words| words.as_str().chars().count()), Some(LONGEST));
    }

    #[test]
    fn ten_are_found_and_that_there_are_more() {
        let found = |count: usize| Found::of((0..count).collect());
        assert_eq!((found(10).rows.len(), found(10).more), (10, false));
        assert_eq!((found(11).rows.len(), found(11).more), (10, true));
    }
}
