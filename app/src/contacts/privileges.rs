//! The rights on the account: a row for each area, which says what is on and opens to its boxes.
//!
//! It draws what the draft says; the program `rights` draws it anew after every click.

use domain::privilege::{Area, Privilege, Weight};
use domain::right::Right;
use domain::rights_form::{Drawing, PRIVILEGES_FIELD, PrivilegeDraft, area_id, box_id};
use leptos::prelude::*;

use super::boxes::{BoxView, Boxes};
use super::domains_matrix::{SingleDomains, all_domains};
use super::services_matrix::Rows;
use crate::text::texts;
use crate::ui::{Badge, Checkbox, Glyph, Icon, Panel, Tone};

#[component]
pub fn Privileges(
    boxes: Boxes,
    /// Whether single domains have rows.
    which: Rows,
) -> impl IntoView {
    let text = &texts().contacts.privileges;
    let hidden = boxes
        .draft()
        .hidden(Drawing::Still)
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect::<Vec<_>>();
    // One's own stand as they are: nothing of them can be given, and all of it is worth reading.
    let is_me = boxes.draft().ground().is_me;
    let is_folded = |area: &Area| {
        let state = boxes.draft().area(*area);
        !is_me && state.fixed && !state.some
    };
    let (folded, open): (Vec<Area>, Vec<Area>) = Area::ALL.into_iter().partition(is_folded);
    let rows = |areas: &[Area]| {
        areas.iter().map(|area| view! { <AreaRow boxes=boxes.clone() area=*area which=which /> }).collect::<Vec<_>>()
    };
    let fold = (!folded.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>
                    {text.fixed_areas(folded.len())} " " <span class="fold-show">{text.show_them}</span>
                </summary>
                {rows(&folded)}
            </details>
        }
    });
    let open = rows(&open);
    let rest = view! { <Functionless boxes=boxes.clone() /> };
    view! {
        <Panel title=text.areas lead=text.account_wide_tip class="areas" actions=find_right>
            <div class="area-rows">{open} {rest} {fold}</div>
        </Panel>
        // What no box posts by itself.
        <div hidden id="rights-hidden">{hidden}</div>
    }
}

/// The search among them, which takes the program. It belongs to no form: what is searched is not posted.
fn find_right() -> impl IntoView {
    let text = &texts().contacts.privileges;
    view! {
        <div class="alive-only find-right">
            <input
                type="search"
                class="input"
                id="find-right"
                form="-"
                aria-label=text.find_right
                placeholder=text.find_right
                autocomplete="off"
            />
            <p id="rights-found" role="status"></p>
        </div>
    }
}

#[component]
fn AreaRow(boxes: Boxes, area: Area, which: Rows) -> impl IntoView {
    let text = texts();
    let name = text.rights.area(area);
    let id = area_id(area);
    let on = boxes.listed(boxes.draft().on_in(area).into_iter());
    let mut each = privilege_boxes(&boxes, PrivilegeDraft::shown(area).iter().collect());
    let is_domains = area == Area::Domains;
    if is_domains {
        each.extend(all_domains(&boxes));
    }
    let single = (is_domains && which == Rows::Each).then(|| view! { <SingleDomains boxes=boxes.clone() /> });
    view! {
        <details class="area" aria-labelledby=id.clone()>
            <summary>
                <Glyph icon=Icon::ChevronRight />
                <h3 id=id.clone()>{name}</h3>
                <span class="area-on" id=format!("{id}-on")>
                    {on}
                </span>
            </summary>
            // Shown by the program, where there is something to tick.
            <span hidden>
                <Checkbox label=text.contacts.privileges.select_all(name) name="" id=format!("{id}-all") />
            </span>
            <div class="privilege-list">{each}</div>
            {single}
        </details>
    }
}

/// The rights that nothing asks for yet: a row by themselves, wherever they belong to.
#[component]
fn Functionless(boxes: Boxes) -> impl IntoView {
    let text = &texts().contacts.privileges;
    let rest: Vec<Privilege> = Privilege::ALL.iter().copied().filter(|privilege| !privilege.has_function()).collect();
    let on = rest.iter().copied().filter(|privilege| boxes.draft().privilege(*privilege).ticked);
    let on = boxes.listed(on.map(Right::Privilege));
    view! {
        <details class="area" aria-labelledby="area-no-function">
            <summary>
                <Glyph icon=Icon::ChevronRight />
                <h3 id="area-no-function">{text.no_function}</h3>
                <span class="area-on" id="area-no-function-on">
                    {on}
                </span>
            </summary>
            <p class="muted">{text.no_function_help}</p>
            <div class="privilege-list">{privilege_boxes(&boxes, rest)}</div>
        </details>
    }
}

fn privilege_boxes(boxes: &Boxes, privileges: Vec<Privilege>) -> Vec<AnyView> {
    let each = privileges.into_iter();
    each.map(|privilege| view! { <PrivilegeBox boxes=boxes.clone() privilege=privilege /> }.into_any()).collect()
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
