//! Search, filters and order of the list: GET forms and links, whose answers are addresses.
//!
//! INVARIANT: what a form here does not show is not within it, but beside it. The program leaves a form alone that somebody
//! has typed into, so that what stood within it would be that of an earlier list.

use domain::acting::Acting;
use domain::contact::{AccessFilter, ContactCounts, ContactFilter, ContactQuery, EXPORTED};
use domain::role::Role;
use domain::status::ContactStatus;
use domain::template::{self, Template};
use leptos::prelude::*;

use super::address;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, Choice, ChoiceGroup, Field, FieldKind, Select};
use domain::paths;

/// The form with the search box.
const SEARCH: &str = "contacts-search";

/// The form with the order.
const SORT: &str = "contacts-sort";

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

/// The forms, and the links by status.
#[component]
pub fn Filters(
    /// The account and the view.
    acting: Acting,
    /// What the address asks for now.
    wanted: ContactQuery,
    counts: ContactCounts,
) -> impl IntoView {
    let pairs = address::pairs(&ContactQuery { cursor: String::new(), ..wanted.clone() });
    let beside = |form: &'static str, shown: &'static [&'static str]| {
        let others = pairs.iter().filter(|(name, value)| !value.is_empty() && !shown.contains(name));
        others
            .map(|(name, value)| view! { <input type="hidden" form=form name=*name value=value.clone() /> })
            .collect_view()
    };
    let (of_search, of_sort) = (beside(SEARCH, &["search", "access"]), beside(SORT, &["sort"]));
    view! {
        <div class="filters">
            <SearchForm acting=acting wanted=wanted.clone() />
            <SortForm acting=acting wanted=wanted.clone() />
            {of_search}
            {of_sort}
        </div>
        <Statuses acting=acting wanted=wanted counts=counts />
    }
}

#[component]
fn SearchForm(acting: Acting, wanted: ContactQuery) -> impl IntoView {
    let text = &texts().contacts.list;
    let clear = (wanted.filter != ContactFilter::default()).then(|| {
        view! {
            <a class="button button-quiet" href=paths::contacts(acting)>
                {text.clear}
            </a>
        }
    });
    let ContactFilter { search, access, .. } = wanted.filter;
    view! {
        <form id=SEARCH method="get" role="search" action=paths::contacts(acting) data-live=true>
            <div class="filters-search">
                <Field label=text.search name="search" kind=FieldKind::Search value=search maxlength=200_u32 />
            </div>
            <Select
                label=text.access_filter
                name="access"
                groups=accesses(&use_account().view.own_templates)
                value=access.as_ref().map(address::access_key).unwrap_or_default()
            />
            <Button>{text.apply}</Button>
            {clear}
        </form>
    }
}

/// The order as one choice, on screens where the columns have no headings.
#[component]
fn SortForm(acting: Acting, wanted: ContactQuery) -> impl IntoView {
    let text = &texts().contacts.list;
    let labels = [
        text.sort_name,
        text.sort_name_down,
        text.sort_email,
        text.sort_email_down,
        text.sort_status,
        text.sort_status_down,
        text.sort_sign_in_down,
        text.sort_sign_in,
    ];
    let orders = address::ORDERS.iter().zip(labels).map(|((_, key), label)| Choice::new(*key, label)).collect();
    view! {
        <form id=SORT class="filters-sort" method="get" action=paths::contacts(acting) data-live=true>
            <Select
                label=text.sort_by
                name="sort"
                groups=vec![ChoiceGroup::plain(orders)]
                value=address::order_key((wanted.sort, wanted.direction))
            />
            <Button>{text.sort}</Button>
        </form>
    }
}

/// A link for each status that somebody has, with how many; and the list as a file.
#[component]
fn Statuses(acting: Acting, wanted: ContactQuery, counts: ContactCounts) -> impl IntoView {
    let text = &texts().contacts;
    let now = wanted.filter.status;
    let counted = |status: ContactStatus| counts.statuses.iter().find(|(each, _)| *each == status).map(|(_, n)| *n);
    let standing = counts.statuses.iter().filter(|(status, _)| *status != ContactStatus::Deleted);
    let all = (!counts.statuses.is_empty()).then(|| standing.map(|(_, count)| count).sum::<usize>());
    let chip = |status: Option<ContactStatus>, label: &'static str, count: Option<usize>| {
        let label = count.map_or_else(|| label.to_owned(), |count| format!("{label} {count}"));
        let current = (now == status).then_some("true");
        view! {
            <a href=address::with_status(acting, &wanted, status) aria-current=current>
                {label}
            </a>
        }
    };
    let chips = ContactStatus::ALL.into_iter().filter(|status| {
        // Where nobody counts, those that most people look for.
        let is_common = matches!(
            status,
            ContactStatus::Active | ContactStatus::RequestPending | ContactStatus::Suspended | ContactStatus::Deleted
        );
        now == Some(*status) || counted(*status).map_or(is_common, |count| count > 0)
    });
    let label = |status: ContactStatus| {
        if status == ContactStatus::RequestPending { text.list.invited } else { text.status(status) }
    };
    let chips = chips.map(|status| chip(Some(status), label(status), counted(status))).collect::<Vec<_>>();
    view! {
        <nav class="choices" aria-label=text.list.statuses>
            {chip(None, text.list.all, all)}
            {chips}
            <a class="choices-end" href=address::export(acting, &wanted) title=text.list.export_help(EXPORTED) download="">
                {text.list.export}
            </a>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_provider_s_own_templates_can_be_asked_for() {
        let own =
            Template { key: "night_shift".to_owned(), name: Some("Night shift".to_owned()), ..Template::default() };
        let groups = format!("{:?}", accesses(&[own]));
        assert!(groups.contains("template-night_shift") && groups.contains("Night shift"), "{groups}");
    }
}
