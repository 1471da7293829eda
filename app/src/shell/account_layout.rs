//! The layout of an account's pages: opens the account of the address, and gives it to everything below.

use super::frame::{Frame, FrameData, frame_data};
use super::{AccountContext, Alone, Failed, once};
use crate::accounts::api as accounts;
use crate::request::{Failure, page_resource};
use crate::text::texts;
use crate::ui::SkeletonRows;
use domain::error::PortalError;
use domain::ports::{AccountView, Acting};
use leptos::context::Provider;
use leptos::prelude::*;
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

async fn open(acting: Option<Acting>) -> Result<(Acting, AccountView), Failure> {
    let acting = acting.ok_or(Failure(PortalError::NotFound))?;
    let view = accounts::open(acting).await?;
    Ok((acting, view))
}

/// The layout of `/a/:account` and `/a/:account/as/:viewing`.
#[component]
pub fn AccountLayout() -> impl IntoView {
    let params = use_params_map();
    let acting = Memo::new(move |_| params.with(acting_of));
    let data = page_resource(|| (), |()| frame_data());
    let opened = page_resource(move || acting.get(), open);
    let skeleton = || view! { <SkeletonRows rows=6 columns=3 label=texts().shell.loading /> };
    let page = move || Suspend::new(async move { page(data.await, opened.await) });
    view! { <Suspense fallback=skeleton>{once(page)}</Suspense> }
}

fn page(data: Result<FrameData, Failure>, opened: Result<(Acting, AccountView), Failure>) -> AnyView {
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
        (Ok(data), Err(Failure(error))) => {
            view! { <Frame data=data account=None><Failed error=error /></Frame> }.into_any()
        }
        (Err(Failure(error)), _) => view! { <Alone><Failed error=error /></Alone> }.into_any(),
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
