//! Saying that an address which reads like another one is meant so: asked only where there is such an address.

use crate::forms::form_state;
use crate::text::texts;
use crate::ui::Checkbox;
use domain::error::PortalError;
use domain::problem::Problem;
use leptos::prelude::*;

/// The box, once the form came back for it. What was answered once stays answered while the form is mended elsewhere.
#[component]
pub fn LookalikeConfirmation() -> impl IntoView {
    let state = form_state();
    let ticked = state.ticked("change[meant]", "true").unwrap_or(false);
    let asked = match &state.error {
        Some(PortalError::Invalid { fields }) => {
            fields.iter().any(|field| matches!(field.problem, Problem::Lookalike { .. }))
        }
        _ => false,
    };
    (asked || ticked)
        .then(|| view! { <Checkbox label=texts().contacts.form.meant name="change[meant]" checked=ticked /> })
}
