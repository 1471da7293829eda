//! The mails about owners: to those whom it is about, and to everybody who is told of changes of access.

use crate::acting::Entered;
use crate::core::Core;
use crate::error::Failure;
use crate::mail::templates::{Because, Letter, Rendered, render};
use crate::notifications::recipients::{Recipient, Topic, concerned, recipients};
use crate::unit::Unit;
use domain::id::ContactId;
use domain::notification::Category;
use domain::rules::OwnerEvent;

/// What happened, and to whom by name.
pub(crate) struct News<'a> {
    pub(crate) event: OwnerEvent,
    pub(crate) whom: &'a str,
    /// Those whom it is about: told whatever they chose, and also of what they did themselves.
    pub(crate) about: &'a [ContactId],
}

impl News<'_> {
    pub(crate) async fn tell(&self, core: &Core, unit: &mut Unit<'_>, entered: &Entered) -> Result<(), Failure> {
        let account = entered.actor.account();
        for recipient in concerned(core, unit, account, self.about).await? {
            let letter = self.written(core, entered, &recipient)?;
            unit.mail(letter.to(recipient.email, Some((account, recipient.contact))));
        }
        let topic = Topic { category: Category::UserManagement, about: None };
        for recipient in recipients(core, unit, account, topic).await? {
            if recipient.contact == entered.actor.contact() || self.about.contains(&recipient.contact) {
                continue;
            }
            let letter = self.written(core, entered, &recipient)?;
            unit.notify(letter.to(recipient.email, Some((account, recipient.contact))), topic);
        }
        Ok(())
    }

    fn written(&self, core: &Core, entered: &Entered, to: &Recipient) -> Result<Rendered, Failure> {
        let account = entered.actor.account();
        let settings = to.settings(core, account);
        let because = Because {
            why: to.why,
            category: Category::UserManagement,
            account: &entered.account_name,
            settings: settings.as_deref(),
        };
        let letter = Letter::AccessChanged {
            name: &to.first_name,
            by: entered.author.signature(),
            contact: self.whom,
            account: &entered.account_name,
            lines: &[self.event.words(to.language)],
            link: &format!("{}/a/{account}/rules", core.config.public_url),
            because,
        };
        render(&core.letters, to.language, &letter)
    }
}
