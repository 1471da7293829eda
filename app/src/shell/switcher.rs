//! Management Mode: the icon at the top right, and the list of accounts that it opens in place (S1.2, S1.3). The name of
//! the account in the top bar opens the same list.
//!
//! Without JavaScript, and until the page is alive, both are a link to the chooser, which is the same list on a page of
//! its own. The list is asked for when it is opened: no page carries it along. It is a dialog that is not modal, with
//! links in it, so that an account can be opened in another tab.

use crate::accounts::MANY;
use crate::text::texts;
use crate::ui::{Glyph, Icon};
use domain::id::AccountId;
use domain::paths;
use leptos::prelude::*;

const LIST: &str = "accounts-list";
const SEARCH: &str = "accounts-search";

/// The icon, and the place of its list.
#[component]
pub fn Switcher(
    /// How many accounts there are.
    accounts: usize,
    /// The account of the page.
    current: Option<AccountId>,
) -> impl IntoView {
    let text = texts();
    let name = text.shell.management_mode;
    let current = current.map(|current| current.to_string()).unwrap_or_default();
    let list = paths::accounts_to_switch_to(&current);
    view! {
        <a
            class="button button-icon switcher-icon"
            href=paths::ACCOUNTS
            role="button"
            aria-label=name
            title=name
            aria-haspopup="dialog"
            aria-expanded="false"
            aria-controls=LIST
            data-switcher=list
        >
            <Glyph icon=Icon::Switch />
        </a>
        <div id=LIST class="switcher" popover="auto" role="dialog" aria-label=name tabindex="-1">
            {(accounts >= MANY).then(|| view! { <Search /> })}
            <div class="switcher-part" data-keep id="accounts-part" aria-busy="true"></div>
        </div>
    }
}

/// The account's name in the top bar, which opens the list.
#[component]
pub fn AccountName(
    /// What the account is called.
    name: String,
    /// The account of the page.
    current: AccountId,
) -> impl IntoView {
    view! {
        <a
            class="shell-account shell-switch"
            href=paths::ACCOUNTS
            role="button"
            aria-haspopup="dialog"
            aria-expanded="false"
            aria-controls=LIST
            data-switcher=paths::accounts_to_switch_to(&current.to_string())
        >
            <span>{name}</span>
            <Glyph icon=Icon::ChevronDown />
        </a>
    }
}

#[component]
fn Search() -> impl IntoView {
    let text = &texts().accounts;
    view! {
        <div class="switcher-search">
            <Glyph icon=Icon::Search />
            <input
                class="input"
                id=SEARCH
                type="search"
                aria-label=text.search
                placeholder=text.search
                autocomplete="off"
            />
        </div>
    }
}
