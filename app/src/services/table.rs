//! The table of services. A column that nothing on the page fills is left out.

use super::address;
use super::facts::{StateText, StatusBadge, kind_icon, price};
use crate::text::texts;
use crate::ui::{Cell, Glyph, HeaderCell, Moment, Sort, SortHeader, TableFrame};
use domain::acting::Acting;
use domain::list::Direction;
use domain::operation::OperationSet;
use domain::paths;
use domain::service::{ServiceQuery, ServiceRow, ServiceSort, ServiceStatus};
use domain::time;
use leptos::prelude::*;

/// Which columns there are beside those that always are.
#[derive(Debug, Clone, Copy)]
struct Columns {
    address: bool,
    price: bool,
    due: bool,
}

#[component]
pub fn Table(
    acting: Acting,
    rows: Vec<ServiceRow>,
    /// What the list asks for.
    wanted: ServiceQuery,
) -> impl IntoView {
    let text = &texts().services;
    let columns = Columns {
        address: rows.iter().any(|row| row.address.is_some()),
        price: rows.iter().any(|row| row.price.is_some()),
        due: rows.iter().any(|row| row.next_due.is_some()),
    };
    let header = |label: &'static str, sort: ServiceSort, class: &'static str| {
        let now = match (wanted.sort == sort, wanted.direction) {
            (false, _) => Sort::Unsorted,
            (true, Direction::Ascending) => Sort::Ascending,
            (true, Direction::Descending) => Sort::Descending,
        };
        view! { <SortHeader label=label href=address::sorted_by(acting, &wanted, sort) sort=now class=class /> }
    };
    let address = columns.address.then(|| view! { <HeaderCell label=text.address class="services-address" /> });
    let costs = columns.price.then(|| view! { <HeaderCell label=text.price class="services-price" /> });
    let due = columns.due.then(|| header(text.next_due, ServiceSort::NextDue, "services-date"));
    let head = view! {
        {header(text.name, ServiceSort::Name, "services-name")}
        <HeaderCell label=text.kind class="services-kind cell-low" />
        <HeaderCell label=text.status class="services-state" />
        {address}
        {costs}
        {due}
        {header(text.expires, ServiceSort::Expires, "services-date")}
        <HeaderCell label=text.you_may class="services-may" />
    }
    .into_any();
    let rows = rows.into_iter().map(|row| service(acting, row, columns)).collect::<Vec<_>>();
    view! {
        <TableFrame label=texts().shell.services class="services">
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </TableFrame>
    }
}

fn service(acting: Acting, row: ServiceRow, columns: Columns) -> impl IntoView {
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
    let date = |at: time::Moment| view! { <Moment instant=at.iso text=at.text /> };
    let address = columns.address.then(|| view! { <Cell label=text.address>{row.address}</Cell> });
    let costs = columns
        .price
        .then(|| view! { <Cell label=text.price class="services-price">{row.price.as_ref().map(price)}</Cell> });
    let due = columns.due.then(|| view! { <Cell label=text.next_due>{row.next_due.map(date)}</Cell> });
    let state = row.state.map(|state| view! { <StateText state=state short=true /> " " });
    view! {
        <tr data-key=row.id.to_string()>
            <th scope="row" class="cell-title">
                <Glyph icon=kind_icon(row.kind) />
                <a href=paths::service(acting, row.id)>{row.name}</a>
                " "
                <span class="service-product" title=row.product.clone()>{row.product.clone()}</span>
            </th>
            <Cell label=text.kind class="cell-low">{text.service_kind(row.kind)}</Cell>
            <Cell label=text.status>{state} <StatusBadge status=row.status expiring=row.expiring /></Cell>
            {address}
            {costs}
            {due}
            <Cell label=text.expires>{expires}</Cell>
            {may(row.operations)}
        </tr>
    }
}

/// What one may do on a service, beside looking at it.
fn may(operations: OperationSet) -> impl IntoView {
    let text = texts();
    let names = operations.iter().map(|operation| text.rights.operation(operation));
    let names: Vec<&'static str> = if operations.is_empty() { vec![text.services.view_only] } else { names.collect() };
    let names = names.join(", ");
    view! {
        <td data-label=text.services.you_may>
            <span class="operations" title=names.clone()>{names.clone()}</span>
        </td>
    }
}
