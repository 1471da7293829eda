//! The list of services. Whoever sees all begins with the active ones; whoever sees some sees them at once (PRODUCT D8).

use super::address;
use super::filters::Filters;
use super::table::Table;
use crate::request::query;
use crate::shell::{AccountContext, Instead, ListPager, NothingFound, Page, use_account};
use crate::text::texts;
use crate::ui::{EmptyState, Icon, LinkButton, PageHeader};
use domain::access::HoldingAction;
use domain::acting::Acting;
use domain::list;
use domain::operation::Operation;
use domain::paths;
use domain::rights::ServiceSight;
use domain::service::{ServiceQuery, ServiceRow, Shown};
use leptos::either::Either;
use leptos::prelude::*;

/// The page My Services.
pub async fn services_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(HoldingAction::SeeServices)?;
    let (acting, query, text) = (account.acting, query(), texts());
    let (lead, begins_with, mut shown) = match account.view.actor.standing.effective.sight() {
        ServiceSight::All => (text.services.lead, Shown::Active, vec![Shown::Active, Shown::Expiring, Shown::All]),
        ServiceSight::ExpiringAnd(_) => (text.services.expiring_lead, Shown::All, Vec::new()),
        ServiceSight::Only(_) => (text.services.single_lead, Shown::All, Vec::new()),
    };
    let wanted = address::read(&query, begins_with);
    if shown.is_empty() && wanted.shown == Shown::Expiring {
        shown = vec![Shown::Expiring, Shown::All];
    }
    let services = ask!(holdings.services(acting, wanted.clone()))?;
    let counts = ask!(holdings.service_counts(acting, wanted.clone()))?;
    let is_bare = services.rows.is_empty() && ServiceQuery { shown: wanted.shown, ..ServiceQuery::default() } == wanted;
    let filters = (!is_bare || shown.len() > 1).then(|| {
        view! { <Filters acting=acting wanted=wanted.clone() counts=counts shown=shown /> }
    });
    let content = view! {
        <div class="page">
            {header(&account, lead)}
            {filters}
            {listed(services, acting, wanted, is_bare)}
        </div>
    };
    Ok(Page::new(text.shell.services, content))
}

/// The head of the page, with the way to order more (S1.19) and to the SSH keys for whoever may.
fn header(account: &AccountContext, lead: &'static str) -> AnyView {
    let (text, acting, actor) = (texts(), account.acting, &account.view.actor);
    let title = text.shell.services;
    let keys = actor.check(HoldingAction::SeeSshKeys).is_ok().then(|| {
        view! { <LinkButton href=paths::ssh_keys(acting) icon=Icon::Key>{text.ssh_keys.title}</LinkButton> }
    });
    let power = has_power(account).then(|| {
        view! { <LinkButton href=paths::services_power(acting) icon=Icon::Switch>{text.services.operations.many}</LinkButton> }
    });
    let order = actor.check(HoldingAction::PlaceOrder).is_ok().then(|| {
        view! { <LinkButton href=paths::orders(acting) icon=Icon::Cart>{text.services.order}</LinkButton> }
    });
    if power.is_none() && keys.is_none() && order.is_none() {
        return view! { <PageHeader title=title lead=lead /> }.into_any();
    }
    view! {
        <PageHeader title=title lead=lead>
            {power}
            {keys}
            {order}
        </PageHeader>
    }
    .into_any()
}

/// Whether the person may change the power of more than one service.
fn has_power(account: &AccountContext) -> bool {
    let held = &account.view.actor.standing.effective;
    let single = || held.services().iter().filter(|(_, operations)| operations.contains(Operation::Power)).count() > 1;
    held.all_services().contains(Operation::Power) || single()
}

fn listed(services: list::Page<ServiceRow>, acting: Acting, wanted: ServiceQuery, is_bare: bool) -> impl IntoView {
    let list::Page { rows, total, previous, next } = services;
    if rows.is_empty() {
        return Either::Left(nothing(acting, wanted.shown, is_bare));
    }
    let total = texts().services.count(total);
    let query = address::pairs(&wanted).to_vec();
    Either::Right(view! {
        <Table acting=acting rows=rows wanted=wanted />
        <ListPager href=paths::services(acting) query=query previous=previous next=next total=total />
    })
}

/// What stands where no service is: that there is none, or that the filters find none.
fn nothing(acting: Acting, shown: Shown, is_bare: bool) -> impl IntoView {
    let text = &texts().services;
    if !is_bare {
        return view! { <NothingFound show_all=paths::all_services(acting) /> }.into_any();
    }
    let (title, why) = match shown {
        Shown::All => (text.none, text.none_text),
        Shown::Active => (text.no_active, text.no_active_text),
        Shown::Expiring => (text.no_expiring, text.no_expiring_text),
    };
    view! { <EmptyState title=title text=why icon=Icon::Server /> }.into_any()
}
