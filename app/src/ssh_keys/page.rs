//! The page of SSH keys: those that there are, and the form for one more.

use super::api::{AddSshKeyFn, RemoveSshKeyFn};
use crate::forms::{ActingInputs, Form, PostForm, form_field};
use crate::request::said;
use crate::shell::{AccountContext, Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, EmptyState, Field, Icon, Moment, PageHeader, Panel, SaidNotice, TextArea, Tip};
use domain::access::HoldingAction;
use domain::acting::Acting;
use domain::id::SubmissionId;
use domain::paths;
use domain::ssh_key::{SSH_KEY_LABEL_MAX, SSH_KEY_MAX, SshKey, SshKeysPage};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The SSH keys of an account.
pub async fn ssh_keys_page() -> Result<Page, Instead> {
    let account = use_account();
    let actor = &account.view.actor;
    actor.check(HoldingAction::SeeSshKeys)?;
    let (text, acting) = (&texts().ssh_keys, account.acting);
    let SshKeysPage { keys, submission } = ask!(ssh_keys.list(acting))?;
    let keeps = actor.check(HoldingAction::KeepSshKeys).is_ok();
    let done = match said().text("done") {
        "added" => Some(text.added_now),
        "removed" => Some(text.removed_now),
        _ => None,
    };
    let none = keys.is_empty().then(|| view! { <EmptyState title=text.none text=text.none_text icon=Icon::Key /> });
    let rows = keys.into_iter().map(|key| row(acting, key, keeps.then_some(submission))).collect::<Vec<_>>();
    let add = keeps.then(|| view! { <Add acting=acting submission=submission /> });
    let content = view! {
        <div class="page page-narrow">
            {header(&account)}
            <SaidNotice text=done />
            {none}
            <ul class="ssh-keys" aria-label=text.title>{rows}</ul>
            {add}
        </div>
    };
    Ok(Page::new(text.title, content))
}

/// Back to the services, for whoever sees any.
fn header(account: &AccountContext) -> AnyView {
    let text = texts();
    if account.view.actor.check(HoldingAction::SeeServices).is_err() {
        return view! { <PageHeader title=text.ssh_keys.title lead=text.ssh_keys.lead /> }.into_any();
    }
    view! {
        <PageHeader
            title=text.ssh_keys.title
            lead=text.ssh_keys.lead
            back_href=paths::services(account.acting)
            back_label=text.shell.services
        />
    }
    .into_any()
}

/// A key, with what removes it for whoever may.
fn row(acting: Acting, key: SshKey, submission: Option<SubmissionId>) -> impl IntoView {
    let text = &texts().ssh_keys;
    let by = texts().accounts.activity.by_whom(&key.by);
    let remove = submission.map(|submission| {
        let label = text.remove_of(&key.label);
        view! {
            <details>
                <summary aria-label=label>{text.remove}</summary>
                <p>{text.remove_text}</p>
                <PostForm path=RemoveSshKeyFn::PATH acting=acting>
                    <input type="hidden" name="change[submission]" value=submission.to_string() />
                    <input type="hidden" name="change[key]" value=key.id.to_string() />
                    <Button kind=ButtonKind::Danger icon=Icon::Trash>{text.remove}</Button>
                </PostForm>
            </details>
        }
    });
    view! {
        <li class="panel ssh-key" data-key=key.id.to_string()>
            <div>
                <h2 class="panel-title">{key.label}</h2>
                <p class="ssh-key-print">
                    {key.algorithm} " "
                    <code>{key.fingerprint}</code>
                </p>
                <p class="small muted">
                    {text.added} " " <Moment instant=key.added.iso text=key.added.text /> " " {by}
                </p>
            </div>
            {remove}
        </li>
    }
}

/// The form for one more.
#[component]
fn Add(acting: Acting, submission: SubmissionId) -> impl IntoView {
    let text = &texts().ssh_keys;
    view! {
        <Panel title=text.add_title>
            <Form path=AddSshKeyFn::PATH>
                <ActingInputs acting=acting />
                <input type="hidden" name="change[submission]" value=submission.to_string() />
                <Fields />
                <div><Button kind=ButtonKind::Primary icon=Icon::Plus>{text.add}</Button></div>
            </Form>
        </Panel>
    }
}

#[component]
fn Fields() -> impl IntoView {
    let text = &texts().ssh_keys;
    let (key, label) = (form_field("change[key]"), form_field("change[label]"));
    view! {
        <Tip icon=Icon::Shield>{text.public_only}</Tip>
        <TextArea
            label=text.key
            name="change[key]"
            value=key.or("")
            problem=key.problem
            help=text.key_help
            rows=4
            required=true
            maxlength=crate::contacts::units(SSH_KEY_MAX)
        />
        <Field
            label=text.label
            name="change[label]"
            value=label.or("")
            problem=label.problem
            help=text.label_help
            autocomplete="off"
            maxlength=crate::contacts::units(SSH_KEY_LABEL_MAX)
        />
    }
}
