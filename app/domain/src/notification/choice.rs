//! Choosing: what the forms show and post, and who gets what.

use super::Delivery;
use crate::access::Denied;
use crate::category::Category;
use crate::change::ContactChange;
use crate::contact::{Notifications, Verdict};
use crate::id::{ContactId, SubmissionId};
use crate::list::{Page, Total};
use crate::owner::OwnerKind;
use crate::status::ContactStatus;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// What a form showed as chosen when it was made, so that a later choice by somebody else is not overwritten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Seen(pub Notifications);

const NOT_SET: &str = "not_set";

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Notifications::NotSet => f.write_str(NOT_SET),
            Notifications::Chosen(chosen) => {
                f.write_str(&chosen.iter().map(|category| category.key()).collect::<Vec<_>>().join("."))
            }
        }
    }
}

impl From<Seen> for String {
    fn from(seen: Seen) -> Self {
        seen.to_string()
    }
}

/// The text is nothing that a form showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no choice of categories")]
pub struct NotAChoice;

impl FromStr for Seen {
    type Err = NotAChoice;

    fn from_str(text: &str) -> Result<Self, NotAChoice> {
        if text == NOT_SET {
            return Ok(Self(Notifications::NotSet));
        }
        let keys = text.split('.').filter(|key| !key.is_empty());
        let chosen: Option<BTreeSet<Category>> = keys.map(Category::from_key).collect();
        Ok(Self(Notifications::Chosen(chosen.ok_or(NotAChoice)?)))
    }
}

impl TryFrom<String> for Seen {
    type Error = NotAChoice;

    fn try_from(text: String) -> Result<Self, NotAChoice> {
        text.parse()
    }
}

impl Notifications {
    /// The categories chosen; none while nobody has chosen.
    pub fn chosen(&self) -> BTreeSet<Category> {
        match self {
            Self::NotSet => BTreeSet::new(),
            Self::Chosen(chosen) => chosen.clone(),
        }
    }

    /// What is different in `after`: first what was taken up, then what was given up.
    pub fn changes_to(&self, after: &Self) -> Vec<ContactChange> {
        let (before, after) = (self.chosen(), after.chosen());
        let on = after.difference(&before).map(|category| ContactChange::Subscribed { category: *category });
        let off = before.difference(&after).map(|category| ContactChange::Unsubscribed { category: *category });
        on.chain(off).collect()
    }
}

/// The command that chooses the categories of one contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChooseNotifications {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Which contact.
    pub contact: ContactId,
    /// What the form showed as chosen.
    pub seen: Seen,
    /// The categories ticked; none is a choice too.
    #[serde(default)]
    pub categories: BTreeSet<Category>,
}

/// What the dialog and the page of one contact's notifications show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationChoice {
    /// Which contact.
    pub contact: ContactId,
    /// First and last name.
    pub name: String,
    /// Where its mails go.
    pub email: String,
    /// Whether it is the person looking.
    pub is_me: bool,
    /// What was chosen.
    pub notifications: Notifications,
    /// What is proposed while nobody has chosen, of what the actor may choose.
    pub suggested: BTreeSet<Category>,
    /// For each category, in the order of the dialog, what would become of its mails if it were chosen.
    pub deliveries: Vec<(Category, Delivery)>,
    /// Whether the actor may choose, and if not, why not.
    pub choose: Verdict,
    /// Where they may: the categories that they may not choose anew for this contact, and why not.
    pub beyond: BTreeMap<Category, Denied>,
    /// The submission id for the form.
    pub submission: SubmissionId,
}

/// A row of the matrix: one contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationRow {
    /// Which contact.
    pub contact: ContactId,
    /// First and last name.
    pub name: String,
    /// Whether it is an owner.
    pub owner: Option<OwnerKind>,
    /// Whether it is the person looking.
    pub is_me: bool,
    /// Where it stands.
    pub status: ContactStatus,
    /// What was chosen.
    pub notifications: Notifications,
    /// Each category in the order of the dialog.
    pub deliveries: Vec<Delivery>,
    /// Whether the actor may choose for it, and if not, why not.
    pub choose: Verdict,
}

/// How many people of an account get the mails of a category, exact up to [`REACH_COUNTED`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// Which category.
    pub category: Category,
    /// How many.
    pub people: Total,
}

/// The most recipients of a category that are counted.
pub const REACH_COUNTED: usize = 50;

/// Who gets which mails: a page of people, and how many get each category in all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationMatrix {
    /// The people of this page.
    pub page: Page<NotificationRow>,
    /// How many get each category, everybody counted.
    pub reach: Vec<Reach>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_showed_is_read_as_it_was_written() {
        for (seen, text) in [
            (Notifications::NotSet, "not_set"),
            (Notifications::Chosen(BTreeSet::new()), ""),
            (Notifications::Chosen([Category::Support, Category::Billing].into()), "billing.support"),
        ] {
            assert_eq!(Seen(seen.clone()).to_string(), text);
            assert_eq!(text.parse(), Ok(Seen(seen)));
        }
        assert_eq!("billing.else".parse::<Seen>(), Err(NotAChoice));
    }

    #[test]
    fn a_change_names_what_was_taken_up_and_given_up() {
        let before = Notifications::Chosen([Category::Billing, Category::Service].into());
        let after = Notifications::Chosen([Category::Billing, Category::Support].into());
        assert_eq!(
            before.changes_to(&after),
            [
                ContactChange::Subscribed { category: Category::Support },
                ContactChange::Unsubscribed { category: Category::Service }
            ]
        );
        assert_eq!(Notifications::NotSet.changes_to(&Notifications::Chosen(BTreeSet::new())), []);
    }
}
