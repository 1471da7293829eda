//! The mails of requests: to those who can decide, and to whoever asked.

use crate::asking::deciders::Decider;
use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::mail::templates::{Letter, Signature, plain, render};
use crate::membership::acting::Entered;
use crate::records::requests::Verdict;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::access::Right;
use domain::asking::Outcome;
use domain::contact::{Contact, Place};
use domain::id::AccountId;
use domain::person::Language;
use domain::words;
use minijinja::{Value, context};

/// What a mail about a request says. Names and reasons are given as typed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum AskingLetter<'a> {
    /// To whoever can decide.
    Requested {
        /// The recipient.
        name: &'a str,
        /// Who asks.
        by: Signature<'a>,
        /// On which account.
        account: &'a str,
        /// For which right.
        right: &'a str,
        /// Why.
        reason: &'a str,
        /// Where to decide.
        link: &'a str,
        /// What the provider calls the page of the account's people.
        people: &'a str,
    },
    /// To whoever asked.
    Decided {
        /// The recipient.
        name: &'a str,
        /// Who decided.
        by: Signature<'a>,
        /// On which account.
        account: &'a str,
        /// On which right.
        right: &'a str,
        /// What was decided.
        outcome: Outcome,
        /// Until when it was given; empty for good.
        until: &'a str,
        /// The word that came with it; may be empty.
        word: &'a str,
        /// The account, or one's requests.
        link: &'a str,
    },
}

impl AskingLetter<'_> {
    /// One of each, to try the templates with.
    pub(crate) const fn samples() -> [Self; 3] {
        let (name, by, account, right, link) = ("x", Signature::SAMPLE, "x", "x", "x");
        let (outcome, word) = (Outcome::Granted, "x");
        [
            Self::Requested { name, by, account, right, reason: "x", link, people: "x" },
            Self::Decided { name, by, account, right, outcome, until: "x", word, link },
            Self::Decided { name, by, account, right, outcome: Outcome::Declined, until: "", word: "", link },
        ]
    }

    /// The name of its templates.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Requested { .. } => "access_requested",
            Self::Decided { .. } => "request_decided",
        }
    }

    /// What its templates can use.
    pub(crate) fn data(&self) -> Value {
        match *self {
            Self::Requested { name, by, account, right, reason, link, people } => context! {
                name => plain(name),
                by => plain(by.name),
                by_email => plain(by.email),
                account => plain(account),
                right => plain(right),
                reason => plain(reason),
                link => link,
                people => people,
            },
            Self::Decided { name, by, account, right, outcome, until, word, link } => context! {
                name => plain(name),
                by => plain(by.name),
                by_email => plain(by.email),
                account => plain(account),
                right => plain(right),
                outcome => outcome.key(),
                until => until,
                word => plain(word),
                link => link,
            },
        }
    }
}

fn address(core: &Core, account: AccountId) -> String {
    format!("{}/a/{account}/requests", core.config.public_url)
}

/// Tells everybody who can decide.
pub(crate) fn tell_deciders(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    deciders: &[Decider],
    (right, place): (Right, &Place),
    reason: &str,
) -> Result<(), Failure> {
    let account = entered.actor.account();
    let link = address(core, account);
    for decider in deciders {
        let right = words::rights(decider.language).right_at(right, place);
        let letter = AskingLetter::Requested {
            name: &decider.first_name,
            by: entered.author.signature(),
            account: &entered.account_name,
            right: &right,
            reason,
            link: &link,
            people: words::people(decider.language, core.config.provider.people),
        };
        let rendered = render(&core.letters, decider.language, &Letter::Asking(letter))?;
        unit.mail(rendered.to(decider.email.clone(), Some((account, decider.contact))));
    }
    Ok(())
}

/// Tells whoever asked what was decided.
pub(crate) async fn tell_asker(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    asker: &Contact,
    (right, place): (Right, &Place),
    verdict: &Verdict<'_>,
) -> Result<(), Failure> {
    let person: Option<(String, Option<String>, Option<String>)> = sqlx::query_as(
        "SELECT p.email, p.language, p.time_zone FROM contacts c JOIN persons p ON p.id = c.person_id \
         WHERE c.account_id = $1 AND c.id = $2",
    )
    .bind(asker.account.to_string())
    .bind(asker.id.to_string())
    .fetch_optional(unit.connection())
    .await?;
    // Without a login there is nobody who waits for an answer.
    let Some((email, language, zone)) = person else { return Ok(()) };
    let language = language.as_deref().and_then(Language::from_tag).unwrap_or(core.config.provider.language);
    let reader = Reader::new(language, zone.as_deref());
    let letter = AskingLetter::Decided {
        name: &asker.now.details.first_name,
        by: verdict.by.signature(),
        account: &entered.account_name,
        right: &words::rights(language).right_at(right, place),
        outcome: verdict.outcome,
        until: &verdict.until.map(|until| reader.moment(until).text).unwrap_or_default(),
        word: verdict.word,
        link: &address(core, asker.account),
    };
    let rendered = render(&core.letters, language, &Letter::Asking(letter))?;
    unit.mail(rendered.to(email, Some((asker.account, asker.id))));
    Ok(())
}
