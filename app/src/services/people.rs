//! Who can do what on a service, and why.

use super::head::{ServiceTab, head};
use crate::contacts::{HeldRights, OF_SERVICE};
use crate::request::{path_id, query};
use crate::shell::{Instead, ListPager, Page, use_account};
use crate::text::texts;
use crate::ui::{AddressText, Badge, Icon, LinkButton, Tip, Tone};
use domain::access::ContactAction;
use domain::acting::Acting;
use domain::contact::Verdict;
use domain::holdings::{ServicePeople, ServicePerson};
use domain::id::ServiceId;
use domain::list;
use domain::paths;
use leptos::prelude::*;

/// The People tab of a service.
pub async fn service_people_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(ContactAction::List)?;
    let (acting, service): (Acting, ServiceId) = (account.acting, path_id("service")?);
    let cursor = query().text("cursor").to_owned();
    let ServicePeople { service: row, people } = ask!(holdings.service_people(acting, service, cursor))?;
    let head = head(&account, &row, ServiceTab::People);
    let text = texts();
    let list::Page { rows, total, previous, next } = people;
    let rows = rows.into_iter().map(|row| person(acting, service, row)).collect::<Vec<_>>();
    let total = text.contacts.people(total);
    let content = view! {
        <div class="page">
            {head}
            <p class="muted">{text.services.page.people_lead}</p>
            <ul class="service-people" aria-label=text.services.page.people>{rows}</ul>
            <ListPager
                href=paths::service_people(acting, service)
                previous=previous
                next=next
                total=total
            />
        </div>
    };
    Ok(Page::new(row.name, content))
}

/// One of them: who it is, what they can do here with where it comes from, and the way to change it for whoever may.
fn person(acting: Acting, service: ServiceId, person: ServicePerson) -> impl IntoView {
    let text = texts();
    let owner = person.owner.map(|owner| view! { <Badge tone=Tone::Info>{text.shell.owner(owner)}</Badge> });
    let me = person.is_me.then(|| view! { <Badge>{text.contacts.you}</Badge> });
    let email = (person.email != person.name)
        .then(|| view! { <p class="small muted"><AddressText address=person.email.clone() /></p> });
    let held = match person.owner {
        Some(_) => view! { <Tip icon=Icon::Shield>{text.contacts.privileges.owner_tip}</Tip> }.into_any(),
        None => {
            let none = text.contacts.page.no_rights;
            view! { <HeldRights held=person.held template=person.template none=none /> }.into_any()
        }
    };
    let edit = (person.edit == Verdict::Allowed && person.owner.is_none()).then(|| {
        let of_service = service.to_string();
        let href = paths::with_query(paths::edit_contact(acting, person.id), [(OF_SERVICE, of_service.as_str())]);
        let label = text.services.page.change_rights(&person.name);
        view! { <LinkButton href=href icon=Icon::Pencil attr:aria-label=label>{text.services.page.change}</LinkButton> }
    });
    view! {
        <li class="panel" data-key=person.id.to_string()>
            <div class="panel-head">
                <div>
                    <h2 class="panel-title">
                        <a href=paths::contact(acting, person.id)>{person.name.clone()}</a>
                        " "
                        {owner}
                        {me}
                    </h2>
                    {email}
                </div>
                <div class="panel-actions">{edit}</div>
            </div>
            {held}
        </li>
    }
}
