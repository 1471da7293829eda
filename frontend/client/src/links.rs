//! Links to pages of ours are steps. What is meant for another tab, for a file, or for a place on this page, the browser
//! does.

use crate::guard::Going;
use crate::history::{self, Entry};
use crate::step::{self, Show};
use crate::{guard, swap};
use dom::answer;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlAnchorElement};

/// Listens.
pub fn begin() {
    dom::listen("click", clicked);
}

/// Where a click on a link leads, if that is a page of ours.
pub fn address_of(link: &HtmlAnchorElement) -> Option<String> {
    let stays_here = matches!(link.target().as_str(), "" | "_self");
    if !stays_here || link.has_attribute("download") || link.has_attribute("data-load") {
        return None;
    }
    let url = answer::own(&link.href())?;
    let address = url.pathname() + &url.search();
    // A place on this page is the browser's.
    let is_place = !url.hash().is_empty() && address == history::address();
    (!is_place).then(|| address + &url.hash())
}

fn clicked(event: &Event) {
    let link = dom::around(event, "a[href]").and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let Some(link) = link.filter(|_| dom::is_plain(event) && !event.default_prevented()) else { return };
    let Some(address) = address_of(&link) else { return };
    event.prevent_default();
    if link.has_attribute("data-dialog") {
        step::ask(&address, Entry::Push, Show::Dialog);
    } else if guard::holds() && history::path(&address) != history::path(&swap::shown()) {
        guard::ask(Going::To(address));
    } else {
        step::go(&address, Entry::Push);
    }
}
