//! Invitations as rows.

use crate::base::error::Failure;
use crate::base::random;
use crate::records::contacts;
use crate::unit::Unit;
use domain::access::{Authority, Deed};
use domain::id::{AccountId, ContactId, PersonId};
use domain::invitation::VALID_DAYS;
use domain::text::Secret;
use domain::time::Timestamp;
use sqlx::FromRow;

/// Where an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InvitationState {
    /// Waits for an answer.
    Open,
    /// Had access at once, and can be refused.
    Given,
    /// Answered or taken back.
    Over,
}

impl InvitationState {
    const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Given => "given",
            // No row is written so: it is over in one way or the other.
            Self::Over => "",
        }
    }

    /// An unknown state is one that nothing can be done with any more.
    fn from_key(key: &str) -> Self {
        match key {
            "open" => Self::Open,
            "given" => Self::Given,
            _ => Self::Over,
        }
    }
}

/// How an invitation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Accepted,
    Declined,
    Cancelled,
}

impl Ending {
    const fn key(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Cancelled => "cancelled",
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Invitation {
    pub(crate) account: AccountId,
    pub(crate) contact: ContactId,
    pub(crate) invited_by: PersonId,
    pub(crate) email_key: String,
    pub(crate) state: InvitationState,
    pub(crate) expires: Timestamp,
    pub(crate) access_ends: Option<Timestamp>,
}

impl Invitation {
    /// Whether something can be done with its link at `now`.
    pub(crate) fn is_live(&self, now: Timestamp) -> bool {
        self.state != InvitationState::Over && self.expires > now
    }
}

/// Until when an invitation sent at `now` can be answered.
pub(crate) const fn valid_until(now: Timestamp) -> Timestamp {
    now.plus_seconds(VALID_DAYS * 86_400)
}

#[derive(FromRow)]
struct InvitationRow {
    account_id: String,
    contact_id: String,
    invited_by: String,
    email_key: String,
    state: String,
    expires_at: i64,
    access_ends_at: Option<i64>,
}

fn read(row: InvitationRow) -> Result<Invitation, Failure> {
    Ok(Invitation {
        account: row.account_id.parse()?,
        contact: row.contact_id.parse()?,
        invited_by: row.invited_by.parse()?,
        email_key: row.email_key,
        state: InvitationState::from_key(&row.state),
        expires: Timestamp(row.expires_at),
        access_ends: row.access_ends_at.map(Timestamp),
    })
}

/// The invitation that a link belongs to, whether or not it can still be answered.
pub(crate) async fn by_token(unit: &mut Unit<'_>, token: &Secret) -> Result<Option<Invitation>, Failure> {
    let row: Option<InvitationRow> = sqlx::query_as(
        "SELECT i.account_id, i.contact_id, i.invited_by, i.email_key, i.state, i.expires_at, i.access_ends_at \
         FROM invitation_tokens t JOIN invitations i ON i.account_id = t.account_id AND i.contact_id = t.contact_id \
         WHERE t.hash = $1",
    )
    .bind(random::hash(token.expose()))
    .fetch_optional(unit.connection())
    .await?;
    row.map(read).transpose()
}

/// The invitation of a contact.
pub(crate) async fn of_contact(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
) -> Result<Option<Invitation>, Failure> {
    let row: Option<InvitationRow> = sqlx::query_as(
        "SELECT account_id, contact_id, invited_by, email_key, state, expires_at, access_ends_at FROM invitations \
         WHERE account_id = $1 AND contact_id = $2",
    )
    .bind(account.to_string())
    .bind(contact.to_string())
    .fetch_optional(unit.connection())
    .await?;
    row.map(read).transpose()
}

/// Writes a new invitation, or the one that was sent before anew.
pub(crate) async fn save(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    invitation: &Invitation,
) -> Result<(), Failure> {
    authority.covers(Deed::Invite, invitation.contact)?;
    let now = unit.now();
    sqlx::query(
        "INSERT INTO invitations (account_id, contact_id, invited_by, email_key, state, sent_at, expires_at, \
         access_ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (account_id, contact_id) DO UPDATE SET \
         invited_by = excluded.invited_by, email_key = excluded.email_key, state = excluded.state, \
         sent_at = excluded.sent_at, expires_at = excluded.expires_at, decided_at = NULL, reason = ''",
    )
    .bind(authority.account().to_string())
    .bind(invitation.contact.to_string())
    .bind(invitation.invited_by.to_string())
    .bind(&invitation.email_key)
    .bind(invitation.state.key())
    .bind(now.0)
    .bind(invitation.expires.0)
    .bind(invitation.access_ends.map(|ends| ends.0))
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// How a link reaches whoever opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// By mail to the invited address: opening it proves the mailbox.
    Mail,
    /// By hand, from somebody who manages contacts: it proves nothing.
    Hand,
}

/// Makes one more link of an invitation.
pub(crate) async fn make_token(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    invitation: &Invitation,
    way: Way,
) -> Result<String, Failure> {
    authority.covers(Deed::MakeLink, invitation.contact)?;
    let token = random::token();
    let now = unit.now();
    sqlx::query(
        "INSERT INTO invitation_tokens (hash, account_id, contact_id, created_at, mailed) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(random::hash(&token))
    .bind(authority.account().to_string())
    .bind(invitation.contact.to_string())
    .bind(now.0)
    .bind(i64::from(way == Way::Mail))
    .execute(unit.connection())
    .await?;
    Ok(token)
}

/// Whether a link went to the invited address by mail.
pub(crate) async fn is_mailed(unit: &mut Unit<'_>, token: &Secret) -> Result<bool, Failure> {
    let row: Option<(i64,)> = sqlx::query_as("SELECT mailed FROM invitation_tokens WHERE hash = $1")
        .bind(random::hash(token.expose()))
        .fetch_optional(unit.connection())
        .await?;
    Ok(row == Some((1,)))
}

/// Ends every link of a contact's invitation.
pub(crate) async fn kill_tokens(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
) -> Result<(), Failure> {
    authority.covers(Deed::Invite, contact)?;
    delete_tokens(unit, authority.account(), contact).await
}

async fn delete_tokens(unit: &mut Unit<'_>, account: AccountId, contact: ContactId) -> Result<(), Failure> {
    sqlx::query("DELETE FROM invitation_tokens WHERE account_id = $1 AND contact_id = $2")
        .bind(account.to_string())
        .bind(contact.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Ends an invitation, and its links; whether it was still to be answered. Of any number at once, one ends it.
pub(crate) async fn end(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    ending: Ending,
    reason: &str,
) -> Result<bool, Failure> {
    authority.covers(Deed::EndInvitation, contact)?;
    delete_tokens(unit, authority.account(), contact).await?;
    let now = unit.now();
    // INVARIANT: the very statement that ends it asks whether it is too late, by the clock and not by who sweeps.
    let ended = sqlx::query(
        "UPDATE invitations SET state = $3, decided_at = $4, reason = $5 \
         WHERE account_id = $1 AND contact_id = $2 AND state IN ('open', 'given') AND expires_at > $4",
    )
    .bind(authority.account().to_string())
    .bind(contact.to_string())
    .bind(ending.key())
    .bind(now.0)
    .bind(reason)
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok(ended == 1)
}

/// Ends whatever can be answered from an address that its person has given up: what waits there, and what the person was
/// given at once and could refuse.
pub(crate) async fn void(unit: &mut Unit<'_>, person: PersonId, email_key: &str) -> Result<(), Failure> {
    // INVARIANT: the links go too. A request that began before has the time from before, by which nothing has expired.
    delete_tokens_to(unit, person, email_key).await?;
    contacts::end_waiting(unit, email_key).await?;
    let now = unit.now();
    sqlx::query("UPDATE invitations SET expires_at = $2 WHERE email_key = $1 AND state = 'open' AND expires_at > $2")
        .bind(email_key)
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(())
}

async fn delete_tokens_to(unit: &mut Unit<'_>, person: PersonId, email_key: &str) -> Result<(), Failure> {
    sqlx::query(
        "DELETE FROM invitation_tokens WHERE (account_id, contact_id) IN \
         (SELECT account_id, contact_id FROM invitations WHERE email_key = $1 AND state = 'open' \
         UNION ALL SELECT account_id, id FROM contacts WHERE person_id = $2)",
    )
    .bind(email_key)
    .bind(person.to_string())
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Ends every link, on every account; how many.
pub(crate) async fn revoke_links(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    unit.by_operator()?;
    Ok(sqlx::query("DELETE FROM invitation_tokens").execute(unit.connection()).await?.rows_affected())
}

/// Has all of them expire, on every account; how many. They are not cancelled: whoever manages the contacts sees them, and
/// sends again those that still hold.
pub(crate) async fn expire_all(unit: &mut Unit<'_>) -> Result<u64, Failure> {
    contacts::end_all_waiting(unit).await?;
    let now = unit.now();
    let expired = sqlx::query("UPDATE invitations SET expires_at = $1 WHERE state = 'open' AND expires_at > $1")
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(expired.rows_affected())
}
