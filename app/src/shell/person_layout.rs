//! The frame of a person's own pages: the chooser, security.

use super::frame::{Frame, frame_data};
use super::{Alone, Failed, once};
use crate::request::{Failure, page_resource};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Outlet;

/// The layout of pages without an account.
#[component]
pub fn PersonLayout() -> impl IntoView {
    let data = page_resource(|| (), |()| frame_data());
    let page = move || {
        Suspend::new(async move {
            match data.await {
                Ok(data) => Either::Left(view! { <Frame data=data account=None><Outlet /></Frame> }),
                Err(Failure(error)) => Either::Right(view! { <Alone><Failed error=error /></Alone> }),
            }
        })
    };
    view! { <Suspense>{once(page)}</Suspense> }
}
