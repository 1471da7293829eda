//! One's own password and sessions.

use super::api::{ChangePasswordFn, EndSessionFn, me, sessions};
use super::reset::NewPasswordFields;
use super::sessions::Sessions;
use crate::forms::{Form, form_field, form_state, toast_failures};
use crate::request::page_resource;
use crate::shell::{Loaded, PageTitle};
use crate::text::texts;
use crate::ui::{Banner, Button, ButtonKind, PageHeader, Panel, PasswordField, SkeletonRows, Tone};
use domain::paths;
use domain::person::Me;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub fn SecurityPage() -> impl IntoView {
    let text = texts();
    let query = use_query_map();
    let changed = Memo::new(move |_| query.with(|query| query.get("changed").is_some()));
    let action = ServerAction::<ChangePasswordFn>::new();
    // Once more after the password was changed: it need not be changed any longer then.
    let me = page_resource(move || action.version().get(), |_| me());
    let end = ServerAction::<EndSessionFn>::new();
    toast_failures(end);
    let sessions = page_resource(move || (end.version().get(), action.version().get()), |_| sessions());
    let view = move |me: Me| {
        let must = me.must_change_password;
        let next = must.then(|| query.with_untracked(|query| query.get("next")).unwrap_or_default());
        view! {
            {must.then(|| view! { <Banner tone=Tone::Warn>{text.people.must_change}</Banner> })}
            <Panel title=text.people.change_password lead=text.people.change_password_lead>
                <PasswordForm action=action email=me.email next=next />
            </Panel>
            {(!must).then(|| view! { <Sessions sessions=sessions end=end /> })}
        }
    };
    let skeleton = || view! { <SkeletonRows rows=4 columns=2 label=texts().shell.loading /> };
    view! {
        <PageTitle text=text.shell.security />
        <div class="page page-narrow">
            <PageHeader title=text.shell.security />
            {move || {
                changed.get().then(|| {
                    view! { <div role="status"><Banner tone=Tone::Good>{text.people.changed}</Banner></div> }
                })
            }}
            <Loaded resource=me view=view skeleton=skeleton />
        </div>
    }
}

#[component]
fn PasswordForm(
    action: ServerAction<ChangePasswordFn>,
    email: String,
    /// Where somebody goes on to who had to change it.
    next: Option<String>,
) -> impl IntoView {
    let text = &texts().people;
    view! {
        <Form action=action>
            // For password managers: whose password it is.
            <input type="text" name="username" value=email autocomplete="username" hidden=true readonly=true />
            {next.map(|next| view! { <input type="hidden" name="next" value=paths::safe_next(&next).to_owned() /> })}
            <CurrentPassword />
            <NewPasswordFields />
            <div class="form-actions">
                <Button kind=ButtonKind::Primary pending=form_state().pending>{text.change_password}</Button>
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
