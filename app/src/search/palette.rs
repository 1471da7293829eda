//! What was found, as the list of the palette: its program shows it below its field, and chooses among the options.

use super::groups::{Entry, Group};
use super::results::{EntryContent, count};
use crate::text::texts;
use leptos::prelude::*;

/// The list, what is said of it, and which keys choose.
#[component]
pub fn Palette(
    groups: Vec<Group>,
    /// Where the sheet of keys is.
    keys: String,
) -> impl IntoView {
    let text = &texts().search;
    let (nothing, any) = (groups.is_empty(), !groups.is_empty());
    let said = if nothing { text.none.to_owned() } else { count(&groups) };
    view! {
        <div data-part="palette">
            <div class="palette-list" id="palette-list" role="listbox" aria-label=text.results hidden=nothing>
                {groups.into_iter().map(|group| view! { <Options group=group /> }).collect_view()}
            </div>
            <p class="palette-said" class:visually-hidden=any role="status">
                {said}
            </p>
            <p class="palette-foot">
                <span>{text.palette_keys}</span>
                <a href=keys data-dialog>
                    {text.keys.title}
                </a>
            </p>
        </div>
    }
}

#[component]
fn Options(group: Group) -> impl IntoView {
    let Group { key, title, entries, more } = group;
    let id = format!("palette-{key}");
    let named = id.clone();
    let more = more.map(|(href, label)| {
        view! {
            <a class="found-link palette-more" role="option" aria-selected="false" tabindex="-1" href=href>
                {label}
            </a>
        }
    });
    view! {
        <div role="group" aria-labelledby=named>
            <div class="palette-title" id=id>
                {title}
            </div>
            {entries.into_iter().map(|entry| view! { <Choice entry=entry /> }).collect_view()}
            {more}
        </div>
    }
}

#[component]
fn Choice(entry: Entry) -> impl IntoView {
    let href = entry.href.clone();
    view! {
        <a class="found-link" role="option" aria-selected="false" tabindex="-1" href=href>
            <EntryContent entry=entry />
        </a>
    }
}
