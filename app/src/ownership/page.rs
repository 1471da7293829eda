//! The page of an account's owners.

use super::owners::Owners;
use super::transfer::TransferPanel;
use crate::contacts::{SectionTab, SectionTabs};
use crate::request::said;
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{PageHeader, SaidNotice};
use domain::access::ContactAction;
use leptos::prelude::*;

pub async fn owners_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(ContactAction::List)?;
    let text = texts();
    let page = ask!(ownership.read(account.acting))?;
    let changed = (said().text("done") == "changed").then_some(text.roles.changed);
    let submission = page.submission;
    let transfer = page.transfer.clone().map(|transfer| {
        view! { <TransferPanel transfer=transfer submission=submission /> }
    });
    let content = view! {
        <div class="page page-narrow">
            <PageHeader title=text.ownership.owners lead=text.ownership.owners_lead />
            <SectionTabs current=SectionTab::Owners />
            <SaidNotice text=changed />
            {transfer}
            <Owners page=page />
        </div>
    };
    Ok(Page::new(text.ownership.owners, content))
}
