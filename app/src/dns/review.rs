//! What an edit would change, before it is made.

use super::api::ApplyZoneFn;
use crate::forms::PostForm;
use crate::text::texts;
use crate::ui::{Badge, Button, ButtonKind, Cell, HeaderCell, LinkButton, Panel, TableFrame, Tone};
use domain::acting::Acting;
use domain::dns::{ChangeKind, ChangeSet, Content, EditedRow, SetChange};
use domain::id::{DomainId, SubmissionId};
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// How many changes are shown one by one.
const SHOWN: usize = 100;

/// The changes, and the button that makes them.
#[component]
pub fn Review(
    /// The account and the view.
    acting: Acting,
    /// Which domain.
    domain: DomainId,
    changes: ChangeSet,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    let text = &texts().dns;
    let [added, removed, replaced] = changes.counts();
    let page = paths::zone(acting, domain);
    let rows = EditedRow::write(&changes.rows());
    view! {
        <Panel
            title=text.review_title
            lead=text.review_lead(added, removed, replaced)
            class="zone-review"
            attr:data-key="zone-review"
            attr:data-once=true
        >
            <Changes label=text.review_title changes=changes />
            <PostForm path=ApplyZoneFn::PATH acting=acting return_to=Some(page.clone()) class="form-actions">
                <input type="hidden" name="change[submission]" value=submission.to_string() />
                <input type="hidden" name="change[domain]" value=domain.to_string() />
                <input type="hidden" name="change[rows]" value=rows />
                <Button kind=ButtonKind::Primary>{text.apply}</Button>
                <LinkButton href=page>{text.discard}</LinkButton>
            </PostForm>
        </Panel>
    }
}

/// Changes as a table: what was, and what will be.
#[component]
pub fn Changes(
    /// What the table is called.
    label: &'static str,
    changes: ChangeSet,
) -> impl IntoView {
    let text = &texts().dns;
    let more = changes.changes.len().saturating_sub(SHOWN);
    let rows = changes.changes.into_iter().take(SHOWN).map(|change| view! { <Change change=change /> }).collect_view();
    let more = (more > 0).then(|| view! { <p class="muted">{text.more_changes(more)}</p> });
    view! {
        <TableFrame label=label>
            <thead>
                <tr>
                    <HeaderCell label=text.name />
                    <HeaderCell label=text.step />
                    <HeaderCell label=text.before />
                    <HeaderCell label=text.after />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </TableFrame>
        {more}
    }
}

#[component]
fn Change(change: SetChange) -> impl IntoView {
    let text = &texts().dns;
    let step = change.step();
    let tone = match step {
        ChangeKind::Added => Tone::Good,
        ChangeKind::Removed => Tone::Bad,
        ChangeKind::Changed => Tone::Info,
    };
    let name = format!("{} {}", change.name, change.kind.key());
    view! {
        <tr>
            <th scope="row" class="cell-title">{name}</th>
            <Cell label=text.step><Badge tone=tone>{text.step_of(step)}</Badge></Cell>
            <Cell label=text.before>{held(change.before)}</Cell>
            <Cell label=text.after>{held(change.after)}</Cell>
        </tr>
    }
}

/// What a set holds.
fn held(content: Option<Content>) -> AnyView {
    let text = &texts().dns;
    match content {
        None => view! { <span class="muted">{text.nothing}</span> }.into_any(),
        Some(Content { ttl, values }) => {
            let values = values.into_iter().map(|value| view! { <div>{value}</div> }).collect_view();
            view! {
                <div class="zone-values">{values}</div>
                <span class="cell-note">{text.ttl_of(&ttl.to_string())}</span>
            }
            .into_any()
        }
    }
}
