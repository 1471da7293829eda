//! What text boxes, text areas and selects have in common: the frame with label, help and problem.

use leptos::prelude::*;

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

/// The value of `aria-describedby`: the ids of those of two lines that are there, each named by how its id ends.
pub(super) fn described_by(id: &str, lines: [(&str, bool); 2]) -> Option<String> {
    let ids: Vec<String> =
        lines.iter().filter(|(_, is_there)| *is_there).map(|(end, _)| format!("{id}-{end}")).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
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
    problem: Option<String>,
    /// What belongs into the control.
    help: Option<String>,
    children: Children,
) -> impl IntoView {
    let problem_id = format!("{id}-problem");
    let help_id = format!("{id}-help");
    let wrong = problem.is_some();
    view! {
        <div class="field" class:field-bad=wrong>
            <div class="field-top">
                <label class="field-label" for=id>
                    {label}
                </label>
                {mark.map(|mark| view! { <span class="field-mark">{mark}</span> })}
            </div>
            {children()}
            {problem.map(|text| view! { <p class="field-problem" id=problem_id>{text}</p> })}
            {help.map(|text| view! { <p class="field-help" id=help_id>{text}</p> })}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids() {
        assert_eq!(field_id("change[first_name]"), "change-first_name");
        assert_eq!(field_id("change[services][svc-1][]"), "change-services-svc-1");
        assert_eq!(field_id("email"), "email");
    }

    #[test]
    fn a_control_is_described_by_what_is_there() {
        let described = |problem, help| described_by("email", [("problem", problem), ("help", help)]);
        assert_eq!(described(true, true).as_deref(), Some("email-problem email-help"));
        assert_eq!(described(false, true).as_deref(), Some("email-help"));
        assert_eq!(described(false, false), None);
    }
}
