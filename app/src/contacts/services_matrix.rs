//! The section Services of the contact form: which operations on which services (S0.17, S0.18, D10).

use domain::operation::Operation;
use domain::privilege::Weight;
use leptos::prelude::*;

use super::privilege_draft::Row;
use super::privileges::Boxes;
use crate::forms::form_state;
use crate::text::texts;
use crate::ui::{Checkbox, Glyph, Icon, Look, Panel};

#[component]
pub fn ServicesMatrix(boxes: Boxes) -> impl IntoView {
    let text = texts();
    let problem = form_state().problem("change[services][]");
    let services = boxes.draft.with_untracked(|draft| draft.ground().services.clone());
    let none = services.is_empty().then(|| view! { <p class="muted">{text.contacts.privileges.no_services}</p> });
    let rows = services
        .into_iter()
        .map(|service| {
            let name = service.name.unwrap_or_else(|| text.rights.unknown_service().to_owned());
            view! { <MatrixRow boxes=boxes row=Row::One(service.id) name=name /> }
        })
        .collect::<Vec<_>>();
    view! {
        <Panel title=text.contacts.privileges.services lead=text.contacts.privileges.services_help>
            <div class="stack" id="change-services">
                {move || problem.get().map(|text| view! { <p class="field-problem">{text}</p> })}
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
                                boxes=boxes
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
fn MatrixRow(
    boxes: Boxes,
    row: Row,
    /// What the row is called.
    #[prop(into)]
    name: String,
    /// A line below the name.
    #[prop(optional)]
    note: Option<&'static str>,
) -> impl IntoView {
    let text = texts();
    let has = boxes.draft.with_untracked(|draft| draft.row_operations(row));
    let cells = Operation::ALL
        .iter()
        .map(|operation| {
            if has.contains(*operation) {
                view! { <OperationCell boxes=boxes row=row operation=*operation place=name.clone() /> }.into_any()
            } else {
                view! { <td class="matrix-none" data-label=text.rights.operation(*operation)>"–"</td> }.into_any()
            }
        })
        .collect::<Vec<_>>();
    view! {
        <tr class=row_class(row)>
            <th scope="row">
                <span class="matrix-name">
                    {name.clone()} <RowBox boxes=boxes row=row name=name />
                </span>
                {note.map(|note| view! { <span class="matrix-note">{note}</span> })}
            </th>
            {cells}
        </tr>
    }
}

/// Ticks or clears the whole row, once the page is alive.
#[component]
fn RowBox(boxes: Boxes, row: Row, name: String) -> impl IntoView {
    let group = Memo::new(move |_| boxes.draft.with(|draft| draft.row(row)));
    let set = move |on| {
        boxes.change(|draft| {
            draft.set_row(row, on);
            Vec::new()
        });
    };
    let id = match row {
        Row::All => "row-all".to_owned(),
        Row::One(service) => format!("row-{service}"),
        Row::New => "row-new".to_owned(),
    };
    view! {
        <span hidden=move || !boxes.alive.get() || group.get().fixed>
            <Checkbox
                label=(texts().contacts.privileges.every_operation)(&name)
                name=""
                id=id
                look=Look::Bare
                checked=Signal::derive(move || group.get().all)
                indeterminate=Signal::derive(move || group.get().some && !group.get().all)
                on_change=set
            />
        </span>
    }
}

#[component]
fn OperationCell(boxes: Boxes, row: Row, operation: Operation, place: String) -> impl IntoView {
    let text = texts();
    let state = boxes.state(move |draft| draft.operation(row, operation));
    let label = text.rights.operation_on(operation, &place);
    // Without JavaScript a cell that All services covers can still be ticked; it says so.
    let help = Signal::derive(move || state.noted.get().map(|lock| boxes.reason(lock)));
    view! {
        <td
            class:matrix-covered=move || state.noted.get().is_some()
            data-label=text.rights.operation(operation)
        >
            <Checkbox
                label=label
                name=row.field()
                value=operation.key()
                look=Look::Bare
                help=help
                checked=state.ticked
                unnamed=state.unnamed
                disabled_reason=Signal::derive(move || state.locked.get().map(|lock| boxes.reason(lock)))
                on_change=move |on| boxes.change(|draft| draft.set_operation(row, operation, on))
            />
        </td>
    }
}
