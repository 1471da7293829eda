//! The form that adds or edits a contact: details, sign-in, privileges and services, sent together (S0.19).

use domain::access::ActorView;
use domain::contact::{ContactForm, ContactVerb, Verdict};
use domain::paths;
use domain::rights::Rights;
use domain::rights_form::Ground;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{ContactCommandFn, SaveContactFn};
use super::boxes::Boxes;
use super::command_inputs::CommandInputs;
use super::conflict::Conflict;
use super::contact_details::ContactDetails;
use super::merged::merged;
use super::outlook::{EnterSaves, Outlook, UpdateButton};
use super::rights_fields::RightsFields;
use super::rights_in_words::Ends;
use super::service_rows::ServiceRows;
use crate::forms::{ActingInputs, Form, PostForm, form_state};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, LinkButton, Tip};

/// The id of the form behind the button that sends a link to set a password.
pub const RESET_FORM: &str = "contact-reset";

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
        domains: form.domains.clone(),
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
    let title = name.as_deref().map_or_else(|| text.outlook.title_unnamed.to_owned(), |name| text.outlook.title(name));
    let sensitive = name.as_deref().map_or_else(
        || text.privileges.newly_sensitive_unnamed.to_owned(),
        |name| text.privileges.newly_sensitive(name),
    );
    let enter = rows.is_none().then(|| view! { <EnterSaves /> });
    let ending = ending.map(|ends| view! { <Tip title=text.form.ending><Ends ends=ends /></Tip> });
    view! {
        {enter}
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
        <div class="rights-form">
            <div class="rights-main">
                <ContactDetails form=form />
                {ending}
                <RightsFields boxes=boxes.clone() rows=rows />
            </div>
            <div class="rights-side">
                <Outlook boxes=boxes title=title sensitive_title=sensitive />
                <div class="form-actions form-actions-sticky">
                    <Button kind=ButtonKind::Primary>{text.form.submit}</Button>
                    <LinkButton href=paths::contacts(acting) kind=ButtonKind::Quiet>
                        {text.cancel}
                    </LinkButton>
                    <UpdateButton />
                </div>
            </div>
        </div>
    }
}
