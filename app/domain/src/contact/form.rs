//! What the form of a contact sends, and how it is checked.

use super::{NAME_MAX, NOTE_MAX, PHONE_MAX};
use crate::details::ContactDetails;
use crate::email::EmailAddress;
use crate::id::{ContactId, DomainId, RoleId, ServiceId, SubmissionId};
use crate::operation::{DomainOperationSet, OperationSet};
use crate::privilege::PrivilegeSet;
use crate::problem::{FieldProblem, Problem};
use crate::rights::Rights;
use crate::role::RoleSet;
use crate::text::{self, Secret};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The command of the contact form: adds when `contact` is `None`, else edits. Its fields are named as the inputs of the
/// form are, so that a post without JavaScript reads the same.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SaveContact {
    /// Made when the form was rendered.
    pub submission: Option<SubmissionId>,
    /// Which contact; `None` adds one.
    pub contact: Option<ContactId>,
    /// The version that was edited.
    pub version: i64,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address.
    pub email: String,
    /// Whether an address that reads like another one is meant so.
    pub meant: bool,
    /// Telephone number.
    pub phone: String,
    /// A note for the account's managers.
    pub note: String,
    /// Activate Sub-Account: the contact can sign in.
    pub login: bool,
    /// The password set for the contact; must be changed at the first sign-in. Empty keeps.
    pub password: Secret,
    /// Notify the contact?
    pub notify: bool,
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
    /// The services whose row showed what the contact has there, where the form did not show every one: what it has on
    /// others stays as it is.
    pub shown: Option<BTreeSet<ServiceId>>,
    /// Operations on all domains.
    pub all_domains: DomainOperationSet,
    /// Operations on domains that come later.
    pub new_domains: DomainOperationSet,
    /// Operations on single domains; in a form the key is `dom-` and the id.
    #[serde(with = "domain_keys")]
    pub domains: BTreeMap<DomainId, DomainOperationSet>,
    /// The domains whose row showed what the contact has there: what it has on others stays as it is.
    pub shown_domains: BTreeSet<DomainId>,
}

/// What stands before a service's id in the name of an input, `change[services][svc-ID][]`.
///
/// Form encoding takes a key that begins with a digit for the index of a list, and ids begin with one.
pub const SERVICE_KEY: &str = "svc-";

pub(crate) mod service_keys {
    use super::{BTreeMap, OperationSet, SERVICE_KEY, ServiceId};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(crate) fn serialize<S: Serializer>(
        services: &BTreeMap<ServiceId, OperationSet>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_map(services.iter().map(|(id, operations)| (format!("{SERVICE_KEY}{id}"), operations)))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<ServiceId, OperationSet>, D::Error> {
        BTreeMap::<String, OperationSet>::deserialize(deserializer)?
            .into_iter()
            .map(|(key, operations)| {
                let id = key.strip_prefix(SERVICE_KEY).and_then(|id| id.parse().ok());
                Ok((id.ok_or_else(|| D::Error::custom("not a service"))?, operations))
            })
            .collect()
    }
}

/// The same before a domain's id, in `change[domains][dom-ID][]`.
pub const DOMAIN_KEY: &str = "dom-";

pub(crate) mod domain_keys {
    use super::{BTreeMap, DOMAIN_KEY, DomainId, DomainOperationSet};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(crate) fn serialize<S: Serializer>(
        domains: &BTreeMap<DomainId, DomainOperationSet>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_map(domains.iter().map(|(id, operations)| (format!("{DOMAIN_KEY}{id}"), operations)))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<DomainId, DomainOperationSet>, D::Error> {
        BTreeMap::<String, DomainOperationSet>::deserialize(deserializer)?
            .into_iter()
            .map(|(key, operations)| {
                let id = key.strip_prefix(DOMAIN_KEY).and_then(|id| id.parse().ok());
                Ok((id.ok_or_else(|| D::Error::custom("not a domain"))?, operations))
            })
            .collect()
    }
}

impl SaveContact {
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

    /// The details typed, checked.
    ///
    /// # Errors
    /// Every problem found, field by field.
    pub fn details(&self, required: &[RequiredField]) -> Result<ContactDetails, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let mut note = |field: &str, problem| problems.push(FieldProblem { field: field.to_owned(), problem });
        let name = |text: &str| match text::line(text, NAME_MAX) {
            Ok(text) if text.is_empty() => Err(Problem::Required),
            other => other,
        };
        let optional = |text: &str, is_required: bool, max| match text::line(text, max) {
            Ok(text) if text.is_empty() && is_required => Err(Problem::Required),
            other => other,
        };
        let first_name = name(&self.first_name).unwrap_or_else(|problem| {
            note("first_name", problem);
            String::new()
        });
        let last_name = name(&self.last_name).unwrap_or_else(|problem| {
            note("last_name", problem);
            String::new()
        });
        let email = EmailAddress::parse(&self.email).ok();
        if email.is_none() {
            note("email", if self.email.trim().is_empty() { Problem::Required } else { Problem::NotAnEmail });
        }
        let phone = optional(&self.phone, required.contains(&RequiredField::Phone), PHONE_MAX)
            .and_then(|phone| if is_phone(&phone) { Ok(phone) } else { Err(Problem::NotAPhoneNumber) })
            .unwrap_or_else(|problem| {
                note("phone", problem);
                String::new()
            });
        let remark = match text::lines(&self.note, NOTE_MAX) {
            Ok(text) if text.is_empty() && required.contains(&RequiredField::Note) => Err(Problem::Required),
            other => other,
        }
        .unwrap_or_else(|problem| {
            note("note", problem);
            String::new()
        });
        match email {
            Some(email) if problems.is_empty() => {
                Ok(ContactDetails { first_name, last_name, email, phone, note: remark })
            }
            _ => Err(problems),
        }
    }
}

fn is_phone(text: &str) -> bool {
    text.is_empty()
        || (text.chars().all(|c| c.is_ascii_digit() || "+-() ./x".contains(c))
            && text.chars().filter(char::is_ascii_digit).count() >= 3)
}

/// A field that the provider requires beside names and address (S0.9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequiredField {
    /// The telephone number.
    Phone,
    /// The note.
    Note,
}
