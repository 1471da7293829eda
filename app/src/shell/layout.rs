//! What surrounds a page: nothing but the brand, the person's frame, or that of an account, which is opened first.

use super::document::{bare_document, document};
use super::frame::Frame;
use super::problem_pages::{Problem, problem};
use super::{AccountContext, Alone, Download, Instead, Page};
use crate::request::{caller, path_id_if_any};
use domain::acting::Acting;
use domain::error::PortalError;
use domain::person::Me;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use std::pin::Pin;

/// A page that is being asked for and built.
pub type PageFuture = Pin<Box<dyn Future<Output = Result<Page, Instead>> + Send>>;

/// What surrounds a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// The brand alone: for people who are not signed in.
    Alone,
    /// The frame of a signed-in person.
    Person,
    /// The same on an account, which the address names.
    Account,
    /// Nothing: a document of its own on an account. What stands in its place when it fails has the frame.
    Bare,
}

/// An address of the portal and the page there.
#[derive(Debug, Clone)]
pub struct Route {
    /// Its path, in which `{account}` is a place.
    pub path: String,
    pub(crate) layout: Layout,
    pub(crate) page: fn() -> PageFuture,
}

/// A page as it is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rendered {
    /// The document.
    Document {
        /// The HTTP status.
        status: u16,
        /// The whole of it.
        html: String,
        /// Whether it has a program of its own and nothing else.
        bare: bool,
    },
    /// Another page of this portal is to be shown.
    Elsewhere(String),
    /// A file.
    File(Download),
}

/// The page where none is, in the frame of an account: the address lies below that of one.
pub fn nowhere_on_account() -> Route {
    Route { path: String::new(), layout: Layout::Account, page: || Box::pin(nowhere()) }
}

#[expect(clippy::unused_async, reason = "a page is a future, also where it asks nothing more")]
async fn nowhere() -> Result<Page, Instead> {
    Err(PortalError::NotFound.into())
}

/// Renders the page of a route, or the one that says that there is none. `contexts` provides what the page asks for: the
/// ports, the caller, the request.
pub async fn render(route: Option<Route>, contexts: impl FnOnce()) -> Rendered {
    // INVARIANT: an owner a page. What is in its context is gone with it.
    let owner = Owner::new();
    let built = owner.with(|| {
        contexts();
        ScopedFuture::new_untracked(build(route))
    });
    let rendered = match built.await {
        Ok(Built { status, title, content, bare }) => owner.with(|| {
            let html = if bare { bare_document(title, content) } else { document(title, content) };
            Rendered::Document { status, html, bare }
        }),
        Err(rendered) => rendered,
    };
    owner.cleanup();
    rendered
}

/// A page with what surrounds it.
struct Built {
    status: u16,
    title: String,
    content: AnyView,
    bare: bool,
}

/// The page of a route in its layout; or what is answered in its place.
async fn build(route: Option<Route>) -> Result<Built, Rendered> {
    let Some(Route { layout, page, .. }) = route else {
        // Whoever is signed in keeps their menu.
        let signed_in = caller().is_ok_and(|caller| caller.signed_in().is_some());
        let person = if signed_in { me().await.ok() } else { None };
        return match person {
            Some(me) => framed(me, None, nowhere().await),
            None => alone(nowhere().await),
        };
    };
    match layout {
        Layout::Alone => alone(page().await),
        Layout::Person => match me().await {
            Ok(me) => framed(me, None, page().await),
            Err(error) => alone(Err(error)),
        },
        Layout::Account | Layout::Bare => match me().await {
            Ok(me) => match open().await {
                Ok(account) => {
                    provide_context(account.clone());
                    match page().await {
                        Ok(Page { status, title, content }) if layout == Layout::Bare => {
                            Ok(Built { status, title, content, bare: true })
                        }
                        page => framed(me, Some(account), page),
                    }
                }
                Err(why) => framed(me, None, Err(why)),
            },
            Err(error) => alone(Err(error)),
        },
    }
}

async fn me() -> Result<Me, Instead> {
    Ok(ask!(people.me())?)
}

/// Opens the account of the address.
async fn open() -> Result<AccountContext, Instead> {
    let acting = acting()?;
    let view = ask!(accounts.open(acting))?;
    Ok(AccountContext { acting, view })
}

/// Where the address says one acts.
fn acting() -> Result<Acting, PortalError> {
    let account = path_id_if_any("account")?.ok_or(PortalError::NotFound)?;
    Ok(Acting { account, viewing: path_id_if_any("viewing")? })
}

/// The page, or the one that says why there is none, with its status.
fn settled(page: Result<Page, Instead>) -> Result<(u16, Page), Rendered> {
    match page {
        Ok(page) => Ok((page.status, page)),
        Err(Instead::File(file)) => Err(Rendered::File(file)),
        Err(Instead::Elsewhere(path)) => Err(Rendered::Elsewhere(path)),
        Err(Instead::Failed(error)) => match problem(error) {
            Problem::Page { status, page } => Ok((status, page)),
            Problem::Elsewhere(path) => Err(Rendered::Elsewhere(path)),
        },
    }
}

fn alone(page: Result<Page, Instead>) -> Result<Built, Rendered> {
    let (status, Page { title, content, .. }) = settled(page)?;
    Ok(Built { status, title, content: view! { <Alone>{content}</Alone> }.into_any(), bare: false })
}

fn framed(me: Me, account: Option<AccountContext>, page: Result<Page, Instead>) -> Result<Built, Rendered> {
    let (status, Page { title, content, .. }) = settled(page)?;
    let content = view! { <Frame me=me account=account>{content}</Frame> }.into_any();
    Ok(Built { status, title, content, bare: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::PageRequest;
    use std::sync::Arc;

    #[test]
    fn what_is_no_id_is_not_found() {
        let id = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
        let acting_at = |pairs: &[(&str, &str)]| {
            let places = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            Owner::new().with(|| {
                provide_context(PageRequest { places: Arc::new(places), ..PageRequest::default() });
                acting()
            })
        };
        assert!(acting_at(&[("account", id)]).is_ok_and(|acting| acting.viewing.is_none()));
        assert!(acting_at(&[("account", id), ("viewing", id)]).is_ok_and(|acting| acting.viewing.is_some()));
        assert_eq!(acting_at(&[("account", "me")]), Err(PortalError::NotFound));
        assert_eq!(acting_at(&[("account", id), ("viewing", "x")]), Err(PortalError::NotFound));
    }
}
