//! The search for services without a row: what is typed is asked for a moment later as a part of the form's page, and the row
//! of what is chosen there is put into the matrix.

use crate::page::ground_in;
use dom::answer::{self, Outcome};
use domain::id::ServiceId;
use domain::rights_form::{Ground, Row};
use js_sys::encode_uri_component;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTemplateElement};

/// How many milliseconds after the last letter is asked.
const PAUSE: i32 = 300;
const SEARCH: &str = "[data-services]";
const FOUND: &str = "services-found";

thread_local! {
    static WAITING: Cell<Option<dom::Timer>> = const { Cell::new(None) };
    /// How often was asked: only the last answer counts.
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// A service that was chosen among those found.
pub struct Chosen {
    pub service: ServiceId,
    /// The ground of those found.
    pub found: Ground,
    row: Element,
}

/// Searches by typing from now on: no button is needed, and Enter in another field only sends the form.
pub fn begin() {
    let Some(search) = dom::first(SEARCH) else { return };
    for button in dom::every_in(&search, "button[name]") {
        let _ = button.remove_attribute("name");
        button.set_hidden(!button.class_list().contains("visually-hidden"));
    }
}

/// Nothing that was asked counts any more.
pub fn end() {
    stop();
    ASKED.set(ASKED.get() + 1);
}

/// Whether this is where a search is typed.
pub fn is_field(target: &Element) -> bool {
    target.tag_name() == "INPUT" && dom::closest(target, SEARCH).is_some()
}

/// Asks for what is typed once nothing more is.
pub fn typed() {
    stop();
    WAITING.set(Some(dom::later(PAUSE, ask)));
}

/// Asks for what is typed.
pub fn ask() {
    stop();
    let number = ASKED.get() + 1;
    ASKED.set(number);
    let Some(address) = address() else { return show(None) };
    dom::spawn(async move {
        let part = part(&address).await.or_else(|| dom::no_answer().map(Into::into));
        if number == ASKED.get() {
            show(part);
        }
    });
}

/// What a click chooses.
pub fn chosen(target: &Element) -> Option<Chosen> {
    let button = dom::closest(target, "[data-service]")?;
    let service = button.get_attribute("data-service")?.parse().ok()?;
    let part = dom::closest(&button, "[data-part=services]")?;
    let found = ground_in(&part)?;
    let entry = dom::closest(&button, "li")?;
    let row: HtmlTemplateElement = dom::first_in(&entry, "template")?.dyn_into().ok()?;
    let first = row.content().first_element_child()?;
    let row = dom::copy(&first)?;
    Some(Chosen { service, found, row: row.dyn_into().ok()? })
}

/// Whether a service has a row.
pub fn has_row(service: ServiceId) -> bool {
    dom::by_id(&Row::One(service).id()).is_some()
}

impl Chosen {
    /// Puts its row before that of new services.
    pub fn put(&self) {
        let Some(last) = dom::by_id(&Row::New.id()) else { return };
        if let Some(rows) = last.parent_node() {
            let _ = rows.insert_before(&self.row, Some(&last));
        }
    }
}

/// Opens the row of a service, and gives the focus to the first box that may be changed.
pub fn show_row(service: ServiceId) {
    let row = dom::by_id(&Row::One(service).id());
    let fold = row.as_ref().and_then(|row| dom::first_in(row, ".row-open"));
    if let Some(fold) = fold.and_then(|fold| fold.dyn_into::<HtmlInputElement>().ok()) {
        fold.set_checked(true);
    }
    if let Some(first) = row.and_then(|row| dom::first_in(&row, "td input:not(:disabled)")) {
        dom::focus(&first);
    }
}

fn stop() {
    if let Some(timer) = WAITING.take() {
        timer.stop();
    }
}

/// The address of the part with what is typed; nothing when nothing is.
fn address() -> Option<String> {
    let search = dom::first(SEARCH)?;
    let typed = dom::first_in(&search, "input")?.dyn_into::<HtmlInputElement>().ok()?.value();
    let part = search.get_attribute("data-services")?;
    (!typed.trim_ascii().is_empty()).then(|| part + "&search=" + &String::from(encode_uri_component(&typed)))
}

async fn part(address: &str) -> Option<Element> {
    match answer::get(address).await {
        Outcome::Page(page) => page.part("[data-part=services]"),
        Outcome::Elsewhere | Outcome::Failed => None,
    }
}

fn show(part: Option<Element>) {
    let Some(place) = dom::by_id(FOUND) else { return };
    place.replace_children_with_node_0();
    let copy = part.and_then(|part| dom::copy(&part));
    if let Some(copy) = copy.and_then(|copy| copy.dyn_into::<HtmlElement>().ok()) {
        let _ = place.append_with_node_1(&copy);
    }
}
