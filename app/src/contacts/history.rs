//! What was changed about a contact, in words.

use domain::audit::Change;
use domain::contact::HistoryEntry;
use leptos::prelude::*;

use super::contact_form::Changes;
use crate::text::texts;
use crate::ui::{Glyph, Icon, Moment, Panel};

/// The timeline, latest first.
#[component]
pub fn History(entries: Vec<HistoryEntry>) -> impl IntoView {
    let text = &texts().contacts;
    let first = entries.len().saturating_sub(1);
    let items = entries
        .into_iter()
        .enumerate()
        .map(|(index, entry)| {
            let HistoryEntry { at, by, changes } = entry;
            let by = texts().lists.by_whom(&by);
            let changes: Vec<Change> = changes.into_iter().map(Change::from).collect();
            let empty = changes.is_empty();
            let icon = if index == first { Icon::Plus } else { Icon::Pencil };
            let (title, body) = match (empty, index == first) {
                (true, true) => ((text.added)(&by), ().into_any()),
                (true, false) => {
                    ((text.changed_by)(&by), view! { <p class="muted">{text.nothing_changed}</p> }.into_any())
                }
                (false, _) => ((text.changed_by)(&by), view! { <Changes changes=changes /> }.into_any()),
            };
            view! {
                <li class="timeline-item">
                    <span class="timeline-mark">
                        <Glyph icon=icon />
                    </span>
                    <div class="timeline-body">
                        <p class="timeline-text">{title}</p>
                        {body}
                        <p class="timeline-when">
                            <Moment instant=at.iso text=at.text />
                        </p>
                    </div>
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <Panel title=text.history>
            <ol class="timeline">{items}</ol>
        </Panel>
    }
}
