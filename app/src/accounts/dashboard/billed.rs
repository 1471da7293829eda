//! What was billed in the months behind: a picture for each currency, and its numbers.

use crate::text::texts;
use crate::ui::{Chart, ChartLegend, Column, Panel, Shade};
use domain::account::dashboard::{Billed, MonthBilled};
use leptos::either::Either;
use leptos::prelude::*;

pub fn panel(all: Vec<Billed>) -> impl IntoView {
    let text = &texts().accounts.dashboard.year;
    if all.is_empty() {
        return Either::Left(view! { <Panel title=text.billed><p class="muted">{text.billed_nothing}</p></Panel> });
    }
    let all = all.into_iter().map(currency).collect_view();
    Either::Right(view! { <Panel title=text.billed>{all}</Panel> })
}

fn currency(billed: Billed) -> impl IntoView {
    let text = &texts().accounts.dashboard.year;
    let money = |minor| texts().billing.money(&billed.money(minor));
    let column = |month: &MonthBilled| Column {
        title: text.amount(&text.name(month.month), &money(month.paid + month.unpaid)),
        parts: vec![(Shade::First, month.paid), (Shade::Third, month.unpaid)],
    };
    let columns: Vec<Column> = billed.months.iter().map(column).collect();
    let ends = |month: Option<&MonthBilled>| month.map(|month| text.name(month.month)).unwrap_or_default();
    let (first, last) = (ends(billed.months.first()), ends(billed.months.last()));
    let label = text.billed_lead(&texts().billing.money(&billed.total()));
    let legend = vec![(Shade::First, text.paid.to_owned()), (Shade::Third, text.unpaid.to_owned())];
    let rows = billed.months.iter().map(|month| {
        view! {
            <tr>
                <th scope="row">{text.name(month.month)}</th>
                <td class="num">{money(month.paid)}</td>
                <td class="num">{money(month.unpaid)}</td>
            </tr>
        }
    });
    view! {
        <div class="billed">
            <p>{label.clone()}</p>
            <Chart label=label.clone() columns=columns first=first last=last />
            <ChartLegend shades=legend />
            <details>
                <summary>{text.as_table}</summary>
                <table class="months" aria-label=label>
                    <thead>
                        <tr>
                            <th scope="col">{text.month}</th>
                            <th scope="col" class="num">{text.paid}</th>
                            <th scope="col" class="num">{text.unpaid}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </details>
        </div>
    }
}
