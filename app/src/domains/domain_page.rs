//! The page of one domain: its facts, and what one may do there.

use super::facts::{Ends, StatusBadge};
use super::tabs::{DomainTab, DomainTabs};
use crate::request::path_id;
use crate::shell::{AccountContext, Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Badge, Definition, Definitions, Icon, Moment, PageHeader, Panel, Tone};
use domain::access::{DomainTarget, HoldingAction, RequestAction};
use domain::asked::Asked;
use domain::domains::{DomainPage, DomainRow};
use domain::id::DomainId;
use domain::operation::DomainOperation;
use domain::paths;
use domain::privilege::Weight;
use domain::right::Right;
use leptos::prelude::*;

/// The page of a domain.
pub async fn domain_page() -> Result<Page, Instead> {
    let account = use_account();
    let domain: DomainId = path_id("domain")?;
    let page = ask!(holdings.domain(account.acting, domain))?;
    let text = texts();
    let title = page.row.name.clone();
    let (status, expiring) = (page.row.status, page.row.expiring);
    let badge = move || view! { <StatusBadge status=status expiring=expiring /> };
    let operations = DomainOperation::ALL.iter().map(|operation| one(&account, domain, *operation));
    let operations = operations.collect::<Vec<_>>();
    let content = view! {
        <div class="page">
            <PageHeader
                title=title.clone()
                back_href=paths::domains(account.acting)
                back_label=text.shell.domains
                badge=badge
            />
            <DomainTabs acting=account.acting domain=domain current=DomainTab::Facts />
            // The place of more tabs: name servers, WHOIS, who can do what here.
            <Facts page=page />
            <Panel title=text.domains.rights>
                <ul class="held">{operations}</ul>
            </Panel>
        </div>
    };
    Ok(Page::new(title, content))
}

#[component]
fn Facts(page: DomainPage) -> impl IntoView {
    let text = &texts().domains;
    let DomainPage { row: DomainRow { status, expires, expiring, .. }, since } = page;
    view! {
        <Panel title=text.facts>
            <Definitions>
                <Definition term=text.status>{text.domain_status(status)}</Definition>
                <Definition term=text.expires><Ends expires=expires expiring=expiring /></Definition>
                <Definition term=text.since><Moment instant=since.iso text=since.text /></Definition>
            </Definitions>
        </Panel>
    }
}

/// An operation: that one may do it, or the way to ask for it on this domain.
fn one(account: &AccountContext, domain: DomainId, operation: DomainOperation) -> impl IntoView + use<> {
    let text = texts();
    let sensitive = (operation.weight() == Weight::Sensitive)
        .then(|| view! { <Badge tone=Tone::Warn icon=Icon::Shield>{text.contacts.privileges.sensitive}</Badge> });
    let action = HoldingAction::OperateDomain(DomainTarget { id: domain }, operation);
    let state = match account.view.actor.check(action) {
        Ok(()) => view! { <span class="held-from">{text.rights.domain_operation_help(operation)}</span> }.into_any(),
        Err(why) => {
            let right = Right::DomainOperation(operation);
            let asked = Asked { domain: Some(domain), ..Asked::on_account(right) };
            let ask = account.view.actor.check(RequestAction::Ask(asked)).ok().map(|()| {
                let href = paths::ask_for_on_domain(account.acting, &right.key(), domain);
                let name = text.rights.domain_operation(operation);
                view! { <a class="small" href=href>{text.services.operations.ask_for(name)}</a> }
            });
            view! {
                <span class="held-from">{text.rights.denied(&why)}</span>
                {ask}
            }
            .into_any()
        }
    };
    view! {
        <li>
            <span>{text.rights.domain_operation(operation)} " " {sensitive}</span>
            {state}
        </li>
    }
}
