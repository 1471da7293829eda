//! Asking for access: whoever meets "you lack this right" asks for it, and those who can give it decide.

mod port;

pub use port::Asking;

use crate::asked::Asked;
use crate::by::By;
use crate::error::PortalError;
use crate::id::{AccessRequestId, ContactId, DomainId, ServiceId, SubmissionId};
use crate::list::Page;
use crate::problem::Problem;
use crate::right::{Place, Right};
use crate::text;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// The longest reason and the longest word with a decision, in characters.
pub const REASON_MAX: usize = 300;

/// How many requests that wait are counted on every page of an account; of more it is said that there are more.
pub const WAITING_COUNTED: usize = 99;

/// Asking for a right.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AskForAccess {
    /// The key of the right, as [`Right::key`] gives it.
    pub right: String,
    /// For an operation: the service.
    pub service: Option<ServiceId>,
    /// For an operation on domains: the domain.
    pub domain: Option<DomainId>,
    /// What it is needed for.
    pub reason: String,
}

impl AskForAccess {
    /// What is asked for and why, checked.
    ///
    /// # Errors
    /// When there is no such right, or the reason is invalid.
    pub fn checked(&self) -> Result<(Asked, String), PortalError> {
        let unknown = PortalError::invalid("right", Problem::NotOffered);
        let right = Right::from_key(&self.right).ok_or_else(|| unknown.clone())?;
        let (fits_service, fits_domain) =
            (matches!(right, Right::Operation(_)), matches!(right, Right::DomainOperation(_)));
        if self.service.is_some() && !fits_service || self.domain.is_some() && !fits_domain {
            return Err(unknown);
        }
        let reason = match text::line(&self.reason, REASON_MAX) {
            Ok(reason) if reason.is_empty() => Err(Problem::Required),
            other => other,
        };
        let reason = reason.map_err(|problem| PortalError::invalid("reason", problem))?;
        Ok((Asked { right, service: self.service, domain: self.domain }, reason))
    }
}

/// What is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The right is given.
    Grant,
    /// It is not.
    Decline,
}

/// For how long a right is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duration {
    /// Until somebody takes it away.
    #[default]
    ForGood,
    /// For a day.
    OneDay,
    /// For seven days.
    SevenDays,
    /// For thirty days.
    ThirtyDays,
}

impl Duration {
    /// Every duration, in the order of the form.
    pub const ALL: [Self; 4] = [Self::ForGood, Self::OneDay, Self::SevenDays, Self::ThirtyDays];

    /// The value in the form.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ForGood => "for_good",
            Self::OneDay => "one_day",
            Self::SevenDays => "seven_days",
            Self::ThirtyDays => "thirty_days",
        }
    }

    /// How many seconds that is; `None` for good.
    pub const fn seconds(self) -> Option<i64> {
        match self {
            Self::ForGood => None,
            Self::OneDay => Some(86_400),
            Self::SevenDays => Some(7 * 86_400),
            Self::ThirtyDays => Some(30 * 86_400),
        }
    }
}

/// Deciding on a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecideAccess {
    /// Made when the page was rendered.
    pub submission: SubmissionId,
    /// Which request.
    pub request: AccessRequestId,
    /// What is decided.
    pub decision: Decision,
    /// For how long it is given.
    #[serde(default)]
    pub duration: Duration,
    /// A word to whoever asked; may be empty.
    #[serde(default)]
    pub word: String,
}

/// Withdrawing a request of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawRequest {
    /// Made when the page was rendered.
    pub submission: SubmissionId,
    /// Which request.
    pub request: AccessRequestId,
}

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestOutcome {
    /// The right was given.
    Granted,
    /// It was not.
    Declined,
    /// It was there by then: nothing was left to give.
    Met,
    /// Whoever asked withdrew it.
    Withdrawn,
}

