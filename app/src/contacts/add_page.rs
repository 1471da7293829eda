//! Add New Contact.

use domain::access::ContactAction;
use domain::provider::WayToAdd;
use leptos::prelude::*;

use super::api;
use super::contact_form::ContactFormView;
use crate::request::{page_resource, provider};
use crate::shell::{Gate, Loaded, NotFound, PageTitle, use_account};
use crate::text::texts;
use crate::ui::PageHeader;
use domain::paths;

#[component]
pub fn AddContactPage() -> impl IntoView {
    let text = &texts().contacts.form;
    if !provider().ways_to_add.contains(&WayToAdd::AddContact) {
        return view! { <NotFound /> }.into_any();
    }
    view! {
        <PageTitle text=text.add_title />
        // Whether the actor may add, the form's own answer says.
        <Gate action=ContactAction::List>
            <AddContact />
        </Gate>
    }
    .into_any()
}

#[component]
fn AddContact() -> impl IntoView {
    let text = &texts().contacts;
    let acting = use_account().acting;
    let form = page_resource(|| (), move |()| api::form(acting, None));
    view! {
        <Loaded
            resource=form
            view=move |form| {
                view! {
                    <div class="page">
                        <PageHeader
                            title=text.form.add_title
                            back_href=paths::contacts(acting)
                            back_label=text.heading(provider().people)
                        />
                        <ContactFormView form=form />
                    </div>
                }
            }
        />
    }
}
