//! The accept loop: bounded connections, none of which can be held without doing something.
//!
//! `axum::serve` would wait for ever for a request that is never finished.

use crate::client::Peer;
use crate::connections::{Admission, Connections};
use crate::stalling::WriteTimeout;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt as _;

/// The largest head of a request.
const HEAD_BYTES: usize = 64 * 1024;

/// How much the system may hold of what a client did not take yet: far more than most pages, and far less than it would
/// for a picture that goes on.
const SEND_BYTES: u32 = 512 * 1024;
/// Connections that wait to be accepted.
const BACKLOG: u32 = 1_024;

/// How long things may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// A request's head to arrive, from the beginning of the connection or the end of the last answer.
    pub head: Duration,
    /// An answer to be taken, while hardly anything of it is.
    pub write: Duration,
    /// What is under way to end, once the server is told to stop.
    pub stop: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { head: Duration::from_secs(10), write: Duration::from_secs(20), stop: Duration::from_secs(10) }
    }
}

/// Serves until `stop` is ready, then lets what is under way end.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    connections: Arc<Connections>,
    patience: Patience,
    stop: impl Future<Output = ()>,
) {
    let ending = watch::Sender::new(false);
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                // Without a place it is closed at once: waiting would only keep others waiting.
                if let Some(admission) = connections.admit(peer.ip()) {
                    let connection = Connection { stream, peer, admission, patience, ending: ending.subscribe() };
                    tokio::spawn(connection.serve(router.clone()));
                }
            }
            Err(error) => {
                tracing::warn!(%error, "failed to accept a connection");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
    drop(listener);
    ending.send_replace(true);
    // Each connection has a receiver for as long as it serves.
    if tokio::time::timeout(patience.stop, ending.closed()).await.is_err() {
        tracing::warn!("connections dropped: they did not end in time");
    }
}

/// The place of a connection, for what outlasts its requests: a console. An extension of each request.
#[derive(Debug, Clone)]
pub struct Place {
    _admission: Arc<Admission>,
}

struct Connection {
    stream: TcpStream,
    peer: SocketAddr,
    admission: Admission,
    patience: Patience,
    ending: watch::Receiver<bool>,
}

impl Connection {
    async fn serve(self, router: Router) {
        let Self { stream, peer, admission, patience, mut ending } = self;
        // Small answers need not wait for each other; a socket that refuses is as good as closed.
        if stream.set_nodelay(true).is_err() {
            return;
        }
        // Given back with the connection, or with the last of what it became.
        let place = Place { _admission: Arc::new(admission) };
        let answer = service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(Peer(peer));
            request.extensions_mut().insert(place.clone());
            router.clone().oneshot(request)
        });
        let mut connection = pin!(
            http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(patience.head)
                .max_buf_size(HEAD_BYTES)
                .serve_connection(TokioIo::new(WriteTimeout::new(stream, patience.write)), answer)
                .with_upgrades()
        );
        // Told to end, it ends with the answer that is under way. What it became goes on by itself.
        let outcome = tokio::select! {
            outcome = connection.as_mut() => Some(outcome),
            _ = ending.wait_for(|ending| *ending) => None,
        };
        let outcome = match outcome {
            Some(outcome) => outcome,
            None => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = outcome {
            tracing::debug!(%error, "a connection ended");
        }
    }
}

/// Listens. What the system may hold for a client that is slow is bounded, on each connection.
///
/// # Errors
/// When the address can't be had.
pub fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // As the listeners of the library do: a server that is started again finds its address free.
    socket.set_reuseaddr(true)?;
    socket.set_send_buffer_size(SEND_BYTES)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Ready when the process is told to end.
///
/// # Errors
/// When signals can't be listened to.
pub fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
