//! A request that waits, with the form that decides it.

use super::api::DecideFn;
use super::submission::submission_of;
use crate::forms::{PostForm, any_echo};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Badge, Button, ButtonKind, ButtonType, Choice, ChoiceGroup, Field, Icon, Moment, Select, Tone};
use domain::access::{Denied, Viewing};
use domain::asking::{Duration, REASON_MAX, WaitingRequest};
use domain::id::SubmissionId;
use domain::paths;
use domain::problem::RequestProblem;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// One request of somebody else.
#[component]
pub fn Waiting(
    request: WaitingRequest,
    /// The submission id of the page.
    page: SubmissionId,
) -> impl IntoView {
    let text = texts();
    let account = use_account();
    let contact = paths::contact(account.acting, request.contact);
    let inactive = (!request.active).then(|| view! { <Badge tone=Tone::Warn>{text.asking.inactive}</Badge> });
    let form = if account.view.actor.standing.viewing == Viewing::Off {
        Either::Left(view! { <DecideForm request=request.clone() page=page /> })
    } else {
        let why = text.rights.denied(&Denied::ViewOnly);
        Either::Right(view! { <p class="small muted">{why}</p> })
    };
    view! {
        <li class="request" data-key=request.id.to_string()>
            <div class="request-head">
                <a href=contact>{request.name.clone()}</a>
                {inactive}
                <span class="small muted"><Moment instant=request.at.iso.clone() text=request.at.text.clone() /></span>
            </div>
            <p class="request-right">{text.rights.right_at(request.right, &request.place)}</p>
            <p class="request-reason">{request.reason.clone()}</p>
            {form}
        </li>
    }
}

#[component]
fn DecideForm(request: WaitingRequest, page: SubmissionId) -> impl IntoView {
    let text = &texts().asking;
    let id = request.id.to_string();
    let echo = any_echo().filter(|echo| echo.form == DecideFn::PATH && echo.value("change[request]") == Some(&id));
    let typed = |name: &str| echo.as_ref().and_then(|echo| echo.value(name)).map(str::to_owned);
    let came_back = echo.is_some();
    let (word, duration) = (typed("change[word]"), typed("change[duration]"));
    let durations = Duration::ALL.map(|duration| Choice::new(duration.key(), text.duration(duration))).to_vec();
    let grant = if request.active {
        Either::Left(view! {
            <Button kind=ButtonKind::Primary icon=Icon::Check name="change[decision]" value="grant">{text.grant}</Button>
        })
    } else {
        let why = texts().problem(&RequestProblem::AskerInactive.into());
        Either::Right(view! {
            <Button button_type=ButtonType::Button icon=Icon::Check disabled_reason=why>{text.grant}</Button>
        })
    };
    view! {
        <PostForm path=DecideFn::PATH acting=use_account().acting class="request-form" attr:data-once=came_back>
            <input type="hidden" name="change[submission]" value=submission_of(page, request.id).to_string() />
            <input type="hidden" name="change[request]" value=id.clone() />
            <Select
                label=text.how_long
                name="change[duration]"
                id=format!("duration-{id}")
                groups=vec![ChoiceGroup::plain(durations)]
                value=duration
            />
            <Field
                label=text.word
                name="change[word]"
                id=format!("word-{id}")
                value=word
                maxlength=u32::try_from(REASON_MAX).unwrap_or(u32::MAX)
            />
            <div class="request-buttons">
                {grant}
                <Button name="change[decision]" value="decline">{text.decline}</Button>
            </div>
        </PostForm>
    }
}
