//! Forms for single steps: beside a button, or shared by the buttons of many rows, which name it.

use crate::forms::{ActingInputs, ReturnTo};
use domain::acting::Acting;
use domain::contact::ContactVerb;
use domain::id::{ContactId, SubmissionId};
use domain::invitation::InvitationVerb;
use leptos::either::Either;
use leptos::prelude::*;

use super::address;

/// A plain form for a server function.
#[component]
pub fn PostForm(
    /// The path of the server function.
    path: &'static str,
    /// The account and the view.
    acting: Acting,
    /// The id, for buttons that stand elsewhere.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(default = "form-button".to_owned(), into)] class: String,
    /// The page that it leads back to, where that is not the one it stands on.
    #[prop(optional_no_strip)]
    return_to: Option<String>,
    /// Its answer loads the document: it begins or ends a session or a view.
    #[prop(optional)]
    load: bool,
    /// The question of its answer is shown in the dialog.
    #[prop(optional)]
    dialog: bool,
    /// Hidden inputs and buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let return_to = match return_to {
        Some(page) => Either::Left(view! { <input type="hidden" name="return_to" value=page /> }),
        None => Either::Right(view! { <ReturnTo /> }),
    };
    view! {
        <form method="post" action=path id=id class=class data-load=load data-dialog=dialog>
            {return_to}
            <ActingInputs acting=acting />
            {children.map(|children| children())}
        </form>
    }
}

/// What a step on one contact posts.
#[component]
pub fn CommandInputs(
    submission: SubmissionId,
    /// Which contact; `None` leaves it to the button.
    #[prop(optional)]
    contact: Option<ContactId>,
    /// What becomes of it.
    to: ContactVerb,
) -> impl IntoView {
    view! {
        <input type="hidden" name="change[submission]" value=submission.to_string() />
        <input type="hidden" name="change[to]" value=address::verb_key(to) />
        {contact
            .map(|contact| view! { <input type="hidden" name="change[contact]" value=contact.to_string() /> })}
    }
}

/// What a step on an invitation posts.
#[component]
pub fn InvitationInputs(
    submission: SubmissionId,
    /// Whose invitation; `None` leaves it to the button.
    #[prop(optional)]
    contact: Option<ContactId>,
    /// What becomes of it.
    to: InvitationVerb,
) -> impl IntoView {
    view! {
        <input type="hidden" name="change[submission]" value=submission.to_string() />
        <input type="hidden" name="change[to]" value=address::invitation_key(to) />
        {contact
            .map(|contact| view! { <input type="hidden" name="change[contact]" value=contact.to_string() /> })}
    }
}
