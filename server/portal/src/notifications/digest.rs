//! From notices to mails: whatever waits for a contact becomes one mail, in one transaction. Whoever is killed in between
//! leaves either the notices or the mail, and of two workers one finds the notices.
//!
//! The right to be told is asked here of each notice, and by the mail worker once more of the mail.

use crate::base::error::Failure;
use crate::mail::letter::Signature;
use crate::mail::templates::{Rendered, render};
use crate::membership::reading::signed;
use crate::notify::changes::{AccessChanged, Because, Change, ContactLeft, Entry, ProfileChanged, SeveralChanges};
use crate::notify::event::{AccountEvent, What};
use crate::notify::recipients::{Recipient, concerned, still_notified};
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::jobs::Next;
use crate::unit::notices::{NoticeRecord, Waiting};
use crate::unit::outbox::{self, Mail, Topic};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::category::Category;
use domain::id::{AccountId, ContactId};
use domain::paths;
use domain::privilege::Weight;
use std::collections::{BTreeMap, BTreeSet};
use texts::texts_in;

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
    if !waiting.delete(&mut transaction, dialect, &ids).await? {
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
        let (name, account, language) = (self.to.first_name.as_str(), self.account_name.as_str(), self.to.language);
        let because = Because {
            why: self.to.why,
            category: texts_in(language).rights.categories.name(Category::UserManagement),
            account,
            settings: self.to.settings(core, self.account),
        };
        let link = core.config.public_url.to(&self.page());
        let [event] = self.events.as_slice() else {
            let (entries, more) = self.listed();
            let letter = SeveralChanges { name, account, entries, more, link, because };
            return render(&core.letters, language, &letter);
        };
        let Entry { by, contact, lines, .. } = self.entry(event);
        let (by, contact) = (Signature { name: &by.0, email: &by.1 }, contact.as_str());
        match event.what {
            What::Access(_) | What::Owners(_) => {
                let letter = AccessChanged(Change { name, by, contact, account, lines, link, because });
                render(&core.letters, language, &letter)
            }
            What::Profile(_) => {
                let letter = ProfileChanged(Change { name, by, contact, account, lines, link, because });
                render(&core.letters, language, &letter)
            }
            What::Left => {
                let letter = ContactLeft { name, contact: by, account, link, because };
                render(&core.letters, language, &letter)
            }
        }
    }

    /// The page to look at.
    fn page(&self) -> String {
        let acting = Acting { account: self.account, viewing: None };
        match (self.events.as_slice(), self.about) {
            ([AccountEvent { what: What::Owners(_), .. }], _) => paths::owners(acting),
            ([AccountEvent { what: What::Access(_) | What::Profile(_), .. }], Some(about)) => {
                paths::contact(acting, about)
            }
            _ => paths::contacts(acting),
        }
    }

    /// What the mail lists, and how much it leaves out: what concerns owners first, then the rest in order. Many everyday
    /// changes hide no sensitive one, and neither hides one of owners.
    fn listed(&self) -> (Vec<Entry>, usize) {
        let mut events: Vec<(Place, usize)> =
            (0..).zip(&self.events).map(|(at, event)| (Place::of(event), at)).collect();
        events.sort_unstable();
        events.truncate(LISTED);
        events.sort_unstable_by_key(|(place, at)| (*place != Place::Owners, *at));
        let entries = events.iter().map(|(_, at)| self.entry(&self.events[*at])).collect();
        (entries, self.events.len() - events.len())
    }

    /// An event as the recipient may know it.
    fn entry(&self, event: &AccountEvent) -> Entry {
        let entry = event.entry(self.to.language);
        let by = signed(Signature { name: &entry.by.0, email: &entry.by.1 }, &self.account_name, &self.to.effective);
        Entry { by: (by.name.to_owned(), by.email.to_owned()), ..entry }
    }
}

/// What stands first in a mail that cannot list everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Owners,
    Sensitive,
    Plain,
}

impl Place {
    fn of(event: &AccountEvent) -> Self {
        match (&event.what, event.weight()) {
            (What::Owners(_), _) => Self::Owners,
            (What::Access(_) | What::Profile(_) | What::Left, Weight::Sensitive) => Self::Sensitive,
            (What::Access(_) | What::Profile(_) | What::Left, Weight::Plain) => Self::Plain,
        }
    }
}

async fn recipient(
    core: &Core,
    unit: &mut Unit<'_>,
    waiting: &Waiting,
    topic: Option<Topic>,
) -> Result<Option<Recipient>, Failure> {
    match topic {
        Some(topic) => still_notified(core, unit, waiting.account, waiting.contact, topic).await,
        None => Ok(concerned(core, unit, waiting.account, &[waiting.contact]).await?.pop()),
    }
}
