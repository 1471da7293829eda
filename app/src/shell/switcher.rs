//! Management Mode: the icon at the top right, and the list of accounts that it opens in place (S1.2, S1.3).
//!
//! Without JavaScript, and until the page is alive, the icon is a link to the chooser, which is the same list on a page of
//! its own. The list is asked for when it is opened: no page carries it along. It is a dialog that is not modal, with
//! links in it, so that an account can be opened in another tab; arrows move between them, letters search, Escape gives
//! the focus back to the icon.

use crate::accounts::api::{MyAccounts, mine};
use crate::accounts::{AccountMark, MANY, part, standing, waits};
use crate::request::FunctionError;
use crate::text::texts;
use crate::ui::{Glyph, Icon, SkeletonRows, press_on_space};
use domain::account::AccountEntry;
use domain::id::AccountId;
use domain::paths;
use leptos::ev::{Event, FocusEvent, KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDivElement, HtmlElement};

const LIST: &str = "accounts-list";
const SEARCH: &str = "accounts-search";

/// What the list works with.
#[derive(Clone, Copy)]
struct Parts {
    icon: NodeRef<html::A>,
    list: NodeRef<html::Div>,
    open: RwSignal<bool>,
    /// Whether it was open when the pointer went down on the icon: that alone closes it.
    closing: StoredValue<bool>,
    accounts: RwSignal<Option<Result<Vec<AccountEntry>, FunctionError>>>,
    words: RwSignal<String>,
}

impl Parts {
    fn new() -> Self {
        Self {
            icon: NodeRef::new(),
            list: NodeRef::new(),
            open: RwSignal::new(false),
            closing: StoredValue::new(false),
            accounts: RwSignal::new(None),
            words: RwSignal::new(String::new()),
        }
    }

    /// The list, while the page is there: a browser says that the list closed after the page was left, too.
    fn list(self) -> Option<HtmlDivElement> {
        self.list.try_get_untracked().flatten()
    }

    fn is_open(self) -> bool {
        self.list().is_some_and(|list| list.matches(":popover-open").unwrap_or(false))
    }

    fn toggle(self, event: &MouseEvent) {
        // With a key held down it is a link like any other.
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let Some(list) = self.list() else { return };
        event.prevent_default();
        if self.is_open() || self.closing.get_value() {
            let _ = list.hide_popover();
        } else {
            let _ = list.show_popover();
        }
        self.closing.set_value(false);
    }

    fn toggled(self) {
        let shown = self.is_open();
        let _ = self.open.try_set(shown);
        if shown {
            self.words.set(String::new());
            self.focus_first();
            let accounts = self.accounts;
            spawn_local(async move {
                let answer = mine().await.map(|MyAccounts { accounts, .. }| accounts);
                // The page may have been left meanwhile; and a list that is the same stays as it is, focus included.
                if accounts.try_with_untracked(|known| known.as_ref() != Some(&answer)).unwrap_or(false) {
                    accounts.set(Some(answer));
                }
            });
        }
    }

    /// The search field, or the first account; until there is either, the list itself.
    fn focus_first(self) {
        let Some(list) = self.list() else { return };
        let first = one(&list, "input").or_else(|| one(&list, ".switcher-list a"));
        let _ = first.unwrap_or_else(|| list.unchecked_into()).focus();
    }

    /// The same for a list that came, or came anew, under whoever waits at it.
    fn focus_where_nothing_is(self) {
        let here = document().active_element();
        let list = self.list();
        let is_list = |here: &Element| list.is_some_and(|list| list.is_same_node(Some(here)));
        let waits = here.is_some_and(|here| here.tag_name() == "BODY" || is_list(&here));
        if waits && self.is_open() {
            self.focus_first();
        }
    }

    fn close(self) {
        if let (Some(list), Some(icon)) = (self.list(), self.icon.try_get_untracked().flatten()) {
            let _ = list.hide_popover();
            let _ = icon.focus();
        }
    }
}

