//! The words of requests for access.

use domain::asking::{Duration, RequestOutcome, WAITING_COUNTED};
use domain::audit::RequestFactKind;
use domain::list::Total;
use domain::problem::RequestProblem;

/// The words of requests.
#[derive(Debug)]
pub struct AskingText {
    pub requests: &'static str,
    pub lead: &'static str,
    /// The link to it, when nothing waits.
    pub requests_short: &'static str,
    /// The link to it, with how many wait.
    pub requests_waiting: fn(usize) -> String,
    /// How many requests a list has.
    pub request_count: fn(Total) -> String,
    /// Asks: the button.
    pub ask: &'static str,
    /// Asks for what is missing beside it: the link.
    pub ask_for_this: &'static str,
    /// Above the form for one right.
    pub ask_title: fn(&str) -> String,
    /// Why it is needed: the label.
    pub reason: &'static str,
    /// What to write there.
    pub reason_help: &'static str,
    /// It was asked for, and nobody has decided.
    pub asked_already: &'static str,
    /// After asking.
    pub asked: &'static str,
    /// One's own requests.
    pub own_requests: &'static str,
    /// Those of others.
    pub waiting: &'static str,
    /// What deciding does.
    pub waiting_lead: &'static str,
    /// Nothing waits for a decision.
    pub none_waiting: &'static str,
    /// There are no requests.
    pub none: &'static str,
    /// How one comes about.
    pub none_text: &'static str,
    /// Whoever asked cannot act at present.
    pub inactive: &'static str,
    /// For how long: the label.
    pub how_long: &'static str,
    /// A word to whoever asked: the label.
    pub word: &'static str,
    /// Gives it.
    pub grant: &'static str,
    /// Does not.
    pub decline: &'static str,
    /// Withdraws a request of one's own: the button.
    pub withdraw: &'static str,
    /// Nobody has decided yet.
    pub open: &'static str,
    /// Before the end of what was given.
    pub until: &'static str,
    /// Who decided, before when.
    pub decided_by: fn(&str) -> String,
    durations: [&'static str; 4],
    outcomes: [&'static str; 4],
    done: [&'static str; 4],
    /// What the log says of a fact, before a name.
    pub fact: fn(RequestFactKind) -> &'static str,
    /// What is wrong with deciding on a request.
    pub problem: fn(&RequestProblem) -> &'static str,
}

impl AskingText {
    /// For how long.
    pub const fn duration(&self, duration: Duration) -> &'static str {
        let [for_good, one, seven, thirty] = self.durations;
        match duration {
            Duration::ForGood => for_good,
            Duration::OneDay => one,
            Duration::SevenDays => seven,
            Duration::ThirtyDays => thirty,
        }
    }

    /// What became of a request.
    pub const fn outcome(&self, outcome: RequestOutcome) -> &'static str {
        of(self.outcomes, outcome)
    }

    /// What is said after deciding or withdrawing it.
    pub const fn done(&self, outcome: RequestOutcome) -> &'static str {
        of(self.done, outcome)
    }
}

/// How many requests wait for one's decision: "7", or "99+".
pub fn waiting(count: usize) -> String {
    if count > WAITING_COUNTED { format!("{WAITING_COUNTED}+") } else { count.to_string() }
}

