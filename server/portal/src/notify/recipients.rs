//! Who is told of what happens on an account: the one place that says so, for writing a mail and again for sending it.

use crate::base::error::Failure;
use crate::records::contacts::owner_kind;
use crate::records::grants;
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::outbox::Topic;
use domain::acting::Acting;
use domain::category::Category;
use domain::id::{AccountId, ContactId};
use domain::notification::{Addressee, Delivery, Why};
use domain::owner::OwnerKind;
use domain::paths;
use domain::person::Language;
use domain::rights::Effective;
use domain::status::ContactState;
use domain::time::Timestamp;
use sqlx::FromRow;
use std::collections::HashMap;

/// Somebody who is told.
#[derive(Debug, Clone)]
pub(crate) struct Recipient {
    pub(crate) contact: ContactId,
    pub(crate) first_name: String,
    pub(crate) email: String,
    pub(crate) language: Language,
    /// Whether they can sign in, and change what they get by themselves.
    pub(crate) login: bool,
    pub(crate) why: Why,
    /// Whether the category was chosen, for owners who get it anyway.
    pub(crate) chosen: bool,
    /// What they hold.
    pub(crate) effective: Effective,
}

impl Recipient {
    /// Where they choose what they get; nowhere without a login.
    pub(crate) fn settings(&self, core: &Core, account: AccountId) -> Option<String> {
        let page = paths::contact_notifications(Acting { account, viewing: None }, self.contact);
        self.login.then(|| core.config.public_url.to(&page))
    }
}

/// How many possible recipients are read at once.
const AT_ONCE: i64 = 500;

/// Everybody who is told, in the order they came to the account.
pub(crate) async fn recipients(
    core: &Core,
    unit: &mut Unit<'_>,
    account: AccountId,
    topic: Topic,
) -> Result<Vec<Recipient>, Failure> {
    let mut all = Vec::new();
    let mut from = String::new();
    loop {
        let found = Candidate::read(unit, account, topic.category, Whom::After(&from)).await?;
        let Some(last) = found.last() else { return Ok(all) };
        from.clone_from(&last.row.id);
        for found in &found {
            if let Some(recipient) = found.recipient(topic, unit.now(), core.config.provider.language) {
                all.push(recipient);
            }
        }
    }
}

/// Those whom something is about, and who are told whatever they chose.
pub(crate) async fn concerned(
    core: &Core,
    unit: &mut Unit<'_>,
    account: AccountId,
    contacts: &[ContactId],
) -> Result<Vec<Recipient>, Failure> {
    let mut all = Vec::new();
    for contact in contacts {
        let row: Option<(String, String, Option<String>, Option<String>)> = sqlx::query_as(
            "SELECT c.first_name, p.email, p.language, c.owner FROM contacts c JOIN persons p ON p.id = c.person_id \
             WHERE c.account_id = $1 AND c.id = $2 AND c.state = 'active'",
        )
        .bind(account.to_string())
        .bind(contact.to_string())
        .fetch_optional(unit.connection())
        .await?;
        let Some((first_name, email, language, owner)) = row else { continue };
        let effective = match owner {
            Some(_) => Effective::full(),
            None => grants::of_contact(unit, account, *contact).await?.rights.effective(),
        };
        let language = language.as_deref().and_then(texts::spoken).unwrap_or(core.config.provider.language);
        let (login, why, chosen) = (true, Why::Concerned, false);
        all.push(Recipient { contact: *contact, first_name, email, language, login, why, chosen, effective });
    }
    Ok(all)
}

/// How many are told of a category, counted up to one more than `at_most`.
pub(crate) async fn count(
    unit: &mut Unit<'_>,
    account: AccountId,
    category: Category,
    at_most: usize,
) -> Result<usize, Failure> {
    let mut counted = 0;
    let mut from = String::new();
    while counted <= at_most {
        let found = Candidate::read(unit, account, category, Whom::After(&from)).await?;
        let Some(last) = found.last() else { break };
        from.clone_from(&last.row.id);
        for found in &found {
            counted += usize::from(matches!(found.delivery(category, unit.now()), Delivery::Sent(_)));
        }
    }
    Ok(counted.min(at_most + 1))
}

