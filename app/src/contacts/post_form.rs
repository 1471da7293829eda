//! A form that the browser posts by itself, with and without JavaScript: for shared forms that buttons of many rows
//! name, and for steps after which the page is another one anyway.

use crate::forms::{ActingInputs, ReturnTo};
use domain::acting::Acting;
use domain::contact::ContactVerb;
use domain::id::{ContactId, SubmissionId};
use domain::invitation::InvitationVerb;
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
    /// Hidden inputs and buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <form method="post" action=path id=id class=class>
            <ReturnTo />
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
