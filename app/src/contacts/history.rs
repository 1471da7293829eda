//! What was changed about a contact, in words.

use domain::audit::Change;
use domain::contact::HistoryEntry;
use domain::id::ContactId;
use domain::list::Page;
use domain::paths;
use leptos::prelude::*;

use super::conflict::Changes;
use crate::shell::{ListPager, use_account};
use crate::text::texts;
use crate::ui::{Glyph, Icon, Moment, Panel};

/// What the cursor of the history is called in the address of a contact's page.
pub const HISTORY: &str = "history";

/// A page of the timeline, latest first.
#[component]
pub fn History(contact: ContactId, page: Page<HistoryEntry>) -> impl IntoView {
    let text = &texts().contacts.page;
    let several = page.has_neighbours();
    let Page { rows, total, previous, next } = page;
    // With the oldest entry the contact was added.
    let first = next.is_none().then(|| rows.len().saturating_sub(1));
    let items = rows
        .into_iter()
        .enumerate()
        .map(|(index, entry)| {
            let HistoryEntry { at, by, changes } = entry;
            let by = texts().accounts.activity.by_whom(&by);
            let changes: Vec<Change> = changes.into_iter().map(Change::from).collect();
            let empty = changes.is_empty();
            let is_first = first == Some(index);
            let icon = if is_first { Icon::Plus } else { Icon::Pencil };
            let (title, body) = match (empty, is_first) {
                (true, true) => (text.added(&by), ().into_any()),
                (true, false) => {
                    (text.changed_by(&by), view! { <p class="muted">{text.nothing_changed}</p> }.into_any())
                }
                (false, _) => (text.changed_by(&by), view! { <Changes changes=changes /> }.into_any()),
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
    let pager = several.then(|| {
        let (href, total) = (paths::contact(use_account().acting, contact), texts().accounts.activity.count(total));
        view! { <ListPager href=href list=HISTORY previous=previous next=next total=total /> }
    });
    view! {
        <Panel title=text.history>
            <ol class="timeline">{items}</ol>
            {pager}
        </Panel>
    }
}
