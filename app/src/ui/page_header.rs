//! The head of a page: its title, a line on what it is for, and its actions at the top right.

use leptos::prelude::*;

use super::{Glyph, Icon, OptionalText};

/// A page's head. The children are the actions.
#[component]
pub fn PageHeader(
    #[prop(into)] title: String,
    /// A line below it.
    #[prop(optional, into)]
    lead: OptionalText,
    /// The page one level up.
    #[prop(optional, into)]
    back_href: Option<String>,
    /// The name of the page one level up.
    #[prop(optional, into)]
    back_label: String,
    /// A badge beside the title.
    #[prop(optional, into)]
    badge: Option<ViewFnOnce>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page-header">
            {back_href
                .map(|href| {
                    view! {
                        <a class="page-header-back" href=href>
                            <Glyph icon=Icon::ArrowLeft />
                            {back_label}
                        </a>
                    }
                })}
            <div class="page-header-row">
                <div class="page-header-text">
                    <div class="page-header-title">
                        <h1>{title}</h1>
                        {badge.map(ViewFnOnce::run)}
                    </div>
                    {lead.0.map(|lead| view! { <p class="page-header-lead">{lead}</p> })}
                </div>
                {children
                    .map(|children| view! { <div class="page-header-actions">{children()}</div> })}
            </div>
        </header>
    }
}
