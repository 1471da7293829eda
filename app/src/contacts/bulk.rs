//! Suspending and deleting many: whom is picked, across pages, the bar above the table, and the question before it is done.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::acting::Acting;
use domain::contact::{BulkCommand, BulkProgress, ContactQuery, ContactVerb};
use domain::id::{ContactId, SubmissionId};
use domain::list::Total;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::wasm_bindgen::JsCast;

use super::api::BulkCommandFn;
use super::commands::ContactCommands;
use super::whom::Whom;
use super::{address, notice};
use crate::accounts::OfAccount;
use crate::forms::{ActingInputs, ReturnTo};
use crate::live::use_live;
use crate::request::{FunctionError, lead_to, provider};
use crate::text::texts;
use crate::ui::{
    Button, ButtonKind, ButtonType, Checkbox, Dialog, DialogActions, DialogSize, Icon, IconButton, Tone, use_toasts,
};

/// The form that the boxes of the rows belong to.
pub const BULK_FORM: &str = "contacts-bulk";

/// Whom is picked, by id and with the name to ask about. It outlives the page of the list it was made on.
#[derive(Clone, Copy)]
pub struct Selection {
    picked: RwSignal<BTreeMap<ContactId, String>>,
    everything: RwSignal<bool>,
    alive: RwSignal<bool>,
}

impl Selection {
    /// Nobody. Forgotten when the filter changes: what is not in sight any more shall not be deleted.
    pub fn new(wanted: Memo<ContactQuery>) -> Self {
        let selection = Self {
            picked: RwSignal::new(BTreeMap::new()),
            everything: RwSignal::new(false),
            alive: RwSignal::new(false),
        };
        Effect::new(move |_| selection.alive.set(true));
        let filter = Memo::new(move |_| wanted.with(|query| query.filter.clone()));
        Effect::new(move |before: Option<()>| {
            // Read, not only tracked: what nobody has read is never computed, and says nothing when it changes.
            filter.with(|_| ());
            if before.is_some() {
                selection.clear();
            }
        });
        selection
    }

    /// Whether somebody is picked.
    pub fn has(self, contact: ContactId) -> bool {
        self.everything.get() || self.picked.with(|picked| picked.contains_key(&contact))
    }

    /// Picks or drops one. Dropping one drops "all that match".
    pub fn set(self, contact: ContactId, name: &str, on: bool) {
        if !on {
            self.everything.set(false);
        }
        self.picked.update(|picked| {
            if on {
                picked.insert(contact, name.to_owned());
            } else {
                picked.remove(&contact);
            }
        });
    }

    /// Whether the page is alive.
    pub fn is_alive(self) -> bool {
        self.alive.get()
    }

    fn clear(self) {
        self.everything.set(false);
        self.picked.update(BTreeMap::clear);
    }

    fn is_empty(self) -> bool {
        !self.everything.get() && self.picked.with(BTreeMap::is_empty)
    }
}

/// What is asked and sent about many.
#[derive(Clone, Copy)]
pub struct Bulk {
    acting: Acting,
    wanted: Memo<ContactQuery>,
    /// Whom it is about.
    pub selection: Selection,
    action: ServerAction<BulkCommandFn>,
    to: RwSignal<ContactVerb>,
    open: RwSignal<bool>,
}

impl Bulk {
    /// Made once per page.
    pub fn new(acting: Acting, wanted: Memo<ContactQuery>) -> Self {
        let bulk = Self {
            acting,
            wanted,
            selection: Selection::new(wanted),
            action: ServerAction::new(),
            to: RwSignal::new(ContactVerb::Suspend),
            open: RwSignal::new(false),
        };
        bulk.report();
        bulk
    }

    /// How many answers there were, for what must be read anew then.
    pub fn answered(self) -> usize {
        self.action.version().get()
    }

    fn report(self) {
        let (toasts, live, text) = (use_toasts(), use_live(), texts());
        let (commands, days) = (ContactCommands::new(self.acting), provider().restore_days);
        let answer = self.action.value();
        Effect::new(move |_| match answer.get() {
            None => {}
            Some(Err(FunctionError(error))) => {
                toasts.show(Tone::Bad, text.problems.failure(&error));
                live.refresh_after(&error);
            }
            Some(Ok(outcome)) => {
                self.selection.clear();
                if outcome.progress == BulkProgress::UnderWay {
                    // The page says how far it is, and keeps saying so.
                    let here = address::write(self.acting, &self.wanted.get_untracked());
                    lead_to(&address::after_bulk(&here, &outcome));
                    return;
                }
                let tone = if outcome.done == 0 { Tone::Warn } else { Tone::Good };
                let said = notice::bulk_said(text, &outcome);
                match outcome.id.filter(|_| notice::can_be_undone(&outcome, days)) {
                    Some(bulk) => {
                        let undo = Arc::new(move || commands.undo_many(bulk));
                        toasts.show_with_action(tone, said, text.contacts.commands.undo, undo);
                    }
                    None => toasts.show(tone, said),
                }
            }
        });
    }

    fn send(self, submission: SubmissionId) {
        let everything = self.selection.everything.get_untracked();
        let picked = self.selection.picked.get_untracked();
        let change = BulkCommand {
            submission,
            to: self.to.get_untracked(),
            contacts: if everything { Vec::new() } else { picked.into_keys().collect() },
            everything,
            filter: self.wanted.with_untracked(|query| query.filter.clone()),
        };
        self.open.set(false);
        // Nowhere to return to: the page stays.
        self.action.dispatch(BulkCommandFn { acting: self.acting, change, return_to: String::new() });
    }
}

