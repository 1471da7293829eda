//! The search field of a list: a GET form, whose answer is the list with what was found.

use crate::text::texts;
use crate::ui::{Button, EmptyState, Field, FieldKind, Icon, LinkButton};
use leptos::prelude::*;

/// The field, and the button for browsers without scripts.
#[component]
pub fn ListSearch(
    /// The address of the list.
    href: String,
    /// What the search is called in it.
    #[prop(default = "search")]
    name: &'static str,
    /// What is searched.
    label: &'static str,
    /// What is searched for now.
    value: String,
    /// What else the address says.
    #[prop(optional_no_strip)]
    query: Option<(&'static str, String)>,
) -> impl IntoView {
    let kept = query.map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    view! {
        <form class="filters" method="get" role="search" action=href data-live=true>
            <div class="filters-search">
                <Field label=label name=name kind=FieldKind::Search value=value maxlength=200_u32 />
            </div>
            {kept}
            <Button>{texts().search.find}</Button>
        </form>
    }
}

/// What stands where nothing was found.
#[component]
pub fn NothingFound(
    /// The address of the whole list.
    show_all: String,
) -> impl IntoView {
    let text = &texts().search;
    view! {
        <EmptyState title=text.none text=text.none_text icon=Icon::Search>
            <LinkButton href=show_all>{text.show_all}</LinkButton>
        </EmptyState>
    }
}
