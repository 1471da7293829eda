//! The audit log: one event per commit, in one chain of hashes per account and one for the installation.

mod verify;

pub use verify::{AuditChain, AuditHead, NotAHead, verify_audit};

use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use domain::audit::{AuditKind, By};
use domain::contact::ContactChange;
use domain::id::ContactId;
use domain::ports::Caller;
use serde::{Deserialize, Serialize};

/// The name of the installation's chain.
pub(crate) const INSTALLATION: &str = "";

/// What was done.
#[derive(Debug, Clone)]
pub(crate) struct AuditEvent {
    pub(crate) kind: AuditKind,
    /// Which contact the portal was viewed as.
    pub(crate) as_contact: Option<ContactId>,
    pub(crate) details: Details,
}

/// What an event says beside who and when.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Details {
    /// Who did it; the person's id comes from the caller. Rows from before have the name in a column alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) by: Option<By>,
    /// The contacts it was done to, by name at the time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) targets: Vec<(ContactId, String)>,
    /// What changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) changes: Vec<ContactChange>,
    /// Anything else, in plain words for the operator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
}

impl AuditEvent {
    /// Something done by somebody.
    pub(crate) fn new(kind: AuditKind, by: By) -> Self {
        Self { kind, as_contact: None, details: Details { by: Some(by), ..Details::default() } }
    }

    /// Done to this contact.
    pub(crate) fn to(mut self, contact: ContactId, name: String) -> Self {
        self.details.targets.push((contact, name));
        self
    }

    /// With these changes.
    pub(crate) fn with(mut self, changes: Vec<ContactChange>) -> Self {
        self.details.changes = changes;
        self
    }
}

/// Whoever did what a row tells, of which only the name was kept before `author` was.
pub(crate) fn author(author: Option<&str>, name: String) -> Result<By, Failure> {
    match author {
        Some(author) => Ok(serde_json::from_str(author)?),
        None => Ok(By::Person { name, email: None, contact: None }),
    }
}

/// Appends the event to a chain. The head row is the chain's lock.
pub(crate) async fn write(unit: &mut Unit<'_>, chain: &str, event: AuditEvent) -> Result<(), Failure> {
    let caller = unit.caller();
    let connection = unit.connection();
    sqlx::query("INSERT INTO audit_heads (chain, seq, hash) VALUES ($1, 0, '') ON CONFLICT (chain) DO NOTHING")
        .bind(chain)
        .execute(&mut *connection)
        .await?;
    let (seq, previous): (i64, String) =
        sqlx::query_as("UPDATE audit_heads SET seq = seq + 1 WHERE chain = $1 RETURNING seq, hash")
            .bind(chain)
            .fetch_one(&mut *connection)
            .await?;
    let row = Row::new(caller, event)?;
    let hash = row.hash(chain, seq, &previous);
    sqlx::query(
        "INSERT INTO audit (chain, seq, id, at, kind, person_id, person_name, as_contact, session_id, request_id, \
         details, previous_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(chain)
    .bind(seq)
    .bind(random::id(caller.now).to_string())
    .bind(row.at)
    .bind(row.kind)
    .bind(row.person_id)
    .bind(row.person_name)
    .bind(row.as_contact)
    .bind(row.session_id)
    .bind(row.request_id)
    .bind(row.details)
    .bind(&previous)
    .bind(&hash)
    .execute(&mut *connection)
    .await?;
    sqlx::query("UPDATE audit_heads SET hash = $2 WHERE chain = $1")
        .bind(chain)
        .bind(&hash)
        .execute(connection)
        .await?;
    Ok(())
}

struct Row {
    at: i64,
    kind: String,
    person_id: Option<String>,
    person_name: String,
    as_contact: Option<String>,
    session_id: Option<String>,
    request_id: String,
    details: String,
}

impl Row {
    fn new(caller: &Caller, event: AuditEvent) -> Result<Self, Failure> {
        Ok(Self {
            at: caller.now.0,
            kind: event.kind.key().to_owned(),
            person_id: caller.signed_in().map(|signed_in| signed_in.person.to_string()),
            person_name: event.details.by.as_ref().map(By::name).unwrap_or_default().to_owned(),
            as_contact: event.as_contact.map(|contact| contact.to_string()),
            session_id: caller.signed_in().map(|signed_in| signed_in.session.to_string()),
            request_id: caller.request.to_string(),
            details: serde_json::to_string(&event.details)?,
        })
    }

    fn hash(&self, chain: &str, seq: i64, previous: &str) -> String {
        let optional = |text: &Option<String>| text.clone().unwrap_or_default();
        // JSON keeps the parts apart, whatever characters they hold.
        let parts = serde_json::json!([
            previous,
            chain,
            seq,
            self.at,
            self.kind,
            optional(&self.person_id),
            self.person_name,
            optional(&self.as_contact),
            optional(&self.session_id),
            self.request_id,
            self.details,
        ]);
        random::hash(&parts.to_string())
    }
}
