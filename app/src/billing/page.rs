//! The list of invoices.

use crate::request::query;
use crate::shell::{Instead, ListPager, ListSearch, NothingFound, Page, use_account};
use crate::text::texts;
use crate::ui::{Badge, Cell, EmptyState, HeaderCell, Icon, Moment, PageHeader, Tab, TableFrame, Tabs, Tone};
use domain::access::HoldingAction;
use domain::acting::Acting;
use domain::billing::{InvoiceQuery, InvoiceRow, InvoiceStatus, ShownInvoices};
use domain::list;
use domain::paths;
use leptos::either::Either;
use leptos::prelude::*;

/// The page Billing & Payment.
pub async fn billing_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(HoldingAction::SeeInvoices)?;
    let (acting, query) = (account.acting, query());
    let shown = if query.get("show") == Some("unpaid") { ShownInvoices::Unpaid } else { ShownInvoices::All };
    let (search, cursor) = (query.text("search").trim().to_owned(), query.text("cursor").to_owned());
    let invoices = ask!(holdings.invoices(acting, InvoiceQuery { shown, search: search.clone(), cursor }))?;
    let text = texts();
    let content = view! {
        <div class="page">
            <PageHeader title=text.shell.billing lead=text.billing.lead />
            {tabs(acting, shown, &search)}
            {listed(invoices, acting, shown, search)}
        </div>
    };
    Ok(Page::new(text.shell.billing, content))
}

/// All of them, and those to be paid.
fn tabs(acting: Acting, shown: ShownInvoices, search: &str) -> impl IntoView + use<> {
    let text = &texts().billing;
    let (all, unpaid) = (shown == ShownInvoices::All, shown == ShownInvoices::Unpaid);
    let searched = |href| paths::with_query(href, [("search", search)]);
    let (to_all, to_unpaid) = (searched(paths::billing(acting)), searched(paths::unpaid_invoices(acting)));
    view! {
        <Tabs label=text.which>
            <Tab href=to_all label=text.all_tab current=all />
            <Tab href=to_unpaid label=text.unpaid_tab current=unpaid />
        </Tabs>
    }
}

fn listed(invoices: list::Page<InvoiceRow>, acting: Acting, shown: ShownInvoices, search: String) -> impl IntoView {
    let text = &texts().billing;
    let list::Page { rows, total, previous, next } = invoices;
    let (title, why, show) = match shown {
        ShownInvoices::All => (text.none, text.none_text, None),
        ShownInvoices::Unpaid => (text.none_unpaid, text.none_unpaid_text, Some(("show", "unpaid".to_owned()))),
    };
    if rows.is_empty() && search.is_empty() {
        return Either::Left(view! { <EmptyState title=title text=why icon=Icon::Card /> });
    }
    let total = text.count(total);
    let query: Vec<_> = show.clone().into_iter().chain([("search", search.clone())]).collect();
    let found = if rows.is_empty() {
        Either::Left(view! { <NothingFound show_all=paths::billing(acting) /> })
    } else {
        Either::Right(table(rows))
    };
    Either::Right(view! {
        <ListSearch href=paths::billing(acting) label=texts().search.in_invoices value=search query=show />
        {found}
        <ListPager href=paths::billing(acting) query=query previous=previous next=next total=total />
    })
}

fn table(rows: Vec<InvoiceRow>) -> impl IntoView {
    let text = texts();
    view! {
        <TableFrame label=text.shell.billing>
            <thead>
                <tr>
                    <HeaderCell label=text.billing.invoice />
                    <HeaderCell label=text.billing.status />
                    <HeaderCell label=text.billing.issued />
                    <HeaderCell label=text.billing.due />
                    <HeaderCell label=text.billing.total class="num" />
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(|row| view! { <Invoice row=row /> }).collect_view()}</tbody>
        </TableFrame>
    }
}

#[component]
fn Invoice(row: InvoiceRow) -> impl IntoView {
    let text = &texts().billing;
    let (tone, status) = match row.status {
        InvoiceStatus::Unpaid if row.overdue => (Tone::Bad, text.overdue),
        InvoiceStatus::Unpaid => (Tone::Warn, text.invoice_status(row.status)),
        InvoiceStatus::Paid => (Tone::Good, text.invoice_status(row.status)),
        InvoiceStatus::Cancelled | InvoiceStatus::Refunded => (Tone::Neutral, text.invoice_status(row.status)),
    };
    let amount = match (row.status == InvoiceStatus::Unpaid, row.overdue) {
        (true, true) => "amount amount-overdue",
        (true, false) => "amount amount-due",
        (false, _) => "amount",
    };
    let due = row.due.map(|at| view! { <Moment instant=at.iso text=at.text /> });
    view! {
        <tr>
            <th scope="row" class="cell-title"><span class="invoice-number">{row.number}</span></th>
            <Cell label=text.status><Badge tone=tone>{status}</Badge></Cell>
            <Cell label=text.issued><Moment instant=row.issued.iso text=row.issued.text /></Cell>
            <Cell label=text.due>{due}</Cell>
            <Cell label=text.total class="num"><span class=amount>{text.money(&row.total)}</span></Cell>
        </tr>
    }
}
