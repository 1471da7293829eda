//! The latest changes of a zone: who, when, what came of them; the last one can be taken back.

use super::api::UndoZoneFn;
use super::review::Changes;
use crate::forms::PostForm;
use crate::text::texts;
use crate::ui::{Badge, Button, Icon, Moment, Panel, Tone};
use domain::acting::Acting;
use domain::dns::{ChangeState, ZoneChangeRow};
use domain::id::{DomainId, SubmissionId};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

#[component]
pub fn History(
    /// The account and the view.
    acting: Acting,
    /// Which domain.
    domain: DomainId,
    /// Latest first.
    rows: Vec<ZoneChangeRow>,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    let text = &texts().dns;
    let none = rows.is_empty().then(|| view! { <p class="muted">{text.history_none}</p> });
    let entries = rows.into_iter().map(|row| entry(acting, domain, row, submission)).collect_view();
    view! {
        <Panel title=text.history>
            {none}
            <ul class="zone-history">{entries}</ul>
        </Panel>
    }
}

fn entry(acting: Acting, domain: DomainId, row: ZoneChangeRow, submission: SubmissionId) -> impl IntoView {
    let text = &texts().dns;
    let tone = match row.state {
        ChangeState::Done => Tone::Good,
        ChangeState::UnderWay => Tone::Info,
        ChangeState::NotDone => Tone::Bad,
        ChangeState::Unknown => Tone::Warn,
    };
    let undo = row.may_undo.then(|| {
        view! {
            <PostForm path=UndoZoneFn::PATH acting=acting>
                <input type="hidden" name="change[submission]" value=submission.to_string() />
                <input type="hidden" name="change[domain]" value=domain.to_string() />
                <Button icon=Icon::Undo name="change[change]" value=row.id.to_string()>{text.undo}</Button>
            </PostForm>
        }
    });
    let (gist, by) = (text.gist_of(&row.changes), texts().accounts.activity.by(&row.by));
    view! {
        <li data-key=row.id.to_string()>
            <details>
                <summary>
                    <Badge tone=tone>{text.state(row.state)}</Badge>
                    " "
                    {gist}
                    <span class="cell-note">{by} ", " <Moment instant=row.at.iso text=row.at.text /></span>
                </summary>
                <Changes label=text.history changes=row.changes />
            </details>
            {undo}
        </li>
    }
}
