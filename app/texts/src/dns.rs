//! What zones say of types, steps and states, and what is wrong with what was typed.

use crate::DnsText;
use domain::audit::DnsFactKind;
use domain::dns::{ChangeKind, ChangeSet, ChangeState};
use domain::list::Total;
use domain::problem::DnsProblem;

impl DnsText {
    /// How many records.
    pub fn count(&self, total: Total) -> String {
        match total {
            Total::Exact(count) => self.count_exact(count),
            Total::Many => self.count_many.to_owned(),
        }
    }

    /// What becomes of a record set.
    pub const fn step_of(&self, step: ChangeKind) -> &'static str {
        match step {
            ChangeKind::Added => self.step_added,
            ChangeKind::Removed => self.step_removed,
            ChangeKind::Changed => self.step_changed,
        }
    }

    /// What a change changed, in numbers.
    pub fn gist_of(&self, changes: &ChangeSet) -> String {
        let [added, removed, replaced] = changes.counts();
        self.gist(added, removed, replaced)
    }

    /// How a change stands.
    pub const fn state(&self, state: ChangeState) -> &'static str {
        match state {
            ChangeState::UnderWay => self.state_under_way,
            ChangeState::Done => self.state_done,
            ChangeState::NotDone => self.state_not_done,
            ChangeState::Unknown => self.state_unknown,
        }
    }

    /// What is said after a change.
    pub const fn done(&self, state: ChangeState) -> &'static str {
        match state {
            ChangeState::UnderWay => self.done_under_way,
            ChangeState::Done => self.done_done,
            ChangeState::NotDone => self.done_not_done,
            ChangeState::Unknown => self.done_unknown,
        }
    }

    /// What the log says of a fact of zones.
    pub const fn fact(&self, kind: DnsFactKind) -> &'static str {
        match kind {
            DnsFactKind::Asked => self.fact_asked,
            DnsFactKind::Changed => self.fact_changed,
            DnsFactKind::NotChanged => self.fact_not_changed,
            DnsFactKind::Unknown => self.fact_unknown,
        }
    }

    /// What is wrong with what was typed of a zone.
    pub fn problem(&self, problem: &DnsProblem) -> String {
        let fixed = match problem {
            DnsProblem::OutsideZone { zone } => return self.problem_outside_zone(zone),
            DnsProblem::TtlRange { min, max } => return self.problem_ttl(*min, *max),
            DnsProblem::TextBytes { max } => return self.problem_text_bytes(*max),
            DnsProblem::TooManyValues { max } => return self.problem_too_many_values(*max),
            DnsProblem::SameValue { value } => return self.problem_same_value(value),
            DnsProblem::Delegated { name } => return self.problem_delegated(name),
            DnsProblem::ChangedMeanwhile { now } if !now.is_empty() => return self.problem_changed(now),
            DnsProblem::UnknownRecordType { kind } => return self.problem_kind(kind),
            DnsProblem::UnknownDirective { name } => return self.problem_directive(name),
            DnsProblem::AndMore { count } => return self.problem_and_more(*count),
            DnsProblem::TooManySets { max } => return self.problem_too_many_sets(*max),
            DnsProblem::NotADnsName => self.problem_not_a_name,
            DnsProblem::DnsNameTooLong => self.problem_name_too_long,
            DnsProblem::Underscore => self.problem_underscore,
            DnsProblem::StarPlace => self.problem_star,
            DnsProblem::NotIpv4 => self.problem_ipv4,
            DnsProblem::NotIpv6 => self.problem_ipv6,
            DnsProblem::AddressForName => self.problem_address,
            DnsProblem::MxForm => self.problem_mx,
            DnsProblem::SrvForm => self.problem_srv,
            DnsProblem::CaaForm => self.problem_caa,
            DnsProblem::TextQuotes => self.problem_quotes,
            DnsProblem::SameSet => self.problem_same_set,
            DnsProblem::OnlyKept => self.problem_only_kept,
            DnsProblem::CnameAlone => self.problem_cname_alone,
            DnsProblem::CnameAtApex => self.problem_cname_apex,
            DnsProblem::CnameOne => self.problem_cname_one,
            DnsProblem::ApexNs => self.problem_apex_ns,
            DnsProblem::NullMxAlone => self.problem_null_mx,
            DnsProblem::ChangedMeanwhile { .. } => self.problem_removed,
            DnsProblem::Unclosed => self.problem_unclosed,
            DnsProblem::NotARecord => self.problem_not_a_record,
            DnsProblem::NothingChanged => self.problem_nothing_changed,
            DnsProblem::NotSendable => self.problem_not_sendable,
            DnsProblem::TtlsDiffer => self.problem_ttls_differ,
            DnsProblem::ZoneBusy => self.problem_busy,
            DnsProblem::NotTaken => self.problem_not_taken,
        };
        fixed.to_owned()
    }
}
