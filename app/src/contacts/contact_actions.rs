//! What can be done to a contact: the buttons beside its name.

use domain::access::AccountAction;
use domain::acting::Acting;
use domain::contact::{ContactVerb, RowMenu, Verdict};
use domain::id::{ContactId, SubmissionId};
use domain::invitation::InvitationVerb;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::address;
use super::api::{ContactCommandFn, ViewAsFn};
use super::command_inputs::{CommandInputs, InvitationInputs};
use crate::forms::PostForm;
use crate::invitations::api::InvitationCommandFn;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, ButtonType, Icon, LinkButton};
use domain::paths;

/// The buttons beside the name.
#[component]
pub fn Actions(menu: RowMenu, contact: ContactId, submission: SubmissionId, acting: Acting) -> impl IntoView {
    let text = &texts().contacts;
    let edit = offered(&menu.edit, text.commands.edit, Icon::Pencil, || {
        view! {
            <LinkButton href=paths::edit_contact(acting, contact) kind=ButtonKind::Primary icon=Icon::Pencil>
                {text.commands.edit}
            </LinkButton>
        }
        .into_any()
    });
    let view_as = offered(&menu.view_as, text.commands.view_as, Icon::Eye, || {
        view! {
            <PostForm path=ViewAsFn::PATH acting=acting load=true>
                <Button name="change[contact]" value=contact.to_string() icon=Icon::Eye>
                    {text.commands.view_as}
                </Button>
            </PostForm>
        }
        .into_any()
    });
    let step = |to: ContactVerb, label: &'static str, icon: Icon| {
        move || {
            view! { <StepForm contact=contact page=submission to=to label=label icon=icon acting=acting /> }.into_any()
        }
    };
    let suspend = offered(
        &menu.suspend,
        text.commands.suspend,
        Icon::Pause,
        step(ContactVerb::Suspend, text.commands.suspend, Icon::Pause),
    );
    let reactivate = offered(
        &menu.reactivate,
        text.commands.reactivate,
        Icon::Check,
        step(ContactVerb::Reactivate, text.commands.reactivate, Icon::Check),
    );
    let remove = offered(&menu.delete, text.page.remove, Icon::Trash, || {
        view! {
            <LinkButton href=address::confirm_delete(acting, contact, None) kind=ButtonKind::Danger icon=Icon::Trash>
                {text.page.remove}
            </LinkButton>
        }
        .into_any()
    });
    let words = &texts().invitations;
    let invitation = |to: InvitationVerb, label: &'static str, icon: Icon| {
        move || {
            view! {
                <PostForm path=InvitationCommandFn::PATH acting=acting>
                    <InvitationInputs submission=submission contact=contact to=to />
                    <Button icon=icon>{label}</Button>
                </PostForm>
            }
            .into_any()
        }
    };
    let resend =
        offered(&menu.invite, words.resend, Icon::Mail, invitation(InvitationVerb::Resend, words.resend, Icon::Mail));
    let cancel =
        offered(&menu.cancel, words.cancel, Icon::Trash, invitation(InvitationVerb::Cancel, words.cancel, Icon::Trash));
    (edit, view_as, suspend, reactivate, resend, cancel, remove)
}

/// A button as far as it is offered: itself, disabled with the reason, or none.
fn offered(verdict: &Verdict, label: &'static str, icon: Icon, allowed: impl FnOnce() -> AnyView) -> Option<AnyView> {
    match verdict {
        Verdict::Absent => None,
        Verdict::Allowed => Some(allowed()),
        Verdict::Refused(why) => {
            let reason = texts().rights.denied(why);
            Some(
                view! { <Button button_type=ButtonType::Button icon=icon disabled_reason=reason>{label}</Button> }
                    .into_any(),
            )
        }
    }
}

/// A form that is one step on this contact.
#[component]
pub fn StepForm(
    contact: ContactId,
    page: SubmissionId,
    to: ContactVerb,
    label: &'static str,
    icon: Icon,
    acting: Acting,
    #[prop(optional)] kind: ButtonKind,
) -> impl IntoView {
    view! {
        <PostForm path=ContactCommandFn::PATH acting=acting>
            <CommandInputs submission=page contact=contact to=to />
            <Button kind=kind icon=icon>{label}</Button>
        </PostForm>
    }
}

/// Leave this account, on one's own page.
#[component]
pub fn Leave(contact: ContactId, acting: Acting) -> impl IntoView {
    let text = &texts().accounts;
    let verdict = Verdict::from(use_account().view.actor.check(AccountAction::Leave));
    offered(&verdict, text.leave, Icon::SignOut, || {
        view! {
            <LinkButton href=address::confirm_leave(acting, contact) kind=ButtonKind::Danger icon=Icon::SignOut>
                {text.leave}
            </LinkButton>
        }
        .into_any()
    })
}
