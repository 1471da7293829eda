//! What the boxes of the form show, and why they may not be changed.

use super::Sentence;
use crate::right::Right;

/// Whether the boxes that are drawn answer to clicks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    /// As the server draws them: what is clicked shows when the form was sent.
    Still,
    /// By the program in the browser.
    Alive,
}

/// What a box shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoxState {
    /// Whether the right is there, wherever it comes from.
    pub ticked: bool,
    /// Whether it was given for itself: this is what the form posts.
    pub own: bool,
    /// Why it may not simply be changed.
    pub lock: Option<Lock>,
}

/// Why a box may not simply be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// Something else that is ticked includes it.
    ImpliedBy(Right),
    /// A role gives it. Unticking turns the role into its single rights, which takes the program.
    ByRole(Right),
    /// A role gives it that the actor may only give as a whole.
    WithRole(Right),
    /// The row All services has it.
    OnAllServices,
    /// The row All domains has it.
    OnAllDomains,
    /// The actor may not give it.
    MayNotGrant,
    /// Nobody gives single rights to themselves.
    NotToOneself,
}

impl Lock {
    /// The sentence that says so.
    pub const fn sentence(self) -> Sentence {
        match self {
            Self::ImpliedBy(_) => Sentence::ImpliedBy,
            Self::ByRole(_) => Sentence::ByRole,
            Self::WithRole(_) => Sentence::WithRole,
            Self::OnAllServices => Sentence::OnAllServices,
            Self::OnAllDomains => Sentence::OnAllDomains,
            Self::MayNotGrant => Sentence::MayNotGrant,
            Self::NotToOneself => Sentence::NotToOneself,
        }
    }

    /// The same for the box of a role.
    pub const fn role_sentence(self) -> Sentence {
        match self {
            Self::NotToOneself | Self::MayNotGrant => Sentence::MayNotHandOut,
            Self::ImpliedBy(_) | Self::ByRole(_) | Self::WithRole(_) | Self::OnAllServices | Self::OnAllDomains => {
                self.sentence()
            }
        }
    }

    /// The right or role that the sentence names.
    pub const fn names(self) -> Option<Right> {
        match self {
            Self::ImpliedBy(right) | Self::ByRole(right) | Self::WithRole(right) => Some(right),
            Self::OnAllServices | Self::OnAllDomains | Self::MayNotGrant | Self::NotToOneself => None,
        }
    }

    /// Whether a living page lets the box be changed all the same.
    pub const fn is_soft(self) -> bool {
        match self {
            Self::ByRole(_) => true,
            Self::ImpliedBy(_)
            | Self::WithRole(_)
            | Self::OnAllServices
            | Self::OnAllDomains
            | Self::MayNotGrant
            | Self::NotToOneself => false,
        }
    }
}

impl BoxState {
    /// Whether the box is drawn ticked. On a still page a covered one shows its own tick only, so that unticking All
    /// services and ticking one service is a single post.
    pub fn drawn_ticked(self, drawing: Drawing) -> bool {
        match (drawing, self.lock) {
            (Drawing::Still, Some(Lock::OnAllServices | Lock::OnAllDomains)) => self.own,
            (Drawing::Still | Drawing::Alive, _) => self.ticked,
        }
    }

    /// Whether the box is drawn so that it can't be changed. On a still page an own tick always can.
    pub fn drawn_locked(self, drawing: Drawing) -> bool {
        match self.lock {
            Some(lock) if drawing == Drawing::Alive => !lock.is_soft(),
            Some(Lock::NotToOneself) => true,
            None | Some(Lock::OnAllServices | Lock::OnAllDomains) => false,
            Some(_) => !self.own,
        }
    }

    /// Whether the box itself posts. On a living page a locked one does not; an own tick of it travels in a hidden field.
    pub fn drawn_named(self, drawing: Drawing) -> bool {
        drawing == Drawing::Still || self.lock.is_none()
    }

    /// Whether a "select all" box ticks or clears it. What a role gives stays.
    pub(super) fn may_be_set(self, on: bool) -> bool {
        if on { !self.ticked && self.lock.is_none() } else { self.own && self.lock != Some(Lock::NotToOneself) }
    }

    /// Whether an own tick needs a hidden field to be posted.
    pub fn drawn_hidden(self, drawing: Drawing) -> bool {
        self.own
            && match drawing {
                Drawing::Alive => self.lock.is_some(),
                Drawing::Still => self.drawn_locked(drawing),
            }
    }
}

/// What a "select all" box shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupState {
    /// Every box that may be ticked is.
    pub all: bool,
    /// Some box is.
    pub some: bool,
    /// None of its boxes may be changed.
    pub fixed: bool,
}

impl GroupState {
    pub(super) fn of(boxes: &[BoxState]) -> Self {
        let (mut open, mut some, mut free) = (false, false, false);
        for state in boxes {
            some |= state.ticked;
            open |= state.may_be_set(true);
            free |= state.lock.is_none() || state.may_be_set(false);
        }
        Self { all: some && !open, some, fixed: !free }
    }
}
