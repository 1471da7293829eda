//! What mails say: each letter with the data that its template gets.
//!
//! What people typed (names, notes) loses whatever a mail program would turn into a link. Only the portal's own addresses
//! are links (SECURITY T25, T28, T56).

use crate::asking::letters::AskingLetter;
use crate::profile::letters::EmailLetter;
use crate::unit::mail_limits::Over;
use domain::agent::Browser;
use domain::contact::ContactDetails;
use domain::notification::{Category, Why};
use domain::person::Language;
use domain::text::is_plain;
use domain::words;
use minijinja::{Value, context};
use std::net::IpAddr;

/// Why somebody gets a mail of a category, and where they change that.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Because<'a> {
    /// Whether it was chosen.
    pub(crate) why: Why,
    /// The category it belongs to.
    pub(crate) category: Category,
    /// On which account.
    pub(crate) account: &'a str,
    /// Where they choose; `None` for whoever can't sign in.
    pub(crate) settings: Option<&'a str>,
}

/// One of several things that a mail tells of. Names are given as typed.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Who did it, by name and address.
    pub(crate) by: (String, String),
    /// To whom.
    pub(crate) contact: String,
    /// `access`, `profile` or `left`.
    pub(crate) kind: &'static str,
    /// What changed, a line each.
    pub(crate) lines: Vec<String>,
}

