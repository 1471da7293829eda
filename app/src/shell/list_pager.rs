//! The way through a list of pages.

use crate::text::texts;
use crate::ui::Pager;
use domain::paths;
use leptos::prelude::*;

/// What the cursor is called in the address of a page with one list.
pub const CURSOR: &str = "cursor";

/// Previous and Next of a list whose pages differ in their cursor only.
#[component]
pub fn ListPager(
    /// The address of the first page.
    href: String,
    /// What else the address says.
    #[prop(optional)]
    query: Vec<(&'static str, String)>,
    /// What the cursor is called in the address.
    #[prop(default = CURSOR)]
    list: &'static str,
    /// The cursor of the page before.
    previous: Option<String>,
    /// The cursor of the page after.
    next: Option<String>,
    /// How many rows there are.
    total: String,
) -> impl IntoView {
    let text = &texts().contacts.list;
    let turn = |cursor: Option<String>| {
        let address = |cursor: String| {
            let query = query.iter().map(|(name, value)| (*name, value.as_str()));
            paths::with_query(href.clone(), query.chain([(list, cursor.as_str())]))
        };
        cursor.map(address)
    };
    let (previous, next) = (turn(previous), turn(next));
    view! {
        <Pager
            label=text.pages
            previous=previous
            next=next
            previous_label=text.previous
            next_label=text.next
        >
            <span data-count=true>{total}</span>
        </Pager>
    }
}
