//! A calm piece of advice beside the place where it is needed.

use leptos::prelude::*;

use super::{Glyph, Icon};

#[component]
pub fn Tip(
    /// Another icon.
    #[prop(default = Icon::Info)]
    icon: Icon,
    /// Words in front, in bold.
    #[prop(optional, into)]
    title: Option<String>,
    /// The advice.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="tip" role="note">
            <Glyph icon=icon />
            <div class="tip-text">
                {title.map(|title| view! { <strong class="tip-title">{title}</strong> })}
                {children()}
            </div>
        </div>
    }
}