fn one(list: &Element, selector: &str) -> Option<HtmlElement> {
    list.query_selector(selector).ok().flatten().and_then(|found| found.dyn_into().ok())
}

/// The accounts in sight, and the way to the chooser.
fn links(list: &Element) -> Vec<HtmlElement> {
    let Ok(found) = list.query_selector_all("li:not([hidden]) a") else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)).filter_map(|node| node.dyn_into().ok()).collect()
}

/// The icon and its list.
#[component]
pub fn Switcher(
    /// How many accounts there are.
    accounts: usize,
    /// The account of the page.
    current: Option<AccountId>,
) -> impl IntoView {
    let text = texts();
    let parts = Parts::new();
    Effect::new(move |_| {
        parts.accounts.track();
        parts.open.track();
        // The list is drawn first.
        request_animation_frame(move || parts.focus_where_nothing_is());
    });
    let leave = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
        if let (Some(list), Some(to)) = (parts.list(), to)
            && !list.contains(Some(&to))
        {
            let _ = list.hide_popover();
        }
    };
    let follow = move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a").ok().flatten());
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        if let (Some(_), Some(list), false) = (link, parts.list(), elsewhere) {
            let _ = list.hide_popover();
        }
    };
    view! {
        <a
            node_ref=parts.icon
            class="button button-icon switcher-icon"
            href=paths::ACCOUNTS
            role="button"
            aria-label=text.shell.management_mode
            title=text.shell.management_mode
            aria-haspopup="dialog"
            aria-expanded=move || parts.open.get().to_string()
            aria-controls=LIST
            on:pointerdown=move |_| parts.closing.set_value(parts.is_open())
            on:click=move |event: MouseEvent| parts.toggle(&event)
            on:keydown=press_on_space
        >
            <Glyph icon=Icon::Switch />
        </a>
        <div
            node_ref=parts.list
            id=LIST
            class="switcher"
            popover="auto"
            role="dialog"
            aria-label=text.shell.management_mode
            tabindex="-1"
            on:toggle=move |_: Event| parts.toggled()
            on:keydown=move |event: KeyboardEvent| steer(&event, parts)
            on:focusout=leave
            on:click=follow
        >
            {(accounts >= MANY).then(|| view! { <Search words=parts.words /> })}
            {move || parts.open.get().then(|| view! { <Found parts=parts current=current /> })}
        </div>
    }
}

#[component]
fn Search(words: RwSignal<String>) -> impl IntoView {
    let text = &texts().accounts;
    view! {
        <div class="switcher-search">
            <Glyph icon=Icon::Search />
            <input
                class="input"
                id=SEARCH
                type="search"
                aria-label=text.search
                placeholder=text.search
                autocomplete="off"
                prop:value=words
                on:input=move |event| words.set(event_target_value(&event).to_lowercase())
            />
        </div>
    }
}

/// The accounts, once they are there.
#[component]
fn Found(parts: Parts, current: Option<AccountId>) -> impl IntoView {
    let text = texts();
    let Parts { accounts, words, .. } = parts;
    let list = move || match accounts.get() {
        None => view! { <SkeletonRows rows=4 columns=1 label=text.shell.loading /> }.into_any(),
        Some(Err(FunctionError(error))) => {
            view! { <p class="switcher-said">{text.problems.failure(&error)}</p> }.into_any()
        }
        Some(Ok(accounts)) => {
            let all = StoredValue::new(accounts.clone());
            let count =
                move || all.with_value(|all| words.with(|words| all.iter().filter(|one| one.matches(words)).count()));
            let none =
                move || (count() == 0).then(|| view! { <p class="switcher-said">{text.accounts.none_found}</p> });
            let rows =
                accounts.into_iter().map(|account| view! { <Row account=account words=words current=current /> });
            view! {
                <p class="visually-hidden" role="status">
                    {move || (text.accounts.found)(count())}
                </p>
                <ul class="switcher-list">{rows.collect_view()}</ul>
                {none}
            }
            .into_any()
        }
    };
    view! {
        {list}
        <ul class="switcher-foot">
            <li>
                <a class="switcher-link" href=paths::ACCOUNTS>
                    <Glyph icon=Icon::Building />
                    <span>{text.shell.all_accounts}</span>
                </a>
            </li>
        </ul>
    }
}

