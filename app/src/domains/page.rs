//! The list of domain names.

use crate::request::query;
use crate::shell::{Instead, ListPager, ListSearch, NothingFound, Page, use_account};
use crate::text::texts;
use crate::ui::{Badge, Cell, EmptyState, HeaderCell, Icon, Moment, PageHeader, Tab, TableFrame, Tabs, Tone};
use domain::access::HoldingAction;
use domain::acting::Acting;
use domain::domains::{DomainQuery, DomainRow, DomainStatus, ShownDomains};
use domain::list;
use domain::paths;
use leptos::either::Either;
use leptos::prelude::*;

/// The page Domains.
pub async fn domains_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(HoldingAction::SeeDomains)?;
    let (acting, query) = (account.acting, query());
    let shown = if query.get("show") == Some("expiring") { ShownDomains::Expiring } else { ShownDomains::All };
    let (search, cursor) = (query.text("search").trim().to_owned(), query.text("cursor").to_owned());
    let domains = ask!(holdings.domains(acting, DomainQuery { shown, search: search.clone(), cursor }))?;
    let text = texts();
    let content = view! {
        <div class="page">
            <PageHeader title=text.shell.domains lead=text.domains.lead />
            {tabs(acting, shown, &search)}
            {listed(domains, acting, shown, search)}
        </div>
    };
    Ok(Page::new(text.shell.domains, content))
}

/// All of them, and those that end soon or have run out.
fn tabs(acting: Acting, shown: ShownDomains, search: &str) -> impl IntoView + use<> {
    let text = &texts().domains;
    let (all, expiring) = (shown == ShownDomains::All, shown == ShownDomains::Expiring);
    let searched = |href| paths::with_query(href, [("search", search)]);
    let (to_all, to_expiring) = (searched(paths::domains(acting)), searched(paths::expiring_domains(acting)));
    view! {
        <Tabs label=text.which>
            <Tab href=to_all label=text.all_tab current=all />
            <Tab href=to_expiring label=text.expiring_tab current=expiring />
        </Tabs>
    }
}

fn listed(domains: list::Page<DomainRow>, acting: Acting, shown: ShownDomains, search: String) -> impl IntoView {
    let text = &texts().domains;
    let list::Page { rows, total, previous, next } = domains;
    let (title, why, show) = match shown {
        ShownDomains::All => (text.none, text.none_text, None),
        ShownDomains::Expiring => (text.no_expiring, text.no_expiring_text, Some(("show", "expiring".to_owned()))),
    };
    if rows.is_empty() && search.is_empty() {
        return Either::Left(view! { <EmptyState title=title text=why icon=Icon::Globe /> });
    }
    let total = text.count(total);
    let query: Vec<_> = show.clone().into_iter().chain([("search", search.clone())]).collect();
    let found = if rows.is_empty() {
        Either::Left(view! { <NothingFound show_all=paths::domains(acting) /> })
    } else {
        Either::Right(table(rows))
    };
    Either::Right(view! {
        <ListSearch href=paths::domains(acting) label=texts().search.in_domains value=search query=show />
        {found}
        <ListPager href=paths::domains(acting) query=query previous=previous next=next total=total />
    })
}

fn table(rows: Vec<DomainRow>) -> impl IntoView {
    let text = texts();
    view! {
        <TableFrame label=text.shell.domains>
            <thead>
                <tr>
                    <HeaderCell label=text.domains.name />
                    <HeaderCell label=text.domains.status />
                    <HeaderCell label=text.domains.expires />
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(|row| view! { <Domain row=row /> }).collect_view()}</tbody>
        </TableFrame>
    }
}

#[component]
fn Domain(row: DomainRow) -> impl IntoView {
    let text = &texts().domains;
    let tone = match row.status {
        DomainStatus::Active => Tone::Good,
        DomainStatus::Pending => Tone::Info,
        DomainStatus::Expired => Tone::Bad,
        DomainStatus::Ended => Tone::Neutral,
    };
    let expires = match row.expires {
        Some(at) if row.expiring => {
            view! { <span class="expires-soon"><Moment instant=at.iso text=at.text /></span> }.into_any()
        }
        Some(at) => view! { <Moment instant=at.iso text=at.text /> }.into_any(),
        None => view! { <span class="muted">{text.no_end}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row" class="cell-title">{row.name}</th>
            <Cell label=text.status><Badge tone=tone>{text.domain_status(row.status)}</Badge></Cell>
            <Cell label=text.expires>{expires}</Cell>
        </tr>
    }
}
