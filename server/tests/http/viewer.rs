//! A portal with a screen behind it, and whoever looks at that.

use crate::demo::{self, PASSWORD};
use crate::portal::{ACCOUNT, TestPortal, post_with};
use crate::screen::{Screen, begun};
use axum::http::{Request, StatusCode};
use domain::console::ConsoleEnd;
use domain::paths;
use futures_util::{SinkExt as _, StreamExt as _};
use server::connections::Connections;
use server::console::Pace;
use server::serve::{Patience, listen, serve};
use server::settings::ConnectionLimits;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::{self, Message};

/// Longer than any of these should take, even on a busy machine.
const SOON: Duration = Duration::from_secs(20);

const VERSION: &[u8] = b"RFB 003.008\n";

/// A portal that is served, with a screen for web-01.
pub struct Served {
    pub portal: TestPortal,
    pub screen: Screen,
    address: SocketAddr,
    pub service: String,
    pub stop: Option<oneshot::Sender<()>>,
    pub server: JoinHandle<()>,
}

impl Served {
    pub async fn new() -> Self {
        Self::with(Screen::quiet(), Pace::default(), Patience::default()).await
    }

    pub async fn with(screen: Screen, pace: Pace, patience: Patience) -> Self {
        let portal = TestPortal::with_screen(screen.address, pace).await;
        let service = id_of(&portal, "demo:web-01").await;
        let listener = listen(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let limits = ConnectionLimits { connections: 100, connections_per_address: 100 };
        let (router, consoles) = (portal.router.clone(), Arc::clone(&portal.site.consoles));
        let server = tokio::spawn(async move {
            let stop = async {
                let _ = stopped.await;
                consoles.end();
            };
            serve(listener, router, Connections::new(limits, Vec::new()), patience, stop).await;
        });
        Self { portal, screen, address, service, stop: Some(stop), server }
    }

    pub fn socket(&self, ticket: &str) -> String {
        let path = paths::console_socket(ACCOUNT.parse().unwrap(), self.service.parse().unwrap());
        format!("{path}?ticket={ticket}")
    }

    /// A ticket for web-01.
    pub async fn ticket(&self, session: &str) -> String {
        serde_json::from_str(&self.ask(session).await.1).unwrap()
    }

    pub async fn ask(&self, session: &str) -> (StatusCode, String) {
        let form =
            format!("return_to=/a/{ACCOUNT}/services/{0}/console&acting[account]={ACCOUNT}&service={0}", self.service);
        let cookie = format!("__Host-portico={session}");
        let headers = [("accept", "application/json"), ("cookie", cookie.as_str())];
        let reply = self.portal.send(post_with("/fn/console/issue", &headers, &form)).await;
        (reply.status, reply.body)
    }

    /// Connects as a browser does.
    pub async fn connect(&self, path: &str, headers: &[(&str, &str)]) -> Result<Viewer, tungstenite::Error> {
        let mut request = Request::builder()
            .uri(format!("ws://localhost:8080{path}"))
            .header("host", "localhost:8080")
            .header("connection", "Upgrade")
            .header("upgrade", "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", "AAAAAAAAAAAAAAAAAAAAAA==");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let socket = TcpSocket::new_v4().unwrap();
        // What the viewer's own system holds is not the server's.
        socket.set_recv_buffer_size(32 * 1024).unwrap();
        let stream = socket.connect(self.address).await.unwrap();
        let (viewer, _) = tokio_tungstenite::client_async(request.body(()).unwrap(), stream).await?;
        Ok(Viewer { socket: viewer, shown: Vec::new() })
    }

    pub async fn come(&self, session: &str, ticket: &str) -> Viewer {
        let cookie = format!("__Host-portico={session}");
        let headers = [("cookie", cookie.as_str()), ("origin", "http://localhost:8080")];
        self.connect(&self.socket(ticket), &headers).await.unwrap()
    }

    /// A console of web-01, begun.
    pub async fn open(&self, session: &str) -> Viewer {
        let mut viewer = self.come(session, &self.ticket(session).await).await;
        viewer.begin().await;
        viewer
    }

    pub async fn sign_in(&self, name: &str) -> String {
        let form = format!("return_to=/sign-in&change[email]={name}@demo.example&change[password]={PASSWORD}");
        let reply = self.portal.send(post_with("/fn/people/sign_in", &[("cookie", "")], &form)).await;
        demo::session(&reply).unwrap_or_else(|| panic!("{name} signs in: {reply:?}"))
    }

    /// What the log says of consoles, and why they were closed.
    pub async fn log(&self) -> Vec<String> {
        let statement = "SELECT kind || COALESCE(' ' || (details -> 'fact' ->> 'why'), '') FROM audit \
                         WHERE kind LIKE 'console_%' ORDER BY seq";
        sqlx::query_scalar(statement).fetch_all(&mut self.portal.database().await).await.unwrap()
    }
}

/// The id of a service or a contact of the demo.
pub async fn id_of(portal: &TestPortal, name: &'static str) -> String {
    sqlx::query_scalar(
        "SELECT id FROM services WHERE external_id = $1 UNION SELECT id FROM contacts WHERE external_id = $1",
    )
    .bind(name)
    .fetch_one(&mut portal.database().await)
    .await
    .unwrap()
}

/// Somebody at a console.
pub struct Viewer {
    socket: WebSocketStream<TcpStream>,
    /// What was shown and not looked at.
    shown: Vec<u8>,
}

impl Viewer {
    pub async fn send(&mut self, bytes: &[u8]) {
        self.socket.send(Message::Binary(bytes.to_vec().into())).await.unwrap();
    }

    /// The next so many bytes that are shown.
    pub async fn shown(&mut self, length: usize) -> Vec<u8> {
        while self.shown.len() < length {
            match timeout(SOON, self.socket.next()).await.expect("it is shown") {
                Some(Ok(Message::Binary(bytes))) => self.shown.extend_from_slice(&bytes),
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                other => panic!("it ended: {other:?}"),
            }
        }
        self.shown.drain(..length).collect()
    }

    /// The beginning of RFB, up to what the machine says of its screen.
    pub async fn begin(&mut self) {
        assert_eq!(self.shown(12).await, VERSION);
        self.send(VERSION).await;
        assert_eq!(self.shown(2).await, [1, 1], "one security type: none");
        self.send(&[1]).await;
        assert_eq!(self.shown(4).await, [0; 4]);
        // It asks for the screen for itself alone.
        self.send(&[0]).await;
        assert_eq!(self.shown(begun().len()).await, begun());
    }

    /// How it ends.
    pub async fn end(mut self) -> (u16, String) {
        loop {
            match timeout(SOON, self.socket.next()).await.expect("it ends") {
                Some(Ok(Message::Close(Some(frame)))) => return (frame.code.into(), frame.reason.to_string()),
                Some(Ok(Message::Binary(_) | Message::Ping(_) | Message::Pong(_))) => {}
                other => panic!("it ended without a reason: {other:?}"),
            }
        }
    }

    pub async fn ends_with(self, end: ConsoleEnd) {
        assert_eq!(self.end().await, (end.code(), end.key().to_owned()));
    }
}
