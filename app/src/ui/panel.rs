//! A framed part of a page.

use leptos::prelude::*;

/// A part of a page, with a heading where it has a title.
#[component]
pub fn Panel(
    #[prop(optional, into)] title: Option<String>,
    /// A line below it.
    #[prop(optional, into)]
    lead: Option<String>,
    /// Buttons and links at the right of the heading.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let head = title.map(|title| {
        view! {
            <div class="panel-head">
                <div>
                    <h2 class="panel-title">{title}</h2>
                    {lead.map(|lead| view! { <p class="panel-lead">{lead}</p> })}
                </div>
                {actions.map(|actions| view! { <div class="panel-actions">{actions.run()}</div> })}
            </div>
        }
    });
    view! {
        <section class=format!("panel {class}")>
            {head}
            {children()}
        </section>
    }
}
