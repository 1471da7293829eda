//! The mails of what happens on an account: one change as itself, several as a list.

use crate::mail::letter::{Letter, Listed, Over, Sample, Signature, Template, plain, template};
use domain::category::Category;
use domain::notification::Why;
use domain::paths;
use minijinja::{Value, context};
use texts::texts_in;

/// Every letter of this file.
pub(crate) const LETTERS: &[Listed] = &[
    Listed::of::<AccessChanged>(),
    Listed::of::<ProfileChanged>(),
    Listed::of::<ContactLeft>(),
    Listed::of::<SeveralChanges>(),
];

/// Why somebody gets a mail of a category, and where they change that.
pub(crate) struct Because<'a> {
    /// Whether it was chosen.
    pub(crate) why: Why,
    /// What the category is called.
    pub(crate) category: &'static str,
    pub(crate) account: &'a str,
    /// Where they choose; `None` without a login.
    pub(crate) settings: Option<String>,
}

impl Because<'_> {
    fn data(&self) -> Value {
        context! {
            why => match self.why {
                Why::Owner => "owner",
                Why::Concerned => "concerned",
                Why::Chosen => "chosen",
            },
            category => self.category,
            account => plain(self.account),
            settings => self.settings.as_deref(),
        }
    }

    fn example(sample: &Sample<'_>, why: Why) -> Self {
        Self {
            why,
            category: texts_in(sample.language).rights.categories.name(Category::UserManagement),
            account: Sample::ACCOUNT,
            settings: Some(sample.link(&paths::contact_notifications(Sample::ACTING, Sample::CONTACT))),
        }
    }

    /// The same for somebody who cannot sign in.
    fn without_login(self) -> Self {
        Self { settings: None, ..self }
    }
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
            lines => plain_lines(&self.lines),
        }
    }

    fn example(kind: &'static str, lines: Vec<String>) -> Self {
        let by = (Sample::BY.name.to_owned(), Sample::BY.email.to_owned());
        Self { by, contact: Sample::OTHER.name.to_owned(), kind, lines }
    }
}

fn plain_lines(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| plain(line)).collect()
}

fn access_lines() -> Vec<String> {
    vec!["Added: View invoices".to_owned(), "Removed: Power Management on web-01".to_owned()]
}

fn profile_lines() -> Vec<String> {
    vec!["Telephone is now “+49 30 5550 100”".to_owned()]
}

/// What somebody changed about a contact.
pub(crate) struct Change<'a> {
    pub(crate) name: &'a str,
    /// Who changed it.
    pub(crate) by: Signature<'a>,
    pub(crate) contact: &'a str,
    pub(crate) account: &'a str,
    /// What changed, a line each.
    pub(crate) lines: Vec<String>,
    /// Where to look at it.
    pub(crate) link: String,
    pub(crate) because: Because<'a>,
}

impl Change<'_> {
    fn data(&self) -> Value {
        context! {
            because => self.because.data(),
            name => plain(self.name),
            by => plain(self.by.name),
            by_email => plain(self.by.email),
            contact => plain(self.contact),
            account => plain(self.account),
            lines => plain_lines(&self.lines),
            link => &self.link,
        }
    }

    fn example(sample: &Sample<'_>, lines: Vec<String>, because: Because<'static>) -> Self {
        Self {
            name: Sample::NAME,
            by: Sample::BY,
            contact: Sample::OTHER.name,
            account: Sample::ACCOUNT,
            lines,
            link: sample.link(&paths::contact(Sample::ACTING, Sample::CONTACT)),
            because,
        }
    }
}

/// To those told of User Management, when somebody changed somebody's rights.
pub(crate) struct AccessChanged<'a>(pub(crate) Change<'a>);

impl Letter for AccessChanged<'_> {
    const TEMPLATE: Template = template!("access_changed");
    const OVER: Over = Over::Silent;

    fn data(&self) -> Value {
        self.0.data()
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        let because = |why| Because::example(sample, why);
        [because(Why::Owner), because(Why::Chosen), because(Why::Concerned), because(Why::Chosen).without_login()]
            .map(|because| Self(Change::example(sample, access_lines(), because)))
            .into()
    }
}

/// The same, when nothing but names and addresses changed.
pub(crate) struct ProfileChanged<'a>(pub(crate) Change<'a>);

impl Letter for ProfileChanged<'_> {
    const TEMPLATE: Template = template!("profile_changed");
    const OVER: Over = Over::Silent;

    fn data(&self) -> Value {
        self.0.data()
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        vec![Self(Change::example(sample, profile_lines(), Because::example(sample, Why::Chosen)))]
    }
}

/// When somebody ended their own access.
pub(crate) struct ContactLeft<'a> {
    pub(crate) name: &'a str,
    /// Who left.
    pub(crate) contact: Signature<'a>,
    pub(crate) account: &'a str,
    /// The account's contacts.
    pub(crate) link: String,
    pub(crate) because: Because<'a>,
}

impl Letter for ContactLeft<'_> {
    const TEMPLATE: Template = template!("contact_left");
    const OVER: Over = Over::Silent;

    fn data(&self) -> Value {
        context! {
            because => self.because.data(),
            name => plain(self.name),
            contact => plain(self.contact.name),
            contact_email => plain(self.contact.email),
            account => plain(self.account),
            link => &self.link,
        }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        vec![Self {
            name: Sample::NAME,
            contact: Sample::OTHER,
            account: Sample::ACCOUNT,
            link: sample.link(&paths::contacts(Sample::ACTING)),
            because: Because::example(sample, Why::Owner),
        }]
    }
}

/// What happened on an account within a short time, where it is more than one thing.
pub(crate) struct SeveralChanges<'a> {
    pub(crate) name: &'a str,
    pub(crate) account: &'a str,
    /// What happened, in order.
    pub(crate) entries: Vec<Entry>,
    /// How much more happened.
    pub(crate) more: usize,
    /// The account's contacts.
    pub(crate) link: String,
    pub(crate) because: Because<'a>,
}

impl Letter for SeveralChanges<'_> {
    const TEMPLATE: Template = template!("several_changes");
    const OVER: Over = Over::Silent;

    fn data(&self) -> Value {
        context! {
            because => self.because.data(),
            name => plain(self.name),
            account => plain(self.account),
            count => self.entries.len() + self.more,
            entries => self.entries.iter().map(Entry::data).collect::<Vec<_>>(),
            more => self.more,
            link => &self.link,
        }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        let example = |more, because| Self {
            name: Sample::NAME,
            account: Sample::ACCOUNT,
            entries: vec![
                Entry::example("access", access_lines()),
                Entry::example("profile", profile_lines()),
                Entry::example("left", Vec::new()),
            ],
            more,
            link: sample.link(&paths::contacts(Sample::ACTING)),
            because,
        };
        vec![
            example(0, Because::example(sample, Why::Owner)),
            example(1_500, Because::example(sample, Why::Chosen).without_login()),
        ]
    }
}
