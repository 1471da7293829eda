//! The records as a table to be edited: a row for each name and type, empty rows for new ones.

use super::api::{ReviewZoneFn, answered, typed_rows};
use crate::forms::{ActingInputs, Form, form_problem};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Checkbox, Choice, ChoiceGroup, Field, Select, TextArea};
use domain::acting::Acting;
use domain::dns::{DnsName, EditedRow, RecordSet, RecordType};
use domain::id::DomainId;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// How many empty rows there are, and how many more can be opened.
const EMPTY: usize = 3;
const MORE: usize = 7;

/// The longest line of a value that a row shows in full; beyond it the field is higher.
const LINES: usize = 8;

/// The form, with a page of records.
#[component]
pub fn EditForm(
    /// The account and the view.
    acting: Acting,
    /// Which domain.
    domain: DomainId,
    /// Its zone.
    zone: DnsName,
    /// The records of the page.
    sets: Vec<RecordSet>,
) -> impl IntoView {
    let text = &texts().dns;
    // Another form once it was reviewed: with the change made, the browser takes it for a fresh one, whatever was typed.
    let id = if answered(ReviewZoneFn::PATH).is_some() { "zone-reviewed" } else { "zone-edit" };
    let is_own = |set: &RecordSet| set.kind == RecordType::Ns && set.name == zone;
    let fixed: Vec<RecordSet> = sets.iter().filter(|set| is_own(set)).cloned().collect();
    let of_page = || sets.iter().filter(|set| !is_own(set)).map(|set| EditedRow::of_set(set, &zone)).collect();
    let mut rows: Vec<EditedRow> = typed_rows().unwrap_or_else(of_page);
    // Those in between keep their places: what is wrong with a row is said by its number.
    while rows.last().is_some_and(EditedRow::is_blank) {
        rows.pop();
    }
    let (there, new): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| !row.was.is_empty());
    let first_new = there.len();
    let blank = |count: usize| std::iter::repeat_with(EditedRow::default).take(count);
    let new: Vec<_> = new.into_iter().chain(blank(EMPTY)).collect();
    let first_more = first_new + new.len();
    let known = there.into_iter().enumerate().map(|(place, row)| view! { <Row place=place row=row /> });
    let empty = move |first: usize, rows: Vec<EditedRow>| {
        let numbered = rows.into_iter().enumerate();
        numbered
            .map(|(place, row)| view! { <Row place=first + place row=row number=first + place + 1 - first_new /> })
            .collect_view()
    };
    view! {
        <Form path=ReviewZoneFn::PATH id=id class="form zone-form">
            <ActingInputs acting=acting />
            <input type="hidden" name="change[domain]" value=domain.to_string() />
            <p class="muted">{text.help}</p>
            <div class="zone" id="change-rows">
                <div class="zone-row zone-head" aria-hidden="true">
                    <span>{text.name}</span>
                    <span>{text.kind}</span>
                    <span>{text.ttl}</span>
                    <span>{text.values}</span>
                    <span>{text.delete}</span>
                </div>
                {fixed.into_iter().map(|set| view! { <FixedRow zone=zone.clone() set=set /> }).collect_view()}
                {known.collect_view()}
                <h2 class="zone-new">{text.new}</h2>
                {empty(first_new, new)}
                <details class="zone-more">
                    <summary>{text.more_rows}</summary>
                    {empty(first_more, blank(MORE).collect())}
                </details>
            </div>
            <div class="form-actions">
                <Button kind=ButtonKind::Primary>{text.review}</Button>
            </div>
        </Form>
    }
}

/// A row of the form: of a set, or for a new one.
#[component]
fn Row(
    place: usize,
    row: EditedRow,
    /// Which new one it is.
    #[prop(optional)]
    number: Option<usize>,
) -> impl IntoView {
    let text = &texts().dns;
    let name = |field: &str| format!("change[rows][{place}][{field}]");
    let wrong = |field: &str| form_problem(&name(field));
    let label = match number {
        Some(number) => text.new_row(number),
        None => text.row(&row.name, &row.kind),
    };
    let is_new = number.is_some();
    let lines = row.values.lines().count().clamp(1, LINES);
    let kind = if is_new {
        let choices = RecordType::ALL.iter().map(|kind| Choice::new(kind.key(), kind.key())).collect();
        let groups = vec![ChoiceGroup::plain(choices)];
        view! { <Select label=text.kind name=name("kind") groups=groups value=row.kind problem=wrong("kind") /> }
            .into_any()
    } else {
        let problem = wrong("kind").map(|problem| view! { <p class="field-problem">{problem}</p> });
        view! {
            <div class="zone-kind">
                <input type="hidden" name=name("was") value=row.was />
                <input type="hidden" name=name("kind") value=row.kind.clone() />
                {row.kind}
                {problem}
            </div>
        }
        .into_any()
    };
    let ttl = if is_new && row.ttl.is_empty() { "3600".to_owned() } else { row.ttl };
    let delete = if is_new {
        view! { <span></span> }.into_any()
    } else {
        view! { <Checkbox label=text.delete name=name("delete") checked=row.delete /> }.into_any()
    };
    view! {
        <div class="zone-row" role="group" aria-label=label>
            <Field label=text.name name=name("name") value=row.name problem=wrong("name") maxlength=300_u32 />
            {kind}
            <Field label=text.ttl name=name("ttl") value=ttl problem=wrong("ttl") maxlength=12_u32 />
            <TextArea
                label=text.values
                name=name("values")
                value=row.values
                problem=wrong("values")
                rows=u32::try_from(lines).unwrap_or(1)
            />
            {delete}
        </div>
    }
}

/// A set that is shown and not changed.
#[component]
pub fn FixedRow(
    /// Its zone.
    zone: DnsName,
    set: RecordSet,
) -> impl IntoView {
    let values = set.content.values.into_iter().map(|value| view! { <div>{value}</div> }).collect_view();
    view! {
        <div class="zone-row zone-fixed">
            <strong>{set.name.within(&zone).to_owned()}</strong>
            <span>{set.kind.key()}</span>
            <span>{set.content.ttl}</span>
            <div class="zone-values">{values}</div>
        </div>
    }
}
