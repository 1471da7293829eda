//! What a step before did, at the top of the page that it led to.

use leptos::prelude::*;

use super::{Banner, Tone};

/// Says it, where there is something to say. Its place is there without it too: what appears in it is read out. News of
/// others leave it in sight; the next step takes it.
#[component]
pub fn SaidNotice(
    /// What was done.
    text: Option<&'static str>,
) -> impl IntoView {
    view! {
        <div class="when-said" role="status" data-key="said" data-once=text.is_some()>
            {text.map(|text| view! { <Banner tone=Tone::Good>{text}</Banner> })}
        </div>
    }
}
