//! One account of the chooser: the way into it, what waits there, the pin, and the way out for good.

use super::AccountMark;
use super::api::{PinAccountFn, pin};
use super::waiting::{Waits, waits};
use crate::forms::{ActingInputs, ReturnTo};
use crate::request::FunctionError;
use crate::text::texts;
use crate::ui::{Badge, Glyph, Icon, MenuButton, MenuLink, Tone, use_toasts};
use domain::account::{AccountEntry, PinAccount};
use domain::acting::Acting;
use domain::contact::Verdict;
use domain::paths;
use domain::status::AccountStatus;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;

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
pub fn Choice(
    account: AccountEntry,
    /// Whether it is among those looked for.
    shown: Signal<bool>,
) -> impl IntoView {
    let AccountEntry { id, name, pinned, leave, .. } = account.clone();
    let item = |Waits { text, href }| view! { <li><a href=href>{text}</a></li> };
    let waits: Vec<_> = waits(&account).into_iter().map(item).collect();
    let waits = (!waits.is_empty()).then(|| view! { <ul class="choice-waits">{waits}</ul> });
    let (part, standing) = (part(&account), standing(&account));
    view! {
        <li class="choice" hidden=move || !shown.get()>
            <a class="chooser-link" href=paths::account(id)>
                <AccountMark account=id name=name.clone() />
                <span class="chooser-name">{name.clone()}</span>
                <span class="chooser-note">{part} {standing}</span>
            </a>
            <div class="choice-tools">
                <Pin acting=Acting { account: id, viewing: None } name=name.clone() pinned=pinned />
                <Tools account=account name=name leave=leave />
            </div>
            {waits}
        </li>
    }
}

/// The button that pins, on a living page without leaving it: the account moves to its place when the list is next shown.
#[component]
fn Pin(acting: Acting, name: String, pinned: bool) -> impl IntoView {
    let text = texts();
    let toasts = use_toasts();
    let pinned = RwSignal::new(pinned);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let change = PinAccount { pinned: !pinned.get_untracked() };
        let answer = pin(acting, change.clone());
        spawn_local(async move {
            match answer.await {
                Ok(()) => {
                    // The page may have been left meanwhile.
                    let _ = pinned.try_set(change.pinned);
                }
                Err(FunctionError(error)) => toasts.show(Tone::Bad, text.problems.failure(&error)),
            }
        });
    };
    let label = (text.accounts.pin)(&name);
    view! {
        <form class="form-button" method="post" action=PinAccountFn::PATH on:submit=send>
            <ReturnTo />
            <ActingInputs acting=acting />
            <input type="hidden" name="change[pinned]" value=move || (!pinned.get()).to_string() />
            <button
                type="submit"
                class="button button-icon pin"
                aria-label=label.clone()
                title=label
                aria-pressed=move || pinned.get().to_string()
            >
                <Glyph icon=Icon::Pin />
            </button>
        </form>
    }
}

#[component]
fn Tools(account: AccountEntry, name: String, leave: Verdict) -> impl IntoView {
    let text = texts();
    let reason = match leave {
        Verdict::Refused(why) => Some(text.rights.denied(&why)),
        Verdict::Allowed | Verdict::Absent => None,
    };
    let href = paths::leave(account.id);
    view! {
        <MenuButton label=(text.contacts.actions_for)(&name) id=format!("choice-{}", account.id)>
            <MenuLink
                href=href
                label=text.accounts.leave
                icon=Icon::SignOut
                tone=Tone::Bad
                disabled_reason=reason
            />
        </MenuButton>
    }
}
