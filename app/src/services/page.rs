//! The list of services. Whoever sees all begins with the active ones; whoever sees some sees them at once (PRODUCT D8).

use super::api::services;
use crate::request::page_resource;
use crate::shell::{Gate, ListPager, Loaded, PageTitle, use_account, use_cursor};
use crate::text::texts;
use crate::ui::{
    Badge, Cell, EmptyState, Glyph, HeaderCell, Icon, Moment, PageHeader, SkeletonRows, Tab, TableFrame, Tabs, Tone,
};
use domain::access::HoldingAction;
use domain::list::Page;
use domain::operation::OperationSet;
use domain::paths;
use domain::rights::ServiceSight;
use domain::service::{ServiceKind, ServiceQuery, ServiceRow, ServiceStatus, Shown};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page My Services.
#[component]
pub fn ServicesPage() -> impl IntoView {
    view! {
        <PageTitle text=texts().shell.services />
        <Gate action=HoldingAction::SeeServices>
            <Services />
        </Gate>
    }
}

/// Which services the person is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    All,
    Expiring,
    Single,
}

#[component]
fn Services() -> impl IntoView {
    let text = texts();
    let account = use_account();
    let acting = account.acting;
    let sight = match account.view.actor.standing.effective.sight() {
        ServiceSight::All => Sight::All,
        ServiceSight::ExpiringAnd(_) => Sight::Expiring,
        ServiceSight::Only(_) => Sight::Single,
    };
    let lead = match sight {
        Sight::All => text.services.lead,
        Sight::Expiring => text.services.expiring_lead,
        Sight::Single => text.services.single_lead,
    };
    let (query, cursor) = (use_query_map(), use_cursor());
    let all =
        Memo::new(move |_| sight != Sight::All || query.with(|query| query.get("show").as_deref() == Some("all")));
    let shown = move || if all.get() { Shown::All } else { Shown::Active };
    let wanted = move || ServiceQuery { shown: shown(), cursor: cursor.get() };
    let rows = page_resource(wanted, move |query| services(acting, query));
    let tabs = (sight == Sight::All).then(|| {
        view! {
            <Tabs label=text.services.which>
                <Tab href=paths::services(acting) label=text.services.active_tab current=Signal::derive(move || !all.get()) />
                <Tab href=paths::all_services(acting) label=text.services.all_tab current=all />
            </Tabs>
        }
    });
    let view = move |page: Page<ServiceRow>| {
        let Page { rows, total, previous, next } = page;
        let all = all.get_untracked();
        if rows.is_empty() {
            return Either::Left(nothing(if all { Shown::All } else { Shown::Active }));
        }
        let query = (all && sight == Sight::All).then(|| ("show", "all".to_owned()));
        let total = (texts().services.count)(total);
        Either::Right(view! {
            {table(rows)}
            <ListPager href=paths::services(acting) query=query previous=previous next=next total=total />
        })
    };
    let skeleton = || view! { <SkeletonRows rows=6 columns=4 label=texts().shell.loading /> };
    view! {
        <div class="page">
            <PageHeader title=text.shell.services lead=lead />
            {tabs}
            <Loaded resource=rows view=view skeleton=skeleton />
        </div>
    }
}

/// What stands where no service is.
fn nothing(shown: Shown) -> impl IntoView {
    let text = &texts().services;
    let (title, why) = match shown {
        Shown::All => (text.none, text.none_text),
        Shown::Active => (text.no_active, text.no_active_text),
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
    let soon = (row.expiring && row.status != ServiceStatus::Expired)
        .then(|| view! { " " <Badge tone=Tone::Warn>{text.expires_soon}</Badge> });
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
            <Cell label=text.status>
                <Badge tone=status_tone(row.status)>{text.service_status(row.status)}</Badge>
                {soon}
            </Cell>
            <Cell label=text.expires>{expires}</Cell>
            <Cell label=text.you_may>{operations(row.operations)}</Cell>
        </tr>
    }
}

/// What one may do on a service, beside looking at it.
fn operations(operations: OperationSet) -> impl IntoView {
    let text = texts();
    let names = operations.iter().map(|operation| text.rights.operation(operation));
    let names: Vec<&'static str> = if operations.is_empty() { vec![text.services.view_only] } else { names.collect() };
    view! { <span class="operations">{names.join(", ")}</span> }
}

const fn kind_icon(kind: ServiceKind) -> Icon {
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