const fn of([granted, declined, met, withdrawn]: [&'static str; 4], outcome: RequestOutcome) -> &'static str {
    match outcome {
        RequestOutcome::Granted => granted,
        RequestOutcome::Declined => declined,
        RequestOutcome::Met => met,
        RequestOutcome::Withdrawn => withdrawn,
    }
}

pub const EN: AskingText = AskingText {
    requests: "Requests for access",
    lead: "Who asked for which right on this account, and what became of it.",
    requests_short: "Requests",
    requests_waiting: |count| format!("Requests ({})", waiting(count)),
    request_count: |total| match total {
        Total::Exact(1) => "1 request".to_owned(),
        Total::Exact(count) => format!("{count} requests"),
        Total::Many => "More than 1,000 requests".to_owned(),
    },
    ask: "Ask for this",
    ask_for_this: "Ask for this",
    ask_title: |right| format!("Ask for \u{201c}{right}\u{201d}"),
    reason: "What do you need it for?",
    reason_help: "Whoever may give it gets a mail with this line and decides.",
    asked_already: "You have asked for this. Those who can give it have been told; nobody has decided yet.",
    asked: "You have asked for it. Those who can give it have been told by mail, and you get one when somebody decides.",
    own_requests: "Your requests",
    waiting: "Waiting for you",
    waiting_lead: "You may give what these people ask for. They get a mail with what you decide.",
    none_waiting: "Nothing waits for your decision.",
    none: "No requests",
    none_text: "Wherever a right is missing, the page says which one and lets people ask for it. Requests then stand here.",
    inactive: "Cannot act at present",
    how_long: "For how long",
    word: "A word with it (optional)",
    grant: "Grant",
    decline: "Decline",
    withdraw: "Withdraw request",
    open: "Waiting",
    until: "Until",
    decided_by: |name| format!("Decided by {name},"),
    durations: ["For good", "1 day", "7 days", "30 days"],
    outcomes: ["Granted", "Declined", "Held by then", "Withdrawn"],
    done: [
        "The right is given, and whoever asked gets a mail.",
        "The request is declined, and whoever asked gets a mail.",
        "They held this right already, so nothing was given. The request is closed.",
        "Your request is withdrawn.",
    ],
    fact: |kind| match kind {
        RequestFactKind::Asked => "asked for access:",
        RequestFactKind::Granted => "granted a request of:",
        RequestFactKind::Declined => "declined a request of:",
        RequestFactKind::Met => "closed a request, whose right was there already, of:",
        RequestFactKind::Withdrawn => "withdrew a request for access:",
    },
    problem: |problem| match problem {
        RequestProblem::AskerInactive => {
            "This person cannot act on the account at present, so there is nothing to grant. Reactivate them first, or decline."
        }
    },
};

pub const DE: AskingText = AskingText {
    requests: "Anfragen nach Zugriff",
    lead: "Wer um welches Recht bei diesem Konto gebeten hat, und was daraus wurde.",
    requests_short: "Anfragen",
    requests_waiting: |count| format!("Anfragen ({})", waiting(count)),
    request_count: |total| match total {
        Total::Exact(1) => "1 Anfrage".to_owned(),
        Total::Exact(count) => format!("{count} Anfragen"),
        Total::Many => "Mehr als 1.000 Anfragen".to_owned(),
    },
    ask: "Darum bitten",
    ask_for_this: "Darum bitten",
    ask_title: |right| format!("Um „{right}“ bitten"),
    reason: "Wofür brauchen Sie es?",
    reason_help: "Wer es erteilen darf, erhält eine E-Mail mit dieser Zeile und entscheidet.",
    asked_already: "Sie haben darum gebeten. Wer es erteilen kann, weiß davon; entschieden hat noch niemand.",
    asked: "Sie haben darum gebeten. Wer es erteilen kann, erhält eine E-Mail, und Sie bekommen eine, sobald jemand entscheidet.",
    own_requests: "Ihre Anfragen",
    waiting: "Wartet auf Sie",
    waiting_lead: "Sie dürfen erteilen, worum diese Personen bitten. Sie erhalten eine E-Mail mit Ihrer Entscheidung.",
    none_waiting: "Nichts wartet auf Ihre Entscheidung.",
    none: "Keine Anfragen",
    none_text: "Wo ein Recht fehlt, nennt die Seite es, und man kann darum bitten. Anfragen stehen dann hier.",
    inactive: "Kann derzeit nichts tun",
    how_long: "Wie lange",
    word: "Ein Wort dazu (freiwillig)",
    grant: "Erteilen",
    decline: "Ablehnen",
    withdraw: "Anfrage zurückziehen",
    open: "Wartet",
    until: "Bis",
    decided_by: |name| format!("Entschieden von {name},"),
    durations: ["Auf Dauer", "1 Tag", "7 Tage", "30 Tage"],
    outcomes: ["Erteilt", "Abgelehnt", "War schon da", "Zurückgezogen"],
    done: [
        "Das Recht ist erteilt; wer gebeten hat, erhält eine E-Mail.",
        "Die Anfrage ist abgelehnt; wer gebeten hat, erhält eine E-Mail.",
        "Das Recht war schon da, also wurde nichts erteilt. Die Anfrage ist geschlossen.",
        "Ihre Anfrage ist zurückgezogen.",
    ],
    fact: |kind| match kind {
        RequestFactKind::Asked => "hat um Zugriff gebeten:",
        RequestFactKind::Granted => "hat eine Anfrage bewilligt von:",
        RequestFactKind::Declined => "hat eine Anfrage abgelehnt von:",
        RequestFactKind::Met => "hat eine Anfrage geschlossen, deren Recht schon da war, von:",
        RequestFactKind::Withdrawn => "hat eine Anfrage nach Zugriff zurückgezogen:",
    },
    problem: |problem| match problem {
        RequestProblem::AskerInactive => {
            "Diese Person kann im Konto derzeit nichts tun, also gibt es nichts zu bewilligen. Geben Sie sie zuerst wieder frei oder lehnen Sie ab."
        }
    },
};
