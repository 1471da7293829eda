//! The list of domain names: those that the person sees.

use super::facts::{Ends, StatusBadge};
use crate::contacts::counted;
use crate::request::query;
use crate::shell::{Instead, ListPager, ListSearch, NothingFound, Page, use_account};
use crate::text::texts;
use crate::ui::{Cell, EmptyState, HeaderCell, Icon, PageHeader, Tab, TableFrame, Tabs};
use domain::access::HoldingAction;
use domain::acting::Acting;
use domain::domains::{DomainList, DomainQuery, DomainRow, DomainStatus, ShownDomains};
use domain::list::{self, Total};
use domain::operation::DomainOperationSet;
use domain::paths;
use domain::rights::DomainSight;
use leptos::either::Either;
use leptos::prelude::*;

/// The page Domains.
pub async fn domains_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(HoldingAction::SeeDomains)?;
    let (acting, query) = (account.acting, query());
    let shown = ShownDomains::from_key(query.text("show"));
    let (search, cursor) = (query.text("search").trim().to_owned(), query.text("cursor").to_owned());
    let found = ask!(holdings.domains(acting, DomainQuery { shown, search: search.clone(), cursor }))?;
    let DomainList { page, counts } = found;
    let text = texts();
    let lead = match account.view.actor.standing.effective.domain_sight() {
        DomainSight::All => text.domains.lead,
        DomainSight::Only(_) => text.domains.single_lead,
    };
    let content = view! {
        <div class="page">
            <PageHeader title=text.shell.domains lead=lead />
            {tabs(acting, &counts, shown, &search)}
            {listed(page, acting, shown, search)}
        </div>
    };
    Ok(Page::new(text.shell.domains, content))
}

/// All of them, and those of each kind that there are.
fn tabs(
    acting: Acting,
    counts: &[(ShownDomains, Total)],
    current: ShownDomains,
    search: &str,
) -> impl IntoView + use<> {
    let text = &texts().domains;
    let label = |shown: ShownDomains| match shown {
        ShownDomains::All => text.all_tab,
        ShownDomains::Expiring => text.expiring_tab,
        ShownDomains::Standing(DomainStatus::Active) => text.active_tab,
        ShownDomains::Standing(DomainStatus::Pending) => text.pending_tab,
        ShownDomains::Standing(DomainStatus::Expired) => text.expired_tab,
        ShownDomains::Standing(DomainStatus::Ended) => text.ended_tab,
    };
    let of = |shown: ShownDomains| counts.iter().find(|(one, _)| *one == shown).map(|(_, total)| counted(*total));
    let standing = DomainStatus::ALL.into_iter().map(ShownDomains::Standing);
    let is_there = |shown: &ShownDomains| *shown == current || of(*shown).is_some();
    let all = [ShownDomains::All, ShownDomains::Expiring].into_iter().chain(standing.filter(is_there));
    let each = all.map(|shown| {
        let href = paths::with_query(paths::shown_domains(acting, shown), [("search", search)]);
        view! { <Tab href=href label=label(shown) current=shown == current count=of(shown) /> }
    });
    let each = each.collect::<Vec<_>>();
    view! { <Tabs label=text.which>{each}</Tabs> }
}

fn listed(domains: list::Page<DomainRow>, acting: Acting, shown: ShownDomains, search: String) -> impl IntoView {
    let text = &texts().domains;
    let list::Page { rows, total, previous, next } = domains;
    let (title, why) = match shown {
        ShownDomains::All => (text.none, text.none_text),
        ShownDomains::Expiring => (text.no_expiring, text.no_expiring_text),
        ShownDomains::Standing(_) => (text.none_of_these, text.none_of_these_text),
    };
    let show = (shown != ShownDomains::All).then(|| ("show", shown.key().to_owned()));
    if rows.is_empty() && search.is_empty() {
        return Either::Left(view! { <EmptyState title=title text=why icon=Icon::Globe /> });
    }
    let total = text.count(total);
    let query: Vec<_> = show.clone().into_iter().chain([("search", search.clone())]).collect();
    let found = if rows.is_empty() {
        Either::Left(view! { <NothingFound show_all=paths::domains(acting) /> })
    } else {
        Either::Right(table(acting, rows))
    };
    Either::Right(view! {
        <ListSearch href=paths::domains(acting) label=texts().search.in_domains value=search query=show />
        {found}
        <ListPager href=paths::domains(acting) query=query previous=previous next=next total=total />
    })
}

fn table(acting: Acting, rows: Vec<DomainRow>) -> impl IntoView {
    let text = texts();
    view! {
        <TableFrame label=text.shell.domains>
            <thead>
                <tr>
                    <HeaderCell label=text.domains.name />
                    <HeaderCell label=text.domains.status />
                    <HeaderCell label=text.domains.expires />
                    <HeaderCell label=text.services.you_may />
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(|row| view! { <Domain acting=acting row=row /> }).collect_view()}</tbody>
        </TableFrame>
    }
}

#[component]
fn Domain(acting: Acting, row: DomainRow) -> impl IntoView {
    let text = &texts().domains;
    let href = paths::domain(acting, row.id);
    view! {
        <tr>
            <th scope="row" class="cell-title">
                <a href=href>{row.name}</a>
            </th>
            <Cell label=text.status><StatusBadge status=row.status expiring=row.expiring /></Cell>
            <Cell label=text.expires><Ends expires=row.expires expiring=row.expiring /></Cell>
            <Cell label=texts().services.you_may>{operations(row.operations)}</Cell>
        </tr>
    }
}

/// What one may do on a domain, beside looking at it.
fn operations(operations: DomainOperationSet) -> impl IntoView {
    let text = texts();
    let names: Vec<&str> = operations.iter().map(|operation| text.rights.domain_operation(operation)).collect();
    let said = if names.is_empty() { text.services.view_only.to_owned() } else { names.join(", ") };
    view! { <span class="operations">{said}</span> }
}
