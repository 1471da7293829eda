//! The menu that all rows of a table share: it is filled from the row whose button is pressed, and opened at it. What a row
//! offers stands at its button in a few letters; how an item looks, and why one may not be used, in templates of the page.
//! From there on it is a menu like any other.

use crate::closing;
use js_sys::JsString;
use web_sys::{Element, Event, HtmlElement};

/// The id of the menu. Its buttons do not name it: there are fifty on a page.
pub const LIST: &str = "row-menu";
/// The dots of a row.
const DOTS: &str = "[data-menu]";
/// Those whose menu is open.
pub const OPEN_DOTS: &str = "[data-menu][aria-expanded=true]";

/// Listens, and takes over a menu that was asked for before the program ran.
pub fn begin() {
    dom::listen("click", clicked);
    take_over();
}

/// A menu that stands in its row becomes a popover beside the table, where it is on any other page.
fn take_over() {
    let Some(dots) = dom::first(OPEN_DOTS) else { return };
    let Some(list) = dom::by_id(LIST).filter(|list| !list.has_attribute("popover")) else { return };
    let Some(frame) = dom::closest(&dots, ".table-frame") else { return };
    let _ = frame.after_with_node_1(&list);
    dom::unset(&list, "tabindex");
    let _ = list.set_popover(Some("auto"));
    dom::open(&list);
}

fn clicked(event: &Event) {
    let Some(dots) = dom::around(event, DOTS).filter(|_| dom::is_plain(event)) else { return };
    let Some(list) = dom::by_id(LIST) else { return };
    // It would ask for the page that shows the menu.
    event.prevent_default();
    let is_shown = dom::is_open(&list) && dom::matches(&dots, OPEN_DOTS);
    if closing::is_meant() || is_shown {
        dom::shut(&list);
    } else if fill(&list, &dots).is_some() {
        for others in dom::every(OPEN_DOTS) {
            dom::set(&others, "aria-expanded", "false");
        }
        // Now, not when the browser tells: the style sheet places the menu by it.
        dom::set(&dots, "aria-expanded", "true");
        // The browser gives the focus back to where it was.
        dom::focus(&dots);
        dom::open(&list);
    }
}

/// Makes it the menu of a row.
fn fill(list: &HtmlElement, dots: &HtmlElement) -> Option<()> {
    let items = dom::template("row-menu")?;
    let (offer, contact) = (dots.get_attribute("data-menu")?, dots.get_attribute("value")?);
    let anybody = items.get_attribute("data-anybody")?;
    for part in dom::every_in(&items, "[data-item]") {
        match offered(&offer, part.get_attribute("data-item")?.bytes().next()?) {
            Offered::Not => part.remove(),
            Offered::Allowed => {}
            Offered::Refused(reason) => {
                if refuse(&part, reason).is_none() {
                    part.remove();
                }
            }
        }
    }
    for item in dom::every_in(&items, "[role=menuitem]") {
        for name in ["href", "value"] {
            if let Some(value) = item.get_attribute(name) {
                let value = String::from(JsString::from(value).replace(&anybody, &contact));
                dom::set(&item, name, &value);
            }
        }
    }
    dom::set(list, "aria-label", &dots.get_attribute("aria-label")?);
    list.replace_children_with_node_1(&items);
    Some(())
}

/// Puts the item that says why not in the place of one.
fn refuse(part: &Element, reason: u32) -> Option<()> {
    let item = dom::first_in(part, "[role=menuitem]")?;
    let refused = dom::template("row-refused")?.children().item(reason)?;
    let label = item.text_content()?;
    refused.set_attribute("aria-label", &label).ok()?;
    dom::query(&refused, ".menu-text")?.prepend_with_str_1(&label).ok()?;
    if let Some(icon) = dom::query(&item, ".icon") {
        refused.prepend_with_node_1(&icon).ok()?;
    }
    item.replace_with_with_node_1(&refused).ok()
}

/// What a row says of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offered {
    Not,
    Allowed,
    /// For the reason with this number.
    Refused(u32),
}

/// Reads what a row offers: the letters of its items, each with the number of the reason where it may not be used.
fn offered(offer: &str, item: u8) -> Offered {
    let mut letters = offer.bytes().skip_while(|letter| *letter != item);
    if letters.next().is_none() {
        return Offered::Not;
    }
    letters.take_while(u8::is_ascii_digit).fold(Offered::Allowed, |offered, digit| {
        let before = if let Offered::Refused(number) = offered { number } else { 0 };
        Offered::Refused(before * 10 + u32::from(digit - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_what_it_offers() {
        let offer = "ev10s0d";
        let read = [b'e', b'v', b's', b'd', b'u'].map(|item| offered(offer, item));
        let (ten, none) = (Offered::Refused(10), Offered::Refused(0));
        assert_eq!(read, [Offered::Allowed, ten, none, Offered::Allowed, Offered::Not]);
        assert_eq!(offered("", b'e'), Offered::Not);
    }
}
