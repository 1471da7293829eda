//! Forms: a GET form is a step, a POST form is posted. What a form sends, and where, it and its button say.

use crate::guard::Going;
use crate::history::Entry;
use crate::sending::{Place, SENDING, Sending};
use crate::step::{self, Show};
use crate::{dialog, guard, selection, toasts};
use dom::answer;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FormData, HtmlElement, HtmlFormElement, SubmitEvent, Url, UrlSearchParams};

/// Listens.
pub fn begin() {
    dom::listen("submit", submitted);
}

fn submitted(event: &Event) {
    let form = dom::target(event).and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    let Some(form) = form.filter(|_| !event.default_prevented()) else { return };
    let submitter = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
    if is_elsewhere(&form, submitter.as_ref()) {
        return;
    }
    if is_browsers(&form, submitter.as_ref()) {
        // The document is left with it: what is sent is not lost.
        return guard::release();
    }
    event.prevent_default();
    let is_of_frame = dom::closest(&form, "main, dialog, .toast").is_none();
    if is_of_frame && loads(&form, submitter.as_ref()) && guard::holds() {
        return guard::ask(Going::By(form));
    }
    send(&form, submitter.as_ref());
}

/// Sends a form as if a button of it, or none, had been pressed. While a form of the page is on its way no other one is
/// posted: the answer to one of them would be lost. What leaves the document waits for no other form.
pub fn send(form: &HtmlFormElement, submitter: Option<&HtmlElement>) {
    let Some(url) = action(form, submitter).filter(|_| !form.has_attribute(SENDING)) else { return };
    let loads = loads(form, submitter);
    let is_post = said(form, submitter, "formmethod", "method").eq_ignore_ascii_case("post");
    if is_post && !loads && dom::first("[data-sending]").is_some() {
        return;
    }
    if form.has_attribute("data-bulk") {
        selection::fill(form);
    }
    let Some(fields) = fields(form, submitter) else { return };
    let place = place(form, submitter);
    if is_post {
        let sending = Sending { form: form.clone(), submitter: submitter.cloned(), place, loads };
        sending.post(url.href(), fields);
    } else {
        url.set_search(&String::from(fields.to_string()));
        let show = if place == Place::Page { Show::Page } else { Show::Dialog };
        step::ask(&url.href(), Entry::Push, show);
    }
}

/// Whether what it leads to is loaded as a document of its own.
fn loads(form: &HtmlFormElement, submitter: Option<&HtmlElement>) -> bool {
    let is_load = |element: &Element| element.has_attribute("data-load");
    is_load(form) || submitter.is_some_and(|submitter| is_load(submitter))
}

/// Whether the browser does with it what leaves the page as it is.
fn is_elsewhere(form: &HtmlFormElement, submitter: Option<&HtmlElement>) -> bool {
    said(form, submitter, "formmethod", "method").eq_ignore_ascii_case("dialog")
        || !matches!(said(form, submitter, "formtarget", "target").as_str(), "" | "_self")
}

/// Whether the browser sends it by itself.
fn is_browsers(form: &HtmlFormElement, submitter: Option<&HtmlElement>) -> bool {
    form.has_attribute("data-native") || action(form, submitter).is_none()
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

/// What stands in it, with what the button adds.
pub fn fields(form: &HtmlFormElement, submitter: Option<&HtmlElement>) -> Option<UrlSearchParams> {
    let data = FormData::new_with_form(form).ok()?;
    let fields = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    if let Some(submitter) = submitter
        && let Some(name) = submitter.get_attribute("name").filter(|name| !name.is_empty())
    {
        fields.append(&name, &dom::get(submitter, "value"));
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
