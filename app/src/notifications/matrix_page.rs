//! Notifications: who of the account gets which mails, and which mails nobody gets.

use domain::access::ContactAction;
use domain::notification::NotificationMatrix;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::api;
use super::chosen::ChosenNotice;
use super::dialog::{ChoosingDialog, provide_choosing};
use super::matrix::{MatrixTable, ReachPanel};
use crate::contacts::answered;
use crate::request::{page_resource, provider};
use crate::shell::{Gate, Loaded, PageTitle, use_account};
use crate::text::texts;
use crate::ui::{PageHeader, Pager, SkeletonRows};
use domain::paths;

/// The page.
#[component]
pub fn NotificationsPage() -> impl IntoView {
    let text = texts();
    let acting = use_account().acting;
    view! {
        <PageTitle text=text.notifications.heading />
        <Gate action=ContactAction::List>
            <div class="page">
                <PageHeader
                    title=text.notifications.heading
                    lead=text.notifications.lead
                    back_href=paths::contacts(acting)
                    back_label=text.contacts.heading(provider().people)
                />
                <ChosenNotice />
                <Everybody />
            </div>
        </Gate>
    }
}

#[component]
fn Everybody() -> impl IntoView {
    let acting = use_account().acting;
    let choosing = provide_choosing();
    let (query, answered) = (use_query_map(), answered());
    let cursor = Memo::new(move |_| query.with(|query| query.get("cursor").unwrap_or_default()));
    let matrix = page_resource(move || (cursor.get(), answered.get()), move |(cursor, _)| api::matrix(acting, cursor));
    let skeleton = || view! { <SkeletonRows rows=10 columns=7 label=texts().shell.loading /> };
    let view = move |matrix: NotificationMatrix| {
        let text = &texts().contacts;
        let turn = |cursor: Option<String>| {
            let page =
                cursor.map(|cursor| paths::with_query(paths::notifications(acting), [("cursor", cursor.as_str())]));
            Signal::stored(page)
        };
        let (previous, next) = (turn(matrix.page.previous), turn(matrix.page.next));
        let total = text.people(matrix.page.total);
        view! {
            <ReachPanel reach=matrix.reach />
            <MatrixTable rows=matrix.page.rows />
            <Pager
                label=text.pages
                previous=previous
                next=next
                previous_label=text.previous
                next_label=text.next
            >
                {total}
            </Pager>
        }
    };
    view! {
        <Loaded resource=matrix view=view skeleton=skeleton />
        <ChoosingDialog choosing=choosing />
    }
}
