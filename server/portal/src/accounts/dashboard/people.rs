//! The people of an account who need somebody: whose access ends, who has not answered, who gets no mails.

use super::due;
use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::contacts::owner_kind;
use crate::records::grants;
use crate::unit::Unit;
use domain::access::{ContactAction, Credentials, InvitationAction, Target};
use domain::account::dashboard::{
    AccessEnding, Due, Few, INVITATION_ENDS_SOON_MS, NAMED, OwnershipOffered, Unanswered,
};
use domain::account::{ACCESS_ENDS_SOON_MS, Waiting};
use domain::contact::Verdict;
use domain::details::full_name;
use domain::id::ContactId;
use domain::list::{COUNTED, Total};
use domain::privilege::Privilege;
use domain::rights::Rights;
use serde::Deserialize;
use sqlx::FromRow;

/// What is said of them.
pub(super) struct People {
    pub(super) ownership: Option<OwnershipOffered>,
    pub(super) ends: Option<Due>,
    pub(super) access: Few<AccessEnding>,
    pub(super) ending: Few<Unanswered>,
    pub(super) expired: Few<Unanswered>,
    pub(super) without_mails: Total,
}

/// The rows of each kind, as JSON, and how many there are.
#[derive(FromRow)]
struct Found {
    offered: String,
    own_end: Option<i64>,
    access: String,
    ending: String,
    ending_count: i64,
    expired: String,
    expired_count: i64,
    without_mails: i64,
}

/// A contact as a row, its fields in the order of [`COLUMNS`].
#[derive(Deserialize)]
struct Person {
    id: String,
    owner: Option<String>,
    first_name: String,
    last_name: String,
    email: String,
    ends_at: i64,
}

/// Who offers the account, and until when it can be accepted, as a row.
#[derive(Deserialize)]
struct Offer {
    first_name: String,
    last_name: String,
    email: String,
    until: i64,
}

const COLUMNS: &str = "id, owner, first_name, last_name, email, ends_at";

pub(super) async fn people(unit: &mut Unit<'_>, entered: &Entered, waiting: &Waiting) -> Result<People, Failure> {
    let found = find(unit, entered).await?;
    let offered = serde_json::from_str::<Vec<Offer>>(&found.offered)?.pop();
    let access = serde_json::from_str::<Vec<Person>>(&found.access)?;
    let access = access.into_iter().map(|person| {
        let (contact, name, ends) = (person.id.parse()?, person.name(), due(entered, person.ends_at));
        Ok(AccessEnding { contact, name, ends })
    });
    let access = access.collect::<Result<_, Failure>>()?;
    let all_access = waiting.contacts.and_then(|count| i64::try_from(count).ok()).unwrap_or(0);
    let ending = serde_json::from_str::<Vec<Person>>(&found.ending)?;
    let expired = serde_json::from_str::<Vec<Person>>(&found.expired)?;
    let named = ending.len();
    let mut rows = unanswered(unit, entered, ending.into_iter().chain(expired).collect()).await?;
    let expired = rows.split_off(named);
    Ok(People {
        ownership: offered.map(|offer| OwnershipOffered {
            from: full_name(&offer.first_name, &offer.last_name, &offer.email),
            until: due(entered, offer.until),
        }),
        ends: found.own_end.map(|at| due(entered, at)),
        access: Few::of(access, Total::of(all_access)),
        ending: Few::of(rows, Total::of(found.ending_count)),
        expired: Few::of(expired, Total::of(found.expired_count)),
        without_mails: Total::of(found.without_mails),
    })
}

