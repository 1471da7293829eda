//! Pages and server functions of Portico, by feature.
//!
//! The pages decide nothing: what somebody may do is asked of `domain`, and done by the use-cases behind `domain::ports`.
//! This is the only rendering there is. Every page works without JavaScript; the browser's programs (`frontend`) bring it
//! alive by what its attributes say.

#[macro_use]
pub mod request;

pub mod accounts;
pub mod asking;
pub mod billing;
pub mod coming;
pub mod console;
pub mod contacts;
mod csv;
pub mod dns;
pub mod domains;
pub mod forms;
pub mod invitations;
pub mod live;
pub mod notifications;
pub mod outbound;
pub mod ownership;
pub mod people;
pub mod profile;
pub mod rights;
pub mod search;
pub mod services;
pub mod shell;
pub mod ssh_keys;
pub mod text;
pub mod ui;

use shell::{Layout, PageFuture, Route};

/// A path and the page there.
type Entry = (&'static str, fn() -> PageFuture);

/// Every address of the portal, and the page there.
pub fn routes() -> Vec<Route> {
    let alone: [Entry; 6] = [
        ("/", || Box::pin(accounts::home_page())),
        ("/sign-in", || Box::pin(people::sign_in_page())),
        ("/forgot", || Box::pin(people::forgot_page())),
        ("/reset/{token}", || Box::pin(people::reset_page())),
        ("/invitations/{token}", || Box::pin(invitations::invitation_page())),
        ("/verify/{token}", || Box::pin(profile::verify_page())),
    ];
    let person: [Entry; 4] = [
        ("/me", || Box::pin(profile::my_account_page())),
        ("/me/security", || Box::pin(people::security_page())),
        ("/accounts", || Box::pin(accounts::accounts_page())),
        ("/outbound/{token}", || Box::pin(outbound::outbound_page())),
    ];
    let account: [Entry; 33] = [
        ("", || Box::pin(accounts::dashboard_page())),
        ("/services", || Box::pin(services::services_page())),
        ("/services/{service}", || Box::pin(services::service_page())),
        ("/services/{service}/people", || Box::pin(services::service_people_page())),
        ("/services/power", || Box::pin(services::operations::many_page())),
        ("/services/{service}/rebuild", || Box::pin(services::operations::rebuild_page())),
        ("/services/{service}/backups", || Box::pin(services::operations::backups_page())),
        ("/services/{service}/network", || Box::pin(services::operations::reverse_dns_page())),
        ("/services/{service}/credentials", || Box::pin(services::operations::credentials_page())),
        ("/services/{service}/usage", || Box::pin(services::service_usage_page())),
        ("/ssh-keys", || Box::pin(ssh_keys::ssh_keys_page())),
        ("/domains", || Box::pin(domains::domains_page())),
        ("/domains/{domain}", || Box::pin(domains::domain_page())),
        ("/domains/{domain}/dns", || Box::pin(dns::zone_page())),
        ("/domains/{domain}/dns/import", || Box::pin(dns::import_page())),
        ("/billing", || Box::pin(billing::billing_page())),
        ("/tickets", || Box::pin(coming::support_page())),
        ("/data-center", || Box::pin(coming::data_center_page())),
        ("/orders", || Box::pin(coming::orders_page())),
        ("/contacts", || Box::pin(contacts::contacts_page())),
        ("/contacts/new", || Box::pin(contacts::add_contact_page())),
        ("/contacts/invite", || Box::pin(invitations::invite_page())),
        ("/contacts/{contact}", || Box::pin(contacts::contact_page())),
        ("/contacts/{contact}/edit", || Box::pin(contacts::edit_contact_page())),
        ("/contacts/{contact}/notifications", || Box::pin(notifications::notification_choice_page())),
        ("/notifications", || Box::pin(notifications::notifications_page())),
        ("/rules", || Box::pin(rights::rules_page())),
        ("/owners", || Box::pin(ownership::owners_page())),
        ("/rules/{template}", || Box::pin(rights::template_page())),
        ("/requests", || Box::pin(asking::requests_page())),
        ("/activity", || Box::pin(accounts::activity_page())),
        ("/search", || Box::pin(search::search_page())),
        ("/settings", || Box::pin(accounts::settings_page())),
    ];
    let route = |layout, (path, page): Entry| Route { path: path.to_owned(), layout, page };
    let alone = alone.into_iter().map(|entry| route(Layout::Alone, entry));
    let person = person.into_iter().map(|entry| route(Layout::Person, entry));
    let bare: [Entry; 1] = [("/services/{service}/console", || Box::pin(console::console_page()))];
    let on_accounts = on_account(Layout::Account, &account).chain(on_account(Layout::Bare, &bare));
    alone.chain(person).chain(on_accounts).collect()
}

/// Every address of a file that the portal makes: asked for, checked and read as a page.
pub fn downloads() -> Vec<Route> {
    let files: [Entry; 4] = [
        ("/contacts/export", || Box::pin(contacts::export_page())),
        ("/domains/{domain}/dns/export", || Box::pin(dns::export_page())),
        ("/activity.csv", || Box::pin(accounts::activity_csv())),
        ("/activity.json", || Box::pin(accounts::activity_json())),
    ];
    on_account(Layout::Account, &files).collect()
}

/// Whether a path is that of such a file, which is no page.
pub fn is_download(path: &str) -> bool {
    downloads().iter().any(|file| {
        let (route, given) = (file.path.split('/'), path.split('/'));
        route.clone().count() == given.clone().count()
            && route.zip(given).all(|(part, given)| part.starts_with('{') || part == given)
    })
}

/// What is below an account is the same for oneself and in a view as a contact.
fn on_account(layout: Layout, entries: &[Entry]) -> impl Iterator<Item = Route> {
    ["/a/{account}", "/a/{account}/as/{viewing}"].into_iter().flat_map(move |under| {
        entries.iter().map(move |(path, page)| Route { path: format!("{under}{path}"), layout, page: *page })
    })
}

#[cfg(test)]
mod tests {
    use super::is_download;

    #[test]
    fn a_file_is_told_from_a_page_by_its_path() {
        for file in ["/a/1/contacts/export", "/a/1/activity.csv", "/a/1/as/2/activity.json"] {
            assert!(is_download(file), "{file}");
        }
        for page in ["/", "/a/1/contacts", "/a/1/contacts/export/edit", "/a/1/activity", "/activity.csv", "/a/1/as/2"] {
            assert!(!is_download(page), "{page}");
        }
    }
}
