//! What a driver measures of a service over a day: drawn, and in a table that says the same.

use super::head::{ServiceTab, head};
use crate::request::path_id;
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Cell, Chart, ChartLegend, Column, EmptyState, HeaderCell, Icon, Moment, Panel, Shade, TableFrame};
use domain::holdings::{ServiceUsage, Usage, UsageHour};
use domain::id::ServiceId;
use leptos::prelude::*;

/// The Usage tab of a service.
pub async fn service_usage_page() -> Result<Page, Instead> {
    let account = use_account();
    let service: ServiceId = path_id("service")?;
    let ServiceUsage { service: row, usage } = ask!(holdings.service_usage(account.acting, service))?;
    let head = head(&account, &row, ServiceTab::Usage);
    let text = &texts().services.usage;
    let body = match usage {
        Usage::NotMeasured => nothing(text.not_measured),
        Usage::NoAnswer => nothing(text.no_answer),
        Usage::Hours(hours) if hours.iter().all(|hour| hour.cpu_percent.is_none()) => nothing(text.nothing_yet),
        Usage::Hours(hours) => view! { {charts(&hours)} {table(hours)} }.into_any(),
    };
    Ok(Page::new(row.name, view! { <div class="page">{head} {body}</div> }))
}

fn nothing(why: &'static str) -> AnyView {
    view! { <EmptyState title=texts().services.usage.none text=why icon=Icon::Activity /> }.into_any()
}

fn charts(hours: &[UsageHour]) -> impl IntoView + use<> {
    let text = &texts().services.usage;
    let (first, last) = (ends(hours.first()), ends(hours.last()));
    let cpu = hours.iter().map(|hour| Column {
        title: format!("{} {}", hour.from.text, percent(hour)),
        parts: vec![(Shade::First, hour.cpu_percent.unwrap_or(0).into())],
    });
    let traffic = hours.iter().map(|hour| Column {
        title: format!("{} {} / {}", hour.from.text, rate(hour.received), rate(hour.sent)),
        parts: vec![(Shade::First, amount(hour.received)), (Shade::Second, amount(hour.sent))],
    });
    let (cpu, traffic) = (cpu.collect::<Vec<_>>(), traffic.collect::<Vec<_>>());
    let legend = vec![(Shade::First, text.received.to_owned()), (Shade::Second, text.sent.to_owned())];
    let cpu = view! { <Chart label=text.cpu columns=cpu first=first.clone() last=last.clone() /> };
    view! {
        <div class="columns">
            <Panel title=text.cpu lead=text.cpu_lead>{cpu}</Panel>
            <Panel title=text.traffic lead=text.traffic_lead>
                <Chart label=text.traffic columns=traffic first=first last=last />
                <ChartLegend shades=legend />
            </Panel>
        </div>
    }
}

fn ends(hour: Option<&UsageHour>) -> String {
    hour.map(|hour| hour.from.text.clone()).unwrap_or_default()
}

fn table(hours: Vec<UsageHour>) -> impl IntoView {
    let text = &texts().services.usage;
    let rows = hours.into_iter().rev().map(|hour| {
        let (cpu, received, sent) = (percent(&hour), rate(hour.received), rate(hour.sent));
        view! {
            <tr>
                <th scope="row" class="cell-title"><Moment instant=hour.from.iso text=hour.from.text /></th>
                <Cell label=text.cpu class="num">{cpu}</Cell>
                <Cell label=text.received class="num">{received}</Cell>
                <Cell label=text.sent class="num">{sent}</Cell>
            </tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <TableFrame label=text.table>
            <thead>
                <tr>
                    <HeaderCell label=text.hour />
                    <HeaderCell label=text.cpu class="num" />
                    <HeaderCell label=text.received class="num" />
                    <HeaderCell label=text.sent class="num" />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </TableFrame>
    }
}

fn percent(hour: &UsageHour) -> String {
    hour.cpu_percent.map_or_else(|| "–".to_owned(), |percent| format!("{percent} %"))
}

fn amount(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

/// Bytes a second in a unit that fits: “1.2 MB/s”.
fn rate(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB/s"), (1_000_000, "MB/s"), (1_000, "kB/s")];
    let Some((unit, name)) = UNITS.into_iter().find(|(unit, _)| bytes >= *unit) else {
        return format!("{bytes} B/s");
    };
    let tenths = bytes / (unit / 10);
    format!("{}{}{} {name}", tenths / 10, texts().billing.decimal_mark, tenths % 10)
}
