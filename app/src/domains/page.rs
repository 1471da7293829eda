//! The list of domain names.

use super::api::domains;
use crate::request::page_resource;
use crate::shell::{Gate, ListPager, Loaded, PageTitle, use_account, use_cursor};
use crate::text::texts;
use crate::ui::{Badge, Cell, EmptyState, HeaderCell, Icon, Moment, PageHeader, SkeletonRows, TableFrame, Tone};
use domain::access::HoldingAction;
use domain::domains::{DomainRow, DomainStatus};
use domain::list::Page;
use domain::paths;
use leptos::either::Either;
use leptos::prelude::*;

#[component]
pub fn DomainsPage() -> impl IntoView {
    view! {
        <PageTitle text=texts().shell.domains />
        <Gate action=HoldingAction::SeeDomains>
            <Domains />
        </Gate>
    }
}

#[component]
fn Domains() -> impl IntoView {
    let text = texts();
    let acting = use_account().acting;
    let cursor = use_cursor();
    let rows = page_resource(move || cursor.get(), move |cursor| domains(acting, cursor));
    let view = move |page: Page<DomainRow>| {
        let text = &texts().domains;
        let Page { rows, total, previous, next } = page;
        if rows.is_empty() {
            Either::Left(view! { <EmptyState title=text.none text=text.none_text icon=Icon::Globe /> })
        } else {
            let total = (text.count)(total);
            Either::Right(view! {
                {table(rows)}
                <ListPager href=paths::domains(acting) previous=previous next=next total=total />
            })
        }
    };
    let skeleton = || view! { <SkeletonRows rows=6 columns=3 label=texts().shell.loading /> };
    view! {
        <div class="page">
            <PageHeader title=text.shell.domains lead=text.domains.lead />
            <Loaded resource=rows view=view skeleton=skeleton />
        </div>
    }
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
