//! What a mail says, and what is known of every letter: its template, its limit, its examples. Which letters there are,
//! each feature knows for itself.
//!
//! What people typed (names, notes) loses whatever a mail program would turn into a link. Only the portal's own addresses
//! are links (SECURITY T25, T28, T56).

use crate::base::origin::Origin;
use domain::acting::Acting;
use domain::details::ContactDetails;
use domain::id::{AccountId, ContactId};
use domain::person::Language;
use domain::text::is_plain;
use minijinja::Value;
use uuid::Uuid;

/// What a mail says. Its fields are as typed; `data` takes the links out of them with [`plain`].
pub(crate) trait Letter: Sized {
    /// Its template: `template!("invited")`.
    const TEMPLATE: Template;
    /// What becomes of it when its author has caused too many.
    const OVER: Over;

    /// What its template gets, beside what every template gets.
    fn data(&self) -> Value;

    /// One of each form, made up: what the template is tried with, and what a preview shows.
    fn examples(sample: &Sample<'_>) -> Vec<Self>;

    /// As its template takes it.
    fn draft(&self) -> Draft {
        Draft { letter: Self::TEMPLATE.name, over: Self::OVER, data: self.data() }
    }
}

/// What becomes of a mail that is over a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Over {
    /// The act is refused: the mail is what was asked for.
    Refused,
    /// The act succeeds, and the mail is not sent.
    Silent,
    /// It is sent.
    Sent,
    /// It warns its recipient: not sent over the limits of their mailbox; over the account's share the act is refused.
    Warning,
}

/// The template of a letter: a text and an HTML version, for every language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Template {
    /// What its files are called, and the part of the catalogue with its words.
    pub(crate) name: &'static str,
    /// Each file below the folder of templates, as it is built in.
    pub(crate) files: [(&'static str, &'static str); 2],
}

/// The [`Template`] of this name.
macro_rules! template {
    ($name:literal) => {
        $crate::mail::letter::Template {
            name: $name,
            files: [$crate::mail::letter::built_in!($name, ".txt"), $crate::mail::letter::built_in!($name, ".html")],
        }
    };
}

/// A file of the folder of templates, as it is built in.
macro_rules! built_in {
    ($($part:literal),+) => {
        (concat!($($part),+), include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/", $($part),+)))
    };
}

pub(crate) use {built_in, template};

/// Any letter, as its template takes it.
#[derive(Debug)]
pub(crate) struct Draft {
    /// The name of its template.
    pub(crate) letter: &'static str,
    pub(crate) over: Over,
    pub(crate) data: Value,
}

/// A letter in a list of several.
#[derive(Clone, Copy)]
pub(crate) struct Listed {
    pub(crate) template: Template,
    pub(crate) examples: fn(&Sample<'_>) -> Vec<Draft>,
}

impl Listed {
    /// This letter.
    pub(crate) const fn of<L: Letter>() -> Self {
        Self { template: L::TEMPLATE, examples: drafts::<L> }
    }
}

fn drafts<L: Letter>(sample: &Sample<'_>) -> Vec<Draft> {
    L::examples(sample).iter().map(Letter::draft).collect()
}

/// What examples are made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sample<'a> {
    origin: &'a Origin,
    /// The language of the mail.
    pub(crate) language: Language,
}

impl<'a> Sample<'a> {
    /// Whom the mail is to.
    pub(crate) const NAME: &'static str = "Anna";
    /// What the account is called.
    pub(crate) const ACCOUNT: &'static str = "Example Ltd";
    /// Who did something.
    pub(crate) const BY: Signature<'static> = Signature { name: "Olivia Owner", email: "olivia@example.com" };
    /// Somebody else on the account.
    pub(crate) const OTHER: Signature<'static> = Signature { name: "Tina Technician", email: "tina@example.com" };
    /// A moment, as people read it.
    pub(crate) const AT: &'static str = "1 Jan 2026, 12:00 UTC";
    /// Where the account is.
    pub(crate) const ACTING: Acting =
        Acting { account: AccountId::new(Uuid::from_u128(0x0192_d3f0_7a5c_7cc0_8a61_3f1c_2b4d_5e6f)), viewing: None };
    /// A contact of the account.
    pub(crate) const CONTACT: ContactId = ContactId::new(Uuid::from_u128(0x0192_d3f0_7a5c_7cc0_8a61_3f1c_2b4d_5e70));
    /// A token of a link.
    pub(crate) const TOKEN: &'static str = "0123456789abcdef";

    /// For mails in this language from the portal at this address.
    pub(crate) const fn new(origin: &'a Origin, language: Language) -> Self {
        Self { origin, language }
    }

    /// The whole address of a path.
    pub(crate) fn link(&self, path: &str) -> String {
        self.origin.to(path)
    }
}

/// Whoever did something: a name is its bearer's to choose, so the address goes with it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Signature<'a> {
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
}

impl<'a> Signature<'a> {
    /// That of a contact with this name.
    pub(crate) fn of(name: &'a str, details: &'a ContactDetails) -> Self {
        Self { name, email: details.email.as_str() }
    }
}

/// The longest piece of typed text that goes into a mail, in characters.
const PLAIN_MAX: usize = 300;

/// Stands where a mail program could find an address in what somebody typed: a hair space, which hardly anybody sees. Links
/// end at white space, and no host may have it. What has no width is left out of hosts by some programs (IDNA 2003).
pub(crate) const BREAK: char = '\u{200A}';

/// Typed text that no mail program makes a working link of: dots and colons are followed by a [`BREAK`].
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().map(|c| if is_plain(c) { c } else { ' ' }).take(PLAIN_MAX).peekable();
    while let Some(c) = characters.next() {
        plain.push(c);
        let breaks = matches!(c, '.' | ':' | '\u{3002}' | '\u{FF0E}' | '\u{FF61}' | '\u{FF1A}');
        if breaks && characters.peek().is_some_and(|next| !next.is_whitespace()) {
            plain.push(BREAK);
        }
    }
    plain
}
