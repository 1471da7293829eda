//! The list of invoices.

use super::api::invoices;
use crate::request::page_resource;
use crate::shell::{Gate, ListPager, Loaded, PageTitle, use_account, use_cursor};
use crate::text::texts;
use crate::ui::{Badge, Cell, EmptyState, HeaderCell, Icon, Moment, PageHeader, SkeletonRows, TableFrame, Tone};
use domain::access::HoldingAction;
use domain::billing::{InvoiceRow, InvoiceStatus};
use domain::list::Page;
use domain::paths;
use leptos::either::Either;
use leptos::prelude::*;

/// The page Billing & Payment.
#[component]
pub fn BillingPage() -> impl IntoView {
    view! {
        <PageTitle text=texts().shell.billing />
        <Gate action=HoldingAction::SeeInvoices>
            <Invoices />
        </Gate>
    }
}

#[component]
fn Invoices() -> impl IntoView {
    let text = texts();
    let acting = use_account().acting;
    let cursor = use_cursor();
    let rows = page_resource(move || cursor.get(), move |cursor| invoices(acting, cursor));
    let view = move |page: Page<InvoiceRow>| {
        let text = &texts().billing;
        let Page { rows, total, previous, next } = page;
        if rows.is_empty() {
            Either::Left(view! { <EmptyState title=text.none text=text.none_text icon=Icon::Card /> })
        } else {
            let total = (text.count)(total);
            Either::Right(view! {
                {table(rows)}
                <ListPager href=paths::billing(acting) previous=previous next=next total=total />
            })
        }
    };
    let skeleton = || view! { <SkeletonRows rows=6 columns=5 label=texts().shell.loading /> };
    view! {
        <div class="page">
            <PageHeader title=text.shell.billing lead=text.billing.lead />
            <Loaded resource=rows view=view skeleton=skeleton />
        </div>
    }
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
