//! The forms that items of the row menu post, each with the row's contact as the value of its button.

use domain::acting::Acting;
use domain::contact::ContactVerb;
use domain::id::SubmissionId;
use domain::invitation::InvitationVerb;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{ContactCommandFn, ViewAsFn};
use super::command_inputs::{CommandInputs, InvitationInputs};
use super::row_menu::{MenuItem, Offers};
use crate::forms::PostForm;
use crate::invitations::api::{InvitationCommandFn, InvitationLinkFn};

pub const VIEW_AS: &str = "contacts-view-as";
pub const SUSPEND: &str = "contacts-suspend";
pub const REACTIVATE: &str = "contacts-reactivate";
pub const RESEND: &str = "invitations-resend";
pub const CANCEL: &str = "invitations-cancel";
pub const LINK: &str = "invitations-link";

/// Those that some row needs.
pub fn row_forms(offers: &Offers, acting: Acting, submission: SubmissionId) -> impl IntoView + use<> {
    let view_as = offers.has(MenuItem::ViewAs).then(|| {
        view! { <PostForm path=ViewAsFn::PATH acting=acting id=VIEW_AS load=true /> }
    });
    let link = offers.has(MenuItem::CopyLink).then(|| {
        view! { <PostForm path=InvitationLinkFn::PATH acting=acting id=LINK /> }
    });
    let command = |item: MenuItem, id: &'static str, to: ContactVerb| {
        offers.has(item).then(|| {
            view! {
                <PostForm path=ContactCommandFn::PATH acting=acting id=id>
                    <CommandInputs submission=submission to=to />
                </PostForm>
            }
        })
    };
    let invitation = |item: MenuItem, id: &'static str, to: InvitationVerb| {
        offers.has(item).then(|| {
            view! {
                <PostForm path=InvitationCommandFn::PATH acting=acting id=id>
                    <InvitationInputs submission=submission to=to />
                </PostForm>
            }
        })
    };
    let suspend = command(MenuItem::Suspend, SUSPEND, ContactVerb::Suspend);
    let reactivate = command(MenuItem::Reactivate, REACTIVATE, ContactVerb::Reactivate);
    let resend = invitation(MenuItem::Resend, RESEND, InvitationVerb::Resend);
    let cancel = invitation(MenuItem::Cancel, CANCEL, InvitationVerb::Cancel);
    view! { {view_as} {suspend} {reactivate} {resend} {cancel} {link} }
}
