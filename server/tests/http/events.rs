//! The streams to open tabs: what they say, when they end, and how many there are (SECURITY T15).

use crate::demo::{OVER, OWNER, PASSWORD};
use crate::portal::{ACCOUNT, TestPortal, build, post};
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use domain::live::{LiveMessage, News, Position};
use http_body_util::BodyExt as _;
use server::events::Pace;
use std::time::{Duration, Instant};
use tower::ServiceExt as _;

const STREAM: &str = "/me/events";

/// Streams that speak often.
const QUICK: Pace = Pace { beat: Duration::from_millis(100), life: Duration::from_millis(700) };

/// Has the owner view somebody until then.
async fn view_until(portal: &TestPortal, end: i64) {
    sqlx::query(
        "INSERT INTO viewings (id, session_id, account_id, contact_id, started_at, expires_at) \
         SELECT s.id, s.id, c.account_id, c.id, 0, $1 FROM sessions s JOIN persons p ON p.id = s.person_id \
         JOIN contacts c ON c.external_id = 'http:newcomer' WHERE p.email = 'owner@demo.example'",
    )
    .bind(end)
    .execute(&mut portal.database().await)
    .await
    .unwrap();
}

/// A portal whose streams have the pace of any other: what comes at once comes long before the next beat.
async fn portal() -> TestPortal {
    TestPortal::with_live_feed(Pace::default()).await
}

/// At once, and not with the next beat.
fn at_once(begun: Instant) -> bool {
    begun.elapsed() < Pace::default().beat
}

/// Something about the account.
fn about(position: Position) -> News {
    News { position, everything: false, accounts: [ACCOUNT.parse().unwrap()].into(), access: true }
}

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

#[tokio::test]
async fn whoever_listens_hears_at_once_and_a_beat_every_five_seconds() {
    assert_eq!(Pace::default().beat, Duration::from_secs(5));
    let portal = portal().await;
    let told = portal.told().await;
    let mut stream = Stream::open(&portal).await;
    assert_eq!(stream.next().await, Some(LiveMessage::Beat(told)));
    let begun = Instant::now();
    portal.change_rules().await;
    let news = portal.told().await;
    assert!(news > told);
    assert_eq!(stream.next().await, Some(LiveMessage::News(about(news))));
    assert!(at_once(begun));

    let portal = TestPortal::with_live_feed(QUICK).await;
    let begun = Instant::now();
    let mut stream = Stream::open(&portal).await;
    stream.next().await;
    for beats in 1..4 {
        assert_eq!(stream.next().await, Some(LiveMessage::Beat(told)));
        assert!(begun.elapsed() >= QUICK.beat * beats);
    }
}

#[tokio::test]
async fn a_stream_is_not_stored_not_compressed_and_not_gathered_by_proxies() {
    let portal = portal().await;
    let Stream { headers, .. } = Stream::open(&portal).await;
    assert_eq!(headers["content-type"], "text/event-stream");
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(headers["x-accel-buffering"], "no");
    assert!(!headers.contains_key("content-encoding"));
}

