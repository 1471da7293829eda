//! The first page of an account: the areas one may use, with what wants attention.

use crate::accounts::api::dashboard;
use crate::contacts::counted;
use crate::request::{FunctionError, page_resource, provider};
use crate::shell::{AccountContext, Gate, PageTitle, once, use_account};
use crate::text::texts;
use crate::ui::{EmptyState, Glyph, Icon, PageHeader};
use domain::access::{AccountAction, Action, ContactAction, HoldingAction};
use domain::account::Dashboard as Numbers;
use domain::list::Total;
use domain::paths;
use leptos::prelude::*;

/// What a tile counts, and what of that wants attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Count {
    value: Total,
    urgent: usize,
}

impl Count {
    /// Nothing where the reader lacks the right by now.
    fn of(value: Option<Total>, urgent: Option<usize>) -> Option<Self> {
        value.zip(urgent).map(|(value, urgent)| Self { value, urgent })
    }
}

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
    let waiting = account.view.requests.waiting;
    let numbers = page_resource(move || (acting, waiting), |(acting, _)| dashboard(acting));
    let services = may(HoldingAction::SeeServices.into()).then(|| {
        let count = |all: &Numbers| Count::of(all.services, all.waiting.services);
        view! { <CountTile href=paths::services(acting) title=text.services label=text.active_services icon=Icon::Server numbers=numbers count=count urgent=text.expiring /> }
    });
    let domains = may(HoldingAction::SeeDomains.into()).then(|| {
        let count = |all: &Numbers| Count::of(all.domains, all.waiting.domains);
        view! { <CountTile href=paths::domains(acting) title=text.domains label=text.domain_names icon=Icon::Globe numbers=numbers count=count urgent=text.expiring /> }
    });
    let invoices = may(HoldingAction::SeeInvoices.into()).then(|| {
        let count = |all: &Numbers| Count::of(all.invoices, all.waiting.invoices);
        view! { <CountTile href=paths::billing(acting) title=text.billing label=text.unpaid_invoices icon=Icon::Card numbers=numbers count=count urgent=text.overdue /> }
    });
    let people = may(ContactAction::List.into()).then(|| {
        let count = move |all: &Numbers| Count::of(all.contacts, Some(waiting));
        let title = text.people(provider().people);
        view! { <CountTile href=paths::contacts(acting) title=title label=text.people icon=Icon::People numbers=numbers count=count urgent=text.requests /> }
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
    numbers: Resource<Result<Numbers, FunctionError>>,
    count: impl Fn(&Numbers) -> Option<Count> + Copy + Send + Sync + 'static,
    urgent: fn(usize) -> String,
) -> impl IntoView {
    let text = &texts().shell;
    // A number that can't be had is no reason to refuse the page: the area itself says why.
    let number = move || {
        Suspend::new(async move {
            match numbers.await.map(|numbers| count(&numbers)) {
                Ok(None) => ().into_any(),
                Ok(Some(count)) => {
                    let note = if count.urgent > 0 { urgent(count.urgent) } else { text.all_fine.to_owned() };
                    let class = if count.urgent > 0 { "small expires-soon" } else { "small muted" };
                    view! {
                        <span class="tile-value">{counted(count.value)}</span>
                        <span class="small">{label(count.value)}</span>
                        <span class=class>{note}</span>
                    }
                    .into_any()
                }
                Err(FunctionError(error)) => {
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
