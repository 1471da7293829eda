//! The session ended while somebody was filling in a form: they sign in beside it, and the form stays as it is.

use crate::text::texts;
use crate::ui::{Banner, Tone};
use domain::error::PortalError;
use domain::paths;
use leptos::prelude::*;

/// A notice with a link that opens sign-in in a new tab, while `error` says that nobody is signed in.
#[component]
pub fn SessionOver(
    /// Why the last attempt failed.
    error: Signal<Option<PortalError>>,
) -> impl IntoView {
    let over = Memo::new(move |_| error.with(|error| matches!(error, Some(PortalError::SignInRequired))));
    let text = texts();
    let link = move || {
        view! {
            <a class="button" href=paths::SIGN_IN target="_blank" rel="noopener">
                {text.shell.sign_in_new_tab}
            </a>
        }
    };
    move || {
        over.get().then(|| {
            view! { <Banner tone=Tone::Warn actions=link>{text.problems.sign_in_required}</Banner> }
        })
    }
}
