//! Who did what on the account: filters, the days with their events, and the same as files.

use super::activity_entry::entry;
use super::activity_filters::{self, Filters};
use crate::request::query;
use crate::shell::{AccountContext, Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{EmptyState, Icon, LinkButton, PageHeader, Pager, Panel};
use domain::access::{AccountAction, ContactAction};
use domain::acting::Acting;
use domain::audit::{ActivityFilter, ActivityQuery, ActivityRow, LogDay};
use domain::list;
use domain::paths;
use domain::template::{self, Template};
use leptos::either::Either;
use leptos::prelude::*;

/// The page Activity.
pub async fn activity_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(AccountAction::SeeActivity)?;
    let acting = account.acting;
    let asked = activity_filters::read(&query());
    let filter = asked.filter.clone();
    let rows = ask!(accounts.activity(acting, ActivityQuery { filter: filter.clone(), cursor: asked.cursor.clone() }))?;
    let text = texts();
    let files = (!rows.rows.is_empty()).then(|| view! { <Files acting=acting filter=filter.clone() /> });
    let content = view! {
        <div class="page page-narrow">
            <PageHeader title=text.shell.activity lead=text.accounts.activity.lead />
            <Filters acting=acting asked=asked />
            {listed(rows, &account, filter)}
            {files}
        </div>
    };
    Ok(Page::new(text.shell.activity, content))
}

/// The links to the files.
#[component]
fn Files(acting: Acting, filter: ActivityFilter) -> impl IntoView {
    let text = &texts().accounts.activity;
    let link = |path: String, label: &'static str| {
        let href = activity_filters::write(path, &filter, "");
        view! { <a class="button" href=href download="">{label}</a> }
    };
    view! {
        <div class="log-files">
            {link(paths::activity_csv(acting), text.download_csv)}
            {link(paths::activity_json(acting), text.download_json)}
            <p class="small muted">{text.download_text}</p>
        </div>
    }
}

/// The events by day, and the way to other pages; or what stands where they would be.
fn listed(page: list::Page<ActivityRow>, account: &AccountContext, filter: ActivityFilter) -> impl IntoView + use<> {
    let acting = account.acting;
    let list::Page { rows, total, previous, next } = page;
    if rows.is_empty() {
        return Either::Left(nothing(acting, &filter));
    }
    let linked = account.view.actor.check(ContactAction::List).is_ok().then_some(acting);
    let mut templates = template::built_in();
    templates.extend(account.view.own_templates.iter().cloned());
    let days = days(rows).into_iter().map(|(day, rows)| of_a_day(day, rows, linked, &templates)).collect_view();
    let turn = |cursor: Option<String>| {
        cursor.map(|cursor| activity_filters::write(paths::activity(acting), &filter, &cursor))
    };
    let text = &texts().contacts.list;
    let total = texts().accounts.activity.count(total);
    Either::Right(view! {
        <Panel>{days}</Panel>
        <Pager
            label=text.pages
            previous=turn(previous)
            next=turn(next)
            previous_label=text.previous
            next_label=text.next
        >
            <span data-count=true>{total}</span>
        </Pager>
    })
}

fn nothing(acting: Acting, filter: &ActivityFilter) -> impl IntoView + use<> {
    let text = &texts().accounts.activity;
    let filtered = *filter != ActivityFilter::default();
    let (title, advice) = if filtered { (text.no_match, text.no_match_text) } else { (text.none, text.none_text) };
    let all = filtered.then(|| view! { <LinkButton href=paths::activity(acting)>{text.show_all}</LinkButton> });
    view! {
        <EmptyState title=title text=advice icon=Icon::Activity attr:data-count=true>
            {all}
        </EmptyState>
    }
}

/// Rows that follow each other on one day stand together.
fn days(rows: Vec<ActivityRow>) -> Vec<(LogDay, Vec<ActivityRow>)> {
    let mut days: Vec<(LogDay, Vec<ActivityRow>)> = Vec::new();
    for row in rows {
        match days.last_mut() {
            Some((day, rows)) if *day == row.day => rows.push(row),
            Some(_) | None => days.push((row.day.clone(), vec![row])),
        }
    }
    days
}

fn of_a_day(
    day: LogDay,
    rows: Vec<ActivityRow>,
    linked: Option<Acting>,
    templates: &[Template],
) -> impl IntoView + use<> {
    let text = &texts().accounts.activity;
    let name = match day.ago {
        0 => Some(text.today),
        1 => Some(text.yesterday),
        _ => None,
    };
    let name = name.map(|name| view! { <strong>{name}</strong> " " });
    let rows = rows.into_iter().map(|row| entry(row, linked, templates)).collect_view();
    let key = day.date.clone();
    view! {
        <section class="log-day" data-key=key>
            <h2 class="log-date">{name} {day.date}</h2>
            <ol class="timeline">{rows}</ol>
        </section>
    }
}
