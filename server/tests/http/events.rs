//! The streams to open tabs: what they say, when they end, and how many there are (SECURITY T15).

use crate::fake::OWNER;
use crate::fake_live::{TOLD, about};
use crate::portal::{ACCOUNT, TestPortal, build};
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use domain::live::{ByTheClock, LiveMessage, Position, SessionStanding};
use domain::time::Timestamp;
use http_body_util::BodyExt as _;
use std::time::Duration;
use tokio::time::Instant;
use tower::ServiceExt as _;

const STREAM: &str = "/me/events";

fn asked(path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let cookie = format!("__Host-portico={OWNER}");
    let mut all = vec![("cookie", cookie.as_str()), ("accept", "text/event-stream"), ("accept-encoding", "br")];
    all.extend(headers);
    build(Method::GET, path, &all, "")
}

/// An open stream.
struct Stream {
    headers: HeaderMap,
    body: Body,
}

impl Stream {
    async fn open(portal: &TestPortal) -> Self {
        Self::answer(portal, asked(STREAM, &[])).await
    }

    async fn answer(portal: &TestPortal, request: Request<Body>) -> Self {
        let response = portal.router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        let (parts, body) = response.into_parts();
        Self { headers: parts.headers, body }
    }

    /// The next message; `None` at the end.
    async fn next(&mut self) -> Option<LiveMessage> {
        let frame = self.body.frame().await?.unwrap().into_data().unwrap();
        let text = String::from_utf8(frame.to_vec()).unwrap();
        let data = text.lines().find_map(|line| line.strip_prefix("data: ")).expect("a message has data");
        assert!(text.ends_with("\n\n"), "{text:?}");
        Some(serde_json::from_str(data).unwrap())
    }

