//! The form that adds or edits a contact: details, sign-in, privileges and services, sent together (S0.19).

use domain::access::{ActorView, Credentials};
use domain::contact::{ContactForm, ContactVerb, EditedContact, NAME_MAX, NOTE_MAX, PHONE_MAX, RequiredField, Verdict};
use domain::paths;
use domain::problem::ContactProblem;
use domain::rights::Rights;
use domain::rights_form::Ground;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{ContactCommandFn, SaveContactFn};
use super::boxes::Boxes;
use super::command_inputs::CommandInputs;
use super::conflict::Conflict;
use super::merged::merged;
use super::lookalike_confirmation::LookalikeConfirmation;
use super::privileges::Privileges;
use super::rights_in_words::Ends;
use super::rights_program::SensitiveSummary;
use super::service_rows::ServiceRows;
use super::services_matrix::ServicesMatrix;
use crate::forms::{ActingInputs, Form, PostForm, form_field, form_state};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{
    Button, ButtonKind, Checkbox, Field, FieldKind, Icon, LinkButton, Panel, PasswordField, TextArea, Tip,
};

const RESET_FORM: &str = "contact-reset";

#[component]
pub fn ContactFormView(
    /// What it needs to be drawn.
    form: ContactForm,
    /// How services without a row get one.
    rows: Option<ServiceRows>,
) -> impl IntoView {
    let acting = use_account().acting;
    let submission = form.submission;
    let resettable =
        form.contact.as_ref().filter(|contact| contact.reset == Verdict::Allowed).map(|contact| contact.id);
    let reset = resettable.map(|contact| {
        view! {
            <PostForm path=ContactCommandFn::PATH acting=acting id=RESET_FORM>
                <CommandInputs submission=submission contact=contact to=ContactVerb::SendReset />
            </PostForm>
        }
    });
    view! {
        <Form path=SaveContactFn::PATH says_conflict=true shown=merged>
            <FormBody form=form rows=rows />
        </Form>
        // A form of its own: forms don't nest, its button names it.
        {reset}
    }
}

fn ground(form: &ContactForm, actor: &ActorView) -> Ground {
    Ground {
        standing: actor.standing.clone(),
        baseline: form.contact.as_ref().map_or_else(Rights::default, |contact| contact.now.rights.clone()),
        is_me: form.contact.as_ref().is_some_and(|contact| contact.is_me),
        templates: form.templates.clone(),
        own_roles: form.own_roles.clone(),
        services: form.services.clone(),
    }
}

#[component]
fn FormBody(form: ContactForm, rows: Option<ServiceRows>) -> impl IntoView {
    let text = &texts().contacts;
    let account = use_account();
    let acting = account.acting;
    let boxes = Boxes::begin(ground(&form, &account.view.actor), &form_state());
    let edited = form.contact.as_ref().map(|contact| (contact.id, contact.version));
    let name = form.contact.as_ref().map(|contact| contact.now.details.name());
    let ending = form.contact.as_ref().map(|contact| contact.ends.clone()).filter(|ends| !ends.is_empty());
    let ending = ending.map(|ends| view! { <Tip title=text.form.ending><Ends ends=ends /></Tip> });
    view! {
        <ActingInputs acting=acting />
        <input type="hidden" name="change[submission]" value=form.submission.to_string() />
        {edited
            .map(|(contact, version)| {
                view! {
                    <input type="hidden" name="change[contact]" value=contact.to_string() />
                    <input type="hidden" name="change[version]" value=version.to_string() />
                    <Conflict acting=acting contact=contact />
                }
            })}
        <Details form=form.clone() />
        // Whoever is invited chooses how to sign in by themselves.
        {(!form.contact.as_ref().is_some_and(EditedContact::is_invited)).then(|| view! { <SignIn form=form /> })}
        {ending}
        <Privileges boxes=boxes.clone() />
        <ServicesMatrix boxes=boxes.clone() rows=rows />
        <SensitiveSummary boxes=boxes name=name />
        <div class="form-actions form-actions-sticky">
            <Button kind=ButtonKind::Primary>{text.form.submit}</Button>
            <LinkButton href=paths::contacts(acting) kind=ButtonKind::Quiet>
                {text.cancel}
            </LinkButton>
        </div>
    }
}

fn has_login(contact: Option<&EditedContact>) -> bool {
    contact.is_some_and(|contact| contact.credentials != Credentials::None)
}

/// Why the password can't be set here.
fn password_fixed(contact: Option<&EditedContact>) -> Option<String> {
    refused(&contact.filter(|contact| contact.credentials != Credentials::None)?.sign_in)
}

fn refused(verdict: &Verdict) -> Option<String> {
    match verdict {
        Verdict::Refused(why) => Some(texts().rights.denied(why)),
        Verdict::Allowed | Verdict::Absent => None,
    }
}

