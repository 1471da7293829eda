//! What the database of a world says, behind the portal's back.

use crate::arrivals::GUESTS;
use crate::made::Made;
use crate::named::Named;
use crate::people::Person;
use crate::reference::Place;
use crate::rows::Inputs;
use crate::world::World;
use domain::time::Timestamp;
use std::collections::HashMap;

impl World {
    /// What a form of somebody's is filled in with.
    pub async fn inputs<'a>(
        &mut self,
        (who, place): (&Person, Place),
        named: &'a Named,
        made: Made,
        own_session: String,
    ) -> Inputs<'a> {
        Inputs {
            contact: named.id.clone(),
            name: self.name_of(&named.id).await,
            known: named.known.as_ref(),
            version: self.version(&named.id).await,
            profile_version: self.profile_version(who).await,
            seen: self.chosen(&named.id).await,
            hand_out: self.hand_out(place).await,
            pinned: self.is_pinned(who, place).await,
            number: self.number(),
            domain: self.id("demo:dom-main"),
            own_session,
            made,
        }
    }

    /// What a contact is called.
    async fn name_of(&mut self, contact: &str) -> String {
        let name =
            sqlx::query_scalar("SELECT first_name || ' ' || last_name FROM contacts WHERE id = $1").bind(contact);
        name.fetch_optional(&mut self.database).await.unwrap().unwrap_or_else(|| "Nobody There".to_owned())
    }

    /// A contact's version, for the form that edits it.
    async fn version(&mut self, contact: &str) -> i64 {
        let version = sqlx::query_scalar("SELECT version FROM contacts WHERE id = $1").bind(contact);
        version.fetch_optional(&mut self.database).await.unwrap().unwrap_or(1)
    }

    /// The version of somebody's profile.
    async fn profile_version(&mut self, who: &Person) -> i64 {
        let version = sqlx::query_scalar("SELECT version FROM persons WHERE email = $1").bind(address(who));
        version.fetch_optional(&mut self.database).await.unwrap().unwrap_or(1)
    }

    /// The categories of mails chosen for a contact, as its form shows them.
    async fn chosen(&mut self, contact: &str) -> String {
        let set = sqlx::query_scalar("SELECT notifications_set FROM contacts WHERE id = $1").bind(contact);
        let set: Option<i64> = set.fetch_optional(&mut self.database).await.unwrap();
        let keys = sqlx::query_scalar("SELECT category FROM notification_choices WHERE contact_id = $1").bind(contact);
        let keys: Vec<String> = keys.fetch_all(&mut self.database).await.unwrap();
        if set == Some(1) { keys.join(".") } else { "not_set".to_owned() }
    }

    /// The keys of the roles that the managers of an account may hand out.
    async fn hand_out(&mut self, place: Place) -> Vec<String> {
        let keys = sqlx::query_scalar("SELECT hand_out FROM accounts WHERE id = $1").bind(self.account(place));
        let keys: Option<String> = keys.fetch_optional(&mut self.database).await.unwrap();
        keys.map(|keys| serde_json::from_str(&keys).unwrap()).unwrap_or_default()
    }

    /// Whether somebody keeps an account at the top of their list.
    async fn is_pinned(&mut self, who: &Person, place: Place) -> bool {
        let pins = "SELECT COUNT(*) FROM account_pins a JOIN persons p ON p.id = a.person_id \
                    WHERE p.email = $1 AND a.account_id = $2";
        let pins = sqlx::query_scalar(pins).bind(address(who)).bind(self.account(place));
        pins.fetch_one(&mut self.database).await.is_ok_and(|pins: i64| pins > 0)
    }

    /// A number that is another one after every commit, whatever it changed.
    pub async fn state(&mut self) -> i64 {
        sqlx::query_scalar("PRAGMA data_version").fetch_one(&mut self.database).await.unwrap()
    }

    /// The text of the latest mail to an address.
    pub async fn latest_mail_to(&mut self, address: &str) -> String {
        sqlx::query_scalar("SELECT text_body FROM outbox WHERE recipient = $1 ORDER BY id DESC LIMIT 1")
            .bind(address)
            .fetch_one(&mut self.database)
            .await
            .unwrap()
    }

    /// Ends whatever is being done to services.
    pub async fn end_operations(&mut self) {
        sqlx::query("UPDATE service_operations SET status = 'done', ended_at = 1 WHERE ended_at IS NULL")
            .execute(&mut self.database)
            .await
            .unwrap();
    }

    /// How many events are written down.
    pub async fn events(&mut self) -> i64 {
        sqlx::query_scalar("SELECT COUNT(*) FROM audit").fetch_one(&mut self.database).await.unwrap()
    }

    /// The names of all columns of the database.
    pub async fn columns(&mut self) -> Vec<String> {
        sqlx::query_scalar(
            "SELECT DISTINCT c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c \
             WHERE t.type = 'table' ORDER BY c.name",
        )
        .fetch_all(&mut self.database)
        .await
        .unwrap()
    }

    /// The hash of the password of whoever has this address.
    pub async fn hash_of(&mut self, email: &str) -> String {
        let hash = sqlx::query_scalar("SELECT password_hash FROM persons WHERE email = $1").bind(email);
        hash.fetch_one(&mut self.database).await.unwrap()
    }

    /// The ids of what was imported, by name.
    pub async fn imported(&mut self) -> HashMap<String, String> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT external_id, id FROM accounts UNION ALL SELECT external_id, id FROM contacts \
             UNION ALL SELECT external_id, id FROM services UNION ALL SELECT external_id, id FROM domains",
        )
        .fetch_all(&mut self.database)
        .await
        .unwrap();
        rows.into_iter().collect()
    }

    /// What is imported as pending has no invitation: an import sends no mail.
    pub async fn invite_those_who_wait(&mut self, now: Timestamp) {
        sqlx::query(
            "INSERT INTO invitations (account_id, contact_id, invited_by, email_key, state, sent_at, expires_at) \
             SELECT c.account_id, c.id, p.id, c.email_key, 'open', $1, $1 + 600000 FROM contacts c, persons p \
             WHERE c.state = 'pending' AND p.email = 'owner@demo.example' \
             AND NOT EXISTS (SELECT 1 FROM invitations i WHERE i.contact_id = c.id)",
        )
        .bind(now.0)
        .execute(&mut self.database)
        .await
        .unwrap();
    }

    /// Everybody asks for something; a request has the id of its contact.
    pub async fn let_everybody_ask(&mut self) {
        sqlx::query(
            "INSERT INTO access_requests (account_id, id, contact_id, right_key, scope, reason, created_at) \
             SELECT account_id, id, id, 'billing.pay', '', 'to pay', 1 FROM contacts \
             WHERE id NOT IN (SELECT id FROM access_requests)",
        )
        .execute(&mut self.database)
        .await
        .unwrap();
    }

    /// The legal owner offers the demo account to the recipient.
    pub async fn offer(&mut self, until: Timestamp) {
        let (account, owner) = (self.id("demo:hosting"), self.id("demo:contact-owner"));
        let recipient = self.recipient().id.to_string();
        sqlx::query(
            "INSERT INTO ownership_transfers (account_id, from_contact, to_contact, to_was, state, until) \
             VALUES ($1, $2, $3, NULL, 'offered', $4) \
             ON CONFLICT (account_id) DO UPDATE SET state = 'offered', until = excluded.until",
        )
        .bind(account)
        .bind(owner)
        .bind(recipient)
        .bind(until.0)
        .execute(&mut self.database)
        .await
        .unwrap();
    }

    /// Somebody has not proved their address.
    pub async fn doubt_address_of(&mut self, who: &Person) {
        let doubted = sqlx::query("UPDATE persons SET verified_at = NULL WHERE email = $1").bind(address(who));
        doubted.execute(&mut self.database).await.unwrap();
    }

    /// The id of the contact with this address.
    pub async fn contact_with(&mut self, email: &str) -> String {
        let id = sqlx::query_scalar("SELECT id FROM contacts WHERE email = $1").bind(email);
        id.fetch_one(&mut self.database).await.unwrap()
    }

    /// The id of the template with this name.
    pub async fn template_called(&mut self, name: &str) -> String {
        let id = sqlx::query_scalar("SELECT id FROM account_templates WHERE name = $1").bind(name);
        id.fetch_one(&mut self.database).await.unwrap()
    }

    /// The change of a zone that was made last.
    pub async fn latest_zone_change(&mut self) -> String {
        let id = sqlx::query_scalar("SELECT id FROM zone_changes ORDER BY id DESC LIMIT 1");
        id.fetch_one(&mut self.database).await.unwrap()
    }

    /// The id of the account of the host.
    pub fn guests(&self) -> String {
        self.id(GUESTS)
    }
}

/// What somebody signs in with.
pub fn address(who: &Person) -> String {
    format!("{}@demo.example", who.login)
}
