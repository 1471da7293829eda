//! One of the account's own roles or templates: its name and what it gives.

use super::api::SetTemplateFn;
use crate::contacts::{Boxes, EnterSaves, Outlook, SetFields, UpdateButton, units};
use crate::forms::{ActingInputs, Form, form_field, form_state};
use crate::request::path_id;
use crate::shell::{Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Banner, Button, ButtonKind, Field, Icon, LinkButton, PageHeader, Panel, Tone};
use domain::access::{RightsAction, Standing};
use domain::error::PortalError;
use domain::id::TemplateId;
use domain::paths;
use domain::rights::Rights;
use domain::rights_form::Ground;
use domain::roles::{OwnTemplate, SetKind, SetTemplate, TEMPLATE_NAME_MAX, TemplatePage};
use domain::template::Template;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use std::collections::BTreeMap;

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
            <div class="page">
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

/// The same boxes as for a person. Nobody's record is changed, so what it began with is what it gives now.
fn ground(template: &Template, standing: Standing) -> Ground {
    let mut baseline = Rights::copied_from(template);
    baseline.template = None;
    let (services, domains) = (Vec::new(), Vec::new());
    Ground { standing, baseline, is_me: false, templates: Vec::new(), own_roles: BTreeMap::new(), services, domains }
}

#[component]
fn Body(page: TemplatePage) -> impl IntoView {
    let text = texts();
    let account = use_account();
    let acting = account.acting;
    let name = form_field("change[name]");
    let OwnTemplate { id, template, .. } = page.own;
    let seen = SetTemplate::seen(&template);
    let overtaken = matches!(form_state().error, Some(PortalError::Conflict { .. }))
        .then(|| view! { <Banner tone=Tone::Warn>{text.roles.overtaken}</Banner> });
    let boxes = Boxes::begin(ground(&template, account.view.actor.standing), &form_state());
    let sensitive = text.contacts.privileges.newly_sensitive_unnamed.to_owned();
    view! {
        <EnterSaves />
        <input type="hidden" name="change[submission]" value=page.submission.to_string() />
        <input type="hidden" name="change[template]" value=id.to_string() />
        <input type="hidden" name="change[seen]" value=seen />
        {overtaken}
        <div class="rights-form">
            <div class="rights-main">
                <Panel>
                    <Field
                        label=text.roles.template_name
                        name="change[name]"
                        value=name.or(template.name.as_deref().unwrap_or_default())
                        problem=name.problem
                        autocomplete="off"
                        required=true
                        maxlength=units(TEMPLATE_NAME_MAX)
                    />
                </Panel>
                <SetFields boxes=boxes.clone() />
            </div>
            <div class="rights-side">
                <Outlook boxes=boxes title=text.contacts.outlook.title_set sensitive_title=sensitive />
                <div class="form-actions form-actions-sticky">
                    <Button kind=ButtonKind::Primary icon=Icon::Check>
                        {text.roles.save}
                    </Button>
                    <LinkButton href=paths::rules(acting) kind=ButtonKind::Quiet>
                        {text.contacts.cancel}
                    </LinkButton>
                    <UpdateButton />
                </div>
            </div>
        </div>
    }
}
