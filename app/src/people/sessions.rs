//! One's own sessions.

use super::agent;
use super::api::EndSessionFn;
use crate::forms::PostForm;
use crate::text::texts;
use crate::ui::{Badge, Button, Moment, Panel, Tone};
use domain::person::SessionRow;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The list of sessions, each with a button that ends it.
#[component]
pub fn Sessions(sessions: Vec<SessionRow>) -> impl IntoView {
    let text = &texts().people;
    let rows = sessions.into_iter().map(|row| view! { <Session row=row /> }).collect_view();
    view! {
        <Panel title=text.sessions lead=text.sessions_lead>
            <ul class="sessions">{rows}</ul>
        </Panel>
    }
}

#[component]
fn Session(row: SessionRow) -> impl IntoView {
    let text = &texts().people;
    let browser = agent::in_words(&row.agent);
    let button = (!row.current).then(|| {
        let label = text.end_of(&browser);
        view! {
            <PostForm path=EndSessionFn::PATH>
                <input type="hidden" name="change[session]" value=row.id.to_string() />
                <Button>
                    <span aria-hidden="true">{text.end}</span>
                    <span class="visually-hidden">{label}</span>
                </Button>
            </PostForm>
        }
    });
    view! {
        <li class="session" data-key=row.id.to_string()>
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
