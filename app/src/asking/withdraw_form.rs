//! Withdrawing a request of one's own that nobody has decided: one button.

use super::api::WithdrawFn;
use super::submission::submission_of;
use crate::forms::PostForm;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, Icon};
use domain::access::RequestAction;
use domain::id::{AccessRequestId, SubmissionId};
use leptos::either::Either;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The button; why there is none for those who may not change anything.
#[component]
pub fn Withdraw(
    request: AccessRequestId,
    /// The submission id of the page.
    page: SubmissionId,
) -> impl IntoView {
    let text = texts();
    let account = use_account();
    match account.view.actor.check(RequestAction::Withdraw) {
        Ok(()) => Either::Left(view! {
            <PostForm path=WithdrawFn::PATH acting=account.acting>
                <input type="hidden" name="change[submission]" value=submission_of(page, request).to_string() />
                <input type="hidden" name="change[request]" value=request.to_string() />
                <div class="request-buttons"><Button icon=Icon::Undo>{text.asking.withdraw}</Button></div>
            </PostForm>
        }),
        Err(why) => Either::Right(view! { <p class="small muted">{text.rights.denied(&why)}</p> }),
    }
}
