//! The first services of the list, with where they stand.

use crate::services::{StateText, StatusBadge, kind_icon};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Glyph, Panel};
use domain::operation::OperationSet;
use domain::paths;
use domain::service::ServiceRow;
use leptos::prelude::*;

/// How many of the operations are named that one may use on a service.
const NAMED: usize = 3;

pub fn panel(rows: Vec<ServiceRow>) -> impl IntoView {
    let text = texts();
    let acting = use_account().acting;
    let all =
        view! { <p><a class="onward" href=paths::services(acting)>{text.accounts.dashboard.all_services}</a></p> };
    let none = rows.is_empty().then(|| view! { <p class="muted">{text.services.none}</p> });
    let rows = rows.into_iter().map(|row| {
        let state = row.state.map(|state| view! { <StateText state=state short=true /> });
        view! {
            <li class="service" data-key=row.id.to_string()>
                <Glyph icon=kind_icon(row.kind) />
                <p class="service-what"><a href=paths::service(acting, row.id)>{row.name}</a><br /><span class="small muted">{row.product}</span></p>
                <p class="service-state">{state} <StatusBadge status=row.status expiring=row.expiring /></p>
                {may(row.operations)}
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Panel title=text.shell.services>
            {none}
            <ul class="service-list">{rows}</ul>
            {all}
        </Panel>
    }
}

/// What one may do on a service, beside looking at it.
fn may(operations: OperationSet) -> Option<impl IntoView> {
    let text = texts();
    let mut names: Vec<&str> = operations.iter().map(|operation| text.rights.operation(operation)).collect();
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let first = names.join(", ");
    let said = if more > 0 { format!("{first} {}", text.accounts.dashboard.others(more)) } else { first };
    (!operations.is_empty()).then(|| view! { <p class="service-may operations">{said}</p> })
}
