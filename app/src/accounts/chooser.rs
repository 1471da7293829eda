//! Where somebody arrives: in their one account, or at the choice of accounts.

use super::api::mine;
use crate::paths;
use crate::request::{lead_to, page_resource};
use crate::shell::{Alone, Loaded, PageTitle};
use crate::text::texts;
use crate::ui::{Badge, EmptyState, Glyph, Icon, PageHeader, SkeletonRows, Tone};
use domain::account::{AccountEntry, AccountStatus};
use leptos::either::Either;
use leptos::prelude::*;

/// `/`: exactly one account opens at once, else the chooser does (PRODUCT D2).
#[component]
pub fn HomePage() -> impl IntoView {
    let accounts = page_resource(|| (), |()| mine());
    let view = |accounts: Vec<AccountEntry>| {
        let to = match accounts.as_slice() {
            [only] => paths::account(only.id),
            _ => paths::ACCOUNTS.to_owned(),
        };
        lead_to(&to);
        view! { <p><a href=to>{texts().shell.open}</a></p> }
    };
    view! {
        <PageTitle text=texts().shell.dashboard />
        <Alone>
            <Loaded resource=accounts view=view />
        </Alone>
    }
}

/// `/accounts`: always the chooser.
#[component]
pub fn AccountsPage() -> impl IntoView {
    let text = &texts().people;
    let accounts = page_resource(|| (), |()| mine());
    let view = |accounts: Vec<AccountEntry>| {
        if accounts.is_empty() {
            let text = &texts().people;
            return Either::Left(view! {
                <EmptyState title=text.no_accounts text=text.no_accounts_text icon=Icon::People />
            });
        }
        let rows = accounts.into_iter().map(|account| view! { <Choice account=account /> }).collect_view();
        Either::Right(view! { <ul class="chooser">{rows}</ul> })
    };
    let skeleton = || view! { <SkeletonRows rows=3 columns=1 label=texts().shell.loading /> };
    view! {
        <PageTitle text=text.choose_account />
        <div class="page">
            <PageHeader title=text.choose_account lead=text.choose_account_lead />
            <Loaded resource=accounts view=view skeleton=skeleton />
        </div>
    }
}

#[component]
fn Choice(account: AccountEntry) -> impl IntoView {
    let text = texts();
    let part = match account.owner {
        Some(owner) => text.shell.owner(owner).to_owned(),
        None => text.rights.access(&account.access),
    };
    let status = match account.status {
        AccountStatus::Active => None,
        AccountStatus::Suspended | AccountStatus::Closed => Some(text.shell.account_status(account.status)),
    };
    view! {
        <li>
            <a class="chooser-link" href=paths::account(account.id)>
                <Glyph icon=Icon::Building />
                <span class="chooser-name">{account.name}</span>
                <span class="chooser-note">
                    {part} " " {status.map(|status| view! { <Badge tone=Tone::Warn>{status}</Badge> })}
                </span>
            </a>
        </li>
    }
}
