//! Edit Contact.

use domain::acting::Acting;
use domain::contact::ContactForm;
use domain::error::PortalError;
use domain::id::ContactId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::api;
use super::contact_form::ContactFormView;
use super::notice::StepNotice;
use crate::request::{FunctionError, page_resource};
use crate::shell::{Loaded, PageTitle, use_account};
use crate::text::texts;
use crate::ui::PageHeader;
use domain::paths;

/// The contact that the address names.
pub fn contact_in_address() -> Memo<Option<ContactId>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get_str("contact").and_then(|id| id.parse().ok())))
}

async fn load(acting: Acting, contact: Option<ContactId>) -> Result<ContactForm, FunctionError> {
    match contact {
        Some(contact) => api::form(acting, Some(contact)).await,
        None => Err(FunctionError(PortalError::NotFound)),
    }
}

#[component]
pub fn EditContactPage() -> impl IntoView {
    let acting = use_account().acting;
    let contact = contact_in_address();
    let form = page_resource(move || contact.get(), move |contact| load(acting, contact));
    view! { <Loaded resource=form view=move |form| view! { <Edit form=form acting=acting /> } /> }
}

#[component]
fn Edit(form: ContactForm, acting: Acting) -> impl IntoView {
    let text = &texts().contacts.form;
    let contact = form.contact.as_ref().map(|contact| (contact.id, contact.now.details.name()));
    let (back, name) = match contact {
        Some((id, name)) => (paths::contact(acting, id), name),
        None => (paths::contacts(acting), String::new()),
    };
    let title = (text.edit_title)(&name);
    view! {
        <PageTitle text=title.clone() />
        <div class="page">
            <PageHeader title=title back_href=back back_label=name />
            <StepNotice submission=form.submission />
            <ContactFormView form=form />
        </div>
    }
}
