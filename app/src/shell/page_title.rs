//! The title of a page: the only place of the project with a raw `<Title>`.
//!
//! `leptos_meta` 0.8 writes the title into the document as it is: a `</title>` in somebody's name would end the element
//! (stored cross-site scripting). So the text is escaped here by hand.
//!
//! INVARIANT: on the server it is `escape(text)`; in the browser, where it becomes `document.title`, the text itself. The
//! title is not hydrated, so the two never meet.

use super::AccountContext;
use crate::request::{ON_SERVER, provider};
use crate::ui::escape;
use domain::account::AccountView;
use leptos::prelude::*;
use leptos_meta::Title;

/// The title of the page: `Contacts · Acme · Portico`; in Management Mode the account stands first, where a narrow tab
/// still shows it: `Acme · Contacts · Portico`.
#[component]
pub fn PageTitle(#[prop(into)] text: String) -> impl IntoView {
    let account = use_context::<AccountContext>().map(|account| account.view);
    let title = title(text, account, provider().name);
    let title = if ON_SERVER { escape(&title) } else { title };
    view! { <Title text=title /> }
}

fn title(page: String, account: Option<AccountView>, brand: String) -> String {
    match account {
        None => format!("{page} · {brand}"),
        Some(AccountView { name, management_mode: true, .. }) => format!("{name} · {page} · {brand}"),
        Some(AccountView { name, .. }) => format!("{page} · {name} · {brand}"),
    }
}