/// The longest value of an input for so many characters.
pub const fn units(max: usize) -> u32 {
    // Characters outside of the basic plane are two units; the server counts characters.
    #[expect(clippy::cast_possible_truncation, reason = "the longest is 1000")]
    let max = max as u32;
    max * 2
}

#[component]
fn Details(form: ContactForm) -> impl IntoView {
    let text = &texts().contacts;
    let now = form.contact.as_ref().map(|contact| contact.now.details.clone());
    let waits = form.contact.as_ref().is_some_and(EditedContact::is_invited);
    // What others noted about oneself is not one's own to read.
    let is_me = form.contact.as_ref().is_some_and(|contact| contact.is_me);
    let fixed = if waits {
        Some(texts().problem(&ContactProblem::InvitedAddress.into()))
    } else {
        form.contact.as_ref().and_then(|contact| refused(&contact.address))
    };
    let first = form_field("change[first_name]");
    let last = form_field("change[last_name]");
    let email = form_field("change[email]");
    let phone = form_field("change[phone]");
    let note = form_field("change[note]");
    let (first_name, last_name, address, number, remark) = match &now {
        None => (first.or(""), last.or(""), email.or(""), phone.or(""), note.or("")),
        Some(now) => (
            first.or(&now.first_name),
            last.or(&now.last_name),
            email.or(&now.email.to_string()),
            phone.or(&now.phone),
            note.or(&now.note),
        ),
    };
    let (needs_phone, needs_note) =
        (form.required.contains(&RequiredField::Phone), form.required.contains(&RequiredField::Note));
    let mark = |required: bool| if required { String::new() } else { text.optional.to_owned() };
    let (phone_mark, note_mark) = (mark(needs_phone), mark(needs_note));
    view! {
        <Panel title=text.details>
            <div class="form-grid">
                <Field
                    label=text.first_name
                    name="change[first_name]"
                    value=first_name
                    problem=first.problem
                    required=true
                    autocomplete="off"
                    maxlength=units(NAME_MAX)
                />
                <Field
                    label=text.last_name
                    name="change[last_name]"
                    value=last_name
                    problem=last.problem
                    required=true
                    autocomplete="off"
                    maxlength=units(NAME_MAX)
                />
                <Field
                    label=text.email_address
                    name="change[email]"
                    kind=FieldKind::Email
                    value=address
                    problem=email.problem
                    disabled_reason=fixed
                    required=true
                    autocomplete="off"
                />
                <Field
                    label=text.phone
                    name="change[phone]"
                    kind=FieldKind::Tel
                    value=number
                    problem=phone.problem
                    mark=phone_mark
                    required=needs_phone
                    autocomplete="off"
                    maxlength=units(PHONE_MAX)
                />
            </div>
            <LookalikeConfirmation />
            {(!is_me)
                .then(|| {
                    view! {
                        <TextArea
                            label=text.note
                            name="change[note]"
                            value=remark
                            problem=note.problem
                            help=text.form.note_help
                            mark=note_mark
                            required=needs_note
                            rows=3
                            maxlength=units(NOTE_MAX)
                        />
                    }
                })}
        </Panel>
    }
}

#[component]
fn SignIn(form: ContactForm) -> impl IntoView {
    let text = &texts().contacts.form;
    let state = form_state();
    let contact = form.contact.as_ref();
    let has_login = has_login(contact);
    // Adding somebody is mostly giving a login (S0.6); a record without one is asked for by clearing the box.
    let fresh = has_login || contact.is_none();
    let login = has_login || state.ticked("change[login]", "true").unwrap_or(fresh);
    let notify = state.ticked("change[notify]", "true").unwrap_or(false);
    let password = form_field("change[password]").problem;
    let help = if has_login { text.password_keep(form.password_min) } else { text.password_help(form.password_min) };
    let password = match password_fixed(contact) {
        None => view! {
            <PasswordField
                label=text.password
                name="change[password]"
                show_label=text.show_password
                hide_label=text.hide_password
                problem=password
                help=help
                required=!has_login
                autocomplete="new-password"
            />
        }
        .into_any(),
        Some(reason) => view! { <p class="muted">{reason}</p> }.into_any(),
    };
    let reset = contact.filter(|contact| contact.reset == Verdict::Allowed).map(|_| {
        view! { <div><Button form=RESET_FORM icon=Icon::Mail>{text.send_reset}</Button></div> }
    });
    let notify = (!has_login).then(|| {
        view! {
            <Checkbox label=text.notify name="change[notify]" help=text.notify_help checked=notify />
        }
    });
    view! {
        <Panel title=text.sign_in>
            <div class="stack">
                <Checkbox
                    label=text.activate
                    name="change[login]"
                    help=text.activate_help
                    checked=login
                    disabled_reason=has_login.then_some(text.has_login)
                />
                {password}
                {reset}
                {notify}
            </div>
        </Panel>
    }
}
