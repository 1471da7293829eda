//! The boxes of rights as the server draws them, and the sentences that explain them.

use crate::forms::FormState;
use crate::text::texts;
use domain::id::RoleId;
use domain::right::Right;
use domain::rights_form::{BoxState, Drawing, Ground, Lock, PrivilegeDraft, Sentence};
use domain::role::OwnRole;
use domain::service::SERVICE_ROWS;
use std::sync::Arc;
use texts::Wording;

/// The draft on a page.
#[derive(Clone)]
pub struct Boxes(Arc<PrivilegeDraft>);

/// What a box shows.
pub struct BoxView {
    pub ticked: bool,
    /// Why it can't be changed.
    pub locked: Option<Lock>,
    /// Why it is ticked, or another one in its place, although it can be changed.
    pub noted: Option<Lock>,
}

impl From<BoxState> for BoxView {
    fn from(state: BoxState) -> Self {
        let locked = state.drawn_locked(Drawing::Still);
        Self {
            ticked: state.drawn_ticked(Drawing::Still),
            locked: state.lock.filter(|_| locked),
            noted: state.lock.filter(|_| !locked),
        }
    }
}

impl Boxes {
    /// The boxes of a form: as it was posted when it came back, else as it begins.
    pub fn begin(ground: Ground, state: &FormState) -> Self {
        match state.echo() {
            None => Self::fresh(ground),
            Some(echo) => Self(Arc::new(PrivilegeDraft::posted(ground, &echo.fields).0)),
        }
    }

    /// The boxes of a form just opened.
    pub fn fresh(ground: Ground) -> Self {
        Self(Arc::new(PrivilegeDraft::new(ground)))
    }

    /// The rights as the form shows them.
    pub fn draft(&self) -> &PrivilegeDraft {
        &self.0
    }

    /// A role that the account made.
    pub fn own_role(&self, id: RoleId) -> OwnRole {
        self.0.ground().own_roles.get(&id).cloned().unwrap_or_default()
    }

    /// The name of a right or a role.
    pub fn name(&self, right: Right) -> String {
        match right {
            Right::OwnRole(id) => self.own_role(id).name,
            Right::Role(_) | Right::Privilege(_) | Right::Operation(_) | Right::DomainOperation(_) => {
                texts().rights.right(right)
            }
        }
    }

    /// The names of rights one after the other, or that there are none.
    pub fn listed(&self, rights: impl Iterator<Item = Right>) -> String {
        let names: Vec<String> = rights.map(|right| self.name(right)).collect();
        if names.is_empty() { sentence(Sentence::NothingOn, "", 0) } else { names.join(", ") }
    }

    /// The reason of a lock, in words.
    pub fn reason(&self, lock: Lock) -> String {
        let name = lock.names().map(|right| self.name(right)).unwrap_or_default();
        sentence(lock.sentence(), &name, 0)
    }
}

/// The wordings of a sentence, with places for a name and a number.
pub fn wordings(which: Sentence) -> Vec<Wording> {
    let (text, rights) = (&texts().contacts.privileges, &texts().rights);
    match which {
        Sentence::LeftOut => text.left_out_wordings(),
        Sentence::Changed => rights.template_changed_wordings(),
        Sentence::RightsFound => text.rights_found_wordings(),
        Sentence::ImpliedBy
        | Sentence::ByRole
        | Sentence::WithRole
        | Sentence::OnAllServices
        | Sentence::OnAllDomains
        | Sentence::MayNotGrant
        | Sentence::MayNotHandOut
        | Sentence::NotToOneself
        | Sentence::RoleDissolved
        | Sentence::Gained
        | Sentence::Lost
        | Sentence::NothingOn
        | Sentence::RowsFull => vec![Wording { when: String::new(), text: sentence(which, "{name}", 0) }],
    }
}

/// A sentence about a name or a number.
pub fn sentence(which: Sentence, name: &str, count: usize) -> String {
    let (text, rights) = (&texts().contacts.privileges, &texts().rights);
    match which {
        Sentence::ImpliedBy => text.implied_by(name),
        Sentence::ByRole => text.by_role(name),
        Sentence::WithRole => text.with_role(name),
        Sentence::OnAllServices => text.on_all_services.to_owned(),
        Sentence::OnAllDomains => text.on_all_domains.to_owned(),
        Sentence::MayNotGrant => text.may_not_grant.to_owned(),
        Sentence::MayNotHandOut => text.may_not_hand_out.to_owned(),
        Sentence::NotToOneself => text.not_to_oneself.to_owned(),
        Sentence::RoleDissolved => text.role_dissolved(name),
        Sentence::LeftOut => text.left_out(count),
        Sentence::Changed => rights.template_changed(name, count),
        Sentence::Gained => texts().contacts.outlook.gained(name),
        Sentence::Lost => texts().contacts.outlook.lost(name),
        Sentence::NothingOn => text.nothing_on.to_owned(),
        Sentence::RightsFound => text.rights_found(count),
        Sentence::RowsFull => text.rows_full(SERVICE_ROWS),
    }
}
