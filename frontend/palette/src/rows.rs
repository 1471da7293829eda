//! The rows of a list: the focus goes from one to the next, and the one that has it is ticked.

use web_sys::HtmlElement;

/// The rows of a page.
const ROWS: &str = "main tbody > tr, main [data-rows] > li";

/// Where the focus goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Down,
    Up,
}

/// Goes to the next row, to the first where none has the focus. Whether there are rows.
pub fn go(way: Way) -> bool {
    let rows = dom::every(ROWS);
    let focused = current();
    let here = rows.iter().position(|row| Some(row) == focused.as_ref());
    let next = match (here, way) {
        (None, _) => rows.first(),
        (Some(here), Way::Down) => rows.get(here + 1),
        (Some(here), Way::Up) => here.checked_sub(1).and_then(|here| rows.get(here)),
    };
    if let Some(row) = next {
        focus(row);
    }
    !rows.is_empty()
}

/// Ticks the row that has the focus, or takes its tick away. Whether it has a box.
pub fn tick() -> bool {
    let pick = current().and_then(|row| dom::first_in(&row, "[data-pick]"));
    if let Some(pick) = &pick {
        pick.click();
    }
    pick.is_some()
}

fn current() -> Option<HtmlElement> {
    let focused = dom::focused()?;
    dom::closest(&focused, ROWS)
}

/// What the row leads to gets the focus; where that is nothing, the row itself.
fn focus(row: &HtmlElement) {
    match dom::first_in(row, "a, button") {
        Some(link) => dom::focus(&link),
        None => {
            dom::set(row, "tabindex", "-1");
            dom::focus(row);
        }
    }
}
