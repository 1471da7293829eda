//! Tables for work: a header that stays in sight, headers that sort by link, and cards instead of rows on a phone.

use leptos::attr::Attribute;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use super::{Glyph, Icon};

/// How a column is sorted now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By another column.
    #[default]
    Unsorted,
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

impl Sort {
    const fn aria(self) -> &'static str {
        match self {
            Self::Unsorted => "none",
            Self::Ascending => "ascending",
            Self::Descending => "descending",
        }
    }
}

/// A table with its frame. The children are `<thead>` and `<tbody>`.
#[component]
pub fn TableFrame(
    /// The accessible name of the table.
    #[prop(into)]
    label: String,
    /// Further class names of the table.
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let class = if class.is_empty() { "table".to_owned() } else { format!("table {class}") };
    view! {
        <div class="table-frame">
            <table class=class aria-label=label>
                {children()}
            </table>
        </div>
    }
}

/// The header of a column that can be sorted, a link that sorts it.
#[component]
pub fn SortHeader(
    /// The name of the column.
    #[prop(into)]
    label: String,
    /// The address that sorts by this column, the other way round if it is sorted by it already.
    #[prop(into)]
    href: String,
    /// How it is sorted now.
    #[prop(optional)]
    sort: Sort,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let icon = match sort {
        Sort::Unsorted => None,
        Sort::Ascending => Some(Icon::ChevronUp),
        Sort::Descending => Some(Icon::ChevronDown),
    };
    view! {
        <th scope="col" aria-sort=sort.aria()>
            <a class="table-sort" href=href>
                {label}
                <span class="table-sort-mark">{icon.map(|icon| view! { <Glyph icon=icon /> })}</span>
            </a>
        </th>
    }
    .add_any_attr(filled(class))
}

/// The header of a column.
#[component]
pub fn HeaderCell(
    /// The name of the column.
    #[prop(into)]
    label: String,
    /// Further class names; `visually-hidden-header` hides the name from sight only.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    view! { <th scope="col"><span class="th-text">{label}</span></th> }.add_any_attr(filled(class))
}

/// A cell that carries the name of its column, shown beside the value on a phone.
#[component]
pub fn Cell(
    /// The name of the column.
    #[prop(into)]
    label: String,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    view! { <td data-label=label>{children()}</td> }.add_any_attr(filled(class))
}

/// The attribute with class names where there are any: an empty one would be said in every cell.
fn filled(class: String) -> impl Attribute {
    custom_attribute("class", (!class.is_empty()).then_some(class))
}
