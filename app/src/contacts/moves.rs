//! Steps on single contacts from the list, on a living page: sent without leaving it, answered by a toast with Undo.

use domain::contact::{Move, MoveContact};
use domain::id::{ContactId, SubmissionId};
use domain::ports::Acting;
use leptos::prelude::*;

use super::address;
use super::api::MoveContactFn;
use crate::request::Failure;
use crate::text::texts;
use crate::ui::{Tone, use_toasts};

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The submission id of the page.
    pub page: SubmissionId,
    /// Which contact.
    pub contact: ContactId,
    /// Its name.
    pub name: String,
    /// What becomes of it.
    pub to: Move,
}

/// The steps of a page.
#[derive(Clone, Copy)]
pub struct Moves {
    acting: Acting,
    action: ServerAction<MoveContactFn>,
    last: StoredValue<Option<Step>>,
}

impl Moves {
    /// Made once per page.
    pub fn new(acting: Acting) -> Self {
        let moves = Self { acting, action: ServerAction::new(), last: StoredValue::new(None) };
        moves.report();
        moves
    }

    /// Sends a step.
    pub fn go(self, step: Step) {
        let change = MoveContact {
            submission: address::submission(step.page, step.contact, step.to),
            contact: step.contact,
            to: step.to,
        };
        self.last.set_value(Some(step));
        // Nowhere to return to: the page stays.
        self.action.dispatch(MoveContactFn { acting: self.acting, change, return_to: String::new() });
    }

    /// How many steps were answered, for what must be read anew then.
    pub fn answered(self) -> usize {
        self.action.version().get()
    }

    fn report(self) {
        let (toasts, text) = (use_toasts(), texts());
        let answer = self.action.value();
        Effect::new(move |_| match answer.get() {
            None => {}
            Some(Err(Failure(error))) => toasts.show(Tone::Bad, text.problems.failure(&error)),
            Some(Ok(())) => {
                let Some(step) = self.last.get_value() else { return };
                let said = text.contacts.moved_one(step.to, &step.name);
                match address::undo(step.to) {
                    None => toasts.show(Tone::Good, said),
                    Some(back) => {
                        let undo = Callback::new(move |()| self.go(Step { to: back, ..step.clone() }));
                        toasts.show_with_action(Tone::Good, said, text.contacts.undo, undo);
                    }
                }
            }
        });
    }
}
