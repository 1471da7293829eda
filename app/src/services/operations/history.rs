//! What was done to a service: who asked for it, and what came of it.

use crate::shell::{ListPager, use_account};
use crate::text::texts;
use crate::ui::{Badge, Cell, HeaderCell, Moment, Panel, TableFrame, Tone};
use domain::by::By;
use domain::id::ServiceId;
use domain::list::Page;
use domain::operations::{OperationRow, OperationStatus};
use domain::paths;
use leptos::prelude::*;

/// The panel of the history.
#[component]
pub fn History(service: ServiceId, past: Page<OperationRow>) -> impl IntoView {
    let text = &texts().services.operations;
    let pager = past.has_neighbours().then(|| {
        let href = paths::service(use_account().acting, service);
        let (previous, next) = (past.previous.clone(), past.next.clone());
        view! { <ListPager href=href previous=previous next=next total=text.count(past.total) /> }
    });
    let content = if past.rows.is_empty() {
        view! { <p class="muted">{text.no_history}</p> }.into_any()
    } else {
        view! { <Table rows=past.rows /> }.into_any()
    };
    view! { <Panel title=text.history class="operation-history">{content} {pager}</Panel> }
}

#[component]
fn Table(rows: Vec<OperationRow>) -> impl IntoView {
    let text = &texts().services.operations;
    view! {
        <TableFrame label=text.history>
            <thead>
                <tr>
                    <HeaderCell label=text.what />
                    <HeaderCell label=text.outcome />
                    <HeaderCell label=text.who />
                    <HeaderCell label=text.when />
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(|row| view! { <Row row=row /> }).collect_view()}</tbody>
        </TableFrame>
    }
}

#[component]
fn Row(row: OperationRow) -> impl IntoView {
    let words = &texts().services.operations;
    let detail = row.detail.map(|detail| view! { <br /> <span class="small muted">{detail}</span> });
    let why = why(row.status).map(|why| view! { <br /> <span class="small">{why}</span> });
    let by = asker(&row.by);
    view! {
        <tr data-key=row.id.to_string()>
            <th scope="row" class="cell-title">{words.verb(row.verb)} {detail}</th>
            <Cell label=words.outcome>
                <Badge tone=tone(row.status)>{words.status(row.status)}</Badge>
                {why}
            </Cell>
            <Cell label=words.who>{by}</Cell>
            <Cell label=words.when><Moment instant=row.at.iso text=row.at.text /></Cell>
        </tr>
    }
}

/// Who asked, without their address.
pub fn asker(by: &By) -> String {
    let by = match by {
        By::Person { name, contact, .. } => By::Person { name: name.clone(), email: None, contact: *contact },
        By::Provider => By::Provider,
    };
    texts().accounts.activity.by(&by)
}

/// What whoever asked should know of an outcome.
fn why(status: OperationStatus) -> Option<&'static str> {
    let text = &texts().services.operations;
    match status {
        OperationStatus::Failed(reason) => Some(text.reason(reason)),
        OperationStatus::Unknown => Some(text.unknown_help),
        OperationStatus::Waiting | OperationStatus::Running { .. } | OperationStatus::Done => None,
    }
}

const fn tone(status: OperationStatus) -> Tone {
    match status {
        OperationStatus::Waiting | OperationStatus::Running { .. } => Tone::Info,
        OperationStatus::Done => Tone::Good,
        OperationStatus::Failed(_) => Tone::Bad,
        OperationStatus::Unknown => Tone::Warn,
    }
}
