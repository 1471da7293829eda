//! The answers that a page asks for while it is rendered on the server: each once.

use super::FunctionError;
use leptos::prelude::{ArcResource, Owner, Resource, provide_context, untrack, use_context};
use leptos::reactive::owner::WeakOwner;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::any::Any;
use std::collections::HashMap;
use std::panic::Location;
use std::sync::{Arc, Mutex, PoisonError};

/// The place in the code that asks, and for what.
type Question = (&'static Location<'static>, String);

/// The answers that a page has asked for, kept until it is rendered.
#[derive(Clone)]
struct Answers {
    // INVARIANT: weak. This stands in the owner's own context, and an owner that lived on would also be taken for the
    // parent of what the framework makes later on the same thread.
    owner: WeakOwner,
    asked: Arc<Mutex<HashMap<Question, Box<dyn Any + Send>>>>,
}

pub fn provide_answers() {
    if let Some(owner) = Owner::current() {
        provide_context(Answers { owner: owner.downgrade(), asked: Arc::default() });
    }
}

#[track_caller]
pub fn page_resource<S, T, Fut>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> Fut + Send + Sync + 'static,
) -> Resource<Result<T, FunctionError>>
where
    S: std::fmt::Debug + PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    Fut: Future<Output = Result<T, FunctionError>> + Send + 'static,
{
    let answers = use_context().and_then(|Answers { owner, asked }| Some((owner.upgrade()?, asked)));
    let Some((owner, asked)) = answers else { return Resource::new_blocking(source, fetch) };
    // A page is rendered once: whatever the source reads does not change meanwhile, but may be gone later.
    let value = untrack(source);
    let question = (Location::caller(), format!("{value:?}"));
    let mut asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
    let known = asked.get(&question).and_then(|answer| answer.downcast_ref::<ArcResource<Result<T, FunctionError>>>());
    let answer =
        known.cloned().unwrap_or_else(|| owner.with(|| ArcResource::new_blocking(move || value.clone(), fetch)));
    asked.entry(question).or_insert_with(|| Box::new(answer.clone()));
    answer.into()
}
