//! One's own password and sessions.

use super::api::ChangePasswordFn;
use super::reset::NewPasswordFields;
use super::sessions::Sessions;
use crate::forms::{Form, form_field};
use crate::request::{query, said};
use crate::shell::{Instead, Page};
use crate::text::texts;
use crate::ui::{Banner, Button, ButtonKind, PageHeader, Panel, PasswordField, SaidNotice, Tone};
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

pub async fn security_page() -> Result<Page, Instead> {
    let text = texts();
    let me = ask!(people.me())?;
    let must = me.must_change_password;
    // Until it is changed, nothing else is answered.
    let sessions = if must { None } else { Some(ask!(people.sessions())?) };
    let changed = (said().text("done") == "changed").then_some(text.people.changed);
    let next = must.then(|| query().text("next").to_owned());
    let content = view! {
        <div class="page page-narrow">
            <PageHeader title=text.shell.security />
            <SaidNotice text=changed />
            {must.then(|| view! { <Banner tone=Tone::Warn>{text.people.must_change}</Banner> })}
            <Panel title=text.people.change_password lead=text.people.change_password_lead>
                <PasswordForm email=me.email next=next />
            </Panel>
            {sessions.map(|sessions| view! { <Sessions sessions=sessions /> })}
        </div>
    };
    Ok(Page::new(text.shell.security, content))
}

#[component]
fn PasswordForm(
    email: String,
    /// Where somebody goes on to who had to change it.
    next: Option<String>,
) -> impl IntoView {
    let text = &texts().people;
    view! {
        <Form path=ChangePasswordFn::PATH load=true>
            // For password managers: whose password it is.
            <input type="text" name="username" value=email autocomplete="username" hidden=true readonly=true />
            {next.map(|next| view! { <input type="hidden" name="next" value=paths::safe_next(&next).to_owned() /> })}
            <CurrentPassword />
            <NewPasswordFields />
            <div class="form-actions">
                <Button kind=ButtonKind::Primary>{text.change_password}</Button>
            </div>
        </Form>
    }
}

#[component]
fn CurrentPassword() -> impl IntoView {
    let text = &texts().people;
    let current = form_field("change[current]");
    view! {
        <PasswordField
            label=text.current_password
            name="change[current]"
            show_label=text.show
            hide_label=text.hide
            problem=current.problem
            autocomplete="current-password"
            required=true
        />
    }
}
