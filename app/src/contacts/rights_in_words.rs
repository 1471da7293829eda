//! What a contact may do, in words: roles and template first, then by area, by service and by domain.

use domain::contact::EndingRight;
use domain::domains::DomainChoice;
use domain::operation::{DomainOperationSet, OperationSet};
use domain::privilege::{Area, Weight};
use domain::right::Right;
use domain::rights::Rights;
use domain::service::ServiceChoice;
use leptos::prelude::*;

use crate::text::texts;
use crate::ui::{Badge, Definition, Definitions, Icon, Moment, Tone};

#[component]
pub fn RightsInWords(
    /// What was given.
    rights: Rights,
    /// The names of the single services in them.
    services: Vec<ServiceChoice>,
    /// The names of the single domains in them.
    domains: Vec<DomainChoice>,
    /// Roles and template, in the fewest words.
    summary: String,
) -> impl IntoView {
    let text = texts();
    if rights.is_empty() {
        return view! { <p class="muted">{text.contacts.page.no_rights}</p> }.into_any();
    }
    let effective = rights.effective();
    let areas = Area::ALL
        .into_iter()
        .filter_map(|area| {
            let held = effective.privileges().intersection(area.privileges());
            (!held.is_empty()).then(|| {
                let lines = held.iter().map(|privilege| line(Right::Privilege(privilege))).collect::<Vec<_>>();
                view! { <Definition term=text.rights.area(area)><ul class="rights">{lines}</ul></Definition> }
            })
        })
        .collect::<Vec<_>>();
    let on = |place: &str, held: OperationSet| operations(place.to_owned(), held.iter().map(Right::Operation));
    let all = on(text.rights.all_services, effective.all_services());
    let each = effective
        .services()
        .iter()
        .map(|(id, held)| {
            let known = services.iter().find(|service| service.id == *id).and_then(|service| service.name.clone());
            let name = known.unwrap_or_else(|| text.rights.unknown_service().to_owned());
            on(&name, *held)
        })
        .collect::<Vec<_>>();
    let new = on(text.rights.new_services, rights.new_services.closed());
    let on =
        |place: &str, held: DomainOperationSet| operations(place.to_owned(), held.iter().map(Right::DomainOperation));
    let all_domains = on(text.rights.all_domains, effective.all_domains());
    let each_domain = effective
        .domains()
        .iter()
        .map(|(id, held)| {
            let known = domains.iter().find(|domain| domain.id == *id).and_then(|domain| domain.name.clone());
            on(known.as_deref().unwrap_or(text.rights.one_domain), *held)
        })
        .collect::<Vec<_>>();
    let new_domains = on(text.rights.new_domains, rights.new_domains);
    view! {
        <p class="rights-from">{summary}</p>
        <Definitions>{areas} {all} {each} {new} {all_domains} {each_domain} {new_domains}</Definitions>
    }
    .into_any()
}

/// What ends by itself, a line each.
#[component]
pub fn Ends(
    /// Those rights.
    ends: Vec<EndingRight>,
) -> impl IntoView {
    let text = texts();
    (!ends.is_empty()).then(|| {
        let lines = ends
            .into_iter()
            .map(|ending| {
                let EndingRight { right, place, at } = ending;
                let moment = view! { <Moment instant=at.iso text=at.text /> };
                view! { <li>{text.rights.right_at(right, &place)} ": " {text.contacts.until} " " {moment}</li> }
            })
            .collect::<Vec<_>>();
        view! { <ul class="rights-ending">{lines}</ul> }
    })
}

fn operations(place: String, held: impl Iterator<Item = Right>) -> Option<AnyView> {
    let lines = held.map(line).collect::<Vec<_>>();
    (!lines.is_empty())
        .then(|| view! { <Definition term=place><ul class="rights">{lines}</ul></Definition> }.into_any())
}

fn line(right: Right) -> impl IntoView {
    let text = texts();
    let sensitive = match right {
        Right::Privilege(privilege) => privilege.weight() == Weight::Sensitive,
        Right::Operation(operation) => operation.weight() == Weight::Sensitive,
        Right::DomainOperation(operation) => operation.weight() == Weight::Sensitive,
        Right::Role(_) | Right::OwnRole(_) => false,
    };
    let mark = sensitive
        .then(|| view! { <Badge tone=Tone::Warn icon=Icon::Shield>{text.contacts.privileges.sensitive}</Badge> });
    view! { <li>{text.rights.right(right)} {mark}</li> }
}
