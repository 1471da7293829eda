//! The layout of an account's pages: opens the account of the address, and gives it to everything below.

use super::frame::{Frame, FrameData, frame_data};
use super::{AccountContext, Alone, Failed, once};
use crate::accounts::api as accounts;
use crate::forms::Echo;
use crate::live::{AccessGone, Changed, Live, use_live};
use crate::request::{FunctionError, page_resource};
use crate::text::texts;
use crate::ui::SkeletonRows;
use domain::account::AccountView;
use domain::acting::Acting;
use domain::error::PortalError;
use leptos::context::Provider;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_params_map;
use leptos_router::params::ParamsMap;

/// Where the address says one acts; `None` for what is no id, which is not found.
fn acting_of(params: &ParamsMap) -> Option<Acting> {
    let account = params.get("account")?.parse().ok()?;
    let viewing = match params.get("viewing") {
        None => None,
        Some(text) => Some(text.parse().ok()?),
    };
    Some(Acting { account, viewing })
}

async fn open(acting: Option<Acting>) -> Result<(Acting, AccountView), FunctionError> {
    let acting = acting.ok_or(FunctionError(PortalError::NotFound))?;
    let view = accounts::open(acting).await?;
    Ok((acting, view))
}

/// What was asked for anew since the page was loaded, because something was heard of.
#[derive(Clone)]
struct Fresh {
    acting: Acting,
    data: FrameData,
    opened: Result<AccountView, FunctionError>,
    /// The name of the account.
    name: String,
}

/// What the page shows.
#[derive(Clone)]
enum Shown {
    Loading,
    /// Why there is nothing to show.
    Failure,
    /// An account by its name, and what the person is there; nothing any more, where access has ended.
    Account(String, Option<Box<AccountView>>),
}

impl Shown {
    fn of(opened: Result<&AccountView, &FunctionError>) -> Self {
        opened.map_or(Self::Failure, |view| Self::Account(view.name.clone(), Some(Box::new(view.clone()))))
    }
}

/// The layout of `/a/:account` and `/a/:account/as/:viewing`.
#[component]
pub fn AccountLayout() -> impl IntoView {
    let params = use_params_map();
    let acting = Memo::new(move |_| params.with(acting_of));
    let data = page_resource(|| (), |()| frame_data());
    let opened = page_resource(move || acting.get(), open);
    let fresh = RwSignal::new(None::<Fresh>);
    let shown = StoredValue::new(Shown::Loading);
    keep_up(acting, fresh, shown);
    let skeleton = || view! { <SkeletonRows rows=6 columns=3 label=texts().shell.loading /> };
    let page = move || {
        let fresh = fresh.get().filter(|fresh| acting.get() == Some(fresh.acting));
        Suspend::new(async move {
            match fresh {
                Some(fresh) => renewed(fresh),
                None => {
                    let (data, opened) = (data.await, opened.await);
                    shown.set_value(Shown::of(opened.as_ref().map(|(_, view)| view)));
                    page(data, opened)
                }
            }
        })
    };
    view! { <Suspense fallback=skeleton>{once(page)}</Suspense> }
}

/// Asks again when something is heard of the account, and shows it when it is something else than before.
fn keep_up(acting: Memo<Option<Acting>>, fresh: RwSignal<Option<Fresh>>, shown: StoredValue<Shown>) {
    let (live, echo) = (use_live(), expect_context::<Echo>());
    Effect::new(move |before: Option<Option<Acting>>| {
        let now = acting.get();
        if before.is_some_and(|before| before != now) {
            *fresh.write_untracked() = None;
            shown.set_value(Shown::Loading);
        }
        now
    });
    Effect::new(move |_| {
        let Some(at) = acting.get_untracked() else { return };
        if live.heard(Some(at.account)) {
            spawn_local(async move {
                let opened = accounts::open(at).await;
                if acting.try_get_untracked().flatten() == Some(at) {
                    show(at, opened, (live, echo), (fresh, shown)).await;
                }
            });
        }
    });
}

/// Shows what an account is now to the person.
async fn show(
    acting: Acting,
    opened: Result<AccountView, FunctionError>,
    (live, echo): (Live, Echo),
    (fresh, shown): (RwSignal<Option<Fresh>>, StoredValue<Shown>),
) {
    let (name, why, view) = match (shown.get_value(), &opened) {
        (_, Err(FunctionError(PortalError::SignInRequired))) => return live.end(),
        // What is being loaded may be older than what was heard; and who does not answer is asked again.
        (Shown::Loading, _) | (_, Err(FunctionError(PortalError::Unavailable | PortalError::TooMany { .. }))) => {
            return live.refresh_soon(acting.account);
        }
        (Shown::Account(_, Some(before)), Ok(view)) if *before == *view => return,
        (Shown::Account(..) | Shown::Failure, Ok(view)) => {
            (view.name.clone(), Changed::Rights(view.name.clone()), Some(Box::new(view.clone())))
        }
        (Shown::Account(name, Some(_)), Err(FunctionError(PortalError::NotFound | PortalError::Denied { .. }))) => {
            (name, Changed::Gone, None)
        }
        // Nothing new, or nothing that the next request would not say too.
        (Shown::Account(..) | Shown::Failure, Err(_)) => return,
    };
    let Ok(data) = frame_data().await else { return };
    if fresh.is_disposed() {
        return;
    }
    live.change(why, echo);
    shown.set_value(Shown::Account(name.clone(), view));
    fresh.set(Some(Fresh { acting, data, opened, name }));
}

fn renewed(fresh: Fresh) -> AnyView {
    let Fresh { acting, data, opened, name } = fresh;
    match opened {
        Ok(view) => page(Ok(data), Ok((acting, view))),
        Err(_) => view! { <Frame data=data account=None><AccessGone account=name /></Frame> }.into_any(),
    }
}

fn page(data: Result<FrameData, FunctionError>, opened: Result<(Acting, AccountView), FunctionError>) -> AnyView {
    match (data, opened) {
        (Ok(data), Ok((acting, view))) => {
            let account = AccountContext { acting, view };
            view! {
                <Provider value=account.clone()>
                    <Frame data=data account=Some(account)>
                        <Outlet />
                    </Frame>
                </Provider>
            }
            .into_any()
        }
        (Ok(data), Err(FunctionError(error))) => {
            view! { <Frame data=data account=None><Failed error=error /></Frame> }.into_any()
        }
        (Err(FunctionError(error)), _) => view! { <Alone><Failed error=error /></Alone> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_id_is_not_found() {
        let id = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
        let params = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<ParamsMap>()
        };
        assert!(acting_of(&params(&[("account", id)])).is_some_and(|acting| acting.viewing.is_none()));
        assert!(acting_of(&params(&[("account", id), ("viewing", id)])).is_some_and(|acting| acting.viewing.is_some()));
        assert_eq!(acting_of(&params(&[("account", "me")])), None);
        assert_eq!(acting_of(&params(&[("account", id), ("viewing", "x")])), None);
    }
}
