//! The list of invoices.

use crate::request::query;
use crate::shell::{Instead, ListPager, Page, use_account};
use crate::text::texts;
use crate::ui::{Badge, Cell, EmptyState, HeaderCell, Icon, Moment, PageHeader, TableFrame, Tone};
use domain::access::HoldingAction;
use domain::acting::Acting;
use domain::billing::{InvoiceRow, InvoiceStatus};
use domain::list;
use domain::paths;
use leptos::either::Either;
use leptos::prelude::*;

/// The page Billing & Payment.
pub async fn billing_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(HoldingAction::SeeInvoices)?;
    let acting = account.acting;
    let cursor = query().text("cursor").to_owned();
    let invoices = ask!(holdings.invoices(acting, cursor))?;
    let text = texts();
    let content = view! {
        <div class="page">
            <PageHeader title=text.shell.billing lead=text.billing.lead />
            {listed(invoices, acting)}
        </div>
    };
    Ok(Page::new(text.shell.billing, content))
}

fn listed(invoices: list::Page<InvoiceRow>, acting: Acting) -> impl IntoView {
    let text = &texts().billing;
    let list::Page { rows, total, previous, next } = invoices;
    if rows.is_empty() {
        return Either::Left(view! { <EmptyState title=text.none text=text.none_text icon=Icon::Card /> });
    }
    let total = text.count(total);
    Either::Right(view! {
        {table(rows)}
        <ListPager href=paths::billing(acting) previous=previous next=next total=total />
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
            <Cell label=text.total class="num"><span class=amount>{row.total.text(text.decimal_mark)}</span></Cell>
        </tr>
    }
}