    async fn ends(&mut self) -> bool {
        self.next().await.is_none()
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_listens_hears_at_once_and_a_beat_every_five_seconds() {
    let portal = TestPortal::new();
    let mut stream = Stream::open(&portal).await;
    assert_eq!(stream.next().await, Some(LiveMessage::Beat(TOLD)));
    let begun = Instant::now();
    portal.fake.live.tell(about(ACCOUNT, 41));
    assert_eq!(stream.next().await, Some(LiveMessage::News(about(ACCOUNT, 41))));
    assert_eq!(begun.elapsed(), Duration::ZERO);
    for beats in 1..4 {
        assert_eq!(stream.next().await, Some(LiveMessage::Beat(Position(41))));
        assert_eq!(begun.elapsed().as_secs(), 5 * beats);
    }
}

#[tokio::test]
async fn a_stream_is_not_stored_not_compressed_and_not_gathered_by_proxies() {
    let portal = TestPortal::new();
    let Stream { headers, .. } = Stream::open(&portal).await;
    assert_eq!(headers["content-type"], "text/event-stream");
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(headers["x-accel-buffering"], "no");
    assert!(!headers.contains_key("content-encoding"));
}

#[tokio::test(start_paused = true)]
async fn when_the_session_ends_that_is_the_last_thing_said() {
    let portal = TestPortal::new();
    let mut stream = Stream::open(&portal).await;
    stream.next().await;
    portal.fake.live.sessions_are(SessionStanding::Over);
    let begun = Instant::now();
    // What is told is not: only that it is over.
    portal.fake.live.tell(about(ACCOUNT, 41));
    assert_eq!(stream.next().await, Some(LiveMessage::Over));
    assert!(stream.ends().await);
    assert_eq!(begun.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_session_that_ends_unheard_of_ends_the_stream_with_the_next_beat() {
    let portal = TestPortal::new();
    for (standing, last) in
        [(SessionStanding::Over, LiveMessage::Over), (SessionStanding::Renewed, LiveMessage::Later { wait: 0 })]
    {
        portal.fake.live.sessions_are(SessionStanding::Live);
        let mut stream = Stream::open(&portal).await;
        stream.next().await;
        portal.fake.live.sessions_are(standing);
        let begun = Instant::now();
        assert_eq!(stream.next().await, Some(last));
        assert!(stream.ends().await);
        assert_eq!(begun.elapsed().as_secs(), 5);
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_clock_ends_is_told_when_it_ends() {
    let portal = TestPortal::new();
    let now = Timestamp(1_800_000_000_000);
    portal.fake.live.clock_does(ByTheClock { next: Some(now.plus_seconds(2)), ..ByTheClock::default() });
    let mut stream = Stream::open(&portal).await;
    stream.next().await;
    let begun = Instant::now();
    // The clock is asked again when the time has come, not with the next beat.
    let ended = about(ACCOUNT, TOLD.0);
    tokio::task::yield_now().await;
    portal.fake.live.clock_does(ByTheClock { accounts: ended.accounts.clone(), next: None });
    assert_eq!(stream.next().await, Some(LiveMessage::Beat(TOLD)));
    assert_eq!(stream.next().await, Some(LiveMessage::News(ended)));
    assert_eq!(begun.elapsed().as_secs(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_stream_ends_after_ten_minutes_and_is_begun_anew() {
    let portal = TestPortal::new();
    let mut stream = Stream::open(&portal).await;
    let begun = Instant::now();
    let mut last = None;
    while let Some(message) = stream.next().await {
        last = Some(message);
    }
    assert_eq!(last, Some(LiveMessage::Later { wait: 0 }));
    assert_eq!(begun.elapsed().as_secs(), 600);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_stops_says_when_to_come_again() {
    let portal = TestPortal::new();
    let mut stream = Stream::open(&portal).await;
    stream.next().await;
    portal.places.end();
    assert_eq!(stream.next().await, Some(LiveMessage::Later { wait: 3_000 }));
    assert!(stream.ends().await);
}

#[tokio::test(start_paused = true)]
async fn one_session_has_three_places_and_they_come_back() {
    let portal = TestPortal::new();
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(Stream::open(&portal).await);
    }
    let mut fourth = Stream::open(&portal).await;
    assert_eq!(fourth.next().await, Some(LiveMessage::Later { wait: 60_000 }));
    assert!(fourth.ends().await);
    assert_eq!(portal.places.taken(), 3);
    drop(held);
    let begun = Instant::now();
    while portal.places.taken() > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(begun.elapsed(), Duration::ZERO);
    assert_eq!(Stream::open(&portal).await.next().await, Some(LiveMessage::Beat(TOLD)));
}

#[tokio::test(start_paused = true)]
async fn nobody_listens_without_a_session() {
    let portal = TestPortal::new();
    for cookie in ["", "__Host-portico=0ver0ver"] {
        let mut stream = Stream::answer(&portal, build(Method::GET, STREAM, &[("cookie", cookie)], "")).await;
        assert_eq!(stream.next().await, Some(LiveMessage::Over), "{cookie}");
        assert!(stream.ends().await);
        let reply = portal.send(build(Method::GET, "/me/events/since?after=1", &[("cookie", cookie)], "")).await;
        assert_eq!((reply.status, reply.body.as_str()), (StatusCode::OK, r#""over""#), "{cookie}");
    }
    assert_eq!(portal.places.taken(), 0);
}

#[tokio::test]
async fn only_pages_of_our_own_listen() {
    let portal = TestPortal::new();
    for (site, status) in
        [("cross-site", StatusCode::FORBIDDEN), ("same-site", StatusCode::FORBIDDEN), ("same-origin", StatusCode::OK)]
    {
        for path in ["/me/events/since?after=1", STREAM] {
            let response = portal.router.clone().oneshot(asked(path, &[("sec-fetch-site", site)])).await.unwrap();
            assert_eq!(response.status(), status, "{site} {path}");
        }
    }
    let reply = portal.send(asked("/me/events?after=x", &[])).await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    let reply = portal.send(build(Method::POST, STREAM, &[("sec-fetch-site", "same-origin")], "")).await;
    assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn what_was_missed_is_told_first() {
    for (path, last, after) in [
        (STREAM, None, TOLD),
        ("/me/events?after=7", None, Position(7)),
        ("/me/events?after=7", Some("9"), Position(9)),
        ("/me/events?after=7", Some("nine"), Position(7)),
    ] {
        let portal = TestPortal::new();
        let last: Vec<_> = last.map(|last| ("last-event-id", last)).into_iter().collect();
        drop(Stream::answer(&portal, asked(path, &last)).await);
        assert_eq!(portal.fake.live.after(), Some(after), "{path} {last:?}");
    }
    let portal = TestPortal::new();
    let reply = portal.send(asked("/me/events/since?after=7", &[])).await;
    assert_eq!(reply.body, r#"{"news":{"position":40,"everything":true,"accounts":[]}}"#);
    assert_eq!(reply.header("cache-control"), "no-store");
}
