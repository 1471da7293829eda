//! A transfer of ownership under way, for those whom it concerns.

use super::api::TransferCommandFn;
use crate::forms::PostForm;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Icon, Panel, Tip};
use domain::access::Denied;
use domain::contact::Verdict;
use domain::id::SubmissionId;
use domain::ownership::{Transfer, TransferState};
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

#[component]
pub fn TransferPanel(
    transfer: Transfer,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    let text = &texts().ownership;
    let acting = use_account().acting;
    let (title, body) = match transfer.state {
        TransferState::Offered => (text.offered, text.offered_text(&transfer.from, &transfer.to, &transfer.until.text)),
        TransferState::Done => {
            (text.transferred, text.transferred_text(&transfer.from, &transfer.to, &transfer.until.text))
        }
    };
    let button = move |verdict: &Verdict, to: &'static str, label: &'static str, kind: ButtonKind| {
        (*verdict == Verdict::Allowed).then(|| {
            view! {
                <PostForm path=TransferCommandFn::PATH acting=acting>
                    <input type="hidden" name="change[submission]" value=submission.to_string() />
                    <Button kind=kind name="change[to]" value=to>{label}</Button>
                </PostForm>
            }
        })
    };
    let lacks_proof = [&transfer.accept, &transfer.undo].into_iter().find_map(|verdict| match verdict {
        Verdict::Refused(why @ Denied::AddressUnproved) => Some(texts().rights.denied(why)),
        Verdict::Refused(_) | Verdict::Allowed | Verdict::Absent => None,
    });
    let lacks_proof = lacks_proof.map(|reason| {
        view! { <Tip icon=Icon::Warning>{reason} " " <a href=paths::ME>{texts().shell.my_account}</a></Tip> }
    });
    view! {
        <Panel title=title>
            <p>{body}</p>
            {lacks_proof}
            <div class="form-actions">
                {button(&transfer.accept, "accept", text.accept, ButtonKind::Primary)}
                {button(&transfer.withdraw, "withdraw", text.withdraw, ButtonKind::Secondary)}
                {button(&transfer.undo, "undo", text.undo, ButtonKind::Danger)}
            </div>
        </Panel>
    }
}
