//! Sessions: rows, known by the hash of a token that only the browser has. They end when idle, when old, and at once
//! when somebody ends them; nothing of them is cached.

mod ended;

pub(crate) use ended::{forget_ended, sweep_ended};

use crate::base::db::Database;
use crate::base::error::Failure;
use crate::base::random;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::caller::SignedIn;
use domain::error::PortalError;
use domain::id::{PersonId, SessionId};
use domain::live::SessionStanding;
use domain::text::Secret;
use domain::time::Timestamp;
use sqlx::FromRow;
use std::sync::Arc;
use std::time::Duration;

/// The most sessions that one person has at a time.
const SESSIONS_MAX: usize = 50;
/// How often `seen_at` is written at most, in seconds.
const SEEN_EVERY: i64 = 60;
/// How long a page may wait to write it. When the database is busy the next request does.
const SEEN_PATIENCE: Duration = Duration::from_millis(100);

/// Tells who a session cookie belongs to.
#[derive(Debug, Clone)]
pub struct Sessions(pub(crate) Arc<Core>);

#[derive(FromRow)]
struct LiveRow {
    id: String,
    person_id: String,
    seen_at: i64,
    password_by: String,
    language: Option<String>,
}

impl Sessions {
    /// Whoever is signed in with this token at `now`; `None` when the session has ended or never was.
    ///
    /// # Errors
    /// `Unavailable` when the database does not answer: then nobody knows who it is.
    pub async fn resolve(&self, token: &str, now: Timestamp) -> Result<Option<SignedIn>, PortalError> {
        if token.len() != 64 {
            return Ok(None);
        }
        self.find(token, now).await.map_err(unreadable)
    }

    /// The same, without counting as use: a tab that only listens keeps no session from ending when idle.
    ///
    /// # Errors
    /// `Unavailable` when the database does not answer.
    pub async fn look(&self, token: &str, now: Timestamp) -> Result<Option<SignedIn>, PortalError> {
        if token.len() != 64 {
            return Ok(None);
        }
        Ok(self.read(token, now).await.map_err(unreadable)?.map(|(signed_in, _)| signed_in))
    }

    /// What documents say of the session with this token, so that they are told apart from those of any other. Its own
    /// token is the key: every server makes the same mark, after a restart too, and nobody gets from it to the token.
    pub fn mark(token: &str) -> String {
        random::mac(token, "document").chars().take(16).collect()
    }

    /// How a session stands that was live with this token.
    ///
    /// # Errors
    /// `Unavailable` when the database does not answer.
    pub async fn standing(
        &self,
        session: SessionId,
        token: &str,
        now: Timestamp,
    ) -> Result<SessionStanding, PortalError> {
        let row: Result<Option<(String,)>, _> =
            sqlx::query_as("SELECT token_hash FROM sessions WHERE id = $1 AND idle_until > $2 AND expires_at > $2")
                .bind(session.to_string())
                .bind(now.0)
                .fetch_optional(self.0.database.readers())
                .await;
        Ok(match row.map_err(|error| unreadable(error.into()))? {
            None => SessionStanding::Over,
            Some((hash,)) if hash == random::hash(token) => SessionStanding::Live,
            Some(_) => SessionStanding::Renewed,
        })
    }

    /// Whose session this token is or was, for a day after its end.
    ///
    /// # Errors
    /// `Unavailable` when the database does not answer.
    pub async fn last_person(&self, token: &str) -> Result<Option<PersonId>, PortalError> {
        self.find_last(token).await.map_err(unreadable)
    }

    async fn find_last(&self, token: &str) -> Result<Option<PersonId>, Failure> {
        let row: Option<(String,)> = sqlx::query_as(
            "SELECT person_id FROM sessions WHERE token_hash = $1 \
             UNION SELECT person_id FROM ended_sessions WHERE token_hash = $1",
        )
        .bind(random::hash(token))
        .fetch_optional(self.0.database.readers())
        .await?;
        row.map(|(person,)| person.parse().map_err(Failure::from)).transpose()
    }

