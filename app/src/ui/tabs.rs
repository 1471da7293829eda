//! Tabs that are links: each has an address of its own.

use leptos::prelude::*;

use super::OptionalText;

/// A row of tabs.
#[component]
pub fn Tabs(
    /// The accessible name of the navigation.
    #[prop(into)]
    label: String,
    children: Children,
) -> impl IntoView {
    view! {
        <nav class="tabs" aria-label=label>
            {children()}
        </nav>
    }
}

#[component]
pub fn Tab(
    #[prop(into)] href: String,
    #[prop(into)] label: String,
    /// Whether this is the page shown.
    #[prop(optional)]
    current: bool,
    /// How many things are there.
    #[prop(optional, into)]
    count: OptionalText,
) -> impl IntoView {
    view! {
        <a class="tab" href=href aria-current=current.then_some("page")>
            {label}
            {count.0.map(|count| view! { <span class="tab-count">{count}</span> })}
        </a>
    }
}
