//! The boxes: what each one shows, and what a click on it does.

use crate::explain;
use crate::page::Page;
use domain::operation::Operation;
use domain::privilege::{Area, Privilege};
use domain::right::Right;
use domain::rights_form::{
    BoxState, Drawing, GroupState, Note, PRIVILEGES_FIELD, PrivilegeDraft, Row, area_id, box_id, role_input,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// What a box gives.
#[derive(Clone, Copy)]
enum Gives {
    Role(Right),
    Privilege(Privilege),
    Operation(Row, Operation),
}

/// The boxes that another one ticks together.
#[derive(Clone, Copy)]
enum Group {
    Area(Area),
    Row(Row),
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

/// A "select all" box.
struct Grouping {
    group: Group,
    id: String,
    input: HtmlInputElement,
}

/// Every box of the form.
pub struct Boxes {
    ticks: Vec<Tick>,
    groups: Vec<Grouping>,
}

impl Gives {
    fn state(self, draft: &PrivilegeDraft) -> BoxState {
        match self {
            Self::Role(role) => draft.role(role),
            Self::Privilege(privilege) => draft.privilege(privilege),
            Self::Operation(row, operation) => draft.operation(row, operation),
        }
    }
}

impl Group {
    fn state(self, draft: &PrivilegeDraft) -> GroupState {
        match self {
            Self::Area(area) => draft.area(area),
            Self::Row(row) => draft.row(row),
        }
    }

    fn id(self) -> String {
        match self {
            Self::Area(area) => area_id(area) + "-all",
            Self::Row(row) => row.id(),
        }
    }
}

impl Boxes {
    /// Those of the page.
    pub fn find(draft: &PrivilegeDraft) -> Self {
        let mut boxes = Self { ticks: Vec::new(), groups: Vec::new() };
        for role in draft.roles() {
            if let Some((name, value)) = role_input(role) {
                boxes.add(Gives::Role(role), name, &value);
            }
        }
        for privilege in Privilege::ALL {
            boxes.add(Gives::Privilege(*privilege), PRIVILEGES_FIELD.to_owned(), privilege.key());
        }
        for area in Area::ALL {
            boxes.add_group(Group::Area(area));
        }
        for row in draft.rows() {
            boxes.add_row(row, draft);
        }
        boxes
    }

    /// Those of a row of the matrix.
    pub fn add_row(&mut self, row: Row, draft: &PrivilegeDraft) {
        for operation in draft.row_operations(row).iter() {
            self.add(Gives::Operation(row, operation), row.field(), operation.key());
        }
        self.add_group(Group::Row(row));
    }

    fn add(&mut self, gives: Gives, name: String, value: &str) {
        let id = box_id(&name, value);
        if let Some(input) = input(&id) {
            self.ticks.push(Tick { gives, id, name, input, drawn: None });
        }
    }

    fn add_group(&mut self, group: Group) {
        let id = group.id();
        if let Some(input) = input(&id) {
            self.groups.push(Grouping { group, id, input });
        }
    }

    /// Does what a click on the box with this id wants; `None` when it is no box of rights.
    pub fn click(&mut self, id: &str, draft: &mut PrivilegeDraft) -> Option<Vec<Note>> {
        if let Some(tick) = self.ticks.iter_mut().find(|tick| tick.id == id) {
            tick.drawn = None;
            let on = tick.input.checked();
            return Some(match tick.gives {
                Gives::Privilege(privilege) => draft.set_privilege(privilege, on),
                Gives::Operation(row, operation) => draft.set_operation(row, operation, on),
                Gives::Role(role) => {
                    draft.set_role(role, on);
                    Vec::new()
                }
            });
        }
        let Grouping { group, input, .. } = self.groups.iter().find(|grouping| grouping.id == id)?;
        match group {
            Group::Area(area) => draft.set_area(*area, input.checked()),
            Group::Row(row) => draft.set_row(*row, input.checked()),
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
        for Grouping { group, input, .. } in &self.groups {
            let state = group.state(draft);
            input.set_checked(state.all);
            input.set_indeterminate(state.some && !state.all);
            if let Some(frame) = dom::closest(input, "span") {
                frame.set_hidden(state.fixed);
            }
        }
    }
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
            Gives::Privilege(_) | Gives::Operation(..) => page.reason(lock),
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
