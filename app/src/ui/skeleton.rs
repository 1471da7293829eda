//! The shape of a list while it is fetched, on navigation within the page only.

use leptos::prelude::*;

/// Grey rows in place of a table.
#[component]
pub fn SkeletonRows(
    /// What is being fetched, for those who can't see it.
    #[prop(into)]
    label: String,
    #[prop(default = 8)] rows: usize,
    #[prop(default = 4)] columns: usize,
) -> impl IntoView {
    let row = move || {
        let bars = (0..columns).map(|_| view! { <span class="skeleton-bar"></span> }).collect::<Vec<_>>();
        view! { <div class="skeleton-row">{bars}</div> }
    };
    view! {
        <div class="skeleton" role="status" aria-label=label>
            {(0..rows).map(|_| row()).collect::<Vec<_>>()}
        </div>
    }
}
