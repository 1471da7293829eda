//! One's own sessions.

use super::agent;
use super::api::EndSessionFn;
use crate::forms::ButtonForm;
use crate::request::FunctionError;
use crate::shell::Loaded;
use crate::text::texts;
use crate::ui::{Badge, Button, Moment, Panel, SkeletonRows, Tone};
use domain::person::SessionRow;
use leptos::prelude::*;

/// The list of sessions, each with a button that ends it.
#[component]
pub fn Sessions(
    sessions: Resource<Result<Vec<SessionRow>, FunctionError>>,
    end: ServerAction<EndSessionFn>,
) -> impl IntoView {
    let text = texts();
    let view = move |rows: Vec<SessionRow>| {
        let rows = rows.into_iter().map(|row| view! { <Session row=row end=end /> }).collect_view();
        view! { <ul class="sessions">{rows}</ul> }
    };
    let skeleton = || view! { <SkeletonRows rows=3 columns=2 label=texts().shell.loading /> };
    view! {
        <Panel title=text.people.sessions lead=text.people.sessions_lead>
            <Loaded resource=sessions view=view skeleton=skeleton />
        </Panel>
    }
}

#[component]
fn Session(row: SessionRow, end: ServerAction<EndSessionFn>) -> impl IntoView {
    let text = &texts().people;
    let browser = agent::in_words(&row.agent);
    let button = (!row.current).then(|| {
        let label = (text.end_of)(&browser);
        view! {
            <ButtonForm action=end>
                <input type="hidden" name="change[session]" value=row.id.to_string() />
                <Button>
                    <span aria-hidden="true">{text.end}</span>
                    <span class="visually-hidden">{label}</span>
                </Button>
            </ButtonForm>
        }
    });
    view! {
        <li class="session">
            <div>
                <p title=row.agent>
                    {browser}
                    " "
                    {row.current.then(|| view! { <Badge tone=Tone::Good>{text.this_session}</Badge> })}
                </p>
                <p class="muted small">
                    {text.began} " " <Moment instant=row.began.iso text=row.began.text /> " " {text.from_address} " " {row.ip}
                    ", " {text.last_seen} " " <Moment instant=row.seen.iso text=row.seen.text />
                </p>
            </div>
            {button}
        </li>
    }
}
