//! What is wrong with a line of a file, said so that an editor can be opened at it.

use domain::problem::Problem;
use std::fmt;
use std::sync::Arc;

/// What is said of a password hash that sign-in could not verify.
pub(crate) const NOT_A_HASH: &str = "not an argon2 or bcrypt hash, or one that costs too much to check";
/// What is said of one that is dropped because of its cost.
pub(crate) const TOO_COSTLY: &str =
    "password dropped: its hash costs too much to check; the person sets a new one under Forgot your password?";

/// A line of a file that is read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file's name, without its folders.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: u64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// One thing wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineProblem {
    /// Where.
    pub place: Place,
    /// In which field; `None` when the line as a whole can't be read.
    pub field: Option<String>,
    /// What is wrong, in lower case and without a full stop.
    pub reason: String,
}

impl fmt::Display for LineProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.field {
            Some(field) => write!(f, "{}: field \"{field}\": {}", self.place, self.reason),
            None => write!(f, "{}: {}", self.place, self.reason),
        }
    }
}

/// A problem of a form, in the words of a report.
pub(crate) fn reason(problem: &Problem) -> String {
    match problem {
        Problem::Required => "missing".to_owned(),
        Problem::TooLong { max } => format!("longer than {max} characters"),
        Problem::TooShort { min } => format!("shorter than {min} characters"),
        Problem::HiddenCharacters => "has control, invisible or direction-turning characters".to_owned(),
        Problem::NotAnEmail => "not an email address".to_owned(),
        Problem::NotAPhoneNumber => "not a telephone number".to_owned(),
        Problem::NoSuchOperation => "no such operation".to_owned(),
        Problem::NotOffered
        | Problem::LinkDead
        | Problem::Lookalike { .. }
        | Problem::NotADate
        | Problem::InThePast
        | Problem::FormTooOld
        | Problem::Contact(_)
        | Problem::Invitation(_)
        | Problem::Template(_)
        | Problem::Request(_)
        | Problem::Dns(_)
        | Problem::Operation(_)
        | Problem::Person(_)
        | Problem::SshKey(_) => "invalid".to_owned(),
    }
}
