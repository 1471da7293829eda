//! The frame of a person's own pages: the chooser, security.

use super::frame::{Frame, FrameData, frame_data};
use super::{Alone, Failed, once};
use crate::live::{is_typing, use_live};
use crate::request::{FunctionError, page_resource};
use domain::error::PortalError;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Outlet;

/// The layout of pages without an account.
#[component]
pub fn PersonLayout() -> impl IntoView {
    let data = page_resource(|| (), |()| frame_data());
    let fresh = RwSignal::new(None::<FrameData>);
    let shown = StoredValue::new(None::<FrameData>);
    keep_up(fresh, shown);
    let page = move || {
        let fresh = fresh.get();
        Suspend::new(async move {
            let data = match fresh {
                Some(fresh) => Ok(fresh),
                None => data.await,
            };
            shown.set_value(data.as_ref().ok().cloned());
            match data {
                Ok(data) => Either::Left(view! { <Frame data=data account=None><Outlet /></Frame> }),
                Err(FunctionError(error)) => Either::Right(view! { <Alone><Failed error=error /></Alone> }),
            }
        })
    };
    view! { <Suspense>{once(page)}</Suspense> }
}

/// Asks again when something is heard that concerns the person. What somebody is typing here is left alone: nothing on
/// these pages is of an account.
fn keep_up(fresh: RwSignal<Option<FrameData>>, shown: StoredValue<Option<FrameData>>) {
    let live = use_live();
    Effect::new(move |_| {
        if !live.heard(None) {
            return;
        }
        spawn_local(async move {
            match frame_data().await {
                Ok(data) if !is_typing() && shown.with_value(|shown| shown.as_ref() != Some(&data)) => {
                    let _ = fresh.try_set(Some(data));
                }
                Err(FunctionError(PortalError::SignInRequired)) => live.end(),
                // The next request says so too.
                Ok(_) | Err(_) => {}
            }
        });
    });
}
