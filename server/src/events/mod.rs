//! `/me/events`: tells the open tabs of a browser that something changed, as server-sent events; and `/me/events/since`,
//! which a tab asks now and then while that channel is cut.
//!
//! Neither decides anything, and neither counts as use of the session: a tab that only lies open keeps nobody signed in.

pub mod slots;
mod stream;

use crate::client::{self, Peer};
use crate::middleware::{refusal, session};
use crate::site::Site;
use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use axum::{Json, Router};
use domain::caller::SignedIn;
use domain::error::PortalError;
use domain::live::{LiveMessage, News, Position};
use domain::time::Timestamp;
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;
use stream::{Listener, Messages, line};
use tokio::sync::mpsc;

/// How long tabs wait before they come again: when the server stops, and when there is no slot for them.
const RESTART_MS: u32 = 3_000;
const FULL_MS: u32 = 60_000;
/// How far back the clock is looked at when somebody comes anew, in seconds.
const CLOCK_BACK: i64 = 60;
/// Messages on their way to a client that takes them slowly.
const BUFFER: usize = 4;

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Both routes. They look the session up themselves.
pub fn routes(site: &Arc<Site>) -> Router {
    Router::new()
        .route(domain::paths::EVENTS, get(stream))
        .route(domain::paths::EVENTS_SINCE, get(since))
        .with_state(Arc::clone(site))
}

/// The pace of streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How often something is said, whether or not there is anything to say.
    pub beat: Duration,
    /// After how long a stream ends, to be begun anew.
    pub life: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { beat: Duration::from_secs(5), life: Duration::from_mins(10) }
    }
}

/// After which change the client wants to hear.
#[derive(Debug, Deserialize)]
struct After {
    #[serde(default)]
    after: Option<i64>,
}

async fn stream(State(site): State<Arc<Site>>, Query(query): Query<After>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let headers = &parts.headers;
    let (token, signed_in) = match who(&site, headers).await {
        Ok(Some(who)) => who,
        Ok(None) => return only(&LiveMessage::Over),
        Err(refusal) => return refusal,
    };
    // A browser that comes again by itself says what it heard last.
    let last = headers.get(LAST_EVENT_ID).and_then(|id| id.to_str().ok()?.parse().ok());
    let after = match last.or(query.after) {
        Some(after) => Position(after),
        None => match site.portal.ports.live.position(signed_in.person).await {
            Ok(position) => position,
            Err(error) => return unavailable(&error),
        },
    };
    let peer = parts.extensions.get::<Peer>().copied();
    let address = client::address(peer, headers, &site.trusted_proxies);
    let Some(slot) = site.slots.take(signed_in, address) else {
        return only(&LiveMessage::Later { wait: FULL_MS });
    };
    let listening = match site.portal.ports.live.listen(signed_in, after).await {
        Ok(listening) => listening,
        Err(error) => return unavailable(&error),
    };
    let (sender, messages) = mpsc::channel(BUFFER);
    let since = (site.clock)().plus_seconds(-CLOCK_BACK);
    let listener = Listener { site, slot, token, signed_in, listening, sender, after, since };
    tokio::spawn(listener.run());
    event_stream(Body::new(Messages(messages)))
}

async fn since(State(site): State<Arc<Site>>, Query(query): Query<After>, headers: HeaderMap) -> Response {
    let signed_in = match who(&site, &headers).await {
        Ok(Some((_, signed_in))) => signed_in,
        Ok(None) => return json(LiveMessage::Over),
        Err(refusal) => return refusal,
    };
    let now = (site.clock)();
    match missed(&site, signed_in, Position(query.after.unwrap_or_default()), now).await {
        Ok(news) => json(LiveMessage::News(news)),
        Err(error) => unavailable(&error),
    }
}

async fn missed(site: &Site, signed_in: SignedIn, after: Position, now: Timestamp) -> Result<News, PortalError> {
    let live = &site.portal.ports.live;
    let mut news = live.since(signed_in.person, after).await?;
    let clock = live.by_the_clock(signed_in.person, now.plus_seconds(-CLOCK_BACK), now).await?;
    news.access |= !clock.accounts.is_empty();
    news.accounts.extend(clock.accounts);
    Ok(news)
}

/// Whose session it is, with its token. Only our own pages listen.
async fn who(site: &Site, headers: &HeaderMap) -> Result<Option<(String, SignedIn)>, Response> {
    if headers.get(FETCH_SITE).is_some_and(|from| from != "same-origin" && from != "none") {
        return Err(refusal(StatusCode::FORBIDDEN, "This is for the pages of this portal only.\n"));
    }
    let Some(token) = session::token(headers, &site.cookie.name) else { return Ok(None) };
    match site.portal.sessions.look(token, (site.clock)()).await {
        Ok(signed_in) => Ok(signed_in.map(|signed_in| (token.to_owned(), signed_in))),
        Err(error) => Err(unavailable(&error)),
    }
}

fn unavailable(error: &PortalError) -> Response {
    tracing::warn!(%error, "failed to read changes for an open tab");
    refusal(StatusCode::SERVICE_UNAVAILABLE, "The portal is busy. Try again in a moment.\n")
}

/// A stream of one message. Not an error: the browser would report it as one of the page's.
fn only(message: &LiveMessage) -> Response {
    event_stream(Body::from(line(message)))
}

fn event_stream(body: Body) -> Response {
    let mut response = Response::new(body);
    let headers: &mut HeaderMap = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Proxies that gather what they pass on are asked not to.
    headers.insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    response
}

fn json(message: LiveMessage) -> Response {
    axum::response::IntoResponse::into_response(Json(message))
}
