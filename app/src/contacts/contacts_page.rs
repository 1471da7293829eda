//! Manage Contacts: the list of an account's people, and what can be done to them.

use domain::access::{ContactAction, Viewing};
use domain::acting::Acting;
use domain::contact::{BulkProgress, ContactFilter, ContactQuery, ContactRow};
use domain::id::{ContactId, SubmissionId};
use domain::list::{Page as ListPage, Total};
use domain::privilege::Privilege;
use domain::provider::WayToAdd;
use domain::rights::Rights;
use domain::status::ContactStatus;
use leptos::either::Either;
use leptos::prelude::*;

use super::address;
use super::api::{self, BulkAnswer, ContactList};
use super::bulk::BulkBar;
use super::bulk_question::BulkQuestion;
use super::filters::Filters;
use super::notice::{Outcome, StepNotice, progress};
use super::row_menu;
use super::section::{SectionTab, SectionTabs};
use super::table::{ContactsTable, Picking, RowParts};
use crate::asking::AskLink;
use crate::invitations::LinkNotice;
use crate::notifications::ChosenNotice;
use crate::request::{provider, query};
use crate::shell::{AccountContext, Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Banner, Button, ButtonKind, ButtonType, EmptyState, Icon, LinkButton, PageHeader, Pager, Tone};
use domain::paths;

pub async fn contacts_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(ContactAction::List)?;
    let (acting, query) = (account.acting, query());
    let outcome = api::outcome(acting, &query).await?;
    let text = &texts().contacts;
    let heading = text.heading(provider().people);
    if address::wants_progress(&query) {
        return Ok(Page::new(heading, outcome.bulk.as_ref().and_then(progress)));
    }
    let goes_on = outcome.bulk.as_ref().is_none_or(|bulk| bulk.progress == BulkProgress::UnderWay);
    if address::is_under_way(&query) && !goes_on {
        // From here on its address says once what came of it.
        return Err(Instead::Elsewhere(address::through_with(&crate::request::address())));
    }
    let wanted = address::read(&query);
    let list = api::list(acting, wanted.clone()).await?;
    let (filters, counts) = (wanted.clone(), list.counts.clone());
    let without_mails = without_mails(&account, list.counts.without_mails);
    let body = match api::bulk_answer() {
        Some(BulkAnswer::Asked(preview)) => {
            let submission = list.submission;
            view! { <BulkQuestion acting=acting preview=preview wanted=wanted submission=submission /> }.into_any()
        }
        Some(BulkAnswer::Done(answered)) => {
            let outcome = Outcome { bulk: Some(answered), ..outcome };
            view! { <Listed list=list wanted=wanted outcome=outcome /> }.into_any()
        }
        None => view! { <Listed list=list wanted=wanted outcome=outcome /> }.into_any(),
    };
    let content = view! {
        <div class="page">
            <PageHeader title=heading lead=text.list.lead>
                <AddButtons />
            </PageHeader>
            <SectionTabs current=SectionTab::People />
            <Filters acting=acting wanted=filters counts=counts />
            {without_mails}
            {body}
        </div>
    };
    Ok(Page::new(heading, content))
}

/// The ways to add people that the provider offers (S0.5, S0.8); with the reason where the actor may not.
#[component]
fn AddButtons() -> impl IntoView {
    let AccountContext { acting, view } = use_account();
    let denied = view.actor.check(ContactAction::Add(&[], &Rights::default())).err();
    let ask = denied.clone().map(|why| view! { <AskLink why=why /> });
    let denied = denied.map(|why| texts().rights.denied(&why));
    let ways = provider().ways_to_add;
    let buttons = ways
        .iter()
        .enumerate()
        .map(|(place, way)| {
            let (label, icon, href) = match way {
                WayToAdd::AddContact => (texts().contacts.list.add, Icon::Plus, paths::add_contact(acting)),
                WayToAdd::InviteUser => (texts().invitations.invite, Icon::Mail, paths::invite(acting)),
            };
            let kind = if place == 0 { ButtonKind::Primary } else { ButtonKind::Secondary };
            match denied.clone() {
                None => Either::Left(view! { <LinkButton href=href kind=kind icon=icon>{label}</LinkButton> }),
                Some(reason) => Either::Right(view! {
                    <Button kind=kind button_type=ButtonType::Button icon=icon disabled_reason=reason>
                        {label}
                    </Button>
                }),
            }
        })
        .collect::<Vec<_>>();
    view! { {buttons} {ask} }
}

