//! What the account is, and what one may do in it.

use crate::asking::AskLink;
use crate::shell::{AccountContext, Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{Badge, Button, ButtonType, Definition, Definitions, Icon, LinkButton, PageHeader, Panel, Tone};
use domain::access::{AccountAction, ActorView, ContactAction};
use domain::paths;
use domain::privilege::{Area, Privilege, Weight};
use domain::status::AccountStatus;
use leptos::either::Either;
use leptos::prelude::*;

/// The page of one's own access.
pub async fn settings_page() -> Result<Page, Instead> {
    let account = use_account();
    account.view.actor.check(AccountAction::SeeDashboard)?;
    let text = texts();
    let standing = &account.view.actor.standing;
    let part = standing.owner.map_or(text.accounts.settings.contact, |owner| text.shell.owner(owner));
    let tone = match standing.status {
        AccountStatus::Active => Tone::Good,
        AccountStatus::Suspended | AccountStatus::Closed => Tone::Warn,
    };
    let status = text.shell.account_status(standing.status);
    let delegate = delegate(&account);
    let own = paths::contact_notifications(account.acting, standing.contact);
    let requests = paths::requests(account.acting);
    let content = view! {
        <div class="page page-narrow">
            <PageHeader title=text.shell.my_rights_here lead=text.accounts.settings.lead />
            <Panel title=account.view.name>
                <Definitions>
                    <Definition term=text.accounts.settings.status><Badge tone=tone>{status}</Badge></Definition>
                    <Definition term=text.accounts.settings.your_part>{part}</Definition>
                </Definitions>
            </Panel>
            <Panel title=text.shell.delegate_access lead=text.shell.delegate_lead>
                <div class="toolbar">
                    {delegate}
                </div>
            </Panel>
            <Panel title=text.notifications.own lead=text.notifications.own_lead>
                <div class="toolbar">
                    <LinkButton href=own icon=Icon::Bell>{text.notifications.view}</LinkButton>
                </div>
            </Panel>
            <Panel title=text.accounts.settings.your_rights>
                <OwnRights actor=account.view.actor />
                <p><a href=requests>{text.asking.own_requests}</a></p>
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

/// What one may do, by area, in the words of the form that gives it.
#[component]
fn OwnRights(actor: ActorView) -> impl IntoView {
    let text = texts();
    let standing = actor.standing;
    if standing.owner.is_some() {
        return Either::Left(view! { <p>{text.accounts.settings.owner_rights}</p> });
    }
    let held = standing.effective.privileges();
    let areas = Area::ALL.into_iter().filter_map(|area| {
        let rights = held.intersection(area.privileges());
        (!rights.is_empty()).then(|| view! { <Definition term=text.rights.area(area)>{rights.iter().map(privilege_badge).collect_view()}</Definition> })
    });
    let areas = areas.collect_view();
    let everywhere = standing.effective.all_services();
    let operations = (!everywhere.is_empty()).then(|| {
        let badges = everywhere
            .iter()
            .map(|operation| badge(text.rights.operation(operation), operation.weight()))
            .collect_view();
        view! { <Definition term=text.accounts.settings.on_all_services>{badges}</Definition> }
    });
    let single = standing.effective.services().len();
    let single = (single > 0).then(|| view! { <p>{text.accounts.settings.on_some_services(single)}</p> });
    let nothing = held.is_empty() && everywhere.is_empty() && single.is_none();
    Either::Right(view! {
        {nothing.then(|| view! { <p>{text.accounts.settings.no_rights}</p> })}
        <Definitions>{areas} {operations}</Definitions>
        {single}
    })
}

fn privilege_badge(privilege: Privilege) -> impl IntoView {
    badge(texts().rights.privilege(privilege), privilege.weight())
}

fn badge(name: &'static str, weight: Weight) -> impl IntoView {
    let tone = match weight {
        Weight::Plain => Tone::Neutral,
        Weight::Sensitive => Tone::Warn,
    };
    view! { <Badge tone=tone>{name}</Badge> " " }
}
