//! Whom a question about many is about: the first few by name, and how many more there are.

use domain::list::Total;
use leptos::prelude::*;

use super::notice::NAMED;
use crate::text::texts;

/// The names, in a list.
#[component]
pub fn Whom(
    /// Names of those it is about, the first ones at least.
    names: Signal<Vec<String>>,
    /// How many they are in all.
    total: Signal<Total>,
) -> impl IntoView {
    let text = &texts().contacts;
    let first = move || names.with(|names| names.iter().take(NAMED).cloned().collect::<Vec<_>>());
    let more = move || {
        let shown = i64::try_from(names.with(Vec::len).min(NAMED)).unwrap_or(0);
        match total.get() {
            Total::Exact(all) if all <= shown => None,
            Total::Exact(all) => Some((text.and_more)(usize::try_from(all - shown).unwrap_or(0))),
            Total::Many => Some(text.and_others.to_owned()),
        }
    };
    view! {
        <ul class="whom">
            {move || first().into_iter().map(|name| view! { <li>{name}</li> }).collect::<Vec<_>>()}
            {move || more().map(|more| view! { <li class="muted">{more}</li> })}
        </ul>
    }
}
