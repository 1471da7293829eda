//! What a form posts that does something to one contact, or to one invitation.

use domain::contact::ContactVerb;
use domain::id::{ContactId, SubmissionId};
use domain::invitation::InvitationVerb;
use leptos::prelude::*;

use super::address;

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
    inputs(submission, contact, address::verb_key(to))
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
    inputs(submission, contact, address::invitation_key(to))
}

fn inputs(submission: SubmissionId, contact: Option<ContactId>, to: &'static str) -> impl IntoView {
    view! {
        <input type="hidden" name="change[submission]" value=submission.to_string() />
        <input type="hidden" name="change[to]" value=to />
        {contact
            .map(|contact| view! { <input type="hidden" name="change[contact]" value=contact.to_string() /> })}
    }
}
