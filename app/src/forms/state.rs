//! What a form knows of its last attempt, and what its fields make of it.

use super::FormEcho;
use crate::text::texts;
use domain::error::PortalError;
use domain::problem::Problem;
use leptos::prelude::{expect_context, with_context};
use std::sync::Arc;

/// What a form knows of its last attempt, for what stands in it.
#[derive(Clone)]
pub struct FormState {
    /// Why the last attempt failed. Nothing while there was none.
    pub error: Option<PortalError>,
    echo: Option<Arc<FormEcho>>,
}

impl FormState {
    pub(super) fn new(error: Option<PortalError>, echo: Option<FormEcho>) -> Self {
        Self { error, echo: echo.map(Arc::new) }
    }

    /// The form as it was posted; `None` for a fresh form.
    pub fn echo(&self) -> Option<&FormEcho> {
        self.echo.as_deref()
    }

    /// Whether a box was ticked in the posted form; `None` for a fresh form, which begins as it is.
    pub fn ticked(&self, name: &str, value: &str) -> Option<bool> {
        self.echo().map(|echo| echo.ticked(name, value))
    }

    /// What is wrong with the field posted under `name`.
    pub fn problem(&self, name: &str) -> Option<String> {
        let key = field_key(name);
        Some(texts().field_problem(&key, self.found(&key)?))
    }

    fn found(&self, key: &str) -> Option<&Problem> {
        let Some(PortalError::Invalid { fields }) = &self.error else { return None };
        fields.iter().find(|problem| problem.field == key).map(|found| &found.problem)
    }
}

/// What is wrong with the field posted under `name`, in the form around. Forms of many fields ask this: the state is as long
/// as all their problems, and is not copied for each of them.
pub fn form_problem(name: &str) -> Option<String> {
    let key = field_key(name);
    let found = with_context(|state: &FormState| state.found(&key).cloned()).flatten()?;
    Some(texts().field_problem(&key, &found))
}

/// The state of the form around.
///
/// # Panics
/// Outside of a [`Form`].
pub fn form_state() -> FormState {
    expect_context()
}

/// What a field needs of its form.
#[derive(Clone)]
pub struct FormField {
    /// What was posted, for the field to begin with; `None` in a fresh form.
    pub value: Option<String>,
    /// What is wrong with it.
    pub problem: Option<String>,
}

impl FormField {
    /// What the field begins with: what was posted, else `fresh`.
    pub fn or(&self, fresh: &str) -> String {
        self.value.clone().unwrap_or_else(|| fresh.to_owned())
    }
}

/// The field posted under `name`, `change[first_name]` say, in the form around.
///
/// # Panics
/// Outside of a [`Form`].
pub fn form_field(name: &str) -> FormField {
    let state = form_state();
    let value = state.echo().and_then(|echo| echo.value(name)).map(str::to_owned);
    FormField { value, problem: state.problem(name) }
}

/// The name of a field in its command: `first_name` for `change[first_name]`, `services.ID` for `change[services][ID][]`.
fn field_key(name: &str) -> String {
    let parts: Vec<&str> = name.split(['[', ']']).filter(|part| !part.is_empty()).collect();
    match parts.split_first() {
        Some((first, [])) => (*first).to_owned(),
        Some((_, rest)) => rest.join("."),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_are_named_after_their_fields() {
        assert_eq!(field_key("change[first_name]"), "first_name");
        assert_eq!(field_key("change[privileges][]"), "privileges");
        assert_eq!(field_key("change[services][0192][]"), "services.0192");
        assert_eq!(field_key("next"), "next");
    }
}