/// That some people get no emails, for whoever can choose for them.
fn without_mails(account: &AccountContext, people: Total) -> Option<impl IntoView + use<>> {
    let standing = &account.view.actor.standing;
    let chooses = standing.effective.has(Privilege::ContactsNotifications) && standing.viewing == Viewing::Off;
    let text = &texts().contacts.list;
    let said = match people {
        Total::Exact(0) => return None,
        Total::Exact(count) => text.without_mails(count),
        Total::Many => text.without_mails_many.to_owned(),
    };
    let href = paths::notifications(account.acting);
    chooses.then(|| view! { <Banner tone=Tone::Warn>{said} " " <a href=href>{text.choose_mails}</a></Banner> })
}

/// Whether rows have boxes: for whoever manages people, where something can be done to many.
fn picking(account: &AccountContext, wanted: &ContactQuery) -> Picking {
    let standing = &account.view.actor.standing;
    let manages = standing.effective.has(Privilege::ContactsManage) && standing.viewing == Viewing::Off;
    let deleted = wanted.filter.status == Some(ContactStatus::Deleted);
    if manages && !deleted { Picking::On } else { Picking::Off }
}

/// The notices and the list.
#[component]
fn Listed(list: ContactList, wanted: ContactQuery, outcome: Outcome) -> impl IntoView {
    let ContactList { page, counts, submission } = list;
    let done = outcome.is_of_picked();
    let body = if page.rows.is_empty() {
        Either::Left(nobody(use_account().acting, &wanted))
    } else {
        let (fixed, saved) = (counts.fixed, outcome.saved);
        let rows = view! {
            <Rows page=page wanted=wanted submission=submission done=done fixed=fixed saved=saved />
        };
        Either::Right(rows)
    };
    view! {
        <LinkNotice />
        <StepNotice submission=submission outcome=outcome />
        <ChosenNotice />
        {body}
    }
}

/// The table, the bar for whom is picked, and the way to other pages.
#[component]
fn Rows(
    page: ListPage<ContactRow>,
    wanted: ContactQuery,
    submission: SubmissionId,
    done: bool,
    /// How many of those found can't be picked.
    fixed: usize,
    /// Who was just saved.
    saved: Option<ContactId>,
) -> impl IntoView {
    let text = &texts().contacts;
    let account = use_account();
    let (acting, picking) = (account.acting, picking(&account, &wanted));
    let turn = |cursor: Option<String>| address::turned_to(acting, &wanted, cursor.as_deref());
    let (previous, next) = (turn(page.previous), turn(page.next));
    let total = text.people(page.total);
    let (list, open) = (address::write(acting, &wanted), row_menu::asked(&page.rows));
    let parts = RowParts { acting, list, picking, open, saved, submission };
    let can_be_picked = match page.total {
        Total::Exact(found) => Total::Exact((found - i64::try_from(fixed).unwrap_or(0)).max(0)),
        Total::Many => Total::Many,
    };
    let bar = (picking == Picking::On).then(|| {
        let wanted = wanted.clone();
        view! { <BulkBar acting=acting wanted=wanted submission=submission total=can_be_picked done=done /> }
    });
    view! {
        <ContactsTable rows=page.rows wanted=wanted parts=parts />
        {bar}
        <Pager
            label=text.list.pages
            previous=previous
            next=next
            previous_label=text.list.previous
            next_label=text.list.next
        >
            <span data-count=true>{total}</span>
        </Pager>
    }
}

/// What stands where the rows would be.
fn nobody(acting: Acting, query: &ContactQuery) -> impl IntoView + use<> {
    let text = &texts().contacts.list;
    let deleted_only = ContactFilter { status: Some(ContactStatus::Deleted), ..ContactFilter::default() };
    let (title, advice) = if query.filter == ContactFilter::default() {
        (text.empty, text.empty_text.to_owned())
    } else if query.filter == deleted_only {
        (text.none_deleted, text.none_deleted_text(provider().restore_days))
    } else {
        (text.no_match, text.no_match_text.to_owned())
    };
    let clear = (query.filter != ContactFilter::default()).then(|| {
        view! { <LinkButton href=paths::contacts(acting)>{text.show_all}</LinkButton> }
    });
    view! {
        <EmptyState title=title text=advice icon=Icon::People attr:data-count=true>
            {clear}
        </EmptyState>
    }
}
