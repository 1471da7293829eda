//! Tabs that are links: each has an address of its own.

use leptos::prelude::*;

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
    #[prop(into)] href: Signal<String>,
    #[prop(into)] label: String,
    /// Whether this is the page shown.
    #[prop(optional, into)]
    current: Signal<bool>,
    /// How many things are there.
    #[prop(optional, into)]
    count: MaybeProp<String>,
) -> impl IntoView {
    view! {
        <a
            class="tab"
            href=move || href.get()
            aria-current=move || current.get().then_some("page")
        >
            {label}
            {move || count.get().map(|count| view! { <span class="tab-count">{count}</span> })}
        </a>
    }
}
