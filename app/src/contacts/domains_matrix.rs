//! The rights on domains in a form about rights: on all of them, as boxes of their area, and on single ones below.
//!
//! The rows of single domains look like those of services ([`super::services_matrix`]): each shows what is on and opens to
//! its boxes.

use domain::operation::DomainOperation;
use domain::privilege::Weight;
use domain::right::{Place, Right};
use domain::rights_form::{DomainRow, SHOWN_DOMAINS_FIELD, Sentence, box_id};
use leptos::prelude::*;

use super::boxes::{BoxView, Boxes, sentence};
use super::matrix_row::{RightsCell, RightsRow};
use crate::forms::form_state;
use crate::text::texts;
use crate::ui::{Badge, Checkbox, Icon, Tone};

/// A box for each operation on all domains.
pub fn all_domains(boxes: &Boxes) -> Vec<AnyView> {
    DomainOperation::ALL.iter().map(|operation| on_all(boxes, *operation).into_any()).collect()
}

fn on_all(boxes: &Boxes, operation: DomainOperation) -> impl IntoView + use<> {
    let text = texts();
    let BoxView { ticked, locked, noted } = boxes.draft().domain_operation(DomainRow::All, operation).into();
    let sensitive = (operation.weight() == Weight::Sensitive)
        .then(|| view! { <Badge tone=Tone::Warn icon=Icon::Shield>{text.contacts.privileges.sensitive}</Badge> });
    let field = DomainRow::All.field();
    view! {
        <Checkbox
            label=text.rights.domain_operation(operation)
            id=box_id(&field, operation.key())
            name=field
            value=operation.key()
            help=text.rights.domain_operation_help(operation)
            note=noted.map(|lock| boxes.reason(lock))
            checked=ticked
            disabled_reason=locked.map(|lock| boxes.reason(lock))
        >
            {sensitive}
        </Checkbox>
    }
}

/// Each domain that has a row, and those that come later.
#[component]
pub fn SingleDomains(boxes: Boxes) -> impl IntoView {
    let (text, words) = (&texts().rights, &texts().contacts.privileges);
    let problem = form_state().problem("change[domains][]");
    let problem = problem.map(|text| view! { <p class="field-problem">{text}</p> });
    let domains = boxes.draft().ground().domains.clone();
    let each = domains.into_iter().map(|domain| {
        let name = domain.name.unwrap_or_else(|| text.one_domain.to_owned());
        view! { <MatrixRow boxes=boxes.clone() row=DomainRow::One(domain.id) name=name /> }
    });
    let each = each.collect::<Vec<_>>();
    view! {
        {problem}
        <table class="matrix" aria-label=words.single_domains>
            <tbody>
                {each}
                <MatrixRow
                    boxes=boxes.clone()
                    row=DomainRow::New
                    name=text.new_domains
                    note=words.new_domains_help
                />
            </tbody>
        </table>
    }
}

#[component]
fn MatrixRow(
    boxes: Boxes,
    row: DomainRow,
    /// What the row is called.
    #[prop(into)]
    name: String,
    /// Beside the name.
    #[prop(optional)]
    note: Option<&'static str>,
) -> impl IntoView {
    let shown = match row {
        DomainRow::One(domain) => {
            Some(view! { <input type="hidden" name=SHOWN_DOMAINS_FIELD value=domain.to_string() /> }.into_any())
        }
        DomainRow::All | DomainRow::New => None,
    };
    let on = if boxes.draft().is_covered_domain(row) {
        sentence(Sentence::OnAllDomains, "", 0)
    } else {
        boxes.listed(boxes.draft().on_domains(row).iter().map(Right::DomainOperation))
    };
    let cells = DomainOperation::ALL.iter().map(|operation| {
        view! { <OperationCell boxes=boxes.clone() row=row operation=*operation domain=name.clone() /> }.into_any()
    });
    let cells = cells.collect::<Vec<_>>();
    view! { <RightsRow id=row.id() class=None name=name note=note on=on shown=shown cells=cells /> }
}

#[component]
fn OperationCell(boxes: Boxes, row: DomainRow, operation: DomainOperation, domain: String) -> impl IntoView {
    let text = &texts().rights;
    let place = match row {
        DomainRow::All => Place::AllDomains,
        DomainRow::One(id) => Place::Domain { id, name: Some(domain) },
        DomainRow::New => Place::NewDomains,
    };
    let state = boxes.draft().domain_operation(row, operation).into();
    let field = row.field();
    view! {
        <RightsCell
            boxes=boxes
            state=state
            posted=(box_id(&field, operation.key()), field, operation.key())
            label=text.right_at(Right::DomainOperation(operation), &place)
            short=text.domain_operation(operation)
            is_sensitive=operation.weight() == Weight::Sensitive
        />
    }
}
