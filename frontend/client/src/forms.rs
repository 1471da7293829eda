//! Forms: a GET form is a step, a POST form is sent and its answer put in place. What is wrong with it, the answer says.

use crate::guard::Going;
use crate::history::{self, Entry};
use crate::step::{self, Show};
use crate::swap::How;
use crate::{dialog, early, guard, notices, progress, selection, toasts, turns};
use dom::answer::{self, Answer, Mark, Outcome, Posted};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FormData, HtmlElement, HtmlFormElement, SubmitEvent, Url, UrlSearchParams};

/// Marks a form that is being sent.
pub const SENDING: &str = "data-sending";

/// Where a form stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
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
struct Sending {
    form: HtmlFormElement,
    submitter: Option<HtmlElement>,
    place: Place,
    loads: bool,
}

/// Listens.
pub fn begin() {
    dom::listen("submit", submitted);
}

fn submitted(event: &Event) {
    let form = dom::target(event).and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    let Some(form) = form.filter(|_| !event.default_prevented()) else { return };
    let submitter = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
    if is_browsers(&form, submitter.as_ref()) {
        // What is sent is not lost.
        dom::set(&form, SENDING, "");
        return guard::look();
    }
    event.prevent_default();
    let is_of_frame = dom::closest(&form, "main, dialog, .toast").is_none();
    if is_of_frame && loads(&form, submitter.as_ref()) && guard::holds() {
        return guard::ask(Going::By(form));
    }
    send(&form, submitter.as_ref());
}

/// Sends a form as if a button of it, or none, had been pressed. A form that is on its way already is not sent again.
pub fn send(form: &HtmlFormElement, submitter: Option<&HtmlElement>) {
    let Some(url) = action(form, submitter).filter(|_| !form.has_attribute(SENDING)) else { return };
    if form.has_attribute("data-bulk") {
        selection::fill(form);
    }
    let Some(fields) = fields(form, submitter) else { return };
    let place = place(form, submitter);
    if said(form, submitter, "formmethod", "method").eq_ignore_ascii_case("post") {
        let loads = loads(form, submitter);
        let sending = Sending { form: form.clone(), submitter: submitter.cloned(), place, loads };
        sending.begin();
        early::forget();
        let turn = turns::begin();
        progress::begin();
        dom::spawn(async move {
            let posted = answer::post(&url.href(), &fields).await;
            progress::end();
            // A session that has ended, or begun, has it whatever was clicked meanwhile.
            if turn == turns::now() || (sending.loads && posted.led.is_some()) {
                sending.take(posted);
            }
            sending.end();
            turns::end(turn);
        });
    } else {
        url.set_search(&String::from(fields.to_string()));
        let show = if place == Place::Page { Show::Page } else { Show::Dialog };
        step::ask(&url.href(), Entry::Push, show);
    }
}

impl Sending {
    fn begin(&self) {
        dom::set(&self.form, SENDING, "");
        if let Some(submitter) = &self.submitter {
            dom::set(&submitter, "aria-busy", "true");
        }
        if let Some(said) = dom::first_in(&self.form, "[data-said]") {
            said.remove();
        }
        guard::look();
    }

    fn end(&self) {
        dom::unset(&self.form, SENDING);
        if let Some(submitter) = &self.submitter {
            dom::unset(&submitter, "aria-busy");
        }
        guard::look();
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
        let is_here = history::path(&answer.address) == history::path(&step::address());
        let entry = if is_here { Entry::Replace } else { Entry::Push };
        match self.place {
            // Whoever answers a question stays where it was asked.
            Place::Dialog | Place::Toast if !is_here && answer.onward().is_none() => {
                toasts::take(&answer);
                step::refresh();
            }
            Place::Page | Place::Asking | Place::Dialog | Place::Toast => {
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

/// Whether what it leads to is loaded as a document of its own.
fn loads(form: &HtmlFormElement, submitter: Option<&HtmlElement>) -> bool {
    let is_load = |element: &Element| element.has_attribute("data-load");
    is_load(form) || submitter.is_some_and(|submitter| is_load(submitter))
}

/// Whether the browser sends it by itself.
fn is_browsers(form: &HtmlFormElement, submitter: Option<&HtmlElement>) -> bool {
    form.has_attribute("data-native")
        || said(form, submitter, "formmethod", "method").eq_ignore_ascii_case("dialog")
        || !matches!(said(form, submitter, "formtarget", "target").as_str(), "" | "_self")
        || action(form, submitter).is_none()
}

/// What the button says, else the form. By attributes: properties of a form may be inputs of that name.
fn said(form: &HtmlFormElement, submitter: Option<&HtmlElement>, button: &str, own: &str) -> String {
    let by_button = submitter.and_then(|submitter| submitter.get_attribute(button));
    by_button.or_else(|| form.get_attribute(own)).unwrap_or_default()
}

/// Where it is sent to, if that is of this origin.
fn action(form: &HtmlFormElement, submitter: Option<&HtmlElement>) -> Option<Url> {
    answer::own(&said(form, submitter, "formaction", "action"))
}

fn fields(form: &HtmlFormElement, submitter: Option<&HtmlElement>) -> Option<UrlSearchParams> {
    let data = FormData::new_with_form(form).ok()?;
    let fields = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    if let Some(submitter) = submitter
        && let Some(name) = submitter.get_attribute("name").filter(|name| !name.is_empty())
    {
        fields.append(&name, &dom::get(&submitter, "value"));
    }
    Some(fields)
}

fn place(form: &HtmlFormElement, submitter: Option<&HtmlElement>) -> Place {
    let asks = |element: &Element| element.has_attribute("data-dialog");
    if dialog::holds(form) {
        Place::Dialog
    } else if toasts::holds(form) {
        Place::Toast
    } else if asks(form) || submitter.is_some_and(|submitter| asks(submitter)) {
        Place::Asking
    } else {
        Place::Page
    }
}
