//! Grants that end by themselves.

use crate::right::{Place, Right};
use crate::rights::Rights;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A grant that ends by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Until {
    /// What was given.
    pub right: Right,
    /// On what.
    pub place: Place,
    /// When it ends.
    pub at: Timestamp,
}

impl Until {
    /// Rights that are nothing but this grant.
    fn alone(&self) -> Rights {
        let mut rights = Rights::default();
        rights.give(self.right, &self.place);
        rights
    }
}

impl Rights {
    /// Puts the ends into the order of the grants.
    pub fn order_ends(&mut self) {
        let order = self.grants();
        self.until.sort_by_key(|until| {
            order.iter().position(|(right, place)| *right == until.right && *place == until.place)
        });
    }

    /// When this very grant ends by itself.
    pub fn end_of(&self, right: Right, place: &Place) -> Option<Timestamp> {
        self.until.iter().find(|until| until.right == right && until.place == *place).map(|until| until.at)
    }

    /// Without what has ended at `now`.
    #[must_use]
    pub fn at(&self, now: Timestamp) -> Self {
        if self.until.is_empty() {
            return self.clone();
        }
        self.only(|right, place| self.end_of(right, place).is_none_or(|end| end > now))
    }

    /// These rights as what follows on `before`: what is kept ends when it ended there, also when a role was turned into
    /// what it gives. What is new has no end.
    ///
    /// INVARIANT: writing rights again neither prolongs what was given until an end nor ends what was given for good.
    #[must_use]
    pub fn following(mut self, before: &Self) -> Self {
        self.until = Vec::new();
        if before.until.is_empty() {
            return self;
        }
        let lasting = before.only(|right, place| before.end_of(right, place).is_none());
        let lasting_still = lasting.only(|right, place| self.has_grant(right, place));
        let until = |(right, place): (Right, Place)| {
            let at = match before.end_of(right, &place) {
                Some(own) if lasting_still.covers(right, &place) => own,
                Some(_) | None if lasting.covers(right, &place) => return None,
                Some(_) | None => {
                    let giving = before.until.iter().filter(|until| until.alone().covers(right, &place));
                    giving.map(|until| until.at).max()?
                }
            };
            Some(Until { right, place, at })
        };
        self.until = self.grants().into_iter().filter_map(until).collect();
        self
    }

    /// What of these rights would bring back what has `ended` since they were read: given by none of `before`.
    pub fn reviving(&self, before: &Self, ended: &Self) -> Vec<(Right, Place)> {
        if ended.is_empty() {
            return Vec::new();
        }
        let revives = |(right, place): &(Right, Place)| !before.covers(*right, place) && ended.covers(*right, place);
        self.grants().into_iter().filter(revives).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privilege::{Privilege, PrivilegeSet};
    use crate::role::Role;

    const SOON: Timestamp = Timestamp(1_000);
    const LATER: Timestamp = Timestamp(2_000);

    fn ending(mut rights: Rights, right: Right, at: Timestamp) -> Rights {
        rights.until.push(Until { right, place: Place::Account, at });
        rights
    }

    fn role(role: Role) -> Rights {
        Rights { roles: [role].into_iter().collect(), ..Rights::default() }
    }

    #[test]
    fn what_has_ended_is_not_there() {
        let mut rights = role(Role::Billing);
        rights.privileges.insert(Privilege::DcView);
        let rights = ending(rights, Right::Privilege(Privilege::DcView), SOON);
        assert_eq!(rights.at(Timestamp(999)), rights);
        assert_eq!(rights.at(SOON), role(Role::Billing));
    }

    #[test]
    fn writing_rights_again_keeps_their_ends() {
        let before = ending(role(Role::Billing), Right::Role(Role::Billing), SOON);
        let same = role(Role::Billing).following(&before);
        assert_eq!(same, before);
        let more = Rights { privileges: PrivilegeSet::of(&[Privilege::DcView]), ..role(Role::Billing) };
        let more = more.following(&before);
        assert_eq!(more.end_of(Right::Role(Role::Billing), &Place::Account), Some(SOON));
        assert_eq!(more.end_of(Right::Privilege(Privilege::DcView), &Place::Account), None, "new, so for good");
    }

    #[test]
    fn a_role_turned_into_its_privileges_ends_when_the_role_would() {
        let before = ending(role(Role::Billing), Right::Role(Role::Billing), SOON);
        let singles = Rights { privileges: Role::Billing.privileges(), ..Rights::default() }.following(&before);
        assert!(singles.privileges.len() > 1);
        assert_eq!(singles.until.len(), singles.grants().len());
        assert!(singles.until.iter().all(|until| until.at == SOON));
    }

    #[test]
    fn of_two_ends_the_later_one_counts_and_for_good_is_no_end() {
        let pay = Right::Privilege(Privilege::BillingPay);
        let mut both = role(Role::Billing);
        both.privileges.insert(Privilege::BillingPay);
        let before = ending(ending(both.clone(), Right::Role(Role::Billing), LATER), pay, SOON);
        let singles = Rights { privileges: Role::Billing.privileges(), ..Rights::default() };
        assert_eq!(singles.clone().following(&before).end_of(pay, &Place::Account), Some(LATER));
        // The role for good, and the privilege until soon: taking the role apart leaves the privilege for good.
        let before = ending(both.clone(), pay, SOON);
        assert_eq!(singles.following(&before).until, []);
        // While the role stays, the single one keeps its own end.
        assert_eq!(both.following(&before), before);
    }
}
