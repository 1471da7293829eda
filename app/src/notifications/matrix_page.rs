//! Notifications: who of the account gets which mails, and which mails nobody gets.

use super::chosen::ChosenNotice;
use super::matrix::{MatrixTable, ReachPanel};
use crate::contacts::{SectionTab, SectionTabs};
use crate::request::query;
use crate::shell::{Instead, ListPager, Page, use_account};
use crate::text::texts;
use crate::ui::PageHeader;
use domain::access::ContactAction;
use domain::list;
use domain::paths;
use leptos::prelude::*;

pub async fn notifications_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(ContactAction::List)?;
    let (text, acting) = (texts(), account.acting);
    let matrix = ask!(notifications.matrix(acting, query().text("cursor").to_owned()))?;
    let list::Page { rows, total, previous, next } = matrix.page;
    let content = view! {
        <div class="page">
            <PageHeader title=text.notifications.heading lead=text.notifications.lead />
            <SectionTabs current=SectionTab::Notifications />
            <ChosenNotice />
            <ReachPanel reach=matrix.reach />
            <MatrixTable rows=rows />
            <ListPager
                href=paths::notifications(acting)
                previous=previous
                next=next
                total=text.contacts.people(total)
            />
        </div>
    };
    Ok(Page::new(text.notifications.heading, content))
}
