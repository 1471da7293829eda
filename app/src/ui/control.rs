//! What text boxes, text areas and selects have in common: the frame with label, help and problem, and the rule for
//! what a control holds when the page comes to life.
//!
//! INVARIANT: controls are uncontrolled. The server's value is an attribute; what somebody typed or picked before the
//! page was hydrated is never overwritten, it is reported instead. A later change of the value is written into the control.
//! Whatever is made after that begins with its own value: the framework reuses the elements of what stood in the same place,
//! and what was typed or ticked there was about something else.

use leptos::{html::ElementType, prelude::*, wasm_bindgen::JsCast};

/// Whether a control shows its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// The label is text beside or above the control.
    #[default]
    Labelled,
    /// The label is only the accessible name: in tables, matrices and toolbars.
    Bare,
}

/// The id of a control that has none of its own: `change[first_name]` becomes `change-first_name`.
pub fn field_id(name: &str) -> String {
    name.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'))
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// The value of `aria-describedby`: the problem first, then the help.
pub(super) fn described_by(id: &str, problem: MaybeProp<String>, help: MaybeProp<String>) -> Signal<Option<String>> {
    let id = id.to_owned();
    Signal::derive(move || {
        let problem = problem.get().map(|_| format!("{id}-problem"));
        let help = help.get().map(|_| format!("{id}-help"));
        let ids: Vec<String> = problem.into_iter().chain(help).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    })
}

/// Label above, control, then problem and help.
#[component]
pub(super) fn ControlFrame(
    /// The id of the control.
    id: String,
    label: String,
    /// A word at the right of the label, outside of the accessible name.
    mark: Option<String>,
    /// What is wrong with the value.
    problem: MaybeProp<String>,
    /// What belongs into the control.
    help: MaybeProp<String>,
    children: Children,
) -> impl IntoView {
    let problem_id = format!("{id}-problem");
    let help_id = format!("{id}-help");
    view! {
        <div class="field" class:field-bad=move || problem.get().is_some()>
            <div class="field-top">
                <label class="field-label" for=id>
                    {label}
                </label>
                {mark.map(|mark| view! { <span class="field-mark">{mark}</span> })}
            </div>
            {children()}
            {move || {
                let id = problem_id.clone();
                problem.get().map(|text| view! { <p class="field-problem" id=id>{text}</p> })
            }}
            {move || {
                let id = help_id.clone();
                help.get().map(|text| view! { <p class="field-help" id=id>{text}</p> })
            }}
        </div>
    }
}

/// A form control whose value is text.
pub(super) trait TextControl {
    /// What it holds now.
    fn text(&self) -> String;
    /// Replaces what it holds.
    fn put(&self, text: &str);
}

impl TextControl for web_sys::HtmlInputElement {
    fn text(&self) -> String {
        self.value()
    }
    fn put(&self, text: &str) {
        self.set_value(text);
    }
}

impl TextControl for web_sys::HtmlSelectElement {
    fn text(&self) -> String {
        self.value()
    }
    fn put(&self, text: &str) {
        self.set_value(text);
    }
}

impl TextControl for web_sys::HtmlTextAreaElement {
    fn text(&self) -> String {
        self.value()
    }
    fn put(&self, text: &str) {
        self.set_value(text);
    }
}

/// Whether the page is being hydrated: only then can somebody have used a control before its component was made.
pub(super) fn is_hydrating() -> bool {
    Owner::current_shared_context().is_some_and(|context| context.during_hydration())
}

/// Reports what was typed before hydration, and writes later changes of `value` into the control.
///
/// `rendered` is what the control held when it was rendered.
pub(super) fn keep_in_step<E>(
    node: NodeRef<E>,
    rendered: String,
    value: MaybeProp<String>,
    report: Option<Callback<String>>,
) where
    E: ElementType,
    E::Output: TextControl + JsCast + Clone + 'static,
{
    let hydrating = is_hydrating();
    Effect::new(move |before: Option<Option<String>>| {
        let wanted = value.get().unwrap_or_default();
        let control = node.get()?;
        let held = control.text();
        match before.flatten() {
            None if held != rendered => match report {
                Some(report) if hydrating => report.run(held),
                None if hydrating => {}
                Some(_) | None => control.put(&rendered),
            },
            Some(before) if before != wanted && held != wanted => control.put(&wanted),
            None | Some(_) => {}
        }
        Some(wanted)
    });
}

#[cfg(test)]
mod tests {
    use super::field_id;

    #[test]
    fn names_become_ids() {
        assert_eq!(field_id("change[first_name]"), "change-first_name");
        assert_eq!(field_id("change[services][svc-1][]"), "change-services-svc-1");
        assert_eq!(field_id("email"), "email");
    }
}
