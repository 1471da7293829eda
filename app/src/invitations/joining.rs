//! Accepting with a login that the link makes, or proves.

use super::api::JoinByInvitationFn;
use crate::forms::{Form, form_field};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Field, PasswordField};
use domain::contact::NAME_MAX;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// What the link does for a login.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// Nobody has one with this address.
    New,
    /// There is one that nobody has proved.
    Known,
}

#[component]
pub fn JoinForm(
    /// The token of the link.
    token: String,
    /// What it does for the login.
    how: Joining,
    /// The fewest characters of the password.
    password_min: usize,
) -> impl IntoView {
    let text = &texts().invitations;
    let (lead, button) = match how {
        Joining::New => (text.join_text, text.join),
        Joining::Known => (text.prove_text, text.prove),
    };
    view! {
        <p>{lead}</p>
        <Form path=JoinByInvitationFn::PATH load=true>
            <input type="hidden" name="change[token]" value=token />
            {(how == Joining::New).then(|| view! { <Names /> })}
            <Passwords password_min=password_min />
            <Button kind=ButtonKind::Primary>{button}</Button>
        </Form>
    }
}

#[component]
fn Names() -> impl IntoView {
    let text = &texts().contacts;
    let (first, last) = (form_field("change[first_name]"), form_field("change[last_name]"));
    view! {
        <Field
            label=text.first_name
            name="change[first_name]"
            value=first.or("")
            problem=first.problem
            required=true
            autocomplete="given-name"
            maxlength=crate::contacts::units(NAME_MAX)
        />
        <Field
            label=text.last_name
            name="change[last_name]"
            value=last.or("")
            problem=last.problem
            required=true
            autocomplete="family-name"
            maxlength=crate::contacts::units(NAME_MAX)
        />
    }
}

#[component]
fn Passwords(password_min: usize) -> impl IntoView {
    let (text, people) = (&texts().invitations, &texts().people);
    let (password, again) = (form_field("change[password]"), form_field("change[again]"));
    view! {
        <PasswordField
            label=people.new_password
            name="change[password]"
            show_label=people.show
            hide_label=people.hide
            help=text.password_help(password_min)
            problem=password.problem
            autocomplete="new-password"
            required=true
        />
        <PasswordField
            label=people.again
            name="change[again]"
            show_label=people.show
            hide_label=people.hide
            problem=again.problem
            autocomplete="new-password"
            required=true
        />
    }
}