#[component]
fn Row(account: AccountEntry, words: RwSignal<String>, current: Option<AccountId>) -> impl IntoView {
    let text = &texts().accounts;
    let (id, name) = (account.id, account.name.clone());
    let (named, described) = (format!("switch-{id}"), format!("switch-{id}-note"));
    let (labelled_by, described_by) = (named.clone(), described.clone());
    let waits: Vec<String> = waits(&account).into_iter().map(|waits| waits.text).collect();
    let waits = (!waits.is_empty()).then(|| view! { <span class="switcher-waits">{waits.join(" · ")}</span> });
    let pinned = account.pinned.then(|| {
        view! {
            <span class="switcher-pin" title=text.pinned>
                <Glyph icon=Icon::Pin />
            </span>
        }
    });
    let (part, standing) = (part(&account), standing(&account));
    let hidden = move || words.with(|words| !account.matches(words));
    view! {
        <li hidden=hidden>
            <a
                class="switcher-link"
                href=paths::account(id)
                aria-current=(current == Some(id)).then_some("true")
                aria-labelledby=labelled_by
                aria-describedby=described_by
            >
                <AccountMark account=id name=name.clone() />
                <span class="switcher-text">
                    <span class="switcher-name" id=named>
                        {name}
                    </span>
                    <span class="switcher-note" id=described>
                        {part}
                        {standing}
                        {waits}
                    </span>
                </span>
                {pinned}
            </a>
        </li>
    }
}

/// Keys inside the open list.
fn steer(event: &KeyboardEvent, parts: Parts) {
    let Some(list) = parts.list() else { return };
    let (links, search) = (links(&list), one(&list, "input"));
    let here = document().active_element();
    let at = here.as_ref().and_then(|here| links.iter().position(|link| **link == *here));
    let searching = here.is_some() && search.as_ref().is_some_and(|search| here.as_ref() == Some(search));
    let key = event.key();
    let next = match key.as_str() {
        "Escape" => {
            parts.close();
            event.prevent_default();
            return;
        }
        "ArrowDown" => links.get(at.map_or(0, |at| (at + 1) % links.len().max(1))),
        "ArrowUp" if at == Some(0) => search.as_ref().or(links.last()),
        "ArrowUp" => at.and_then(|at| links.get(at - 1)).or(links.last()),
        "Home" if !searching => links.first(),
        "End" if !searching => links.last(),
        "Enter" if searching => {
            if let Some(first) = links.first() {
                first.click();
            }
            event.prevent_default();
            return;
        }
        letter
            if letter.chars().count() == 1
                && letter != " "
                && !event.ctrl_key()
                && !event.meta_key()
                && !event.alt_key() =>
        {
            if let (Some(search), false) = (&search, searching) {
                // The letter itself follows the focus into the field.
                let _ = search.focus();
                return;
            }
            if searching {
                return;
            }
            beginning(&links, letter, at)
        }
        _ => return,
    };
    if let Some(next) = next {
        let _ = next.focus();
        event.prevent_default();
    }
}

/// The next account whose name begins with a letter.
fn beginning<'a>(links: &'a [HtmlElement], letter: &str, at: Option<usize>) -> Option<&'a HtmlElement> {
    let (count, after) = (links.len(), at.map_or(0, |at| at + 1));
    (after..after + count).filter_map(|index| links.get(index % count)).find(|link| {
        let text = link.text_content().unwrap_or_default();
        text.trim().to_lowercase().starts_with(&letter.to_lowercase())
    })
}
