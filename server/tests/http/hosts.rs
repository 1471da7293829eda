//! Only requests for our own host are answered, and nothing in a request says what it is (SECURITY T25).

use crate::portal::TestPortal;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use server::settings::Arguments;

async fn status(portal: &TestPortal, address: &str, hosts: &[&str]) -> StatusCode {
    let mut request = Request::builder().uri(address);
    for host in hosts {
        request = request.header("host", *host);
    }
    portal.send(request.body(Body::empty()).unwrap()).await.status
}

#[tokio::test]
async fn the_default_address_has_three_names() {
    let portal = TestPortal::new().await;
    for host in ["localhost:8080", "LocalHost:8080", "127.0.0.1:8080", "[::1]:8080"] {
        assert_eq!(status(&portal, "/sign-in", &[host]).await, StatusCode::OK, "{host}");
    }
    for hosts in [
        &["evil.example"][..],
        &["evil.example:8080"],
        &["localhost"],
        &["localhost:8081"],
        &["localhost.:8080"],
        &["localhost:8080.evil.example"],
        &["user@localhost:8080"],
        &["localhost:8080", "evil.example"],
        &["localhost:8080", "localhost:8080"],
        &[""],
        &["127.0.0.1"],
        &[],
    ] {
        assert_eq!(status(&portal, "/sign-in", hosts).await, StatusCode::MISDIRECTED_REQUEST, "{hosts:?}");
    }
}

#[tokio::test]
async fn an_absolute_address_must_agree_with_the_host() {
    let portal = TestPortal::new().await;
    let at = |address: &'static str| (address, &["localhost:8080"][..]);
    for ((address, hosts), expected) in [
        (at("http://localhost:8080/sign-in"), StatusCode::OK),
        (at("http://evil.example/sign-in"), StatusCode::MISDIRECTED_REQUEST),
        (("http://localhost:8080/sign-in", &["evil.example"][..]), StatusCode::MISDIRECTED_REQUEST),
    ] {
        assert_eq!(status(&portal, address, hosts).await, expected, "{address} {hosts:?}");
    }
}

#[tokio::test]
async fn headers_of_proxies_do_not_name_the_host() {
    let portal = TestPortal::with("trusted_proxies = ['192.0.2.0/24']", Arguments::default()).await;
    for name in ["x-forwarded-host", "x-host", "x-forwarded-server", "x-original-host", "forwarded"] {
        let request = Request::builder().uri("/sign-in").header("host", "localhost:8080");
        let reply = portal.send(request.header(name, "host=evil.example").body(Body::empty()).unwrap()).await;
        assert_eq!(reply.status, StatusCode::OK);
        assert!(!reply.body.contains("evil.example"), "{name}");
    }
}

#[tokio::test]
async fn a_set_address_is_the_only_one() {
    let portal = TestPortal::with("public_url = 'https://portal.example'", Arguments::default()).await;
    assert_eq!(status(&portal, "/sign-in", &["portal.example"]).await, StatusCode::OK);
    assert_eq!(status(&portal, "/sign-in", &["localhost:8080"]).await, StatusCode::MISDIRECTED_REQUEST);
}

#[tokio::test]
async fn health_is_told_under_every_name() {
    let portal = TestPortal::new().await;
    let reply = portal.send(Request::builder().uri("/healthz").body(Body::empty()).unwrap()).await;
    assert_eq!((reply.status, reply.body.as_str()), (StatusCode::OK, "ok"));
    assert_eq!(status(&portal, "/healthz", &["10.0.0.7:8080"]).await, StatusCode::OK);
}
