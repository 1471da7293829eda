//! What contacts get mail about.

use crate::access::managing::needs;
use crate::access::rule::{Rule, Scope};
use crate::access::status::Kind;
use crate::access::{Deed, Denied, Standing, Target};
use crate::category::Category;
use crate::privilege::Privilege;
use crate::right::Right;
use std::collections::BTreeSet;

/// What is done with what contacts get mail about.
#[derive(Debug, Clone, Copy)]
pub enum NotificationAction<'a> {
    /// Choose which mails a contact gets, these categories anew.
    Choose(Target<'a>, &'a BTreeSet<Category>),
}

impl NotificationAction<'_> {
    pub(super) fn rule(self, who: &Standing) -> Rule {
        match self {
            Self::Choose(target, new) => {
                let needed = may_choose(who, &target, new);
                Rule::writes(Kind::Change, Scope::Contact(target.contact), &[Deed::ChooseNotifications], needed)
            }
        }
    }
}

fn may_choose(who: &Standing, target: &Target<'_>, new: &BTreeSet<Category>) -> Result<(), Denied> {
    if target.contact == who.contact {
        return Ok(());
    }
    needs(&who.effective, Privilege::ContactsNotifications)?;
    // What an owner is told is that owner's alone to choose: nobody keeps things from owners.
    if target.owner.is_some() {
        return Err(Denied::OwnersChoice);
    }
    // INVARIANT: nobody has sent to another address what they may not see themselves (SECURITY T10).
    match new.iter().find_map(|category| category.lacking(&who.effective)) {
        Some(privilege) => Err(Denied::Missing(Right::Privilege(privilege))),
        None => Ok(()),
    }
}