#[tokio::test]
async fn when_the_session_ends_that_is_the_last_thing_said() {
    let portal = portal().await;
    let mut stream = Stream::open(&portal).await;
    stream.next().await;
    let begun = Instant::now();
    // What is told is not: only that it is over.
    assert_eq!(portal.send(post("/fn/people/sign_out", "return_to=/")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(stream.next().await, Some(LiveMessage::Over));
    assert!(stream.ends().await);
    assert!(at_once(begun));
}

#[tokio::test]
async fn signing_in_over_a_session_ends_its_stream_at_once_whoever_signs_in() {
    for name in ["owner", "outsider"] {
        // Long enough for two sign-ins on a busy machine.
        let pace = Pace { beat: Duration::from_mins(1), ..Pace::default() };
        let portal = TestPortal::with_live_feed(pace).await;
        let mut stream = Stream::open(&portal).await;
        stream.next().await;
        let begun = Instant::now();
        let form = format!("return_to=/sign-in&change[email]={name}@demo.example&change[password]={PASSWORD}");
        assert_eq!(portal.send(post("/fn/people/sign_in", &form)).await.status, StatusCode::SEE_OTHER);
        assert_eq!(stream.next().await, Some(LiveMessage::Over), "{name}");
        assert!(stream.ends().await);
        assert!(begun.elapsed() < pace.beat, "{name}");
    }
}

#[tokio::test]
async fn what_is_missed_since_no_change_at_all_is_everything() {
    let portal = portal().await;
    let told = portal.told().await;
    // What a tab asks that does not know whose session it is.
    let reply = portal.send(asked("/me/events/since?after=-1", &[])).await;
    let news = News { position: told, everything: true, access: true, ..News::default() };
    assert_eq!(serde_json::from_str::<LiveMessage>(&reply.body).unwrap(), LiveMessage::News(news));
}

#[tokio::test]
async fn a_session_that_ends_unheard_of_ends_the_stream_with_the_next_beat() {
    for (end, last) in [
        ("UPDATE sessions SET idle_until = 0", LiveMessage::Over),
        ("UPDATE sessions SET token_hash = id", LiveMessage::Later { wait: 0 }),
    ] {
        let pace = Pace { beat: Duration::from_secs(1), ..Pace::default() };
        let portal = TestPortal::with_live_feed(pace).await;
        let begun = Instant::now();
        let mut stream = Stream::open(&portal).await;
        stream.next().await;
        portal.execute(end).await;
        assert_eq!(stream.next().await, Some(last));
        assert!(stream.ends().await);
        assert!(begun.elapsed() >= pace.beat);
    }
}

#[tokio::test]
async fn what_the_clock_ends_is_told_when_it_ends() {
    let portal = portal().await;
    let told = portal.told().await;
    view_until(&portal, (portal.site.clock)().0 + 1_500).await;
    let mut stream = Stream::open(&portal).await;
    stream.next().await;
    let begun = Instant::now();
    // The clock is asked again when the time has come, not with the next beat.
    assert_eq!(stream.next().await, Some(LiveMessage::Beat(told)));
    assert_eq!(stream.next().await, Some(LiveMessage::News(about(told))));
    assert!(at_once(begun));
}

#[tokio::test]
async fn a_stream_ends_after_ten_minutes_and_is_begun_anew() {
    assert_eq!(Pace::default().life, Duration::from_mins(10));
    let portal = TestPortal::with_live_feed(QUICK).await;
    let begun = Instant::now();
    let mut stream = Stream::open(&portal).await;
    let mut last = None;
    while let Some(message) = stream.next().await {
        last = Some(message);
    }
    assert_eq!(last, Some(LiveMessage::Later { wait: 0 }));
    assert!(begun.elapsed() >= QUICK.life);
}

#[tokio::test]
async fn a_server_that_stops_says_when_to_come_again() {
    let portal = portal().await;
    let mut stream = Stream::open(&portal).await;
    stream.next().await;
    portal.site.slots.end();
    assert_eq!(stream.next().await, Some(LiveMessage::Later { wait: 3_000 }));
    assert!(stream.ends().await);
}

#[tokio::test]
async fn one_session_has_three_places_and_they_come_back() {
    let portal = portal().await;
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(Stream::open(&portal).await);
    }
    let mut fourth = Stream::open(&portal).await;
    assert_eq!(fourth.next().await, Some(LiveMessage::Later { wait: 60_000 }));
    assert!(fourth.ends().await);
    assert_eq!(portal.site.slots.taken(), 3);
    drop(held);
    let begun = Instant::now();
    while portal.site.slots.taken() > 0 {
        tokio::task::yield_now().await;
    }
    assert!(at_once(begun));
    let told = portal.told().await;
    assert_eq!(Stream::open(&portal).await.next().await, Some(LiveMessage::Beat(told)));
}

#[tokio::test]
async fn nobody_listens_without_a_session() {
    let portal = portal().await;
    let over = format!("__Host-portico={OVER}");
    for cookie in ["", &over] {
        let mut stream = Stream::answer(&portal, build(Method::GET, STREAM, &[("cookie", cookie)], "")).await;
        assert_eq!(stream.next().await, Some(LiveMessage::Over), "{cookie}");
        assert!(stream.ends().await);
        let reply = portal.send(build(Method::GET, "/me/events/since?after=1", &[("cookie", cookie)], "")).await;
        assert_eq!((reply.status, reply.body.as_str()), (StatusCode::OK, r#""over""#), "{cookie}");
    }
    assert_eq!(portal.site.slots.taken(), 0);
}

#[tokio::test]
async fn only_pages_of_our_own_listen() {
    let portal = portal().await;
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
    let portal = portal().await;
    let told = portal.told().await;
    for (path, last, after) in [
        (STREAM, None, told),
        ("/me/events?after=7", None, Position(7)),
        ("/me/events?after=7", Some("9"), Position(9)),
        ("/me/events?after=7", Some("nine"), Position(7)),
    ] {
        let last: Vec<_> = last.map(|last| ("last-event-id", last)).into_iter().collect();
        let mut stream = Stream::answer(&portal, asked(path, &last)).await;
        assert_eq!(stream.next().await, Some(LiveMessage::Beat(after)), "{path} {last:?}");
        // What is missed since an unknown change may be anything.
        if after != told {
            let news = News { position: told, everything: true, access: true, ..News::default() };
            assert_eq!(stream.next().await, Some(LiveMessage::News(news)), "{path} {last:?}");
        }
        drop(stream);
        while portal.site.slots.taken() > 0 {
            tokio::task::yield_now().await;
        }
    }
    let reply = portal.send(asked("/me/events/since?after=7", &[])).await;
    assert_eq!(
        reply.body,
        format!(r#"{{"news":{{"position":{},"everything":true,"accounts":[],"access":true}}}}"#, told.0)
    );
    assert_eq!(reply.header("cache-control"), "no-store");
}
