//! The section Services of the contact form: which operations on which services (S0.17, S0.18, D10).

use domain::operation::Operation;
use domain::privilege::Weight;
use domain::right::{Place, Right};
use domain::rights_form::{Row, SHOWN_FIELD, box_id};
use leptos::prelude::*;

use super::boxes::{BoxView, Boxes};
use super::service_rows::ServiceRows;
use super::service_search::SearchServices;
use crate::forms::form_state;
use crate::text::texts;
use crate::ui::{Checkbox, Glyph, Icon, Look, Panel};

#[component]
pub fn ServicesMatrix(
    boxes: Boxes,
    /// How services without a row get one; nothing: each has one.
    rows: Option<ServiceRows>,
) -> impl IntoView {
    let text = texts();
    let problem = form_state().problem("change[services][]");
    let problem = problem.map(|text| view! { <p class="field-problem">{text}</p> });
    let services = boxes.draft().ground().services.clone();
    let says_shown = rows.is_some();
    let is_fixed = boxes.draft().ground().is_me;
    let none = (services.is_empty() && rows.is_none())
        .then(|| view! { <p class="muted">{text.contacts.privileges.no_services}</p> });
    let more = rows.map(|rows| view! { <SearchServices rows=rows is_fixed=is_fixed /> });
    let rows = services
        .into_iter()
        .map(|service| {
            let name = service.name.unwrap_or_else(|| text.rights.unknown_service().to_owned());
            view! { <MatrixRow boxes=boxes.clone() row=Row::One(service.id) name=name says_shown=says_shown /> }
        })
        .collect::<Vec<_>>();
    view! {
        <Panel title=text.contacts.privileges.services lead=text.contacts.privileges.services_help>
            <div class="stack" id="change-services">
                {problem}
                {none}
                <div class="matrix-frame">
                    <table class="matrix" aria-label=text.contacts.privileges.services>
                        <thead>
                            <tr>
                                <th scope="col">{text.contacts.privileges.service}</th>
                                {Operation::ALL.iter().map(|operation| heading(*operation)).collect::<Vec<_>>()}
                            </tr>
                        </thead>
                        <tbody>
                            <MatrixRow
                                boxes=boxes.clone()
                                row=Row::All
                                name=text.rights.all_services
                                note=text.contacts.privileges.all_services_help
                            />
                            {rows}
                            <MatrixRow
                                boxes=boxes
                                row=Row::New
                                name=text.rights.new_services
                                note=text.contacts.privileges.new_services_help
                            />
                        </tbody>
                    </table>
                </div>
                {more}
            </div>
        </Panel>
    }
}

fn heading(operation: Operation) -> impl IntoView {
    let text = texts();
    let mark = (operation.weight() == Weight::Sensitive).then(|| {
        view! {
            <span class="matrix-sensitive" title=text.contacts.privileges.sensitive>
                <Glyph icon=Icon::Shield />
                <span class="visually-hidden">{text.contacts.privileges.sensitive}</span>
            </span>
        }
    });
    view! {
        <th scope="col" title=text.rights.operation_help(operation)>
            {text.rights.operation(operation)}
            {mark}
        </th>
    }
}

const fn row_class(row: Row) -> &'static str {
    match row {
        Row::All => "matrix-all",
        Row::One(_) => "",
        Row::New => "matrix-new",
    }
}

#[component]
pub fn MatrixRow(
    boxes: Boxes,
    row: Row,
    /// What the row is called.
    #[prop(into)]
    name: String,
    /// A line below the name.
    #[prop(optional)]
    note: Option<&'static str>,
    /// The form does not show every service: it says where it shows what is given.
    #[prop(optional)]
    says_shown: bool,
) -> impl IntoView {
    let text = texts();
    let shown = match row {
        Row::One(service) if says_shown && boxes.draft().ground().baseline.services.contains_key(&service) => {
            Some(view! { <input type="hidden" name=SHOWN_FIELD value=service.to_string() /> })
        }
        Row::All | Row::One(_) | Row::New => None,
    };
    let has = boxes.draft().row_operations(row);
    let cells = Operation::ALL
        .iter()
        .map(|operation| {
            if has.contains(*operation) {
                view! { <OperationCell boxes=boxes.clone() row=row operation=*operation service=name.clone() /> }
                    .into_any()
            } else {
                view! { <td class="matrix-none" data-label=text.rights.operation(*operation)>"–"</td> }.into_any()
            }
        })
        .collect::<Vec<_>>();
    view! {
        <tr class=row_class(row)>
            <th scope="row">
                <span class="matrix-name">
                    {name.clone()}
                    // Ticks or clears the whole row. Shown by the program, where there is something to tick.
                    <span hidden>
                        <Checkbox
                            label=text.contacts.privileges.every_operation(&name)
                            name=""
                            id=row.id()
                            look=Look::Bare
                        />
                    </span>
                </span>
                {note.map(|note| view! { <span class="matrix-note">{note}</span> })}
                {shown}
            </th>
            {cells}
        </tr>
    }
}

#[component]
fn OperationCell(boxes: Boxes, row: Row, operation: Operation, service: String) -> impl IntoView {
    let text = texts();
    let place = match row {
        Row::All => Place::AllServices,
        Row::One(id) => Place::Service { id, name: Some(service) },
        Row::New => Place::NewServices,
    };
    let BoxView { ticked, locked, noted } = boxes.draft().operation(row, operation).into();
    let (field, covered) = (row.field(), noted.is_some());
    view! {
        <td class:matrix-covered=covered data-label=text.rights.operation(operation)>
            // On a still page a cell that All services covers can still be ticked; it says so.
            <Checkbox
                label=text.rights.right_at(Right::Operation(operation), &place)
                id=box_id(&field, operation.key())
                name=field
                value=operation.key()
                look=Look::Bare
                help=noted.map(|lock| boxes.reason(lock))
                checked=ticked
                disabled_reason=locked.map(|lock| boxes.reason(lock))
            />
        </td>
    }
}
