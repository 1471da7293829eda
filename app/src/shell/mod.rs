//! The frame around every page: the document, the top bar, the menus, the banners, and the pages for what goes wrong.

mod banners;
mod brand;
mod document;
mod frame;
mod layout;
mod list_pager;
mod list_search;
mod main_menu;
mod page;
mod person_menu;
mod problem_pages;
mod switcher;

pub use document::{WithProgram, mark_of};
pub use layout::{Layout, PageFuture, Rendered, Route, nowhere_on_account, render};
pub use list_pager::ListPager;
pub use list_search::{ListSearch, NothingFound};
pub use main_menu::{MenuItem, menu_items, person_items};
pub use page::{Download, Instead, Page};
pub use problem_pages::Alone;
pub(crate) use problem_pages::notice;

use crate::request::provider;
use crate::text::texts;
use crate::ui::{AddressText, ButtonKind, Icon, LinkButton};
use domain::account::AccountView;
use domain::acting::Acting;
use domain::paths;
use leptos::prelude::*;

/// The account whose page this is, and what the person may do in it. From the layout to everything below it; another
/// account or view makes everything below anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountContext {
    /// The account and the view, as the address says.
    pub acting: Acting,
    /// What the server said about it.
    pub view: AccountView,
}

/// The account whose page this is.
///
/// # Panics
/// Outside of the account layout.
pub fn use_account() -> AccountContext {
    expect_context()
}

/// A button that writes to support, where the provider gave an address.
#[component]
pub fn WriteSupport() -> impl IntoView {
    let address = provider().support_email;
    (!address.is_empty()).then(|| {
        view! {
            <LinkButton href=paths::mail_to(&address) kind=ButtonKind::Primary icon=Icon::Mail>
                {texts().shell.write_support}
            </LinkButton>
        }
    })
}

/// The support address as a link, where the provider gave one.
#[component]
pub fn SupportLink() -> impl IntoView {
    let address = provider().support_email;
    (!address.is_empty())
        .then(|| view! { <a href=paths::mail_to(&address)><AddressText address=address.clone() /></a> })
}
