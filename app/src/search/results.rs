//! What was found, on the page.

use super::groups::{Entry, Group};
use crate::text::texts;
use crate::ui::{EmptyState, Glyph, Icon};
use leptos::prelude::*;

/// How many results there are.
pub fn count(groups: &[Group]) -> String {
    let found: usize = groups.iter().map(|group| group.entries.len()).sum();
    texts().search.found(found)
}

#[component]
pub fn Results(groups: Vec<Group>) -> impl IntoView {
    let text = &texts().search;
    let count = count(&groups);
    let nothing =
        groups.is_empty().then(|| view! { <EmptyState title=text.none text=text.none_text icon=Icon::Search /> });
    view! {
        <p class="visually-hidden" role="status" data-count>
            {count}
        </p>
        {nothing}
        {groups.into_iter().map(|group| view! { <Section group=group /> }).collect_view()}
    }
}

#[component]
fn Section(group: Group) -> impl IntoView {
    let Group { key, title, entries, more } = group;
    let id = format!("found-{key}");
    let named = id.clone();
    let more = more.map(|(href, label)| view! { <p class="found-more"><a href=href>{label}</a></p> });
    view! {
        <section class="found" data-key=key aria-labelledby=named>
            <h2 class="found-title" id=id>
                {title}
            </h2>
            <ul class="found-list" data-rows>
                {entries.into_iter().map(|entry| view! { <Row entry=entry /> }).collect_view()}
            </ul>
            {more}
        </section>
    }
}

#[component]
fn Row(entry: Entry) -> impl IntoView {
    let key = entry.href.clone();
    let href = entry.href.clone();
    view! {
        <li data-key=key>
            <a class="found-link" href=href>
                <EntryContent entry=entry />
            </a>
        </li>
    }
}

/// What stands in the link of one that was found.
#[component]
pub fn EntryContent(entry: Entry) -> impl IntoView {
    let note = (!entry.note.is_empty()).then(|| view! { " " <span class="found-note">{entry.note}</span> });
    view! {
        <Glyph icon=entry.icon />
        <span class="found-name"><bdi>{entry.name}</bdi></span>
        {note}
    }
}
