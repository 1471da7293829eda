//! Edit Contact.

use domain::id::{ContactId, ServiceId};
use domain::paths;
use domain::rights::Rights;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::SaveContactFn;
use super::contact_form::ContactFormView;
use super::notice::StepNotice;
use super::service_rows::{self, RightsForm};
use crate::request::{path_id, query};
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::PageHeader;

/// In the address: the service from whose people the form was opened. Its page is the one that it leads back to.
pub const OF_SERVICE: &str = "service";

pub async fn edit_contact_page() -> Result<Page, Instead> {
    let acting = use_account().acting;
    let contact: ContactId = path_id("contact")?;
    let query = query();
    if service_rows::wants_part(&query) {
        return service_rows::part(acting, Some(contact), &query).await;
    }
    let mut form = ask!(contacts.form(acting, Some(contact)))?;
    let page = paths::edit_contact(acting, contact);
    let rights = RightsForm { page, function: SaveContactFn::PATH, acting, contact: Some(contact) };
    let nothing = Rights::default();
    let given = form.contact.as_ref().map_or(&nothing, |contact| &contact.now.rights);
    let rows = rights.rows(form.more, given, &mut form.services).await?;
    let contact = form.contact.as_ref().map(|contact| (contact.id, contact.now.details.name()));
    let of_service: Option<ServiceId> = query.parse(OF_SERVICE);
    let (back, name) = match contact {
        Some((id, name)) => (paths::contact(acting, id), name),
        None => (paths::contacts(acting), String::new()),
    };
    let title = texts().contacts.form.edit_title(&name);
    let (back, back_label) = match of_service {
        Some(service) => (paths::service_people(acting, service), texts().services.page.people.to_owned()),
        None => (back, name),
    };
    Ok(Page::new(
        title.clone(),
        view! {
            <div class="page">
                <PageHeader title=title back_href=back back_label=back_label />
                <StepNotice submission=form.submission />
                <ContactFormView form=form rows=rows />
            </div>
        },
    ))
}
