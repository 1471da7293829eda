//! The keys: Ctrl or Cmd and K anywhere, single ones where nobody types and unless somebody has switched them off.

use crate::{choice, host, palette, rows};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, Storage};

/// Where letters are typed, or mean something else.
const TYPED: &str = "input:not([type=checkbox]), textarea, select, [contenteditable], [role=menu], [role=dialog]";
/// The search field of a page.
const FIELD: &str = "main [role=search] input[type=search]";
/// The switch for single keys, in the sheet.
const SWITCH: &str = "[data-single-keys] input";
/// What the browser remembers where they are off.
const OFF: &str = "portico-single-keys-off";

/// Does what a key stands for.
pub fn pressed(event: &Event) {
    // Browsers that fill in forms say `keydown` with no key.
    let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.is_composing()) else { return };
    // Whoever is asked something answers first.
    if choice::steer(event) || dom::first("dialog:modal").is_some() {
        return;
    }
    let key = event.key();
    let is_done = if event.ctrl_key() || event.meta_key() {
        key == "k" && !event.alt_key() && !event.shift_key() && opened()
    } else if event.alt_key() || dom::around(event, TYPED).is_some() || !are_on() {
        false
    } else {
        single(&key)
    };
    if is_done {
        event.prevent_default();
    }
}

fn single(key: &str) -> bool {
    match key {
        "/" => match dom::first(FIELD) {
            Some(field) => {
                dom::focus(&field);
                dom::field(&field).select();
                true
            }
            None => opened(),
        },
        "?" => help(),
        "j" => rows::go(rows::Way::Down),
        "k" => rows::go(rows::Way::Up),
        "x" => rows::tick(),
        _ => false,
    }
}

/// Opens the palette, where the page has one.
fn opened() -> bool {
    let has_one = dom::first(host::ICON).is_some();
    palette::open();
    has_one
}

/// Shows the sheet of keys in the dialog.
fn help() -> bool {
    let page = dom::first(host::ICON).and_then(|icon| icon.get_attribute("href"));
    if let Some(page) = &page {
        host::follow(&[page.as_str(), "?part=keys"].concat(), &[("data-dialog", "")]);
    }
    page.is_some()
}

fn storage() -> Option<Storage> {
    dom::window().local_storage().ok().flatten()
}

fn are_on() -> bool {
    storage().and_then(|storage| storage.get_item(OFF).ok().flatten()).is_none()
}

/// Shows on the sheet whether they are on.
pub fn paint() {
    for switch in dom::every(SWITCH) {
        dom::field(&switch).set_checked(are_on());
    }
}

/// Switches them on or off.
pub fn switched(event: &Event) {
    let Some(switch) = dom::around(event, SWITCH) else { return };
    let Some(storage) = storage() else { return };
    let _ = if dom::field(&switch).checked() { storage.remove_item(OFF) } else { storage.set_item(OFF, "1") };
}
