//! Invite User.

use super::api::InvitePeopleFn;
use super::invite_form::InviteFormView;
use crate::contacts::service_rows::{self, RightsForm};
use crate::request::{provider, query};
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::PageHeader;
use domain::access::ContactAction;
use domain::error::PortalError;
use domain::paths;
use domain::provider::WayToAdd;
use domain::rights::Rights;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

pub async fn invite_page() -> Result<Page, Instead> {
    let provider = provider();
    if !provider.ways_to_add.contains(&WayToAdd::InviteUser) {
        return Err(PortalError::NotFound.into());
    }
    let account = use_account();
    // Whether the actor may invite, the form's own answer says.
    account.view.actor.check(ContactAction::List)?;
    let (text, acting) = (texts(), account.acting);
    let query = query();
    if service_rows::wants_part(&query) {
        return service_rows::part(acting, None, &query).await;
    }
    let mut form = ask!(invitations.form(acting))?;
    let rights = RightsForm { page: paths::invite(acting), function: InvitePeopleFn::PATH, acting, contact: None };
    let rows = rights.rows(form.more, &Rights::default(), &mut form.services).await?;
    let content = view! {
        <div class="page">
            <PageHeader
                title=text.invitations.invite
                lead=text.invitations.lead(provider.registered_people)
                back_href=paths::contacts(acting)
                back_label=text.contacts.heading(provider.people)
            />
            <InviteFormView form=form rows=rows />
        </div>
    };
    Ok(Page::new(text.invitations.invite, content))
}
