//! A row of a table of rights, of a service or a domain: what is on, and a box for each operation.

use leptos::prelude::*;

use super::boxes::{BoxView, Boxes};
use crate::text::texts;

/// The row: its name, what is on in words, and its cells.
#[component]
pub fn RightsRow(
    /// Its id in the form.
    id: String,
    class: Option<&'static str>,
    name: String,
    /// Beside the name.
    note: Option<&'static str>,
    /// What is on.
    on: String,
    /// Says that the row was in the form.
    shown: Option<AnyView>,
    cells: Vec<AnyView>,
) -> impl IntoView {
    let text = &texts().contacts.privileges;
    view! {
        <tr class=class id=id>
            <th scope="row">
                <span class="matrix-name">{name.clone()}</span>
                {note.map(|note| view! { <span class="matrix-note">{note}</span> })}
                <span class="row-on">{on}</span>
                // Opens the row. It belongs to no form.
                <span class="row-choice">
                    <label class="row-custom">
                        <input type="checkbox" class="row-open" form="-" aria-label=text.custom_on(&name) />
                        {text.custom}
                    </label>
                </span>
                {shown}
            </th>
            {cells}
        </tr>
    }
}

/// A box of the row.
#[component]
pub fn RightsCell(
    boxes: Boxes,
    /// How the box stands.
    state: BoxView,
    /// The id of the box, and the name and value that it posts.
    posted: (String, String, &'static str),
    /// Its right and where it holds, in words.
    label: String,
    /// Its right alone.
    short: &'static str,
    is_sensitive: bool,
) -> impl IntoView {
    let (BoxView { ticked, locked, noted }, (id, name, value)) = (state, posted);
    let (covered, is_locked) = (noted.is_some(), locked.is_some());
    // On a still page a cell that the row of all covers can still be ticked; it says so.
    let why = locked.or(noted).map(|lock| boxes.reason(lock));
    view! {
        <td class=is_sensitive.then_some("is-sensitive") class:matrix-covered=covered>
            <label>
                <input
                    type="checkbox"
                    id=id
                    name=name
                    value=value
                    checked=ticked
                    disabled=is_locked
                    aria-label=label
                    title=why
                />
                <span>{short}</span>
            </label>
        </td>
    }
}