    async fn find(&self, token: &str, now: Timestamp) -> Result<Option<SignedIn>, Failure> {
        let Some((signed_in, seen_at)) = self.read(token, now).await? else { return Ok(None) };
        if seen_at <= now.plus_seconds(-SEEN_EVERY).0 {
            // Only bookkeeping: whether it succeeds changes nothing for this request.
            let _ = tokio::time::timeout(SEEN_PATIENCE, self.seen(signed_in.session, now)).await;
        }
        Ok(Some(signed_in))
    }

    /// Whoever is signed in with this token, and when that was last noted.
    async fn read(&self, token: &str, now: Timestamp) -> Result<Option<(SignedIn, i64)>, Failure> {
        // INVARIANT: whether a session has ended is decided here, by the clock, and not by whoever sweeps it away.
        let row: Option<LiveRow> = sqlx::query_as(
            "SELECT s.id, s.person_id, s.seen_at, p.password_by, p.language FROM sessions s JOIN persons p ON p.id = s.person_id \
             WHERE s.token_hash = $1 AND s.idle_until > $2 AND s.expires_at > $2",
        )
        .bind(random::hash(token))
        .bind(now.0)
        .fetch_optional(self.0.database.readers())
        .await?;
        let Some(row) = row else { return Ok(None) };
        let signed_in = SignedIn {
            person: row.person_id.parse()?,
            session: row.id.parse()?,
            must_change_password: row.password_by == "other",
            language: row.language.as_deref().and_then(texts::spoken),
        };
        Ok(Some((signed_in, row.seen_at)))
    }

    async fn seen(&self, session: SessionId, now: Timestamp) -> Result<(), Failure> {
        sqlx::query(
            "UPDATE sessions SET seen_at = $2, \
             idle_until = CASE WHEN expires_at < $3 THEN expires_at ELSE $3 END WHERE id = $1 AND seen_at < $2",
        )
        .bind(session.to_string())
        .bind(now.0)
        .bind(now.plus_seconds(self.0.config.sessions.idle_seconds()).0)
        .execute(self.0.database.writer())
        .await?;
        Ok(())
    }
}

fn unreadable(failure: Failure) -> PortalError {
    tracing::error!(error = %failure, "failed to read sessions");
    PortalError::Unavailable
}

/// Begins a session for somebody who just proved who they are. A person has [`SESSIONS_MAX`]; one more ends the oldest.
pub(crate) async fn begin(core: &Core, unit: &mut Unit<'_>, signed_in: SignedIn) -> Result<Secret, Failure> {
    make_room(unit, signed_in.person).await?;
    let caller = unit.caller();
    let now = unit.now();
    let token = random::token();
    let expires = now.plus_seconds(core.config.sessions.absolute_seconds()).0;
    sqlx::query(
        "INSERT INTO sessions (id, person_id, token_hash, created_at, seen_at, idle_until, expires_at, \
         authenticated_at, ip, agent) VALUES ($1, $2, $3, $4, $4, $5, $6, $4, $7, $8)",
    )
    .bind(signed_in.session.to_string())
    .bind(signed_in.person.to_string())
    .bind(random::hash(&token))
    .bind(now.0)
    .bind(now.plus_seconds(core.config.sessions.idle_seconds()).0.min(expires))
    .bind(expires)
    .bind(&caller.ip)
    .bind(caller.agent.chars().take(200).collect::<String>())
    .execute(unit.connection())
    .await?;
    Ok(Secret::new(token))
}

/// Ends the oldest sessions of a person, until there is room for one more.
async fn make_room(unit: &mut Unit<'_>, person: PersonId) -> Result<(), Failure> {
    for oldest in list(unit, person).await?.into_iter().skip(SESSIONS_MAX - 1) {
        end(unit, person, oldest.id.parse()?).await?;
    }
    Ok(())
}

/// Whether the session of the caller has not ended.
pub(crate) async fn lives(unit: &mut Unit<'_>) -> Result<bool, Failure> {
    let (session, now) = (unit.signed_in()?.session, unit.now());
    let live: Option<(String,)> =
        sqlx::query_as("SELECT id FROM sessions WHERE id = $1 AND idle_until > $2 AND expires_at > $2")
            .bind(session.to_string())
            .bind(now.0)
            .fetch_optional(unit.connection())
            .await?;
    Ok(live.is_some())
}

