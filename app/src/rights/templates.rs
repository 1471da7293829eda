//! The account's own roles and templates: deleted here, changed on a page each, made on a person's page.

use super::api::DeleteTemplateFn;
use crate::forms::PostForm;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Icon, LinkButton, Panel};
use domain::contact::Verdict;
use domain::id::SubmissionId;
use domain::paths;
use domain::roles::{OwnTemplate, SetKind};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The panel of one of the two kinds.
#[component]
pub fn OwnTemplates(
    kind: SetKind,
    /// Both kinds.
    templates: Vec<OwnTemplate>,
    /// Whether they may be changed and deleted.
    may: Verdict,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    let text = &texts().roles;
    let rows = templates
        .into_iter()
        .filter(|own| own.kind == kind)
        .map(|own| view! { <Row own=own may=may.clone() submission=submission /> })
        .collect::<Vec<_>>();
    let (title, lead, none) = match kind {
        SetKind::Role => (text.own_roles, text.own_roles_lead, text.no_own_roles),
        SetKind::Template => (text.templates, text.templates_lead, text.no_templates),
    };
    let none = rows.is_empty().then(|| view! { <p class="muted">{none}</p> });
    view! {
        <Panel title=title lead=lead>
            {none} <div class="stack">{rows}</div>
        </Panel>
    }
}

#[component]
fn Row(own: OwnTemplate, may: Verdict, submission: SubmissionId) -> impl IntoView {
    let text = &texts().roles;
    let acting = use_account().acting;
    let name = own.template.name.clone().unwrap_or_default();
    let count = (own.template.privileges.len() + own.template.operations.len()) as usize;
    let (note, delete_text) = match own.kind {
        SetKind::Role => (text.role_note(count, own.used_by), text.delete_role_text(own.used_by)),
        SetKind::Template => (text.template_note(count, own.used_by), text.delete_text(own.used_by)),
    };
    let (change, delete) = (text.change_of(&name), text.delete_of(&name));
    let changes = (may == Verdict::Allowed).then(|| {
        view! {
            <LinkButton href=paths::template(acting, own.id) icon=Icon::Pencil attr:aria-label=change>
                {text.change}
            </LinkButton>
            <details>
                <summary aria-label=delete>{texts().contacts.commands.delete}</summary>
                <p>{delete_text}</p>
                <PostForm path=DeleteTemplateFn::PATH acting=acting>
                    <input type="hidden" name="change[submission]" value=submission.to_string() />
                    <input type="hidden" name="change[template]" value=own.id.to_string() />
                    <Button kind=ButtonKind::Danger icon=Icon::Trash>{texts().contacts.commands.delete}</Button>
                </PostForm>
            </details>
        }
    });
    view! {
        <div class="rule-row" data-key=own.id.to_string()>
            <p>
                <strong>{name}</strong>
                " "
                <span class="muted">{note}</span>
            </p>
            {changes}
        </div>
    }
}
