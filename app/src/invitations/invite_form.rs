//! The form that invites: addresses, rights, services, and a summary of what is about to be given.

use domain::contact::{AccessSummary, NOTE_MAX};
use domain::invitation::InviteForm;
use domain::rights::Rights;
use leptos::prelude::*;

use super::api::InvitePeopleFn;
use crate::contacts::{
    Boxes, Ground, LookalikeConfirmation, Privileges, RightsInWords, SensitiveSummary, ServicesMatrix, units,
};
use crate::forms::{ActingInputs, Form, form_field, form_state};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Field, FieldKind, Icon, LinkButton, Panel, TextArea, field_id};
use domain::paths;

/// The name of the input that says which rights the summary showed.
const REVIEWED: &str = "change[reviewed]";

#[component]
pub fn InviteFormView(
    /// What it needs to be drawn.
    form: InviteForm,
) -> impl IntoView {
    let action = ServerAction::<InvitePeopleFn>::new();
    view! {
        <Form action=action>
            <FormBody form=form />
        </Form>
    }
}

#[component]
fn FormBody(form: InviteForm) -> impl IntoView {
    let text = texts();
    let account = use_account();
    let (acting, state) = (account.acting, form_state());
    let boxes = Boxes::begin(
        Ground {
            standing: account.view.actor.standing,
            baseline: Rights::default(),
            is_me: false,
            templates: form.templates.clone(),
            own_roles: form.own_roles.clone(),
            services: form.services.clone(),
        },
        state,
    );
    view! {
        <ActingInputs acting=acting />
        <input type="hidden" name="change[submission]" value=form.submission.to_string() />
        <Invitees zone=form.zone.clone() />
        <Privileges boxes=boxes />
        <ServicesMatrix boxes=boxes />
        <SensitiveSummary boxes=boxes name=None />
        <Summary boxes=boxes form=form />
        <div class="form-actions form-actions-sticky">
            <Button kind=ButtonKind::Primary icon=Icon::Mail pending=state.pending>
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
                    help=(text.invitations.ends_help)(&zone)
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
fn Summary(boxes: Boxes, form: InviteForm) -> impl IntoView {
    let text = texts();
    let problem = form_state().problem(REVIEWED);
    let rights = Memo::new(move |_| boxes.draft.with(|draft| draft.rights().clone()));
    let fingerprint = move || rights.with(Rights::fingerprint);
    let words = move || {
        let rights = rights.get();
        let summary = text.rights.access(&AccessSummary::of(&rights, &form.templates));
        view! { <RightsInWords rights=rights services=form.services.clone() summary=summary /> }
    };
    view! {
        <div id=field_id(REVIEWED) tabindex="-1">
            <Panel title=text.invitations.summary>
                {move || problem.get().map(|problem| view! { <p class="field-problem">{problem}</p> })}
                <div class="stack">{words}</div>
            </Panel>
        </div>
        <input type="hidden" name=REVIEWED value=fingerprint />
    }
}
