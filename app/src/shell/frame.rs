//! The frame of a signed-in page: top bar, left menu, banners, content, foot.

use super::banners::Banners;
use super::brand::{BrandMark, LegalLinks};
use super::document::mark_of;
use super::main_menu::{MENU_ID, MainMenu};
use super::person_menu::PersonMenu;
use super::switcher::{AccountName, Switcher};
use super::{AccountContext, SupportLink};
use crate::forms::EchoNotice;
use crate::live::LiveTemplates;
use crate::request::provider;
use crate::text::texts;
use crate::ui::{DialogHost, DrawerButton, Icon, IconLink};
use domain::paths;
use domain::person::Me;
use domain::provider::Provider;
use leptos::either::Either;
use leptos::prelude::*;

/// Whether the person has somewhere to switch to. With a password set by somebody else nothing but changing it is
/// answered, and a view as a contact is left by Stop (SECURITY T32).
fn may_switch(me: &Me, account: Option<&AccountContext>) -> bool {
    let views = account.is_some_and(|account| account.acting.viewing.is_some());
    me.accounts > 1 && !me.must_change_password && !views
}

/// A mark of what the person may do on an account: an open page that knows another one says that it has changed.
fn rights_mark(account: &AccountContext) -> String {
    mark_of(&serde_json::to_string(&account.view.actor).unwrap_or_default())
}

/// The frame around `children`.
#[component]
pub fn Frame(
    /// Who is signed in.
    me: Me,
    /// The account, on its pages.
    account: Option<AccountContext>,
    children: Children,
) -> impl IntoView {
    let text = texts();
    let current = account.as_ref().map(|account| account.acting.account);
    let may = may_switch(&me, account.as_ref());
    let name = account.as_ref().map(|account| account.view.name.clone());
    let shown = name.clone().map(|name| match current {
        Some(current) if may => Either::Left(view! { <AccountName name=name current=current /> }),
        Some(_) | None => Either::Right(view! { <span class="shell-account">{name}</span> }),
    });
    let switcher = may.then(|| view! { <Switcher accounts=me.accounts current=current /> });
    let (id, rights) =
        account.as_ref().map(|account| (account.acting.account.to_string(), rights_mark(account))).unzip();
    // Without its program, the palette's (`data-palette`), it leads to the page.
    let search = account.as_ref().map(|account| {
        let href = paths::search(account.acting);
        view! { <IconLink label=text.search.title href=href icon=Icon::Search attr:data-palette=true /> }
    });
    let banners = account.clone().map(|account| view! { <Banners account=account /> });
    // Paper has neither the bar nor the address of the page.
    let printed = name.clone().map(|name| {
        let head = [provider().name, name, me.today.clone()].join(" · ");
        view! { <p class="print-head">{head}</p> }
    });
    view! {
        <a class="skip" href="#main">{text.shell.skip}</a>
        <div class="shell">
            <header class="shell-top" id="shell-top">
                <DrawerButton label=text.shell.menu target=MENU_ID />
                <a class="shell-brand" href=paths::HOME>
                    <BrandMark />
                </a>
                {shown}
                <div class="shell-tools">
                    {search}
                    {switcher}
                    <PersonMenu me=me account=account.clone() />
                </div>
            </header>
            <MainMenu account=account />
            <main class="shell-main" id="main" tabindex="-1" data-account=id data-rights=rights>
                {printed}
                {banners}
                <div id="live-notice" class="live-notice" role="status" data-keep></div>
                <EchoNotice />
                {children()}
            </main>
            <Foot />
        </div>
        <DialogHost close_label=text.contacts.close />
        <LiveTemplates account=name />
    }
}

#[component]
fn Foot() -> impl IntoView {
    let text = &texts().shell;
    let Provider { support_email, demo, .. } = provider();
    let help = !support_email.is_empty();
    view! {
        <footer class="shell-foot">
            {help.then(|| view! { <span>{text.help} " " <SupportLink /></span> })}
            <LegalLinks />
            {demo.then(|| view! { <span>{text.demo}</span> })}
        </footer>
    }
}
