//! Whom a question about many is about: the first few by name, and how many more there are.

use domain::list::Total;
use leptos::prelude::*;

use super::notice::NAMED;
use crate::text::texts;

/// The names, in a list.
#[component]
pub fn Whom(
    /// Names of those it is about, the first ones at least.
    names: Vec<String>,
    /// How many they are in all.
    total: Total,
) -> impl IntoView {
    let text = &texts().contacts;
    let first: Vec<String> = names.into_iter().take(NAMED).collect();
    let shown = i64::try_from(first.len()).unwrap_or(0);
    let more = match total {
        Total::Exact(all) if all <= shown => None,
        Total::Exact(all) => Some(text.and_more(usize::try_from(all - shown).unwrap_or(0))),
        Total::Many => Some(text.and_others.to_owned()),
    };
    view! {
        <ul class="whom">
            {first.into_iter().map(|name| view! { <li>{name}</li> }).collect::<Vec<_>>()}
            {more.map(|more| view! { <li class="muted">{more}</li> })}
        </ul>
    }
}
