//! A message across the width of a page or section.

use leptos::prelude::*;

use super::{Glyph, Icon, Tone};

/// A banner, with buttons at its right end where it has some.
#[component]
pub fn Banner(
    /// What it means.
    #[prop(optional)]
    tone: Tone,
    /// Another icon than that of the tone.
    #[prop(optional, into)]
    icon: Option<Icon>,
    /// Buttons and links at the right end.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=format!("banner banner-{}", tone.key())>
            <Glyph icon=icon.unwrap_or(tone.icon()) />
            <div class="banner-text">{children()}</div>
            {actions.map(|actions| view! { <div class="banner-actions">{actions.run()}</div> })}
        </div>
    }
}
