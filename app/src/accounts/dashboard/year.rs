//! What comes due in the months ahead, as a picture and by name.

use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Chart, ChartLegend, Column, Panel, Shade};
use domain::access::HoldingAction;
use domain::account::dashboard::{Ending, MonthAhead};
use leptos::either::Either;
use leptos::prelude::*;

pub fn panel(months: Vec<MonthAhead>) -> impl IntoView {
    let text = &texts().accounts.dashboard.year;
    let ends = |month: Option<&MonthAhead>| month.map(|month| text.name(month.month)).unwrap_or_default();
    let (first, last) = (ends(months.first()), ends(months.last()));
    let columns = months.iter().map(|month| Column {
        title: text.things(&text.name(month.month), month.count()),
        parts: vec![
            (Shade::First, month.services.count),
            (Shade::Second, month.domains.count),
            (Shade::Third, month.invoices),
        ],
    });
    let columns: Vec<Column> = columns.collect();
    let months: Vec<MonthAhead> = months.into_iter().filter(|month| month.count() > 0).collect();
    if months.is_empty() {
        return Either::Left(view! { <Panel title=text.title><p class="muted">{text.nothing}</p></Panel> });
    }
    Either::Right(view! {
        <Panel title=text.title>
            <Chart label=text.title columns=columns first=first last=last />
            {legend()}
            {table(months)}
        </Panel>
    })
}

/// The kinds that the reader may see.
fn legend() -> impl IntoView {
    let (shell, text) = (&texts().shell, &texts().accounts.dashboard.year);
    let kinds = [
        (HoldingAction::SeeServices, Shade::First, shell.services),
        (HoldingAction::SeeDomains, Shade::Second, shell.domains),
        (HoldingAction::SeeInvoices, Shade::Third, text.to_pay),
    ];
    let actor = use_account().view.actor;
    let seen = kinds.into_iter().filter(|(action, ..)| actor.check(*action).is_ok());
    let shades = seen.map(|(_, shade, name)| (shade, name.to_owned())).collect();
    view! { <ChartLegend shades=shades /> }
}

fn table(months: Vec<MonthAhead>) -> impl IntoView {
    let text = &texts().accounts.dashboard.year;
    let billing = &texts().billing;
    let pays = use_account().view.actor.check(HoldingAction::SeeInvoices).is_ok();
    let rows = months.into_iter().map(|month| {
        let to_pay = pays.then(|| {
            let sums: Vec<String> = month.to_pay.iter().map(|sum| billing.money(sum)).collect();
            view! { <td class="num">{sums.join(", ")}</td> }
        });
        view! {
            <tr>
                <th scope="row">{text.name(month.month)}</th>
                <td>{ending(&month.services, &month.domains)}</td>
                {to_pay}
            </tr>
        }
    });
    view! {
        <table class="months" aria-label=text.title>
            <thead>
                <tr>
                    <th scope="col">{text.month}</th>
                    <th scope="col">{text.expires}</th>
                    {pays.then(|| view! { <th scope="col" class="num">{text.to_pay}</th> })}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// What ends in a month, by name as far as it is named.
fn ending(services: &Ending, domains: &Ending) -> String {
    let names: Vec<&str> = services.first.iter().chain(&domains.first).map(String::as_str).collect();
    let more = services.count + domains.count - i64::try_from(names.len()).unwrap_or(i64::MAX);
    let names = names.join(", ");
    if more > 0 { format!("{names} {}", texts().accounts.dashboard.year.more(more)) } else { names }
}
