//! Who somebody is on an account: read in the very transaction that acts, on every request. Nothing of it is cached,
//! so that what is taken away is gone with the next request.

pub(crate) mod memberships;

use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::records::contacts::owner_kind;
use crate::records::grants::{self, Grants};
use crate::unit::{Author, Unit};
use domain::access::{Actor, ContactAction, Credentials, Standing, Target, Viewing};
use domain::acting::Acting;
use domain::details::full_name;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, PersonId};
use domain::owner::OwnerKind;
use domain::rights::Effective;
use domain::role::RoleSet;
use domain::status::AccountStatus;
use domain::status::ContactState;
use domain::time::Timestamp;
use sqlx::FromRow;

/// Whoever acts, and under what it is written down.
pub(crate) struct Entered {
    pub(crate) actor: Actor,
    pub(crate) author: Author,
    /// The account's name.
    pub(crate) account_name: String,
    /// The time of the request.
    pub(crate) now: Timestamp,
    /// The name of the contact whose view it is.
    pub(crate) viewing_name: Option<String>,
}

impl Unit<'_> {
    /// Who the caller is on the account of the address. Not being on it, and its not existing, look alike.
    pub(crate) async fn acting(&mut self, acting: Acting) -> Result<Entered, Failure> {
        if self.writes() {
            return self.about_to_act(acting).await;
        }
        let person = self.signed_in()?.person;
        self.entered(acting, person).await
    }

    /// The same before something is written, also asked in a unit that only reads.
    pub(crate) async fn about_to_act(&mut self, acting: Acting) -> Result<Entered, Failure> {
        let person = self.signed_in()?.person;
        if acting.viewing.is_some() {
            // INVARIANT: a view as a contact changes nothing, whatever the use-case (SECURITY T34).
            return Err(domain::access::Denied::ViewOnly.into());
        }
        self.entered(acting, person).await
    }

    /// The same for ending one's own view, the one thing a view may write.
    pub(crate) async fn acting_without_view(&mut self, acting: Acting) -> Result<Entered, Failure> {
        let person = self.signed_in()?.person;
        self.entered(Acting { account: acting.account, viewing: None }, person).await
    }

    async fn entered(&mut self, acting: Acting, person: PersonId) -> Result<Entered, Failure> {
        self.lock_account(acting.account).await?;
        self.session_lives().await?;
        let row = self.member(acting.account, person).await?.ok_or(PortalError::NotFound)?;
        let member = row.member()?;
        self.counts()?;
        // INVARIANT: the name is that of the contact. One's own is one's own to choose, and could be anybody's.
        let author = Author {
            name: full_name(&row.first_name, &row.last_name, &row.email),
            email: row.email,
            contact: Some(member.contact),
            reader: self.reader(row.language.as_deref(), row.time_zone.as_deref()),
        };
        let account_name = member.account_name.clone();
        let held = self.held(acting.account, &member, &row.given).await?;
        let actor = Actor::new(person, member.standing(acting.account, held));
        match acting.viewing {
            None => Ok(Entered { actor, author, account_name, now: self.now(), viewing_name: None }),
            Some(contact) => self.seen_as(actor, author, account_name, contact).await,
        }
    }

    /// Asks for the session again where something is to be written: since the request came, it may have ended, and a form
    /// may take its time to arrive (SECURITY I4).
    pub(crate) async fn session_lives(&mut self) -> Result<(), Failure> {
        if !self.writes() {
            return Ok(());
        }
        // Whoever must choose a password first has a session too.
        let session = self.caller().signed_in().ok_or(PortalError::SignInRequired)?.session;
        let statement = self.dialect().pick(
            "SELECT id FROM sessions WHERE id = $1 AND idle_until > $2 AND expires_at > $2",
            "SELECT id FROM sessions WHERE id = $1 AND idle_until > $2 AND expires_at > $2 FOR SHARE",
        );
        let live: Option<(String,)> = sqlx::query_as(statement)
            .bind(session.to_string())
            .bind(self.now().0)
            .fetch_optional(self.connection())
            .await?;
        live.ok_or(PortalError::SignInRequired)?;
        Ok(())
    }

    /// The actor a view makes: the contact's rights, the person's own name, nothing to change. The right to view is
    /// asked anew each time, so a view dies with it.
    async fn seen_as(
        &mut self,
        actor: Actor,
        author: Author,
        account_name: String,
        contact: ContactId,
    ) -> Result<Entered, Failure> {
        let session = self.signed_in()?.session;
        let live: Option<(String,)> = sqlx::query_as(
            "SELECT id FROM viewings WHERE session_id = $1 AND account_id = $2 AND contact_id = $3 AND expires_at > $4",
        )
        .bind(session.to_string())
        .bind(actor.account().to_string())
        .bind(contact.to_string())
        .bind(self.now().0)
        .fetch_optional(self.connection())
        .await?;
        live.ok_or(PortalError::NotFound)?;
        let seen =
            crate::records::contacts::contact(self, actor.account(), contact).await?.ok_or(PortalError::NotFound)?;
        let target = Target {
            contact,
            owner: seen.owner,
            rights: &seen.now.rights,
            credentials: if seen.now.state == ContactState::Active { Credentials::Own } else { Credentials::None },
        };
        actor.check(ContactAction::ViewAs(target))?;
        let standing = Standing {
            contact,
            owner: None,
            effective: seen.now.rights.effective(),
            viewing: Viewing::AsContact { by: actor.contact() },
            ..actor.standing().clone()
        };
        let viewing_name = Some(seen.name());
        let actor = Actor::new(actor.person(), standing);
        Ok(Entered { actor, author, account_name, now: self.now(), viewing_name })
    }

    /// Somebody as they stand on an account now, whoever asks; `None` for who may not act there.
    pub(crate) async fn actor_of(&mut self, account: AccountId, person: PersonId) -> Result<Option<Actor>, Failure> {
        let Some(row) = self.member(account, person).await? else { return Ok(None) };
        let member = row.member()?;
        let held = self.held(account, &member, &row.given).await?;
        Ok(Some(Actor::new(person, member.standing(account, held))))
    }

    async fn member(&mut self, account: AccountId, person: PersonId) -> Result<Option<MemberRow>, Failure> {
        // INVARIANT: only an active contact, whose access has not run out, acts; what has not begun or has ended does not
        // exist.
        let statement = both!(
            "SELECT a.name AS account_name, a.status, a.hand_out, c.id, c.owner, c.first_name, c.last_name, c.email, \
             p.language, p.time_zone, (SELECT ",
            json("g.kind, g.scope_kind, g.scope, g.key, g.ends_at"),
            " FROM grants g WHERE g.account_id = c.account_id AND g.subject_id = c.id \
             AND (g.starts_at IS NULL OR g.starts_at <= $3) AND (g.ends_at IS NULL OR g.ends_at > $3)) AS given \
             FROM contacts c JOIN accounts a ON a.id = c.account_id JOIN persons p ON p.id = c.person_id \
             WHERE c.account_id = $1 AND c.person_id = $2 AND c.state = 'active' \
             AND (c.ends_at IS NULL OR c.ends_at > $3)"
        );
        Ok(sqlx::query_as(statement.on(self.dialect()))
            .bind(account.to_string())
            .bind(person.to_string())
            .bind(self.now().0)
            .fetch_optional(self.connection())
            .await?)
    }

    async fn held(&mut self, account: AccountId, member: &Member, given: &str) -> Result<Effective, Failure> {
        if member.owner.is_some() {
            return Ok(Effective::full());
        }
        let Grants { rights, .. } = grants::of_rows(self, account, given).await?;
        Ok(rights.effective())
    }
}

#[derive(FromRow)]
struct MemberRow {
    account_name: String,
    status: String,
    hand_out: String,
    id: String,
    owner: Option<String>,
    first_name: String,
    last_name: String,
    email: String,
    language: Option<String>,
    time_zone: Option<String>,
    given: String,
}

impl MemberRow {
    fn member(&self) -> Result<Member, Failure> {
        Ok(Member {
            account_name: self.account_name.clone(),
            status: AccountStatus::from_key(&self.status),
            hand_out: grants::roles(&self.hand_out),
            contact: self.id.parse()?,
            owner: self.owner.as_deref().map(owner_kind).transpose()?,
        })
    }
}

struct Member {
    account_name: String,
    status: AccountStatus,
    hand_out: RoleSet,
    contact: ContactId,
    owner: Option<OwnerKind>,
}

impl Member {
    fn standing(self, account: AccountId, effective: Effective) -> Standing {
        Standing {
            account,
            status: self.status,
            contact: self.contact,
            owner: self.owner,
            effective,
            hand_out: self.hand_out,
            viewing: Viewing::Off,
        }
    }
}
