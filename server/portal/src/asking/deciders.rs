//! Who can decide a request: the owners, and the managers of contacts whose rights cover what is asked for. Asked for
//! writing a mail, and again for sending it.

use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::reading::{Places, held_by};
use crate::records::contacts::{self, owner_kind};
use crate::records::grants;
use crate::records::holdings::{self, DomainRecord, ServiceRecord};
use crate::records::persons;
use crate::records::requests;
use crate::unit::Unit;
use domain::access::{Actor, Credentials, RequestAction, Standing, Target, Viewing};
use domain::asked::Asked;
use domain::contact::Contact;
use domain::id::{AccessRequestId, AccountId, ContactId, PersonId};
use domain::person::Language;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::right::Place;
use domain::rights::{Effective, Rights};
use domain::role::Role;
use domain::time::Timestamp;
use sqlx::FromRow;

/// Somebody who can decide.
pub(crate) struct Decider {
    pub(crate) contact: ContactId,
    pub(crate) first_name: String,
    pub(crate) email: String,
    pub(crate) language: Language,
    /// Where it would hold, with the name of the service or domain if they see it.
    pub(crate) place: Place,
}

#[derive(FromRow)]
struct Row {
    contact: String,
    person: String,
    owner: Option<String>,
    first_name: String,
    email: String,
    language: Option<String>,
}

/// What there is to decide.
struct Question<'a> {
    target: Target<'a>,
    with: Rights,
}

impl<'a> Question<'a> {
    /// `None` where `who` holds by now what they ask for: every manager could decide that, whatever they hold.
    fn of(who: &'a Contact, asked: Asked) -> Option<Self> {
        let rights = &who.now.rights;
        let target = Target { contact: who.id, owner: who.owner, rights, credentials: Credentials::Own };
        (!asked.is_held(&held_by(who))).then(|| Self { target, with: asked.added_to(rights) })
    }

    /// INVARIANT: told is who could decide: the same question as deciding asks.
    fn is_for(&self, somebody: &Actor) -> bool {
        somebody.check(RequestAction::Decide(self.target, &self.with)).is_ok()
    }
}

/// What something is asked for on, where it is asked for on one thing.
pub(crate) enum Thing {
    /// All of it.
    All,
    /// A service.
    Service(ServiceRecord),
    /// A domain.
    Domain(DomainRecord),
}

impl Thing {
    /// What is asked for on, where the account has it.
    pub(crate) async fn of(unit: &mut Unit<'_>, account: AccountId, asked: Asked) -> Result<Option<Self>, Failure> {
        Ok(match (asked.service, asked.domain) {
            (Some(service), _) => holdings::service(unit, account, service).await?.map(Self::Service),
            (None, Some(domain)) => holdings::domain(unit, account, domain).await?.map(Self::Domain),
            (None, None) => Some(Self::All),
        })
    }

    /// The same as whoever holds this knows it.
    fn as_known_to(&self, held: &Effective, now: Timestamp) -> Places {
        match self {
            Self::All => Places::default(),
            Self::Service(service) => Places { services: vec![service.known_to(held, now)], ..Places::default() },
            Self::Domain(domain) => Places { domains: vec![domain.known_to(held)], ..Places::default() },
        }
    }
}

/// Everybody who can decide what `who` asks for, and on what.
pub(crate) async fn of(
    unit: &mut Unit<'_>,
    entered: &Entered,
    who: &Contact,
    (asked, thing): (Asked, &Thing),
    otherwise: Language,
) -> Result<Vec<Decider>, Failure> {
    let Some(question) = Question::of(who, asked) else { return Ok(Vec::new()) };
    let rows = managers(unit, who).await?;
    let ids = rows.iter().map(|row| Ok(row.contact.parse()?)).collect::<Result<Vec<ContactId>, Failure>>()?;
    let mut given = grants::of_contacts(unit, who.account, &ids).await?;
    let mut deciders = Vec::new();
    for (Row { person, owner, first_name, email, language, .. }, contact) in rows.into_iter().zip(ids) {
        let person: PersonId = person.parse()?;
        let owner = owner.as_deref().map(owner_kind).transpose()?;
        let held = given.remove(&contact).unwrap_or_default().rights;
        let effective = if owner.is_some() { Effective::full() } else { held.effective() };
        let asking = entered.actor.standing();
        let standing = Standing { contact, owner, effective, viewing: Viewing::Off, ..asking.clone() };
        let actor = Actor::new(person, standing);
        if question.is_for(&actor) {
            let language = language.as_deref().and_then(texts::spoken).unwrap_or(otherwise);
            let place = thing.as_known_to(&actor.standing().effective, unit.now()).named(asked.place());
            deciders.push(Decider { contact, first_name, email, language, place });
        }
    }
    Ok(deciders)
}

/// Whether a contact can decide a request, now that the mail about it is sent (SECURITY T16).
pub(crate) async fn still_decides(
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
    request: AccessRequestId,
) -> Result<bool, Failure> {
    let Some(request) = requests::request(unit, account, request).await? else { return Ok(false) };
    let Some(asked) = request.asked()? else { return Ok(false) };
    let Some(who) = contacts::contact(unit, account, request.contact()?).await? else { return Ok(false) };
    let Some(question) = Question::of(&who, asked) else { return Ok(false) };
    let Some(person) = persons::of_contact(unit.connection(), account, contact).await? else { return Ok(false) };
    let actor = unit.actor_of(account, person.person()?).await?;
    Ok(actor.is_some_and(|actor| question.is_for(&actor)))
}

/// The owners and whoever was given something that makes a manager of contacts.
async fn managers(unit: &mut Unit<'_>, who: &Contact) -> Result<Vec<Row>, Failure> {
    let makes_manager = |privileges: PrivilegeSet| privileges.closed().contains(Privilege::ContactsManage);
    let roles: Vec<&str> =
        Role::ALL.into_iter().filter(|role| makes_manager(role.privileges())).map(Role::key).collect();
    let privileges: Vec<&str> = Privilege::ALL
        .iter()
        .filter(|privilege| makes_manager(PrivilegeSet::of(&[**privilege])))
        .map(|privilege| privilege.key())
        .collect();
    let statement = both!(
        "SELECT c.id AS contact, p.id AS person, c.owner, c.first_name, p.email, p.language FROM contacts c \
         JOIN persons p ON p.id = c.person_id WHERE c.account_id = $1 AND c.id <> $2 AND c.state = 'active' \
         AND (c.ends_at IS NULL OR c.ends_at > $3) AND (c.rank = 0 OR c.id IN (SELECT subject_id FROM grants \
         WHERE account_id = $1 AND ((kind = 'role' AND key IN ",
        list("$4"),
        ") OR (kind = 'privilege' AND scope_kind = 'account' AND key IN ",
        list("$5"),
        ")))) ORDER BY c.rank, c.sort_name, c.id"
    )
    .on(unit.dialect());
    Ok(sqlx::query_as(statement)
        .bind(who.account.to_string())
        .bind(who.id.to_string())
        .bind(unit.now().0)
        .bind(serde_json::to_string(&roles)?)
        .bind(serde_json::to_string(&privileges)?)
        .fetch_all(unit.connection())
        .await?)
}
