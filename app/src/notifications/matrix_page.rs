//! Notifications: who of the account gets which mails, and which mails nobody gets.

use domain::access::ContactAction;
use domain::list::Page;
use domain::notification::NotificationMatrix;
use leptos::prelude::*;

use super::api;
use super::chosen::ChosenNotice;
use super::dialog::{ChoosingDialog, provide_choosing};
use super::matrix::{MatrixTable, ReachPanel};
use crate::contacts::answered;
use crate::request::{page_resource, provider};
use crate::shell::{Gate, ListPager, Loaded, PageTitle, use_account, use_cursor};
use crate::text::texts;
use crate::ui::{PageHeader, SkeletonRows};
use domain::paths;

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
    let (cursor, answered) = (use_cursor(), answered());
    let matrix = page_resource(move || (cursor.get(), answered.get()), move |(cursor, _)| api::matrix(acting, cursor));
    let skeleton = || view! { <SkeletonRows rows=10 columns=7 label=texts().shell.loading /> };
    let view = move |matrix: NotificationMatrix| {
        let Page { rows, total, previous, next } = matrix.page;
        let total = texts().contacts.people(total);
        view! {
            <ReachPanel reach=matrix.reach />
            <MatrixTable rows=rows />
            <ListPager href=paths::notifications(acting) previous=previous next=next total=total />
        }
    };
    view! {
        <Loaded resource=matrix view=view skeleton=skeleton />
        <ChoosingDialog choosing=choosing />
    }
}
