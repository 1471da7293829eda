//! The first page of an account: the areas one may use, with what wants attention.

use crate::contacts::counted;
use crate::request::{FunctionError, provider};
use crate::shell::{AccountContext, Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{EmptyState, Glyph, Icon, PageHeader};
use domain::access::{AccountAction, Action, ContactAction, HoldingAction};
use domain::account::Dashboard as Numbers;
use domain::list::Total;
use domain::paths;
use leptos::prelude::*;
use texts::AccountsDashboardText;

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

/// The first page of an account.
pub async fn dashboard_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(AccountAction::SeeDashboard)?;
    // A number that can't be had is no reason to refuse the page: the area itself says why.
    let numbers = ask!(accounts.dashboard(account.acting));
    let text = &texts().accounts.dashboard;
    let mut tiles = count_tiles(&account, &numbers);
    tiles.extend(plain_tiles(&account));
    let nothing = tiles
        .is_empty()
        .then(|| view! { <EmptyState title=text.nothing_here text=text.nothing_here_text icon=Icon::Lock /> });
    let content = view! {
        <div class="page">
            <PageHeader title=account.view.name />
            {nothing}
            <div class="tiles">{tiles}</div>
        </div>
    };
    Ok(Page::new(texts().shell.dashboard, content))
}

/// The areas with a number.
fn count_tiles(account: &AccountContext, numbers: &Result<Numbers, FunctionError>) -> Vec<AnyView> {
    let titles = &texts().shell;
    let acting = account.acting;
    let may = |action: Action<'static>| account.view.actor.check(action).is_ok();
    let waiting = account.view.requests.waiting;
    let services = may(HoldingAction::SeeServices.into()).then(|| {
        let number = numbers.clone().map(|all| Count::of(all.services, all.waiting.services));
        view! { <CountTile href=paths::services(acting) title=titles.services label=AccountsDashboardText::active_services icon=Icon::Server number=number urgent=AccountsDashboardText::expiring /> }.into_any()
    });
    let domains = may(HoldingAction::SeeDomains.into()).then(|| {
        let number = numbers.clone().map(|all| Count::of(all.domains, all.waiting.domains));
        view! { <CountTile href=paths::domains(acting) title=titles.domains label=AccountsDashboardText::domain_names icon=Icon::Globe number=number urgent=AccountsDashboardText::expiring /> }.into_any()
    });
    let invoices = may(HoldingAction::SeeInvoices.into()).then(|| {
        let number = numbers.clone().map(|all| Count::of(all.invoices, all.waiting.invoices));
        view! { <CountTile href=paths::billing(acting) title=titles.billing label=AccountsDashboardText::unpaid_invoices icon=Icon::Card number=number urgent=AccountsDashboardText::overdue /> }.into_any()
    });
    let people = may(ContactAction::List.into()).then(|| {
        let number = numbers.clone().map(|all| Count::of(all.contacts, Some(waiting)));
        let title = titles.people(provider().people);
        view! { <CountTile href=paths::contacts(acting) title=title label=AccountsDashboardText::people icon=Icon::People number=number urgent=AccountsDashboardText::requests /> }.into_any()
    });
    [services, domains, invoices, people].into_iter().flatten().collect()
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
    label: fn(&AccountsDashboardText, Total) -> String,
    icon: Icon,
    number: Result<Option<Count>, FunctionError>,
    urgent: fn(&AccountsDashboardText, usize) -> String,
) -> impl IntoView {
    let text = &texts().accounts.dashboard;
    let number = match number {
        Ok(None) => ().into_any(),
        Ok(Some(count)) => {
            let note = if count.urgent > 0 { urgent(text, count.urgent) } else { text.all_fine.to_owned() };
            let class = if count.urgent > 0 { "small expires-soon" } else { "small muted" };
            view! {
                <span class="tile-value">{counted(count.value)}</span>
                <span class="small">{label(text, count.value)}</span>
                <span class=class>{note}</span>
            }
            .into_any()
        }
        Err(FunctionError(error)) => view! { <span class="small muted">{texts().failure(&error)}</span> }.into_any(),
    };
    view! {
        <a class="tile" href=href>
            <span class="tile-title"><Glyph icon=icon /> {title}</span>
            {number}
        </a>
    }
}
