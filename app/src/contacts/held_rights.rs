//! What somebody may do on the account, each right with where it comes from.

use crate::text::texts;
use crate::ui::{Badge, Definition, Definitions, Icon, Tone};
use domain::contact::{HeldOrigin, HeldRight};
use domain::privilege::{Area, Weight};
use domain::right::{Place, Right};
use domain::rights::Source;
use domain::template::Template;
use leptos::prelude::*;

/// Every right: privileges by area, then operations by place.
#[component]
pub fn HeldRights(
    held: Vec<HeldRight>,
    /// The template that they began with.
    template: Option<Template>,
    /// What is said where there are none.
    none: &'static str,
) -> impl IntoView {
    if held.is_empty() {
        return view! { <p class="muted">{none}</p> }.into_any();
    }
    let template = template.map(|template| texts().rights.template(&template)).unwrap_or_default();
    let groups = grouped(held)
        .into_iter()
        .map(|(term, rights)| {
            let lines = rights.into_iter().map(|right| line(right, &template)).collect_view();
            view! { <Definition term=term><ul class="held">{lines}</ul></Definition> }
        })
        .collect_view();
    view! { <Definitions>{groups}</Definitions> }.into_any()
}

/// The rights under what they are about, in their order.
fn grouped(mut held: Vec<HeldRight>) -> Vec<(String, Vec<HeldRight>)> {
    let mut groups: Vec<(String, Vec<HeldRight>)> = Vec::new();
    let mut last = None;
    held.sort_by_key(area);
    for right in held {
        let group = (area(&right), right.place.clone());
        if last.as_ref() != Some(&group) {
            groups.push((term(&right), Vec::new()));
            last = Some(group);
        }
        if let Some((_, rights)) = groups.last_mut() {
            rights.push(right);
        }
    }
    groups
}

/// Where a right stands on the form; operations come after all privileges.
fn area(held: &HeldRight) -> usize {
    let area = match held.right {
        Right::Privilege(privilege) => Area::ALL.into_iter().position(|area| area == privilege.area()),
        Right::Operation(_) | Right::DomainOperation(_) | Right::Role(_) | Right::OwnRole(_) => None,
    };
    area.unwrap_or(Area::ALL.len())
}

fn term(held: &HeldRight) -> String {
    let text = texts();
    let own = &text.accounts.settings;
    match &held.place {
        Place::Account | Place::OwnRole { .. } => {
            Area::ALL.get(area(held)).map(|area| text.rights.area(*area)).unwrap_or_default().to_owned()
        }
        Place::AllServices => own.on_all_services.to_owned(),
        Place::NewServices => own.on_new_services.to_owned(),
        Place::Service { name, .. } => name.clone().unwrap_or_else(|| text.rights.unknown_service().to_owned()),
        Place::AllDomains => text.rights.all_domains.to_owned(),
        Place::NewDomains => text.rights.new_domains.to_owned(),
        Place::Domain { name, .. } => name.clone().unwrap_or_else(|| text.rights.one_domain.to_owned()),
    }
}

fn line(held: HeldRight, template: &str) -> impl IntoView + use<> {
    let text = texts();
    let sensitive = (held.right.weight() == Weight::Sensitive)
        .then(|| view! { <Badge tone=Tone::Warn icon=Icon::Shield>{text.contacts.privileges.sensitive}</Badge> });
    let from: Vec<String> = held.origins.iter().map(|origin| came_from(origin, template)).collect();
    view! {
        <li>
            <span>{text.rights.right(held.right)} " " {sensitive}</span>
            <span class="held-from">{from.join(" · ")}</span>
        </li>
    }
}

/// "Role Billing", "Given individually with “Manage DNS” until 3 Dec 2026, 10:00 UTC".
fn came_from(origin: &HeldOrigin, template: &str) -> String {
    let text = texts();
    let own = &text.accounts.settings;
    let mut said = match &origin.source {
        Source::Role(role) => text.rights.role_named(text.rights.role(*role)),
        Source::OwnRole { name } => text.rights.role_named(name),
        Source::Template => own.from_template(template),
        Source::Hand => own.by_hand.to_owned(),
    };
    for more in [
        origin.with.map(|right| own.with_right(&text.rights.right(right))),
        origin.until.as_ref().map(|until| own.until_date(&until.text)),
    ]
    .into_iter()
    .flatten()
    {
        said.push(' ');
        said.push_str(&more);
    }
    said
}
