//! My Account: oneself, on whichever account (S3.11).

use super::details_form::DetailsForm;
use super::email_panel::EmailPanel;
use super::theme_panel::ThemePanel;
use crate::request::said;
use crate::shell::{Instead, Page};
use crate::text::texts;
use crate::ui::{Badge, Button, ButtonType, Icon, LinkButton, PageHeader, Panel, SaidNotice, Tone};
use domain::paths;
use domain::profile::{Profile, ProfileAccount};
use leptos::either::Either;
use leptos::prelude::*;

pub async fn my_account_page() -> Result<Page, Instead> {
    let text = texts();
    let profile = ask!(profiles.read())?;
    let content = view! {
        <div class="page page-narrow">
            <PageHeader title=text.shell.my_account lead=text.profile.lead />
            <Said />
            {panels(profile)}
        </div>
    };
    Ok(Page::new(text.shell.my_account, content))
}

/// What the step before did.
#[component]
fn Said() -> impl IntoView {
    let text = &texts().profile;
    let said = match said().text("done") {
        "saved" => Some(text.saved),
        "sent" => Some(text.sent),
        "cancelled" => Some(text.cancelled),
        "confirmed" => Some(text.confirmed),
        _ => None,
    };
    view! { <SaidNotice text=said /> }
}

fn panels(profile: Profile) -> impl IntoView {
    let text = texts();
    view! {
        <DetailsForm profile=profile.clone() />
        <EmailPanel profile=profile.clone() />
        <ThemePanel />
        <Accounts accounts=profile.accounts />
        <Panel title=text.shell.security lead=text.profile.security_lead>
            <div class="toolbar">
                <LinkButton href=paths::SECURITY icon=Icon::Shield>{text.profile.to_security}</LinkButton>
            </div>
        </Panel>
    }
}

/// The accounts one may open, each with the way to its people, or why there is none.
#[component]
fn Accounts(accounts: Vec<ProfileAccount>) -> impl IntoView {
    let text = texts();
    if accounts.is_empty() {
        return Either::Left(
            view! { <Panel title=text.shell.delegate_access><p>{text.people.no_accounts_text}</p></Panel> },
        );
    }
    let items = accounts.into_iter().map(|account| view! { <Account account=account /> }).collect_view();
    Either::Right(view! {
        <Panel title=text.shell.delegate_access lead=text.shell.delegate_lead>
            <ul class="delegating">{items}</ul>
        </Panel>
    })
}

#[component]
fn Account(account: ProfileAccount) -> impl IntoView {
    let text = texts();
    let acting = domain::acting::Acting { account: account.id, viewing: None };
    let owner = account.owner.map(|owner| view! { <Badge tone=Tone::Info>{text.shell.owner(owner)}</Badge> });
    let label = text.shell.delegate_access;
    let way = match account.refused {
        None => Either::Left(view! { <LinkButton href=paths::contacts(acting) icon=Icon::People>{label}</LinkButton> }),
        Some(why) => {
            let reason = text.rights.denied(&why);
            let ask = why.asking().map(|asked| {
                let href = paths::ask_for(acting, &asked.right.key());
                view! { <a class="small" href=href>{text.asking.ask_for_this}</a> }
            });
            Either::Right(view! {
                <span class="small muted">{reason.clone()} " " {ask}</span>
                <Button button_type=ButtonType::Button icon=Icon::People disabled_reason=reason>{label}</Button>
            })
        }
    };
    view! {
        <li class="delegating-item">
            <span class="delegating-name">
                <a href=paths::settings(acting)>{account.name}</a> " " {owner}
            </span>
            {way}
        </li>
    }
}
