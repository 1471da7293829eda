//! The form that invites: addresses, rights, services, and a summary of what is about to be given.

use super::api::InvitePeopleFn;
use crate::contacts::service_rows::ServiceRows;
use crate::contacts::{Boxes, EnterSaves, LookalikeConfirmation, Outlook, RightsFields, UpdateButton, units};
use crate::forms::{ActingInputs, Form, form_field, form_state};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Field, FieldKind, Icon, LinkButton, Panel, TextArea};
use domain::contact::NOTE_MAX;
use domain::invitation::InviteForm;
use domain::paths;
use domain::rights::Rights;
use domain::rights_form::Ground;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

#[component]
pub fn InviteFormView(
    /// What it needs to be drawn.
    form: InviteForm,
    /// How services without a row get one.
    rows: Option<ServiceRows>,
) -> impl IntoView {
    view! {
        <Form path=InvitePeopleFn::PATH>
            <FormBody form=form rows=rows />
        </Form>
    }
}

#[component]
fn FormBody(form: InviteForm, rows: Option<ServiceRows>) -> impl IntoView {
    let text = texts();
    let account = use_account();
    let acting = account.acting;
    let boxes = Boxes::begin(
        Ground {
            standing: account.view.actor.standing,
            baseline: Rights::default(),
            is_me: false,
            templates: form.templates,
            own_roles: form.own_roles,
            services: form.services,
            domains: form.domains,
        },
        &form_state(),
    );
    let enter = rows.is_none().then(|| view! { <EnterSaves /> });
    let (title, sensitive) = (text.invitations.summary, text.contacts.privileges.newly_sensitive_unnamed.to_owned());
    view! {
        {enter}
        <ActingInputs acting=acting />
        <input type="hidden" name="change[submission]" value=form.submission.to_string() />
        <div class="rights-form">
            <div class="rights-main">
                <Invitees zone=form.zone />
                <RightsFields boxes=boxes.clone() rows=rows />
            </div>
            <div class="rights-side">
                <Outlook boxes=boxes title=title sensitive_title=sensitive reviewed=true />
                <div class="form-actions form-actions-sticky">
                    <Button kind=ButtonKind::Primary icon=Icon::Mail>
                        {text.invitations.send}
                    </Button>
                    <LinkButton href=paths::contacts(acting) kind=ButtonKind::Quiet>
                        {text.contacts.cancel}
                    </LinkButton>
                    <UpdateButton />
                </div>
            </div>
        </div>
    }
}

#[component]
fn Invitees(zone: String) -> impl IntoView {
    let text = texts();
    let emails = form_field("change[emails]");
    let ends = form_field("change[ends_on]");
    let note = form_field("change[note]");
    let (last_day, remark) = (ends.or(""), note.or(""));
    let is_open = ends.problem.is_some() || note.problem.is_some() || !last_day.is_empty() || !remark.is_empty();
    view! {
        <Panel title=text.invitations.whom>
            <TextArea
                label=text.contacts.email_address
                name="change[emails]"
                value=emails.or("")
                problem=emails.problem
                help=text.invitations.emails_help
                required=true
                rows=2
                maxlength=6000_u32
            />
            <LookalikeConfirmation />
            <details class="more" open=is_open>
                <summary>{text.contacts.form.more_invited}</summary>
                <div class="form-grid">
                    <Field
                        label=text.invitations.ends_on
                        name="change[ends_on]"
                        kind=FieldKind::Date
                        value=last_day
                        problem=ends.problem
                        help=text.invitations.ends_help(&zone)
                        mark=text.contacts.optional
                        autocomplete="off"
                    />
                    <TextArea
                        label=text.contacts.note
                        name="change[note]"
                        value=remark
                        problem=note.problem
                        help=text.invitations.note_help
                        mark=text.contacts.optional
                        rows=2
                        maxlength=units(NOTE_MAX)
                    />
                </div>
            </details>
        </Panel>
    }
}