impl Entry {
    fn data(&self) -> Value {
        context! {
            by => plain(&self.by.0),
            by_email => plain(&self.by.1),
            contact => plain(&self.contact),
            kind => self.kind,
            lines => self.lines.iter().map(|line| plain(line)).collect::<Vec<_>>(),
        }
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

    /// One to try the templates with.
    pub(crate) const SAMPLE: Signature<'static> = Signature { name: "Olivia Owner", email: "olivia@example.com" };
}

/// What a mail says. Names are given as typed; rendering takes the links out of them.
#[derive(Debug, Clone)]
pub(crate) enum Letter<'a> {
    /// To a contact that was just added.
    ContactAdded {
        /// The recipient.
        name: &'a str,
        /// Who added them.
        by: Signature<'a>,
        /// To which account.
        account: &'a str,
        /// Where to sign in, when they got a login. Their password is never in a mail.
        sign_in: Option<&'a str>,
    },
    /// To whoever may set a new password.
    ResetPassword {
        /// The recipient.
        name: &'a str,
        /// The link with its token.
        link: &'a str,
        /// For how many seconds it works.
        valid_seconds: i64,
    },
    /// To whoever's password was changed.
    PasswordChanged {
        /// The recipient.
        name: &'a str,
        /// When, as the recipient reads times.
        at: &'a str,
        /// Where to ask for a link to set a new one.
        forgot: &'a str,
    },
    /// To an address that was invited and that nobody is known by.
    Invited {
        /// Who invites.
        by: Signature<'a>,
        /// To which account.
        account: &'a str,
        /// The link with its token.
        link: &'a str,
        /// For how many days it works.
        days: i64,
    },
    /// To somebody registered who was given access at once.
    AccessGiven {
        /// The recipient.
        name: &'a str,
        /// Who gave it.
        by: Signature<'a>,
        /// To which account.
        account: &'a str,
        /// The account.
        link: &'a str,
        /// The link to refuse it, with its token.
        refuse: &'a str,
        /// For how many days it can be refused by that link.
        days: i64,
    },
    /// To whoever invited somebody.
    InvitationAnswered {
        /// The recipient.
        name: &'a str,
        /// Who answered.
        contact: Signature<'a>,
        /// On which account.
        account: &'a str,
        /// Whether it was declined.
        declined: bool,
        /// Why, as typed; may be empty.
        reason: &'a str,
        /// The contact's page.
        link: &'a str,
    },
    /// To whoever was signed in from a browser that they have not signed in with before.
    NewBrowser {
        /// The recipient.
        name: &'a str,
        /// When, as the recipient reads times.
        at: &'a str,
        /// The browser.
        browser: Browser<'a>,
        /// From which address.
        ip: &'a str,
        /// Where to ask for a link to set a new password.
        forgot: &'a str,
        /// Where one's own sessions are.
        security: &'a str,
    },
    /// To whoever gets User Management, when somebody changed somebody's rights.
    AccessChanged {
        /// The recipient.
        name: &'a str,
        /// Who changed them.
        by: Signature<'a>,
        /// Whose rights.
        contact: &'a str,
        /// On which account.
        account: &'a str,
        /// What changed, a line each.
        lines: &'a [String],
        /// The contact's page.
        link: &'a str,
        /// Why they are told.
        because: Because<'a>,
    },
    /// The same, when nothing but names and addresses changed.
    ProfileChanged {
        /// The recipient.
        name: &'a str,
        /// Who changed them.
        by: Signature<'a>,
        /// Whose.
        contact: &'a str,
        /// On which account.
        account: &'a str,
        /// What changed, a line each.
        lines: &'a [String],
        /// The contact's page.
        link: &'a str,
        /// Why they are told.
        because: Because<'a>,
    },
    /// When somebody ended their own access.
    ContactLeft {
        /// The recipient.
        name: &'a str,
        /// Who left.
        contact: Signature<'a>,
        /// Which account.
        account: &'a str,
        /// The account's contacts.
        link: &'a str,
        /// Why they are told.
        because: Because<'a>,
    },
    /// What happened on an account within a short time, where it is more than one thing.
    SeveralChanges {
        /// The recipient.
        name: &'a str,
        /// On which account.
        account: &'a str,
        /// What happened, in order.
        entries: &'a [Entry],
        /// How much more happened.
        more: usize,
        /// The account's contacts.
        link: &'a str,
        /// Why they are told.
        because: Because<'a>,
    },
    /// To whoever somebody looks at the portal as.
    ViewedAs {
        /// The recipient.
        name: &'a str,
        /// Who looks.
        by: Signature<'a>,
        /// On which account.
        account: &'a str,
        /// Since when, as the recipient reads times.
        at: &'a str,
        /// For how many minutes at most.
        minutes: i64,
    },
    /// About a request for access.
    Asking(AskingLetter<'a>),
    /// About an address that is to be proved.
    Email(EmailLetter<'a>),
}

impl Letter<'_> {
    /// The name of its template's files.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::ContactAdded { .. } => "contact_added",
            Self::ResetPassword { .. } => "reset_password",
            Self::PasswordChanged { .. } => "password_changed",
            Self::Invited { .. } => "invited",
            Self::AccessGiven { .. } => "access_given",
            Self::InvitationAnswered { .. } => "invitation_answered",
            Self::NewBrowser { .. } => "new_browser",
            Self::AccessChanged { .. } => "access_changed",
            Self::ProfileChanged { .. } => "profile_changed",
            Self::ContactLeft { .. } => "contact_left",
            Self::SeveralChanges { .. } => "several_changes",
            Self::ViewedAs { .. } => "viewed_as",
            Self::Asking(letter) => letter.name(),
            Self::Email(letter) => letter.name(),
        }
    }

    /// What becomes of it when its author has caused too many.
    pub(crate) const fn over(&self) -> Over {
        match self {
            // The mail is what was asked for.
            Self::ContactAdded { .. }
            | Self::ResetPassword { .. }
            | Self::Invited { .. }
            | Self::AccessGiven { .. } => Over::Refused,
            // Nobody is viewed without being told (SECURITY T36): it has a limit of its own.
            Self::ViewedAs { .. } => Over::Sent,
            Self::PasswordChanged { .. }
            | Self::InvitationAnswered { .. }
            | Self::NewBrowser { .. }
            | Self::AccessChanged { .. }
            | Self::ProfileChanged { .. }
            | Self::ContactLeft { .. }
            | Self::SeveralChanges { .. }
            | Self::Asking(_) => Over::Silent,
            Self::Email(letter) => letter.over(),
        }
    }

    /// What its template gets, beside what every template gets.
    pub(crate) fn data(&self, language: Language) -> Value {
        match *self {
            Self::ContactAdded { name, by, account, sign_in } => context! {
                name => plain(name),
                by => plain(by.name),
                by_email => plain(by.email),
                account => plain(account),
                login => sign_in.is_some(),
                sign_in => sign_in.unwrap_or_default(),
            },
            Self::ResetPassword { name, link, valid_seconds } => {
                let (amount, unit) = if valid_seconds >= 86_400 {
                    (valid_seconds / 86_400, "days")
                } else {
                    (valid_seconds / 60, "minutes")
                };
                context! { name => plain(name), link => link, amount => amount, unit => unit }
            }
            Self::PasswordChanged { name, at, forgot } => context! { name => plain(name), at => at, forgot => forgot },
            Self::Invited { by, account, link, days } => context! {
                by => plain(by.name),
                by_email => plain(by.email),
                account => plain(account),
                link => link,
                days => days,
            },
            Self::AccessGiven { name, by, account, link, refuse, days } => context! {
                name => plain(name),
                by => plain(by.name),
                by_email => plain(by.email),
                account => plain(account),
                link => link,
                refuse => refuse,
                days => days,
            },
            Self::InvitationAnswered { name, contact, account, declined, reason, link } => context! {
                name => plain(name),
                contact => plain(contact.name),
                contact_email => plain(contact.email),
                account => plain(account),
                declined => declined,
                reason => plain(reason),
                link => link,
            },
            Self::NewBrowser { name, at, browser, ip, forgot, security } => context! {
                name => plain(name),
                at => at,
                browser => browser.name.unwrap_or_default(),
                system => browser.system.unwrap_or_default(),
                agent => plain(browser.agent),
                ip => if ip.parse::<IpAddr>().is_ok() { ip } else { "" },
                forgot => forgot,
                security => security,
            },
            Self::AccessChanged { name, by, contact, account, lines, link, because }
            | Self::ProfileChanged { name, by, contact, account, lines, link, because } => context! {
                because => because.data(language),
                name => plain(name),
                by => plain(by.name),
                by_email => plain(by.email),
                contact => plain(contact),
                account => plain(account),
                lines => lines.iter().map(|line| plain(line)).collect::<Vec<_>>(),
                link => link,
            },
            Self::ContactLeft { name, contact, account, link, because } => context! {
                because => because.data(language),
                name => plain(name),
                contact => plain(contact.name),
                contact_email => plain(contact.email),
                account => plain(account),
                link => link,
            },
            Self::SeveralChanges { name, account, entries, more, link, because } => context! {
                because => because.data(language),
                name => plain(name),
                account => plain(account),
                count => entries.len() + more,
                entries => entries.iter().map(Entry::data).collect::<Vec<_>>(),
                more => more,
                link => link,
            },
            Self::ViewedAs { name, by, account, at, minutes } => context! {
                name => plain(name),
                by => plain(by.name),
                by_email => plain(by.email),
                account => plain(account),
                at => at,
                minutes => minutes,
            },
            Self::Asking(letter) => letter.data(),
            Self::Email(letter) => letter.data(),
        }
    }
}

impl Because<'_> {
    fn data(&self, language: Language) -> Value {
        context! {
            owner => self.why == Why::Owner,
            concerned => self.why == Why::Concerned,
            category => words::rights(language).categories.name(self.category),
            account => plain(self.account),
            settings => self.settings,
        }
    }
}

/// The longest piece of typed text that goes into a mail, in characters.
const PLAIN_MAX: usize = 300;

/// Typed text that no mail program makes a link of: dots and colons are followed by a space.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().map(|c| if is_plain(c) { c } else { ' ' }).take(PLAIN_MAX).peekable();
    while let Some(c) = characters.next() {
        plain.push(c);
        let breaks = matches!(c, '.' | ':' | '\u{3002}' | '\u{FF0E}' | '\u{FF61}' | '\u{FF1A}');
        if breaks && characters.peek().is_some_and(|next| !next.is_whitespace()) {
            plain.push(' ');
        }
    }
    plain
}
