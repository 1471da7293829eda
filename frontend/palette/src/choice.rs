//! Which of the options is chosen, by the combobox pattern of the ARIA authoring practices: the focus stays in the field,
//! arrows move the choice, Enter follows its link.

use web_sys::{HtmlElement, KeyboardEvent, MouseEvent, MouseEventInit, ScrollIntoViewOptions, ScrollLogicalPosition};

const SELECTED: &str = "aria-selected";
const ACTIVE: &str = "aria-activedescendant";

fn options() -> Vec<HtmlElement> {
    dom::every("#palette [role=option]")
}

/// There are other options: the first is chosen, or none.
pub fn renew(field: &HtmlElement, first: bool) {
    let options = options();
    for (number, option) in (0_u32..).zip(&options) {
        option.set_id(&["palette-option-", &dom::digits(number.into())].concat());
    }
    dom::set(field, "aria-expanded", if options.is_empty() { "false" } else { "true" });
    choose(field, &options, if first { options.first() } else { None });
}

/// Keys in the field. Whether the key was for the palette.
pub fn steer(event: &KeyboardEvent) -> bool {
    let Some(field) = dom::around(event, "#palette input") else { return false };
    let options = options();
    let here = options.iter().position(|option| dom::get(option, SELECTED) == "true");
    let next = match (event.key().as_str(), here) {
        ("Enter", Some(here)) => {
            event.prevent_default();
            if let Some(option) = options.get(here) {
                click(option, event);
            }
            return true;
        }
        ("ArrowDown", Some(here)) => options.get(here + 1).or(options.first()),
        ("ArrowUp", Some(here)) if here > 0 => options.get(here - 1),
        ("ArrowDown", None) => options.first(),
        ("ArrowUp", _) => options.last(),
        _ => return false,
    };
    event.prevent_default();
    choose(&field, &options, next);
    true
}

fn choose(field: &HtmlElement, options: &[HtmlElement], chosen: Option<&HtmlElement>) {
    for option in options {
        dom::set(option, SELECTED, if Some(option) == chosen { "true" } else { "false" });
    }
    match chosen {
        Some(option) => {
            dom::set(field, ACTIVE, &option.id());
            let near = ScrollIntoViewOptions::new();
            near.set_block(ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&near);
        }
        None => dom::unset(field, ACTIVE),
    }
}

/// With the keys that are held: the browser opens another tab for a click with Ctrl, and so for Ctrl and Enter.
fn click(option: &HtmlElement, event: &KeyboardEvent) {
    let about = MouseEventInit::new();
    about.set_bubbles(true);
    about.set_cancelable(true);
    about.set_ctrl_key(event.ctrl_key());
    about.set_meta_key(event.meta_key());
    about.set_shift_key(event.shift_key());
    if let Ok(click) = MouseEvent::new_with_mouse_event_init_dict("click", &about) {
        let _ = option.dispatch_event(&click);
    }
}