impl RequestOutcome {
    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Declined => "declined",
            Self::Met => "met",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The outcome stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        let mut outcomes = [Self::Granted, Self::Declined, Self::Met, Self::Withdrawn].into_iter();
        outcomes.find(|outcome| outcome.key() == key)
    }
}

/// What the page of requests is asked with: where each of its lists begins, empty for the first page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RequestsQuery {
    /// One's own requests.
    pub own: String,
    /// Those of others.
    pub waiting: String,
}

/// The page of requests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requests {
    /// One's own, latest first.
    pub own: Page<OwnRequest>,
    /// Those of others that one can decide, oldest first.
    pub waiting: Page<WaitingRequest>,
    /// The submission id for the forms of this page.
    pub submission: SubmissionId,
}

/// A request of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRequest {
    /// Which request.
    pub id: AccessRequestId,
    /// Which right.
    pub right: Right,
    /// Where.
    pub place: Place,
    /// Why.
    pub reason: String,
    /// When it was asked for.
    pub at: Moment,
    /// What became of it; `None` while nobody has decided.
    pub decided: Option<Decided>,
}

/// What was decided on a request, or that it was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// What.
    pub outcome: RequestOutcome,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: By,
    /// Until when it was given; `None` for good.
    pub until: Option<Moment>,
    /// The word that came with it.
    pub word: String,
}

/// A request that one can decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingRequest {
    /// Which request.
    pub id: AccessRequestId,
    /// Who asks.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// Which right.
    pub right: Right,
    /// Where.
    pub place: Place,
    /// Why.
    pub reason: String,
    /// When it was asked for.
    pub at: Moment,
    /// Whether whoever asked can act at present: else it can only be declined.
    pub active: bool,
}

/// What the shell of an account's pages knows of requests.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OpenRequests {
    /// What one has asked for, and nobody has decided yet.
    pub own: Vec<Asked>,
    /// How many requests of others one can decide; one more than [`WAITING_COUNTED`] stands for all that are more.
    pub waiting: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::privilege::Privilege;
    use crate::role::Role;
    use uuid::Uuid;

    fn asking(right: &str, reason: &str) -> Result<(Asked, String), PortalError> {
        AskForAccess { right: right.to_owned(), reason: reason.to_owned(), ..AskForAccess::default() }.checked()
    }

    #[test]
    fn a_request_names_a_right_and_a_reason() {
        let asked = Asked::on_account(Right::Privilege(Privilege::BillingPay));
        assert_eq!(asking("billing.pay", " to pay "), Ok((asked, "to pay".to_owned())));
        assert_eq!(asking("role.technical", "x").map(|(asked, _)| asked.right), Ok(Right::Role(Role::Technical)));
        for unknown in ["", "technical", "billing", "role.king"] {
            assert_eq!(asking(unknown, "x"), Err(PortalError::invalid("right", Problem::NotOffered)), "{unknown}");
        }
        assert_eq!(asking("billing.pay", "  "), Err(PortalError::invalid("reason", Problem::Required)));
        let long = "x".repeat(REASON_MAX + 1);
        let too_long = Problem::TooLong { max: REASON_MAX };
        assert_eq!(asking("billing.pay", &long), Err(PortalError::invalid("reason", too_long)));
        let on_a_service = AskForAccess {
            right: "billing.pay".to_owned(),
            service: Some(ServiceId::new(Uuid::nil())),
            reason: "x".to_owned(),
            ..AskForAccess::default()
        };
        assert!(on_a_service.checked().is_err(), "a privilege is of the account");
        let domain = DomainId::new(Uuid::nil());
        let on_a_domain = |right: &str| {
            let asking = AskForAccess { right: right.to_owned(), domain: Some(domain), ..on_a_service.clone() };
            AskForAccess { service: None, ..asking }.checked().map(|(asked, _)| asked.domain)
        };
        assert_eq!(on_a_domain("domains.dns"), Ok(Some(domain)));
        assert!(on_a_domain("svc.power").is_err() && on_a_domain("domains.view").is_err());
    }
}
