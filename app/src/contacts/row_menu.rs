//! What can be done to one row, and the question before deleting.

use domain::acting::Acting;
use domain::contact::{ContactRow, ContactVerb, Verdict};
use domain::id::SubmissionId;
use domain::invitation::InvitationVerb;
use domain::status::ContactStatus;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{ContactCommandFn, ViewAsFn};
use super::commands::{ContactCommands, Step};
use super::post_form::{CommandInputs, InvitationInputs, PostForm};
use super::{address, table::RowParts};
use crate::accounts::OfAccount;
use crate::invitations::api::{InvitationCommandFn, InvitationLinkFn};
use crate::request::provider;
use crate::text::texts;
use crate::ui::{
    Button, ButtonKind, ButtonType, Dialog, DialogActions, DialogSize, Icon, MenuButton, MenuLink, MenuSeparator,
    MenuSubmit, Tone,
};
use domain::paths;

const VIEW_FORM: &str = "contacts-view-as";
const SUSPEND_FORM: &str = "contacts-suspend";
const REACTIVATE_FORM: &str = "contacts-reactivate";
const RESEND_FORM: &str = "invitations-resend";
const CANCEL_FORM: &str = "invitations-cancel";
const LINK_FORM: &str = "invitations-link";

/// The forms that the buttons of all rows post, each with the row's contact as its value.
#[component]
pub fn RowForms(
    /// The account and the view.
    acting: Acting,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    view! {
        <PostForm path=ViewAsFn::PATH acting=acting id=VIEW_FORM />
        <PostForm path=ContactCommandFn::PATH acting=acting id=SUSPEND_FORM>
            <CommandInputs submission=submission to=ContactVerb::Suspend />
        </PostForm>
        <PostForm path=ContactCommandFn::PATH acting=acting id=REACTIVATE_FORM>
            <CommandInputs submission=submission to=ContactVerb::Reactivate />
        </PostForm>
        <PostForm path=InvitationCommandFn::PATH acting=acting id=RESEND_FORM>
            <InvitationInputs submission=submission to=InvitationVerb::Resend />
        </PostForm>
        <PostForm path=InvitationCommandFn::PATH acting=acting id=CANCEL_FORM>
            <InvitationInputs submission=submission to=InvitationVerb::Cancel />
        </PostForm>
        <PostForm path=InvitationLinkFn::PATH acting=acting id=LINK_FORM />
    }
}

/// An item as far as the row offers it: the item itself, the item with the reason why not, or none.
fn item<V: IntoView + 'static>(
    verdict: &Verdict,
    label: &'static str,
    icon: Icon,
    allowed: impl FnOnce() -> V,
) -> Option<AnyView> {
    match verdict {
        Verdict::Absent => None,
        Verdict::Allowed => Some(allowed().into_any()),
        Verdict::Refused(why) => {
            let reason = texts().rights.denied(why);
            Some(view! { <MenuSubmit label=label icon=icon disabled_reason=reason /> }.into_any())
        }
    }
}

/// The three dots of a row, where there is something to do.
#[component]
pub fn RowMenu(
    row: ContactRow,
    /// What the rows share.
    parts: RowParts,
) -> impl IntoView {
    if row.status == ContactStatus::Deleted && row.menu.restore == Verdict::Absent {
        return None;
    }
    let label = (texts().contacts.actions_for)(&row.name);
    let id = format!("menu-{}", row.id);
    let items =
        if row.status == ContactStatus::Deleted { deleted_items(&row, parts.acting) } else { live_items(&row, parts) };
    Some(view! { <MenuButton label=label id=id>{items}</MenuButton> })
}

fn deleted_items(row: &ContactRow, acting: Acting) -> AnyView {
    let text = &texts().contacts.commands;
    // Restoring shows the rights first (PRODUCT D9): on the contact's own page.
    let href = paths::contact(acting, row.id);
    item(&row.menu.restore, text.restore, Icon::Undo, || {
        view! { <MenuLink href=href label=text.restore icon=Icon::Undo /> }
    })
    .into_any()
}

