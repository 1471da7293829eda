//! One choice out of a list.

use leptos::prelude::*;

use super::OptionalText;
use super::control::{ControlFrame, Look, described_by, field_id};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    value: String,
    label: String,
    disabled_reason: Option<String>,
}

impl Choice {
    /// A choice that posts `value` and shows `label`.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), disabled_reason: None }
    }

    /// The same choice, shown with the reason why it can't be picked.
    #[must_use]
    pub fn disabled(mut self, reason: impl Into<String>) -> Self {
        self.disabled_reason = Some(reason.into());
        self
    }
}

/// Choices that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceGroup {
    label: Option<String>,
    choices: Vec<Choice>,
}

impl ChoiceGroup {
    /// Choices without a heading.
    pub fn plain(choices: Vec<Choice>) -> Self {
        Self { label: None, choices }
    }

    /// Choices under a heading.
    pub fn named(label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self { label: Some(label.into()), choices }
    }
}

/// What the browser shows for `value`: the first choice when none has it.
fn shown(groups: &[ChoiceGroup], value: Option<String>) -> String {
    let choices = || groups.iter().flat_map(|group| &group.choices);
    value
        .filter(|value| choices().any(|choice| choice.value == *value))
        .or_else(|| choices().find(|choice| choice.disabled_reason.is_none()).map(|choice| choice.value.clone()))
        .unwrap_or_default()
}

fn option_view(choice: Choice, selected: &str) -> impl IntoView + use<> {
    let text = match &choice.disabled_reason {
        Some(reason) => format!("{} ({reason})", choice.label),
        None => choice.label,
    };
    let selected = choice.value == selected;
    let disabled = choice.disabled_reason.is_some();
    view! { <option value=choice.value selected=selected disabled=disabled>{text}</option> }
}

/// A list to pick one choice from.
#[component]
pub fn Select(
    /// The label, which is the accessible name.
    #[prop(into)]
    label: String,
    /// The name under which it is posted.
    #[prop(into)]
    name: String,
    groups: Vec<ChoiceGroup>,
    /// Its id; without one, made from the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// What is picked at first.
    #[prop(optional, into)]
    value: OptionalText,
    /// What is wrong with the value.
    #[prop(optional, into)]
    problem: OptionalText,
    /// What to pick.
    #[prop(optional, into)]
    help: OptionalText,
    /// A word at the right of the label, such as "Optional".
    #[prop(optional, into)]
    mark: Option<String>,
    /// The id of a form elsewhere on the page.
    #[prop(optional, into)]
    form: Option<String>,
    /// Whether the label is shown.
    #[prop(optional)]
    look: Look,
    /// Why it may not be changed; it is not posted then.
    #[prop(optional, into)]
    disabled_reason: OptionalText,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| field_id(&name));
    let picked = shown(&groups, value.0);
    let problem = problem.0;
    let fixed = disabled_reason.0.is_some();
    let help = disabled_reason.0.or(help.0);
    let wrong = problem.is_some();
    let bare = look == Look::Bare;
    let described = described_by(&id, [("problem", wrong), ("help", help.is_some())]).filter(|_| !bare);
    let options = groups
        .into_iter()
        .map(|group| {
            let options: Vec<_> = group.choices.into_iter().map(|choice| option_view(choice, &picked)).collect();
            match group.label {
                Some(label) => view! { <optgroup label=label>{options}</optgroup> }.into_any(),
                None => options.into_any(),
            }
        })
        .collect::<Vec<_>>();
    let select = view! {
        <select
            class="input select"
            id=id.clone()
            name=name
            form=form
            disabled=fixed
            aria-label=bare.then(|| label.clone())
            aria-invalid=wrong.then_some("true")
            aria-describedby=described
            title=help.clone().filter(|_| bare)
        >
            {options}
        </select>
    };
    match look {
        Look::Bare => select.into_any(),
        Look::Labelled => view! {
            <ControlFrame id=id label=label mark=mark problem=problem help=help>
                {select}
            </ControlFrame>
        }
        .into_any(),
    }
}
