//! The last day of somebody's access: the fields that set it, and their form on the page of one person.

use domain::access::{ContactAction, Credentials, EndEdit, Target};
use domain::acting::Acting;
use domain::contact::{BulkVerb, ContactPage};
use domain::status::ContactStatus;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::BulkCommandFn;
use super::bulk::{CONTACTS, TO};
use crate::forms::PostForm;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, Checkbox, Field, FieldKind, Icon, Panel};

/// The day, and the box for none.
pub fn end_fields() -> impl IntoView {
    let text = &texts().contacts.bulk;
    view! {
        <Field
            label=text.ends_on
            name="change[with][ends_on]"
            kind=FieldKind::Date
            help=text.ends_help
            autocomplete="off"
        />
        <Checkbox
            label=text.endless
            name="change[with][endless]"
            value="true"
            help=text.endless_help
        />
    }
}

/// The form on the page of somebody whose access can end. It does to one what the bar of the list does to many.
pub fn last_day(page: &ContactPage, acting: Acting) -> Option<AnyView> {
    let row = &page.row;
    let enters = matches!(row.status, ContactStatus::Active | ContactStatus::AccessExpired | ContactStatus::Suspended);
    // Who looks after the sign-in does not matter here.
    let target = Target { contact: row.id, owner: row.owner, rights: &page.now.rights, credentials: Credentials::None };
    let may = use_account().view.actor.check(ContactAction::SetEnd(target, EndEdit::Sooner)).is_ok();
    let text = &texts().contacts;
    let (contact, submission) = (row.id.to_string(), page.submission.to_string());
    (enters && may).then(|| {
        let until = row.until.as_ref().map(|until| view! { <p>{text.until_moment(&until.text)}</p> });
        view! {
            <Panel title=text.list.access>
                {until}
                <PostForm path=BulkCommandFn::PATH acting=acting class="stack">
                    <input type="hidden" name="ask" value="false" />
                    <input type="hidden" name="change[submission]" value=submission />
                    <input type="hidden" name=TO value=BulkVerb::SetEnd.key() />
                    <input type="hidden" name=CONTACTS value=contact />
                    {end_fields()}
                    <div class="form-actions">
                        <Button icon=Icon::Calendar>{text.bulk.set_end_yes}</Button>
                    </div>
                </PostForm>
            </Panel>
        }
        .into_any()
    })
}
