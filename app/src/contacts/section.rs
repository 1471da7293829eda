//! The tabs of the section Contacts: its people, and what concerns them, a page each.

use crate::asking;
use crate::request::provider;
use crate::shell::{AccountContext, use_account};
use crate::text::texts;
use crate::ui::{Tab, Tabs};
use domain::access::ContactAction;
use domain::paths;
use leptos::prelude::*;

/// A page of the section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionTab {
    People,
    Requests,
    Notifications,
    Roles,
    Owners,
}

/// Whether whoever looks may open the pages of the section. Requests are for everybody, who then have no tabs there.
pub fn has_section() -> bool {
    use_account().view.actor.check(ContactAction::List).is_ok()
}

/// The tabs, where there is more than one.
#[component]
pub fn SectionTabs(
    /// The page shown.
    current: SectionTab,
) -> impl IntoView {
    let AccountContext { acting, .. } = use_account();
    let text = texts();
    has_section().then(|| {
        let tabs = [
            (SectionTab::People, paths::contacts(acting), text.contacts.list.people.to_owned()),
            (SectionTab::Requests, paths::requests(acting), asking::requests_label()),
            (SectionTab::Notifications, paths::notifications(acting), text.notifications.heading.to_owned()),
            (SectionTab::Roles, paths::rules(acting), text.roles.title.to_owned()),
            (SectionTab::Owners, paths::owners(acting), text.ownership.owners.to_owned()),
        ];
        let tabs = tabs.map(|(tab, href, label)| view! { <Tab href=href label=label current={tab == current} /> });
        view! { <Tabs label=text.contacts.heading(provider().people)>{tabs.collect_view()}</Tabs> }
    })
}
