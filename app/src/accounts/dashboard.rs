//! The first page of an account: the areas one may use, with what wants attention.

use crate::billing::api::invoices;
use crate::contacts::api::list;
use crate::contacts::counted;
use crate::domains::api::domains;
use crate::request::{Failure, page_resource, provider};
use crate::services::api::services;
use crate::shell::{AccountContext, Gate, PageTitle, once, use_account};
use crate::text::texts;
use crate::ui::{EmptyState, Glyph, Icon, PageHeader};
use domain::access::{AccountAction, Action, ContactAction, HoldingAction};
use domain::billing::InvoiceStatus;
use domain::contact::ContactQuery;
use domain::list::Total;
use domain::paths;
use domain::ports::Acting;
use domain::service::ServiceStatus;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What a tile counts, and what of that wants attention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Count {
    value: Total,
    urgent: usize,
}

/// The page Dashboard.
#[component]
pub fn DashboardPage() -> impl IntoView {
    view! {
        <PageTitle text=texts().shell.dashboard />
        <Gate action=AccountAction::SeeDashboard>
            <Dashboard />
        </Gate>
    }
}

#[component]
fn Dashboard() -> impl IntoView {
    let text = &texts().shell;
    let account = use_account();
    let acting = account.acting;
    let may = |action: Action<'static>| account.view.actor.check(action).is_ok();
    let services = may(HoldingAction::SeeServices.into()).then(|| {
        let count = page_resource(move || acting, count_services);
        view! { <CountTile href=paths::services(acting) title=text.services label=text.active_services icon=Icon::Server count=count urgent=text.expiring /> }
    });
    let domains = may(HoldingAction::SeeDomains.into()).then(|| {
        let count = page_resource(move || acting, count_domains);
        view! { <CountTile href=paths::domains(acting) title=text.domains label=text.domain_names icon=Icon::Globe count=count urgent=text.expiring /> }
    });
    let invoices = may(HoldingAction::SeeInvoices.into()).then(|| {
        let count = page_resource(move || acting, count_invoices);
        view! { <CountTile href=paths::billing(acting) title=text.billing label=text.unpaid_invoices icon=Icon::Card count=count urgent=text.overdue /> }
    });
    let people = may(ContactAction::List.into()).then(|| {
        let waiting = account.view.requests.waiting;
        let count = page_resource(move || (acting, waiting), count_people);
        let title = text.people(provider().people);
        view! { <CountTile href=paths::contacts(acting) title=title label=text.people icon=Icon::People count=count urgent=text.requests /> }
    });
    let plain = plain_tiles(&account);
    let nothing = services.is_none() && domains.is_none() && invoices.is_none() && people.is_none() && plain.is_empty();
    let nothing =
        nothing.then(|| view! { <EmptyState title=text.nothing_here text=text.nothing_here_text icon=Icon::Lock /> });
    view! {
        <div class="page">
            <PageHeader title=account.view.name />
            {nothing}
            <div class="tiles">{services} {domains} {invoices} {people} {plain}</div>
        </div>
    }
}

/// The areas that have nothing to count.
fn plain_tiles(account: &AccountContext) -> Vec<AnyView> {
    let text = &texts().shell;
    let acting = account.acting;
    [
        (HoldingAction::SeeTickets, paths::tickets(acting), text.support, Icon::Support),
        (HoldingAction::SeeDataCenter, paths::data_center(acting), text.data_center, Icon::Building),
        (HoldingAction::PlaceOrder, paths::orders(acting), text.order, Icon::Cart),
    ]
    .into_iter()
    .filter(|(action, ..)| account.view.actor.check(*action).is_ok())
    .map(|(_, href, label, icon)| {
        view! {
            <a class="tile tile-plain" href=href>
                <span class="tile-title"><Glyph icon=icon /> {label}</span>
            </a>
        }
        .into_any()
    })
    .collect()
}

/// A tile with a number.
#[component]
fn CountTile(
    href: String,
    title: &'static str,
    label: fn(Total) -> &'static str,
    icon: Icon,
    count: Resource<Result<Count, Failure>>,
    urgent: fn(usize) -> String,
) -> impl IntoView {
    let text = &texts().shell;
    // A number that can't be had is no reason to refuse the page: the area itself says why.
    let number = move || {
        Suspend::new(async move {
            match count.await {
                Ok(count) => {
                    let note = if count.urgent > 0 { urgent(count.urgent) } else { text.all_fine.to_owned() };
                    let class = if count.urgent > 0 { "small expires-soon" } else { "small muted" };
                    view! {
                        <span class="tile-value">{counted(count.value)}</span>
                        <span class="small">{label(count.value)}</span>
                        <span class=class>{note}</span>
                    }
                    .into_any()
                }
                Err(Failure(error)) => {
                    view! { <span class="small muted">{texts().problems.failure(&error)}</span> }.into_any()
                }
            }
        })
    };
    view! {
        <a class="tile" href=href>
            <span class="tile-title"><Glyph icon=icon /> {title}</span>
            <Suspense fallback=|| view! { <span class="tile-value">"…"</span> }>{once(number)}</Suspense>
        </a>
    }
}

fn exactly(count: usize) -> Total {
    i64::try_from(count).map_or(Total::Many, Total::Exact)
}

async fn count_services(acting: Acting) -> Result<Count, Failure> {
    let rows = services(acting).await?;
    let active = rows.iter().filter(|row| row.status == ServiceStatus::Active).count();
    Ok(Count { value: exactly(active), urgent: rows.iter().filter(|row| row.expiring).count() })
}

async fn count_domains(acting: Acting) -> Result<Count, Failure> {
    let rows = domains(acting).await?;
    Ok(Count { value: exactly(rows.len()), urgent: rows.iter().filter(|row| row.expiring).count() })
}

async fn count_invoices(acting: Acting) -> Result<Count, Failure> {
    let rows = invoices(acting).await?;
    let unpaid = rows.iter().filter(|row| row.status == InvoiceStatus::Unpaid).count();
    Ok(Count { value: exactly(unpaid), urgent: rows.iter().filter(|row| row.overdue).count() })
}

async fn count_people((acting, waiting): (Acting, usize)) -> Result<Count, Failure> {
    let page = list(acting, ContactQuery::default()).await?;
    Ok(Count { value: page.page.total, urgent: waiting })
}
