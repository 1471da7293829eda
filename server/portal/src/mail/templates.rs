//! The words of mails: files with built-in defaults, in each language a subject, a text and an HTML version.
//!
//! What people typed (names, notes) comes in as data, loses whatever a mail program would turn into a link, and is
//! escaped in HTML. Only the portal's own addresses are links (SECURITY T25, T28, T56).

use crate::asking::letters::AskingLetter;
use crate::error::Failure;
use crate::profile::letters::EmailLetter;
use domain::person::Language;
use domain::text::is_plain;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};
use std::path::{Path, PathBuf};

/// What a mail says. Names are given as typed; rendering takes the links out of them.
#[derive(Debug, Clone)]
pub(crate) enum Letter<'a> {
    /// To a contact that was just added.
    ContactAdded {
        /// The recipient.
        name: &'a str,
        /// Who added them.
        by: &'a str,
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
        by: &'a str,
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
        by: &'a str,
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
        contact: &'a str,
        /// On which account.
        account: &'a str,
        /// Whether it was declined.
        declined: bool,
        /// Why, as typed; may be empty.
        reason: &'a str,
        /// The contact's page.
        link: &'a str,
    },
    /// To the owners of an account, when somebody changed somebody's rights.
    AccessChanged {
        /// The recipient.
        name: &'a str,
        /// Who changed them.
        by: &'a str,
        /// Whose rights.
        contact: &'a str,
        /// On which account.
        account: &'a str,
        /// What changed, a line each.
        lines: &'a [String],
        /// The contact's page.
        link: &'a str,
    },
    /// About a request for access.
    Asking(AskingLetter<'a>),
    /// About an address that is to be proved.
    Email(EmailLetter<'a>),
    /// To the owners of an account, when somebody ended their own access.
    ContactLeft {
        /// The recipient.
        name: &'a str,
        /// Who left.
        who: &'a str,
        /// Which account.
        account: &'a str,
        /// The account's contacts.
        link: &'a str,
    },
}

/// A mail in one person's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rendered {
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
}

/// All templates, the provider's own in place of the built-in ones.
#[derive(Debug)]
pub(crate) struct Templates {
    environment: Environment<'static>,
    brand: String,
    support: String,
}

/// A template of the provider's that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// The file can't be read.
    #[error("{path}: {error}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The file is no template, or uses what there is not.
    #[error("{path}: {problem}")]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        problem: String,
    },
}

macro_rules! built_in {
    ($($language:literal: $($name:literal),+;)+) => {
        &[$($(
            built_in!(@one $language, $name, ".subject"),
            built_in!(@one $language, $name, ".txt"),
            built_in!(@one $language, $name, ".html"),
        )+)+]
    };
    (@one $language:literal, $name:literal, $end:literal) => {
        (concat!($language, "/", $name, $end), include_str!(concat!("../../templates/", $language, "/", $name, $end)))
    };
}

const BUILT_IN: &[(&str, &str)] = built_in! {
    "en": "contact_added", "reset_password", "password_changed", "access_changed", "invited", "access_given",
        "invitation_answered", "access_requested", "request_decided",
        "confirm_email", "email_changing", "email_changed", "email_taken", "contact_left";
    "de": "contact_added", "reset_password", "password_changed", "access_changed", "invited", "access_given",
        "invitation_answered", "access_requested", "request_decided",
        "confirm_email", "email_changing", "email_changed", "email_taken", "contact_left";
};

