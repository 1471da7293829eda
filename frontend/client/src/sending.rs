//! A form on its way: it is posted, and its answer put in place. What is wrong with it, the answer says.

use crate::history::{self, Entry};
use crate::swap::How;
use crate::{dialog, early, notices, progress, step, toasts, turns};
use dom::answer::{self, Answer, Mark, Outcome, Posted};
use web_sys::{HtmlElement, HtmlFormElement, UrlSearchParams};

/// Marks a form that is being sent.
pub const SENDING: &str = "data-sending";
/// What the mark is then, of the one whose answer is put in place.
pub const ANSWERED: &str = "answered";

/// Where a form stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On the page, and leads on from it.
    Page,
    /// On the page, and asks its question in the dialog.
    Asking,
    /// In the dialog.
    Dialog,
    /// In a message, which has nothing to do with the page.
    Toast,
}

/// A form on its way.
pub struct Sending {
    pub form: HtmlFormElement,
    pub submitter: Option<HtmlElement>,
    pub place: Place,
    /// Whether what it leads to is loaded as a document of its own.
    pub loads: bool,
}

impl Sending {
    /// Posts it, and takes what comes of it.
    pub fn post(self, address: String, fields: UrlSearchParams) {
        self.begin();
        early::forget();
        let turn = turns::begin();
        progress::begin();
        dom::spawn(async move {
            let posted = answer::post(&address, &fields).await;
            progress::end();
            // A session that has ended, or begun, has it whatever was clicked meanwhile.
            if turn == turns::now() || (self.loads && posted.led.is_some()) {
                self.take(posted);
            }
            self.end();
            turns::end(turn);
        });
    }

    fn begin(&self) {
        dom::set(&self.form, SENDING, "");
        if let Some(submitter) = &self.submitter {
            dom::set(submitter, "aria-busy", "true");
        }
        if let Some(said) = dom::first_in(&self.form, "[data-said]") {
            said.remove();
        }
    }

    fn end(&self) {
        dom::unset(&self.form, SENDING);
        if let Some(submitter) = &self.submitter {
            dom::unset(submitter, "aria-busy");
        }
    }

    fn take(&self, posted: Posted) {
        match (posted.outcome, posted.led) {
            (_, Some(led)) if self.loads => step::load(&led),
            (Outcome::Page(answer), led) => match (answer.mark(), led) {
                (Mark::Same, _) => self.show(answer),
                // It was carried out, and began or ended a session, or met a new build on its way.
                (Mark::Session | Mark::Build, Some(led)) => step::load(&led),
                (Mark::Session, None) if answer.is_same_person() => self.show(answer),
                (Mark::Session, None) => self.say("session-over"),
                (Mark::Build, None) => {
                    dialog::close();
                    notices::say("live-build");
                }
            },
            (Outcome::Elsewhere | Outcome::Failed, Some(led)) => step::load(&led),
            (Outcome::Elsewhere | Outcome::Failed, None) => step::fail(),
        }
    }

    fn show(&self, answer: Answer) {
        if self.place != Place::Page
            && let Some(question) = answer.question()
        {
            return dialog::show(&question);
        }
        if self.place == Place::Dialog {
            dialog::close();
        }
        let is_here = history::path(&answer.address) == history::path(&history::address());
        let entry = if is_here { Entry::Replace } else { Entry::Push };
        match self.place {
            // Whoever answers a question stays where it was asked.
            Place::Dialog | Place::Toast if !is_here && answer.onward().is_none() => {
                toasts::take(&answer);
                step::refresh();
            }
            Place::Page | Place::Asking | Place::Dialog | Place::Toast => {
                dom::set(&self.form, SENDING, ANSWERED);
                step::land(answer, entry, How::Answered, String::new());
            }
        }
    }

    /// Says something at the top of the form, which stays as it is.
    fn say(&self, template: &str) {
        let Some(notice) = dom::template(template).filter(|_| self.form.is_connected()) else {
            return notices::say("live-over");
        };
        dom::set(&notice, "data-said", "");
        dom::set(&notice, "role", "alert");
        let _ = self.form.prepend_with_node_1(&notice);
        notice.scroll_into_view();
    }
}
