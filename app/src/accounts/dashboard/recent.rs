//! The latest events, a line each.

use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Moment, Panel};
use domain::audit::ActivityRow;
use domain::by::By;
use domain::paths;
use leptos::prelude::*;

/// How many are named of those that something was done to.
const NAMED: usize = 2;

pub fn panel(rows: Vec<ActivityRow>) -> impl IntoView {
    let text = texts();
    let all = view! { <p><a class="onward" href=paths::activity(use_account().acting)>{text.accounts.dashboard.all_activity}</a></p> };
    let none = rows.is_empty().then(|| view! { <p class="muted">{text.accounts.activity.none}</p> });
    let rows = rows.into_iter().map(|row| {
        let done = text.deed(row.kind, row.noted.as_ref(), row.targets.len()).with(&targets(&row));
        let (by, at) = (who(&row.by), row.at.clone());
        view! {
            <li>
                <strong>{by}</strong> " " {done} <br />
                <span class="small muted"><Moment instant=at.iso text=at.text /></span>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Panel title=text.accounts.dashboard.recent>
            {none}
            <ul class="recent">{rows}</ul>
            {all}
        </Panel>
    }
}

fn who(by: &By) -> String {
    let text = &texts().accounts.activity;
    match by {
        By::Provider => text.your_provider.to_owned(),
        By::Person { name, .. } if name.is_empty() => text.unnamed_contact.to_owned(),
        By::Person { name, .. } => name.clone(),
    }
}

/// To whom it was done.
fn targets(row: &ActivityRow) -> String {
    let text = &texts().accounts;
    let first = row.targets.iter().take(NAMED);
    let names = first.map(|(_, name)| name.as_deref().unwrap_or(text.activity.unnamed_contact));
    let names = names.collect::<Vec<_>>().join(", ");
    match row.targets.len().saturating_sub(NAMED) {
        0 => names,
        more => format!("{names} {}", text.dashboard.others(more)),
    }
}
