//! `/callbacks/drivers/{driver}`: what a driver's other side says of an order before it is asked.
//!
//! It knows no session and no cookie: a signature is all that counts. INVARIANT: nothing is read from or written to the
//! database for whoever did not sign, and whoever did not is told nothing, not even which drivers there are.

use crate::middleware::mark::RequestMark;
use crate::middleware::refusal;
use crate::settings::Driver;
use crate::site::Site;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::post;
use axum::{Extension, Router};
use domain::provisioning::callbacks::Heard;
use domain::time::Timestamp;
use drivers::signing::{KEY, NONCE, SIGNATURE, TIMESTAMP};
use drivers::webhook::{CallbackReader, CallbackRefused, Incoming};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// The largest body.
const BODY_BYTES: usize = 16 * 1024;
/// How long a body may take to arrive.
const ARRIVAL: Duration = Duration::from_secs(10);
/// How many are written down at a time.
const AT_ONCE: usize = 8;
/// How many of one driver are taken in a minute.
const EACH_MINUTE: u32 = 1_200;

const ROUTE: &str = "/callbacks/drivers/{driver}";

/// The path that callbacks of a driver come to.
pub fn path(driver: &str) -> String {
    ROUTE.replace("{driver}", driver)
}

/// What checks and bounds callbacks.
#[derive(Debug)]
pub struct Callbacks {
    readers: BTreeMap<String, CallbackReader>,
    free: Semaphore,
    /// The minute, and how many each driver had in it.
    taken: Mutex<(i64, BTreeMap<String, u32>)>,
}

impl Callbacks {
    /// Those of the drivers that have them.
    pub fn of(drivers: &[Driver]) -> Self {
        let reader = |driver: &Driver| Some((driver.name().to_owned(), driver.callbacks()?));
        Self {
            readers: drivers.iter().filter_map(reader).collect(),
            free: Semaphore::new(AT_ONCE),
            taken: Mutex::default(),
        }
    }

    /// Counts one that is signed; for how many seconds to wait where there were too many.
    fn count(&self, driver: &str, now: Timestamp) -> Result<(), i64> {
        let minute = now.0.div_euclid(60_000);
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.0 != minute {
            *taken = (minute, BTreeMap::new());
        }
        let count = taken.1.entry(driver.to_owned()).or_default();
        if *count >= EACH_MINUTE {
            return Err(60 - now.0.rem_euclid(60_000) / 1_000);
        }
        *count += 1;
        Ok(())
    }
}

/// The one route.
pub fn routes(site: &Arc<Site>) -> Router {
    Router::new().route(ROUTE, post(hear)).with_state(Arc::clone(site))
}

async fn hear(
    State(site): State<Arc<Site>>,
    Extension(mark): Extension<RequestMark>,
    Path(driver): Path<String>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let body = match timeout(ARRIVAL, Limited::new(body, BODY_BYTES).collect()).await {
        Ok(Ok(body)) => body.to_bytes(),
        Ok(Err(error)) if error.is::<LengthLimitError>() => {
            return refusal(StatusCode::PAYLOAD_TOO_LARGE, "A callback has at most 16 KiB.\n");
        }
        Ok(Err(_)) | Err(_) => return refusal(StatusCode::REQUEST_TIMEOUT, "The body did not arrive.\n"),
    };
    let incoming = Incoming {
        target: parts.uri.path_and_query().map_or("", PathAndQuery::as_str),
        timestamp: one(&parts.headers, TIMESTAMP),
        key: one(&parts.headers, KEY),
        nonce: one(&parts.headers, NONCE),
        signature: one(&parts.headers, SIGNATURE),
        body: &body,
    };
    let Some(reader) = site.callbacks.readers.get(&driver) else { return unsigned() };
    let report = match reader.read(&incoming, mark.now) {
        Ok(report) => report,
        Err(CallbackRefused::Unsigned(why)) => {
            tracing::warn!(request = %mark.request, driver, why, "callback refused");
            return unsigned();
        }
        Err(CallbackRefused::Senseless(why)) => {
            tracing::warn!(request = %mark.request, driver, why, "senseless callback");
            return plain(StatusCode::UNPROCESSABLE_ENTITY, format!("{why}\n"));
        }
    };
    if let Err(seconds) = site.callbacks.count(&driver, mark.now) {
        return later(StatusCode::TOO_MANY_REQUESTS, seconds);
    }
    let Ok(_place) = site.callbacks.free.try_acquire() else { return later(StatusCode::SERVICE_UNAVAILABLE, 1) };
    match site.portal.reports.heard(&driver, &report, mark.now).await {
        Ok(Heard::Taken) => plain(StatusCode::ACCEPTED, String::new()),
        Ok(Heard::Unexpected) => {
            tracing::info!(request = %mark.request, driver, order = %report.order, "callback of no order under way");
            plain(StatusCode::ACCEPTED, String::new())
        }
        Ok(Heard::Replayed) => {
            tracing::warn!(request = %mark.request, driver, why = "it came before", "callback refused");
            unsigned()
        }
        Err(_) => later(StatusCode::SERVICE_UNAVAILABLE, 5),
    }
}

/// A header that is there once; else nothing, which signs nothing.
fn one<'h>(headers: &'h HeaderMap, name: &str) -> &'h str {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().unwrap_or_default(),
        _ => "",
    }
}

fn unsigned() -> Response {
    refusal(StatusCode::UNAUTHORIZED, "This callback is not signed as it should be. Nothing was changed.\n")
}

fn later(status: StatusCode, seconds: i64) -> Response {
    let mut response = refusal(status, "Not now. Try again later, signed anew.\n");
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

fn plain(status: StatusCode, text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_each_driver_so_many_callbacks_are_taken_in_a_minute() {
        let (callbacks, now) = (Callbacks::of(&[]), Timestamp(1_767_225_615_000));
        for _ in 0..EACH_MINUTE {
            assert_eq!(callbacks.count("own", now), Ok(()));
        }
        assert_eq!(callbacks.count("own", now), Err(45));
        assert_eq!(callbacks.count("other", now), Ok(()));
        assert_eq!(callbacks.count("own", now.plus_seconds(45)), Ok(()));
    }

    #[test]
    fn the_path_is_that_of_the_route() {
        assert_eq!(path("own"), "/callbacks/drivers/own");
    }
}
