//! A panic ends one request, with a fixed text, and nothing else.

use super::refusal;
use axum::http::StatusCode;
use axum::response::Response;
use std::any::Any;
use std::panic::PanicHookInfo;

/// On a response: its handler panicked, and the outermost layer writes the text with the request's id.
#[derive(Debug, Clone, Copy)]
pub struct Panicked;

/// Answers for a handler that panicked. What it said may hold anything and goes nowhere.
pub fn answer(_: Box<dyn Any + Send + 'static>) -> Response {
    let mut response = refusal(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong here.\n");
    response.extensions_mut().insert(Panicked);
    response
}

/// Logs where a panic happened. Its message is logged only when it was written in the source: one that was put
/// together may hold what somebody typed.
pub fn log(info: &PanicHookInfo<'_>) {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let message = info.payload().downcast_ref::<&'static str>().copied().unwrap_or_default();
    tracing::error!(place, message, "panic");
}
