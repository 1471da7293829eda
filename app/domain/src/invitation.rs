//! Invitations: access that somebody is offered by mail, and what becomes of the offer.
//!
//! An invitation is a contact that stands at `Pending` until its link is opened and accepted. Whoever is known already
//! and has proved their address has access at once and may refuse it by the link (PRODUCT D3).

mod port;

pub use port::Invitations;

use crate::by::By;
use crate::contact::{AccessSummary, domain_keys, service_keys};
use crate::domains::DomainChoice;
use crate::email::EmailAddress;
use crate::id::{ContactId, DomainId, RoleId, ServiceId, SubmissionId};
use crate::operation::{DomainOperationSet, OperationSet};
use crate::privilege::PrivilegeSet;
use crate::problem::InvitationProblem;
use crate::problem::{FieldProblem, Problem};
use crate::rights::Rights;
use crate::role::{OwnRole, RoleSet};
use crate::service::{MoreServices, ServiceChoice};
use crate::template::Template;
use crate::text::Secret;
use crate::time::Moment;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The most addresses that one form invites.
pub const ADDRESSES_MAX: usize = 20;
/// The longest reason for declining, in characters.
pub const REASON_MAX: usize = 300;
/// For how many days an invitation can be accepted (PRODUCT D11).
pub const VALID_DAYS: i64 = 7;

/// The command of the form Invite User. Its fields are named as the inputs are, and those of the rights as in
/// [`crate::contact::SaveContact`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InvitePeople {
    /// Made when the form was rendered.
    pub submission: Option<SubmissionId>,
    /// One or several addresses, between commas, semicolons or spaces.
    pub emails: String,
    /// Whether addresses that read like others are meant so.
    pub meant: bool,
    /// The last day of access as `YYYY-MM-DD`; empty for no end.
    pub ends_on: String,
    /// A note for the account's managers. It is in no mail.
    pub note: String,
    /// What the summary showed, as [`Rights::fingerprint`] writes it: nothing is given that was not shown.
    pub reviewed: String,
    /// The template picked.
    pub template: String,
    /// The template whose ticks the form shows; when it is another one than `template`, the ticks are filled in first.
    pub applied: String,
    /// Roles.
    pub roles: RoleSet,
    /// Roles that the account made.
    pub own_roles: BTreeSet<RoleId>,
    /// Single privileges.
    pub privileges: PrivilegeSet,
    /// Operations on all services.
    pub all_services: OperationSet,
    /// Operations on services bought later.
    pub new_services: OperationSet,
    /// Operations on single services; in a form the key is `svc-` and the id.
    #[serde(with = "service_keys")]
    pub services: BTreeMap<ServiceId, OperationSet>,
    /// Operations on all domains.
    pub all_domains: DomainOperationSet,
    /// Operations on domains that come later.
    pub new_domains: DomainOperationSet,
    /// Operations on single domains; in a form the key is `dom-` and the id.
    #[serde(with = "domain_keys")]
    pub domains: BTreeMap<DomainId, DomainOperationSet>,
    /// The domains that had a row.
    pub shown_domains: BTreeSet<DomainId>,
}

impl InvitePeople {
    /// The rights that the ticks say.
    pub fn rights(&self) -> Rights {
        let rights = Rights {
            roles: self.roles,
            privileges: self.privileges,
            all_services: self.all_services,
            new_services: self.new_services,
            all_domains: self.all_domains,
            new_domains: self.new_domains,
            ..Rights::default()
        };
        rights.with_ticks_on(&self.services, &self.domains, &self.template)
    }

    /// The addresses typed, each as it was typed.
    ///
    /// # Errors
    /// Every one that is no address, or that there are none or too many.
    pub fn addresses(&self) -> Result<Vec<EmailAddress>, Vec<FieldProblem>> {
        let problem = |problem| FieldProblem { field: "emails".to_owned(), problem };
        let pieces: Vec<&str> = self
            .emails
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
            .map(|piece| piece.trim_matches(['<', '>']))
            .filter(|piece| !piece.is_empty())
            .collect();
        if pieces.is_empty() {
            return Err(vec![problem(Problem::Required)]);
        }
        if pieces.len() > ADDRESSES_MAX {
            return Err(vec![problem(InvitationProblem::TooManyAddresses { max: ADDRESSES_MAX }.into())]);
        }
        let mut addresses = Vec::new();
        let mut problems = Vec::new();
        for piece in pieces {
            match EmailAddress::parse(piece) {
                Ok(address) => addresses.push(address),
                Err(_) => {
                    let address: String = piece.chars().filter(|c| crate::text::is_plain(*c)).take(100).collect();
                    problems.push(problem(InvitationProblem::BadAddress { address }.into()));
                }
            }
        }
        if problems.is_empty() { Ok(addresses) } else { Err(problems) }
    }
}

