//! The banners across the whole page: whose account it is, and whose eyes.

use super::AccountContext;
use crate::accounts::AccountMark;
use crate::contacts::api::StopViewingFn;
use crate::forms::{ActingInputs, ReturnTo};
use crate::text::texts;
use crate::ui::{Banner, Icon, Tone};
use domain::paths;
use domain::status::AccountStatus;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The banners of an account's pages.
#[component]
pub fn Banners(account: AccountContext) -> impl IntoView {
    let text = &texts().shell;
    let mode = account.view.management_mode.then(|| view! { <ManagementMode account=account.clone() /> });
    let viewing = account.acting.viewing.map(|_| view! { <ViewingAs account=account.clone() /> });
    let status = match account.view.actor.standing.status {
        AccountStatus::Active => None,
        AccountStatus::Suspended => Some(text.account_suspended),
        AccountStatus::Closed => Some(text.account_closed),
    };
    let status = status.map(|text| view! { <Banner tone=Tone::Warn>{text}</Banner> });
    let any = mode.is_some() || viewing.is_some() || status.is_some();
    any.then(|| view! { <div class="shell-notice">{mode} {viewing} {status}</div> })
}

/// `You are accessing ACCOUNT NAME`, with the way out (S1.5, S1.6). Leaving is going elsewhere and writes nothing.
#[component]
fn ManagementMode(account: AccountContext) -> impl IntoView {
    let text = &texts().shell;
    let exit = account.view.exit_to.map_or_else(|| paths::ACCOUNTS.to_owned(), paths::account);
    // A link, because it is one; a button to those who hear it (PRODUCT 1).
    let leave = move || {
        view! {
            <a
                href=exit
                role="button"
                class="button button-icon banner-exit"
                aria-label=text.exit_management_mode
                title=text.exit_management_mode
            >
                "x"
            </a>
        }
    };
    let (name, mark) = (account.view.name, account.view.mark);
    view! {
        <div class=format!("mode mark-{}", mark.colour.key())>
            <Banner tone=Tone::Info icon=Icon::Switch actions=leave>
                <AccountMark look=mark name=name.clone() />
                <span>{text.accessing(&name)}</span>
            </Banner>
        </div>
    }
}

/// `You are viewing the portal as NAME`, with the button that stops it.
#[component]
fn ViewingAs(account: AccountContext) -> impl IntoView {
    let text = &texts().shell;
    let name = account.view.viewing_name.clone().unwrap_or_default();
    let acting = account.acting;
    let stop = move || {
        view! {
            <form method="post" action=StopViewingFn::PATH data-load>
                <ReturnTo />
                <ActingInputs acting=acting />
                <button type="submit" class="button">{text.stop}</button>
            </form>
        }
    };
    view! {
        <Banner tone=Tone::Warn icon=Icon::Eye actions=stop>
            <strong>{text.viewing_as(&name)}</strong>
            " "
            {text.view_only}
        </Banner>
    }
}
