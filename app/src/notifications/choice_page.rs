//! One contact's notifications on a page of their own: for whoever follows the link of a mail, and without JavaScript.

use domain::acting::Acting;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::notification::NotificationChoice;
use leptos::prelude::*;

use super::api;
use super::choice_form::ChoiceForm;
use super::chosen::ChosenNotice;
use crate::contacts::{answered, contact_in_address};
use crate::request::{FunctionError, page_resource};
use crate::shell::{Loaded, PageTitle, use_account};
use crate::text::texts;
use crate::ui::{PageHeader, Panel};
use domain::paths;

async fn load(acting: Acting, contact: Option<ContactId>) -> Result<NotificationChoice, FunctionError> {
    match contact {
        Some(contact) => api::read(acting, contact).await,
        None => Err(FunctionError(PortalError::NotFound)),
    }
}

#[component]
pub fn NotificationChoicePage() -> impl IntoView {
    let acting = use_account().acting;
    let contact = contact_in_address();
    let answered = answered();
    let choice = page_resource(move || (contact.get(), answered.get()), move |(contact, _)| load(acting, contact));
    view! { <Loaded resource=choice view=move |choice| view! { <Choice choice=choice acting=acting /> } /> }
}

#[component]
fn Choice(choice: NotificationChoice, acting: Acting) -> impl IntoView {
    let title = (texts().notifications.title)(&choice.name);
    let (back, name) = (paths::contact(acting, choice.contact), choice.name.clone());
    view! {
        <PageTitle text=title.clone() />
        <div class="page page-narrow">
            <PageHeader title=title back_href=back back_label=name />
            <ChosenNotice />
            <Panel>
                <ChoiceForm choice=choice />
            </Panel>
        </div>
    }
}
