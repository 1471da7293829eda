//! What stands where a list would be, and says what to do.

use leptos::prelude::*;

use super::{Glyph, Icon};

#[component]
pub fn EmptyState(
    #[prop(into)] title: String,
    /// What to do, or why it is so.
    #[prop(into)]
    text: String,
    /// A drawing above.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// Buttons that do it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            {icon.map(|icon| view! { <div class="empty-icon"><Glyph icon=icon /></div> })}
            <h2 class="empty-title">{title}</h2>
            <p class="empty-text">{text}</p>
            {children.map(|children| view! { <div class="empty-actions">{children()}</div> })}
        </div>
    }
}
