//! The person's own menu, at the top right.

use super::AccountContext;
use crate::forms::PostForm;
use crate::people::api::SignOutFn;
use crate::request::provider;
use crate::text::texts;
use crate::ui::{Icon, MenuButton, MenuLink, MenuLook, MenuSeparator, MenuSubmit};
use domain::access::{AccountAction, ContactAction};
use domain::paths;
use domain::person::Me;
use domain::provider::PeopleWord;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The person's name, which opens their menu.
#[component]
pub fn PersonMenu(
    /// Who is signed in.
    me: Me,
    /// The account, on its pages.
    account: Option<AccountContext>,
) -> impl IntoView {
    let text = &texts().shell;
    view! {
        <MenuButton look=MenuLook::Text icon=Icon::Person label=me.name id="person-menu">
            <MenuLink href=paths::ME label=text.my_account icon=Icon::Person />
            {account.map(|account| view! { <AccountItems account=account /> })}
            <MenuLink href=paths::SECURITY label=text.security icon=Icon::Shield />
            <PostForm path=SignOutFn::PATH class="menu-form" load=true>
                <MenuSubmit label=text.sign_out icon=Icon::SignOut />
            </PostForm>
        </MenuButton>
    }
}

/// The account's items. Those for managing people stay reachable, with the reason where they may not be used (S4.12).
#[component]
fn AccountItems(account: AccountContext) -> impl IntoView {
    let text = &texts().shell;
    let refused = account.view.actor.check(ContactAction::List).err().map(|why| texts().rights.denied(&why));
    let contacts = paths::contacts(account.acting);
    let access = account.view.actor.check(AccountAction::SeeDashboard).is_ok().then(|| {
        view! { <MenuLink href=paths::settings(account.acting) label=text.my_rights_here icon=Icon::Key /> }
    });
    let word = provider().people;
    // User management stands below in any case.
    let first = if word == PeopleWord::UserManagement { text.manage_contacts } else { text.people(word) };
    view! {
        {people_item(contacts.clone(), first, refused.clone())}
        {people_item(contacts, text.user_management, refused)}
        {access}
        <MenuSeparator />
    }
}

fn people_item(href: String, label: &'static str, refused: Option<String>) -> impl IntoView {
    match refused {
        None => view! { <MenuLink href=href label=label icon=Icon::People /> }.into_any(),
        Some(why) => view! { <MenuLink href=href label=label icon=Icon::People disabled_reason=why /> }.into_any(),
    }
}
