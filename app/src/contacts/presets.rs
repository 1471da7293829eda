//! What a form about rights begins with: a template, whose ticks are copied, and roles, which stay linked. Each is a card.

use domain::right::Right;
use domain::rights_form::{APPLIED_FIELD, ONE_SERVICE, TEMPLATE_FIELD, box_id, role_input};
use domain::template;
use leptos::prelude::*;

use super::boxes::{BoxView, Boxes, sentence};
use crate::forms::form_field;
use crate::text::texts;
use crate::ui::{Checkbox, Fieldset, Panel};

#[component]
pub fn Presets(boxes: Boxes) -> impl IntoView {
    let text = &texts().contacts;
    let roles = boxes.draft().roles();
    let roles = roles.map(|role| view! { <RoleCard boxes=boxes.clone() role=role /> }).collect::<Vec<_>>();
    view! {
        <Panel title=text.privileges.title lead=text.privileges.minimum_tip>
            <Templates boxes=boxes />
            <Fieldset legend=text.roles help=text.privileges.roles_help>
                <div class="cards cards-roles">{roles}</div>
            </Fieldset>
        </Panel>
    }
}

/// The templates, and how far the ticks have moved from the one that was picked.
#[component]
fn Templates(boxes: Boxes) -> impl IntoView {
    let (text, privileges) = (texts(), &texts().contacts.privileges);
    let draft = boxes.draft();
    let problem = form_field(TEMPLATE_FIELD).problem;
    let fixed = draft.ground().is_me;
    let key = draft.template().map(|template| template.key.clone()).unwrap_or_default();
    let mut cards = Vec::new();
    for template in &draft.ground().templates {
        let (name, help) = (text.rights.template(template), text.rights.template_help(template));
        let id = format!("template-{}", template.key);
        cards.push(card(id, &template.key, name, help, template.key == key, fixed));
        // Beside the one that gives nothing: the same, for whoever comes for a single service.
        if template.key == template::NONE {
            let (name, help) = (privileges.one_service.to_owned(), privileges.one_service_help.to_owned());
            cards.push(card(ONE_SERVICE.to_owned(), template::NONE, name, help, false, fixed));
        }
    }
    let label = draft.template_label().filter(|(template, _)| template.key != template::NONE);
    let label = label.map(|(template, changes)| text.rights.template_changed(&text.rights.template(template), changes));
    let help = if fixed { privileges.not_to_oneself } else { privileges.template_help };
    view! {
        <Fieldset legend=privileges.template help=help>
            <p class="template-state" role="status">
                {label}
            </p>
            {problem.map(|problem| view! { <p class="field-problem" id="change-template">{problem}</p> })}
            <div class="cards">{cards}</div>
            // A card that can't be picked is not posted.
            {fixed.then(|| view! { <input type="hidden" name=TEMPLATE_FIELD value=key.clone() /> })}
            <input type="hidden" name=APPLIED_FIELD value=key />
        </Fieldset>
    }
}

fn card(id: String, key: &str, name: String, help: String, checked: bool, fixed: bool) -> impl IntoView + use<> {
    let (value, help_id) = (key.to_owned(), format!("{id}-help"));
    view! {
        <div class="check">
            <input
                type="radio"
                id=id.clone()
                name=TEMPLATE_FIELD
                value=value
                checked=checked
                disabled=fixed
                aria-describedby=help_id.clone()
            />
            <div class="check-text">
                <label class="check-label" for=id>
                    {name}
                </label>
                <p class="check-help" id=help_id>
                    {help}
                </p>
            </div>
        </div>
    }
}

#[component]
fn RoleCard(boxes: Boxes, role: Right) -> impl IntoView {
    let text = texts();
    let BoxView { ticked, locked, .. } = boxes.draft().role(role).into();
    let help = match role {
        Right::Role(role) => text.rights.role_help(role).to_owned(),
        Right::OwnRole(id) => text.contacts.privileges.own_role_help(boxes.own_role(id).gives().count()),
        Right::Privilege(_) | Right::Operation(_) | Right::DomainOperation(_) => String::new(),
    };
    let (name, value) = role_input(role).unwrap_or_default();
    view! {
        <Checkbox
            label=boxes.name(role)
            id=box_id(&name, &value)
            name=name
            value=value
            help=help
            checked=ticked
            disabled_reason=locked.map(|lock| sentence(lock.role_sentence(), "", 0))
        />
    }
}
