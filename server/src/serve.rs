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
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt as _;

/// The largest head of a request.
const HEAD_BYTES: usize = 64 * 1024;

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
    let ending = GracefulShutdown::new();
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
                    let connection = Connection { stream, peer, admission, patience, ending: ending.watcher() };
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
    if tokio::time::timeout(patience.stop, ending.shutdown()).await.is_err() {
        tracing::warn!("connections dropped: they did not end in time");
    }
}

struct Connection {
    stream: TcpStream,
    peer: SocketAddr,
    admission: Admission,
    patience: Patience,
    ending: Watcher,
}

impl Connection {
    async fn serve(self, router: Router) {
        let Self { stream, peer, admission, patience, ending } = self;
        // Small answers need not wait for each other; a socket that refuses is as good as closed.
        if stream.set_nodelay(true).is_err() {
            return;
        }
        let answer = service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(Peer(peer));
            router.clone().oneshot(request)
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(patience.head)
            .max_buf_size(HEAD_BYTES)
            .serve_connection(TokioIo::new(WriteTimeout::new(stream, patience.write)), answer);
        if let Err(error) = ending.watch(connection).await {
            tracing::debug!(%error, "a connection ended");
        }
        drop(admission);
    }
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
