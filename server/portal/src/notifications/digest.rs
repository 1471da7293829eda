//! From notices to mails: whatever waits for a contact becomes one mail, in one transaction. Whoever is killed in between
//! leaves either the notices or the mail, and of two workers one finds the notices.
//!
//! The right to be told is asked here of each notice, and by the mail worker once more of the mail.

use crate::core::Core;
use crate::error::Failure;
use crate::jobs::Next;
use crate::mail::outbox::{self, Mail};
use crate::mail::templates::{Because, Entry, Letter, Rendered, Signature, render};
use crate::notifications::event::{AccountEvent, What};
use crate::notifications::notice::{NoticeRecord, Waiting};
use crate::notifications::recipients::{Recipient, Topic, concerned, still_told};
use crate::unit::Unit;
use domain::id::{AccountId, ContactId};
use domain::notification::Category;
use domain::ports::Caller;
use domain::privilege::Weight;
use std::collections::{BTreeMap, BTreeSet};

/// How many changes one mail lists.
const LISTED: usize = 50;

/// Makes a mail of whatever waits. `caller` is the job.
pub(crate) async fn send(core: &Core, caller: &Caller, waiting: &Waiting) -> Result<Next, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let notices = waiting.notices(&mut unit).await?;
    let ids: Vec<&str> = notices.iter().map(|notice| notice.id.as_str()).collect();
    let mail = Digest::read(core, &mut unit, waiting, &notices).await?.map(|digest| digest.mail(core)).transpose()?;
    drop(unit);
    let dialect = core.database.dialect();
    let mut transaction = core.database.writer().begin_with(dialect.begin_write()).await?;
    let deleted = sqlx::query(dialect.spelled("DELETE FROM notices WHERE account_id = $1 AND id IN LIST($2)"))
        .bind(waiting.account.to_string())
        .bind(serde_json::to_string(&ids)?)
        .execute(&mut *transaction)
        .await?
        .rows_affected();
    if deleted != u64::try_from(ids.len()).unwrap_or(u64::MAX) {
        // Another worker has sent some of them meanwhile; the others still wait.
        transaction.rollback().await?;
        return Ok(Next::Again);
    }
    let rings = mail.is_some();
    if let Some((mail, topic)) = mail {
        outbox::queue(&mut transaction, caller.now, mail, topic).await?;
    }
    transaction.commit().await?;
    if rings {
        core.database.mail_bell().notify_one();
    }
    Ok(Next::Done)
}

/// One mail to be.
struct Digest {
    account: AccountId,
    account_name: String,
    to: Recipient,
    events: Vec<AccountEvent>,
    /// The contact that all of it is about, where it is one.
    about: Option<ContactId>,
    category: Option<Category>,
}

impl Digest {
    /// What the contact is still told, now that it is sent; `None` if nothing (SECURITY T16).
    async fn read(
        core: &Core,
        unit: &mut Unit<'_>,
        waiting: &Waiting,
        notices: &[NoticeRecord],
    ) -> Result<Option<Self>, Failure> {
        let category = waiting.category()?;
        let mut asked: BTreeMap<Option<ContactId>, Option<Recipient>> = BTreeMap::new();
        let (mut events, mut abouts) = (Vec::new(), BTreeSet::new());
        for notice in notices {
            let about = notice.about_contact.as_deref().map(str::parse::<ContactId>).transpose()?;
            let told = match asked.get(&about).map(Option::is_some) {
                Some(told) => told,
                None => {
                    let topic = category.map(|category| Topic { category, about });
                    let to = recipient(core, unit, waiting, topic).await?;
                    let told = to.is_some();
                    asked.insert(about, to);
                    told
                }
            };
            if told {
                events.push(serde_json::from_str(&notice.event)?);
                abouts.insert(about);
            }
        }
        let Some(to) = asked.into_values().flatten().next() else { return Ok(None) };
        let (account_name,): (String,) = sqlx::query_as("SELECT name FROM accounts WHERE id = $1")
            .bind(waiting.account.to_string())
            .fetch_one(unit.connection())
            .await?;
        let about = if abouts.len() == 1 { abouts.pop_first().flatten() } else { None };
        Ok(Some(Self { account: waiting.account, account_name, to, events, about, category }))
    }

    fn mail(&self, core: &Core) -> Result<(Mail, Option<Topic>), Failure> {
        let topic = self.category.map(|category| Topic { category, about: self.about });
        let contact = Some((self.account, self.to.contact));
        Ok((self.written(core)?.to(self.to.email.clone(), contact), topic))
    }

    /// One change is told as itself, several as a list.
    fn written(&self, core: &Core) -> Result<Rendered, Failure> {
        let settings = self.to.settings(core, self.account);
        let because = Because {
            why: self.to.why,
            category: Category::UserManagement,
            account: &self.account_name,
            settings: settings.as_deref(),
        };
        let (name, account, language) = (self.to.first_name.as_str(), self.account_name.as_str(), self.to.language);
        let link = format!("{}/a/{}/{}", core.config.public_url, self.account, self.page());
        let link = link.as_str();
        let [event] = self.events.as_slice() else {
            let (entries, more) = self.listed();
            let letter = Letter::SeveralChanges { name, account, entries: &entries, more, link, because };
            return render(&core.letters, language, &letter);
        };
        let Entry { by, contact, lines, .. } = event.entry(language);
        let by = Signature { name: &by.0, email: &by.1 };
        let (contact, lines) = (contact.as_str(), lines.as_slice());
        let letter = match event.what {
            What::Access(_) | What::Owners(_) => {
                Letter::AccessChanged { name, by, contact, account, lines, link, because }
            }
            What::Profile(_) => Letter::ProfileChanged { name, by, contact, account, lines, link, because },
            What::Left => Letter::ContactLeft { name, contact: by, account, link, because },
        };
        render(&core.letters, language, &letter)
    }

    /// The page to look at, below the account's address.
    fn page(&self) -> String {
        match (self.events.as_slice(), self.about) {
            ([AccountEvent { what: What::Owners(_), .. }], _) => "rules".to_owned(),
            ([AccountEvent { what: What::Access(_) | What::Profile(_), .. }], Some(about)) => {
                format!("contacts/{about}")
            }
            _ => "contacts".to_owned(),
        }
    }

    /// What the mail lists, in order, and how much it leaves out. Many everyday changes hide no sensitive one.
    fn listed(&self) -> (Vec<Entry>, usize) {
        let mut places: Vec<usize> = (0..self.events.len()).collect();
        places.sort_by_key(|place| self.events[*place].weight() == Weight::Plain);
        places.truncate(LISTED);
        places.sort_unstable();
        let entries = places.iter().map(|place| self.events[*place].entry(self.to.language)).collect();
        (entries, self.events.len() - places.len())
    }
}

async fn recipient(
    core: &Core,
    unit: &mut Unit<'_>,
    waiting: &Waiting,
    topic: Option<Topic>,
) -> Result<Option<Recipient>, Failure> {
    match topic {
        Some(topic) => still_told(core, unit, waiting.account, waiting.contact, topic).await,
        None => Ok(concerned(core, unit, waiting.account, &[waiting.contact]).await?.pop()),
    }
}
