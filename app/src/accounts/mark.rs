//! What tells accounts apart at a glance: the mark beside a name, and the line under a question.

use crate::shell::{AccountContext, use_account};
use crate::text::texts;
use domain::id::AccountId;
use domain::mark::Mark;
use leptos::prelude::*;

/// An account's mark. It says nothing that the name beside it does not, so it is not read out, nor found as text.
#[component]
pub fn AccountMark(account: AccountId, name: String) -> impl IntoView {
    let Mark { letters, colour } = Mark::of(account, &name);
    view! { <span class=format!("mark mark-{}", colour.key()) data-letters=letters aria-hidden="true"></span> }
}

/// The line under the title of a question: on which account it is asked.
#[component]
pub fn OfAccount() -> impl IntoView {
    let AccountContext { acting, view } = use_account();
    let text = texts().accounts.of_account(&view.name);
    view! {
        <p class="of-account">
            <AccountMark account=acting.account name=view.name />
            <span>{text}</span>
        </p>
    }
}
