//! The frame around every page: the document, the top bar, the menus, the banners, and the pages for what goes wrong.

mod account_layout;
mod banners;
mod document;
mod frame;
mod list_pager;
mod loaded;
mod main_menu;
mod page_title;
mod person_layout;
mod person_menu;
mod problem_pages;
mod session_over;
mod switcher;
pub mod text;

pub use account_layout::AccountLayout;
pub use document::shell;
pub use list_pager::{ListPager, use_cursor, use_cursor_of};
pub use loaded::{Gate, Loaded, once};
pub use page_title::PageTitle;
pub use person_layout::PersonLayout;
pub use problem_pages::{Alone, Failed, Forbidden, NotFound};
pub use session_over::SessionOver;

use crate::request::provider;
use crate::text::texts;
use crate::ui::{ButtonKind, Icon, LinkButton};
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
    (!address.is_empty()).then(|| view! { <a href=paths::mail_to(&address)>{address.clone()}</a> })
}
