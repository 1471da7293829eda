//! Your access: what one is on the account, and what one may do there.

use crate::asking::AskLink;
use crate::contacts::HeldRights;
use crate::shell::{AccountContext, Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{
    Badge, Button, ButtonType, Definition, Definitions, Icon, LinkButton, Moment, PageHeader, Panel, Tone,
};
use domain::access::{AccountAction, ContactAction};
use domain::paths;
use domain::status::AccountStatus;
use leptos::either::Either;
use leptos::prelude::*;

/// The page of one's own access.
pub async fn settings_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(AccountAction::SeeDashboard)?;
    let access = ask!(accounts.own_access(account.acting))?;
    let text = texts();
    let own = &text.accounts.settings;
    let standing = &account.view.actor.standing;
    // An owner is that, whatever else was given to them.
    let role = match standing.owner {
        Some(owner) => text.shell.owner(owner).to_owned(),
        None => text.rights.access(&access.access),
    };
    let ends = access.ends.clone().map(|at| {
        view! { <Definition term=own.ends><Moment instant=at.iso text=at.text /></Definition> }
    });
    let title = own.title(&account.view.name);
    let rights = match standing.owner {
        Some(_) => view! { <p>{own.full_access}</p> }.into_any(),
        None => view! { <HeldRights held=access.held template=access.template none=own.no_rights /> }.into_any(),
    };
    let tone = match standing.status {
        AccountStatus::Active => Tone::Good,
        AccountStatus::Suspended | AccountStatus::Closed => Tone::Warn,
    };
    let status = text.shell.account_status(standing.status);
    let delegate = delegate(&account);
    let choice = paths::contact_notifications(account.acting, standing.contact);
    let requests = paths::requests(account.acting);
    let content = view! {
        <div class="page page-narrow">
            <PageHeader title=title />
            <Panel>
                <Definitions>
                    <Definition term=own.role>{role}</Definition>
                    {ends}
                    <Definition term=own.status><Badge tone=tone>{status}</Badge></Definition>
                </Definitions>
            </Panel>
            <Panel title=own.your_rights>
                {rights}
                <p><a href=requests>{text.asking.own_requests}</a></p>
            </Panel>
            <Panel title=text.shell.delegate_access lead=text.shell.delegate_lead>
                <div class="toolbar">
                    {delegate}
                </div>
            </Panel>
            <Panel title=text.notifications.own lead=text.notifications.own_lead>
                <div class="toolbar">
                    <LinkButton href=choice icon=Icon::Bell>{text.notifications.view}</LinkButton>
                </div>
            </Panel>
        </div>
    };
    Ok(Page::new(text.shell.my_rights_here, content))
}

/// The way to Manage Contacts; with the reason where that may not be used (S4.12).
fn delegate(account: &AccountContext) -> impl IntoView + use<> {
    let label = texts().shell.delegate_access;
    match account.view.actor.check(ContactAction::List) {
        Ok(()) => Either::Left(
            view! { <LinkButton href=paths::contacts(account.acting) icon=Icon::People>{label}</LinkButton> },
        ),
        Err(why) => {
            let reason = texts().rights.denied(&why);
            Either::Right(view! {
                <Button button_type=ButtonType::Button icon=Icon::People disabled_reason=reason.clone()>{label}</Button>
                <span class="small muted">{reason}</span>
                <AskLink why=why />
            })
        }
    }
}
