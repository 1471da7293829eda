//! What requests for access say by how many there are, for how long, and what became of them.

use crate::AskingText;
use domain::asking::{Duration, RequestOutcome, WAITING_COUNTED};
use domain::audit::RequestFactKind;
use domain::list::Total;
use domain::problem::RequestProblem;

impl AskingText {
    /// The link to the requests, with how many wait: "7", or "99+".
    pub fn requests_waiting(&self, count: usize) -> String {
        if count > WAITING_COUNTED {
            self.requests_waiting_many(WAITING_COUNTED)
        } else {
            self.requests_waiting_exact(count)
        }
    }

    /// How many requests a list has.
    pub fn request_count(&self, total: Total) -> String {
        match total {
            Total::Exact(count) => self.request_count_exact(count),
            Total::Many => self.request_count_many.to_owned(),
        }
    }

    /// For how long.
    pub const fn duration(&self, duration: Duration) -> &'static str {
        match duration {
            Duration::ForGood => self.duration_for_good,
            Duration::OneDay => self.duration_one_day,
            Duration::SevenDays => self.duration_seven_days,
            Duration::ThirtyDays => self.duration_thirty_days,
        }
    }

    /// What became of a request.
    pub const fn outcome(&self, outcome: RequestOutcome) -> &'static str {
        match outcome {
            RequestOutcome::Granted => self.outcome_granted,
            RequestOutcome::Declined => self.outcome_declined,
            RequestOutcome::Met => self.outcome_met,
            RequestOutcome::Withdrawn => self.outcome_withdrawn,
        }
    }

    /// What is said after deciding or withdrawing it.
    pub const fn done(&self, outcome: RequestOutcome) -> &'static str {
        match outcome {
            RequestOutcome::Granted => self.done_granted,
            RequestOutcome::Declined => self.done_declined,
            RequestOutcome::Met => self.done_met,
            RequestOutcome::Withdrawn => self.done_withdrawn,
        }
    }

    /// What the log says of a fact, before a name.
    pub const fn fact(&self, kind: RequestFactKind) -> &'static str {
        match kind {
            RequestFactKind::Asked => self.fact_asked,
            RequestFactKind::Granted => self.fact_granted,
            RequestFactKind::Declined => self.fact_declined,
            RequestFactKind::Met => self.fact_met,
            RequestFactKind::Withdrawn => self.fact_withdrawn,
        }
    }

    /// What is wrong with deciding on a request.
    pub const fn problem(&self, problem: &RequestProblem) -> &'static str {
        match problem {
            RequestProblem::AskerInactive => self.problem_asker_inactive,
        }
    }
}
