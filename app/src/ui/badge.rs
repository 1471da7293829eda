//! A word that marks a state.

use leptos::prelude::*;

use super::{Glyph, Icon, Tone};

#[component]
pub fn Badge(
    /// What it means.
    #[prop(optional)]
    tone: Tone,
    /// An icon before the word.
    #[prop(optional, into)]
    icon: Option<Icon>,
    children: Children,
) -> impl IntoView {
    view! {
        <span class=format!("badge badge-{}", tone.key())>
            {icon.map(|icon| view! { <Glyph icon=icon /> })}
            {children()}
        </span>
    }
}
