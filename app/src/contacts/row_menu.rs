//! What can be done to one row. All rows share one menu: a row's button says in a few letters what it offers, and the
//! program of the browser fills the menu from templates. Without the program the button asks for the same list with the
//! menu open in its row.

use domain::contact::{ContactQuery, ContactRow, Verdict};
use domain::id::ContactId;
use domain::paths;
use domain::status::ContactStatus;
use leptos::prelude::*;

use super::address;
use super::row_forms::{self, row_forms};
use super::table::RowParts;
use crate::forms::any_echo;
use crate::request::query;
use crate::text::texts;
use crate::ui::{Icon, MenuLink, MenuSeparator, MenuSubmit, Tone};

/// The one menu.
const MENU: &str = "row-menu";

/// The form of the buttons, which asks for this list again.
const LIST: &str = "row-list";

/// An item of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuItem {
    Edit,
    ViewAs,
    Suspend,
    Reactivate,
    Resend,
    CopyLink,
    Cancel,
    Delete,
    Restore,
}

impl MenuItem {
    /// In their order.
    const ALL: [Self; 9] = [
        Self::Edit,
        Self::ViewAs,
        Self::Suspend,
        Self::Reactivate,
        Self::Resend,
        Self::CopyLink,
        Self::Cancel,
        Self::Delete,
        Self::Restore,
    ];

    /// The letter by which rows offer it.
    const fn key(self) -> &'static str {
        match self {
            Self::Edit => "e",
            Self::ViewAs => "v",
            Self::Suspend => "s",
            Self::Reactivate => "r",
            Self::Resend => "m",
            Self::CopyLink => "l",
            Self::Cancel => "c",
            Self::Delete => "d",
            Self::Restore => "u",
        }
    }

    fn label(self) -> &'static str {
        let (text, words) = (&texts().contacts.commands, &texts().invitations);
        match self {
            Self::Edit => text.edit,
            Self::ViewAs => text.view_as,
            Self::Suspend => text.suspend,
            Self::Reactivate => text.reactivate,
            Self::Resend => words.resend,
            Self::CopyLink => words.copy_link,
            Self::Cancel => words.cancel,
            Self::Delete => text.delete,
            Self::Restore => text.restore,
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Edit => Icon::Pencil,
            Self::ViewAs => Icon::Eye,
            Self::Suspend => Icon::Pause,
            Self::Reactivate => Icon::Check,
            Self::Resend => Icon::Mail,
            Self::CopyLink => Icon::Copy,
            Self::Cancel | Self::Delete => Icon::Trash,
            Self::Restore => Icon::Undo,
        }
    }

    /// Whether a row offers it. Nothing: it makes no sense there.
    fn verdict(self, row: &ContactRow) -> Option<&Verdict> {
        let menu = &row.menu;
        let verdict = match self {
            Self::Edit => &menu.edit,
            Self::ViewAs => &menu.view_as,
            Self::Suspend => &menu.suspend,
            Self::Reactivate => &menu.reactivate,
            Self::Resend | Self::CopyLink => &menu.invite,
            Self::Cancel => &menu.cancel,
            Self::Delete => &menu.delete,
            Self::Restore => &menu.restore,
        };
        let is_deleted = row.status == ContactStatus::Deleted;
        let has_place = match self {
            Self::Restore => is_deleted,
            Self::CopyLink => row.status == ContactStatus::RequestPending,
            Self::Edit
            | Self::ViewAs
            | Self::Suspend
            | Self::Reactivate
            | Self::Resend
            | Self::Cancel
            | Self::Delete => !is_deleted,
        };
        (has_place && *verdict != Verdict::Absent).then_some(verdict)
    }

    /// The item where it may be used: a link, or a button of the form that it shares with all rows.
    fn allowed(self, contact: ContactId, parts: &RowParts) -> AnyView {
        let (label, icon, acting) = (self.label(), self.icon(), parts.acting);
        let link = |href: String| view! { <MenuLink href=href label=label icon=icon /> }.into_any();
        let post = |form: &'static str| {
            let (name, value) = ("change[contact]", contact.to_string());
            view! { <MenuSubmit label=label icon=icon form=form name=name value=value /> }.into_any()
        };
        match self {
            Self::Edit => link(paths::edit_contact(acting, contact)),
            // Restoring shows the rights first (PRODUCT D9): on the contact's own page.
            Self::Restore => link(paths::contact(acting, contact)),
            Self::Delete => {
                let href = address::confirm_delete(acting, contact, Some(&parts.list));
                view! { <MenuLink href=href label=label icon=icon tone=Tone::Bad dialog=true /> }.into_any()
            }
            Self::ViewAs => post(row_forms::VIEW_AS),
            Self::Suspend => post(row_forms::SUSPEND),
            Self::Reactivate => post(row_forms::REACTIVATE),
            Self::Resend => post(row_forms::RESEND),
            Self::CopyLink => post(row_forms::LINK),
            Self::Cancel => post(row_forms::CANCEL),
        }
    }

    /// Its part of the menu.
    fn part(self, shown: AnyView) -> impl IntoView + use<> {
        let separator = (self == Self::Delete).then(|| view! { <MenuSeparator /> });
        view! { <div data-item=self.key()>{separator} {shown}</div> }
    }
}

