//! Controls that belong together, under one heading.

use leptos::prelude::*;

/// A group of controls with a legend.
#[component]
pub fn Fieldset(
    #[prop(into)] legend: String,
    /// A line below the heading.
    #[prop(optional, into)]
    help: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="fieldset">
            <legend class="fieldset-legend">{legend}</legend>
            {help.map(|help| view! { <p class="fieldset-help">{help}</p> })}
            {children()}
        </fieldset>
    }
}
