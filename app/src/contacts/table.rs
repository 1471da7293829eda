//! The table of contacts. Everything that its rows share is made once, in [`RowParts`].

use domain::acting::Acting;
use domain::contact::{ContactQuery, ContactRow, ContactSort, Verdict};
use domain::id::{ContactId, SubmissionId};
use domain::list::Direction;
use domain::status::ContactStatus;
use leptos::attr::custom::custom_attribute;
use leptos::either::Either;
use leptos::prelude::*;

use super::access_chips::access_chips;
use super::address;
use super::bulk::{BULK_FORM, CONTACTS};
use super::row_forms;
use super::row_menu::{self, Offers, row_menu};
use crate::notifications::chosen_cell;
use crate::request::provider;
use crate::text::{ago, texts};
use crate::ui::{Badge, Cell, Checkbox, HeaderCell, Look, Sort, SortHeader, TableFrame, Tone};
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
    /// Who was just saved.
    pub saved: Option<ContactId>,
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
        {header(text.name, ContactSort::Name, "people-name")}
        {header(text.list.email, ContactSort::Email, "people-email")}
        <HeaderCell label=text.list.access />
        <HeaderCell label=text.notifications class="people-mails" />
        {header(text.list.status_column, ContactSort::Status, "people-status")}
        {header(text.last_sign_in, ContactSort::LastSignIn, "people-seen")}
        <HeaderCell label=text.actions class="cell-actions visually-hidden-header" />
    }
    .into_any();
    let mut offers = Offers::default();
    let rows = rows.into_iter().map(|row| contact_row(row, &parts, &mut offers)).collect::<Vec<_>>();
    let menu = row_menu::shared(offers, &parts, &wanted);
    view! {
        <TableFrame label=name class="people">
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

/// A page has fifty of them, so a row says nothing twice, and has no element that it could do without.
fn contact_row(row: ContactRow, parts: &RowParts, offers: &mut Offers) -> impl IntoView + use<> {
    let text = &texts().contacts;
    let key = key(row.id);
    // An attribute of its own, for an empty class would be said in every row.
    let class = custom_attribute("class", (parts.saved == Some(row.id)).then_some("row-saved"));
    let pick = (parts.picking == Picking::On).then(|| pick_box(&row));
    let (letters, name, email) = (initials(&row.name), name_of(&row, parts), address_of(&row));
    let (access, notifications, status) = (access_chips(&row), chosen_cell(&row), status(&row));
    let menu = row_menu(&row, parts, offers);
    let when = row.last_sign_in.as_ref().map(|at| at.text.clone());
    let last = match &row.last_sign_in {
        Some(at) => ago(at.at).into_any(),
        None if row.status == ContactStatus::ContactOnly => ().into_any(),
        None => view! { <span class="muted">{text.never}</span> }.into_any(),
    };
    view! {
        <tr id=key>
            {pick}
            <th scope="row" class="cell-title" data-letters=letters>
                {name}
            </th>
            // An address says itself what it is.
            <td>{email}</td>
            <Cell label=text.list.access>{access}</Cell>
            <Cell label=text.notifications>{notifications}</Cell>
            <Cell label=text.list.status_column>{status}</Cell>
            <td data-label=text.last_sign_in title=when>
                {last}
            </td>
            <td>{menu}</td>
        </tr>
    }
    .add_any_attr(class)
}

/// What stands out is what is not as it mostly is.
fn status(row: &ContactRow) -> impl IntoView + use<> {
    let text = &texts().contacts;
    let name = text.status(row.status);
    let mark = if row.status == ContactStatus::Active {
        name.into_any()
    } else {
        view! { <Badge tone=status_tone(row.status)>{name}</Badge> }.into_any()
    };
    let until = row.until.as_ref().map(|until| {
        view! { <span class="cell-note">{text.until_moment(&until.text)}</span> }
    });
    view! { {mark} {until} }
}

/// The address; where it stands for the name, what is done most to somebody who has none yet.
fn address_of(row: &ContactRow) -> AnyView {
    if row.name != row.email {
        return row.email.clone().into_any();
    }
    let resend = (row.menu.invite == Verdict::Allowed).then(|| {
        view! {
            <button class="link" form=row_forms::RESEND name="change[contact]" value=row.id.to_string()>
                {texts().invitations.resend}
            </button>
        }
    });
    resend.into_any()
}

/// The first letters of the first and the last word of a name.
fn initials(name: &str) -> String {
    let mut words = name
        .split(|c: char| c.is_whitespace() || c == '@')
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    let last = words.next_back().filter(|_| !name.contains('@'));
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
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

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn a_mark_has_the_first_letters_of_first_and_last_name() {
        let table = [("Anna Keller", "AK"), ("Vera", "V"), ("Ana María de la Cruz", "AC"), ("zoë Ångström", "ZÅ")];
        for (name, letters) in table.into_iter().chain([("kim@agency.example", "K"), ("", ""), ("(x) y", "XY")]) {
            assert_eq!(initials(name), letters, "{name}");
        }
    }
}