/// INVARIANT: nobody else is read for whoever may not list the people (SECURITY I8), and nothing to do is said to whoever may
/// not do it.
async fn find(unit: &mut Unit<'_>, entered: &Entered) -> Result<Found, Failure> {
    let (account, now) = (entered.actor.account().to_string(), entered.now.0);
    // In a view as a contact that is whoever is viewed.
    let contact = entered.actor.contact().to_string();
    let lists = entered.actor.check(ContactAction::List).is_ok();
    // It asks for nothing but what they hold: not whom it is about.
    let other = Target::unread(ContactId::new(uuid::Uuid::nil()));
    let invites = lists && entered.actor.check(InvitationAction::Resend(other)).is_ok();
    let chooses = lists && entered.actor.standing().effective.has(Privilege::ContactsNotifications);
    let mut all = Statement::new(unit.dialect());
    // An offer is known to whoever it is made to, whatever else they may see.
    all.push("SELECT (SELECT ").push_json("c.first_name, c.last_name, c.email, t.until", |_| {});
    all.push(" FROM ownership_transfers t JOIN contacts c ON c.account_id = t.account_id AND c.id = t.from_contact");
    all.push(" WHERE t.account_id = ").bind(account.as_str()).push(" AND t.to_contact = ").bind(contact.as_str());
    all.push(" AND t.state = 'offered' AND t.until > ").bind(now).push(") AS offered, ");
    all.push("(SELECT ends_at FROM contacts WHERE account_id = ").bind(account.as_str());
    all.push(" AND id = ").bind(contact.as_str()).push(" AND ends_at <= ").bind(now + ACCESS_ENDS_SOON_MS);
    all.push(") AS own_end, ");
    let access = |all: &mut Statement| {
        all.push(" AND state = 'active' AND id <> ").bind(contact.as_str());
        all.push(" AND ends_at > ").bind(now).push(" AND ends_at <= ").bind(now + ACCESS_ENDS_SOON_MS);
    };
    rows(&mut all, lists.then_some(account.as_str()), " ORDER BY ends_at, id", access);
    all.push(" AS access, ");
    let ending = |all: &mut Statement| {
        all.push(" AND state = 'pending' AND ends_at > ").bind(now);
        all.push(" AND ends_at <= ").bind(now + INVITATION_ENDS_SOON_MS);
    };
    rows(&mut all, invites.then_some(account.as_str()), " ORDER BY ends_at, id", ending);
    all.push(" AS ending, ");
    count(&mut all, invites.then_some(account.as_str()), ending);
    all.push(" AS ending_count, ");
    let expired = |all: &mut Statement| {
        all.push(" AND state = 'pending' AND ends_at <= ").bind(now);
    };
    rows(&mut all, invites.then_some(account.as_str()), " ORDER BY ends_at DESC, id", expired);
    all.push(" AS expired, ");
    count(&mut all, invites.then_some(account.as_str()), expired);
    all.push(" AS expired_count, ");
    count(&mut all, chooses.then_some(account.as_str()), |all| {
        all.push(" AND rank = 1 AND notifications_set = 0 AND (state = 'contact_only' OR (state = 'active' AND ");
        all.push("(ends_at IS NULL OR ends_at > ").bind(now).push(")))");
    });
    all.push(" AS without_mails");
    Ok(all.fetch_one(unit.connection()).await?)
}

/// Adds the first contacts of the account that meet the condition; of none there are none.
fn rows(statement: &mut Statement, account: Option<&str>, order: &'static str, condition: impl FnOnce(&mut Statement)) {
    let Some(account) = account else {
        statement.push("'[]'");
        return;
    };
    statement.push("(SELECT ").push_json(COLUMNS, |all| {
        all.push(order);
    });
    statement.push(" FROM (SELECT ").push(COLUMNS).push(" FROM contacts WHERE account_id = ").bind(account);
    condition(statement);
    statement.push(order).push(" LIMIT ").bind(i64::try_from(NAMED).unwrap_or(i64::MAX)).push(") AS found)");
}

/// Adds how many do.
fn count(statement: &mut Statement, account: Option<&str>, condition: impl FnOnce(&mut Statement)) {
    let Some(account) = account else {
        statement.push("CAST(0 AS BIGINT)");
        return;
    };
    statement.push("(SELECT COUNT(*) FROM (SELECT 1 FROM contacts WHERE account_id = ").bind(account);
    condition(statement);
    statement.push(" LIMIT ").bind(COUNTED + 1).push(") AS rows_counted)");
}

/// Those who have not answered, and whether the reader may invite each of them again.
async fn unanswered(unit: &mut Unit<'_>, entered: &Entered, people: Vec<Person>) -> Result<Vec<Unanswered>, Failure> {
    let ids = people.iter().map(|person| person.id.parse()).collect::<Result<Vec<ContactId>, _>>()?;
    let given = grants::of_contacts(unit, entered.actor.account(), &ids).await?;
    let nothing = Rights::NOTHING;
    let row = |(person, contact): (Person, ContactId)| {
        let rights = given.get(&contact).map_or(&nothing, |given| &given.rights);
        let owner = person.owner.as_deref().map(owner_kind).transpose()?;
        let target = Target { contact, owner, rights, credentials: Credentials::Own };
        let again = Verdict::from(entered.actor.check(InvitationAction::Resend(target)));
        Ok(Unanswered { contact, name: person.name(), ends: due(entered, person.ends_at), again })
    };
    people.into_iter().zip(ids).map(row).collect()
}

impl Person {
    fn name(&self) -> String {
        full_name(&self.first_name, &self.last_name, &self.email)
    }
}
