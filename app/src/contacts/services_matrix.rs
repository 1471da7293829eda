//! The section Services of a form about rights: which operations on which services (S0.17, S0.18, D10).
//!
//! It is one table. As a list, as it begins, a row shows its name and what is on, and opens to its operations; shown as a
//! table it has a column for each. Which of the two is a box that the style sheet asks, and so is what a row shows: both
//! work without a program. The program puts the levels into the rows.

use domain::operation::Operation;
use domain::privilege::Weight;
use domain::right::{Place, Right};
use domain::rights_form::{Row, SHOWN_FIELD, Sentence, box_id};
use leptos::prelude::*;

use super::boxes::{Boxes, sentence};
use super::matrix_row::{RightsCell, RightsRow};
use super::service_rows::ServiceRows;
use super::service_search::SearchServices;
use crate::forms::form_state;
use crate::text::texts;
use crate::ui::{Glyph, Icon, Panel};

/// With more services than these the list can be filtered.
const FILTERED: usize = 8;

/// Which rows there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// All services, each one, and those bought later: what is given to somebody.
    Each,
    /// All services: what a template or a role holds.
    All,
}

#[component]
pub fn ServicesMatrix(
    boxes: Boxes,
    /// Which rows it has.
    which: Rows,
    /// How services without a row get one; nothing: each has one.
    rows: Option<ServiceRows>,
) -> impl IntoView {
    let text = texts();
    let words = &text.contacts.privileges;
    let problem = form_state().problem("change[services][]");
    let problem = problem.map(|text| view! { <p class="field-problem">{text}</p> });
    let draft = boxes.draft();
    let services = if which == Rows::Each { draft.ground().services.clone() } else { Vec::new() };
    let (says_shown, count) = (rows.is_some(), services.len());
    let is_fixed = draft.ground().is_me;
    let none = (which == Rows::Each && services.is_empty() && rows.is_none())
        .then(|| view! { <p class="muted">{words.no_services}</p> });
    let is_useless = !is_fixed
        && rows.is_none()
        && draft.rows().into_iter().all(|row| {
            let state = draft.row(row);
            state.fixed && !state.some
        });
    let more = rows.map(|rows| view! { <SearchServices rows=rows is_fixed=is_fixed /> });
    let each = services
        .into_iter()
        .map(|service| {
            let name = service.name.unwrap_or_else(|| text.rights.unknown_service().to_owned());
            view! { <MatrixRow boxes=boxes.clone() row=Row::One(service.id) name=name says_shown=says_shown /> }
        })
        .collect::<Vec<_>>();
    let new = (which == Rows::Each).then(|| {
        view! {
            <MatrixRow
                boxes=boxes.clone()
                row=Row::New
                name=text.rights.new_services
                note=words.new_services_help
            />
        }
    });
    let table = view! {
        <div class="matrix-frame">
            <table class="matrix" aria-label=words.services>
                <thead>
                    <tr>
                        <th scope="col">{words.service}</th>
                        {Operation::ALL.iter().map(|operation| heading(*operation)).collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>
                    <MatrixRow
                        boxes=boxes.clone()
                        row=Row::All
                        name=text.rights.all_services
                        note=words.all_services_help
                    />
                    {each}
                    {new}
                </tbody>
            </table>
        </div>
    };
    let table = if is_useless {
        view! {
            <details class="fold">
                <summary>
                    {words.fixed_services} " " <span class="fold-show">{words.show_them}</span>
                </summary>
                {table}
            </details>
        }
        .into_any()
    } else {
        table.into_any()
    };
    view! {
        <Panel title=words.services lead=words.services_help class="services" actions=move || actions(count)>
            <div class="stack" id="change-services">
                {problem}
                {none}
                {more}
                {table}
            </div>
        </Panel>
    }
}

/// Belongs to no form: how something is shown is not posted.
fn actions(services: usize) -> impl IntoView {
    let text = &texts().contacts.privileges;
    let label = text.filter_services(services);
    let filter = (services > FILTERED).then(|| {
        view! {
            <input
                type="search"
                class="input alive-only"
                id="filter-services"
                form="-"
                aria-label=label.clone()
                placeholder=label
                autocomplete="off"
            />
        }
    });
    view! {
        {filter}
        <label class="as-table">
            <input type="checkbox" id="as-table" form="-" />
            {text.show_table}
        </label>
    }
}

fn sensitive() -> impl IntoView {
    let word = texts().contacts.privileges.sensitive;
    view! {
        <span class="matrix-sensitive" title=word>
            <Glyph icon=Icon::Shield />
            <span class="visually-hidden">{word}</span>
        </span>
    }
}

fn heading(operation: Operation) -> impl IntoView {
    let text = texts();
    let mark = (operation.weight() == Weight::Sensitive).then(sensitive);
    view! {
        <th scope="col" title=text.rights.operation_help(operation)>
            {text.rights.operation(operation)}
            {mark}
        </th>
    }
}

const fn row_class(row: Row) -> Option<&'static str> {
    match row {
        Row::All => Some("matrix-all"),
        Row::One(_) => None,
        Row::New => Some("matrix-new"),
    }
}

#[component]
pub fn MatrixRow(
    boxes: Boxes,
    row: Row,
    /// What the row is called.
    #[prop(into)]
    name: String,
    /// Beside the name.
    #[prop(optional)]
    note: Option<&'static str>,
    /// The form does not show every service: it says where it shows what is given.
    #[prop(optional)]
    says_shown: bool,
) -> impl IntoView {
    let draft = boxes.draft();
    let shown = match row {
        Row::One(service) if says_shown && draft.ground().baseline.services.contains_key(&service) => {
            Some(view! { <input type="hidden" name=SHOWN_FIELD value=service.to_string() /> }.into_any())
        }
        Row::All | Row::One(_) | Row::New => None,
    };
    let has = draft.row_operations(row);
    let on = if draft.is_covered(row) {
        sentence(Sentence::OnAllServices, "", 0)
    } else {
        boxes.listed(has.iter().filter(|operation| draft.operation(row, *operation).ticked).map(Right::Operation))
    };
    let cells = Operation::ALL
        .iter()
        .map(|operation| {
            if has.contains(*operation) {
                view! { <OperationCell boxes=boxes.clone() row=row operation=*operation service=name.clone() /> }
                    .into_any()
            } else {
                view! { <td class="matrix-none">"–"</td> }.into_any()
            }
        })
        .collect::<Vec<_>>();
    view! { <RightsRow id=row.id() class=row_class(row) name=name note=note on=on shown=shown cells=cells /> }
}

#[component]
fn OperationCell(boxes: Boxes, row: Row, operation: Operation, service: String) -> impl IntoView {
    let text = &texts().rights;
    let place = match row {
        Row::All => Place::AllServices,
        Row::One(id) => Place::Service { id, name: Some(service) },
        Row::New => Place::NewServices,
    };
    let state = boxes.draft().operation(row, operation).into();
    let field = row.field();
    view! {
        <RightsCell
            boxes=boxes
            state=state
            posted=(box_id(&field, operation.key()), field, operation.key())
            label=text.right_at(Right::Operation(operation), &place)
            short=text.operation(operation)
            is_sensitive=operation.weight() == Weight::Sensitive
        />
    }
}