/// The contact, if it is still told now that the mail is sent (SECURITY T16).
pub(crate) async fn still_notified(
    core: &Core,
    unit: &mut Unit<'_>,
    account: AccountId,
    contact: ContactId,
    topic: Topic,
) -> Result<Option<Recipient>, Failure> {
    let found = Candidate::read(unit, account, topic.category, Whom::Only(&contact.to_string())).await?;
    Ok(found.first().and_then(|found| found.recipient(topic, unit.now(), core.config.provider.language)))
}

enum Whom<'a> {
    After(&'a str),
    Only(&'a str),
}

#[derive(Debug, FromRow)]
struct Row {
    id: String,
    owner: Option<String>,
    state: String,
    ends_at: Option<i64>,
    first_name: String,
    email: String,
    person_id: Option<String>,
    person_email: Option<String>,
    language: Option<String>,
    chosen: Option<String>,
}

/// Somebody who chose the category, or gets it without.
struct Candidate {
    row: Row,
    contact: ContactId,
    owner: Option<OwnerKind>,
    effective: Effective,
}

impl Candidate {
    async fn read(
        unit: &mut Unit<'_>,
        account: AccountId,
        category: Category,
        whom: Whom<'_>,
    ) -> Result<Vec<Self>, Failure> {
        let (from, only) = match whom {
            Whom::After(from) => (from, ""),
            Whom::Only(only) => ("", only),
        };
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT c.id, c.owner, c.state, c.ends_at, c.first_name, c.email, c.person_id, p.email AS person_email, \
             p.language, n.category AS chosen FROM contacts c LEFT JOIN persons p ON p.id = c.person_id \
             LEFT JOIN notification_choices n \
             ON n.account_id = c.account_id AND n.contact_id = c.id AND n.category = $2 \
             WHERE c.account_id = $1 AND c.id IN (\
                 SELECT contact_id FROM notification_choices WHERE account_id = $1 AND category = $2 \
                 UNION SELECT id FROM contacts WHERE account_id = $1 AND rank = 0 AND $3 = 1) \
             AND c.id > $4 AND ($5 = '' OR c.id = $5) ORDER BY c.id LIMIT $6",
        )
        .bind(account.to_string())
        .bind(category.key())
        .bind(i64::from(category.always_to_owners()))
        .bind(from)
        .bind(only)
        .bind(AT_ONCE)
        .fetch_all(unit.connection())
        .await?;
        let ids = rows.iter().map(|row| row.id.parse()).collect::<Result<Vec<ContactId>, _>>()?;
        let mut given = grants::of_contacts(unit, account, &ids).await?;
        rows.into_iter().zip(ids).map(|(row, contact)| Self::new(row, contact, &mut given)).collect()
    }

    fn new(row: Row, contact: ContactId, given: &mut HashMap<ContactId, grants::Grants>) -> Result<Self, Failure> {
        let owner = row.owner.as_deref().map(owner_kind).transpose()?;
        let effective = match owner {
            Some(_) => Effective::full(),
            None => given.remove(&contact).unwrap_or_default().rights.effective(),
        };
        Ok(Self { row, contact, owner, effective })
    }

    fn delivery(&self, category: Category, now: Timestamp) -> Delivery {
        let status = ContactState::from_key(&self.row.state).status(self.row.ends_at.map(Timestamp), now);
        category.delivery(Addressee {
            owner: self.owner,
            status,
            effective: &self.effective,
            chosen: self.row.chosen.is_some(),
        })
    }

    fn recipient(&self, topic: Topic, now: Timestamp, fallback: Language) -> Option<Recipient> {
        let why = match self.delivery(topic.category, now) {
            Delivery::Sent(why) => why,
            Delivery::Withheld(_) if topic.about == Some(self.contact) => Why::Concerned,
            Delivery::Withheld(_) | Delivery::Inactive | Delivery::Off => return None,
        };
        Some(Recipient {
            contact: self.contact,
            first_name: self.row.first_name.clone(),
            email: self.row.person_email.clone().unwrap_or_else(|| self.row.email.clone()),
            language: self.row.language.as_deref().and_then(texts::spoken).unwrap_or(fallback),
            login: self.row.person_id.is_some(),
            why,
            chosen: self.row.chosen.is_some(),
            effective: self.effective.clone(),
        })
    }
}
