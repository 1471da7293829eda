//! A page is merged into the one that is shown: nodes that both have stay, with the focus, the scrolling and what is typed
//! in them. They are recognised by their key, never by their place among those that have one.
//!
//! What the client made of a node is its own: no answer sets it or takes it away.

use crate::sending::{ANSWERED, SENDING};
use crate::touched;
use crate::who::Who;
use dom::clean::{elements, names};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlFormElement, HtmlInputElement, Node};

/// Attributes that the client sets.
const OWN: [&str; 7] = ["data-touched", "data-sending", "data-over", "aria-expanded", "aria-busy", "open", "tabindex"];
/// Marks what the answer to a form shows once: a part with a key, or the form itself, as it was sent.
const ONCE: &str = "data-once";
/// Passwords, also while they are shown.
const SECRETS: &str = "input[autocomplete$=\"-password\"]";

/// Whether a page is the one that is shown, by path and account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Same,
    /// Nothing of the main part stays.
    Another,
}

/// What became of the form that was just sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    Nothing,
    /// Nobody did anything: what the answer to an earlier form showed once stays.
    Unasked,
    Done,
    /// It comes back to be mended.
    Refused,
}

/// How a page is merged.
#[derive(Debug, Clone, Copy)]
pub struct Merge {
    pub place: Place,
    pub sent: Sent,
}

impl Merge {
    /// Makes the children of one element those of another.
    pub fn children(self, old: &Element, new: &Element) {
        let is_new = self.place == Place::Another && old.id() == "main";
        let mut left: Vec<(Who, Node)> = nodes(old).into_iter().map(|node| (Who::of(&node), node)).collect();
        let mut find = |is_same: &dyn Fn(&Who) -> bool| {
            let found = left.iter().position(|(one, old)| is_same(one) && (!is_new || is_kept(old)));
            found.map(|found| left.remove(found).1)
        };
        let mut pairs = Vec::new();
        for node in nodes(new) {
            let who = Who::of(&node);
            pairs.push((find(&|one| one.is(&who)), who, node));
        }
        for (mine, who, _) in &mut pairs {
            if mine.is_none() {
                *mine = find(&|one| who.resembles(one));
            }
        }
        // First, so that what stays need not be moved: that would take its focus.
        for (_, node) in &left {
            if !is_kept(node) && !self.spares(node) {
                let _ = old.remove_child(node);
            }
        }
        let mut at = old.first_child();
        for (mine, _, node) in pairs {
            while let Some(next) = at.take_if(|next| left.iter().any(|(_, left)| left == next)) {
                at = next.next_sibling();
            }
            match mine {
                Some(mine) => {
                    if at.as_ref() == Some(&mine) {
                        at = mine.next_sibling();
                    } else {
                        let _ = old.insert_before(&mine, at.as_ref());
                    }
                    self.node(&mine, &node);
                }
                None => {
                    if let Some(copy) = dom::copy(&node) {
                        let _ = old.insert_before(&copy, at.as_ref());
                    }
                }
            }
        }
    }

    fn node(self, old: &Node, new: &Node) {
        let (Some(shown), Some(fresh)) = (old.dyn_ref::<Element>(), new.dyn_ref::<Element>()) else {
            if old.node_value() != new.node_value() {
                old.set_node_value(new.node_value().as_deref());
            }
            return;
        };
        if stays(shown) || self.spares(old) || (shown.is_equal_node(Some(fresh)) && !self.replaces_in(shown)) {
            return;
        }
        match shown.dyn_ref::<HtmlFormElement>() {
            Some(form) if dom::get(form, SENDING) == ANSWERED => self.answered(form, fresh),
            Some(form) if touched::is_touched(form) => {}
            Some(_) | None => self.element(shown, fresh),
        }
    }

    fn element(self, shown: &Element, fresh: &Element) {
        attributes(shown, fresh);
        self.children(shown, fresh);
    }

    /// The form that this page answers: it holds what the answer says, and passwords, which no answer says.
    fn answered(self, form: &HtmlFormElement, fresh: &Element) {
        let secrets: Vec<HtmlInputElement> = match self.sent {
            Sent::Refused => {
                elements(form.query_selector_all(SECRETS)).into_iter().filter_map(|one| one.dyn_into().ok()).collect()
            }
            Sent::Nothing | Sent::Unasked | Sent::Done => Vec::new(),
        };
        let typed: Vec<String> = secrets.iter().map(HtmlInputElement::value).collect();
        self.element(form, fresh);
        form.reset();
        for (secret, typed) in secrets.iter().zip(typed) {
            secret.set_value(&typed);
        }
        // What was typed is from now on what its fields begin with, if the answer has it.
        if fresh.has_attribute(ONCE) && touched::is_touched(form) {
            dom::set(form, touched::TOUCHED, "refilled");
        } else {
            touched::forget(form);
        }
    }

    /// Whether it was shown once, and nobody has asked for a page since.
    fn spares(self, node: &Node) -> bool {
        self.sent == Sent::Unasked && has(node, ONCE)
    }

    /// Whether the part that is replaced is in it, or it is that part.
    fn replaces_in(self, shown: &Element) -> bool {
        self.place == Place::Another && (shown.id() == "main" || dom::query(shown, "#main").is_some())
    }
}

/// Makes the attributes of one element those of another.
fn attributes(shown: &Element, fresh: &Element) {
    let is_text = |element: &Element| matches!(element.get_attribute("type").as_deref(), Some("password" | "text"));
    // A password that somebody looks at is still shown.
    let is_looked_at = shown.tag_name() == "INPUT" && is_text(shown) && is_text(fresh);
    let is_own = |name: &str| OWN.contains(&name) || (name == "type" && is_looked_at);
    for name in names(fresh) {
        let value = fresh.get_attribute(&name);
        if !is_own(&name) && shown.get_attribute(&name) != value {
            dom::set(shown, &name, &value.unwrap_or_default());
        }
    }
    for name in names(shown) {
        if !is_own(&name) && !fresh.has_attribute(&name) {
            dom::unset(shown, &name);
        }
    }
}

/// What no answer touches: what is marked so, a menu while it is open, templates, which are replaced as a whole, and the
/// button of a password, which says what it does next.
fn stays(shown: &Element) -> bool {
    shown.has_attribute("data-keep")
        || shown.has_attribute("data-password")
        || shown.tag_name() == "TEMPLATE"
        || (shown.has_attribute("popover") && dom::is_open(shown))
}

fn is_kept(node: &Node) -> bool {
    has(node, "data-keep")
}

fn has(node: &Node, attribute: &str) -> bool {
    node.dyn_ref::<Element>().is_some_and(|element| element.has_attribute(attribute))
}

fn nodes(parent: &Element) -> Vec<Node> {
    let found = parent.child_nodes();
    (0..found.length()).filter_map(|index| found.get(index)).collect()
}
