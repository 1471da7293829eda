//! One choice out of a list.

use leptos::{html, prelude::*};

use super::control::{ControlFrame, Look, described_by, field_id, keep_in_step};

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
    /// What is picked at first; later changes are written into it.
    #[prop(optional, into)]
    value: MaybeProp<String>,
    /// What is wrong with the value.
    #[prop(optional, into)]
    problem: MaybeProp<String>,
    /// What to pick.
    #[prop(optional, into)]
    help: MaybeProp<String>,
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
    disabled_reason: MaybeProp<String>,
    /// Runs with the value when another choice is picked.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| field_id(&name));
    let node = NodeRef::<html::Select>::new();
    let initial = shown(&groups, value.get_untracked());
    keep_in_step(node, initial.clone(), value, on_change);
    let explanation = Signal::derive(move || disabled_reason.get().or_else(|| help.get()));
    let described = described_by(&id, problem, explanation.into());
    let bare = look == Look::Bare;
    let options = groups
        .into_iter()
        .map(|group| {
            let options: Vec<_> = group.choices.into_iter().map(|choice| option_view(choice, &initial)).collect();
            match group.label {
                Some(label) => view! { <optgroup label=label>{options}</optgroup> }.into_any(),
                None => options.into_any(),
            }
        })
        .collect::<Vec<_>>();
    let select = view! {
        <select
            node_ref=node
            class="input select"
            id=id.clone()
            name=name
            form=form
            disabled=move || disabled_reason.get().is_some()
            aria-label=bare.then(|| label.clone())
            aria-invalid=move || problem.get().map(|_| "true")
            aria-describedby=move || if bare { None } else { described.get() }
            title=move || if bare { explanation.get() } else { None }
            on:change=move |event| {
                if let Some(on_change) = on_change {
                    on_change.run(event_target_value(&event));
                }
            }
        >
            {options}
        </select>
    };
    match look {
        Look::Bare => select.into_any(),
        Look::Labelled => view! {
            <ControlFrame id=id label=label mark=mark problem=problem help=explanation.into()>
                {select}
            </ControlFrame>
        }
        .into_any(),
    }
}
