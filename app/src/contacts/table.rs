//! The table of contacts. Everything that its rows share is made once, in [`RowParts`].

use domain::acting::Acting;
use domain::contact::{ContactQuery, ContactRow, ContactSort, Verdict};
use domain::id::{ContactId, SubmissionId};
use domain::list::Direction;
use domain::status::ContactStatus;
use leptos::either::Either;
use leptos::prelude::*;

use super::address;
use super::bulk::{BULK_FORM, CONTACTS};
use super::row_menu::{self, Offers, row_menu};
use crate::notifications::Chosen;
use crate::request::provider;
use crate::text::texts;
use crate::ui::{AddressText, Badge, Cell, Checkbox, HeaderCell, Look, Sort, SortHeader, TableFrame, Tone};
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
pub struct RowParts {
    /// The account and the view.
    pub acting: Acting,
    /// The address of the list.
    pub list: String,
    /// Whether rows have boxes.
    pub picking: Picking,
    /// Whose menu is open in its row.
    pub open: Option<ContactId>,
    /// The submission id of the page.
    pub submission: SubmissionId,
}

/// Whether a row can be picked: something of what the bar does may be done to it.
fn pickable(row: &ContactRow) -> bool {
    [&row.menu.suspend, &row.menu.delete, &row.menu.cancel].contains(&&Verdict::Allowed)
}

#[component]
pub fn ContactsTable(
    rows: Vec<ContactRow>,
    /// What the list asks for.
    wanted: ContactQuery,
    /// What all rows share.
    parts: RowParts,
) -> impl IntoView {
    let text = &texts().contacts;
    let (name, acting) = (text.heading(provider().people), parts.acting);
    let header = |label: &'static str, sort: ContactSort, class: &'static str| {
        let now = match (wanted.sort == sort, wanted.direction) {
            (false, _) => Sort::Unsorted,
            (true, Direction::Ascending) => Sort::Ascending,
            (true, Direction::Descending) => Sort::Descending,
        };
        let href = address::sorted_by(acting, &wanted, sort);
        view! { <SortHeader label=label href=href sort=now class=class /> }
    };
    let columns = view! {
        {(parts.picking == Picking::On).then(|| view! { <PickPage /> })}
        {header(text.name, ContactSort::Name, "")}
        {header(text.list.email, ContactSort::Email, "")}
        <HeaderCell label=text.list.access />
        <HeaderCell label=text.notifications />
        {header(text.list.status_column, ContactSort::Status, "")}
        {header(text.last_sign_in, ContactSort::LastSignIn, "cell-low")}
        <HeaderCell label=text.actions class="cell-actions visually-hidden-header" />
    }
    .into_any();
    let mut offers = Offers::default();
    let rows = rows.into_iter().map(|row| contact_row(row, &parts, &mut offers)).collect::<Vec<_>>();
    let menu = row_menu::shared(offers, &parts, &wanted);
    view! {
        <TableFrame label=name>
            <thead>
                <tr>{columns}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </TableFrame>
        {menu}
    }
}

/// The box that picks the whole page, once the page is alive.
#[component]
fn PickPage() -> impl IntoView {
    view! {
        <th scope="col" class="cell-check">
            <span class="alive-only">
                <Checkbox
                    label=texts().contacts.list.pick_page
                    name=""
                    id="contacts-pick-page"
                    look=Look::Bare
                    attr:data-pick-page=true
                />
            </span>
        </th>
    }
}

/// A page has fifty of them, so a row says nothing twice.
fn contact_row(row: ContactRow, parts: &RowParts, offers: &mut Offers) -> impl IntoView + use<> {
    let (text, rights) = (&texts().contacts, &texts().rights);
    let key = key(row.id);
    let pick = (parts.picking == Picking::On).then(|| pick_box(&row));
    let access = if row.owner.is_some() { rights.everything.to_owned() } else { rights.access(&row.access) };
    let until = row.until.as_ref().map(|until| {
        view! { <span class="cell-note">{text.until_moment(&until.text)}</span> }
    });
    let status = view! { <Badge tone=status_tone(row.status)>{text.status(row.status)}</Badge> {until} };
    let menu = row_menu(&row, parts, offers);
    let notifications = view! { <Chosen row=row.clone() /> };
    let name = name_of(&row, parts);
    let last = match row.last_sign_in {
        Some(at) => at.text.into_any(),
        None if row.status == ContactStatus::ContactOnly => ().into_any(),
        None => view! { <span class="muted">{text.never}</span> }.into_any(),
    };
    view! {
        <tr id=key>
            {pick}
            <th scope="row" class="cell-title">
                {name}
            </th>
            // An address says itself what it is.
            <td><AddressText address=row.email /></td>
            <Cell label=text.list.access>{access}</Cell>
            <Cell label=text.notifications>
                {notifications}
            </Cell>
            <Cell label=text.list.status_column>{status}</Cell>
            <Cell label=text.last_sign_in>{last}</Cell>
            <td>{menu}</td>
        </tr>
    }
}

/// By what a row is known among those of its page: the end of the id, which is random.
fn key(contact: ContactId) -> String {
    let id = contact.to_string();
    id.rsplit('-').next().unwrap_or_default().to_owned()
}

/// The name, with what marks it.
fn name_of(row: &ContactRow, parts: &RowParts) -> impl IntoView + use<> {
    let text = &texts().contacts;
    let link = view! { <a href=paths::contact(parts.acting, row.id)>{row.name.clone()}</a> };
    if row.owner.is_none() && !row.is_me {
        return Either::Left(link);
    }
    let badge = row.owner.map(|_| view! { <Badge tone=Tone::Info>{text.owner}</Badge> });
    let you = row.is_me.then(|| view! { <Badge>{text.you}</Badge> });
    Either::Right(view! { <div class="cell-main">{link} {badge} {you}</div> })
}

/// A `Checkbox` with what the browser's program and the form need of it.
fn pick_box(row: &ContactRow) -> impl IntoView + use<> {
    let is_off = !pickable(row);
    let reason = match &row.menu.delete {
        Verdict::Refused(why) if is_off => Some(texts().rights.denied(why)),
        Verdict::Refused(_) | Verdict::Allowed | Verdict::Absent => None,
    };
    view! {
        <td>
            <input
                type="checkbox"
                name=CONTACTS
                value=row.id.to_string()
                form=BULK_FORM
                disabled=is_off
                aria-label=texts().contacts.list.pick(&row.name)
                title=reason
                data-pick=true
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
