//! The boxes of rights as the server draws them, and the sentences that explain them.

use crate::forms::FormState;
use crate::text::texts;
use domain::contact::AccessSummary;
use domain::id::RoleId;
use domain::right::Right;
use domain::rights_form::{BoxState, Drawing, Ground, Lock, PrivilegeDraft, Sentence};
use domain::role::OwnRole;
use domain::service::SERVICE_ROWS;
use std::sync::Arc;

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
            Right::Role(_) | Right::Privilege(_) | Right::Operation(_) => texts().rights.right(right),
        }
    }

    /// The reason of a lock, in words.
    pub fn reason(&self, lock: Lock) -> String {
        let name = lock.names().map(|right| self.name(right)).unwrap_or_default();
        sentence(lock.sentence(), &name, 0)
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
        Sentence::MayNotGrant => text.may_not_grant.to_owned(),
        Sentence::MayNotHandOut => text.may_not_hand_out.to_owned(),
        Sentence::NotToOneself => text.not_to_oneself.to_owned(),
        Sentence::RoleDissolved => text.role_dissolved(name),
        Sentence::LeftOutOne => text.left_out(1),
        Sentence::LeftOut => text.left_out(count),
        Sentence::ChangedOne => rights.template_changed(name, 1),
        Sentence::Changed => rights.template_changed(name, count),
        Sentence::PrivilegesOne => rights.access(&AccessSummary { privileges: 1, ..AccessSummary::default() }),
        Sentence::Privileges => rights.access(&AccessSummary { privileges: count, ..AccessSummary::default() }),
        Sentence::ServicesOne => rights.access(&AccessSummary { services: 1, ..AccessSummary::default() }),
        Sentence::Services => rights.access(&AccessSummary { services: count, ..AccessSummary::default() }),
        Sentence::Nothing => rights.nothing.to_owned(),
        Sentence::RowsFull => text.rows_full(SERVICE_ROWS),
    }
}
