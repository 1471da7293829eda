//! What mails say: each letter with the data that its template gets.
//!
//! What people typed (names, notes) loses whatever a mail program would turn into a link. Only the portal's own addresses
//! are links (SECURITY T25, T28, T56).

use crate::asking::letters::AskingLetter;
use crate::profile::letters::EmailLetter;
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
            Self::ViewedAs { .. } => "viewed_as",
            Self::Asking(letter) => letter.name(),
            Self::Email(letter) => letter.name(),
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

/// What the example letters are made of.
#[derive(Debug)]
pub(crate) struct Examples {
    sign_in: String,
    forgot: String,
    security: String,
    reset: String,
    invitation: String,
    account: String,
    contact: String,
    settings: String,
    lines: Vec<String>,
    details: Vec<String>,
}

impl Examples {
    /// Examples of mails from the portal at this address.
    pub(crate) fn new(public_url: &str) -> Self {
        Self {
            sign_in: format!("{public_url}/sign-in"),
            forgot: format!("{public_url}/forgot"),
            security: format!("{public_url}/me/security"),
            reset: format!("{public_url}/reset/0123456789abcdef"),
            invitation: format!("{public_url}/invitations/0123456789abcdef"),
            account: format!("{public_url}/a/example"),
            contact: format!("{public_url}/a/example/contacts/example"),
            settings: format!("{public_url}/a/example/contacts/example/notifications"),
            details: vec!["Telephone is now “+49 30 5550 100”".to_owned()],
            lines: vec!["View invoices given".to_owned(), "Power Management on web-01 taken away".to_owned()],
        }
    }

    /// Each letter, in each of its forms: what templates are tried with, and what a preview shows.
    pub(crate) fn letters(&self) -> Vec<Letter<'_>> {
        let (name, by, contact, account) = ("Anna", Signature::SAMPLE, "Tina Technician", "Example Ltd");
        let tina = Signature { name: contact, email: "tina@example.com" };
        let because = |why, settings| Because { why, category: Category::UserManagement, account, settings };
        let (link, lines, settings) = (self.contact.as_str(), &self.lines, Some(self.settings.as_str()));
        let answered =
            |declined, reason| Letter::InvitationAnswered { name, contact: tina, account, declined, reason, link };
        let (at, forgot) = ("1 Jan 2026, 12:00 UTC", self.forgot.as_str());
        let new_browser = |agent| Letter::NewBrowser {
            name,
            at,
            browser: Browser::of(agent),
            ip: "192.0.2.1",
            forgot,
            security: &self.security,
        };
        let access = |because| Letter::AccessChanged { name, by, contact, account, lines, link, because };
        let mut letters = vec![
            Letter::ContactAdded { name, by, account, sign_in: Some(&self.sign_in) },
            Letter::ContactAdded { name, by, account, sign_in: None },
            Letter::ResetPassword { name, link: &self.reset, valid_seconds: 3_600 },
            Letter::ResetPassword { name, link: &self.reset, valid_seconds: 7 * 86_400 },
            Letter::PasswordChanged { name, at: "1 Jan 2026, 12:00 UTC", forgot: &self.forgot },
            Letter::Invited { by, account, link: &self.invitation, days: 7 },
            Letter::AccessGiven { name, by, account, link: &self.account, refuse: &self.invitation, days: 7 },
            answered(true, "I do not know you."),
            answered(false, ""),
            Letter::PasswordChanged { name, at, forgot },
            new_browser("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            new_browser("curl/8.5.0"),
            new_browser(""),
            access(because(Why::Owner, settings)),
            access(because(Why::Chosen, settings)),
            access(because(Why::Concerned, settings)),
            access(because(Why::Chosen, None)),
            Letter::ProfileChanged {
                name,
                by,
                contact,
                account,
                lines: &self.details,
                link,
                because: because(Why::Chosen, settings),
            },
        ];
        letters.push(Letter::ContactLeft {
            name,
            contact: tina,
            account,
            link,
            because: because(Why::Owner, settings),
        });
        letters.push(Letter::ViewedAs { name, by, account, at, minutes: 30 });
        letters.extend(AskingLetter::samples().map(Letter::Asking));
        letters.extend(EmailLetter::samples().map(Letter::Email));
        letters
    }
}
