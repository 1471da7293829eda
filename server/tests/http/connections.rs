//! Real connections: none can be held without doing something, and there are only so many (SECURITY T71).

use crate::demo::OWNER;
use crate::portal::{ACCOUNT, TestPortal};
use server::connections::Connections;
use server::events::Pace;
use server::serve::{Patience, serve};
use server::settings::ConnectionLimits;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// Longer than any of these should take, even on a busy machine.
const SOON: Duration = Duration::from_secs(20);

const HEALTH: &[u8] = b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n";

struct Served {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    server: JoinHandle<()>,
    portal: TestPortal,
}

async fn served(connections: usize, patience: Patience) -> Served {
    let portal = TestPortal::with_live_feed(Pace::default()).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let limits = ConnectionLimits { connections, connections_per_address: connections };
    let (stop, stopped) = oneshot::channel();
    let router = portal.router.clone();
    let server = tokio::spawn(async move {
        let stop = async { stopped.await.unwrap_or_default() };
        serve(listener, router, Connections::new(limits, Vec::new()), patience, stop).await;
    });
    Served { address, stop, server, portal }
}

/// Little patience.
fn brief() -> Patience {
    Patience { head: Duration::from_millis(300), write: Duration::from_millis(300), stop: Duration::from_secs(5) }
}

async fn sent(address: SocketAddr, bytes: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    stream
}

/// Everything until the server closes; a reset counts as closed.
async fn until_closed(mut stream: TcpStream) -> String {
    let mut all = Vec::new();
    let _ = timeout(SOON, stream.read_to_end(&mut all)).await.expect("the server closes the connection");
    String::from_utf8_lossy(&all).into_owned()
}

async fn answers(stream: &mut TcpStream) -> bool {
    stream.write_all(HEALTH).await.is_ok() && {
        let mut answer = [0; 12];
        let read = timeout(SOON, stream.read_exact(&mut answer)).await;
        matches!(read, Ok(Ok(_))) && answer.starts_with(b"HTTP/1.1 200")
    }
}

#[tokio::test]
async fn half_a_request_is_not_waited_for() {
    let served = served(100, brief()).await;
    for half in [&b""[..], b"G", b"GET /healthz HTTP/1.1\r\nhost: x\r\n", b"GET /healthz HTTP/1.1\r\nx-long: "] {
        let text = until_closed(sent(served.address, half).await).await;
        assert!(!text.contains("200"), "{text}");
    }
}

#[tokio::test]
async fn a_connection_that_rests_is_closed_after_its_answer() {
    let served = served(100, brief()).await;
    let text = until_closed(sent(served.address, HEALTH).await).await;
    assert!(text.starts_with("HTTP/1.1 200") && text.ends_with("ok"), "{text}");
}

#[tokio::test]
async fn a_head_that_drips_is_not_waited_for() {
    let served = served(100, brief()).await;
    let mut stream = sent(served.address, b"GET / HTTP/1.1\r\n").await;
    let dripped = timeout(SOON, async {
        while stream.write_all(b"a: b\r\n").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    dripped.await.expect("the server closes the connection");
}

#[tokio::test]
async fn connections_beyond_the_limit_are_closed_and_places_come_back() {
    let patience = Patience { head: SOON, ..brief() };
    let served = served(3, patience).await;
    let mut held = Vec::new();
    for _ in 0..3 {
        let mut stream = TcpStream::connect(served.address).await.unwrap();
        assert!(answers(&mut stream).await);
        held.push(stream);
    }
    let mut fourth = TcpStream::connect(served.address).await.unwrap();
    assert!(!answers(&mut fourth).await);
    drop(held.pop());
    let again = timeout(SOON, async {
        loop {
            let mut stream = TcpStream::connect(served.address).await.unwrap();
            if answers(&mut stream).await {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    again.await.expect("the place comes back");
}

#[tokio::test]
async fn two_hundred_half_requests_leave_the_portal_usable() {
    let served = served(1000, brief()).await;
    let mut halves = Vec::new();
    for _ in 0..200 {
        halves.push(sent(served.address, b"POST /fn/people/sign_in HTTP/1.1\r\nhost: localhost").await);
    }
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    assert!(answers(&mut stream).await);
    for half in halves {
        until_closed(half).await;
    }
}

#[tokio::test]
async fn a_head_that_is_too_large_is_refused() {
    let served = served(10, Patience::default()).await;
    let mut request = b"GET / HTTP/1.1\r\nx: ".to_vec();
    request.resize(200 * 1024, b'a');
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    // The server may close before it took all of it.
    let _ = stream.write_all(&request).await;
    let mut answer = Vec::new();
    let _ = timeout(SOON, stream.read_to_end(&mut answer)).await.expect("the server closes the connection");
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431"), "{answer}");
}

/// What a browser asks for to listen.
fn listens() -> Vec<u8> {
    format!("GET /me/events HTTP/1.1\r\nhost: localhost:8080\r\ncookie: __Host-portico={OWNER}\r\n\r\n").into_bytes()
}

/// Reads until `text` came.
async fn hears(stream: &mut TcpStream, text: &str) {
    let mut heard = Vec::new();
    let hearing = timeout(SOON, async {
        while !String::from_utf8_lossy(&heard).contains(text) {
            assert!(stream.read_buf(&mut heard).await.unwrap() > 0, "it goes on");
        }
    });
    hearing.await.expect("it is heard");
}

#[tokio::test]
async fn a_stream_outlives_the_patience_for_heads_and_answers() {
    let served = served(100, brief()).await;
    let mut stream = sent(served.address, &listens()).await;
    hears(&mut stream, "beat").await;
    // A connection that does nothing is given up meanwhile, and one that rests after its answer.
    until_closed(sent(served.address, b"").await).await;
    until_closed(sent(served.address, HEALTH).await).await;
    served.portal.change_rules().await;
    hears(&mut stream, &ACCOUNT).await;
}

#[tokio::test]
async fn streams_do_not_keep_a_server_from_stopping() {
    let served = served(10, Patience { stop: SOON, ..Patience::default() }).await;
    let mut stream = sent(served.address, &listens()).await;
    hears(&mut stream, "beat").await;
    let slots = Arc::clone(&served.portal.site.slots);
    assert_eq!(slots.taken(), 1);
    slots.end();
    served.stop.send(()).unwrap();
    let rest = until_closed(stream).await;
    assert!(rest.contains(r#"{"later":{"wait":3000}}"#) && rest.ends_with("0\r\n\r\n"), "{rest}");
    timeout(SOON / 2, served.server).await.expect("it stops").unwrap();
}

#[tokio::test]
async fn whoever_goes_gives_the_place_back() {
    let served = served(10, Patience::default()).await;
    let mut stream = sent(served.address, &listens()).await;
    hears(&mut stream, "beat").await;
    drop(stream);
    let back = timeout(SOON, async {
        while served.portal.site.slots.taken() > 0 {
            tokio::task::yield_now().await;
        }
    });
    back.await.expect("the place comes back");
}

#[tokio::test]
async fn what_is_under_way_ends_when_the_server_stops() {
    let served = served(10, Patience::default()).await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    assert!(answers(&mut stream).await);
    served.stop.send(()).unwrap();
    timeout(SOON, served.server).await.expect("it stops").unwrap();
    assert!(TcpStream::connect(served.address).await.is_err());
}
