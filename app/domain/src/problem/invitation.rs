//! What is wrong with what was typed of an invitation.

use serde::{Deserialize, Serialize};

/// What is wrong with inviting, or with answering an invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum InvitationProblem {
    /// One of several addresses is none.
    BadAddress {
        /// What was typed, without what can't be seen.
        address: String,
    },
    /// More than so many addresses at once.
    TooManyAddresses {
        /// The most there may be.
        max: usize,
    },
    /// The rights were changed after their summary was shown.
    ReviewFirst,
    /// The link was passed on by hand: only one that was mailed does this.
    LinkByHand,
    /// The invitation is somebody else's than whose session it is.
    InvitedSomebodyElse,
    /// Whoever gave what an invitation offers may not give it any more, or the account gives nothing at present.
    InvitationLapsed,
    /// Whoever accepts is on the account already.
    AlreadyMember,
}
