//! Which services, search, filters and order of My Services: GET forms and links, whose answers are addresses.
//!
//! INVARIANT: what a form here does not show is not within it, but beside it, as with contacts.

use super::address;
use crate::text::texts;
use crate::ui::{Button, Choice, ChoiceGroup, Field, FieldKind, Select, Tab, Tabs};
use domain::acting::Acting;
use domain::paths;
use domain::service::{MachineState, ServiceCounts, ServiceKind, ServiceQuery, Shown};
use leptos::prelude::*;

/// The form with the search box.
const SEARCH: &str = "services-search";

/// The form with the order.
const SORT: &str = "services-sort";

/// The tabs, the forms, and the links by state.
#[component]
pub fn Filters(
    acting: Acting,
    /// What the address asks for now.
    wanted: ServiceQuery,
    counts: ServiceCounts,
    /// The tabs that the person has.
    shown: Vec<Shown>,
) -> impl IntoView {
    let pairs = address::pairs(&wanted);
    let beside = |form: &'static str, own: &'static [&'static str]| {
        let others = pairs.iter().filter(|(name, value)| !value.is_empty() && !own.contains(name));
        others
            .map(|(name, value)| view! { <input type="hidden" form=form name=*name value=value.clone() /> })
            .collect_view()
    };
    let (of_search, of_sort) = (beside(SEARCH, &["search", "kind"]), beside(SORT, &["sort"]));
    view! {
        {tabs(acting, &wanted, &counts, shown)}
        <div class="filters">
            {search_form(acting, &wanted, &counts)}
            {sort_form(acting, &wanted)}
            {of_search}
            {of_sort}
        </div>
        {states(acting, &wanted, &counts)}
    }
}

/// The active ones, for whoever sees all; those that end soon; all.
fn tabs(
    acting: Acting,
    wanted: &ServiceQuery,
    counts: &ServiceCounts,
    shown: Vec<Shown>,
) -> Option<impl IntoView + use<>> {
    let text = &texts().services;
    let has_tabs = shown.len() > 1;
    let tab = |shown: Shown| {
        let label = match shown {
            Shown::All => text.all_tab,
            Shown::Active => text.active_tab,
            Shown::Expiring => text.expiring_tab,
        };
        let count = counts.shown.iter().find(|(each, _)| *each == shown).map(|(_, count)| count.to_string());
        let href = address::write(acting, &ServiceQuery { shown, ..wanted.clone() });
        match count {
            Some(count) => view! { <Tab href=href label=label count=count current=wanted.shown == shown /> }.into_any(),
            None => view! { <Tab href=href label=label current=wanted.shown == shown /> }.into_any(),
        }
    };
    let tabs = shown.into_iter().map(tab).collect::<Vec<_>>();
    has_tabs.then(|| view! { <Tabs label=text.which>{tabs}</Tabs> })
}

fn search_form(acting: Acting, wanted: &ServiceQuery, counts: &ServiceCounts) -> impl IntoView + use<> {
    let (text, list) = (&texts().services.list, &texts().contacts.list);
    let clean =
        ServiceQuery { shown: wanted.shown, sort: wanted.sort, direction: wanted.direction, ..ServiceQuery::default() };
    let is_filtered = *wanted != ServiceQuery { cursor: wanted.cursor.clone(), ..clean.clone() };
    let way_back = is_filtered.then(|| {
        view! { <a class="button button-quiet" href=address::write(acting, &clean)>{list.clear}</a> }
    });
    view! {
        <form id=SEARCH method="get" role="search" action=paths::services(acting) data-live=true>
            <div class="filters-search">
                <Field
                    label=texts().search.in_services
                    name="search"
                    kind=FieldKind::Search
                    value=wanted.search.clone()
                    maxlength=200_u32
                />
            </div>
            <Select
                label=texts().services.kind
                name="kind"
                groups=vec![ChoiceGroup::plain(kinds(wanted, counts, text.any_kind))]
                value=wanted.kind.map(ServiceKind::key).unwrap_or_default()
            />
            <Button>{list.apply}</Button>
            {way_back}
        </form>
    }
}

/// The kinds that there are, with how many; every kind where nobody counts.
fn kinds(wanted: &ServiceQuery, counts: &ServiceCounts, any: &'static str) -> Vec<Choice> {
    let text = &texts().services;
    let counted = |kind: ServiceKind| counts.kinds.iter().find(|(each, _)| *each == kind).map(|(_, count)| *count);
    let is_uncounted = counts.shown.is_empty();
    let kinds = ServiceKind::ALL
        .into_iter()
        .filter(|kind| is_uncounted || wanted.kind == Some(*kind) || counted(*kind).is_some());
    let kinds = kinds.map(|kind| {
        let name = text.service_kind(kind);
        Choice::new(kind.key(), counted(kind).map_or_else(|| name.to_owned(), |count| format!("{name} ({count})")))
    });
    std::iter::once(Choice::new("", any)).chain(kinds).collect()
}

/// The order as one choice, on screens where the columns have no headings.
fn sort_form(acting: Acting, wanted: &ServiceQuery) -> impl IntoView + use<> {
    let (text, list) = (&texts().services.list, &texts().contacts.list);
    let labels = [
        text.sort_name,
        text.sort_name_down,
        text.sort_expires,
        text.sort_expires_down,
        text.sort_due,
        text.sort_due_down,
    ];
    let orders = address::ORDERS.iter().zip(labels).map(|((_, key), label)| Choice::new(*key, label)).collect();
    view! {
        <form id=SORT class="filters-sort" method="get" action=paths::services(acting) data-live=true>
            <Select
                label=list.sort_by
                name="sort"
                groups=vec![ChoiceGroup::plain(orders)]
                value=address::order_key(wanted)
            />
            <Button>{list.sort}</Button>
        </form>
    }
}

/// A link for each state that a service is in, with how many; none where no driver runs anything.
fn states(acting: Acting, wanted: &ServiceQuery, counts: &ServiceCounts) -> Option<impl IntoView + use<>> {
    let text = &texts().services;
    let counted = |state: MachineState| counts.states.iter().find(|(each, _)| *each == state).map(|(_, count)| *count);
    let is_uncounted = counts.shown.is_empty();
    let there = MachineState::ALL
        .into_iter()
        .filter(|state| is_uncounted || wanted.state == Some(*state) || counted(*state).is_some())
        .collect::<Vec<_>>();
    let chip = |state: Option<MachineState>, name: &'static str, count: Option<usize>| {
        let label = count.map_or_else(|| name.to_owned(), |count| format!("{name} {count}"));
        let current = (wanted.state == state).then_some("true");
        let href = address::write(acting, &ServiceQuery { state, ..wanted.clone() });
        view! { <a href=href aria-current=current>{label}</a> }
    };
    let chips = there.iter().map(|state| chip(Some(*state), text.machine_state(*state), counted(*state)));
    let chips = chips.collect::<Vec<_>>();
    (!there.is_empty()).then(|| {
        view! {
            <nav class="choices" aria-label=text.list.states>
                {chip(None, text.list.any_state, None)}
                {chips}
            </nav>
        }
    })
}
