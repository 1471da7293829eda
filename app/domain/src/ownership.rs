//! Who owns an account: the legal owner, co-owners, and handing the account over.

mod port;

pub use port::Ownership;

use crate::contact::Verdict;
use crate::id::{ContactId, SubmissionId};
use crate::owner::OwnerKind;
use crate::text::Secret;
use crate::time::Moment;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

/// For how many days an offer of ownership can be accepted.
pub const OFFER_DAYS: i64 = 7;
/// For how many hours a transfer of ownership can be undone.
pub const UNDO_HOURS: i64 = 72;

/// The owners, as their page shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnershipPage {
    /// The owners, the legal one first.
    pub owners: Vec<OwnerRow>,
    /// Who may be made an owner, by name; nobody for whoever may not appoint.
    pub candidates: Vec<Candidate>,
    /// The names of those who may be once they have proved their address.
    pub unproved: Vec<String>,
    /// Whether the actor may appoint owners and hand the account over.
    pub may_appoint: Verdict,
    /// The transfer under way, for those whom it concerns.
    pub transfer: Option<Transfer>,
    /// The submission id for the forms of these.
    pub submission: SubmissionId,
}

impl OwnershipPage {
    /// Who may be made a co-owner.
    pub fn appointable(&self) -> impl Iterator<Item = &Candidate> {
        let is_owner = |contact| self.owners.iter().any(|owner| owner.contact == contact);
        self.candidates.iter().filter(move |candidate| !is_owner(candidate.contact))
    }
}

/// An owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerRow {
    /// Which contact.
    pub contact: ContactId,
    /// First and last name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// Which kind.
    pub kind: OwnerKind,
    /// Whether the actor may make them an ordinary contact again.
    pub dismiss: Verdict,
    /// When their access ends once they are an ordinary contact again.
    pub end: EndAsContact,
}

/// Somebody who may be made an owner: an active contact with a login of their own and a proved address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Which contact.
    pub contact: ContactId,
    /// First and last name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// When their access ends as a contact.
    pub end: EndAsContact,
}

/// When somebody's access ends as a contact. An owner's does not, and afterwards it ends when it would have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndAsContact {
    /// Never.
    Never,
    /// Then.
    Ends(Moment),
    /// Then, which is over.
    Ended(Moment),
}

/// A transfer of ownership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// Where it stands.
    pub state: TransferState,
    /// Who hands the account over.
    pub from: String,
    /// Who gets it.
    pub to: String,
    /// Until when it can be accepted, or undone.
    pub until: Moment,
    /// Accept: only for whoever gets it.
    pub accept: Verdict,
    /// Take the offer back, or decline it.
    pub withdraw: Verdict,
    /// Undo: only for whoever handed it over.
    pub undo: Verdict,
}

/// Where a transfer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferState {
    /// Offered, not yet accepted.
    Offered,
    /// Accepted; it can be undone for a while.
    Done,
}

/// The command to make somebody a co-owner, or an ordinary contact again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeOwner {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Whom.
    pub contact: ContactId,
    /// What becomes of them.
    pub to: OwnerChange,
    /// The present password, where it was not given lately.
    #[serde(default)]
    pub current: Secret,
}

/// What becomes of somebody as an owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnerChange {
    /// They become a co-owner.
    Appoint,
    /// They are an ordinary contact again, with the rights they were given before.
    Dismiss,
}

impl OwnerChange {
    /// The value that stands for it, in forms and addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Appoint => "appoint",
            Self::Dismiss => "dismiss",
        }
    }
}

/// The command to offer the account to somebody. It takes the present password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferOwnership {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// To whom; `None` where nobody was chosen.
    #[serde(default, deserialize_with = "chosen")]
    pub contact: Option<ContactId>,
    /// The present password of whoever offers it.
    #[serde(default)]
    pub current: Secret,
}

/// The person of a list that begins with nobody, which is posted as an empty text.
fn chosen<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<ContactId>, D::Error> {
    let typed = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
    if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(D::Error::custom) }
}

/// The command to go on with a transfer, or to end it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransferCommand {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// What becomes of it.
    pub to: TransferVerb,
    /// The present password, where it was not given lately.
    #[serde(default)]
    pub current: Secret,
}

/// What becomes of a transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferVerb {
    /// The offer is accepted: whoever offered becomes a co-owner.
    Accept,
    /// The offer is taken back or declined.
    Withdraw,
    /// What was accepted is undone.
    Undo,
}

/// What happened to an account's owners, as mails tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnerEvent {
    /// Somebody became a co-owner.
    Appointed,
    /// Somebody is an ordinary contact again.
    Dismissed,
    /// The account was offered to somebody.
    Offered,
    /// The offer is off.
    Withdrawn,
    /// The account has another legal owner.
    Transferred,
    /// It has the former one again.
    Undone,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_to_nobody_is_read_as_one() {
        let offer = |contact: &str| {
            let id = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
            let text = format!(r#"{{"submission":"{id}","contact":"{contact}"}}"#);
            serde_json::from_str::<OfferOwnership>(&text).map(|offer| offer.contact.map(|id| id.to_string()))
        };
        assert_eq!(offer("").expect("it is read"), None);
        let id = "0192d3f0-7a5c-7cc0-8a61-00000000c0de";
        assert_eq!(offer(id).expect("it is read").as_deref(), Some(id));
        assert!(offer("the first").is_err());
    }
}
