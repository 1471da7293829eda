//! What the log says: what was done, and what a change was.

use crate::Texts;
use domain::audit::{
    ActivityTopic, Change, ContactFactKind, FactKind, Gist, NamedSet, Noted, OwnershipFactKind, RequestFactKind,
    SetStep,
};
use domain::right::{Place, Right};

/// Stands in a sentence for the names that its page puts there. No name has it.
const NAMES: &str = "\u{1}";

/// A sentence of the log, after who did it, with the place of the names of the contacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// What stands before the names.
    pub before: String,
    /// What stands after them; `None` where the sentence has no names.
    pub after: Option<String>,
}

impl Deed {
    fn of(sentence: &str) -> Self {
        match sentence.split_once(NAMES) {
            Some((before, after)) => Self { before: before.to_owned(), after: Some(after.to_owned()) },
            None => Self { before: sentence.to_owned(), after: None },
        }
    }

    /// The whole of it with these names.
    pub fn with(&self, names: &str) -> String {
        match &self.after {
            Some(after) => format!("{}{names}{after}", self.before),
            None => self.before.clone(),
        }
    }
}

impl Texts {
    /// What a change was.
    pub fn change(&self, change: &Change) -> String {
        match change {
            Change::Contact(change) => self.rights.change(change, &self.dates),
        }
    }

    /// What the log says of a fact that was done to so many contacts.
    pub fn deed(&self, kind: FactKind, noted: Option<&Noted>, targets: usize) -> Deed {
        let text = &self.accounts.activity;
        let sentence = match (kind, noted) {
            (FactKind::Ownership(OwnershipFactKind::Appointed), _) => text.made_co_owner(NAMES),
            (FactKind::Ownership(OwnershipFactKind::Dismissed), _) => text.removed_co_owner(NAMES),
            (FactKind::Contact(ContactFactKind::ViewingStarted), Some(Noted::Viewed(seconds))) => {
                text.viewed_as_for(NAMES, seconds / 60)
            }
            (FactKind::Contact(ContactFactKind::ViewingStarted), _) => text.viewed_as(NAMES),
            (FactKind::Request(kind), Some(Noted::Asked { right, place })) => self.asked(kind, *right, place),
            (FactKind::Role(_), Some(Noted::Set { name, set, step })) => self.set_deed(name, (*set, *step), targets),
            (FactKind::Role(_), Some(Noted::HandOut(roles))) => {
                let roles: Vec<&str> = roles.iter().map(|role| self.rights.role(role)).collect();
                if roles.is_empty() { text.hand_out_none.to_owned() } else { text.hand_out(&roles.join(", ")) }
            }
            (
                FactKind::Operation(kind),
                Some(Noted::Operated { place: Place::Service { name: Some(name), .. }, verb, .. }),
            ) => self.services.operations.fact_of(kind, *verb, name),
            (FactKind::Console(kind), Some(Noted::Operated { place: Place::Service { name: Some(name), .. }, .. })) => {
                self.console.fact_of(kind, name)
            }
            (FactKind::Operation(kind), _) => self.services.operations.fact(kind).to_owned(),
            _ if targets > 0 => format!("{} {NAMES}", self.fact(kind, targets)),
            _ => self.fact(kind, targets).to_owned(),
        };
        Deed::of(&sentence)
    }

    /// What became of a request for a right.
    fn asked(&self, kind: RequestFactKind, right: Right, place: &Place) -> String {
        let (text, right) = (&self.accounts.activity, self.rights.right_at(right, place));
        match kind {
            RequestFactKind::Asked => text.asked_for(&right),
            RequestFactKind::Granted => text.granted_for(NAMES, &right),
            RequestFactKind::Declined => text.declined_for(NAMES, &right),
            RequestFactKind::Met => text.met_for(NAMES, &right),
            RequestFactKind::Withdrawn => text.withdrew_for(&right),
        }
    }

    /// What was done with a template or a role, which so many contacts had.
    fn set_deed(&self, name: &str, of: (NamedSet, SetStep), targets: usize) -> String {
        let text = &self.accounts.activity;
        match of {
            (NamedSet::Template, SetStep::Made) => text.template_made(name),
            (NamedSet::Template, SetStep::Changed) => text.template_changed(name),
            (NamedSet::Template, SetStep::Deleted) => text.template_deleted(name),
            (NamedSet::Role, SetStep::Made) => text.role_made(name),
            (NamedSet::Role, SetStep::Changed) if targets > 0 => text.role_changed_of(name, NAMES),
            (NamedSet::Role, SetStep::Changed) => text.role_changed(name),
            (NamedSet::Role, SetStep::Deleted) if targets > 0 => text.role_deleted_of(name, NAMES),
            (NamedSet::Role, SetStep::Deleted) => text.role_deleted(name),
        }
    }

    /// What people were invited as: roles, and the template that gives the rest. Nothing where neither says all of it.
    pub fn invited_as(&self, gist: &Gist<'_>) -> Option<String> {
        let role = |(right, place): &(Right, &Place)| match place {
            Place::OwnRole { name } => name.clone(),
            Place::Account
            | Place::AllServices
            | Place::NewServices
            | Place::Service { .. }
            | Place::AllDomains
            | Place::NewDomains
            | Place::Domain { .. } => self.rights.right(*right),
        };
        let mut names: Vec<String> = gist.roles.iter().map(role).collect();
        names.extend(gist.template.map(|template| self.rights.template(template)));
        (!names.is_empty()).then(|| self.accounts.activity.as_role(&names.join(", ")))
    }

