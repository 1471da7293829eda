//! Names and values, one under the other.

use leptos::prelude::*;

/// A list of names and values.
#[component]
pub fn Definitions(children: Children) -> impl IntoView {
    view! { <dl class="definitions">{children()}</dl> }
}

/// One name with its value.
#[component]
pub fn Definition(#[prop(into)] term: String, children: Children) -> impl IntoView {
    view! {
        <div class="definition">
            <dt>{term}</dt>
            <dd>{children()}</dd>
        </div>
    }
}
