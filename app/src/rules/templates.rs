//! The account's own templates: renamed and deleted here, made on a person's page.

use super::api::ChangeTemplateFn;
use crate::contacts::PostForm;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Field, Icon, Panel};
use domain::contact::Verdict;
use domain::id::SubmissionId;
use domain::rules::{OwnTemplate, TEMPLATE_NAME_MAX};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The panel.
#[component]
pub fn OwnTemplates(
    /// The templates.
    templates: Vec<OwnTemplate>,
    /// Whether they may be renamed and deleted.
    may: Verdict,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    let text = &texts().rules;
    let none = templates.is_empty().then(|| view! { <p class="muted">{text.no_templates}</p> });
    let rows = templates
        .into_iter()
        .map(|template| view! { <Row template=template may=may.clone() submission=submission /> })
        .collect::<Vec<_>>();
    view! {
        <Panel title=text.templates lead=text.templates_lead>
            {none} <div class="stack">{rows}</div>
        </Panel>
    }
}

#[component]
fn Row(template: OwnTemplate, may: Verdict, submission: SubmissionId) -> impl IntoView {
    let text = texts();
    let acting = use_account().acting;
    let name = template.template.name.clone().unwrap_or_default();
    let count = template.template.privileges.len() + template.template.operations.len();
    let note = (text.rules.template_note)(count as usize, template.used_by);
    if may != Verdict::Allowed {
        return view! { <p><strong>{name}</strong> " " <span class="muted">{note}</span></p> }.into_any();
    }
    let id = template.id;
    let inputs = move || {
        view! {
            <input type="hidden" name="change[submission]" value=submission.to_string() />
            <input type="hidden" name="change[template]" value=id.to_string() />
        }
    };
    let (label, delete) = ((text.rules.name_of)(&name), (text.rules.delete_of)(&name));
    view! {
        <div class="rule-row">
            <PostForm path=ChangeTemplateFn::PATH acting=acting class="rule-form">
                {inputs()}
                <Field
                    label=label
                    name="change[name]"
                    id=format!("template-{id}")
                    value=name
                    help=note
                    autocomplete="off"
                    maxlength=crate::contacts::units(TEMPLATE_NAME_MAX)
                />
                <Button name="change[to]" value="rename">{text.rules.rename}</Button>
            </PostForm>
            <details>
                <summary>{delete}</summary>
                <p>{(text.rules.delete_text)(template.used_by)}</p>
                <PostForm path=ChangeTemplateFn::PATH acting=acting>
                    {inputs()}
                    <Button kind=ButtonKind::Danger icon=Icon::Trash name="change[to]" value="delete">
                        {text.contacts.delete}
                    </Button>
                </PostForm>
            </details>
        </div>
    }
    .into_any()
}
