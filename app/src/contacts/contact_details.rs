//! Who a contact is, and how they get in: the first part of the form that adds or edits one.

use domain::access::Credentials;
use domain::contact::{ContactForm, EditedContact, NAME_MAX, NOTE_MAX, PHONE_MAX, RequiredField, Verdict};
use domain::problem::ContactProblem;
use leptos::prelude::*;

use super::contact_form::RESET_FORM;
use super::lookalike_confirmation::LookalikeConfirmation;
use crate::forms::{form_field, form_state};
use crate::text::texts;
use crate::ui::{Button, Checkbox, Field, FieldKind, Icon, Panel, PasswordField, TextArea};

/// The longest value of an input for so many characters.
pub const fn units(max: usize) -> u32 {
    // Characters outside of the basic plane are two units; the server counts characters.
    #[expect(clippy::cast_possible_truncation, reason = "the longest is 1000")]
    let max = max as u32;
    max * 2
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

#[component]
pub fn ContactDetails(form: ContactForm) -> impl IntoView {
    let text = &texts().contacts;
    let now = form.contact.as_ref().map(|contact| &contact.now.details);
    let waits = form.contact.as_ref().is_some_and(EditedContact::is_invited);
    let fixed = if waits {
        Some(texts().problem(&ContactProblem::InvitedAddress.into()))
    } else {
        form.contact.as_ref().and_then(|contact| refused(&contact.address))
    };
    let (first, last) = (form_field("change[first_name]"), form_field("change[last_name]"));
    let email = form_field("change[email]");
    let (first_name, last_name, address) = match now {
        None => (first.or(""), last.or(""), email.or("")),
        Some(now) => (first.or(&now.first_name), last.or(&now.last_name), email.or(&now.email.to_string())),
    };
    view! {
        <Panel title=text.details class="who">
            <div class="form-grid who-grid">
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
            </div>
            <LookalikeConfirmation />
            // Whoever is invited chooses how to sign in by themselves.
            {(!waits).then(|| view! { <SignIn form=form.clone() /> })}
            <More form=form />
        </Panel>
    }
}

/// What is rarely filled in stands folded until it holds something, is wrong or is asked for.
#[component]
fn More(form: ContactForm) -> impl IntoView {
    let text = &texts().contacts;
    let now = form.contact.as_ref().map(|contact| &contact.now.details);
    // What others noted about oneself is not one's own to read.
    let is_me = form.contact.as_ref().is_some_and(|contact| contact.is_me);
    let (phone, note) = (form_field("change[phone]"), form_field("change[note]"));
    let (number, remark) = match now {
        None => (phone.or(""), note.or("")),
        Some(now) => (phone.or(&now.phone), note.or(&now.note)),
    };
    let (needs_phone, needs_note) =
        (form.required.contains(&RequiredField::Phone), form.required.contains(&RequiredField::Note));
    let mark = |required: bool| if required { String::new() } else { text.optional.to_owned() };
    let is_wrong = phone.problem.is_some() || note.problem.is_some();
    let is_open = is_wrong || needs_phone || needs_note || !number.is_empty() || !remark.is_empty();
    let (phone_mark, note_mark) = (mark(needs_phone), mark(needs_note));
    let note = (!is_me).then(|| {
        view! {
            <TextArea
                label=text.note
                name="change[note]"
                value=remark
                problem=note.problem
                help=text.form.note_help
                mark=note_mark
                required=needs_note
                rows=2
                maxlength=units(NOTE_MAX)
            />
        }
    });
    view! {
        <details class="more" open=is_open>
            <summary>{text.form.more}</summary>
            <div class="form-grid">
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
                {note}
            </div>
        </details>
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
    // Who gets access hears of it, unless somebody clears the box.
    let notify = state.ticked("change[notify]", "true").unwrap_or(true);
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
        <div class="sign-in" role="group" aria-label=text.sign_in>
            <Checkbox
                label=text.activate
                name="change[login]"
                help=text.activate_help
                checked=login
                disabled_reason=has_login.then_some(text.has_login)
            />
            <div class="sign-in-password">
                {password}
                {reset}
            </div>
            {notify}
        </div>
    }
}
