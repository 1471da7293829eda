//! What is about to be given, on forms that ask for a look at it: drawn anew with every click, for the form posts which
//! rights it showed.

use crate::page::{Page, area_name, name, row_name};
use domain::contact::AccessSummary;
use domain::operation::OperationSet;
use domain::privilege::{Area, Weight};
use domain::right::Right;
use domain::rights_form::{PrivilegeDraft, REVIEWED_FIELD, Row, Sentence};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Draws it, where there is a place for it.
pub fn draw(draft: &PrivilegeDraft, page: &Page) {
    let field = dom::first_in(&page.form, &["[name=\"", REVIEWED_FIELD, "\"]"].concat());
    let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let (Some(field), Some(place)) = (field, dom::by_id("rights-review")) else { return };
    let fingerprint = draft.rights().fingerprint();
    place.replace_children_with_node_0();
    if fill(&place, draft, page).is_some() {
        field.set_value(&fingerprint);
    } else {
        // Nothing was shown: the server asks for a look.
        field.set_value("");
    }
}

fn fill(place: &Element, draft: &PrivilegeDraft, page: &Page) -> Option<()> {
    if draft.rights().is_empty() {
        return add(place, dom::template("rights-none")?);
    }
    let from = dom::template("rights-from")?;
    from.set_text_content(Some(&summary(draft, page)));
    add(place, from)?;
    let list = dom::template("rights-given")?;
    let entry = dom::first_in(&list, ".definition")?;
    entry.remove();
    for (term, rights) in given(draft) {
        add(&list, definition(&entry, &term, &rights)?)?;
    }
    add(place, list)
}

/// Roles, template and numbers, in the fewest words.
fn summary(draft: &PrivilegeDraft, page: &Page) -> String {
    let rights = draft.rights();
    let access = AccessSummary::of(rights, &draft.ground().templates);
    let mut roles = Vec::new();
    for (role, ..) in rights.linked() {
        roles.push(name(role));
    }
    let mut parts = Vec::new();
    if !roles.is_empty() {
        parts.push(roles.join(", "));
    }
    if let Some(template) = &access.template {
        parts.push(page.template(template.changes));
    } else {
        if access.privileges > 0 {
            parts.push(page.counted(Sentence::PrivilegesOne, Sentence::Privileges, "", access.privileges));
        }
        if access.services > 0 {
            parts.push(page.counted(Sentence::ServicesOne, Sentence::Services, "", access.services));
        }
    }
    if parts.is_empty() { page.sentence(Sentence::Nothing, "", 0) } else { parts.join(" · ") }
}

/// What they come to, by area and by service.
fn given(draft: &PrivilegeDraft) -> Vec<(String, Vec<Right>)> {
    let held = draft.effective();
    let mut given = Vec::new();
    for area in Area::ALL {
        let privileges = held.privileges().intersection(area.privileges());
        if !privileges.is_empty() {
            given.push((area_name(area), privileges.iter().map(Right::Privilege).collect()));
        }
    }
    let mut on = |row: Row, operations: OperationSet| {
        if !operations.is_empty() {
            given.push((row_name(row), operations.iter().map(Right::Operation).collect()));
        }
    };
    on(Row::All, held.all_services());
    for (id, operations) in held.services() {
        on(Row::One(*id), *operations);
    }
    on(Row::New, draft.rights().new_services.closed());
    given
}

/// A copy of the page's entry, with this name and these lines.
fn definition(entry: &HtmlElement, term: &str, rights: &[Right]) -> Option<HtmlElement> {
    let entry = copy(entry)?;
    dom::first_in(&entry, "dt")?.set_text_content(Some(term));
    let line = dom::first_in(&entry, "li")?;
    let list = line.parent_element()?;
    line.remove();
    for right in rights {
        let line = copy(&line)?;
        if is_sensitive(*right) {
            line.prepend_with_str_1(&(name(*right) + " ")).ok()?;
        } else {
            line.set_text_content(Some(&name(*right)));
        }
        add(&list, line)?;
    }
    Some(entry)
}

fn is_sensitive(right: Right) -> bool {
    match right {
        Right::Privilege(privilege) => privilege.weight() == Weight::Sensitive,
        Right::Operation(operation) => operation.weight() == Weight::Sensitive,
        Right::Role(_) | Right::OwnRole(_) => false,
    }
}

fn copy(element: &HtmlElement) -> Option<HtmlElement> {
    element.clone_node_with_deep(true).ok()?.dyn_into().ok()
}

fn add(place: &Element, element: HtmlElement) -> Option<()> {
    place.append_with_node_1(&element).ok()
}
