//! What is found, by kind, as links: each with what tells it apart, and with the way to the full list of the same words.

use crate::request::provider;
use crate::services::kind_icon;
use crate::shell::{AccountContext, Instead, MenuItem, menu_items, person_items};
use crate::text::texts;
use crate::ui::Icon;
use domain::access::ContactAction;
use domain::acting::Acting;
use domain::billing::InvoiceStatus;
use domain::domains::DomainStatus;
use domain::paths;
use domain::provider::WayToAdd;
use domain::rights::Rights;
use domain::search::{AccountHit, DomainHit, Findings, Found, InvoiceHit, PersonHit, SearchWords, ServiceHit};
use domain::service::ServiceStatus;
use domain::status::ContactStatus;

/// The first of a kind.
pub struct Group {
    /// What its ids begin with.
    pub key: &'static str,
    /// What it is called.
    pub title: &'static str,
    pub entries: Vec<Entry>,
    /// Where there are more: the address of the list, and what leads there.
    pub more: Option<(String, &'static str)>,
}

/// One that was found.
pub struct Entry {
    pub href: String,
    pub icon: Icon,
    pub name: String,
    /// What tells it apart.
    pub note: String,
}

/// What the words find, in their order; without words the pages and the accounts that one can go to.
pub async fn groups(account: &AccountContext, typed: &str) -> Result<Vec<Group>, Instead> {
    let (acting, words) = (account.acting, SearchWords::read(typed));
    let mut groups = vec![pages(account, typed)];
    if let Some(words) = &words {
        let found = ask!(search.find(acting, words.clone()))?;
        groups.extend(of_the_account(acting, words.as_str(), found));
    }
    // A view as a contact leads to no other account (SECURITY T32).
    if acting.viewing.is_none() {
        groups.push(accounts(acting, typed, ask!(search.accounts(words))?));
    }
    groups.retain(|group| !group.entries.is_empty());
    Ok(groups)
}

fn of_the_account(acting: Acting, words: &str, findings: Findings) -> impl Iterator<Item = Group> + use<> {
    let text = &texts().search;
    let to = |list: String| paths::with_query(list, [("search", words)]);
    let services = paths::with_query(paths::services(acting), [("show", "all"), ("search", words)]);
    let Findings { people, services: found, domains, invoices } = findings;
    let people = people.map(|found| {
        let all = (to(paths::contacts(acting)), text.all_people);
        group("people", text.people, found, all, |hit| person(acting, hit))
    });
    let services = found.map(|found| {
        group("services", text.services, found, (services, text.all_services), |hit| service(acting, hit))
    });
    let domains = domains.map(|found| {
        let all = (to(paths::domains(acting)), text.all_domains);
        group("domains", text.domains, found, all, |hit| domain(acting, hit))
    });
    let invoices = invoices.map(|found| {
        let all = (to(paths::billing(acting)), text.all_invoices);
        group("invoices", text.invoices, found, all, |hit| invoice(acting, hit))
    });
    [people, services, domains, invoices].into_iter().flatten()
}

fn group<T>(
    key: &'static str,
    title: &'static str,
    found: Found<T>,
    all: (String, &'static str),
    entry: impl Fn(T) -> Entry,
) -> Group {
    Group { key, title, entries: found.rows.into_iter().map(entry).collect(), more: found.more.then_some(all) }
}

fn person(acting: Acting, hit: PersonHit) -> Entry {
    let status = (hit.status != ContactStatus::Active).then(|| texts().contacts.status(hit.status));
    // Without a name the address stands for it.
    let email = (hit.email != hit.name).then_some(hit.email);
    let note = email.into_iter().chain(status.map(ToOwned::to_owned)).collect::<Vec<_>>().join(" · ");
    Entry { href: paths::contact(acting, hit.id), icon: Icon::Person, name: hit.name, note }
}

fn service(acting: Acting, hit: ServiceHit) -> Entry {
    let status = (hit.status != ServiceStatus::Active).then(|| texts().services.service_status(hit.status));
    let state = hit.state.map(|state| texts().services.machine_state(state));
    let parts = [Some(hit.product.as_str()), hit.address.as_deref(), status, state];
    let note = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Entry { href: paths::service(acting, hit.id), icon: kind_icon(hit.kind), name: hit.name, note }
}

fn domain(acting: Acting, hit: DomainHit) -> Entry {
    let status = (hit.status != DomainStatus::Active).then(|| texts().domains.domain_status(hit.status));
    Entry {
        href: paths::domain(acting, hit.id),
        icon: Icon::Globe,
        name: hit.name,
        note: status.unwrap_or_default().to_owned(),
    }
}

fn invoice(acting: Acting, hit: InvoiceHit) -> Entry {
    let text = &texts().billing;
    let status = match hit.status {
        InvoiceStatus::Unpaid if hit.overdue => text.overdue,
        InvoiceStatus::Unpaid | InvoiceStatus::Paid | InvoiceStatus::Cancelled | InvoiceStatus::Refunded => {
            text.invoice_status(hit.status)
        }
    };
    let note = format!("{} · {status}", hit.total.text(text.decimal_mark));
    let href = paths::with_query(paths::billing(acting), [("search", hit.number.as_str())]);
    Entry { href, icon: Icon::Card, name: hit.number, note }
}

/// The accounts but the one of the page.
fn accounts(acting: Acting, typed: &str, mut found: Found<AccountHit>) -> Group {
    let text = &texts().search;
    found.rows.retain(|hit| hit.id != acting.account);
    let all = paths::with_query(paths::ACCOUNTS.to_owned(), [("search", typed.trim())]);
    group("accounts", text.accounts, found, (all, text.all_accounts), |hit| Entry {
        href: paths::account(hit.id),
        icon: Icon::Switch,
        name: hit.name,
        note: String::new(),
    })
}

/// The pages of the menus, and the ways to add people, of those that the person may open.
fn pages(account: &AccountContext, typed: &str) -> Group {
    let typed = typed.to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let adding = account.view.actor.check(ContactAction::Add(&[], &Rights::default())).is_ok();
    let ways = if adding { provider().ways_to_add } else { Vec::new() };
    let ways = ways.into_iter().map(|way| match way {
        WayToAdd::AddContact => {
            MenuItem::new(paths::add_contact(account.acting), texts().contacts.list.add, Icon::Plus)
        }
        WayToAdd::InviteUser => MenuItem::new(paths::invite(account.acting), texts().invitations.invite, Icon::Mail),
    });
    // In a view as a contact one's own pages are those of somebody else.
    let own = if account.acting.viewing.is_none() { person_items() } else { Vec::new() };
    let entries = menu_items(account).into_iter().chain(ways).chain(own);
    let entries = entries.filter(|entry| {
        let label = entry.label.to_lowercase();
        words.iter().all(|word| label.contains(word))
    });
    let entries = entries.map(|entry| Entry {
        href: entry.href,
        icon: entry.icon,
        name: entry.label.to_owned(),
        note: String::new(),
    });
    Group { key: "pages", title: texts().search.pages, entries: entries.collect(), more: None }
}