/// Gives a session a new token, after its person proved again who they are. `None` when it has ended meanwhile.
pub(crate) async fn renew(unit: &mut Unit<'_>, signed_in: SignedIn) -> Result<Option<Secret>, Failure> {
    let token = random::token();
    let now = unit.now();
    let renewed = sqlx::query(
        "UPDATE sessions SET token_hash = $3, authenticated_at = $4 \
         WHERE id = $1 AND person_id = $2 AND idle_until > $4 AND expires_at > $4",
    )
    .bind(signed_in.session.to_string())
    .bind(signed_in.person.to_string())
    .bind(random::hash(&token))
    .bind(now.0)
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok((renewed == 1).then(|| Secret::new(token)))
}

/// When the password was last given in the session of the caller; `None` when that has ended.
pub(crate) async fn password_given(unit: &mut Unit<'_>) -> Result<Option<Timestamp>, Failure> {
    let signed_in = unit.signed_in()?;
    let row: Option<(i64,)> = sqlx::query_as("SELECT authenticated_at FROM sessions WHERE id = $1 AND person_id = $2")
        .bind(signed_in.session.to_string())
        .bind(signed_in.person.to_string())
        .fetch_optional(unit.connection())
        .await?;
    Ok(row.map(|(at,)| Timestamp(at)))
}

/// Keeps that the password was given in a session now.
pub(crate) async fn keep_password_given(unit: &mut Unit<'_>, signed_in: SignedIn) -> Result<(), Failure> {
    let now = unit.now();
    sqlx::query("UPDATE sessions SET authenticated_at = $3 WHERE id = $1 AND person_id = $2")
        .bind(signed_in.session.to_string())
        .bind(signed_in.person.to_string())
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Ends one session of a person, which wakes its stream; whether there was one.
pub(crate) async fn end(unit: &mut Unit<'_>, person: PersonId, session: SessionId) -> Result<bool, Failure> {
    ended::keep(unit, person, session).await?;
    let ended = sqlx::query("DELETE FROM sessions WHERE id = $1 AND person_id = $2")
        .bind(session.to_string())
        .bind(person.to_string())
        .execute(unit.connection())
        .await?
        .rows_affected();
    if ended > 0 {
        unit.publish_to([person.to_string()]);
    }
    Ok(ended > 0)
}

/// Ends every session of a person, but for `keep`, which wakes their streams.
pub(crate) async fn end_all_of(unit: &mut Unit<'_>, person: PersonId, keep: Option<SessionId>) -> Result<(), Failure> {
    let keep = keep.map(|session| session.to_string()).unwrap_or_default();
    ended::keep_all_of(unit, person, &keep).await?;
    let ended = sqlx::query("DELETE FROM sessions WHERE person_id = $1 AND id <> $2")
        .bind(person.to_string())
        .bind(keep)
        .execute(unit.connection())
        .await?
        .rows_affected();
    if ended > 0 {
        unit.publish_to([person.to_string()]);
    }
    Ok(())
}

/// A live session of a person.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct SessionRecord {
    pub(crate) id: String,
    pub(crate) created_at: i64,
    pub(crate) seen_at: i64,
    pub(crate) ip: String,
    pub(crate) agent: String,
}

/// The live sessions of a person, latest first.
pub(crate) async fn list(unit: &mut Unit<'_>, person: PersonId) -> Result<Vec<SessionRecord>, Failure> {
    let now = unit.now();
    Ok(sqlx::query_as(
        "SELECT id, created_at, seen_at, ip, agent FROM sessions \
         WHERE person_id = $1 AND idle_until > $2 AND expires_at > $2 ORDER BY created_at DESC, id DESC",
    )
    .bind(person.to_string())
    .bind(now.0)
    .fetch_all(unit.connection())
    .await?)
}

/// Ends everybody's; how many.
pub(crate) async fn revoke_all(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    unit.by_operator()?;
    Ok(sqlx::query("DELETE FROM sessions").execute(unit.connection()).await?.rows_affected())
}

/// Deletes what was over before then.
pub(crate) async fn sweep(database: &Database, before: Timestamp) -> Result<(), Failure> {
    sqlx::query("DELETE FROM sessions WHERE idle_until <= $1 OR expires_at <= $1")
        .bind(before.0)
        .execute(database.writer())
        .await?;
    Ok(())
}
