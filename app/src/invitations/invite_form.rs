//! The form that invites: addresses, rights, services, and a summary of what is about to be given.

use super::api::InvitePeopleFn;
use crate::contacts::service_rows::ServiceRows;
use crate::contacts::{
    Boxes, LookalikeConfirmation, Privileges, RightsToReview, SensitiveSummary, ServicesMatrix, units,
};
use crate::forms::{ActingInputs, Form, form_field, form_state};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Field, FieldKind, Icon, LinkButton, Panel, TextArea, field_id};
use domain::contact::NOTE_MAX;
use domain::invitation::InviteForm;
use domain::paths;
use domain::rights::Rights;
use domain::rights_form::{Ground, REVIEWED_FIELD};
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
        },
        &form_state(),
    );
    view! {
        <ActingInputs acting=acting />
        <input type="hidden" name="change[submission]" value=form.submission.to_string() />
        <Invitees zone=form.zone />
        <Privileges boxes=boxes.clone() />
        <ServicesMatrix boxes=boxes.clone() rows=rows />
        <SensitiveSummary boxes=boxes.clone() name=None />
        <Summary boxes=boxes />
        <div class="form-actions form-actions-sticky">
            <Button kind=ButtonKind::Primary icon=Icon::Mail>
                {text.invitations.send}
            </Button>
            <LinkButton href=paths::contacts(acting) kind=ButtonKind::Quiet>
                {text.contacts.cancel}
            </LinkButton>
        </div>
    }
}

#[component]
fn Invitees(zone: String) -> impl IntoView {
    let text = texts();
    let emails = form_field("change[emails]");
    let ends = form_field("change[ends_on]");
    let note = form_field("change[note]");
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
            <div class="form-grid">
                <Field
                    label=text.invitations.ends_on
                    name="change[ends_on]"
                    kind=FieldKind::Date
                    value=ends.or("")
                    problem=ends.problem
                    help=text.invitations.ends_help(&zone)
                    mark=text.contacts.optional
                    autocomplete="off"
                />
            </div>
            <TextArea
                label=text.contacts.note
                name="change[note]"
                value=note.or("")
                problem=note.problem
                help=text.invitations.note_help
                mark=text.contacts.optional
                rows=2
                maxlength=units(NOTE_MAX)
            />
        </Panel>
    }
}

/// What will be given, as long as it is not sent. What was not shown here is not given: the form says what it showed.
#[component]
fn Summary(boxes: Boxes) -> impl IntoView {
    let problem = form_state().problem(REVIEWED_FIELD);
    view! {
        <div id=field_id(REVIEWED_FIELD) tabindex="-1">
            <Panel title=texts().invitations.summary>
                {problem.map(|problem| view! { <p class="field-problem">{problem}</p> })}
                <RightsToReview boxes=boxes />
            </Panel>
        </div>
    }
}
