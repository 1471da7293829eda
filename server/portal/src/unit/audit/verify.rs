//! Whether the audit log is as it was written. A chain shows by itself what was altered, removed or moved in it; that the
//! whole of it was written anew shows only when it is compared with a head that was kept elsewhere.

use super::{INSTALLATION, Row};
use crate::base::db::{Database, OpenError};
use sqlx::{AnyConnection, FromRow};
use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

/// How many rows are read at a time.
const PAGE: i64 = 1_000;
/// The migration that gave rows a format.
const MIGRATION_TO_FORMATS: i64 = 25;
/// What the installation's chain is called in print.
const INSTALLATION_NAME: &str = "installation";

/// Where a chain ends: the number and the hash of its last row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditHead {
    /// The account's id; empty for the installation.
    pub chain: String,
    /// The last row's number, from 1.
    pub seq: i64,
    /// The last row's hash.
    pub hash: String,
}

/// A chain, verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditChain {
    /// Where it ends.
    pub head: AuditHead,
    /// The number of the first row that was altered, removed or moved; `None` when all is well.
    pub first_bad: Option<i64>,
}

/// The text is no head.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a line of `portico audit verify`")]
pub struct NotAHead(String);

impl AuditHead {
    /// What the chain is called in print.
    pub fn name(&self) -> &str {
        if self.chain == INSTALLATION { INSTALLATION_NAME } else { &self.chain }
    }
}

impl fmt::Display for AuditHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.name(), self.seq, self.hash)
    }
}

impl FromStr for AuditHead {
    type Err = NotAHead;

    fn from_str(line: &str) -> Result<Self, NotAHead> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [chain, seq, hash] = words[..] else { return Err(NotAHead(line.to_owned())) };
        let chain = if chain == INSTALLATION_NAME { INSTALLATION } else { chain };
        let seq = seq.parse().map_err(|_| NotAHead(line.to_owned()))?;
        Ok(Self { chain: chain.to_owned(), seq, hash: hash.to_owned() })
    }
}

/// Verifies every chain of a database, which a portal may be using, against itself and the heads that were `kept`.
///
/// # Errors
/// When the database can't be read.
pub async fn verify_audit(data: &Path, url: Option<&str>, kept: &[AuditHead]) -> Result<Vec<AuditChain>, OpenError> {
    let (pool, dialect) = Database::look(data, url).await?;
    let mut transaction = pool.begin_with(dialect.begin_read()).await?;
    let schema = Schema::of(&mut transaction).await?;
    let mut names: BTreeSet<String> = kept.iter().map(|head| head.chain.clone()).collect();
    names.extend(names_of_chains(&mut transaction).await?);
    let mut chains = Vec::with_capacity(names.len());
    for name in names {
        let kept: Vec<&AuditHead> = kept.iter().filter(|head| head.chain == name).collect();
        chains.push(verify(&mut transaction, schema, name, &kept).await?);
    }
    transaction.rollback().await?;
    pool.close().await;
    Ok(chains)
}

async fn verify(
    connection: &mut AnyConnection,
    schema: Schema,
    chain: String,
    kept: &[&AuditHead],
) -> Result<AuditChain, sqlx::Error> {
    let head = head(connection, chain).await?;
    let mut walked = AuditHead { chain: head.chain.clone(), seq: 0, hash: String::new() };
    let mut after = i64::MIN;
    loop {
        let rows = page(connection, schema, &head.chain, after).await?;
        let Some(last) = rows.last() else { break };
        after = last.seq;
        for row in rows {
            let next = AuditHead { chain: head.chain.clone(), seq: walked.seq + 1, hash: row.hash.clone() };
            let contradicts = |kept: &&AuditHead| kept.seq == next.seq && kept.hash != next.hash;
            if !row.follows(&walked) || kept.iter().any(contradicts) {
                return Ok(AuditChain { head, first_bad: Some(row.seq.min(next.seq)) });
            }
            walked = next;
        }
    }
    let is_cut = head != walked || kept.iter().any(|kept| kept.seq > walked.seq);
    // Rows that the head does not count were not written by the portal.
    let first_bad = is_cut.then_some(walked.seq.min(head.seq) + 1);
    Ok(AuditChain { head, first_bad })
}

/// A row with its place in the chain.
#[derive(FromRow)]
struct Link {
    seq: i64,
    previous_hash: String,
    hash: String,
    #[sqlx(flatten)]
    row: Row,
}

impl Link {
    fn follows(&self, before: &AuditHead) -> bool {
        self.seq == before.seq + 1
            && self.previous_hash == before.hash
            && self.row.hash(&before.chain, self.seq, &before.hash) == self.hash
    }
}

async fn names_of_chains(connection: &mut AnyConnection) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar("SELECT chain FROM audit_heads UNION SELECT chain FROM audit").fetch_all(connection).await
}

async fn head(connection: &mut AnyConnection, chain: String) -> Result<AuditHead, sqlx::Error> {
    let head: Option<(i64, String)> = sqlx::query_as("SELECT seq, hash FROM audit_heads WHERE chain = $1")
        .bind(chain.clone())
        .fetch_optional(connection)
        .await?;
    let (seq, hash) = head.unwrap_or_default();
    Ok(AuditHead { chain, seq, hash })
}

/// The columns that there are: a backup is verified before it is brought up to date.
#[derive(Debug, Clone, Copy)]
enum Schema {
    Today,
    BeforeFormats,
}

impl Schema {
    async fn of(connection: &mut AnyConnection) -> Result<Self, sqlx::Error> {
        let (formats,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM _sqlx_migrations WHERE version = $1")
            .bind(MIGRATION_TO_FORMATS)
            .fetch_one(connection)
            .await?;
        Ok(if formats > 0 { Self::Today } else { Self::BeforeFormats })
    }
}

async fn page(
    connection: &mut AnyConnection,
    schema: Schema,
    chain: &str,
    after: i64,
) -> Result<Vec<Link>, sqlx::Error> {
    let statement = match schema {
        Schema::Today => {
            "SELECT seq, id, at, kind, person_id, person_name, as_contact, session_id, request_id, details, format, actor, \
             subject, subject_id, previous_hash, hash FROM audit WHERE chain = $1 AND seq > $2 ORDER BY seq LIMIT $3"
        }
        Schema::BeforeFormats => {
            "SELECT seq, id, at, kind, person_id, person_name, as_contact, session_id, request_id, details, \
             CAST(0 AS BIGINT) AS format, CAST(NULL AS TEXT) AS actor, CAST(NULL AS TEXT) AS subject, \
             CAST(NULL AS TEXT) AS subject_id, previous_hash, hash FROM audit WHERE chain = $1 AND seq > $2 \
             ORDER BY seq LIMIT $3"
        }
    };
    sqlx::query_as(statement).bind(chain.to_owned()).bind(after).bind(PAGE).fetch_all(connection).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_as_it_is_printed() {
        for line in ["installation 12 00ff", "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f 1 ab"] {
            assert_eq!(line.parse::<AuditHead>().expect("a head").to_string(), line);
        }
        for line in ["", "installation", "installation x 00ff", "installation 1 00ff more"] {
            assert_eq!(line.parse::<AuditHead>(), Err(NotAHead(line.to_owned())));
        }
    }
}
