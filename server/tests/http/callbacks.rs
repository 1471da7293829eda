//! Signed callbacks of drivers: taken once, from whoever signed, and nothing told to anybody else.

use crate::demo::{NOW, OWNER};
use crate::portal::{Reply, TestPortal, build};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use domain::text::Secret;
use domain::time::Timestamp;
use drivers::signing::{KEY, Key, Keys, Message, NONCE, SIGNATURE, TIMESTAMP, Way};
use server::settings::Arguments;
use std::sync::Arc;
use tokio::task::JoinSet;

const SETTINGS: &str = "[[driver]]
name = 'own'
kind = 'webhook'
url = 'https://automation.example'
keys = [{ id = 'new', secret = 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn' }, { id = 'old', secret = 'oooooooooooooooooooooooooooooooo' }]
[[driver]]
name = 'other'
kind = 'webhook'
url = 'https://other.example'
keys = [{ id = 'new', secret = 'tttttttttttttttttttttttttttttttt' }]
[[driver]]
name = 'made-up'
kind = 'demo'
";
const ORDER: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
const PATH: &str = "/callbacks/drivers/own";
const UNSIGNED: &str = "This callback is not signed as it should be. Nothing was changed.\n";

/// A callback that is right, to be made wrong.
#[derive(Clone)]
struct Callback {
    way: Way,
    path: String,
    signed_path: String,
    key: &'static str,
    secret: char,
    now: Timestamp,
    nonce: String,
    body: String,
    headers: Vec<(&'static str, String)>,
}

impl Callback {
    fn new(state: &str) -> Self {
        Self {
            way: Way::Callback,
            path: PATH.to_owned(),
            signed_path: PATH.to_owned(),
            key: "new",
            secret: 'n',
            now: NOW,
            nonce: "nonce-of-a-test-0".to_owned(),
            body: format!("{{\"order\": \"{ORDER}\", {state}}}"),
            headers: Vec::new(),
        }
    }

    fn nonce(mut self, nonce: &str) -> Self {
        nonce.clone_into(&mut self.nonce);
        self
    }

    fn request(&self) -> Request<Body> {
        let secret = Secret::new(self.secret.to_string().repeat(32));
        let keys = Keys::new(vec![Key::new(self.key.to_owned(), secret).unwrap()]).unwrap();
        let timestamp = self.now.0 / 1_000;
        let (way, nonce, target) = (self.way, self.nonce.as_str(), self.signed_path.as_str());
        let message = Message { way, timestamp, nonce, method: "POST", target, body: self.body.as_bytes() };
        let (timestamp, signature) = (timestamp.to_string(), message.sign(&keys));
        let mut headers =
            vec![(TIMESTAMP, timestamp.as_str()), (KEY, self.key), (NONCE, nonce), (SIGNATURE, &signature)];
        headers.extend(self.headers.iter().map(|(name, value)| (*name, value.as_str())));
        build(Method::POST, &self.path, &headers, &self.body)
    }
}

/// A portal with an order of the driver `own` under way, whose job is due in a minute.
async fn portal() -> TestPortal {
    let portal = TestPortal::with(SETTINGS, Arguments::default()).await;
    portal
        .execute(
            "INSERT INTO service_operations (account_id, id, service_id, task, person_id, session_id, contact_id, \
             asked_by_name, asked_by, status, driver, created_at, begun_at) SELECT s.account_id, \
             '0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f', s.id, '{\"power\": \"start\"}', 'p', 's', (SELECT MIN(c.id) FROM \
             contacts c WHERE c.account_id = s.account_id), 'Somebody', '{}', 'running', 'own', 0, 0 FROM services s \
             WHERE s.id = (SELECT MIN(id) FROM services)",
        )
        .await;
    portal
        .execute(
            "INSERT INTO jobs (id, name, key, payload, priority, due_at, created_at) VALUES ('j', \
             'operations.carry_out', '0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f', '{}', 100, 1800000060000, 0)",
        )
        .await;
    portal
}

async fn text(portal: &TestPortal, statement: &'static str) -> String {
    sqlx::query_scalar(statement).fetch_one(&mut portal.database().await).await.unwrap()
}

/// What was kept: nonces, ends, and when the job is due.
async fn kept(portal: &TestPortal) -> String {
    text(
        portal,
        "SELECT (SELECT COUNT(*) FROM driver_callbacks) || ' ' || COALESCE((SELECT GROUP_CONCAT(progress) FROM \
         driver_reports), '-') || ' ' || (SELECT due_at - 1800000000000 FROM jobs WHERE id = 'j')",
    )
    .await
}

async fn send(portal: &TestPortal, callback: &Callback) -> Reply {
    portal.send(callback.request()).await
}

#[tokio::test]
async fn an_end_that_is_called_back_is_kept_once_and_looked_at_at_once() {
    let portal = portal().await;
    let done = Callback::new("\"state\": \"done\"");
    let reply = send(&portal, &done).await;
    assert_eq!((reply.status, reply.body.as_str()), (StatusCode::ACCEPTED, ""));
    assert_eq!((reply.header("portico-page"), reply.header("set-cookie")), ("", ""));
    assert_eq!(kept(&portal).await, "1 \"done\" 0");
    // The very same again is refused; another end of the same order is taken, and the first one counts.
    let reply = send(&portal, &done).await;
    assert_eq!((reply.status, reply.body.as_str()), (StatusCode::UNAUTHORIZED, UNSIGNED));
    let failed = Callback::new("\"state\": \"failed\", \"reason\": \"other\"").nonce("nonce-of-a-test-1");
    assert_eq!(send(&portal, &failed).await.status, StatusCode::ACCEPTED);
    assert_eq!(kept(&portal).await, "2 \"done\" 0");
    let order = ORDER.parse().unwrap();
    let reported = portal.site.portal.reports.reported("own", order).await;
    assert_eq!(reported, Ok(Some(domain::provisioning::Progress::Done)));
    assert_eq!(portal.site.portal.reports.reported("other", order).await, Ok(None));
    assert_eq!(portal.changes().await, 0);
}

#[tokio::test]
async fn of_many_that_bring_one_nonce_at_once_one_is_taken() {
    let portal = Arc::new(portal().await);
    let mut asking = JoinSet::new();
    for _ in 0..6 {
        let portal = Arc::clone(&portal);
        asking.spawn(async move { send(&portal, &Callback::new("\"state\": \"done\"")).await.status });
    }
    let statuses = asking.join_all().await;
    assert_eq!(statuses.iter().filter(|status| **status == StatusCode::ACCEPTED).count(), 1, "{statuses:?}");
    assert_eq!(kept(&portal).await, "1 \"done\" 0");
}

#[tokio::test]
async fn how_far_an_order_is_wakes_whoever_asks_and_is_not_kept() {
    let portal = portal().await;
    let old = Callback { key: "old", secret: 'o', ..Callback::new("\"state\": \"running\", \"percent\": 40") };
    assert_eq!(send(&portal, &old).await.status, StatusCode::ACCEPTED);
    assert_eq!(kept(&portal).await, "1 - 0");
}

#[tokio::test]
async fn whoever_did_not_sign_is_told_the_same_whatever_is_wrong() {
    let portal = portal().await;
    let good = Callback::new("\"state\": \"done\"");
    let with = |name, value: &str| Callback { headers: vec![(name, value.to_owned())], ..good.clone() };
    let elsewhere = |path: &str| Callback { path: path.to_owned(), signed_path: path.to_owned(), ..good.clone() };
    let mut wrong = vec![
        ("another secret", Callback { secret: 'x', ..good.clone() }),
        ("the secret of another key", Callback { key: "old", ..good.clone() }),
        ("an unknown key", Callback { key: "none", ..good.clone() }),
        ("a request that came back", Callback { way: Way::Request, ..good.clone() }),
        ("too old", Callback { now: NOW.plus_seconds(-301), ..good.clone() }),
        ("of the future", Callback { now: NOW.plus_seconds(301), ..good.clone() }),
        ("signed for another driver", Callback { signed_path: "/callbacks/drivers/other".to_owned(), ..good.clone() }),
        ("another driver with its keys", elsewhere("/callbacks/drivers/other")),
        ("a driver without callbacks", elsewhere("/callbacks/drivers/made-up")),
        ("an unknown driver", elsewhere("/callbacks/drivers/none")),
        ("a driver that is no name", elsewhere("/callbacks/drivers/%00%2e%2e")),
        ("a query", Callback { path: format!("{PATH}?a"), ..good.clone() }),
        ("a short nonce", good.clone().nonce("short")),
        ("two nonces", with(NONCE, "nonce-of-a-test-1")),
        ("two signatures", with(SIGNATURE, &"0".repeat(64))),
        ("two keys", with(KEY, "old")),
    ];
    // A session is nothing here.
    let cookie = format!("__Host-portico={OWNER}");
    wrong.push(("the owner", Callback { secret: 'x', ..with("cookie", &cookie) }));
    for (case, callback) in wrong {
        let reply = send(&portal, &callback).await;
        assert_eq!((reply.status, reply.body.as_str()), (StatusCode::UNAUTHORIZED, UNSIGNED), "{case}");
    }
    let mut other_body = good.request();
    *other_body.body_mut() = Body::from(good.body.replace("done", "unknown"));
    assert_eq!(portal.send(other_body).await.status, StatusCode::UNAUTHORIZED);
    let unsigned = portal.send(build(Method::POST, PATH, &[], &good.body)).await;
    assert_eq!((unsigned.status, unsigned.body.as_str()), (StatusCode::UNAUTHORIZED, UNSIGNED));
    assert_eq!(kept(&portal).await, "0 - 60000");
    // It was right all along.
    assert_eq!(send(&portal, &good).await.status, StatusCode::ACCEPTED);
}

#[tokio::test]
async fn a_callback_comes_from_no_browser_and_is_none_of_the_pages() {
    let portal = portal().await;
    for method in [Method::GET, Method::PUT, Method::DELETE] {
        let reply = portal.send(build(method, PATH, &[("sec-fetch-site", "same-origin")], "")).await;
        assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED);
    }
    let mut elsewhere = Callback::new("\"state\": \"done\"").request();
    elsewhere.headers_mut().insert("host", "evil.example".parse().unwrap());
    assert_eq!(portal.send(elsewhere).await.status, StatusCode::MISDIRECTED_REQUEST);
    let mut large = Callback::new("\"state\": \"done\"");
    large.body.push_str(&" ".repeat(16 * 1024));
    assert_eq!(send(&portal, &large).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(kept(&portal).await, "0 - 60000");
}

#[tokio::test]
async fn what_is_signed_and_senseless_is_told_why() {
    let portal = portal().await;
    for (state, why) in [
        ("\"state\": \"won\"", "won"),
        ("\"state\": \"never_begun\"", "never began"),
        ("\"state\": \"failed\"", "reason is missing"),
        ("\"state\": \"done\", \"precent\": 1", "precent"),
    ] {
        let reply = send(&portal, &Callback::new(state)).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{state}");
        assert!(reply.body.contains(why) && reply.header("content-type").starts_with("text/plain"), "{reply:?}");
    }
    assert_eq!(kept(&portal).await, "0 - 60000");
}

#[tokio::test]
async fn an_order_that_is_not_under_way_with_the_driver_changes_nothing() {
    let portal = portal().await;
    // Of this driver, by the other one, signed as it should be.
    let other = "/callbacks/drivers/other".to_owned();
    let others =
        Callback { path: other.clone(), signed_path: other, secret: 't', ..Callback::new("\"state\": \"done\"") };
    let mut unknown = Callback::new("\"state\": \"done\"");
    unknown.body = unknown.body.replace(ORDER, "0192d3f0-7a5c-7cc0-8a61-000000000000");
    for callback in [&others, &unknown] {
        let reply = send(&portal, callback).await;
        assert_eq!((reply.status, reply.body.as_str()), (StatusCode::ACCEPTED, ""));
    }
    assert_eq!(kept(&portal).await, "2 - 60000");
    portal.execute("UPDATE service_operations SET status = 'done', ended_at = 1").await;
    let late = Callback::new("\"state\": \"failed\", \"reason\": \"other\"").nonce("nonce-of-a-test-late");
    assert_eq!(send(&portal, &late).await.status, StatusCode::ACCEPTED);
    assert_eq!(kept(&portal).await, "3 - 60000");
}
