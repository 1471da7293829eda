//! The question before something is done to many: what their form is answered, in place of the list. Where the program
//! runs, the list stays and a dialog shows it.

use domain::acting::Acting;
use domain::contact::{BulkCommand, BulkPicked, BulkPreview, ContactQuery, ContactVerb};
use domain::id::SubmissionId;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::address;
use super::api::BulkCommandFn;
use super::bulk::{CONTACTS, everything_inputs};
use super::command_inputs::CommandInputs;
use super::whom::Whom;
use crate::accounts::OfAccount;
use crate::forms::PostForm;
use crate::request::provider;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Icon, LinkButton, Panel};

/// The question.
#[component]
pub fn BulkQuestion(
    /// The account and the view.
    acting: Acting,
    /// Whom it is about.
    preview: BulkPreview,
    /// What the list asks for.
    wanted: ContactQuery,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    let text = &texts().contacts;
    let BulkPreview { picked, names, total, left } = preview;
    let to = left.to;
    let (label, icon, consequence) = if to == ContactVerb::Delete {
        (text.commands.delete, Icon::Trash, text.bulk.delete_text(provider().restore_days))
    } else {
        (text.commands.suspend, Icon::Pause, text.bulk.suspend_text.to_owned())
    };
    let (list, inputs) = (address::write(acting, &wanted), picked_inputs(&picked));
    view! {
        <Panel title=text.bulk.title(to, &text.people(total)) attr:data-question=true>
            <OfAccount />
            <Whom names=names total=total />
            <p>{consequence}</p>
            <div class="form-actions">
                <PostForm path=BulkCommandFn::PATH acting=acting return_to=Some(list.clone())>
                    <input type="hidden" name="ask" value="false" />
                    <CommandInputs submission=submission to=to />
                    {inputs}
                    <Button kind=ButtonKind::Danger icon=icon>
                        {label}
                    </Button>
                </PostForm>
                <LinkButton href=list attr:data-close=true>
                    {text.cancel}
                </LinkButton>
            </div>
        </Panel>
    }
}

fn picked_inputs(picked: &BulkPicked) -> AnyView {
    match picked {
        BulkPicked::Matching(filter) => everything_inputs(filter).into_any(),
        BulkPicked::These(contacts) => {
            view! { <input type="hidden" name=CONTACTS value=BulkCommand::joined(contacts) /> }.into_any()
        }
    }
}
