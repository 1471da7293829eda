//! The boxes: what each one shows, and what a click on it does.

use crate::explain;
use crate::page::{Page, name};
use crate::rows::Levels;
use domain::operation::{DomainOperation, Operation};
use domain::privilege::{Area, Privilege};
use domain::right::Right;
use domain::rights_form::{
    BoxState, DomainRow, Drawing, Note, PRIVILEGES_FIELD, PrivilegeDraft, Row, Sentence, area_id, box_id, role_input,
};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// What a box gives.
#[derive(Clone, Copy)]
enum Gives {
    Role(Right),
    Privilege(Privilege),
    Operation(Row, Operation),
    DomainOperation(DomainRow, DomainOperation),
}

struct Tick {
    gives: Gives,
    id: String,
    /// The name under which it posts, when it does.
    name: String,
    input: HtmlInputElement,
    /// What it shows; `None` after a click, which shows something else.
    drawn: Option<BoxState>,
}

/// An area, with the box that ticks all of it and the line that says what is on.
struct AreaRow {
    area: Area,
    all: Option<HtmlInputElement>,
    on: Option<HtmlElement>,
}

/// Every box of the form.
pub struct Boxes {
    ticks: Vec<Tick>,
    areas: Vec<AreaRow>,
    rows: Vec<Levels>,
}

impl Gives {
    fn state(self, draft: &PrivilegeDraft) -> BoxState {
        match self {
            Self::Role(role) => draft.role(role),
            Self::Privilege(privilege) => draft.privilege(privilege),
            Self::Operation(row, operation) => draft.operation(row, operation),
            Self::DomainOperation(row, operation) => draft.domain_operation(row, operation),
        }
    }
}

impl Boxes {
    /// Those of the page.
    pub fn find(draft: &PrivilegeDraft) -> Self {
        let mut boxes = Self { ticks: Vec::new(), areas: Vec::new(), rows: Vec::new() };
        for role in draft.roles() {
            if let Some((name, value)) = role_input(role) {
                boxes.add(Gives::Role(role), name, &value);
            }
        }
        for privilege in Privilege::ALL {
            boxes.add(Gives::Privilege(*privilege), PRIVILEGES_FIELD.to_owned(), privilege.key());
        }
        for area in Area::ALL {
            let id = area_id(area);
            let (all, on) = (input(&[&id, "-all"].concat()), dom::by_id(&[&id, "-on"].concat()));
            boxes.areas.push(AreaRow { area, all, on });
        }
        for row in draft.rows() {
            boxes.add_row(row, draft);
        }
        for row in draft.domain_rows() {
            for operation in DomainOperation::ALL {
                boxes.add(Gives::DomainOperation(row, *operation), row.field(), operation.key());
            }
        }
        boxes
    }

    /// Those of a row of the services.
    pub fn add_row(&mut self, row: Row, draft: &PrivilegeDraft) {
        for operation in draft.row_operations(row).iter() {
            self.add(Gives::Operation(row, operation), row.field(), operation.key());
        }
        self.rows.extend(Levels::find(row, draft));
    }

    fn add(&mut self, gives: Gives, name: String, value: &str) {
        let id = box_id(&name, value);
        if let Some(input) = input(&id) {
            self.ticks.push(Tick { gives, id, name, input, drawn: None });
        }
    }

    /// Does what a click on a box or a level wants; `None` when it is none of rights.
    pub fn click(&mut self, clicked: &HtmlInputElement, draft: &mut PrivilegeDraft) -> Option<Vec<Note>> {
        let (id, on) = (clicked.id(), clicked.checked());
        if let Some(tick) = self.ticks.iter_mut().find(|tick| tick.id == id) {
            tick.drawn = None;
            return Some(match tick.gives {
                Gives::Privilege(privilege) => draft.set_privilege(privilege, on),
                Gives::Operation(row, operation) => draft.set_operation(row, operation, on),
                Gives::DomainOperation(row, operation) => draft.set_domain_operation(row, operation, on),
                Gives::Role(role) => {
                    draft.set_role(role, on);
                    Vec::new()
                }
            });
        }
        if let Some((row, level)) = self.rows.iter().find_map(|levels| levels.picked(clicked)) {
            draft.set_level(row, level);
        } else {
            let clicked = self.areas.iter().find(|row| row.all.as_ref() == Some(clicked))?;
            draft.set_area(clicked.area, on);
        }
        Some(Vec::new())
    }

    /// Makes them show what the draft says.
    pub fn draw(&mut self, draft: &PrivilegeDraft, page: &Page) {
        for tick in &mut self.ticks {
            let state = tick.gives.state(draft);
            if tick.drawn != Some(state) {
                tick.draw(state, page);
                tick.drawn = Some(state);
            }
        }
        for AreaRow { area, all, on } in &self.areas {
            if let Some(all) = all {
                let state = draft.area(*area);
                all.set_checked(state.all);
                all.set_indeterminate(state.some && !state.all);
                if let Some(frame) = dom::closest(all, "span") {
                    frame.set_hidden(state.fixed);
                }
            }
            if let Some(on) = on {
                let names = draft.on_in(*area).into_iter().map(name);
                on.set_text_content(Some(&listed(names, page)));
            }
        }
        if let Some(on) = dom::by_id("area-no-function-on") {
            let without = Privilege::ALL.iter().filter(|privilege| !privilege.has_function());
            let ticked = without.filter(|privilege| draft.privilege(**privilege).ticked);
            on.set_text_content(Some(&listed(ticked.map(|privilege| name(Right::Privilege(*privilege))), page)));
        }
        for levels in &self.rows {
            levels.draw(draft, page);
        }
        for row in draft.domain_rows() {
            let Some(on) = dom::by_id(&row.id()).and_then(|row| dom::first_in(&row, ".row-on")) else { continue };
            let said = if draft.is_covered_domain(row) {
                page.sentence(Sentence::OnAllDomains, "", 0)
            } else {
                listed(draft.on_domains(row).iter().map(|operation| name(Right::DomainOperation(operation))), page)
            };
            on.set_text_content(Some(&said));
        }
    }
}

/// Names one after the other, or that there are none.
pub fn listed(names: impl Iterator<Item = String>, page: &Page) -> String {
    let names: Vec<String> = names.collect();
    if names.is_empty() { page.sentence(Sentence::NothingOn, "", 0) } else { names.join(", ") }
}

impl Tick {
    fn draw(&self, state: BoxState, page: &Page) {
        let fixed = state.drawn_locked(Drawing::Alive);
        self.input.set_checked(state.drawn_ticked(Drawing::Alive));
        self.input.set_disabled(fixed);
        if state.drawn_named(Drawing::Alive) {
            self.input.set_name(&self.name);
        } else {
            let _ = self.input.remove_attribute("name");
        }
        let why = state.lock.map(|lock| match self.gives {
            Gives::Role(_) => page.sentence(lock.role_sentence(), "", 0),
            Gives::Privilege(_) | Gives::Operation(..) | Gives::DomainOperation(..) => page.reason(lock),
        });
        let (reason, note) = if fixed { (why, None) } else { (None, why) };
        match dom::closest(&self.input, ".check") {
            Some(frame) => explain::beside(&frame, &self.input, &self.id, reason.as_deref(), note.as_deref()),
            None => explain::in_cell(&self.input, reason.as_deref(), note.as_deref()),
        }
    }
}

fn input(id: &str) -> Option<HtmlInputElement> {
    dom::by_id(id)?.dyn_into().ok()
}
