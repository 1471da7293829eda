//! What the person will see, can and cannot: drawn anew with every click beside the form. A form that asks for a look at it
//! posts which rights it showed.

use crate::page::{Page, area_name, name, name_at, row_name};
use crate::shown::element;
use domain::privilege::Weight;
use domain::right::{Place, Right};
use domain::rights_form::{PrivilegeDraft, REVIEWED_FIELD, Sentence, Topic};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Draws it, where there is a place for it.
pub fn draw(draft: &PrivilegeDraft, page: &Page) {
    let Some(place) = dom::by_id("rights-review") else { return };
    menu(&place, draft);
    let shown = can(&place, draft);
    changes(&place, draft, page);
    let field = dom::first_in(&page.form, &["[name=\"", REVIEWED_FIELD, "\"]"].concat());
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        // Where nothing was shown the server asks for a look.
        field.set_value(&shown.map(|()| draft.rights().fingerprint()).unwrap_or_default());
    }
}

/// Both lists have every entry, in the order of the menu; each shows its own.
fn menu(place: &Element, draft: &PrivilegeDraft) {
    let seen: Vec<bool> = draft.menu().into_iter().map(|(_, seen)| seen).collect();
    for (list, shows) in [(".outlook-menu", true), (".outlook-cannot", false)] {
        for (entry, seen) in dom::every_in(place, &[list, " li"].concat()).iter().zip(&seen) {
            entry.set_hidden(*seen != shows);
        }
    }
    if let Some(cannot) = dom::first_in(place, ".outlook-cannot").and_then(|list| dom::closest(&list, "div")) {
        cannot.set_hidden(seen.iter().all(|seen| *seen));
    }
}

fn can(place: &Element, draft: &PrivilegeDraft) -> Option<()> {
    let list = dom::first_in(place, ".outlook-can")?;
    list.replace_children_with_node_0();
    let given = draft.can();
    dom::first_in(place, ".outlook-none")?.set_hidden(!given.is_empty());
    for (topic, rights) in given {
        let entry = dom::template("rights-given")?;
        let term = match topic {
            // The template is that of roles.
            Topic::Roles => None,
            Topic::Area(area) => Some(area_name(area)),
            Topic::Row(row) => Some(row_name(&row.id())),
            Topic::Domains(row) => Some(row_name(&row.id())),
        };
        if let Some(term) = term {
            dom::first_in(&entry, "dt")?.set_text_content(Some(&term));
        }
        fill(&dom::first_in(&entry, "dd")?, &rights)?;
        list.append_with_node_1(&entry).ok()?;
    }
    Some(())
}

/// The names of rights, the sensitive ones marked.
fn fill(place: &HtmlElement, rights: &[Right]) -> Option<()> {
    let mut first = true;
    for right in rights {
        if !first {
            place.append_with_str_1(", ").ok()?;
        }
        first = false;
        let is_role = matches!(right, Right::Role(_) | Right::OwnRole(_));
        if !is_role && right.weight() == Weight::Sensitive {
            let mark = element("mark", &[])?;
            mark.set_text_content(Some(&name(*right)));
            place.append_with_node_1(&mark).ok()?;
        } else {
            place.append_with_str_1(&name(*right)).ok()?;
        }
    }
    Some(())
}

/// What saving would change, for somebody who has something already.
fn changes(place: &Element, draft: &PrivilegeDraft, page: &Page) -> Option<()> {
    let list = dom::first_in(place, ".changes")?;
    list.replace_children_with_node_0();
    let (more, less) = (draft.gained(), draft.lost());
    dom::closest(&list, "div")?.set_hidden(more.is_empty() && less.is_empty());
    let add = |tag: &str, sentence: Sentence, rights: Vec<(Right, Place)>| -> Option<()> {
        for (right, place) in rights {
            let (line, said) = (element("li", &[])?, element(tag, &[])?);
            said.set_text_content(Some(&page.sentence(sentence, &name_at(right, &place), 0)));
            line.append_with_node_1(&said).ok()?;
            list.append_with_node_1(&line).ok()?;
        }
        Some(())
    };
    add("ins", Sentence::Gained, more)?;
    add("del", Sentence::Lost, less)
}
