//! The address one signs in with: proving it, and changing it.

use super::api::{CancelEmailFn, ChangeEmailFn, VerifyEmailFn};
use crate::forms::{Form, PostForm, form_field};
use crate::text::texts;
use crate::ui::{
    AddressText, Badge, Button, Definition, Definitions, Field, FieldKind, Moment, Panel, PasswordField, Tip, Tone,
};
use domain::profile::{PendingEmail, Profile};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

#[component]
pub fn EmailPanel(
    /// Oneself.
    profile: Profile,
) -> impl IntoView {
    let text = &texts().profile;
    let proved = if profile.verified {
        view! { <Badge tone=Tone::Good>{text.proved}</Badge> }
    } else {
        view! { <Badge tone=Tone::Warn>{text.not_proved}</Badge> }
    };
    let verify = (!profile.verified && profile.pending.is_none())
        .then(|| view! { <PostForm path=VerifyEmailFn::PATH><Button>{text.verify}</Button></PostForm> });
    let pending = profile.pending.map(|pending| view! { <Pending pending=pending /> });
    let (shown, username) = (profile.email.clone(), profile.email);
    view! {
        <Panel title=text.email lead=text.email_lead>
            <Definitions>
                <Definition term=texts().people.email><AddressText address=shown /> " " {proved}</Definition>
            </Definitions>
            {verify}
            {pending}
            <Form path=ChangeEmailFn::PATH>
                // For password managers: whose password it is.
                <input type="text" name="username" value=username autocomplete="username" hidden=true readonly=true />
                <NewAddress />
                <div class="form-actions">
                    <Button>{text.change_email}</Button>
                </div>
            </Form>
        </Panel>
    }
}

#[component]
fn Pending(pending: PendingEmail) -> impl IntoView {
    let text = &texts().profile;
    let until = pending.until;
    view! {
        <Tip title=text.pending(&pending.email)>
            <p>{text.pending_until} " " <Moment instant=until.iso text=until.text /></p>
            <PostForm path=CancelEmailFn::PATH>
                <Button>{text.cancel}</Button>
            </PostForm>
        </Tip>
    }
}

#[component]
fn NewAddress() -> impl IntoView {
    let (text, people) = (&texts().profile, &texts().people);
    let (email, current) = (form_field("change[email]"), form_field("change[current]"));
    view! {
        <Field
            label=text.new_email
            name="change[email]"
            kind=FieldKind::Email
            value=email.value
            problem=email.problem
            autocomplete="email"
            maxlength=254_u32
            required=true
        />
        <PasswordField
            label=people.current_password
            name="change[current]"
            show_label=people.show
            hide_label=people.hide
            problem=current.problem
            autocomplete="current-password"
            required=true
        />
    }
}