fn live_items(row: &ContactRow, parts: RowParts) -> AnyView {
    let text = &texts().contacts.commands;
    let (id, acting, menu) = (row.id, parts.acting, &row.menu);
    let edit = item(&menu.edit, text.edit, Icon::Pencil, || {
        view! { <MenuLink href=paths::edit_contact(acting, id) label=text.edit icon=Icon::Pencil /> }
    });
    let view_as = item(&menu.view_as, text.view_as, Icon::Eye, || {
        let (name, value) = ("change[contact]", id.to_string());
        view! { <MenuSubmit label=text.view_as icon=Icon::Eye form=VIEW_FORM name=name value=value /> }
    });
    let suspend = item(&menu.suspend, text.suspend, Icon::Pause, || {
        command_item(row, ContactVerb::Suspend, parts, text.suspend, Icon::Pause, SUSPEND_FORM)
    });
    let reactivate = item(&menu.reactivate, text.reactivate, Icon::Check, || {
        command_item(row, ContactVerb::Reactivate, parts, text.reactivate, Icon::Check, REACTIVATE_FORM)
    });
    let delete = item(&menu.delete, text.delete, Icon::Trash, || {
        let doomed = step(row, ContactVerb::Delete, parts);
        let ask = Callback::new(move |()| parts.ask.run(doomed.clone()));
        let href = address::confirm_delete(acting, id);
        view! { <MenuLink href=href label=text.delete icon=Icon::Trash tone=Tone::Bad on_select=ask /> }
    });
    let invitation = |verdict: &Verdict, label, icon, form| {
        item(verdict, label, icon, || {
            let (name, value) = ("change[contact]", id.to_string());
            view! { <MenuSubmit label=label icon=icon form=form name=name value=value /> }
        })
    };
    let words = &texts().invitations;
    let resend = invitation(&menu.invite, words.resend, Icon::Mail, RESEND_FORM);
    let copy = (row.status == ContactStatus::RequestPending)
        .then(|| invitation(&menu.invite, words.copy_link, Icon::Copy, LINK_FORM));
    let cancel = invitation(&menu.cancel, words.cancel, Icon::Trash, CANCEL_FORM);
    let separator = delete.is_some().then(|| view! { <MenuSeparator /> });
    (edit, view_as, suspend, reactivate, resend, copy, cancel, separator, delete).into_any()
}

fn step(row: &ContactRow, to: ContactVerb, parts: RowParts) -> Step {
    Step { page: parts.submission, contact: row.id, name: row.name.clone(), to }
}

fn command_item(
    row: &ContactRow,
    to: ContactVerb,
    parts: RowParts,
    label: &'static str,
    icon: Icon,
    form: &'static str,
) -> impl IntoView + use<> {
    let (name, value) = ("change[contact]", row.id.to_string());
    let step = step(row, to, parts);
    let go = Callback::new(move |()| parts.go.run(step.clone()));
    view! { <MenuSubmit label=label icon=icon form=form name=name value=value on_select=go /> }
}

/// The question before deleting, one for the whole page.
#[derive(Clone, Copy)]
pub struct Deleting {
    who: RwSignal<Option<Step>>,
    open: RwSignal<bool>,
}

impl Deleting {
    /// Made once per page.
    pub fn new() -> Self {
        Self { who: RwSignal::new(None), open: RwSignal::new(false) }
    }

    /// Asks about a step.
    pub fn ask(self, who: Step) {
        self.who.set(Some(who));
        self.open.set(true);
    }

    fn name(self) -> String {
        self.who.with(|who| who.as_ref().map(|who| who.name.clone()).unwrap_or_default())
    }
}

/// The dialog that asks.
#[component]
pub fn DeleteDialog(
    /// What it asks about.
    deleting: Deleting,
    /// Where the answer goes.
    commands: ContactCommands,
) -> impl IntoView {
    let text = &texts().contacts;
    let days = provider().restore_days;
    let title = Signal::derive(move || (text.commands.delete_title)(&deleting.name()));
    let go = move || {
        deleting.open.set(false);
        if let Some(step) = deleting.who.get_untracked() {
            commands.go(step);
        }
    };
    view! {
        <Dialog
            id="contacts-delete"
            title=title
            open=deleting.open
            close_label=text.close
            size=DialogSize::Small
        >
            <OfAccount />
            <p>{move || (text.commands.delete_text)(&deleting.name(), days)}</p>
            <DialogActions>
                <Button button_type=ButtonType::Button on_press=move || deleting.open.set(false)>
                    {text.cancel}
                </Button>
                <Button kind=ButtonKind::Danger button_type=ButtonType::Button on_press=go>
                    {text.commands.delete}
                </Button>
            </DialogActions>
        </Dialog>
    }
}
