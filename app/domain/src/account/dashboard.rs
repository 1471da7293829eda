//! The first page of an account: what needs its reader, what comes, what was billed, what happened.
//!
//! Where the reader lacks the right to see something there is nothing of it, which is not nought.

use crate::account::Waiting;
use crate::audit::ActivityRow;
use crate::billing::Money;
use crate::contact::Verdict;
use crate::id::{AccessRequestId, ContactId, InvoiceId, SubmissionId};
use crate::list::Total;
use crate::right::{Place, Right};
use crate::service::ServiceRow;
use crate::time::{Moment, Month};
use serde::{Deserialize, Serialize};

/// How many things of a kind are named at most.
pub const NAMED: usize = 5;
/// How many things that end in one month are named at most.
pub const NAMED_A_MONTH: usize = 3;
/// How many services are listed at most.
pub const SERVICES: usize = 6;
/// How many events are listed at most.
pub const EVENTS: usize = 6;
/// How many currencies have a picture of what was billed, those of most invoices first.
pub const CURRENCIES: usize = 3;
/// How many months there are, ahead and back.
pub const MONTHS: usize = 12;
/// How long before its end an invitation is named: two days, in milliseconds.
pub const INVITATION_ENDS_SOON_MS: i64 = 2 * 24 * 3600 * 1000;

/// What an account's first page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dashboard {
    /// How much there is.
    pub numbers: Numbers,
    /// What waits for the reader, as the chooser says it.
    pub waiting: Waiting,
    /// The same by name, with what else needs them.
    pub needs: Needs,
    /// What comes due in the months ahead, from the present one on.
    pub year: Option<Vec<MonthAhead>>,
    /// What was billed in the months behind, up to the present one: each currency by itself.
    pub billed: Option<Vec<Billed>>,
    /// The first services, by name.
    pub services: Option<Vec<ServiceRow>>,
    /// The latest events, without what changed.
    pub activity: Option<Vec<ActivityRow>>,
    /// The submission id for the forms of this page.
    pub submission: SubmissionId,
}

/// An account in numbers: each is the number of rows of the list that it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// Services: the active ones for whoever sees all, else all that the reader sees.
    pub services: Option<Total>,
    /// Domains.
    pub domains: Option<Total>,
    /// Unpaid invoices.
    pub invoices: Option<Total>,
    /// People.
    pub contacts: Option<Total>,
}

/// The first of some things, and how many there are beside them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Few<T> {
    /// The first, up to [`NAMED`].
    pub rows: Vec<T>,
    /// How many more there are.
    pub more: Total,
}

impl<T> Few<T> {
    /// None of them.
    pub const NONE: Self = Self { rows: Vec::new(), more: Total::Exact(0) };

    /// The first of so many.
    pub fn of(rows: Vec<T>, all: Total) -> Self {
        let named = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        let more = match all {
            Total::Exact(count) => Total::Exact((count - named).max(0)),
            Total::Many => Total::Many,
        };
        Self { rows, more }
    }
}

/// What needs the reader, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Needs {
    /// The account itself, where it is offered to them.
    pub ownership: Option<OwnershipOffered>,
    /// When their own access ends, where that is soon.
    pub ends: Option<Due>,
    /// Requests for access that they can decide, oldest first.
    pub requests: Few<RequestWaiting>,
    /// Unpaid invoices, those due first before the others.
    pub invoices: Few<InvoiceUnpaid>,
    /// Services that end soon or have run out, those whose end is nearest first.
    pub services: Few<Expiring>,
    /// Domains, the same.
    pub domains: Few<Expiring>,
    /// Other people whose access ends soon.
    pub access: Few<AccessEnding>,
    /// Invitations that end soon, where the reader may send some again.
    pub ending: Few<Unanswered>,
    /// Invitations that have run out.
    pub expired: Few<Unanswered>,
    /// People for whom nobody has chosen any mails, where the reader may choose for others. Owners get some anyway.
    pub without_mails: Total,
}

/// A date, and how many days of the reader's calendar it lies ahead; fewer than none for one that is past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The date.
    pub at: Moment,
    /// How far.
    pub days: i64,
}

/// An offer of the account to its reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnershipOffered {
    /// The name of whoever offers it.
    pub from: String,
    /// Until when it can be accepted.
    pub until: Due,
}

/// A request that one can decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestWaiting {
    /// Which request.
    pub id: AccessRequestId,
    /// The name of whoever asks.
    pub name: String,
    /// Which right.
    pub right: Right,
    /// Where.
    pub place: Place,
    /// When it was asked for.
    pub at: Moment,
}

/// An invoice that is to be paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceUnpaid {
    /// Which invoice.
    pub id: InvoiceId,
    /// The number printed on it.
    pub number: String,
    /// When it is to be paid.
    pub due: Option<Due>,
    /// Whether it is past due.
    pub overdue: bool,
    /// What it comes to.
    pub total: Money,
}

/// A service or a domain that ends soon or has run out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expiring {
    /// Its name.
    pub name: String,
    /// When it ends or ended.
    pub ends: Option<Due>,
    /// Whether it has run out.
    pub expired: bool,
}

/// Somebody else whose access ends soon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessEnding {
    /// Which contact.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// When it ends.
    pub ends: Due,
}

/// An invitation that nobody has answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unanswered {
    /// Which contact.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// When it ends or ended.
    pub ends: Due,
    /// Whether the reader may send it again, and if not, why not.
    pub again: Verdict,
}

/// What comes due in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthAhead {
    /// Which month.
    pub month: Month,
    /// Services that end.
    pub services: Ending,
    /// Domains that end.
    pub domains: Ending,
    /// How many invoices are due.
    pub invoices: i64,
    /// What they come to: each currency by itself.
    pub to_pay: Vec<Money>,
}

impl MonthAhead {
    /// How many things come due.
    pub const fn count(&self) -> i64 {
        self.services.count + self.domains.count + self.invoices
    }
}

/// What ends in a month.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ending {
    /// How many.
    pub count: i64,
    /// The first by name, up to [`NAMED_A_MONTH`].
    pub first: Vec<String>,
}

/// What was billed in a currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Billed {
    /// The ISO 4217 code.
    pub currency: String,
    /// Every month, oldest first.
    pub months: Vec<MonthBilled>,
}

impl Billed {
    /// All of it.
    pub fn total(&self) -> Money {
        self.money(self.months.iter().map(|month| month.paid + month.unpaid).sum())
    }

    /// An amount in this currency.
    pub fn money(&self, minor: i64) -> Money {
        Money { minor, currency: self.currency.clone() }
    }
}

/// What was billed in a month, in minor units. Invoices that were withdrawn or paid back don't count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthBilled {
    /// Which month.
    pub month: Month,
    /// What was paid of it.
    pub paid: i64,
    /// What was not.
    pub unpaid: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_named_is_counted() {
        let more = |rows: usize, all| Few::of(vec![(); rows], all).more;
        assert_eq!(more(5, Total::Exact(12)), Total::Exact(7));
        assert_eq!(more(5, Total::Exact(5)), Total::Exact(0));
        assert_eq!(more(5, Total::Exact(3)), Total::Exact(0), "never fewer than none");
        assert_eq!(more(5, Total::Many), Total::Many);
    }
}
