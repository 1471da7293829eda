//! Add New Contact.

use domain::access::ContactAction;
use domain::error::PortalError;
use domain::paths;
use domain::provider::WayToAdd;
use domain::rights::Rights;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::SaveContactFn;
use super::contact_form::ContactFormView;
use super::service_rows::{self, RightsForm};
use crate::request::{provider, query};
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::PageHeader;

pub async fn add_contact_page() -> Result<Page, Instead> {
    if !provider().ways_to_add.contains(&WayToAdd::AddContact) {
        return Err(PortalError::NotFound.into());
    }
    let account = use_account();
    let acting = account.acting;
    // Whether the actor may add, the form's own answer says.
    account.view.actor.check(ContactAction::List)?;
    let query = query();
    if service_rows::wants_part(&query) {
        return service_rows::part(acting, None, &query).await;
    }
    let mut form = ask!(contacts.form(acting, None))?;
    let rights = RightsForm { page: paths::add_contact(acting), function: SaveContactFn::PATH, acting, contact: None };
    let rows = rights.rows(form.more, &Rights::default(), &mut form.services).await?;
    let text = &texts().contacts;
    Ok(Page::new(
        text.form.add_title,
        view! {
            <div class="page">
                <PageHeader
                    title=text.form.add_title
                    back_href=paths::contacts(acting)
                    back_label=text.heading(provider().people)
                />
                <ContactFormView form=form rows=rows />
            </div>
        },
    ))
}