/// How many match, in words.
pub fn counted(total: Total) -> String {
    match total {
        Total::Exact(count) => count.to_string(),
        Total::Many => texts().contacts.bulk.many.to_owned(),
    }
}

/// The bar for whom is picked. With JavaScript it comes up over the foot of the window once somebody is, and its buttons
/// ask in a dialog; else it stands below the table and posts the boxes ticked.
#[component]
pub fn BulkBar(
    /// What it works with.
    bulk: Bulk,
    /// The submission id of the page.
    submission: SubmissionId,
    /// How many match the filter.
    total: Total,
    /// The names of those on this page who can be picked.
    shown: Vec<String>,
) -> impl IntoView {
    let text = &texts().contacts;
    let selection = bulk.selection;
    let ask = move |event: SubmitEvent| {
        event.prevent_default();
        let button = event.submitter().and_then(|button| button.dyn_into::<web_sys::HtmlButtonElement>().ok());
        if let Some(to) = button.and_then(|button| address::verb_from_key(&button.value())) {
            bulk.to.set(to);
            bulk.open.set(true);
        }
    };
    let picked = move || {
        let count = selection.picked.with(BTreeMap::len);
        let picked = selection.is_alive() && !selection.everything.get();
        picked.then(|| (text.bulk.picked)(count))
    };
    view! {
        <form
            id=BULK_FORM
            class="bulk"
            class:bulk-open=move || !selection.is_empty()
            method="post"
            action=BulkCommandFn::PATH
            aria-label=text.bulk.bar
            on:submit=ask
        >
            <ReturnTo />
            <ActingInputs acting=bulk.acting />
            <input type="hidden" name="change[submission]" value=submission.to_string() />
            {filter_inputs(&bulk.wanted.get_untracked())}
            <p class="bulk-text" aria-live="polite">
                {picked}
            </p>
            <Checkbox
                label=(text.bulk.pick_all)(&counted(total))
                name="change[everything]"
                checked=selection.everything
                on_change=move |on| selection.everything.set(on)
            />
            <Button name="change[to]" value=address::verb_key(ContactVerb::Suspend) icon=Icon::Pause>
                {text.commands.suspend}
            </Button>
            <Button
                kind=ButtonKind::Danger
                name="change[to]"
                value=address::verb_key(ContactVerb::Delete)
                icon=Icon::Trash
            >
                {text.commands.delete}
            </Button>
            <span class="bulk-unpick">
                <IconButton label=text.bulk.unpick icon=Icon::Close on_press=move || selection.clear() />
            </span>
        </form>
        <BulkDialog bulk=bulk submission=submission total=total shown=shown />
    }
}

/// The filter, for "all that match" without JavaScript.
pub fn filter_inputs(query: &ContactQuery) -> impl IntoView + use<> {
    use domain::contact::AccessFilter;
    let filter = &query.filter;
    let access = filter.access.as_ref().map(|access| match access {
        AccessFilter::Role(role) => ("change[filter][access][role]", role.key().to_owned()),
        AccessFilter::Template(key) => ("change[filter][access][template]", key.clone()),
        AccessFilter::Owner => ("change[filter][access]", "owner".to_owned()),
        AccessFilter::Nothing => ("change[filter][access]", "nothing".to_owned()),
    });
    let status = filter.status.map(|status| ("change[filter][status]", status.key().to_owned()));
    let search = Some(("change[filter][search]", filter.search.clone()));
    [search, status, access]
        .into_iter()
        .flatten()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect::<Vec<_>>()
}

#[component]
fn BulkDialog(bulk: Bulk, submission: SubmissionId, total: Total, shown: Vec<String>) -> impl IntoView {
    let text = &texts().contacts;
    let shown = StoredValue::new(shown);
    let selection = bulk.selection;
    let count = move || {
        if selection.everything.get() { counted(total) } else { selection.picked.with(BTreeMap::len).to_string() }
    };
    let title = Signal::derive(move || (text.bulk.title)(bulk.to.get(), &count()));
    let names = Signal::derive(move || {
        if selection.everything.get() {
            shown.get_value()
        } else {
            let mut names: Vec<String> = selection.picked.with(|picked| picked.values().cloned().collect());
            names.sort();
            names
        }
    });
    let all = Signal::derive(move || {
        let picked = selection.picked.with(|picked| i64::try_from(picked.len()).unwrap_or(i64::MAX));
        if selection.everything.get() { total } else { Total::Exact(picked) }
    });
    let deletes = move || bulk.to.get() == ContactVerb::Delete;
    let days = provider().restore_days;
    let go = move || {
        // One id for each kind of step on this page: two clicks count once, two steps count twice.
        let mixed = ContactId::new(submission.uuid());
        bulk.send(address::submission(submission, mixed, bulk.to.get_untracked()));
    };
    view! {
        <Dialog
            id="contacts-bulk-ask"
            title=title
            open=bulk.open
            close_label=text.close
            size=DialogSize::Small
        >
            <OfAccount />
            <Whom names=names total=all />
            <p>
                {move || if deletes() { (text.bulk.delete_text)(days) } else { text.bulk.suspend_text.to_owned() }}
            </p>
            <DialogActions>
                <Button button_type=ButtonType::Button on_press=move || bulk.open.set(false)>
                    {text.cancel}
                </Button>
                <Button kind=ButtonKind::Danger button_type=ButtonType::Button on_press=go>
                    {move || if deletes() { text.commands.delete } else { text.commands.suspend }}
                </Button>
            </DialogActions>
        </Dialog>
    }
}
