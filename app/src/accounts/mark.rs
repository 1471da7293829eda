//! What tells accounts apart at a glance: the mark beside a name, and the line under a question.

use crate::shell::{AccountContext, use_account};
use crate::text::texts;
use domain::mark::{MarkLook, letters};
use leptos::prelude::*;

/// An account's mark. It says nothing that the name beside it does not, so it is not read out, nor found as text.
#[component]
pub fn AccountMark(look: MarkLook, name: String) -> impl IntoView {
    view! { <span class=format!("mark {}", look.class()) data-letters=letters(&name) aria-hidden="true"></span> }
}

/// The line under the title of a question: on which account it is asked.
#[component]
pub fn OfAccount() -> impl IntoView {
    let AccountContext { view, .. } = use_account();
    let text = texts().accounts.of_account(&view.name);
    view! {
        <p class="of-account">
            <AccountMark look=view.mark name=view.name />
            <span>{text}</span>
        </p>
    }
}
