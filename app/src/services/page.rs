//! The list of services. Whoever sees all begins with the active ones; whoever sees some sees them at once (PRODUCT D8).

use crate::request::query;
use crate::shell::{AccountContext, Instead, ListPager, ListSearch, NothingFound, Page, use_account};
use crate::text::texts;
use crate::ui::{
    Badge, Cell, EmptyState, Glyph, HeaderCell, Icon, LinkButton, Moment, PageHeader, Tab, TableFrame, Tabs, Tone,
};
use domain::access::HoldingAction;
use domain::acting::Acting;
use domain::list;
use domain::operation::OperationSet;
use domain::paths;
use domain::rights::ServiceSight;
use domain::service::{ServiceKind, ServiceQuery, ServiceRow, ServiceStatus, Shown};
use leptos::either::Either;
use leptos::prelude::*;

/// Which services the person is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    All,
    Expiring,
    Single,
}

/// The page My Services.
pub async fn services_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(HoldingAction::SeeServices)?;
    let (acting, query) = (account.acting, query());
    let sight = match account.view.actor.standing.effective.sight() {
        ServiceSight::All => Sight::All,
        ServiceSight::ExpiringAnd(_) => Sight::Expiring,
        ServiceSight::Only(_) => Sight::Single,
    };
    let shown = match (query.get("show"), sight) {
        (Some("expiring"), _) => Shown::Expiring,
        (Some("all"), _) | (_, Sight::Expiring | Sight::Single) => Shown::All,
        (_, Sight::All) => Shown::Active,
    };
    let (search, cursor) = (query.text("search").trim().to_owned(), query.text("cursor").to_owned());
    let services = ask!(holdings.services(acting, ServiceQuery { shown, search: search.clone(), cursor }))?;
    let text = texts();
    let lead = match sight {
        Sight::All => text.services.lead,
        Sight::Expiring => text.services.expiring_lead,
        Sight::Single => text.services.single_lead,
    };
    let tabs = (sight == Sight::All || shown == Shown::Expiring).then(|| tabs(acting, (sight, shown), &search));
    let content = view! {
        <div class="page">
            {header(&account, lead)}
            {tabs}
            {listed(services, acting, shown, search)}
        </div>
    };
    Ok(Page::new(text.shell.services, content))
}

/// The head of the page, with the way to order more for whoever may (S1.19).
fn header(account: &AccountContext, lead: &'static str) -> AnyView {
    let text = texts();
    let title = text.shell.services;
    if account.view.actor.check(HoldingAction::PlaceOrder).is_err() {
        return view! { <PageHeader title=title lead=lead /> }.into_any();
    }
    let order = paths::orders(account.acting);
    view! {
        <PageHeader title=title lead=lead>
            <LinkButton href=order icon=Icon::Cart>{text.services.order}</LinkButton>
        </PageHeader>
    }
    .into_any()
}

/// The active ones, for whoever sees all; those that end soon; all.
fn tabs(acting: Acting, (sight, shown): (Sight, Shown), search: &str) -> impl IntoView + use<> {
    let text = &texts().services;
    let (active, expiring, all) = (shown == Shown::Active, shown == Shown::Expiring, shown == Shown::All);
    let searched = |href| paths::with_query(href, [("search", search)]);
    let active = (sight == Sight::All).then(|| {
        view! { <Tab href=searched(paths::services(acting)) label=text.active_tab current=active /> }
    });
    let (to_expiring, to_all) = (searched(paths::expiring_services(acting)), searched(paths::all_services(acting)));
    view! {
        <Tabs label=text.which>
            {active}
            <Tab href=to_expiring label=text.expiring_tab current=expiring />
            <Tab href=to_all label=text.all_tab current=all />
        </Tabs>
    }
}

