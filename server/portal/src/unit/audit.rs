//! The audit log: one event per commit, in one chain of hashes per account and one for the installation.

mod details;
mod verify;

pub(crate) use details::Details;
pub use verify::{AuditChain, AuditHead, NotAHead, verify_audit};

use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use domain::audit::{ActorRef, Change, Fact, Subject};
use domain::by::By;
use domain::caller::Caller;
use domain::id::ContactId;
use sqlx::FromRow;

/// The name of the installation's chain.
pub(crate) const INSTALLATION: &str = "";

/// The format of the rows that are written now. Rows of format 0 were written before there were formats.
const FORMAT: i64 = 1;

/// What was done.
#[derive(Debug, Clone)]
pub struct AuditEvent {
    pub(crate) fact: Fact,
    pub(crate) subject: Subject,
    /// Under which name; the person's id comes from the caller.
    by: By,
    /// The job that did it in the name of whoever asked for it.
    job: Option<&'static str>,
    /// Which contact the portal was viewed as.
    pub(crate) as_contact: Option<ContactId>,
    /// The contacts it was done to, by name at the time.
    pub(crate) contacts: Vec<(ContactId, String)>,
    changes: Vec<Change>,
}

impl AuditEvent {
    /// Something done by somebody.
    pub fn new(fact: impl Into<Fact>, subject: Subject, by: By) -> Self {
        let (contacts, changes) = (Vec::new(), Vec::new());
        Self { fact: fact.into(), subject, by, job: None, as_contact: None, contacts, changes }
    }

    /// Done to this contact.
    pub(crate) fn to(mut self, contact: ContactId, name: String) -> Self {
        self.contacts.push((contact, name));
        self
    }

    /// With these changes.
    pub(crate) fn with<C: Into<Change>>(mut self, changes: Vec<C>) -> Self {
        self.changes = changes.into_iter().map(Into::into).collect();
        self
    }

    /// Done by a job, in the name of whoever asked for it.
    pub(crate) fn by_job(mut self, name: &'static str) -> Self {
        self.job = Some(name);
        self
    }

    fn actor(&self, caller: &Caller) -> ActorRef {
        let person = caller.signed_in().map(|signed_in| signed_in.person);
        match (&self.by, person, self.job) {
            (By::Provider, _, _) => ActorRef::Operator,
            (By::Person { .. }, None, _) => ActorRef::Nobody,
            (By::Person { .. }, Some(person), None) => ActorRef::Person(person),
            (By::Person { .. }, Some(person), Some(name)) => ActorRef::Job { name, person },
        }
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
pub async fn write(unit: &mut Unit<'_>, chain: &str, event: AuditEvent) -> Result<(), Failure> {
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
         details, previous_hash, hash, format, actor, subject, subject_id) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
    )
    .bind(chain)
    .bind(seq)
    .bind(row.id)
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
    .bind(row.format)
    .bind(row.actor)
    .bind(row.subject)
    .bind(row.subject_id)
    .execute(&mut *connection)
    .await?;
    sqlx::query("UPDATE audit_heads SET hash = $2 WHERE chain = $1")
        .bind(chain)
        .bind(&hash)
        .execute(connection)
        .await?;
    Ok(())
}

/// What a hash covers of a row, beside its place in the chain.
#[derive(FromRow)]
struct Row {
    id: String,
    at: i64,
    kind: String,
    person_id: Option<String>,
    person_name: String,
    as_contact: Option<String>,
    session_id: Option<String>,
    request_id: String,
    details: String,
    format: i64,
    actor: Option<String>,
    subject: Option<String>,
    subject_id: Option<String>,
}

impl Row {
    fn new(caller: &Caller, event: AuditEvent) -> Result<Self, Failure> {
        let actor = event.actor(caller);
        Ok(Self {
            id: random::id(caller.now).to_string(),
            at: caller.now.0,
            kind: event.fact.kind().key().to_owned(),
            person_id: actor.person().map(|person| person.to_string()),
            person_name: event.by.name().to_owned(),
            as_contact: event.as_contact.map(|contact| contact.to_string()),
            session_id: caller.signed_in().map(|signed_in| signed_in.session.to_string()),
            request_id: caller.request.to_string(),
            format: FORMAT,
            actor: Some(actor.key().to_owned()),
            subject: Some(event.subject.key().to_owned()),
            subject_id: event.subject.id().map(|id| id.as_hyphenated().to_string()),
            details: serde_json::to_string(&Details::of(event)?)?,
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
        let added = (self.format, &self.actor, &self.subject, &self.subject_id);
        // INVARIANT: a row of format 0 has none of these, so none can be given to it, nor taken from another, unnoticed.
        let whole = if added == (0, &None, &None, &None) { parts } else { serde_json::json!([parts, added, self.id]) };
        random::hash(&whole.to_string())
    }
}
