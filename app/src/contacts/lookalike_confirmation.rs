//! Saying that an address which reads like another one is meant so: asked only where there is such an address.

use crate::forms::form_state;
use crate::text::texts;
use crate::ui::Checkbox;
use domain::error::PortalError;
use domain::problem::Problem;
use leptos::prelude::*;

/// The box, once the form came back for it.
#[component]
pub fn LookalikeConfirmation() -> impl IntoView {
    let state = form_state();
    let was_ticked = state.ticked("change[meant]", "true").unwrap_or(false);
    let ticked = RwSignal::new(was_ticked);
    let asked = Memo::new(move |before: Option<&bool>| {
        let now = state.error.with(|error| match error {
            Some(PortalError::Invalid { fields }) => {
                fields.iter().any(|field| matches!(field.problem, Problem::Lookalike { .. }))
            }
            _ => false,
        });
        // What was answered once stays answered while the form is mended elsewhere.
        now || was_ticked || before.copied().unwrap_or(false)
    });
    move || {
        asked.get().then(|| {
            view! {
                <Checkbox
                    label=texts().contacts.form.meant
                    name="change[meant]"
                    checked=ticked
                    on_change=move |on| ticked.set(on)
                />
            }
        })
    }
}
