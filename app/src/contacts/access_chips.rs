//! What somebody may do, in a cell of the list: the first of it as chips, and how much more there is.

use domain::contact::ContactRow;
use leptos::prelude::*;

use crate::text::texts;

/// How many chips a cell has.
const SHOWN: usize = 2;

/// The chips; plain words where there is nothing to list.
pub fn access_chips(row: &ContactRow) -> AnyView {
    let text = &texts().rights;
    if row.owner.is_some() {
        return text.everything.into_any();
    }
    let mut parts = text.access_parts(&row.access, row.only_service.as_ref());
    if parts.is_empty() {
        return text.nothing.into_any();
    }
    let hidden = parts.split_off(parts.len().min(SHOWN));
    let more = (!hidden.is_empty()).then(|| {
        view! {
            <span class="chip" title=hidden.join(", ")>
                {format!("+{}", hidden.len())}
            </span>
        }
    });
    // A space between them, for whoever reads or copies the text.
    let chips = parts.into_iter().map(|part| view! { <span class="chip">{part}</span> " " }).collect::<Vec<_>>();
    view! { {chips} {more} }.into_any()
}
