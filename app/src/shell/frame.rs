//! The frame of a signed-in page: top bar, left menu, banners, content, foot.

use super::banners::Banners;
use super::main_menu::{MENU_ID, MainMenu};
use super::person_menu::PersonMenu;
use super::switcher::Switcher;
use super::{AccountContext, SupportLink};
use crate::forms::EchoNotice;
use crate::live::{LiveNotice, note_typing, use_live};
use crate::people::api as people;
use crate::request::{FunctionError, provider};
use crate::text::texts;
use crate::ui::DrawerButton;
use domain::paths;
use domain::person::Me;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the frame shows of the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameData {
    /// Who is signed in.
    pub me: Me,
}

/// Asks the server for it.
pub async fn frame_data() -> Result<FrameData, FunctionError> {
    Ok(FrameData { me: people::me().await? })
}

/// Whether the person has somewhere to switch to. With a password set by somebody else nothing but changing it is
/// answered, and a view as a contact is left by Stop (SECURITY T32).
fn may_switch(me: &Me, account: Option<&AccountContext>) -> bool {
    let views = account.is_some_and(|account| account.acting.viewing.is_some());
    me.accounts > 1 && !me.must_change_password && !views
}

/// The frame around `children`.
#[component]
pub fn Frame(
    /// Who is signed in.
    data: FrameData,
    /// The account, on its pages.
    account: Option<AccountContext>,
    children: Children,
) -> impl IntoView {
    let text = &texts().shell;
    let provider = provider();
    let live = use_live();
    live.begin();
    let over = move || live.is_over().then_some("");
    let logo = provider.logo.map(|logo| view! { <img class="shell-logo" src=logo alt="" width="24" height="24" /> });
    let name = account.as_ref().map(|account| view! { <span class="shell-account">{account.view.name.clone()}</span> });
    let switcher = may_switch(&data.me, account.as_ref()).then(|| {
        let current = account.as_ref().map(|account| account.acting.account);
        view! { <Switcher accounts=data.me.accounts current=current /> }
    });
    let banners = account.clone().map(|account| view! { <Banners account=account /> });
    view! {
        // The browser goes there itself: it takes the focus along.
        <a class="skip" href="#main" rel="external">{text.skip}</a>
        <div class="shell">
            <header class="shell-top">
                <DrawerButton label=text.menu target=MENU_ID />
                <a class="shell-brand" href=paths::HOME>
                    {logo}
                    <span>{provider.name}</span>
                </a>
                {name}
                <div class="shell-tools">
                    {switcher}
                    <PersonMenu data=data account=account.clone() />
                </div>
            </header>
            <MainMenu account=account />
            <main class="shell-main" id="main" tabindex="-1" data-over=over on:input=note_typing>
                {banners}
                <LiveNotice />
                <EchoNotice />
                {children()}
            </main>
            <Foot demo=provider.demo />
        </div>
    }
}

#[component]
fn Foot(demo: bool) -> impl IntoView {
    let text = &texts().shell;
    let help = !provider().support_email.is_empty();
    view! {
        <footer class="shell-foot">
            {help.then(|| view! { <span>{text.help} " " <SupportLink /></span> })}
            {demo.then(|| view! { <span>{text.demo}</span> })}
        </footer>
    }
}
