//! One of the account's own roles or templates: its name and what it gives.

use super::api::SetTemplateFn;
use crate::contacts::units;
use crate::forms::{ActingInputs, Form, form_field, form_state};
use crate::request::path_id;
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{
    Badge, Banner, Button, ButtonKind, Checkbox, Field, Fieldset, Icon, LinkButton, PageHeader, Panel, Tone,
};
use domain::access::RightsAction;
use domain::error::PortalError;
use domain::id::TemplateId;
use domain::operation::Operation;
use domain::paths;
use domain::privilege::{Area, Weight};
use domain::roles::{OwnTemplate, SetKind, SetTemplate, TEMPLATE_NAME_MAX, TemplatePage};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

const PRIVILEGES: &str = "change[privileges][]";
const OPERATIONS: &str = "change[operations][]";

pub async fn template_page() -> Result<Page, Instead> {
    let account = use_account();
    let acting = account.acting;
    account.view.actor.check(RightsAction::KeepTemplates)?;
    let template: TemplateId = path_id("template")?;
    let page = ask!(roles.template(acting, template))?;
    let text = &texts().roles;
    let (title, lead) = match page.own.kind {
        SetKind::Role => (text.role_page, text.role_page_lead),
        SetKind::Template => (text.template_page, text.template_page_lead),
    };
    let title = format!("{title}: {}", page.own.template.name.as_deref().unwrap_or_default());
    let people = (page.own.kind == SetKind::Role).then(|| view! { <People page=page.clone() /> });
    Ok(Page::new(
        title.clone(),
        view! {
            <div class="page page-narrow">
                <PageHeader title=title lead=lead back_href=paths::rules(acting) back_label=text.title />
                {people}
                <Form path=SetTemplateFn::PATH>
                    <ActingInputs acting=acting />
                    <Body page=page />
                </Form>
            </div>
        },
    ))
}

/// Who has the role: whom a change reaches.
#[component]
fn People(page: TemplatePage) -> impl IntoView {
    let text = &texts().roles;
    let more = page.own.used_by - i64::try_from(page.people.len()).unwrap_or(i64::MAX);
    let mut names = page.people;
    if more > 0 {
        names.push(text.more(more));
    }
    let names = if names.is_empty() { text.nobody.to_owned() } else { names.join(", ") };
    view! { <Panel title=text.people><p>{names}</p></Panel> }
}

#[component]
fn Body(page: TemplatePage) -> impl IntoView {
    let (text, words) = (texts(), &texts().rights);
    let acting = use_account().acting;
    let name = form_field("change[name]");
    let OwnTemplate { id, template, .. } = page.own;
    let seen = SetTemplate::seen(&template);
    let overtaken = matches!(form_state().error, Some(PortalError::Conflict { .. }))
        .then(|| view! { <Banner tone=Tone::Warn>{text.roles.overtaken}</Banner> });
    let areas = Area::ALL
        .into_iter()
        .map(|area| {
            let boxes = area
                .privileges()
                .iter()
                .map(|privilege| {
                    let ticked = template.privileges.contains(privilege);
                    let sensitive = privilege.weight() == Weight::Sensitive;
                    let (label, help) = (words.privilege(privilege), words.privilege_help(privilege));
                    view! {
                        <RightBox name=PRIVILEGES value=privilege.key() label=label help=help ticked=ticked sensitive=sensitive />
                    }
                })
                .collect::<Vec<_>>();
            view! { <Fieldset legend=words.area(area)><div class="privilege-list">{boxes}</div></Fieldset> }
        })
        .collect::<Vec<_>>();
    let operations = Operation::ALL
        .iter()
        .map(|operation| {
            let ticked = template.operations.contains(*operation);
            let sensitive = operation.weight() == Weight::Sensitive;
            let (label, help) = (words.operation(*operation), words.operation_help(*operation));
            view! {
                <RightBox name=OPERATIONS value=operation.key() label=label help=help ticked=ticked sensitive=sensitive />
            }
        })
        .collect::<Vec<_>>();
    view! {
        <input type="hidden" name="change[submission]" value=page.submission.to_string() />
        <input type="hidden" name="change[template]" value=id.to_string() />
        <input type="hidden" name="change[seen]" value=seen />
        {overtaken}
        <Panel title=text.contacts.privileges.title>
            <div class="stack">
                <Field
                    label=text.roles.template_name
                    name="change[name]"
                    value=name.or(template.name.as_deref().unwrap_or_default())
                    problem=name.problem
                    autocomplete="off"
                    required=true
                    maxlength=units(TEMPLATE_NAME_MAX)
                />
                {areas}
                <Fieldset legend=words.all_services>
                    <div class="privilege-list">{operations}</div>
                </Fieldset>
            </div>
        </Panel>
        <div class="form-actions form-actions-sticky">
            <Button kind=ButtonKind::Primary icon=Icon::Check>{text.roles.save}</Button>
            <LinkButton href=paths::rules(acting) kind=ButtonKind::Quiet>{text.contacts.cancel}</LinkButton>
        </div>
    }
}

#[component]
fn RightBox(
    name: &'static str,
    value: &'static str,
    label: &'static str,
    help: &'static str,
    ticked: bool,
    sensitive: bool,
) -> impl IntoView {
    let ticked = form_state().ticked(name, value).unwrap_or(ticked);
    view! {
        <Checkbox label=label name=name value=value help=help checked=ticked>
            {sensitive
                .then(|| view! { <Badge tone=Tone::Warn icon=Icon::Shield>{texts().contacts.privileges.sensitive}</Badge> })}
        </Checkbox>
    }
}
