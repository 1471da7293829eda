//! One contact's notifications on a page of their own, of which a dialog may show the form.

use super::choice_form::ChoiceForm;
use super::chosen::ChosenNotice;
use crate::request::path_id;
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{PageHeader, Panel};
use domain::id::ContactId;
use domain::paths;
use leptos::prelude::*;

pub async fn notification_choice_page() -> Result<Page, Instead> {
    let acting = use_account().acting;
    let contact: ContactId = path_id("contact")?;
    let choice = ask!(notifications.read(acting, contact))?;
    let title = texts().notifications.title(&choice.name);
    let name = choice.name.clone();
    let content = view! {
        <div class="page page-narrow">
            <PageHeader title=title.clone() back_href=paths::contact(acting, contact) back_label=name />
            <ChosenNotice />
            <div data-question="large">
                // What the dialog is called.
                <h2 class="visually-hidden">{title.clone()}</h2>
                <Panel>
                    <ChoiceForm choice=choice />
                </Panel>
            </div>
        </div>
    };
    Ok(Page::new(title, content))
}
