//! The left menu: exactly the areas that the person may use (S2.19, D7).

use super::AccountContext;
use crate::request::{address, provider};
use crate::text::texts;
use crate::ui::{Drawer, Glyph, Icon};
use domain::access::MenuEntry;
use domain::acting::Acting;
use domain::asking::WAITING_COUNTED;
use domain::paths;
use leptos::prelude::*;

/// The id of the left menu, for the button that opens it on small screens.
pub const MENU_ID: &str = "shell-menu";

/// A page that a menu leads to.
pub struct MenuItem {
    pub href: String,
    pub label: &'static str,
    pub icon: Icon,
    /// The other pages of its section.
    pub section: Vec<String>,
    /// How many requests wait there for the person.
    pub waiting: usize,
}

impl MenuItem {
    /// A page by itself, where nothing waits.
    pub fn new(href: String, label: &'static str, icon: Icon) -> Self {
        Self { href, label, icon, section: Vec::new(), waiting: 0 }
    }
}

/// The left menu of an account, or of the person where there is none.
#[component]
pub fn MainMenu(
    /// The account, on its pages.
    account: Option<AccountContext>,
) -> impl IntoView {
    let text = &texts().shell;
    let (first, group) = match &account {
        Some(account) => (areas(account), people(account)),
        None => (person_items(), Vec::new()),
    };
    let group = (!group.is_empty()).then(|| {
        view! {
            <li class="shell-group">
                <p class="shell-group-title" id="menu-account">{text.account}</p>
                <ul class="shell-list" aria-labelledby="menu-account">{links(group)}</ul>
            </li>
        }
    });
    view! {
        <Drawer id=MENU_ID label=text.main_menu close_label=text.close_menu>
            <ul class="shell-list">{links(first)} {group}</ul>
        </Drawer>
    }
}

fn links(entries: Vec<MenuItem>) -> impl IntoView {
    let item = |entry: MenuItem| {
        let key = entry.href.clone();
        view! { <li data-key=key><EntryLink entry=entry /></li> }
    };
    entries.into_iter().map(item).collect_view()
}

#[component]
fn EntryLink(entry: MenuItem) -> impl IntoView {
    let MenuItem { href, label, icon, section, waiting } = entry;
    let address = address();
    let path = address.split('?').next().unwrap_or_default();
    let current = section.iter().chain([&href]).any(|href| is_current(path, href)).then_some("page");
    // The number is no part of what the link is called; its title says what it is.
    let said = (waiting > 0).then(|| texts().accounts.dashboard.requests(waiting));
    let number = (waiting > 0).then(|| {
        let number = if waiting > WAITING_COUNTED { format!("{WAITING_COUNTED}+") } else { waiting.to_string() };
        view! { <span class="shell-count" data-number=number aria-hidden="true"></span> }
    });
    view! {
        <a class="shell-link" href=href aria-current=current title=said>
            <Glyph icon=icon />
            <span>{label}</span>
            {number}
        </a>
    }
}

/// Whether the entry for `href` is the one of the page at `path`: the page itself, or for an area one below it.
fn is_current(path: &str, href: &str) -> bool {
    let below = path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'));
    // Every page of an account lies below its dashboard, and Security below My Account: these two are current by
    // themselves only.
    let is_dashboard =
        !href.trim_start_matches("/a/").trim_end_matches('/').contains('/') || href.rsplit('/').nth(1) == Some("as");
    path == href || (below && !is_dashboard && href != paths::ME)
}

/// The pages of an account that the person may open.
pub fn menu_items(account: &AccountContext) -> Vec<MenuItem> {
    areas(account).into_iter().chain(people(account)).collect()
}

fn areas(account: &AccountContext) -> Vec<MenuItem> {
    use MenuEntry::{Billing, Dashboard, DataCenter, Domains, Order, Services, Support};
    allowed(account, &[Dashboard, Services, Domains, Billing, Support, DataCenter, Order])
}

fn people(account: &AccountContext) -> Vec<MenuItem> {
    allowed(account, &[MenuEntry::People, MenuEntry::Activity])
}

fn allowed(account: &AccountContext, entries: &[MenuEntry]) -> Vec<MenuItem> {
    let (text, word) = (&texts().shell, provider().people);
    entries
        .iter()
        .filter(|entry| account.view.actor.check(entry.action()).is_ok())
        .map(|entry| {
            let (href, icon) = place(*entry, account.acting);
            let is_people = *entry == MenuEntry::People;
            let waiting = if is_people { account.view.requests.waiting } else { 0 };
            let section = if is_people { people_section(account.acting) } else { Vec::new() };
            MenuItem { section, waiting, ..MenuItem::new(href, text.entry(*entry, word), icon) }
        })
        .collect()
}

/// The tabs of the people's section beside the list.
fn people_section(acting: Acting) -> Vec<String> {
    vec![paths::requests(acting), paths::notifications(acting), paths::rules(acting), paths::owners(acting)]
}

fn place(entry: MenuEntry, acting: Acting) -> (String, Icon) {
    match entry {
        MenuEntry::Dashboard => (paths::dashboard(acting), Icon::Home),
        MenuEntry::Services => (paths::services(acting), Icon::Server),
        MenuEntry::Domains => (paths::domains(acting), Icon::Globe),
        MenuEntry::Billing => (paths::billing(acting), Icon::Card),
        MenuEntry::Support => (paths::tickets(acting), Icon::Support),
        MenuEntry::DataCenter => (paths::data_center(acting), Icon::Building),
        MenuEntry::Order => (paths::orders(acting), Icon::Cart),
        MenuEntry::People => (paths::contacts(acting), Icon::People),
        MenuEntry::Activity => (paths::activity(acting), Icon::Activity),
    }
}

/// The pages of the person.
pub fn person_items() -> Vec<MenuItem> {
    let text = &texts().shell;
    vec![
        MenuItem::new(paths::ACCOUNTS.to_owned(), text.all_accounts, Icon::Switch),
        MenuItem::new(paths::ME.to_owned(), text.my_account, Icon::Person),
        MenuItem::new(paths::SECURITY.to_owned(), text.security, Icon::Shield),
    ]
}

#[cfg(test)]
mod tests {
    use super::is_current;

    #[test]
    fn the_entry_of_the_page_is_current() {
        assert!(is_current("/a/1", "/a/1"));
        assert!(is_current("/a/1/contacts/new", "/a/1/contacts"));
        assert!(!is_current("/a/1/contacts", "/a/1"));
        assert!(!is_current("/a/1/as/2/contacts", "/a/1/as/2"));
        assert!(is_current("/a/1/as/2", "/a/1/as/2"));
        assert!(!is_current("/a/1/services-else", "/a/1/services"));
        assert!(is_current("/me", "/me") && is_current("/me/security", "/me/security"));
        assert!(!is_current("/me/security", "/me"));
    }
}
