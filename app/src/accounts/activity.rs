//! Who did what on the account.

use crate::request::query;
use crate::shell::{Instead, ListPager, Page, use_account};
use crate::text::texts;
use crate::ui::{AddressText, Badge, EmptyState, Glyph, Icon, Moment, PageHeader, Panel, Tone};
use crate::{asking, contacts, invitations, people};
use domain::access::{AccountAction, ContactAction};
use domain::acting::Acting;
use domain::audit::{AccountFactKind, ActivityRow, FactKind};
use domain::by::By;
use domain::list;
use domain::paths;
use leptos::either::Either;
use leptos::prelude::*;

/// The page Activity.
pub async fn activity_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(AccountAction::SeeActivity)?;
    let acting = account.acting;
    let linked = account.view.actor.check(ContactAction::List).is_ok().then_some(acting);
    let cursor = query().text("cursor").to_owned();
    let rows = ask!(accounts.activity(acting, cursor))?;
    let text = texts();
    let content = view! {
        <div class="page page-narrow">
            <PageHeader title=text.shell.activity lead=text.accounts.activity.lead />
            {timeline(rows, acting, linked)}
        </div>
    };
    Ok(Page::new(text.shell.activity, content))
}

/// The events; contacts are links where `linked` says for whom.
fn timeline(page: list::Page<ActivityRow>, acting: Acting, linked: Option<Acting>) -> impl IntoView {
    let text = &texts().accounts.activity;
    let list::Page { rows, total, previous, next } = page;
    if rows.is_empty() {
        return Either::Left(view! { <EmptyState title=text.none text=text.none_text icon=Icon::Activity /> });
    }
    let rows = rows.into_iter().map(|row| view! { <Entry row=row linked=linked /> }).collect_view();
    let total = text.count(total);
    Either::Right(view! {
        <Panel><ol class="timeline">{rows}</ol></Panel>
        <ListPager href=paths::activity(acting) previous=previous next=next total=total />
    })
}

/// One event. Its contacts are links for those who may list them.
#[component]
fn Entry(row: ActivityRow, linked: Option<Acting>) -> impl IntoView {
    let text = texts();
    let done = text.fact(row.kind, row.targets.len());
    let targets = row
        .targets
        .into_iter()
        .enumerate()
        .map(|(index, (contact, name))| {
            let gap = if index == 0 { " " } else { ", " };
            let name = name.unwrap_or_else(|| text.accounts.activity.unnamed_contact.to_owned());
            match linked {
                Some(acting) => view! { {gap} <a href=paths::contact(acting, contact)>{name}</a> }.into_any(),
                None => view! { {gap} {name} }.into_any(),
            }
        })
        .collect_view();
    let changes = row.changes.iter().map(|change| view! { <li>{text.change(change)}</li> }).collect_view();
    let changes = (!row.changes.is_empty()).then(|| view! { <ul class="small">{changes}</ul> });
    view! {
        <li class="timeline-item">
            <span class="timeline-mark"><Glyph icon=icon(row.kind) /></span>
            <div class="timeline-body">
                <p class="timeline-text"><Author by=row.by linked=linked /> " " {done} {targets}</p>
                {changes}
                <p class="timeline-when"><Moment instant=row.at.iso text=row.at.text /></p>
            </div>
        </li>
    }
}

/// Who did it: somebody with their address, which tells them from others who call themselves the same, or the provider.
#[component]
fn Author(by: By, linked: Option<Acting>) -> impl IntoView {
    match by {
        By::Provider => view! { <Badge tone=Tone::Info>{texts().accounts.activity.provider}</Badge> }.into_any(),
        By::Person { name, email, contact } => {
            let name = if name.is_empty() { texts().accounts.activity.unnamed_contact.to_owned() } else { name };
            let name = match linked.zip(contact) {
                Some((acting, contact)) => view! { <a href=paths::contact(acting, contact)>{name}</a> }.into_any(),
                None => name.into_any(),
            };
            let email = email.map(|email| view! { " " <span class="muted"><AddressText address=email /></span> });
            view! { <strong>{name}</strong> {email} }.into_any()
        }
    }
}

const fn icon(kind: FactKind) -> Icon {
    match kind {
        FactKind::Contact(kind) => contacts::fact_icon(kind),
        FactKind::Invitation(kind) => invitations::fact_icon(kind),
        FactKind::Person(kind) => people::fact_icon(kind),
        FactKind::Account(kind) => account(kind),
        FactKind::Role(_) => Icon::Pencil,
        FactKind::Ownership(_) => Icon::Key,
        FactKind::Notification(_) => Icon::Bell,
        FactKind::Request(kind) => asking::fact_icon(kind),
        FactKind::Installation(_) => Icon::Lock,
    }
}

const fn account(kind: AccountFactKind) -> Icon {
    match kind {
        AccountFactKind::Created | AccountFactKind::Imported => Icon::Building,
        AccountFactKind::Pinned | AccountFactKind::Unpinned => Icon::Pin,
    }
}
