//! The section Privileges of the contact form: template, roles, and the boxes of every privilege.
//!
//! It draws what the draft says; the program `rights` draws it anew after every click.

use domain::privilege::{Area, Privilege, Weight};
use domain::right::Right;
use domain::rights_form::{APPLIED_FIELD, Drawing, PRIVILEGES_FIELD, TEMPLATE_FIELD, area_id, box_id, role_input};
use domain::role::OwnRole;
use leptos::prelude::*;

use super::boxes::{BoxView, Boxes, sentence};
use crate::forms::form_field;
use crate::text::texts;
use crate::ui::{Badge, Checkbox, Choice, ChoiceGroup, Fieldset, Icon, Panel, Select, Tip, Tone};

#[component]
pub fn Privileges(boxes: Boxes) -> impl IntoView {
    let text = &texts().contacts;
    let roles = boxes.draft().roles();
    let roles = roles.map(|role| view! { <RoleBox boxes=boxes.clone() role=role /> }).collect::<Vec<_>>();
    let areas = Area::ALL.map(|area| view! { <AreaBoxes boxes=boxes.clone() area=area /> });
    let areas = areas.into_iter().collect::<Vec<_>>();
    let hidden = boxes
        .draft()
        .hidden(Drawing::Still)
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect::<Vec<_>>();
    view! {
        <Panel title=text.privileges.title>
            <div class="stack">
                <div class="tips">
                    <Tip icon=Icon::Shield>{text.privileges.minimum_tip}</Tip>
                    <Tip icon=Icon::Warning>{text.privileges.account_wide_tip}</Tip>
                    <Tip>{text.privileges.owner_tip}</Tip>
                </div>
                <TemplatePicker boxes=boxes />
                <Fieldset legend=text.roles help=text.privileges.roles_help>
                    <div class="roles">{roles}</div>
                </Fieldset>
                <div class="privilege-groups">{areas}</div>
            </div>
        </Panel>
        // What no box posts by itself.
        <div hidden id="rights-hidden">{hidden}</div>
    }
}

/// The picker, and how far the ticks have moved from the template.
#[component]
fn TemplatePicker(boxes: Boxes) -> impl IntoView {
    let text = texts();
    let draft = boxes.draft();
    let problem = form_field(TEMPLATE_FIELD).problem;
    let templates = draft.ground().templates.iter();
    let choices =
        templates.map(|template| Choice::new(&*template.key, text.rights.template(template))).collect::<Vec<_>>();
    let fixed = draft.ground().is_me;
    let key = draft.template().map(|template| template.key.clone()).unwrap_or_default();
    let label = draft
        .template_label()
        .map(|(template, changes)| text.rights.template_changed(&text.rights.template(template), changes));
    view! {
        <div class="template-picker">
            <Select
                label=text.contacts.privileges.template
                name=TEMPLATE_FIELD
                groups=vec![ChoiceGroup::plain(choices)]
                value=key.clone()
                problem=problem
                help=text.contacts.privileges.template_help
                disabled_reason=fixed.then_some(text.contacts.privileges.not_to_oneself)
            />
            {fixed.then(|| view! { <input type="hidden" name=TEMPLATE_FIELD value=key.clone() /> })}
            <input type="hidden" name=APPLIED_FIELD value=key />
            <p class="template-state" role="status">
                {label}
            </p>
        </div>
    }
}

#[component]
fn RoleBox(boxes: Boxes, role: Right) -> impl IntoView {
    let text = texts();
    let BoxView { ticked, locked, .. } = boxes.draft().role(role).into();
    let help = match role {
        Right::Role(role) => text.rights.role_help(role).to_owned(),
        Right::OwnRole(id) => {
            let OwnRole { privileges, operations, .. } = boxes.own_role(id);
            text.contacts.privileges.own_role_help((privileges.len() + operations.len()) as usize)
        }
        Right::Privilege(_) | Right::Operation(_) => String::new(),
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

#[component]
fn AreaBoxes(boxes: Boxes, area: Area) -> impl IntoView {
    let text = texts();
    let name = text.rights.area(area);
    let id = area_id(area);
    let each = area.privileges().iter();
    let each =
        each.map(|privilege| view! { <PrivilegeBox boxes=boxes.clone() privilege=privilege /> }).collect::<Vec<_>>();
    view! {
        <section class="privilege-group" role="group" aria-labelledby=id.clone()>
            <header class="privilege-head">
                <h3 id=id.clone()>{name}</h3>
                // Shown by the program, where there is something to tick.
                <span hidden>
                    <Checkbox label=text.contacts.privileges.select_all(name) name="" id=format!("{id}-all") />
                </span>
            </header>
            <div class="privilege-list">{each}</div>
        </section>
    }
}

#[component]
fn PrivilegeBox(boxes: Boxes, privilege: Privilege) -> impl IntoView {
    let text = texts();
    let BoxView { ticked, locked, noted } = boxes.draft().privilege(privilege).into();
    let sensitive = (privilege.weight() == Weight::Sensitive)
        .then(|| view! { <Badge tone=Tone::Warn icon=Icon::Shield>{text.contacts.privileges.sensitive}</Badge> });
    view! {
        <Checkbox
            label=text.rights.privilege(privilege)
            name=PRIVILEGES_FIELD
            value=privilege.key()
            id=box_id(PRIVILEGES_FIELD, privilege.key())
            help=text.rights.privilege_help(privilege)
            note=noted.map(|lock| boxes.reason(lock))
            checked=ticked
            disabled_reason=locked.map(|lock| boxes.reason(lock))
        >
            {sensitive}
        </Checkbox>
    }
}
