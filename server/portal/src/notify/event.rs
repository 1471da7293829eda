//! What people are told of an account: who did what to whom. Stored as JSON until it is sent, and put into words then.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::notify::changes::Entry;
use crate::notify::recipients::{Recipient, concerned, recipients};
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::notices::Notice;
use crate::unit::outbox::Topic;
use domain::category::Category;
use domain::change::ContactChange;
use domain::id::{AccountId, ContactId};
use domain::ownership::OwnerEvent;
use domain::person::Language;
use domain::privilege::Weight;
use serde::{Deserialize, Serialize};
use texts::texts_in;

/// One thing that happened, with names as they were.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct AccountEvent {
    /// Who did it, by name and address.
    pub(crate) by: (String, String),
    pub(crate) whom: String,
    pub(crate) what: What,
}

/// What it was.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum What {
    /// What somebody may do changed.
    Access(Vec<ContactChange>),
    /// Names and addresses alone.
    Profile(Vec<ContactChange>),
    /// Somebody ended their own access.
    Left,
    /// Who owns the account.
    Owners(OwnerEvent),
}

impl AccountEvent {
    /// Something that the actor did.
    pub(crate) fn of(entered: &Entered, whom: String, what: What) -> Self {
        Self { by: (entered.author.name.clone(), entered.author.email.clone()), whom, what }
    }

    /// Something that whoever has entered did to the owners of the account.
    pub(crate) fn owners(entered: &Entered, event: OwnerEvent, whom: String) -> Self {
        Self::of(entered, whom, What::Owners(event))
    }

    /// Whether it is told at once.
    pub(crate) fn weight(&self) -> Weight {
        match &self.what {
            What::Access(changes) | What::Profile(changes) => {
                let sensitive = changes.iter().any(|change| change.weight() == Weight::Sensitive);
                if sensitive { Weight::Sensitive } else { Weight::Plain }
            }
            What::Left => Weight::Plain,
            What::Owners(_) => Weight::Sensitive,
        }
    }

    /// Tells everybody who is told of changes of access: of profiles those who chose it, of the rest owners too. `about` is
    /// the contact that it is about, where it is one.
    pub(crate) async fn notify(
        &self,
        core: &Core,
        unit: &mut Unit<'_>,
        entered: &Entered,
        about: Option<ContactId>,
    ) -> Result<(), Failure> {
        self.notify_others(core, unit, entered, Topic { category: Category::UserManagement, about }, &[]).await
    }

    /// The same, and tells those whom it is about, whatever they chose, and also of what they did themselves.
    pub(crate) async fn notify_concerned(
        &self,
        core: &Core,
        unit: &mut Unit<'_>,
        entered: &Entered,
        contacts: &[ContactId],
    ) -> Result<(), Failure> {
        let account = entered.actor.account();
        for recipient in concerned(core, unit, account, contacts).await? {
            unit.notify(self.notice(core, account, &recipient, None)?);
        }
        let topic = Topic { category: Category::UserManagement, about: None };
        self.notify_others(core, unit, entered, topic, contacts).await
    }

    /// Never tells whoever did it.
    async fn notify_others(
        &self,
        core: &Core,
        unit: &mut Unit<'_>,
        entered: &Entered,
        topic: Topic,
        told: &[ContactId],
    ) -> Result<(), Failure> {
        let account = entered.actor.account();
        for recipient in recipients(core, unit, account, topic).await? {
            let asked = !matches!(self.what, What::Profile(_)) || recipient.chosen;
            if asked && recipient.contact != entered.actor.contact() && !told.contains(&recipient.contact) {
                unit.notify(self.notice(core, account, &recipient, Some(topic))?);
            }
        }
        Ok(())
    }

    /// Without a topic it is for the contact that it is about, whatever they chose.
    fn notice(&self, core: &Core, account: AccountId, to: &Recipient, topic: Option<Topic>) -> Result<Notice, Failure> {
        Ok(Notice {
            account,
            contact: to.contact,
            email: to.email.clone(),
            why: to.why,
            topic,
            event: serde_json::to_string(self)?,
            weight: self.weight(),
            wait: core.config.notifications.digest_seconds,
        })
    }

    fn lines(&self, language: Language) -> Vec<String> {
        match &self.what {
            What::Access(changes) | What::Profile(changes) => {
                let text = texts_in(language);
                changes.iter().map(|change| text.rights.change(change, &text.dates)).collect()
            }
            What::Left => Vec::new(),
            What::Owners(event) => vec![texts_in(language).ownership.event(*event).to_owned()],
        }
    }

    /// As one of several in a mail.
    pub(crate) fn entry(&self, language: Language) -> Entry {
        let kind = match self.what {
            What::Access(_) | What::Owners(_) => "access",
            What::Profile(_) => "profile",
            What::Left => "left",
        };
        Entry { by: self.by.clone(), contact: self.whom.clone(), kind, lines: self.lines(language) }
    }
}
