//! The question before one contact is deleted, on its page when the address asks it. Asked from the list, where the
//! program runs, the list stays and a dialog shows it.

use domain::acting::Acting;
use domain::contact::ContactVerb;
use domain::id::{ContactId, SubmissionId};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::ContactCommandFn;
use super::command_inputs::CommandInputs;
use crate::accounts::OfAccount;
use crate::forms::PostForm;
use crate::request::provider;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Icon, LinkButton, Panel};
use domain::paths;

/// The question.
#[component]
pub fn DeleteQuestion(
    /// The account and the view.
    acting: Acting,
    contact: ContactId,
    name: String,
    /// The submission id of the page.
    submission: SubmissionId,
    /// Where it leads, where that is not the contact's page.
    #[prop(optional_no_strip)]
    next: Option<String>,
) -> impl IntoView {
    let text = &texts().contacts;
    let (title, body) = (text.commands.delete_title(&name), text.commands.delete_text(&name, provider().restore_days));
    let cancel = next.clone().unwrap_or_else(|| paths::contact(acting, contact));
    view! {
        <Panel title=title attr:data-question=true>
            <OfAccount />
            <p>{body}</p>
            <div class="form-actions">
                <PostForm path=ContactCommandFn::PATH acting=acting return_to=next>
                    <CommandInputs submission=submission contact=contact to=ContactVerb::Delete />
                    <Button kind=ButtonKind::Danger icon=Icon::Trash>
                        {text.commands.delete}
                    </Button>
                </PostForm>
                <LinkButton href=cancel attr:data-close=true>
                    {text.cancel}
                </LinkButton>
            </div>
        </Panel>
    }
}