    /// What many changes come to: "21 rights", "2 rights given, 1 change".
    pub fn gist(&self, gist: &Gist<'_>) -> String {
        let text = &self.accounts.activity;
        if gist.taken + gist.others == 0 {
            return text.rights(gist.given);
        }
        let part = |count: usize, said: String| (count > 0).then_some(said);
        let parts = [
            part(gist.given, text.rights_given(gist.given)),
            part(gist.taken, text.rights_taken(gist.taken)),
            part(gist.others, text.changes(gist.others)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// What a part of the log is called.
    pub const fn topic(&self, topic: ActivityTopic) -> &'static str {
        let text = &self.accounts.activity;
        match topic {
            ActivityTopic::People => text.topic_people,
            ActivityTopic::Invitations => text.topic_invitations,
            ActivityTopic::Requests => text.topic_requests,
            ActivityTopic::Roles => text.topic_roles,
            ActivityTopic::Ownership => text.topic_ownership,
            ActivityTopic::Notifications => text.topic_notifications,
            ActivityTopic::SignIn => text.topic_sign_in,
            ActivityTopic::Views => text.topic_views,
            ActivityTopic::Services => text.topic_services,
            ActivityTopic::Domains => self.shell.domains,
            ActivityTopic::Account => text.topic_account,
        }
    }

    /// What the log says of a fact, before the names of so many contacts.
    fn fact(&self, kind: FactKind, targets: usize) -> &'static str {
        match kind {
            FactKind::Person(kind) => self.people.fact(kind),
            FactKind::Account(kind) => self.accounts.fact(kind),
            FactKind::Contact(kind) => self.contacts.fact(kind, targets),
            FactKind::Invitation(kind) => self.invitations.fact(kind),
            FactKind::Role(kind) => self.roles.fact(kind),
            FactKind::Ownership(kind) => self.ownership.fact(kind),
            FactKind::Notification(kind) => self.notifications.fact(kind),
            FactKind::Request(kind) => self.asking.fact(kind),
            FactKind::Console(kind) => self.console.fact(kind),
            FactKind::Operation(kind) => self.services.operations.fact(kind),
            FactKind::SshKey(kind) => self.ssh_keys.fact(kind),
            FactKind::Dns(kind) => self.dns.fact(kind),
            FactKind::Installation(kind) => self.accounts.activity.installation(kind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{de, en};
    use domain::audit::RoleFactKind;
    use domain::privilege::Privilege;

    #[test]
    fn names_stand_where_the_sentence_has_them() {
        let kind = FactKind::Ownership(OwnershipFactKind::Dismissed);
        assert_eq!(en().deed(kind, None, 1).with("Ann"), "removed Ann as co-owner");
        assert_eq!(de().deed(kind, None, 1).with("Ann"), "hat Ann als Mitinhaber entfernt");
        let kind = FactKind::Contact(ContactFactKind::Added);
        assert_eq!(en().deed(kind, None, 1).with("Ann"), "added a contact: Ann");
        let kind = FactKind::Contact(ContactFactKind::ViewingStarted);
        let viewed = |seconds| en().deed(kind, Some(&Noted::Viewed(seconds)), 1).with("Ann");
        assert_eq!(viewed(59), "viewed the portal as Ann for less than a minute");
        assert_eq!(viewed(720), "viewed the portal as Ann for 12 minutes");
        assert_eq!(en().deed(kind, None, 1).with("Ann"), "viewed the portal as Ann");
    }

    #[test]
    fn which_set_and_which_right_it_was_is_said_where_it_may_be_known() {
        let kind = FactKind::Role(RoleFactKind::TemplateChanged);
        let set = |set, step| Noted::Set { name: "Night shift".to_owned(), set, step };
        let made = set(NamedSet::Template, SetStep::Made);
        assert_eq!(en().deed(kind, Some(&made), 0).with(""), "created the template “Night shift”");
        assert_eq!(en().deed(kind, None, 0).after, None);
        let changed = set(NamedSet::Role, SetStep::Changed);
        let kind = FactKind::Role(RoleFactKind::Changed);
        assert_eq!(en().deed(kind, Some(&changed), 2).with("Ann, Bo"), "changed the role “Night shift” of Ann, Bo");
        let asked = Noted::Asked { right: Right::Privilege(Privilege::BillingView), place: Place::Account };
        let met = en().deed(FactKind::Request(RequestFactKind::Met), Some(&asked), 1).with("Ann");
        assert_eq!(met, "closed the request of Ann for “View invoices” (already had it)");
    }

    #[test]
    fn many_changes_are_counted_by_what_they_are() {
        let gist = Gist { given: 21, ..Gist::default() };
        assert_eq!(en().gist(&gist), "21 rights");
        assert_eq!(en().gist(&Gist { taken: 1, others: 2, ..gist }), "21 rights given, 1 right taken away, 2 changes");
    }
}
