//! Leave this account: the question, for one's own page and for the list of accounts, the same with and without scripts.

use super::AccountMark;
use super::api::LeaveAccountFn;
use crate::forms::PostForm;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Icon, LinkButton, Panel};
use domain::acting::Acting;
use domain::id::SubmissionId;
use domain::mark::MarkLook;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

#[component]
pub fn LeaveQuestion(
    acting: Acting,
    name: String,
    mark: MarkLook,
    /// The submission id of the page.
    submission: SubmissionId,
    /// Where Cancel leads.
    cancel: String,
) -> impl IntoView {
    let text = texts();
    let words = &text.accounts;
    view! {
        <Panel title=words.leave_title(&name)>
            <p class="of-account">
                <AccountMark look=mark name=name.clone() />
                <span>{name}</span>
            </p>
            <p>{words.leave_text}</p>
            <p>{words.leave_last}</p>
            <div class="form-actions">
                <PostForm path=LeaveAccountFn::PATH acting=acting>
                    <input type="hidden" name="change[submission]" value=submission.to_string() />
                    <Button kind=ButtonKind::Danger icon=Icon::SignOut>
                        {words.leave}
                    </Button>
                </PostForm>
                <LinkButton href=cancel>{text.contacts.cancel}</LinkButton>
            </div>
        </Panel>
    }
}
