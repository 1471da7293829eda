//! What a page shows depends on an answer of the server: the answer's view, a skeleton until it is there, or the page for
//! why there is none.

use super::{Failed, Forbidden, use_account};
use crate::request::{FunctionError, ON_SERVER};
use domain::access::Action;
use leptos::either::Either;
use leptos::prelude::*;

/// Shows `view` of what `resource` answers.
#[component]
pub fn Loaded<T, F, V>(
    /// The answer, from a blocking resource: the server waits for it, and its failure decides the status.
    resource: Resource<Result<T, FunctionError>>,
    /// What is shown while it loads, which only happens when moving about in the browser.
    #[prop(optional, into)]
    skeleton: ViewFnOnce,
    /// Makes the view.
    view: F,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    F: Fn(T) -> V + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let answered = move || {
        let view = view.clone();
        Suspend::new(async move {
            match resource.await {
                Ok(value) => Either::Left(view(value)),
                Err(FunctionError(error)) => Either::Right(view! { <Failed error=error /> }),
            }
        })
    };
    view! { <Suspense fallback=skeleton>{once(answered)}</Suspense> }
}

/// A view that waits, made anew in the browser when what it waits for changes. On the server that does not happen, and
/// a closure would be called several times for one page.
pub fn once<V: IntoView + 'static>(waits: impl Fn() -> Suspend<V> + Send + 'static) -> AnyView {
    if ON_SERVER { waits().into_any() } else { waits.into_any() }
}

/// Shows its children to those who may do `action` on the account of the page; others are told what is missing (PRODUCT D7).
#[component]
pub fn Gate(
    /// What one has to be allowed to do.
    #[prop(into)]
    action: Action<'static>,
    children: Children,
) -> impl IntoView {
    match use_account().view.actor.check(action) {
        Ok(()) => Either::Left(children()),
        Err(why) => Either::Right(view! { <Forbidden why=why /> }),
    }
}
