//! The first page of an account: what needs its reader, then what comes, what there is and what happened. Each part is there
//! only for those who may open what it leads to.

mod billed;
mod can;
mod needs;
mod numbers;
mod recent;
mod services;
mod year;

use crate::request::{FunctionError, said};
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Banner, PageHeader, SaidNotice, Tone};
use domain::access::AccountAction;
use domain::account::Dashboard;
use domain::invitation::InvitationVerb;
use leptos::either::Either;
use leptos::prelude::*;

/// The first page of an account.
pub async fn dashboard_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(AccountAction::SeeDashboard)?;
    // What can't be had is no reason to refuse the page: the way to the other pages is on it.
    let parts = match ask!(accounts.dashboard(account.acting)) {
        Ok(dashboard) => Either::Left(parts(dashboard)),
        Err(FunctionError(error)) => Either::Right(view! {
            <Banner tone=Tone::Warn>{texts().failure(&error)}</Banner>
            {can::panel()}
        }),
    };
    let content = view! {
        <div class="page">
            <PageHeader title=account.view.name />
            <SaidNotice text=done() />
            {parts}
        </div>
    };
    Ok(Page::new(texts().shell.dashboard, content))
}

/// What the step before did.
fn done() -> Option<&'static str> {
    let resent = crate::contacts::address::invitation_key(InvitationVerb::Resend);
    (said().get("done") == Some(resent)).then_some(texts().invitations.resent)
}

fn parts(dashboard: Dashboard) -> impl IntoView {
    let Dashboard { numbers, needs, year, billed, services, activity, submission, .. } = dashboard;
    let (year, services) = (year.map(year::panel), services.map(services::panel));
    let (billed, recent) = (billed.map(billed::panel), activity.map(recent::panel));
    let first = (year.is_some() || services.is_some()).then(|| view! { <div class="stack">{year} {services}</div> });
    view! {
        {numbers::line(numbers)}
        {needs::panel(needs, submission)}
        <div class="dashboard">
            {first}
            <div class="stack">{billed} {recent} {can::panel()}</div>
        </div>
    }
}
