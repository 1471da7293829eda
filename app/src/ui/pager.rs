//! The way to the pages before and after this one.

use leptos::{either::Either, prelude::*};

use super::{Glyph, Icon};

/// Previous and Next; an end of the list shows its link greyed out.
#[component]
pub fn Pager(
    /// The accessible name of the navigation.
    #[prop(into)]
    label: String,
    /// The address of the page before.
    previous: Option<String>,
    /// The address of the page after.
    next: Option<String>,
    /// The text of the link back.
    #[prop(into)]
    previous_label: String,
    /// The text of the link on.
    #[prop(into)]
    next_label: String,
    /// What is shown, such as "1 to 50 of 1,000+".
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <nav class="pager" aria-label=label>
            <p class="pager-text">{children.map(|children| children())}</p>
            <div class="pager-links">
                {step(previous, previous_label, Icon::ArrowLeft, "prev")}
                {step(next, next_label, Icon::ArrowRight, "next")}
            </div>
        </nav>
    }
}

fn step(href: Option<String>, label: String, icon: Icon, rel: &'static str) -> impl IntoView {
    let class = format!("button pager-{rel}");
    let face = view! {
        <Glyph icon=icon />
        <span class="button-text">{label}</span>
    };
    match href {
        Some(href) => Either::Left(view! { <a class=class href=href rel=rel>{face}</a> }),
        None => Either::Right(view! { <span class=class role="link" aria-disabled="true">{face}</span> }),
    }
}
