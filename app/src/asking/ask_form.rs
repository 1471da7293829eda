//! Asking for one right: a reason and a button.

use super::api::AskFn;
use crate::forms::{ActingInputs, Form, form_field};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Field, Icon, Tip};
use domain::access::{Denied, RequestAction};
use domain::asked::Asked;
use domain::asking::REASON_MAX;
use domain::paths;
use leptos::either::EitherOf3;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The form for what is missing; that it waits for a decision, where it was asked for already; nothing for those who may
/// not ask.
#[component]
pub fn AskFor(asked: Asked) -> impl IntoView {
    let account = use_account();
    let text = &texts().asking;
    if account.view.requests.own.contains(&asked) {
        let link = paths::requests(account.acting);
        return EitherOf3::A(view! {
            <Tip icon=Icon::Check>
                <p>{text.asked_already}</p>
                <a href=link>{text.own_requests}</a>
            </Tip>
        });
    }
    if account.view.actor.check(RequestAction::Ask(asked)).is_err() {
        return EitherOf3::B(());
    }
    EitherOf3::C(view! {
        <Form path=AskFn::PATH class="form ask-form">
            <ActingInputs acting=account.acting />
            <input type="hidden" name="change[right]" value=asked.right.key() />
            {asked
                .service
                .map(|service| view! { <input type="hidden" name="change[service]" value=service.to_string() /> })}
            {asked
                .domain
                .map(|domain| view! { <input type="hidden" name="change[domain]" value=domain.to_string() /> })}
            <Reason />
            <Button kind=ButtonKind::Primary icon=Icon::Mail>
                {text.ask}
            </Button>
        </Form>
    })
}

#[component]
fn Reason() -> impl IntoView {
    let text = &texts().asking;
    let reason = form_field("change[reason]");
    view! {
        <Field
            label=text.reason
            name="change[reason]"
            value=reason.value
            problem=reason.problem
            help=text.reason_help
            maxlength=u32::try_from(REASON_MAX).unwrap_or(u32::MAX)
            required=true
        />
    }
}

/// Beside a control that a missing right disables: the way to ask for it.
#[component]
pub fn AskLink(
    /// Why the control is disabled.
    why: Denied,
) -> impl IntoView {
    let account = use_account();
    why.asking().filter(|asked| account.view.actor.check(RequestAction::Ask(*asked)).is_ok()).map(|asked| {
        let href = paths::ask_for(account.acting, &asked.right.key());
        view! { <a class="small" href=href>{texts().asking.ask_for_this}</a> }
    })
}
