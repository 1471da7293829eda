//! What happens later: tasks, timers, what the browser calls back.

use crate::window;
use js_sys::{Function, Promise};
use std::pin::Pin;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

/// Runs something that waits.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    spawn_boxed(Box::pin(task));
}

// Once for all tasks: each would bring its own copy along.
fn spawn_boxed(task: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(task);
}

/// Has the browser not complain when something fails that nobody may wait for.
pub fn quiet(promise: &Promise) {
    thread_local! {
        static NOTHING: Closure<dyn FnMut(JsValue)> = Closure::wrap(Box::new(drop::<JsValue>));
    }
    NOTHING.with(|nothing| drop(promise.catch(nothing)));
}

/// Something that happens later. Dropping it does not end it; [`Timer::stop`] does.
#[derive(Debug, Clone, Copy)]
pub struct Timer(i32);

impl Timer {
    /// Does not happen any more, if it has not yet.
    pub fn stop(self) {
        window().clear_timeout_with_handle(self.0);
    }
}

/// Calls `then` after so many milliseconds.
pub fn later(milliseconds: i32, then: impl FnOnce() + 'static) -> Timer {
    let set = window().set_timeout_with_callback_and_timeout_and_arguments_0(&once(Box::new(then)), milliseconds);
    Timer(set.unwrap_or_default())
}

/// Calls `again` every so many milliseconds, for as long as the document is there.
pub fn every_so_often(milliseconds: i32, again: impl FnMut() + 'static) {
    let again = Closure::<dyn FnMut()>::new(again);
    let _ =
        window().set_interval_with_callback_and_timeout_and_arguments_0(again.as_ref().unchecked_ref(), milliseconds);
    again.forget();
}

/// A function of the browser's that calls `then`, once.
pub fn once(then: Box<dyn FnOnce()>) -> Function {
    Closure::once_into_js(then).unchecked_into()
}