impl Templates {
    /// The built-in templates, with those found in `folder` (`en/reset_password.txt` say) in their place. Each is tried
    /// once, so that a mistake shows at start and not when a mail is due.
    ///
    /// # Errors
    /// When one of the files can't be read or used.
    pub(crate) fn load(folder: &Path, brand: &str, support: &str) -> Result<Self, TemplateError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|name| match name.rsplit_once('.') {
            Some((_, "html")) => AutoEscape::Html,
            _ => AutoEscape::None,
        });
        for (name, source) in BUILT_IN {
            let path = folder.join(name);
            let malformed = |problem: minijinja::Error| TemplateError::Malformed {
                path: path.clone(),
                problem: problem.to_string(),
            };
            match std::fs::read_to_string(&path) {
                Ok(own) => environment.add_template_owned(*name, own).map_err(malformed)?,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                    environment.add_template(name, source).map_err(malformed)?;
                }
                Err(error) => return Err(TemplateError::File { path, error }),
            }
        }
        let templates = Self { environment, brand: brand.to_owned(), support: support.to_owned() };
        templates.try_all(folder)?;
        Ok(templates)
    }

    fn try_all(&self, folder: &Path) -> Result<(), TemplateError> {
        let lines = ["x".to_owned()];
        let (name, by, contact, account, link) = ("x", "x", "x", "x", "x");
        for language in [Language::En, Language::De] {
            let asking = AskingLetter::samples().map(Letter::Asking).into_iter();
            let more = asking.chain(EmailLetter::samples().map(Letter::Email));
            let letters = [
                Letter::ContactAdded { name, by, account, sign_in: Some(link) },
                Letter::ContactAdded { name, by, account, sign_in: None },
                Letter::ResetPassword { name, link, valid_seconds: 60 },
                Letter::PasswordChanged { name, at: "x", forgot: link },
                Letter::AccessChanged { name, by, contact, account, lines: &lines, link },
                Letter::Invited { by, account, link, days: 7 },
                Letter::AccessGiven { name, by, account, link, refuse: link, days: 7 },
                Letter::InvitationAnswered { name, contact, account, declined: true, reason: "x", link },
                Letter::InvitationAnswered { name, contact, account, declined: false, reason: "", link },
                Letter::ContactLeft { name, who: contact, account, link },
            ];
            for letter in letters.into_iter().chain(more) {
                render(self, language, &letter).map_err(|failure| TemplateError::Malformed {
                    path: folder.join(language.tag()).join(letter.name()),
                    problem: failure.to_string(),
                })?;
            }
        }
        Ok(())
    }

    fn part(&self, language: Language, name: &str, end: &str, context: &Value) -> Result<String, Failure> {
        let file = format!("{}/{name}.{end}", language.tag());
        self.environment
            .get_template(&file)
            .and_then(|template| template.render(context.clone()))
            .map_err(|error| Failure::Fault(format!("mail template {file}: {error}")))
    }
}

/// Writes a letter in a language.
///
/// # Errors
/// When the template fails, or its subject is not one line.
pub(crate) fn render(templates: &Templates, language: Language, letter: &Letter<'_>) -> Result<Rendered, Failure> {
    let data = letter.data();
    let base = context! { brand => &templates.brand, support => &templates.support, ..data };
    let subject = templates.part(language, letter.name(), "subject", &base)?.trim().to_owned();
    // INVARIANT: a subject is one line; whatever stood in a name, it starts no header of its own.
    if subject.is_empty() || !subject.chars().all(is_plain) {
        return Err(Failure::Fault(format!("the subject of {} is not one line of text", letter.name())));
    }
    let all = context! { subject => &subject, ..base };
    let text = templates.part(language, letter.name(), "txt", &all)?;
    let html = templates.part(language, letter.name(), "html", &all)?;
    Ok(Rendered { subject, text, html })
}

