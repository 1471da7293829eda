//! The rows of services: how much is given on each, in one word and by name. The words stand in a template of the page.

use crate::boxes::listed;
use crate::page::{Page, name, row_name};
use domain::right::Right;
use domain::rights_form::{Level, PrivilegeDraft, Row, Sentence};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// The levels that a row offers, and the line that says what is on.
pub struct Levels {
    row: Row,
    frame: HtmlElement,
    on: HtmlElement,
    inputs: Vec<(Level, HtmlInputElement)>,
}

impl Levels {
    /// Those of a row of the page; they are put into it.
    pub fn find(row: Row, draft: &PrivilegeDraft) -> Option<Self> {
        let frame = dom::by_id(&row.id())?;
        let on = dom::first_in(&frame, ".row-on")?;
        if let Some(old) = dom::first_in(&frame, ".levels") {
            old.remove();
        }
        let mut levels = Self { row, frame, on, inputs: Vec::new() };
        let offered = draft.levels(row);
        // With nothing to choose between there is no choice.
        if offered.len() > 1 {
            levels.put(&offered);
        }
        Some(levels)
    }

    fn put(&mut self, offered: &[Level]) -> Option<()> {
        let place = dom::template("row-levels")?;
        place.set_attribute("aria-label", &row_name(&self.row.id())).ok()?;
        let group = ["level-", &self.row.id()].concat();
        for label in dom::every_in(&place, "label") {
            let input: HtmlInputElement = dom::first_in(&label, "input")?.dyn_into().ok()?;
            let level = Level::from_key(&input.value())?;
            if offered.contains(&level) {
                input.set_name(&group);
                self.inputs.push((level, input));
            } else {
                label.remove();
            }
        }
        let custom = dom::first_in(&self.frame, ".row-custom")?;
        custom.parent_node()?.insert_before(&place, Some(&custom)).ok()?;
        Some(())
    }

    /// The level that was picked, when this is the input of one of them.
    pub fn picked(&self, clicked: &HtmlInputElement) -> Option<(Row, Level)> {
        let (level, _) = self.inputs.iter().find(|(_, input)| input == clicked)?;
        Some((self.row, *level))
    }

    /// Shows what the draft says.
    pub fn draw(&self, draft: &PrivilegeDraft, page: &Page) {
        let now = draft.level(self.row);
        for (level, input) in &self.inputs {
            input.set_checked(now == Some(*level));
        }
        let is_covered = draft.is_covered(self.row);
        let _ = self.frame.class_list().toggle_with_force("is-custom", now.is_none() && !is_covered);
        if is_covered {
            let said = page.sentence(Sentence::OnAllServices, "", 0);
            self.on.set_text_content(Some(&said));
            return;
        }
        let has = draft.row_operations(self.row);
        let names = has.iter().filter(|operation| draft.operation(self.row, *operation).ticked);
        self.on.set_text_content(Some(&listed(names.map(|operation| name(Right::Operation(operation))), page)));
    }
}
