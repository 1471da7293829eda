//! Manage Contacts: the list of an account's people, and what can be done to them.

use domain::access::{ContactAction, Viewing};
use domain::acting::Acting;
use domain::contact::{BulkOutcome, ContactFilter, ContactQuery, ContactRow};
use domain::list::Page;
use domain::privilege::Privilege;
use domain::provider::WayToAdd;
use domain::rights::Rights;
use domain::status::ContactStatus;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::address;
use super::api::{self, ContactList};
use super::bulk::{Bulk, BulkBar};
use super::bulk_question::DeleteMany;
use super::commands::ContactCommands;
use super::filters::Filters;
use super::notice::StepNotice;
use super::row_menu::{DeleteDialog, Deleting, RowForms};
use super::table::{ContactsTable, Picking, RowParts, pickable};
use crate::asking::{AskLink, RequestsLink};
use crate::invitations::LinkNotice;
use crate::notifications::{ChoosingDialog, ChosenNotice, provide_choosing};
use crate::request::{FunctionError, page_resource, provider};
use crate::shell::{AccountContext, Failed, Gate, PageTitle, once, use_account};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, ButtonType, EmptyState, Icon, LinkButton, PageHeader, Pager, SkeletonRows};
use domain::paths;

#[component]
pub fn ContactsPage() -> impl IntoView {
    let text = &texts().contacts;
    let heading = text.heading(provider().people);
    view! {
        <PageTitle text=heading />
        <Gate action=ContactAction::List>
            <div class="page">
                <PageHeader title=heading lead=text.list.lead>
                    <LinkButton href=paths::notifications(use_account().acting) icon=Icon::Bell>
                        {text.notifications}
                    </LinkButton>
                    <LinkButton href=paths::rules(use_account().acting) icon=Icon::Shield>
                        {texts().roles.title}
                    </LinkButton>
                    <RequestsLink />
                    <AddButtons />
                </PageHeader>
                <People />
            </div>
        </Gate>
    }
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

/// Whether the actor manages people: else there are no boxes.
fn picking(account: &AccountContext) -> Picking {
    let standing = &account.view.actor.standing;
    let manages = standing.effective.has(Privilege::ContactsManage) && standing.viewing == Viewing::Off;
    if manages { Picking::On } else { Picking::Off }
}

/// Filters, notice and list.
#[component]
fn People() -> impl IntoView {
    let account = use_account();
    let acting = account.acting;
    let picking = picking(&account);
    let choosing = provide_choosing();
    let query = use_query_map();
    let wanted = Memo::new(move |_| query.with(address::read));
    let (commands, bulk, deleting) = (ContactCommands::new(acting), Bulk::new(acting, wanted), Deleting::new());
    let (go, ask) = (Callback::new(move |step| commands.go(step)), Callback::new(move |step| deleting.ask(step)));
    // What came of the bulk action that a plain form, or one with more to come, has led here from.
    let done = page_resource(
        move || query.with(address::bulk),
        move |done| async move {
            match done {
                Some(done) => api::bulk(acting, done).await.map(Some).or(Ok(None)),
                None => Ok(None),
            }
        },
    );
    let listed = move |list: ContactList, done: Option<BulkOutcome>| {
        let parts = RowParts { acting, submission: list.submission, selection: bulk.selection, go, ask };
        let query = wanted.get_untracked();
        view! { <Listed page=list.page query=query parts=parts bulk=bulk picking=picking done=done /> }
    };
    let list = page_resource(
        move || (wanted.get(), commands.answered(), bulk.answered()),
        move |(query, ..)| api::list(acting, query),
    );
    let skeleton = || view! { <SkeletonRows rows=10 columns=6 label=texts().shell.loading /> };
    view! {
        <Filters acting=acting wanted=wanted />
        // The old rows stay until the new ones are there.
        <Transition fallback=skeleton>
            {once(move || Suspend::new(async move {
                let done = done.await.ok().flatten();
                match list.await {
                    Ok(list) => Either::Left(listed(list, done)),
                    Err(FunctionError(error)) => Either::Right(view! { <Failed error=error /> }),
                }
            }))}
        </Transition>
        <DeleteDialog deleting=deleting commands=commands />
        <ChoosingDialog choosing=choosing />
    }
}

#[component]
fn Listed(
    page: Page<ContactRow>,
    query: ContactQuery,
    parts: RowParts,
    bulk: Bulk,
    picking: Picking,
    done: Option<BulkOutcome>,
) -> impl IntoView {
    let text = &texts().contacts;
    let submission = parts.submission;
    if let Some(picked) = use_query_map().with_untracked(address::asked) {
        let acting = parts.acting;
        return Either::Left(
            view! { <DeleteMany acting=acting picked=picked query=query page=page submission=submission /> },
        );
    }
    let turn = |cursor: Option<String>| Signal::stored(address::turned_to(parts.acting, &query, cursor.as_deref()));
    let (previous, next) = (turn(page.previous), turn(page.next));
    let total = text.people(page.total);
    let picking = if query.filter.status == Some(ContactStatus::Deleted) { Picking::Off } else { picking };
    let bar = (picking == Picking::On && !page.rows.is_empty()).then(|| {
        let shown = page.rows.iter().filter(|row| pickable(row)).map(|row| row.name.clone()).collect();
        view! { <BulkBar bulk=bulk submission=submission total=page.total shown=shown /> }
    });
    let body = if page.rows.is_empty() {
        Either::Left(nobody(parts.acting, &query))
    } else {
        Either::Right(view! {
            <RowForms acting=parts.acting submission=submission />
            <ContactsTable rows=page.rows query=query parts=parts picking=picking />
            {bar}
            <Pager
                label=text.list.pages
                previous=previous
                next=next
                previous_label=text.list.previous
                next_label=text.list.next
            >
                {total}
            </Pager>
        })
    };
    Either::Right(view! {
        <LinkNotice />
        <StepNotice submission=submission bulk=done />
        <ChosenNotice />
        {body}
    })
}

/// What stands where the rows would be.
fn nobody(acting: Acting, query: &ContactQuery) -> impl IntoView + use<> {
    let text = &texts().contacts.list;
    let deleted_only = ContactFilter { status: Some(ContactStatus::Deleted), ..ContactFilter::default() };
    let (title, advice) = if query.filter == ContactFilter::default() {
        (text.empty, text.empty_text.to_owned())
    } else if query.filter == deleted_only {
        (text.none_deleted, (text.none_deleted_text)(provider().restore_days))
    } else {
        (text.no_match, text.no_match_text.to_owned())
    };
    let clear = (query.filter != ContactFilter::default()).then(|| {
        view! { <LinkButton href=paths::contacts(acting)>{text.show_all}</LinkButton> }
    });
    view! { <EmptyState title=title text=advice icon=Icon::People>{clear}</EmptyState> }
}
