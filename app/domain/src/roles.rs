//! An account's own rules about its people: which roles its managers hand out, its own templates and roles, and its owners.

use crate::contact::Verdict;
use crate::id::{ContactId, SubmissionId, TemplateId};
use crate::operation::OperationSet;
use crate::owner::OwnerKind;
use crate::person::Language;
use crate::privilege::PrivilegeSet;
use crate::problem::Problem;
use crate::rights::Rights;
use crate::role::{OwnRole, RoleSet};
use crate::template::Template;
use crate::text::{self, Secret};
use crate::time::Moment;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

/// The longest name of a template, in characters.
pub const TEMPLATE_NAME_MAX: usize = 60;
/// The most templates that an account may keep: the picker is a list, not a search.
pub const TEMPLATES_MAX: usize = 50;
/// For how many days an offer of ownership can be accepted.
pub const OFFER_DAYS: i64 = 7;
/// For how many hours a transfer of ownership can be undone.
pub const UNDO_HOURS: i64 = 72;

/// What stands before the id in the key of an account's own template.
const OWN: &str = "own-";

/// The key under which a contact remembers that it began with an account's own template.
pub fn template_key(id: TemplateId) -> String {
    format!("{OWN}{id}")
}

/// The name of a template, checked.
///
/// # Errors
/// When it is empty, too long or has characters that can't be seen.
pub fn template_name(typed: &str) -> Result<String, Problem> {
    match text::line(typed, TEMPLATE_NAME_MAX) {
        Ok(name) if name.is_empty() => Err(Problem::Required),
        other => other,
    }
}

/// Everything that the page of the rules shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesPage {
    /// The roles that managers may hand out.
    pub hand_out: RoleSet,
    /// Whether the actor may change that list.
    pub may_set_hand_out: Verdict,
    /// The account's own templates and roles, by name.
    pub templates: Vec<OwnTemplate>,
    /// Whether the actor may rename and delete them.
    pub may_keep_templates: Verdict,
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
    /// The submission id for the forms of this page.
    pub submission: SubmissionId,
}

impl RulesPage {
    /// Who may be made a co-owner.
    pub fn appointable(&self) -> impl Iterator<Item = &Candidate> {
        let is_owner = |contact| self.owners.iter().any(|owner| owner.contact == contact);
        self.candidates.iter().filter(move |candidate| !is_owner(candidate.contact))
    }
}

/// One of the account's own templates, or a role that it made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnTemplate {
    /// Which one.
    pub id: TemplateId,
    /// Whether it is copied or stays linked.
    pub kind: SetKind,
    /// What it is called and gives.
    pub template: Template,
    /// How many contacts began with it, or have the role.
    pub used_by: i64,
}

impl OwnTemplate {
    /// What it is called and gives, as a role has it.
    pub fn content(&self) -> OwnRole {
        OwnRole {
            name: self.template.name.clone().unwrap_or_default(),
            privileges: self.template.privileges,
            operations: self.template.operations,
        }
    }

    /// The role, if it is one.
    pub fn role(&self) -> Option<OwnRole> {
        (self.kind == SetKind::Role).then(|| self.content())
    }
}

/// What becomes of a named set of rights that is given to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetKind {
    /// It is copied: a template.
    #[default]
    Template,
    /// It stays linked: a role.
    Role,
}

impl SetKind {
    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Template => "template",
            Self::Role => "role",
        }
    }

    /// The kind with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Template, Self::Role].into_iter().find(|kind| kind.key() == key)
    }
}

/// What the page of one of them shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplatePage {
    /// The template or role.
    pub own: OwnTemplate,
    /// The names of the first who have the role; nobody for a template.
    pub people: Vec<String>,
    /// The submission id for the forms of this page.
    pub submission: SubmissionId,
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

/// The command to say which roles managers may hand out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetHandOut {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// The roles.
    #[serde(default)]
    pub roles: RoleSet,
    /// The present password, where it was not given lately.
    #[serde(default)]
    pub current: Secret,
}

/// The command to keep what a contact may do as a template or a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaveTemplate {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Whose rights.
    pub contact: ContactId,
    /// As which of the two.
    #[serde(default)]
    pub kind: SetKind,
    /// What it shall be called.
    #[serde(default)]
    pub name: String,
}

/// The command to change a template or a role of the account. What a role gives changes for everybody who has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetTemplate {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Which one.
    pub template: TemplateId,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// The privileges it gives.
    #[serde(default)]
    pub privileges: PrivilegeSet,
    /// The operations it gives on all services.
    #[serde(default)]
    pub operations: OperationSet,
    /// What it gave when the form was rendered, as [`SetTemplate::seen`] writes it.
    #[serde(default)]
    pub seen: String,
}

impl SetTemplate {
    /// Stands for what a template is called and gives: the same for the same, and different for others.
    pub fn seen(template: &Template) -> String {
        format!("{} {}", Rights::copied_from(template).fingerprint(), template.name.as_deref().unwrap_or_default())
    }
}

/// The command to delete a template or a role of the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteTemplate {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Which one.
    pub template: TemplateId,
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
pub struct MoveTransfer {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// What becomes of it.
    pub to: TransferMove,
    /// The present password, where it was not given lately.
    #[serde(default)]
    pub current: Secret,
}

/// What becomes of a transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferMove {
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

impl OwnerEvent {
    /// A line for a mail about the person it happened to.
    pub fn words(self, language: Language) -> String {
        let text = match (language, self) {
            (Language::En, Self::Appointed) => "Is a co-owner of the account now, with full access",
            (Language::En, Self::Dismissed) => "Is no longer a co-owner of the account",
            (Language::En, Self::Offered) => {
                "Is offered the ownership of the account, and can accept it for seven days on the page Access rules"
            }
            (Language::En, Self::Withdrawn) => "The offer of ownership was taken back or declined",
            (Language::En, Self::Transferred) => {
                "Is the legal owner of the account now; the former owner is a co-owner and can undo this for 72 hours"
            }
            (Language::En, Self::Undone) => "The transfer of ownership was undone by the former owner",
            (Language::De, Self::Appointed) => "Ist jetzt Mitinhaber des Kontos, mit vollem Zugriff",
            (Language::De, Self::Dismissed) => "Ist nicht mehr Mitinhaber des Kontos",
            (Language::De, Self::Offered) => {
                "Bekommt das Konto angeboten und kann das sieben Tage lang auf der Seite Zugriffsregeln annehmen"
            }
            (Language::De, Self::Withdrawn) => "Das Angebot der Inhaberschaft wurde zurückgezogen oder abgelehnt",
            (Language::De, Self::Transferred) => {
                "Ist jetzt rechtlicher Inhaber des Kontos; der frühere ist Mitinhaber und kann das 72 Stunden lang rückgängig machen"
            }
            (Language::De, Self::Undone) => "Die Übertragung wurde vom früheren Inhaber rückgängig gemacht",
        };
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_has_a_name_that_can_be_read() {
        assert_eq!(template_name("  Night shift "), Ok("Night shift".to_owned()));
        assert_eq!(template_name(" "), Err(Problem::Required));
        assert_eq!(template_name("a\u{202e}b"), Err(Problem::HiddenCharacters));
    }

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
