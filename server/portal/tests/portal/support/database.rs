//! The database behind a world, by statements.

use crate::support::World;
use domain::id::AccountId;
use domain::text::Secret;
use portal::{AuditChain, AuditHead};
use sqlx::{Any, Transaction};
use std::time::Duration;

impl World {
    /// Runs a statement behind the portal's back.
    pub async fn execute(&self, statement: &'static str) {
        sqlx::raw_sql(statement).execute(&self.database).await.expect("the statement runs");
    }

    /// What a unit that writes has to itself, until it is committed or dropped: the one writer, or the locks of all accounts.
    pub async fn hold_writer(&self) -> Transaction<'static, Any> {
        let begin = if self.is_postgres() { "BEGIN" } else { "BEGIN IMMEDIATE" };
        let mut held = self.database.begin_with(begin).await.expect("it begins");
        if self.is_postgres() {
            sqlx::query("SELECT id FROM accounts FOR UPDATE").fetch_all(&mut *held).await.expect("they are locked");
        }
        held
    }

    /// Inserts or changes rows behind the portal's back.
    pub async fn insert(&self, statement: &'static str, values: &[&str]) {
        let mut query = sqlx::query(statement);
        for value in values {
            query = query.bind((*value).to_owned());
        }
        query.execute(&self.database).await.expect("the statement runs");
    }

    /// Changes one row of an account's audit chain, as somebody with the database in hand could.
    pub async fn tamper_with_audit(&self, account: AccountId, seq: i64) {
        let refused = sqlx::query("UPDATE audit SET person_name = 'Nobody' WHERE chain = $1 AND seq = $2");
        let refused = refused.bind(account.to_string()).bind(seq).execute(&self.database).await;
        assert!(refused.is_err(), "the log is append-only");
        self.unguard_audit().await;
        sqlx::query("UPDATE audit SET person_name = 'Nobody' WHERE chain = $1 AND seq = $2")
            .bind(account.to_string())
            .bind(seq)
            .execute(&self.database)
            .await
            .expect("unguarded, it can be changed");
    }

    /// Takes away what keeps the audit log append-only.
    pub async fn unguard_audit(&self) {
        let guards = if self.is_postgres() {
            "DROP TRIGGER IF EXISTS audit_no_update ON audit"
        } else {
            "DROP TRIGGER IF EXISTS audit_no_update; DROP TRIGGER IF EXISTS audit_no_delete"
        };
        self.execute(guards).await;
    }

    /// Every chain of the audit log, verified against itself and these heads.
    pub async fn verify_audit(&self, kept: &[AuditHead]) -> Vec<AuditChain> {
        let url = self.config.database.url.as_ref().map(Secret::expose);
        portal::verify_audit(&self.config.data, url, kept).await.expect("the database is read")
    }

    /// The first bad row of an account's chain, or of the installation's; an empty chain has none.
    pub async fn first_bad_audit_row(&self, account: Option<AccountId>) -> Option<i64> {
        let name = account.map(|account| account.to_string()).unwrap_or_default();
        self.verify_audit(&[]).await.into_iter().find(|chain| chain.head.chain == name)?.first_bad
    }

    /// Gives everybody a password hash from elsewhere.
    pub async fn set_hash(&self, hash: &str) {
        sqlx::query("UPDATE persons SET password_hash = $1")
            .bind(hash)
            .execute(&self.database)
            .await
            .expect("the statement runs");
    }

    /// Keeps this hash for the person with this address.
    pub async fn set_hash_of(&self, email: &str, hash: &str) {
        self.insert("UPDATE persons SET password_hash = $1 WHERE email = $2", &[hash, email]).await;
    }

    /// The sessions that there are.
    pub async fn sessions(&self) -> Vec<String> {
        sqlx::query_scalar("SELECT id FROM sessions").fetch_all(&self.database).await.expect("the ids")
    }

    /// The one number that a statement gives.
    pub async fn number(&self, statement: &'static str) -> i64 {
        sqlx::query_scalar(statement).fetch_one(&self.database).await.expect("a number")
    }

    /// The one number that a statement gives at last, within ten seconds.
    pub async fn until(&self, statement: &'static str) -> i64 {
        for _ in 0..200 {
            let number = sqlx::query_scalar(statement).fetch_optional(&self.database).await.expect("a number, or none");
            if let Some(number) = number {
                return number;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("nothing came of {statement}");
    }

    /// The one number that a statement gives for a value.
    pub async fn number_of(&self, statement: &'static str, value: &str) -> i64 {
        sqlx::query_scalar(statement).bind(value.to_owned()).fetch_one(&self.database).await.expect("a number")
    }

    /// The one text that a statement gives.
    pub async fn text(&self, statement: &'static str) -> String {
        sqlx::query_scalar(statement).fetch_one(&self.database).await.expect("a text")
    }

    /// The one text that a statement gives for a value.
    pub async fn text_of(&self, statement: &'static str, value: &str) -> String {
        sqlx::query_scalar(statement).bind(value.to_owned()).fetch_one(&self.database).await.expect("a text")
    }
}
