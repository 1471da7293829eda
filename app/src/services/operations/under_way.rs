//! What is being done to a service, and what was just asked for.

use super::history::asker;
use crate::request::said;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Badge, Banner, Tone};
use domain::id::ServiceId;
use domain::operations::{OperationRow, ServiceOperations};
use domain::ordered::OperationVerb;
use domain::paths;
use leptos::prelude::*;

/// The operation that has not ended. How far it is, is asked for anew by itself; without JavaScript there is a link.
#[component]
pub fn UnderWay(service: ServiceId, open: OperationRow) -> impl IntoView {
    let words = &texts().services.operations;
    let who = asker(&open.by);
    view! {
        <div class="operation-open" role="status">
            <p>{words.under_way(words.verb(open.verb), &who)}</p>
            <p>
                <Badge tone=Tone::Info>{so_far(service, &open)}</Badge>
                " "
                <a class="small" href="">{words.refresh}</a>
            </p>
        </div>
    }
}

/// How far it is: the part of the page that is asked for anew while it goes on.
fn so_far(service: ServiceId, open: &OperationRow) -> impl IntoView + use<> {
    let part = paths::service_progress(use_account().acting, service);
    let status = texts().services.operations.status(open.status);
    view! { <span data-progress=part>{status}</span> }
}

/// That part alone; nothing once nothing is under way.
pub fn progress(operations: &ServiceOperations) -> Option<impl IntoView + use<>> {
    operations.open.as_ref().map(|open| so_far(operations.service, open))
}

/// What the step before asked for.
#[component]
pub fn Said() -> impl IntoView {
    let verb = said().get("done").and_then(OperationVerb::from_key);
    let text = &texts().services.operations;
    let words = verb.map(|verb| text.asked(text.verb(verb)));
    let is_said = words.is_some();
    view! {
        <div class="when-said" role="status" data-key="said" data-once=is_said>
            {words.map(|words| view! { <Banner tone=Tone::Good>{words}</Banner> })}
        </div>
    }
}
