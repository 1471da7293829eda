//! The mails of invitations: to somebody registered, and back to whoever invited. The link to accept is `notify::offer`'s.

use crate::base::error::Failure;
use crate::invitations::open::inviter;
use crate::invitations::send::Known;
use crate::mail::letter::{Letter, Listed, Over, Sample, Signature, Template, plain, template};
use crate::mail::templates::render;
use crate::membership::acting::Entered;
use crate::notify::offer::address;
use crate::records::invitations::Invitation;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::acting::Acting;
use domain::id::ContactId;
use domain::invitation::VALID_DAYS;
use domain::paths;
use minijinja::{Value, context};

/// Every letter of this file.
pub(crate) const LETTERS: &[Listed] = &[Listed::of::<AccessGiven>(), Listed::of::<InvitationAnswered>()];

/// To somebody registered who was given access at once.
pub(crate) struct AccessGiven<'a> {
    name: &'a str,
    /// Who gave it.
    by: Signature<'a>,
    account: &'a str,
    link: String,
    /// The link to refuse it, with its token.
    refuse: String,
    /// For how many days it can be refused by that link.
    days: i64,
}

impl Letter for AccessGiven<'_> {
    const TEMPLATE: Template = template!("access_given");
    // The mail is what was asked for.
    const OVER: Over = Over::Refused;

    fn data(&self) -> Value {
        context! {
            name => plain(self.name),
            by => plain(self.by.name),
            by_email => plain(self.by.email),
            account => plain(self.account),
            link => &self.link,
            refuse => &self.refuse,
            days => self.days,
        }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        vec![Self {
            name: Sample::NAME,
            by: Sample::BY,
            account: Sample::ACCOUNT,
            link: sample.link(&paths::dashboard(Sample::ACTING)),
            refuse: sample.link(&paths::invitation(Sample::TOKEN)),
            days: VALID_DAYS,
        }]
    }
}

/// To the person who invited somebody.
pub(crate) struct InvitationAnswered<'a> {
    name: &'a str,
    /// Who answered.
    contact: Signature<'a>,
    account: &'a str,
    declined: bool,
    /// Why, as typed; may be empty.
    reason: &'a str,
    /// The contact's page.
    link: String,
}

impl Letter for InvitationAnswered<'_> {
    const TEMPLATE: Template = template!("invitation_answered");
    const OVER: Over = Over::Silent;

    fn data(&self) -> Value {
        context! {
            name => plain(self.name),
            contact => plain(self.contact.name),
            contact_email => plain(self.contact.email),
            account => plain(self.account),
            answer => if self.declined { "declined" } else { "accepted" },
            reason => plain(self.reason),
            link => &self.link,
        }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        let example = |declined, reason| Self {
            name: Sample::NAME,
            contact: Sample::OTHER,
            account: Sample::ACCOUNT,
            declined,
            reason,
            link: sample.link(&paths::contact(Sample::ACTING, Sample::CONTACT)),
        };
        vec![example(true, "I do not know you."), example(false, "")]
    }
}

/// To somebody who is registered: they have access, and may refuse it (S3.13, S3.14).
pub(crate) fn given(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    contact: ContactId,
    known: &Known,
    token: &str,
) -> Result<(), Failure> {
    let account = entered.actor.account();
    let letter = AccessGiven {
        name: &known.first_name,
        by: entered.author.signature(),
        account: &entered.account_name,
        link: core.config.public_url.to(&paths::account(account)),
        refuse: address(core, token),
        days: VALID_DAYS,
    };
    let language = known.language.as_deref().and_then(texts::spoken).unwrap_or(core.config.provider.language);
    let rendered = render(&core.letters, language, &letter)?;
    unit.mail(rendered.to(known.email.clone(), Some((account, contact))));
    Ok(())
}

/// To whoever invited: it was accepted, or declined, for a reason perhaps.
pub(crate) async fn answered(
    core: &Core,
    unit: &mut Unit<'_>,
    invitation: &Invitation,
    contact: Signature<'_>,
    declined: Option<&str>,
) -> Result<(), Failure> {
    let inviter = inviter(unit, invitation).await?;
    let row: Option<(String, String)> = sqlx::query_as(
        "SELECT a.name, c.id FROM accounts a JOIN contacts c ON c.account_id = a.id \
         WHERE a.id = $1 AND c.person_id = $2 AND c.state = 'active'",
    )
    .bind(invitation.account.to_string())
    .bind(invitation.invited_by.to_string())
    .fetch_optional(unit.connection())
    .await?;
    // Whoever is not on the account any more has nothing to hear of it.
    let Some((account_name, own)) = row else { return Ok(()) };
    let account = invitation.account;
    let page = paths::contact(Acting { account, viewing: None }, invitation.contact);
    let letter = InvitationAnswered {
        name: &inviter.first_name,
        contact,
        account: &account_name,
        declined: declined.is_some(),
        reason: declined.unwrap_or_default(),
        link: core.config.public_url.to(&page),
    };
    let language = inviter.language.as_deref().and_then(texts::spoken).unwrap_or(core.config.provider.language);
    let rendered = render(&core.letters, language, &letter)?;
    unit.mail(rendered.to(inviter.email, Some((account, own.parse()?))));
    Ok(())
}
