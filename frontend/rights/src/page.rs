//! What the page brings: what the form was opened with, what stands in it, and the words. Names are read off the labels.

use domain::operation::Operation;
use domain::privilege::Area;
use domain::right::{Place, Right};
use domain::rights_form::{
    DomainRow, Ground, Lock, PRIVILEGES_FIELD, Row, Sentence, TEMPLATE_FIELD, area_id, box_id, grant_input, role_input,
};
use js_sys::{Array, Intl, Object};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTemplateElement};

/// The form, and what the page brings for its program.
pub struct Page {
    pub form: HtmlElement,
    brought: HtmlElement,
}

impl Page {
    pub fn find() -> Option<Self> {
        let brought = dom::first("[data-program=rights]")?;
        let form = dom::closest(&brought, "form")?;
        Some(Self { form, brought })
    }

    /// What the form was opened with.
    pub fn ground(&self) -> Option<Ground> {
        ground_in(&self.brought)
    }

    /// What the form would post of rights, as it stands.
    pub fn pairs(&self) -> Vec<(String, String)> {
        dom::every_in(&self.form, "[name^=\"change[\"]").iter().filter_map(pair).collect()
    }

    /// A sentence in the page's words: where a number chooses between several, the one for this number, else the one for
    /// the plural category that it has in the page's language.
    pub fn sentence(&self, which: Sentence, name: &str, count: usize) -> String {
        let said = ["template[data-say=", which.key(), "]"].concat();
        let when = |case: &str| held_in(&self.brought, &[&said, "[data-when=\"", case, "\"]"].concat());
        let number = count.to_string();
        let sentence = held_in(&self.brought, &[&said, ":not([data-when])"].concat())
            .or_else(|| when(&number))
            .or_else(|| when(&plural(count)))
            .or_else(|| when("other"));
        filled(&sentence.unwrap_or_default(), name, &number)
    }

    /// The reason of a lock.
    pub fn reason(&self, lock: Lock) -> String {
        self.sentence(lock.sentence(), &lock.names().map(name).unwrap_or_default(), 0)
    }

    /// The template that is picked, with how many ticks differ from it.
    pub fn template(&self, changes: usize) -> String {
        let picked = ["input[name=\"", TEMPLATE_FIELD, "\"]:checked"].concat();
        let picked = dom::first_in(&self.form, &picked).map(|picked| label(&picked.id())).unwrap_or_default();
        self.sentence(Sentence::Changed, &picked, changes)
    }
}

/// The plural category of a number in the language of the page, as CLDR has it.
fn plural(count: usize) -> String {
    let language = dom::get(&dom::root(), "lang");
    let number = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    Intl::PluralRules::new(&Array::of1(&JsValue::from_str(&language)), &Object::new()).select(number).into()
}

/// A sentence with a name and a number in their places. Both may hold anything.
fn filled(sentence: &str, name: &str, count: &str) -> String {
    let mut parts = sentence.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (filling, rest) = match part.split_once('}') {
            Some(("name", rest)) => (name, rest),
            Some(("count", rest)) => (count, rest),
            Some(_) | None => ("{", part),
        };
        text.push_str(filling);
        text.push_str(rest);
    }
    text
}

/// What a form is opened with, or the rows that were found for it.
pub fn ground_in(parent: &Element) -> Option<Ground> {
    Ground::read(&held_in(parent, "template[data-ground]")?)
}

fn held_in(parent: &Element, selector: &str) -> Option<String> {
    let template = dom::first_in(parent, selector)?.dyn_into::<HtmlTemplateElement>().ok()?;
    template.content().text_content()
}

/// What a control posts, where it may be about rights.
fn pair(control: &HtmlElement) -> Option<(String, String)> {
    let input = control.dyn_ref::<HtmlInputElement>()?;
    let posts = match input.type_().as_str() {
        "hidden" => true,
        "checkbox" | "radio" => input.checked() && !input.disabled(),
        _ => false,
    };
    posts.then(|| (input.name(), input.value()))
}

/// The name of a right or a role: the label of its box, or what the matrix calls it.
pub fn name(right: Right) -> String {
    match right {
        Right::Privilege(privilege) => label(&box_id(PRIVILEGES_FIELD, privilege.key())),
        Right::Operation(operation) => operation_name(operation),
        Right::DomainOperation(operation) => label(&box_id(&DomainRow::All.field(), operation.key())),
        Right::Role(_) | Right::OwnRole(_) => {
            role_input(right).map(|(field, value)| label(&box_id(&field, &value))).unwrap_or_default()
        }
    }
}

/// The same with where it holds: the label of that box.
pub fn name_at(right: Right, place: &Place) -> String {
    grant_input(right, place).map(|(field, value)| label(&box_id(&field, &value))).unwrap_or_default()
}

/// The name of an area.
pub fn area_name(area: Area) -> String {
    dom::by_id(&area_id(area)).map(|heading| text(&heading)).unwrap_or_default()
}

/// The name of a row of services or domains, by its id.
pub fn row_name(row: &str) -> String {
    let named = dom::by_id(row).and_then(|row| dom::first_in(&row, ".matrix-name"));
    named.map(|named| text(&named)).unwrap_or_default()
}

fn operation_name(operation: Operation) -> String {
    // All services have every operation.
    let tick = dom::by_id(&box_id(&Row::All.field(), operation.key()));
    let label = tick.and_then(|tick| dom::closest(&tick, "label"));
    label.map(|label| text(&label)).unwrap_or_default()
}

fn label(id: &str) -> String {
    let Some(tick) = dom::by_id(id) else { return String::new() };
    tick.get_attribute("aria-label").unwrap_or_else(|| {
        let label = dom::closest(&tick, ".check").and_then(|frame| dom::first_in(&frame, ".check-label"));
        label.map(|label| text(&label)).unwrap_or_default()
    })
}

fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default().trim_ascii().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_takes_a_name_as_it_is() {
        assert_eq!(filled("{name} + {count} changes", "{count} {name} $&", "2"), "{count} {name} $& + 2 changes");
        assert_eq!(filled("{ {no} {name", "Max", "2"), "{ {no} {name");
    }
}
