//! The page of one service: its facts, and what can be done to it.

use super::facts::{StateText, price};
use super::head::{ServiceTab, head};
use super::operations::{self, Controls, History, Said};
use crate::request::{path_id, query};
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Definition, Definitions, Moment, Panel};
use domain::id::ServiceId;
use domain::service::{ServicePage, ServiceRow};
use leptos::prelude::*;

/// The page of a service.
pub async fn service_page() -> Result<Page, Instead> {
    let account = use_account();
    let service: ServiceId = path_id("service")?;
    let (acting, asked) = (account.acting, query());
    let page = ask!(holdings.service(acting, service))?;
    let done = ask!(operations.of_service(acting, service, asked.text("cursor").to_owned()))?;
    if asked.get("part") == Some("operation") {
        return Ok(Page::new(page.row.name, operations::progress(&done)));
    }
    let past = done.past.clone();
    let head = head(&account, &page.row, ServiceTab::Overview);
    let title = page.row.name.clone();
    let content = view! {
        <div class="page">
            {head}
            <Said />
            <div class="columns">
                <div class="stack">
                    <Controls operations=done />
                    <History service=service past=past />
                </div>
                <div class="stack">
                    <Facts page=page />
                </div>
            </div>
        </div>
    };
    Ok(Page::new(title, content))
}

#[component]
fn Facts(page: ServicePage) -> impl IntoView {
    let text = &texts().services;
    let ServicePage { row, since, .. } = page;
    let ServiceRow { kind, product, state, address, price: costs, next_due, expires, .. } = row;
    let state = state.map(|state| view! { <Definition term=text.state><StateText state=state /></Definition> });
    let address = address.map(|address| view! { <Definition term=text.address>{address}</Definition> });
    let costs = costs.map(|costs| view! { <Definition term=text.price>{price(&costs)}</Definition> });
    let due = next_due.map(|at| {
        view! { <Definition term=text.next_due><Moment instant=at.iso text=at.text /></Definition> }
    });
    let ends = match expires {
        Some(at) => view! { <Moment instant=at.iso text=at.text /> }.into_any(),
        None => view! { <span class="muted">{text.no_end}</span> }.into_any(),
    };
    view! {
        <Panel title=text.page.facts>
            <Definitions>
                {state}
                {address}
                <Definition term=text.kind>{text.service_kind(kind)}</Definition>
                <Definition term=text.page.product>{product}</Definition>
                {costs}
                {due}
                <Definition term=text.expires>{ends}</Definition>
                <Definition term=text.page.since><Moment instant=since.iso text=since.text /></Definition>
            </Definitions>
        </Panel>
    }
}
