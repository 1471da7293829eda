//! Everywhere that somebody may act, and who they are there: in two statements, however many accounts there are.

use super::Member;
use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::records::contacts::owner_kind;
use crate::records::grants;
use crate::unit::Unit;
use domain::access::Actor;
use domain::id::AccountId;
use domain::rights::{Effective, Rights};
use domain::status::AccountStatus;
use domain::time::Timestamp;
use sqlx::FromRow;

/// One account that the caller may act for.
pub(crate) struct Membership {
    pub(crate) actor: Actor,
    /// The account's name.
    pub(crate) account_name: String,
    /// What the caller was given, with the template it began with.
    pub(crate) rights: Rights,
    /// When the caller's access ends.
    pub(crate) ends: Option<Timestamp>,
    /// Whether the caller keeps it at the top.
    pub(crate) pinned: bool,
}

/// The accounts that the caller may act for, and those of them that they own.
pub(crate) struct Reach {
    pub(crate) accounts: Vec<AccountId>,
    pub(crate) owned: Vec<AccountId>,
}

#[derive(FromRow)]
struct Row {
    account_id: String,
    name: String,
    status: String,
    hand_out: String,
    id: String,
    owner: Option<String>,
    template: Option<String>,
    ends_at: Option<i64>,
    pinned_at: Option<i64>,
}

impl Unit<'_> {
    /// Every account that the caller may act for now.
    pub(crate) async fn memberships(&mut self) -> Result<Vec<Membership>, Failure> {
        let person = self.signed_in()?.person;
        // INVARIANT: the condition of `Unit::member`: only an active contact, whose access has not run out, acts.
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT c.account_id, a.name, a.status, a.hand_out, c.id, c.owner, c.template, c.ends_at, p.pinned_at \
             FROM contacts c JOIN accounts a ON a.id = c.account_id \
             LEFT JOIN account_pins p ON p.person_id = c.person_id AND p.account_id = c.account_id \
             WHERE c.person_id = $1 AND c.state = 'active' AND (c.ends_at IS NULL OR c.ends_at > $2)",
        )
        .bind(person.to_string())
        .bind(self.now().0)
        .fetch_all(self.connection())
        .await?;
        let mut given = grants::of_person(self, person).await?;
        rows.into_iter()
            .map(|row| {
                let member = Member {
                    account_name: row.name,
                    status: AccountStatus::from_key(&row.status),
                    hand_out: grants::roles(&row.hand_out),
                    contact: row.id.parse()?,
                    owner: row.owner.as_deref().map(owner_kind).transpose()?,
                };
                let mut rights = given.remove(&member.contact).unwrap_or_default().rights;
                rights.template = row.template;
                let held = if member.owner.is_some() { Effective::full() } else { rights.effective() };
                Ok(Membership {
                    account_name: member.account_name.clone(),
                    actor: Actor::new(person, member.standing(row.account_id.parse()?, held)),
                    rights,
                    ends: row.ends_at.map(Timestamp),
                    pinned: row.pinned_at.is_some(),
                })
            })
            .collect()
    }

    /// How far the caller's reach goes, for the frame of every page.
    pub(crate) async fn reach(&mut self) -> Result<Reach, Failure> {
        let person = self.signed_in()?.person;
        let statement = both!(
            "SELECT ",
            json("account_id, owner"),
            " FROM contacts WHERE person_id = $1 AND state = 'active' AND (ends_at IS NULL OR ends_at > $2)"
        );
        let (rows,): (String,) = sqlx::query_as(statement.on(self.dialect()))
            .bind(person.to_string())
            .bind(self.now().0)
            .fetch_one(self.connection())
            .await?;
        let rows: Vec<(AccountId, Option<String>)> = serde_json::from_str(&rows)?;
        let owned = rows.iter().filter(|(_, owner)| owner.is_some()).map(|(account, _)| *account).collect();
        Ok(Reach { accounts: rows.into_iter().map(|(account, _)| account).collect(), owned })
    }
}
