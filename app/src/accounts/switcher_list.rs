//! The list behind the icon of Management Mode (S1.2, S1.3): a part of the chooser, which the browser's program asks for
//! when it is opened, and filters while somebody types.

use super::AccountMark;
use super::choice::{part, standing};
use super::waiting::waits;
use crate::text::texts;
use crate::ui::{Glyph, Icon};
use domain::account::AccountEntry;
use domain::id::AccountId;
use domain::paths;
use leptos::prelude::*;

/// The accounts, and the way to the chooser.
#[component]
pub fn SwitcherList(
    accounts: Vec<AccountEntry>,
    /// The account of the page where the list is opened.
    current: Option<AccountId>,
) -> impl IntoView {
    let text = texts();
    let found = text.accounts.found(accounts.len());
    let rows = accounts.into_iter().map(|account| view! { <Row account=account current=current /> }).collect_view();
    view! {
        <div data-part="accounts">
            <p
                class="visually-hidden"
                role="status"
                data-found-one=text.accounts.found_one
                data-found-many=text.accounts.found_many
            >
                {found}
            </p>
            <ul class="switcher-list">{rows}</ul>
            <p class="switcher-said" data-found-none hidden>
                {text.accounts.none_found}
            </p>
            <ul class="switcher-foot">
                <li>
                    <a class="switcher-link" href=paths::ACCOUNTS>
                        <Glyph icon=Icon::Building />
                        <span>{text.shell.all_accounts}</span>
                    </a>
                </li>
            </ul>
        </div>
    }
}

/// What is searched: the name, lower case, with and without its diacritics.
fn words(account: &AccountEntry) -> String {
    format!("{} {}", account.name.to_lowercase(), account.sort_name)
}

#[component]
fn Row(account: AccountEntry, current: Option<AccountId>) -> impl IntoView {
    let waits: Vec<String> = waits(&account).into_iter().map(|waits| waits.text).collect();
    let waits = (!waits.is_empty()).then(|| view! { <span class="switcher-waits">{waits.join(" · ")}</span> });
    let (words, part, standing) = (words(&account), part(&account), standing(&account));
    let AccountEntry { id, name, mark, pinned, .. } = account;
    let (named, described) = (format!("switch-{id}"), format!("switch-{id}-note"));
    let (labelled_by, described_by) = (named.clone(), described.clone());
    let pinned = pinned.then(|| {
        view! {
            <span class="switcher-pin" title=texts().accounts.pinned>
                <Glyph icon=Icon::Pin />
            </span>
        }
    });
    view! {
        <li data-key=id.to_string() data-words=words>
            <a
                class="switcher-link"
                href=paths::account(id)
                aria-current=(current == Some(id)).then_some("true")
                aria-labelledby=labelled_by
                aria-describedby=described_by
            >
                <AccountMark look=mark name=name.clone() />
                <span class="switcher-text">
                    <span class="switcher-name" id=named>
                        {name}
                    </span>
                    <span class="switcher-note" id=described>
                        {part}
                        {standing}
                        {waits}
                    </span>
                </span>
                {pinned}
            </a>
        </li>
    }
}
