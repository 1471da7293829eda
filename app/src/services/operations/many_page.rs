//! The power of several services at once: which, what, and what became of each.

use super::api::OrderPowerFn;
use super::panel::power_buttons;
use crate::forms::{ActingInputs, Form, any_echo, form_state};
use crate::request::{caller, query};
use crate::services::StateText;
use crate::shell::{Instead, ListPager, Page, use_account};
use crate::text::texts;
use crate::ui::{Badge, Checkbox, Fieldset, PageHeader, Panel, Tone};
use domain::access::HoldingAction;
use domain::operation::Operation;
use domain::operations::PowerOutcome;
use domain::paths;
use domain::service::{ServiceQuery, ServiceRow, ServiceStatus};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The page.
pub async fn many_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(HoldingAction::SeeServices)?;
    let (acting, text) = (account.acting, &texts().services.operations);
    let wanted = ServiceQuery { cursor: query().text("cursor").to_owned(), ..ServiceQuery::default() };
    let found = ask!(holdings.services(acting, wanted))?;
    let pager = found.has_neighbours().then(|| {
        let (previous, next) = (found.previous.clone(), found.next.clone());
        let total = texts().services.count(found.total);
        view! { <ListPager href=paths::services_power(acting) previous=previous next=next total=total /> }
    });
    let is_offered = |row: &ServiceRow| {
        row.status == ServiceStatus::Active && row.state.is_some() && row.operations.contains(Operation::Power)
    };
    let rows: Vec<ServiceRow> = found.rows.into_iter().filter(is_offered).collect();
    let choice = if rows.is_empty() {
        view! { <p class="muted">{text.none_with_power}</p> }.into_any()
    } else {
        view! { <Chosen rows=rows /> }.into_any()
    };
    let echo = any_echo().filter(|echo| echo.form == OrderPowerFn::PATH);
    let outcomes: Option<Vec<PowerOutcome>> = echo.and_then(|echo| echo.answer());
    let outcomes = outcomes.map(|outcomes| view! { <Outcomes outcomes=outcomes /> });
    let content = view! {
        <div class="page page-narrow">
            <PageHeader
                title=text.many
                lead=text.many_lead
                back_href=paths::services(acting)
                back_label=texts().shell.services
            />
            {outcomes}
            <Panel>{choice}</Panel>
            {pager}
        </div>
    };
    Ok(Page::new(text.many, content))
}

#[component]
fn Chosen(rows: Vec<ServiceRow>) -> impl IntoView {
    let submission = caller().map(|caller| caller.request.to_string()).unwrap_or_default();
    view! {
        <Form path=OrderPowerFn::PATH>
            <ActingInputs acting=use_account().acting />
            <input type="hidden" name="change[submission]" value=submission />
            <Boxes rows=rows />
            <div class="operation-power">{power_buttons(None)}</div>
        </Form>
    }
}

#[component]
fn Boxes(rows: Vec<ServiceRow>) -> impl IntoView {
    let name = "change[services][]";
    let boxes = rows
        .into_iter()
        .map(|row| {
            let value = row.id.to_string();
            let checked = form_state().ticked(name, &value).unwrap_or_default();
            let state = row.state.map(|state| view! { <StateText state=state /> });
            view! {
                <Checkbox label=row.name name=name value=value checked=checked>
                    {state}
                </Checkbox>
            }
        })
        .collect::<Vec<_>>();
    view! { <Fieldset legend=texts().services.operations.which>{boxes}</Fieldset> }
}

/// What became of each; it goes with the next step.
#[component]
fn Outcomes(outcomes: Vec<PowerOutcome>) -> impl IntoView {
    let text = texts();
    let words = &text.services.operations;
    let items = outcomes
        .into_iter()
        .map(|one| {
            let name = one.name.unwrap_or_else(|| text.rights.one_service.to_owned());
            let (tone, said) = match one.outcome {
                Ok(_) => (Tone::Good, words.on_its_way.to_owned()),
                Err(why) => (Tone::Bad, text.failure(&why)),
            };
            view! {
                <li>
                    <strong>{name}</strong>
                    " "
                    <Badge tone=tone>{said}</Badge>
                </li>
            }
        })
        .collect_view();
    view! {
        <div role="status" data-key="outcomes" data-once=true>
            <Panel><ul class="operation-outcomes">{items}</ul></Panel>
        </div>
    }
}
