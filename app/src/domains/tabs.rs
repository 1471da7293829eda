//! The tabs of a domain.

use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Tab, Tabs};
use domain::access::{DomainTarget, HoldingAction};
use domain::acting::Acting;
use domain::id::DomainId;
use domain::paths;
use leptos::prelude::*;

/// A page of a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DomainTab {
    /// Its facts.
    Facts,
    /// Its zone.
    Dns,
}

/// The pages of a domain that the reader may open.
#[component]
pub fn DomainTabs(
    /// The account and the view.
    acting: Acting,
    /// Which domain.
    domain: DomainId,
    /// The page that is open.
    current: DomainTab,
) -> impl IntoView {
    let text = texts();
    let sees_zone = use_account().view.actor.check(HoldingAction::SeeZone(DomainTarget { id: domain })).is_ok();
    let zone = sees_zone.then(|| {
        view! { <Tab href=paths::zone(acting, domain) label=text.dns.title current=current == DomainTab::Dns /> }
    });
    view! {
        <Tabs label=text.shell.domains>
            <Tab href=paths::domain(acting, domain) label=text.domains.facts current=current == DomainTab::Facts />
            {zone}
        </Tabs>
    }
}
