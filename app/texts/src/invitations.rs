//! What invitations say by what is set, what happened, and what is wrong.

use crate::InvitationsText;
use domain::audit::InvitationFactKind;
use domain::problem::InvitationProblem;
use domain::provider::RegisteredPeople;

impl InvitationsText {
    /// What inviting does for people who are registered.
    pub const fn lead(&self, registered: RegisteredPeople) -> &'static str {
        match registered {
            RegisteredPeople::AtOnce => self.lead_at_once,
            RegisteredPeople::AfterAcceptance => self.lead_after_acceptance,
        }
    }

    /// What the log says of a fact, before a name.
    pub const fn fact(&self, kind: InvitationFactKind) -> &'static str {
        match kind {
            InvitationFactKind::Sent => self.fact_sent,
            InvitationFactKind::Resent => self.fact_resent,
            InvitationFactKind::LinkMade => self.fact_link_made,
            InvitationFactKind::Cancelled => self.fact_cancelled,
            InvitationFactKind::Accepted => self.fact_accepted,
            InvitationFactKind::Declined => self.fact_declined,
        }
    }

    /// What is wrong with inviting, or with answering an invitation.
    pub fn problem(&self, problem: &InvitationProblem) -> String {
        match problem {
            InvitationProblem::BadAddress { address } => self.problem_bad_address(address),
            InvitationProblem::TooManyAddresses { max } => self.problem_too_many_addresses(*max),
            InvitationProblem::ReviewFirst => self.problem_review_first.to_owned(),
            InvitationProblem::LinkByHand => self.problem_link_by_hand.to_owned(),
            InvitationProblem::InvitedSomebodyElse => self.problem_invited_somebody_else.to_owned(),
            InvitationProblem::InvitationLapsed => self.problem_invitation_lapsed.to_owned(),
            InvitationProblem::AlreadyMember => self.problem_already_member.to_owned(),
        }
    }
}