fn listed(services: list::Page<ServiceRow>, acting: Acting, shown: Shown, search: String) -> impl IntoView {
    let text = &texts().services;
    let list::Page { rows, total, previous, next } = services;
    if rows.is_empty() && search.is_empty() {
        return Either::Left(nothing(shown));
    }
    let show = match shown {
        Shown::All => Some("all"),
        Shown::Active => None,
        Shown::Expiring => Some("expiring"),
    };
    let show = show.map(|show| ("show", show.to_owned()));
    let query: Vec<_> = show.clone().into_iter().chain([("search", search.clone())]).collect();
    let total = text.count(total);
    let found = if rows.is_empty() {
        Either::Left(view! { <NothingFound show_all=paths::all_services(acting) /> })
    } else {
        Either::Right(table(rows))
    };
    Either::Right(view! {
        <ListSearch href=paths::services(acting) label=texts().search.in_services value=search query=show />
        {found}
        <ListPager href=paths::services(acting) query=query previous=previous next=next total=total />
    })
}

/// What stands where no service is.
fn nothing(shown: Shown) -> impl IntoView {
    let text = &texts().services;
    let (title, why) = match shown {
        Shown::All => (text.none, text.none_text),
        Shown::Active => (text.no_active, text.no_active_text),
        Shown::Expiring => (text.no_expiring, text.no_expiring_text),
    };
    view! { <EmptyState title=title text=why icon=Icon::Server /> }
}

fn table(rows: Vec<ServiceRow>) -> impl IntoView {
    let text = texts();
    view! {
        <TableFrame label=text.shell.services>
            <thead>
                <tr>
                    <HeaderCell label=text.services.name />
                    <HeaderCell label=text.services.kind class="cell-low" />
                    <HeaderCell label=text.services.status />
                    <HeaderCell label=text.services.expires />
                    <HeaderCell label=text.services.you_may />
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(|row| view! { <Service row=row /> }).collect_view()}</tbody>
        </TableFrame>
    }
}

#[component]
fn Service(row: ServiceRow) -> impl IntoView {
    let text = &texts().services;
    let class = match (row.expiring, row.status == ServiceStatus::Expired) {
        (true, true) => "expired",
        (true, false) => "expires-soon",
        (false, _) => "",
    };
    let expires = match row.expires {
        Some(at) => view! { <span class=class><Moment instant=at.iso text=at.text /></span> }.into_any(),
        None => view! { <span class="muted">{text.no_end}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row" class="cell-title">
                <span class="service-name">
                    <Glyph icon=kind_icon(row.kind) />
                    <span>
                        {row.name}
                        <br />
                        <span class="small muted">{row.product}</span>
                    </span>
                </span>
            </th>
            <Cell label=text.kind class="cell-low">{text.service_kind(row.kind)}</Cell>
            <Cell label=text.status><StatusBadge status=row.status expiring=row.expiring /></Cell>
            <Cell label=text.expires>{expires}</Cell>
            <Cell label=text.you_may>{operations(row.operations)}</Cell>
        </tr>
    }
}

/// Where a service stands, and whether it ends soon.
#[component]
pub fn StatusBadge(
    status: ServiceStatus,
    /// Whether it ends soon or has run out.
    expiring: bool,
) -> impl IntoView {
    let text = &texts().services;
    let soon = (expiring && status != ServiceStatus::Expired)
        .then(|| view! { " " <Badge tone=Tone::Warn>{text.expires_soon}</Badge> });
    view! {
        <Badge tone=status_tone(status)>{text.service_status(status)}</Badge>
        {soon}
    }
}

/// What one may do on a service, beside looking at it.
fn operations(operations: OperationSet) -> impl IntoView {
    let text = texts();
    let names = operations.iter().map(|operation| text.rights.operation(operation));
    let names: Vec<&'static str> = if operations.is_empty() { vec![text.services.view_only] } else { names.collect() };
    view! { <span class="operations">{names.join(", ")}</span> }
}

/// The drawing of a kind of service.
pub const fn kind_icon(kind: ServiceKind) -> Icon {
    match kind {
        ServiceKind::Vps | ServiceKind::Dedicated => Icon::Server,
        ServiceKind::Hosting => Icon::Globe,
        ServiceKind::Colocation => Icon::Building,
        ServiceKind::Other => Icon::Settings,
    }
}

const fn status_tone(status: ServiceStatus) -> Tone {
    match status {
        ServiceStatus::Active => Tone::Good,
        ServiceStatus::Pending => Tone::Info,
        ServiceStatus::Suspended => Tone::Warn,
        ServiceStatus::Expired => Tone::Bad,
        ServiceStatus::Ended => Tone::Neutral,
    }
}
