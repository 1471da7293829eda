//! One account of the chooser: the way into it, what waits there, the pin, and the way out for good.

use super::AccountMark;
use super::api::PinAccountFn;
use super::waiting::{Waits, waits};
use crate::forms::PostForm;
use crate::text::texts;
use crate::ui::{Badge, Glyph, Icon, MenuButton, MenuLink, Tone};
use domain::account::AccountEntry;
use domain::acting::Acting;
use domain::contact::Verdict;
use domain::id::AccountId;
use domain::paths;
use domain::status::AccountStatus;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// What somebody is on an account, in words.
pub fn part(account: &AccountEntry) -> String {
    let text = texts();
    match account.owner {
        Some(owner) => text.shell.owner(owner).to_owned(),
        None => text.rights.access(&account.access),
    }
}

/// Where an account stands, unless in good standing.
pub fn standing(account: &AccountEntry) -> Option<AnyView> {
    let status = match account.status {
        AccountStatus::Active => return None,
        AccountStatus::Suspended | AccountStatus::Closed => texts().shell.account_status(account.status),
    };
    Some(view! { " " <Badge tone=Tone::Warn>{status}</Badge> }.into_any())
}

#[component]
pub fn Choice(account: AccountEntry) -> impl IntoView {
    let item = |Waits { text, href }| view! { <li><a href=href>{text}</a></li> };
    let waits: Vec<_> = waits(&account).into_iter().map(item).collect();
    let waits = (!waits.is_empty()).then(|| view! { <ul class="choice-waits">{waits}</ul> });
    let (part, standing) = (part(&account), standing(&account));
    let AccountEntry { id, name, mark, pinned, leave, .. } = account;
    view! {
        <li class="choice" data-key=id.to_string()>
            <a class="chooser-link" href=paths::account(id)>
                <AccountMark look=mark name=name.clone() />
                <span class="chooser-name">{name.clone()}</span>
                <span class="chooser-note">{part} {standing}</span>
            </a>
            <div class="choice-tools">
                <Pin account=id name=name.clone() pinned=pinned />
                <Tools account=id name=name leave=leave />
            </div>
            {waits}
        </li>
    }
}

/// The button that pins.
#[component]
fn Pin(account: AccountId, name: String, pinned: bool) -> impl IntoView {
    let acting = Acting { account, viewing: None };
    let label = texts().accounts.pin(&name);
    view! {
        <PostForm path=PinAccountFn::PATH acting=acting>
            <input type="hidden" name="change[pinned]" value=(!pinned).to_string() />
            <button
                type="submit"
                class="button button-icon pin"
                aria-label=label.clone()
                title=label
                aria-pressed=pinned.to_string()
            >
                <Glyph icon=Icon::Pin />
            </button>
        </PostForm>
    }
}

#[component]
fn Tools(account: AccountId, name: String, leave: Verdict) -> impl IntoView {
    let text = texts();
    let reason = match leave {
        Verdict::Refused(why) => Some(text.rights.denied(&why)),
        Verdict::Allowed | Verdict::Absent => None,
    };
    view! {
        <MenuButton label=text.contacts.actions_for(&name) id=format!("choice-{account}")>
            <MenuLink
                href=paths::leave(account)
                label=text.accounts.leave
                icon=Icon::SignOut
                tone=Tone::Bad
                disabled_reason=reason
            />
        </MenuButton>
    }
}
