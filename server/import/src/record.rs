//! The records of the format, as `docs/import.md` describes them. Reading gives them checked one by one; whether they
//! fit together and with what is stored is `check`'s to say. Writing them is what an export does.

use crate::value::{ExternalId, When};
use domain::billing::InvoiceStatus;
use domain::category::Category;
use domain::domains::DomainStatus;
use domain::email::EmailAddress;
use domain::operation::{DomainOperationSet, OperationSet};
use domain::owner::OwnerKind;
use domain::person::Language;
use domain::privilege::PrivilegeSet;
use domain::role::RoleSet;
use domain::service::{Period, ServiceKind, ServiceStatus};
use domain::status::AccountStatus;
use domain::status::ContactState;
use serde::Serialize as DeriveSerialize;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::BTreeMap;
use std::net::IpAddr;

/// The kinds of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Kind {
    Account,
    Person,
    Contact,
    Service,
    Domain,
    Invoice,
}

impl Kind {
    pub(crate) const ALL: [Self; 6] =
        [Self::Account, Self::Person, Self::Contact, Self::Service, Self::Domain, Self::Invoice];

    /// The value of `type`.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Person => "person",
            Self::Contact => "contact",
            Self::Service => "service",
            Self::Domain => "domain",
            Self::Invoice => "invoice",
        }
    }

    pub(crate) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// One line.
#[derive(Debug, Clone, PartialEq, DeriveSerialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Record {
    Account(AccountRecord),
    Person(PersonRecord),
    Contact(Box<ContactRecord>),
    Service(ServiceRecord),
    Domain(DomainRecord),
    Invoice(InvoiceRecord),
}

#[derive(Debug, Clone, PartialEq, DeriveSerialize)]
pub(crate) struct AccountRecord {
    pub(crate) id: ExternalId,
    pub(crate) name: String,
    pub(crate) status: AccountStatus,
    pub(crate) currency: String,
    /// The roles that its managers may hand out; `None` leaves it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hand_out: Option<RoleSet>,
}

/// Who chose a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DeriveSerialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PasswordBy {
    /// The person.
    #[serde(rename = "self")]
    Oneself,
    /// Somebody else: it must be changed at the first sign-in (PRODUCT D5).
    Other,
}

impl PasswordBy {
    pub(crate) const ALL: [Self; 2] = [Self::Oneself, Self::Other];

    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Oneself => "self",
            Self::Other => "other",
        }
    }

    pub(crate) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.key() == key)
    }
}

#[derive(Debug, Clone, PartialEq, DeriveSerialize)]
pub(crate) struct PersonRecord {
    pub(crate) id: ExternalId,
    pub(crate) email: EmailAddress,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) language: Option<Language>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) time_zone: Option<String>,
    #[serde(flatten)]
    pub(crate) password: Option<Password>,
    pub(crate) verified: bool,
}

/// A password's hash and who chose it.
#[derive(Debug, Clone, PartialEq, DeriveSerialize)]
pub(crate) struct Password {
    #[serde(rename = "password_hash")]
    pub(crate) hash: String,
    #[serde(rename = "password_by")]
    pub(crate) by: PasswordBy,
}

#[derive(Debug, Clone, PartialEq, DeriveSerialize)]
pub(crate) struct ContactRecord {
    pub(crate) id: ExternalId,
    pub(crate) account: ExternalId,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) person: Option<ExternalId>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "owner_key")]
    pub(crate) owner: Option<OwnerKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) state: Option<ContactState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
    #[serde(skip_serializing_if = "is_nothing")]
    pub(crate) roles: RoleSet,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) template: Option<String>,
    #[serde(skip_serializing_if = "is_nothing")]
    pub(crate) privileges: PrivilegeSet,
    #[serde(skip_serializing_if = "ServiceGrants::is_empty")]
    pub(crate) services: ServiceGrants,
    #[serde(skip_serializing_if = "DomainGrants::is_empty")]
    pub(crate) domains: DomainGrants,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) notifications: Option<Vec<Category>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ends: Option<When>,
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn owner_key<S: Serializer>(owner: &Option<OwnerKind>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(owner.map_or("", OwnerKind::key))
}

fn is_nothing<T: Default + PartialEq>(set: &T) -> bool {
    *set == T::default()
}

/// The operations of a contact, by what they hold on.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct GrantsOn<O> {
    pub(crate) all: O,
    pub(crate) new: O,
    pub(crate) each: BTreeMap<ExternalId, O>,
}

/// Those on services.
pub(crate) type ServiceGrants = GrantsOn<OperationSet>;
/// Those on domains.
pub(crate) type DomainGrants = GrantsOn<DomainOperationSet>;

impl<O: Default + PartialEq> GrantsOn<O> {
    pub(crate) fn is_empty(&self) -> bool {
        is_nothing(&self.all) && is_nothing(&self.new) && self.each.is_empty()
    }
}

impl<O: Default + PartialEq + Serialize> Serialize for GrantsOn<O> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (scope, set) in [("all", &self.all), ("new", &self.new)] {
            if !is_nothing(set) {
                map.serialize_entry(scope, set)?;
            }
        }
        for (one, set) in &self.each {
            map.serialize_entry(one, set)?;
        }
        map.end()
    }
}

#[derive(Debug, Clone, PartialEq, DeriveSerialize)]
pub(crate) struct ServiceRecord {
    pub(crate) id: ExternalId,
    pub(crate) account: ExternalId,
    pub(crate) name: String,
    pub(crate) product: String,
    /// The driver that runs it, and what that calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) driver: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) handle: Option<String>,
    pub(crate) kind: ServiceKind,
    pub(crate) status: ServiceStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expires: Option<When>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) address: Option<IpAddr>,
    /// In the currency of the account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) price_minor: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) period: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) next_due: Option<When>,
}

#[derive(Debug, Clone, PartialEq, DeriveSerialize)]
pub(crate) struct DomainRecord {
    pub(crate) id: ExternalId,
    pub(crate) account: ExternalId,
    pub(crate) name: String,
    pub(crate) status: DomainStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expires: Option<When>,
    /// Which name server has the zone, and what it calls that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) driver: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) handle: Option<String>,
}

#[derive(Debug, Clone, PartialEq, DeriveSerialize)]
pub(crate) struct InvoiceRecord {
    pub(crate) id: ExternalId,
    pub(crate) account: ExternalId,
    pub(crate) number: String,
    pub(crate) status: InvoiceStatus,
    pub(crate) issued: When,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<When>,
    pub(crate) total_minor: i64,
    pub(crate) currency: String,
}
