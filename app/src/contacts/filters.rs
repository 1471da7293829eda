//! Search and filters of the list: a GET form, whose answer is an address.

use domain::acting::Acting;
use domain::contact::{AccessFilter, ContactFilter, ContactQuery};
use domain::role::Role;
use domain::status::ContactStatus;
use domain::template::{self, Template};
use leptos::prelude::*;

use super::address;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, Choice, ChoiceGroup, Field, FieldKind, Select};
use domain::paths;

fn statuses() -> Vec<ChoiceGroup> {
    let text = &texts().contacts;
    let any = Choice::new("", text.list.any_status);
    let each = ContactStatus::ALL.into_iter().map(|status| Choice::new(status.key(), text.status(status)));
    vec![ChoiceGroup::plain([any].into_iter().chain(each).collect())]
}

fn accesses(own_templates: &[Template]) -> Vec<ChoiceGroup> {
    let text = texts();
    let choice = |access: AccessFilter, label: String| Choice::new(address::access_key(&access), label);
    let roles = Role::ALL.into_iter().map(|role| choice(AccessFilter::Role(role), text.rights.role(role).to_owned()));
    let built_in = template::built_in();
    let templates = built_in
        .iter()
        .chain(own_templates)
        .filter(|template| template.key != template::NONE)
        .map(|template| choice(AccessFilter::Template(template.key.clone()), text.rights.template(template)));
    vec![
        ChoiceGroup::plain(vec![
            Choice::new("", text.contacts.list.any_access),
            choice(AccessFilter::Owner, text.contacts.list.owners.to_owned()),
            choice(AccessFilter::Nothing, text.rights.nothing.to_owned()),
        ]),
        ChoiceGroup::named(text.contacts.roles, roles.collect()),
        ChoiceGroup::named(text.contacts.list.templates, templates.collect()),
    ]
}

/// The search box and the filters.
#[component]
pub fn Filters(
    /// The account and the view.
    acting: Acting,
    /// What the address asks for now.
    wanted: ContactQuery,
) -> impl IntoView {
    let text = &texts().contacts.list;
    let clear = (wanted.filter != ContactFilter::default()).then(|| {
        view! {
            <a class="button button-quiet" href=paths::contacts(acting)>
                {text.clear}
            </a>
        }
    });
    let ContactFilter { search, status, access } = wanted.filter;
    view! {
        <form class="filters" method="get" role="search" action=paths::contacts(acting) data-live=true>
            <div class="filters-search">
                <Field label=text.search name="search" kind=FieldKind::Search value=search maxlength=200_u32 />
            </div>
            <Select
                label=text.status_filter
                name="status"
                groups=statuses()
                value=status.map(ContactStatus::key).unwrap_or_default()
            />
            <Select
                label=text.access_filter
                name="access"
                groups=accesses(&use_account().view.own_templates)
                value=access.as_ref().map(address::access_key).unwrap_or_default()
            />
            <input type="hidden" name="sort" value=address::sort_key(wanted.sort) />
            <input type="hidden" name="direction" value=address::direction_key(wanted.direction) />
            <Button>{text.apply}</Button>
            {clear}
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::operation::OperationSet;
    use domain::privilege::PrivilegeSet;

    #[test]
    fn the_provider_s_own_templates_can_be_asked_for() {
        let own = Template {
            key: "night_shift".to_owned(),
            name: Some("Night shift".to_owned()),
            privileges: PrivilegeSet::EMPTY,
            operations: OperationSet::EMPTY,
        };
        let groups = format!("{:?}", accesses(&[own]));
        assert!(groups.contains("template-night_shift") && groups.contains("Night shift"), "{groups}");
    }
}
