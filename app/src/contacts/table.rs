//! The table of contacts. Rows are lean: everything they share is made once, in [`RowParts`].

use domain::acting::Acting;
use domain::contact::{ContactQuery, ContactRow, ContactSort, Verdict};
use domain::id::{ContactId, SubmissionId};
use domain::list::Direction;
use domain::status::ContactStatus;
use leptos::prelude::*;

use super::address;
use super::bulk::{BULK_FORM, Selection};
use super::commands::Step;
use super::row_menu::RowMenu;
use crate::notifications::Chosen;
use crate::request::provider;
use crate::text::texts;
use crate::ui::{Badge, Cell, Checkbox, HeaderCell, Look, Moment, Sort, SortHeader, TableFrame, Tone};
use domain::paths;

/// Whether rows have boxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picking {
    /// Rows can be picked.
    On,
    /// There is nothing that could be done to many.
    Off,
}

/// What all rows share.
#[derive(Clone, Copy)]
pub struct RowParts {
    /// The account and the view.
    pub acting: Acting,
    /// The submission id of the page.
    pub submission: SubmissionId,
    /// Whom is picked.
    pub selection: Selection,
    /// Takes a step.
    pub go: Callback<Step>,
    /// Asks before deleting.
    pub ask: Callback<Step>,
}

/// Whether a row can be picked: something of what the bar does may be done to it.
pub fn pickable(row: &ContactRow) -> bool {
    [&row.menu.suspend, &row.menu.delete, &row.menu.cancel].contains(&&Verdict::Allowed)
}

#[component]
pub fn ContactsTable(
    rows: Vec<ContactRow>,
    /// What the address asks for.
    query: ContactQuery,
    /// What all rows share.
    parts: RowParts,
    /// Whether rows have boxes.
    picking: Picking,
) -> impl IntoView {
    let text = &texts().contacts;
    let picks = (picking == Picking::On)
        .then(|| rows.iter().filter(|row| pickable(row)).map(|row| (row.id, row.name.clone())).collect());
    let (name, acting) = (text.heading(provider().people), parts.acting);
    let header = move |label: &'static str, sort: ContactSort, class: &'static str| {
        let now = match (query.sort == sort, query.direction) {
            (false, _) => Sort::Unsorted,
            (true, Direction::Ascending) => Sort::Ascending,
            (true, Direction::Descending) => Sort::Descending,
        };
        let href = address::sorted_by(acting, &query, sort);
        view! { <SortHeader label=label href=href sort=now class=class /> }
    };
    let has_boxes = picks.is_some();
    let rows = rows.into_iter().map(|row| contact_row(row, parts, has_boxes)).collect::<Vec<_>>();
    view! {
        <TableFrame label=name>
            <thead>
                <tr>
                    {picks.map(|picks| view! { <PickPage selection=parts.selection contacts=picks /> })}
                    {header(text.name, ContactSort::Name, "")}
                    {header(text.list.email, ContactSort::Email, "")}
                    <HeaderCell label=text.list.access />
                    <HeaderCell label=text.notifications />
                    {header(text.list.status_column, ContactSort::Status, "")}
                    {header(text.last_sign_in, ContactSort::LastSignIn, "cell-low")}
                    <HeaderCell label=text.actions class="cell-actions visually-hidden-header" />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </TableFrame>
    }
}

/// The box that picks the whole page, once the page is alive.
#[component]
fn PickPage(selection: Selection, contacts: Vec<(ContactId, String)>) -> impl IntoView {
    let contacts = StoredValue::new(contacts);
    let count =
        move |on: bool| contacts.with_value(|all| all.iter().filter(|(id, _)| selection.has(*id) == on).count());
    let all = Signal::derive(move || count(false) == 0 && count(true) > 0);
    let some = Signal::derive(move || count(false) > 0 && count(true) > 0);
    let set = move |on| contacts.with_value(|all| all.iter().for_each(|(id, name)| selection.set(*id, name, on)));
    view! {
        <th scope="col" class="cell-check">
            <span hidden=move || !selection.is_alive()>
                <Checkbox
                    label=texts().contacts.list.pick_page
                    name=""
                    id="contacts-pick-page"
                    look=Look::Bare
                    checked=all
                    indeterminate=some
                    on_change=set
                />
            </span>
        </th>
    }
}

fn contact_row(row: ContactRow, parts: RowParts, boxes: bool) -> impl IntoView {
    let (text, rights) = (&texts().contacts, &texts().rights);
    let (id, selection) = (row.id, parts.selection);
    let pick = boxes.then(|| pick_box(&row, selection));
    let badge = row.owner.map(|_| view! { <Badge tone=Tone::Info>{text.owner}</Badge> });
    let you = row.is_me.then(|| view! { <Badge>{text.you}</Badge> });
    let access = if row.owner.is_some() { rights.everything.to_owned() } else { rights.access(&row.access) };
    let until = row.until.as_ref().map(|until| {
        view! { <span class="cell-note">{(text.until_moment)(&until.text)}</span> }
    });
    let status = view! { <Badge tone=status_tone(row.status)>{text.status(row.status)}</Badge> {until} };
    let notifications = view! { <Chosen row=row.clone() /> };
    let (name, email) = (row.name.clone(), row.email.clone());
    let last = match &row.last_sign_in {
        Some(at) => view! { <Moment instant=at.iso.clone() text=at.text.clone() /> }.into_any(),
        None if row.status == ContactStatus::ContactOnly => ().into_any(),
        None => view! { <span class="muted">{text.never}</span> }.into_any(),
    };
    view! {
        <tr class:row-picked=move || boxes && selection.has(id)>
            {pick}
            <th scope="row" class="cell-title">
                <div class="cell-main">
                    <a href=paths::contact(parts.acting, id)>{name}</a>
                    {badge}
                    {you}
                </div>
            </th>
            <Cell label=text.list.email class="cell-email">
                {email}
            </Cell>
            <Cell label=text.list.access>{access}</Cell>
            <Cell label=text.notifications>
                {notifications}
            </Cell>
            <Cell label=text.list.status_column>{status}</Cell>
            <Cell label=text.last_sign_in class="cell-low">
                {last}
            </Cell>
            <td class="cell-actions">
                <RowMenu row=row parts=parts />
            </td>
        </tr>
    }
}

fn pick_box(row: &ContactRow, selection: Selection) -> impl IntoView + use<> {
    let id = row.id;
    let reason = (!pickable(row)).then(|| match &row.menu.delete {
        Verdict::Refused(why) => texts().rights.denied(why),
        Verdict::Allowed | Verdict::Absent => String::new(),
    });
    let free = reason.is_none();
    let name = row.name.clone();
    view! {
        <td class="cell-check">
            <Checkbox
                label=(texts().contacts.list.pick)(&row.name)
                name="change[contacts][]"
                value=id.to_string()
                id=format!("pick-{id}")
                form=BULK_FORM
                look=Look::Bare
                checked=Signal::derive(move || free && selection.has(id))
                disabled_reason=reason
                on_change=move |on| selection.set(id, &name, on)
            />
        </td>
    }
}

/// The colour of a status.
pub const fn status_tone(status: ContactStatus) -> Tone {
    match status {
        ContactStatus::Active => Tone::Good,
        ContactStatus::RequestPending => Tone::Info,
        ContactStatus::InvitationExpired | ContactStatus::AccessExpired | ContactStatus::Suspended => Tone::Warn,
        ContactStatus::Declined | ContactStatus::Deleted => Tone::Bad,
        ContactStatus::ContactOnly => Tone::Neutral,
    }
}
