//! The mails of requests: to those who can decide, and to whoever asked.

use crate::asking::deciders::Decider;
use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::mail::letter::{Letter, Listed, Over, Sample, Signature, Template, plain, template};
use crate::mail::templates::render;
use crate::membership::acting::Entered;
use crate::membership::reading::{held_by, signed};
use crate::records::persons;
use crate::records::requests::RequestVerdict;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::acting::Acting;
use domain::asking::RequestOutcome;
use domain::contact::Contact;
use domain::id::{AccessRequestId, AccountId};
use domain::paths;
use domain::provider::PeopleWord;
use domain::right::Place;
use domain::right::Right;
use minijinja::{Value, context};
use texts::texts_in;

/// Every letter of this file.
pub(crate) const LETTERS: &[Listed] =
    &[Listed::of::<AccessRequested>(), Listed::of::<RequestDecided>(), Listed::of::<RequestWithdrawn>()];

/// To those who can decide.
pub(crate) struct AccessRequested<'a> {
    name: &'a str,
    /// Who asks.
    by: Signature<'a>,
    account: &'a str,
    right: &'a str,
    /// Why, as typed.
    reason: &'a str,
    /// Where to decide.
    link: String,
    /// What the provider calls the page of the account's people.
    people: &'static str,
}

impl Letter for AccessRequested<'_> {
    const TEMPLATE: Template = template!("access_requested");
    const OVER: Over = Over::Silent;

    fn data(&self) -> Value {
        context! {
            name => plain(self.name),
            by => plain(self.by.name),
            by_email => plain(self.by.email),
            account => plain(self.account),
            right => plain(self.right),
            reason => plain(self.reason),
            link => &self.link,
            people => self.people,
        }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        vec![Self {
            name: Sample::NAME,
            by: Sample::OTHER,
            account: Sample::ACCOUNT,
            right: "View invoices",
            reason: "I pay them.",
            link: sample.link(&paths::requests(Sample::ACTING)),
            people: texts_in(sample.language).contacts.heading(PeopleWord::Contacts),
        }]
    }
}

/// To the person who asked.
pub(crate) struct RequestDecided<'a> {
    name: &'a str,
    /// Who decided.
    by: Signature<'a>,
    account: &'a str,
    right: &'a str,
    outcome: RequestOutcome,
    /// Until when it was given; empty for good.
    until: &'a str,
    /// The word that came with it; may be empty.
    word: &'a str,
    /// One's requests.
    link: String,
}

impl Letter for RequestDecided<'_> {
    const TEMPLATE: Template = template!("request_decided");
    const OVER: Over = Over::Silent;

    fn data(&self) -> Value {
        context! {
            name => plain(self.name),
            by => plain(self.by.name),
            by_email => plain(self.by.email),
            account => plain(self.account),
            right => plain(self.right),
            outcome => self.outcome.key(),
            until => self.until,
            word => plain(self.word),
            link => &self.link,
        }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        let example = |outcome, until, word| Self {
            name: Sample::NAME,
            by: Sample::BY,
            account: Sample::ACCOUNT,
            right: "View invoices",
            outcome,
            until,
            word,
            link: sample.link(&paths::requests(Sample::ACTING)),
        };
        vec![
            example(RequestOutcome::Granted, Sample::AT, "For this month."),
            example(RequestOutcome::Declined, "", ""),
            example(RequestOutcome::Met, "", ""),
        ]
    }
}

/// To those who could decide what was asked for, when it is withdrawn.
pub(crate) struct RequestWithdrawn<'a> {
    name: &'a str,
    /// Who had asked.
    by: Signature<'a>,
    account: &'a str,
    right: &'a str,
    /// The requests that are left.
    link: String,
}

impl Letter for RequestWithdrawn<'_> {
    const TEMPLATE: Template = template!("request_withdrawn");
    const OVER: Over = Over::Silent;

    fn data(&self) -> Value {
        context! {
            name => plain(self.name),
            by => plain(self.by.name),
            by_email => plain(self.by.email),
            account => plain(self.account),
            right => plain(self.right),
            link => &self.link,
        }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        vec![Self {
            name: Sample::NAME,
            by: Sample::OTHER,
            account: Sample::ACCOUNT,
            right: "View invoices",
            link: sample.link(&paths::requests(Sample::ACTING)),
        }]
    }
}

fn address(core: &Core, account: AccountId) -> String {
    core.config.public_url.to(&paths::requests(Acting { account, viewing: None }))
}

/// Mails a letter about a request to somebody who can decide it.
fn mail(
    core: &Core,
    unit: &mut Unit<'_>,
    (account, decider): (AccountId, &Decider),
    request: AccessRequestId,
    letter: &impl Letter,
) -> Result<(), Failure> {
    let rendered = render(&core.letters, decider.language, letter)?;
    unit.mail(rendered.to(decider.email.clone(), Some((account, decider.contact))).of_request(request));
    Ok(())
}

/// Tells everybody who can decide.
pub(crate) fn notify_deciders(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    deciders: &[Decider],
    (request, right): (AccessRequestId, Right),
    reason: &str,
) -> Result<(), Failure> {
    let account = entered.actor.account();
    let link = address(core, account);
    for decider in deciders {
        let right = texts_in(decider.language).rights.right_at(right, &decider.place);
        let letter = AccessRequested {
            name: &decider.first_name,
            by: entered.author.signature(),
            account: &entered.account_name,
            right: &right,
            reason,
            link: link.clone(),
            people: texts_in(decider.language).contacts.heading(core.config.provider.people),
        };
        mail(core, unit, (account, decider), request, &letter)?;
    }
    Ok(())
}

/// Tells everybody who could decide that there is nothing to decide any more.
pub(crate) fn notify_of_withdrawal(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    deciders: &[Decider],
    (request, right): (AccessRequestId, Right),
) -> Result<(), Failure> {
    let account = entered.actor.account();
    let link = address(core, account);
    for decider in deciders {
        let letter = RequestWithdrawn {
            name: &decider.first_name,
            by: entered.author.signature(),
            account: &entered.account_name,
            right: &texts_in(decider.language).rights.right_at(right, &decider.place),
            link: link.clone(),
        };
        mail(core, unit, (account, decider), request, &letter)?;
    }
    Ok(())
}

/// Tells whoever asked what was decided.
pub(crate) async fn notify_asker(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    asker: &Contact,
    (right, place): (Right, &Place),
    verdict: &RequestVerdict<'_>,
) -> Result<(), Failure> {
    let person = persons::of_contact(unit.connection(), asker.account, asker.id).await?;
    // Without a login there is nobody who waits for an answer.
    let Some(person) = person else { return Ok(()) };
    let language = person.language(core.config.provider.language);
    let reader = Reader::new(language, person.time_zone.as_deref());
    let letter = RequestDecided {
        name: &asker.now.details.first_name,
        by: signed(verdict.by.signature(), &entered.account_name, &held_by(asker)),
        account: &entered.account_name,
        right: &texts_in(language).rights.right_at(right, place),
        outcome: verdict.outcome,
        until: &verdict.until.map(|until| reader.moment(until).text).unwrap_or_default(),
        word: verdict.word,
        link: address(core, asker.account),
    };
    let rendered = render(&core.letters, language, &letter)?;
    unit.mail(rendered.to(person.email, Some((asker.account, asker.id))));
    Ok(())
}
