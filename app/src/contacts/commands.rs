//! Steps on single contacts from the list, on a living page: sent without leaving it, answered by a toast with Undo.

use std::sync::Arc;

use domain::acting::Acting;
use domain::contact::{ContactCommand, ContactVerb, UndoContacts};
use domain::id::{BulkId, ContactId, SubmissionId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{address, api, notice};
use crate::live::{Live, use_live};
use crate::request::{FunctionError, provider};
use crate::text::{Texts, texts};
use crate::ui::{Toasts, Tone, use_toasts};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The submission id of the page.
    pub page: SubmissionId,
    pub contact: ContactId,
    pub name: String,
    /// What becomes of it.
    pub to: ContactVerb,
}

/// How many steps were answered.
#[derive(Clone, Copy)]
struct Answered(RwSignal<usize>);

/// Makes steps available below this component. Call it once, above the router: an Undo may be pressed on another page
/// than the one of its step.
pub fn provide_answered() {
    provide_context(Answered(RwSignal::new(0)));
}

/// How many steps were answered, for what must be read anew then.
///
/// # Panics
/// When no component above called [`provide_answered`].
pub fn answered() -> RwSignal<usize> {
    expect_context::<Answered>().0
}

/// Sends the commands of a page.
#[derive(Clone, Copy)]
pub struct ContactCommands {
    acting: Acting,
    answered: RwSignal<usize>,
    toasts: Toasts,
    live: Live,
    text: &'static Texts,
    restore_days: u32,
}

impl ContactCommands {
    /// Made once per page.
    pub fn new(acting: Acting) -> Self {
        let restore_days = provider().restore_days;
        Self { acting, answered: answered(), toasts: use_toasts(), live: use_live(), text: texts(), restore_days }
    }

    /// Sends a step, and offers to take it back.
    pub fn go(self, step: Step) {
        let undo = step.to.undone_by(self.restore_days);
        self.send(step, undo);
    }

    /// How many steps were answered, for what must be read anew then.
    pub fn answered(self) -> usize {
        self.answered.get()
    }

    // Nothing of the page is used from here on: it may have been left.
    fn send(self, step: Step, undo: Option<ContactVerb>) {
        let change = ContactCommand {
            submission: address::submission(step.page, step.contact, step.to),
            contact: step.contact,
            to: step.to,
        };
        // Nowhere to return to: the page stays.
        let answer = api::run_command(self.acting, change, String::new());
        spawn_local(async move {
            match answer.await {
                Ok(()) => {
                    let told = if address::closes(step.to) {
                        api::sessions_reached(self.acting, step.contact).await.unwrap_or(0)
                    } else {
                        0
                    };
                    self.report(step, undo, told);
                }
                Err(FunctionError(error)) => {
                    self.toasts.show(Tone::Bad, self.text.problems.failure(&error));
                    self.live.refresh_after(&error);
                }
            }
            self.answered.update(|count| *count += 1);
        });
    }

    /// Takes a bulk action back.
    pub fn undo_many(self, bulk: BulkId) {
        let change = UndoContacts { submission: address::undo_submission(bulk), bulk };
        let answer = api::undo_many(self.acting, change, String::new());
        spawn_local(async move {
            match answer.await {
                Ok(outcome) => {
                    let tone = if outcome.done == 0 { Tone::Warn } else { Tone::Good };
                    self.toasts.show(tone, notice::bulk_said(self.text, &outcome));
                }
                Err(FunctionError(error)) => {
                    self.toasts.show(Tone::Bad, self.text.problems.failure(&error));
                    self.live.refresh_after(&error);
                }
            }
            self.answered.update(|count| *count += 1);
        });
    }

    fn report(self, step: Step, undo: Option<ContactVerb>, told: usize) {
        let text = &self.text.contacts.commands;
        let said = self.text.live.with_sessions_reached(text.command_done_to(step.to, &step.name), told);
        match undo {
            None => self.toasts.show(Tone::Good, said),
            Some(to) => {
                // What was undone is not offered to be done again: that would be the first step's submission id.
                let undo = move || self.send(Step { to, ..step.clone() }, None);
                self.toasts.show_with_action(Tone::Good, said, text.undo, Arc::new(undo));
            }
        }
    }
}
