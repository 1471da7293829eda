//! What stands above every page of a service: its name, where it stands, and the tabs.

use super::facts::StatusBadge;
use crate::shell::AccountContext;
use crate::text::texts;
use crate::ui::{PageHeader, Tab, Tabs};
use domain::access::ContactAction;
use domain::paths;
use domain::service::ServiceRow;
use leptos::prelude::*;

/// A page of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceTab {
    /// Its facts, and what can be done to it.
    Overview,
    /// What is measured of it.
    Usage,
    /// Who can do what on it.
    People,
}

/// The header, and the tabs where there is more than one.
pub fn head(account: &AccountContext, service: &ServiceRow, current: ServiceTab) -> impl IntoView + use<> {
    let (text, acting) = (texts(), account.acting);
    let (status, expiring) = (service.status, service.expiring);
    let badge = move || view! { <StatusBadge status=status expiring=expiring /> };
    let tab = |tab: ServiceTab| {
        let (href, label) = match tab {
            ServiceTab::Overview => (paths::service(acting, service.id), text.services.page.overview),
            ServiceTab::Usage => (paths::service_usage(acting, service.id), text.services.page.usage),
            ServiceTab::People => (paths::service_people(acting, service.id), text.services.page.people),
        };
        view! { <Tab href=href label=label current=current == tab /> }
    };
    // What no driver runs is measured by nobody.
    let usage = service.state.is_some().then(|| tab(ServiceTab::Usage));
    let people = account.view.actor.check(ContactAction::List).is_ok().then(|| tab(ServiceTab::People));
    let overview = tab(ServiceTab::Overview);
    let tabs = (usage.is_some() || people.is_some()).then(|| {
        view! {
            <Tabs label=text.services.page.tabs>
                {overview}
                {usage}
                {people}
            </Tabs>
        }
    });
    view! {
        <PageHeader
            title=service.name.clone()
            lead=service.product.clone()
            back_href=paths::services(acting)
            back_label=text.shell.services
            badge=badge
        />
        {tabs}
    }
}
