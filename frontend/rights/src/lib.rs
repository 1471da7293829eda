//! The program of forms about rights: it keeps the template picker and the boxes as the form's draft says after every
//! click. The draft is the server's own ([`domain::rights_form`]); words and markup come from the page.

mod boxes;
mod explain;
mod find;
mod outlook;
mod page;
mod rows;
mod search;
mod shown;

use boxes::Boxes;
use domain::rights_form::{Note, PrivilegeDraft, Row, Sentence, TEMPLATE_FIELD};
use page::Page;
use search::Chosen;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CustomEvent, CustomEventInit, Element, Event, HtmlInputElement, KeyboardEvent};

/// A form that is alive.
struct Program {
    page: Page,
    draft: PrivilegeDraft,
    boxes: Boxes,
    /// What hears clicks and keys, for as long as the form is there.
    heard: Closure<dyn FnMut(Event)>,
}

/// What is heard.
const KINDS: [&str; 4] = ["change", "input", "click", "keydown"];

thread_local! {
    static PROGRAM: RefCell<Option<Program>> = const { RefCell::new(None) };
}

/// Brings the form of the page alive, as it is by now: somebody may have ticked and picked already.
#[wasm_bindgen]
pub fn begin() {
    end();
    if let Some((program, said)) = Program::begin() {
        PROGRAM.set(Some(program));
        say(&said);
    }
}

/// Stops listening: the form is gone.
#[wasm_bindgen]
pub fn end() {
    search::end();
    if let Some(Program { page, heard, .. }) = PROGRAM.take() {
        for kind in KINDS {
            let _ = page.form.remove_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
        }
    }
}

fn hear(event: Event) {
    let Some(target) = dom::target(&event) else { return };
    match event.type_().as_str() {
        "change" => say(&tell(|program| program.change(&target))),
        "click" => {
            if let Some(chosen) = search::chosen(&target) {
                say(&tell(|program| program.add(&chosen)));
                // Not by the program: it hears what loses the focus.
                search::show_row(chosen.service);
            }
        }
        _ => look_for(&event, &target),
    }
}

/// Tells the program, and gives what it says.
fn tell(what: impl FnOnce(&mut Program) -> Vec<String>) -> Vec<String> {
    PROGRAM.with_borrow_mut(|program| program.as_mut().map(what)).unwrap_or_default()
}

/// Searches among the rights, and for services: by typing, and for services at once with Enter, which does not send the
/// form there.
fn look_for(event: &Event, target: &Element) {
    match event.dyn_ref::<KeyboardEvent>() {
        None if find::is_field(target) => {
            let _ = tell(|program| {
                find::look(target, &program.page);
                Vec::new()
            });
        }
        _ if !search::is_field(target) => {}
        Some(key) if key.key() == "Enter" && !key.is_composing() => {
            event.prevent_default();
            search::ask();
        }
        Some(_) => {}
        None => search::typed(),
    }
}

impl Program {
    /// The program, and what is to be said at its beginning.
    fn begin() -> Option<(Self, Vec<String>)> {
        let page = Page::find()?;
        let (draft, notes) = PrivilegeDraft::posted(page.ground()?, &page.pairs());
        let boxes = Boxes::find(&draft);
        let heard = Closure::<dyn FnMut(Event)>::new(hear);
        for kind in KINDS {
            page.form.add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref()).ok()?;
        }
        search::begin();
        let mut program = Self { page, draft, boxes, heard };
        program.draw();
        let said = program.sentences(&notes);
        Some((program, said))
    }

    /// Does what was clicked, and gives what that did besides.
    fn change(&mut self, target: &Element) -> Vec<String> {
        let Some(input) = target.dyn_ref::<HtmlInputElement>() else { return Vec::new() };
        let notes = if input.name() == TEMPLATE_FIELD {
            self.draft.pick_template(&input.value())
        } else {
            match self.boxes.click(input, &mut self.draft) {
                Some(notes) => notes,
                None => return Vec::new(),
            }
        };
        self.draw();
        self.sentences(&notes)
    }

    /// Gives a service a row, unless it has one.
    fn add(&mut self, chosen: &Chosen) -> Vec<String> {
        if search::has_row(chosen.service) {
            return Vec::new();
        }
        if !self.draft.has_room() {
            return vec![self.page.sentence(Sentence::RowsFull, "", 0)];
        }
        chosen.put();
        self.draft.add_row(chosen.service, &chosen.found);
        self.boxes.add_row(Row::One(chosen.service), &self.draft);
        self.draw();
        Vec::new()
    }

    fn draw(&mut self) {
        self.boxes.draw(&self.draft, &self.page);
        shown::template(&self.draft, &self.page);
        shown::hidden(&self.draft);
        shown::sensitive(&self.draft);
        outlook::draw(&self.draft, &self.page);
    }

    fn sentences(&self, notes: &[Note]) -> Vec<String> {
        notes
            .iter()
            .map(|note| match note {
                Note::RoleDissolved(role) => self.page.sentence(Sentence::RoleDissolved, &page::name(*role), 0),
                Note::LeftOut(count) => self.page.sentence(Sentence::LeftOut, "", *count),
            })
            .collect()
    }
}

/// Has the client say it in toasts.
fn say(said: &[String]) {
    for text in said {
        let detail = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&detail, &"tone".into(), &"info".into());
        let _ = js_sys::Reflect::set(&detail, &"text".into(), &text.as_str().into());
        let about = CustomEventInit::new();
        about.set_detail(&detail);
        if let Ok(event) = CustomEvent::new_with_event_init_dict("portico-say", &about) {
            let _ = dom::document().dispatch_event(&event);
        }
    }
}