impl Letter<'_> {
    const fn name(&self) -> &'static str {
        match self {
            Self::ContactAdded { .. } => "contact_added",
            Self::ResetPassword { .. } => "reset_password",
            Self::PasswordChanged { .. } => "password_changed",
            Self::AccessChanged { .. } => "access_changed",
            Self::Invited { .. } => "invited",
            Self::AccessGiven { .. } => "access_given",
            Self::InvitationAnswered { .. } => "invitation_answered",
            Self::Asking(letter) => letter.name(),
            Self::Email(letter) => letter.name(),
            Self::ContactLeft { .. } => "contact_left",
        }
    }

    fn data(&self) -> Value {
        match *self {
            Self::ContactAdded { name, by, account, sign_in } => context! {
                name => plain(name),
                by => plain(by),
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
            Self::Invited { by, account, link, days } => {
                context! { by => plain(by), account => plain(account), link => link, days => days }
            }
            Self::AccessGiven { name, by, account, link, refuse, days } => context! {
                name => plain(name),
                by => plain(by),
                account => plain(account),
                link => link,
                refuse => refuse,
                days => days,
            },
            Self::InvitationAnswered { name, contact, account, declined, reason, link } => context! {
                name => plain(name),
                contact => plain(contact),
                account => plain(account),
                declined => declined,
                reason => plain(reason),
                link => link,
            },
            Self::AccessChanged { name, by, contact, account, lines, link } => context! {
                name => plain(name),
                by => plain(by),
                contact => plain(contact),
                account => plain(account),
                lines => lines.iter().map(|line| plain(line)).collect::<Vec<_>>(),
                link => link,
            },
            Self::Asking(letter) => letter.data(),
            Self::Email(letter) => letter.data(),
            Self::ContactLeft { name, who, account, link } => context! {
                name => plain(name),
                who => plain(who),
                account => plain(account),
                link => link,
            },
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

#[cfg(test)]
mod tests {
    use super::*;

    fn templates() -> Templates {
        Templates::load(Path::new("/nonexistent"), "Portico", "help@portico.example")
            .expect("the built-in ones are sound")
    }

    #[test]
    fn names_become_no_links_no_markup_and_no_headers() {
        let evil = "Win at https://evil.example\r\nBcc: all@evil.example <script>alert(1)</script>";
        let letter = Letter::ContactAdded {
            name: "Anna",
            by: evil,
            account: "www.evil.example",
            sign_in: Some("https://portal.example/sign-in"),
        };
        for language in [Language::En, Language::De] {
            let mail = render(&templates(), language, &letter).expect("it renders");
            for part in [&mail.subject, &mail.text, &mail.html] {
                assert!(!part.contains("evil.example") && !part.contains("https://evil"), "{part}");
            }
            assert!(!mail.subject.contains(['\r', '\n']), "{}", mail.subject);
            assert!(!mail.html.contains("<script>"), "{}", mail.html);
            assert!(mail.text.contains("https://portal.example/sign-in"), "{}", mail.text);
        }
    }

    #[test]
    fn a_link_says_how_long_it_works() {
        let write = |valid_seconds| {
            let letter =
                Letter::ResetPassword { name: "Anna", link: "https://portal.example/reset/abc", valid_seconds };
            render(&templates(), Language::En, &letter).expect("it renders").text
        };
        assert!(write(3600).contains("for 60 minutes"));
        assert!(write(7 * 86_400).contains("for 7 days"));
    }

    #[test]
    fn the_provider_s_own_file_takes_the_place_of_a_built_in_one() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("en")).expect("a folder");
        let file = folder.path().join("en/reset_password.subject");
        std::fs::write(&file, "{{ brand }}: new password").expect("written");
        let templates = Templates::load(folder.path(), "Acme", "help@acme.example").expect("sound");
        let letter = Letter::ResetPassword { name: "Anna", link: "https://x.example", valid_seconds: 3600 };
        assert_eq!(render(&templates, Language::En, &letter).expect("it renders").subject, "Acme: new password");

        for bad in ["{{ nonsense }}", "{{ brand", "two\nlines"] {
            std::fs::write(&file, bad).expect("written");
            let refused = Templates::load(folder.path(), "Acme", "help@acme.example").map(|_| ());
            assert!(refused.is_err_and(|error| error.to_string().contains("reset_password")), "{bad}");
        }
    }
}