/// What the form Invite User needs to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteForm {
    /// The submission id for this form.
    pub submission: SubmissionId,
    /// The templates offered.
    pub templates: Vec<Template>,
    /// The roles that the account made.
    pub own_roles: BTreeMap<RoleId, OwnRole>,
    /// The services with a row.
    pub services: Vec<ServiceChoice>,
    /// The others, where not every one has a row.
    pub more: Option<MoreServices>,
    /// The domains with a row.
    pub domains: Vec<DomainChoice>,
    /// The zone in which the last day of access ends.
    pub zone: String,
}

/// What a form sent out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    /// How many got access at once.
    pub at_once: usize,
    /// How many have to accept first.
    pub waiting: usize,
}

/// The command to send an invitation again, or to take it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvitationCommand {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Whose invitation.
    pub contact: ContactId,
    /// What becomes of it.
    pub to: InvitationVerb,
}

/// What becomes of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationVerb {
    /// It is mailed again with a new link, for another seven days; the old link dies.
    Resend,
    /// It is taken back.
    Cancel,
}

/// Asking for a link to pass on by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MakeInvitationLink {
    /// Whose invitation.
    pub contact: ContactId,
}

/// The page of an invitation's link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationPage {
    /// The account's name.
    pub account: String,
    /// Who invited.
    pub by: By,
    /// The address that was invited.
    pub email: String,
    /// What it gives.
    pub rights: Rights,
    /// The same in the fewest words.
    pub access: AccessSummary,
    /// The names of the single services in the rights.
    pub services: Vec<ServiceChoice>,
    /// The names of the single domains in the rights.
    pub domains: Vec<DomainChoice>,
    /// When access ends.
    pub ends: Option<Moment>,
    /// Until when it can be answered.
    pub until: Moment,
    /// How it can be answered.
    pub answer: InvitationAnswer,
}

/// How an invitation can be answered by whoever has opened its link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationAnswer {
    /// Signed in as the one invited: accept or decline.
    Accept,
    /// The one invited has a login: sign in first, or decline.
    SignIn,
    /// Nobody has a login with this address: make one, or decline.
    Join {
        /// The fewest characters of the password.
        password_min: usize,
    },
    /// There is a login that never proved its address: a new password does, or decline.
    Prove {
        /// The fewest characters of the password.
        password_min: usize,
    },
    /// The link was passed on by hand and proves no mailbox: sign in as the one invited, or have it mailed there. The same
    /// whether or not somebody has a login with the address.
    ByMail,
    /// Signed in as somebody else: nothing is linked (PRODUCT D11).
    SomebodyElse {
        /// Who is signed in, by address.
        signed_in_as: String,
    },
    /// Access was given at once: it can be refused.
    Refuse,
}

/// The command to accept an invitation as whoever is signed in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AcceptInvitation {
    /// The token of the link.
    pub token: Secret,
}

/// The command to accept an invitation with a login made, or proved, by its link.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct JoinByInvitation {
    /// The token of the link.
    pub token: Secret,
    /// First name; not asked of whoever has a login.
    pub first_name: String,
    /// Last name; not asked of whoever has a login.
    pub last_name: String,
    /// The new password.
    pub password: Secret,
    /// Once more.
    pub again: Secret,
}

/// The command to have a link mailed to the invited address, by whoever has one that was passed on by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailInvitation {
    /// The token of the link.
    pub token: Secret,
}

/// The command to decline an invitation, or to refuse access given at once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeclineInvitation {
    /// The token of the link.
    pub token: Secret,
    /// Why, for whoever invited; may be empty.
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(emails: &str) -> Result<Vec<String>, Vec<Problem>> {
        let command = InvitePeople { emails: emails.to_owned(), ..InvitePeople::default() };
        match command.addresses() {
            Ok(addresses) => Ok(addresses.iter().map(ToString::to_string).collect()),
            Err(problems) => Err(problems.into_iter().map(|problem| problem.problem).collect()),
        }
    }

    #[test]
    fn several_addresses_stand_in_one_field() {
        let expected = Ok(vec!["a@x.example".to_owned(), "b@x.example".to_owned(), "c@x.example".to_owned()]);
        for text in ["a@x.example, b@x.example;c@x.example", " a@x.example\r\nb@x.example\n\n<c@x.example>,"] {
            assert_eq!(typed(text), expected, "{text:?}");
        }
    }

    #[test]
    fn every_bad_address_is_named() {
        let bad = |address: &str| Problem::from(InvitationProblem::BadAddress { address: address.to_owned() });
        assert_eq!(typed("a@x.example nobody, b@, c@x.example"), Err(vec![bad("nobody"), bad("b@")]));
        assert_eq!(typed(" ,; "), Err(vec![Problem::Required]));
        let many = vec!["a@x.example"; ADDRESSES_MAX + 1].join(" ");
        assert_eq!(typed(&many), Err(vec![InvitationProblem::TooManyAddresses { max: ADDRESSES_MAX }.into()]));
    }
}
