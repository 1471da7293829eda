//! Invite User.

use domain::access::ContactAction;
use domain::provider::WayToAdd;
use leptos::prelude::*;

use super::api;
use super::invite_form::InviteFormView;
use crate::request::{page_resource, provider};
use crate::shell::{Gate, Loaded, NotFound, PageTitle, use_account};
use crate::text::texts;
use crate::ui::PageHeader;
use domain::paths;

#[component]
pub fn InvitePage() -> impl IntoView {
    if !provider().ways_to_add.contains(&WayToAdd::InviteUser) {
        return view! { <NotFound /> }.into_any();
    }
    view! {
        <PageTitle text=texts().invitations.invite />
        // Whether the actor may invite, the form's own answer says.
        <Gate action=ContactAction::List>
            <Invite />
        </Gate>
    }
    .into_any()
}

#[component]
fn Invite() -> impl IntoView {
    let text = texts();
    let acting = use_account().acting;
    let form = page_resource(|| (), move |()| api::form(acting));
    view! {
        <Loaded
            resource=form
            view=move |form| {
                view! {
                    <div class="page">
                        <PageHeader
                            title=text.invitations.invite
                            lead=(text.invitations.lead)(provider().registered_people)
                            back_href=paths::contacts(acting)
                            back_label=text.contacts.heading(provider().people)
                        />
                        <InviteFormView form=form />
                    </div>
                }
            }
        />
    }
}
