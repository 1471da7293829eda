//! The table of people by categories, and how many get each.

use domain::category::Category;
use domain::contact::{Notifications, Verdict};
use domain::list::Total;
use domain::notification::{Delivery, NotificationRow, REACH_COUNTED, Reach, Why};
use leptos::prelude::*;

use super::chosen::ChoiceLink;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Badge, Cell, Glyph, HeaderCell, Icon, Panel, TableFrame, Tone};
use domain::paths;

/// How many get each category: in red what nobody gets, marked what hangs on one person.
#[component]
pub fn ReachPanel(
    /// Every category.
    reach: Vec<Reach>,
) -> impl IntoView {
    let (text, words) = (&texts().notifications, &texts().rights.categories);
    let item = |Reach { category, people }: Reach| {
        let badge = match people {
            Total::Exact(0) => view! { <Badge tone=Tone::Bad icon=Icon::Warning>{text.nobody}</Badge> }.into_any(),
            Total::Exact(1) => view! { <Badge tone=Tone::Warn>{text.people(1)}</Badge> }.into_any(),
            Total::Exact(count) => view! { <Badge tone=Tone::Good>{text.people(count)}</Badge> }.into_any(),
            Total::Many => view! { <Badge tone=Tone::Good>{text.many(REACH_COUNTED)}</Badge> }.into_any(),
        };
        view! {
            <li class="reach">
                <p class="reach-name">{words.name(category)} " " {badge}</p>
                <p class="muted small">{words.holds(category)}</p>
            </li>
        }
    };
    let items = reach.into_iter().map(item).collect_view();
    view! { <Panel title=text.reach><ul class="reaches">{items}</ul></Panel> }
}

#[component]
pub fn MatrixTable(rows: Vec<NotificationRow>) -> impl IntoView {
    let text = texts();
    let words = &text.rights.categories;
    let headers = Category::ALL.into_iter().map(|category| view! { <HeaderCell label=words.name(category) /> });
    let headers = headers.collect_view();
    let rows = rows.into_iter().map(matrix_row).collect::<Vec<_>>();
    view! {
        <div class="notify-matrix">
            <TableFrame label=text.notifications.heading>
                <thead>
                    <tr>
                        <HeaderCell label=text.contacts.name />
                        {headers}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </TableFrame>
        </div>
    }
}

fn matrix_row(row: NotificationRow) -> impl IntoView {
    let text = texts();
    let acting = use_account().acting;
    let badge = row.owner.map(|_| view! { <Badge tone=Tone::Info>{text.contacts.owner}</Badge> });
    let you = row.is_me.then(|| view! { <Badge>{text.contacts.you}</Badge> });
    let words = &text.rights.categories;
    let cells = Category::ALL
        .into_iter()
        .zip(row.deliveries)
        .map(|(category, delivery)| view! { <Cell label=words.name(category)>{mark(delivery)}</Cell> })
        .collect_view();
    let missing = row.notifications == Notifications::NotSet;
    let label =
        if missing && row.choose == Verdict::Allowed { text.notifications.set } else { text.notifications.view };
    let missing = missing.then(|| view! { <span class="notify-missing">{text.notifications.setup}</span> });
    view! {
        <tr data-key=row.contact.to_string()>
            <th scope="row" class="cell-title">
                <div class="cell-main">
                    <a href=paths::contact(acting, row.contact)>{row.name}</a>
                    {badge}
                    {you}
                </div>
                <div class="notify">{missing} <ChoiceLink contact=row.contact label=label /></div>
            </th>
            {cells}
        </tr>
    }
}

/// Whether the mails are sent, in a word or a sign; why not, where they were chosen.
fn mark(delivery: Delivery) -> AnyView {
    let text = &texts().notifications;
    match delivery {
        Delivery::Off => view! { <span class="muted">{text.no}</span> }.into_any(),
        Delivery::Sent(why) => {
            let word = match why {
                Why::Owner => text.yes_always,
                Why::Chosen | Why::Concerned => text.yes,
            };
            view! { <span class="notify-yes"><Glyph icon=Icon::Check /> {word}</span> }.into_any()
        }
        Delivery::Inactive => view! { <Badge>{text.paused}</Badge> }.into_any(),
        Delivery::Withheld(privilege) => {
            let reason = text.withheld(texts().rights.privilege(privilege));
            view! { <Badge tone=Tone::Warn>{reason}</Badge> }.into_any()
        }
    }
}