fn items(row: &ContactRow) -> impl Iterator<Item = (MenuItem, &Verdict)> {
    MenuItem::ALL.into_iter().filter_map(move |item| Some((item, item.verdict(row)?)))
}

/// What the rows of a page offer: which items, and for which reasons some may not be used. Reasons are few and repeat.
#[derive(Debug, Default)]
pub struct Offers {
    items: Vec<MenuItem>,
    reasons: Vec<String>,
}

impl Offers {
    pub fn has(&self, item: MenuItem) -> bool {
        self.items.contains(&item)
    }

    /// What a row offers: the letters of its items, each with the number of the reason where it may not be used.
    fn add(&mut self, row: &ContactRow) -> Option<String> {
        let mut offer = String::new();
        for (item, verdict) in items(row) {
            offer.push_str(item.key());
            if let Verdict::Refused(why) = verdict {
                offer.push_str(&self.number(texts().rights.denied(why)).to_string());
            }
            if !self.has(item) {
                self.items.push(item);
            }
        }
        (!offer.is_empty()).then_some(offer)
    }

    fn number(&mut self, reason: String) -> usize {
        self.reasons.iter().position(|known| *known == reason).unwrap_or_else(|| {
            self.reasons.push(reason);
            self.reasons.len() - 1
        })
    }
}

/// Whose menu the address asks for, of those rows that have one. A page that answers a form shows none.
pub fn asked(rows: &[ContactRow]) -> Option<ContactId> {
    let contact = address::menu(&query()).filter(|_| any_echo().is_none())?;
    rows.iter().any(|row| row.id == contact && items(row).next().is_some()).then_some(contact)
}

/// The three dots of a row, where there is something to do; and the menu, where it is open here.
pub fn row_menu(row: &ContactRow, parts: &RowParts, offers: &mut Offers) -> Option<impl IntoView + use<>> {
    let offer = offers.add(row)?;
    let label = texts().contacts.actions_for(&row.name);
    let is_open = parts.open == Some(row.id);
    let menu = is_open.then(|| open_menu(row, label.clone(), parts));
    // Pressed again it asks for the list without the menu.
    let name = (!is_open).then_some(address::MENU);
    Some(view! {
        <button
            form=LIST
            name=name
            value=row.id.to_string()
            aria-haspopup="menu"
            aria-expanded=is_open.then_some("true")
            aria-label=label
            data-menu=offer
        ></button>
        {menu}
    })
}

/// The menu in its row, with the focus. The style sheet takes it away when the focus goes elsewhere.
fn open_menu(row: &ContactRow, label: String, parts: &RowParts) -> impl IntoView + use<> {
    let shown = items(row)
        .map(|(item, verdict)| {
            item.part(match verdict {
                Verdict::Allowed | Verdict::Absent => item.allowed(row.id, parts),
                Verdict::Refused(why) => {
                    let (label, icon, reason) = (item.label(), item.icon(), texts().rights.denied(why));
                    view! { <MenuSubmit label=label icon=icon disabled_reason=reason /> }.into_any()
                }
            })
        })
        .collect::<Vec<_>>();
    view! {
        <div id=MENU class="menu-list" role="menu" aria-label=label tabindex="-1" autofocus=true>
            {shown}
        </div>
    }
}

/// What all rows share: the menu, what it is filled with, and the forms of its buttons and of its items.
pub fn shared(offers: Offers, parts: &RowParts, wanted: &ContactQuery) -> impl IntoView + use<> {
    let menu = parts.open.is_none().then(|| view! { <div id=MENU class="menu-list" popover="auto" role="menu"></div> });
    // Stands in the place of a contact's id: no contact has that of a submission.
    let anybody = ContactId::new(parts.submission.uuid());
    let allowed = MenuItem::ALL
        .into_iter()
        .filter(|item| offers.has(*item))
        .map(|item| item.part(item.allowed(anybody, parts)))
        .collect::<Vec<_>>();
    let list = address::pairs(wanted).into_iter().filter(|(_, value)| !value.is_empty());
    let list = list.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect::<Vec<_>>();
    let action = paths::contacts(parts.acting);
    let forms = row_forms(&offers, parts.acting, parts.submission);
    // Icon and label are those of the item.
    let refused = offers
        .reasons
        .into_iter()
        .map(|reason| view! { <MenuSubmit label="" disabled_reason=reason /> })
        .collect::<Vec<_>>();
    view! {
        {menu}
        <template data-template="row-menu">
            <div data-anybody=anybody.to_string()>{allowed}</div>
        </template>
        <template data-template="row-refused">
            <div>{refused}</div>
        </template>
        <form id=LIST method="get" action=action class="form-button">
            {list}
        </form>
        {forms}
    }
}
