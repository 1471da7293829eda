//! A small HTTP client for drivers: one request, one connection, one limit of time, and no address but the one that the
//! settings name. It follows no redirects and keeps nothing between requests.
//!
//! INVARIANT: what is connected to is an address that was looked at ([`Networks`]); a name is not looked up a second time.

mod networks;
mod target;

pub use networks::Networks;
pub use target::{NotATarget, Target, part};

use http::header::{ACCEPT, CONTENT_ENCODING, CONTENT_TYPE, HOST, HeaderName, HeaderValue, USER_AGENT};
use http::{Method, Request, StatusCode};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_rustls::TlsConnector;
use url::Host;

/// The largest head of an answer, and the most headers in it.
const HEAD_BYTES: usize = 16 * 1024;
const HEADERS: usize = 64;
/// The most addresses of one name that are tried, and how long each is.
const ADDRESSES: usize = 4;
const CONNECT_TIME: Duration = Duration::from_secs(3);
/// Requests at a time: one side that hangs keeps the portal from nothing else.
const AT_ONCE: usize = 16;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Nothing was sent.
    #[error("{0}")]
    NotReached(String),
    /// What was sent may have arrived.
    #[error("{0}")]
    NoAnswer(String),
    /// It was answered with what can't be understood.
    #[error("{0}")]
    Nonsense(String),
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// `GET` or `POST` say.
    pub method: Method,
    /// Path and query, from [`Target::path`].
    pub target: String,
    /// Headers beside those that every request has.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// A JSON text, or nothing.
    pub body: Vec<u8>,
}

/// What was answered.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Whether it says that it is JSON.
    pub is_json: bool,
    /// Its body, whole.
    pub body: Bytes,
}

/// Asks one target.
pub struct Client {
    target: Target,
    tls: TlsConnector,
    answer_max: usize,
    free: Semaphore,
}

/// The extra certificate authorities can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("it holds no certificate in the format PEM")]
pub struct NotAuthorities;

impl Client {
    /// A client of one target, which takes answers of at most `answer_max` bytes. `authorities` is PEM: who may have
    /// signed the target's certificate, beside those that browsers trust.
    ///
    /// # Errors
    /// When there is no certificate in `authorities`.
    ///
    /// # Panics
    /// Never.
    pub fn new(target: Target, authorities: Option<&[u8]>, answer_max: usize) -> Result<Self, NotAuthorities> {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if let Some(pem) = authorities {
            let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
            let certificates = certificates.map_err(|_| NotAuthorities)?;
            if roots.add_parsable_certificates(certificates).0 == 0 {
                return Err(NotAuthorities);
            }
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            // INVARIANT: ring speaks both versions that are safe.
            .expect("the provider has the default versions")
            .with_root_certificates(roots)
            .with_no_client_auth();
        let tls = TlsConnector::from(Arc::new(tls));
        Ok(Self { target, tls, answer_max, free: Semaphore::new(AT_ONCE) })
    }

    /// Where it asks.
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// Asks once, until then at the latest.
    ///
    /// # Errors
    /// Whether it was surely not reached, perhaps reached, or answered senselessly.
    pub async fn ask(&self, asked: Asked, until: Instant) -> Result<Answer, Fault> {
        let late = |_| Fault::NotReached("no connection in time".to_owned());
        let _place = timeout_at(until, self.free.acquire()).await.map_err(late)?;
        let request = self.request(asked)?;
        let connect = async { self.connect(self.addresses().await?).await };
        let stream = timeout_at(until, connect).await.map_err(late)??;
        if !self.target.is_tls {
            return self.exchange(stream, request, until).await;
        }
        let name = self.server_name()?;
        let handshake = timeout_at(until, self.tls.connect(name, stream)).await.map_err(late)?;
        let stream = handshake.map_err(|error| Fault::NotReached(format!("no TLS: {error}")))?;
        self.exchange(stream, request, until).await
    }

    fn request(&self, asked: Asked) -> Result<Request<Full<Bytes>>, Fault> {
        let Asked { method, target, headers, body } = asked;
        let mut request = Request::builder()
            .method(method)
            .uri(target)
            .header(HOST, &self.target.authority)
            .header(USER_AGENT, concat!("portico/", env!("CARGO_PKG_VERSION")))
            .header(ACCEPT, "application/json");
        if !body.is_empty() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let malformed = |error| Fault::NotReached(format!("the request is malformed: {error}"));
        request.body(Full::new(Bytes::from(body))).map_err(malformed)
    }

    /// Connects to the first of these that may be connected to, and can.
    async fn connect(&self, addresses: Vec<SocketAddr>) -> Result<TcpStream, Fault> {
        let mut problem = "it leads to no address that may be connected to: see allow_private".to_owned();
        let may = |address: &SocketAddr| self.target.networks.allow(address.ip());
        for address in addresses.into_iter().filter(may).take(ADDRESSES) {
            match timeout(CONNECT_TIME, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => return Ok(stream),
                Ok(Err(error)) => problem = format!("{address}: {error}"),
                Err(_) => problem = format!("{address}: no connection in time"),
            }
        }
        Err(Fault::NotReached(problem))
    }

    async fn addresses(&self) -> Result<Vec<SocketAddr>, Fault> {
        match (&self.target.host, target::literal(&self.target.host)) {
            (Host::Domain(name), _) => match lookup_host((name.as_str(), self.target.port)).await {
                Ok(addresses) => Ok(addresses.collect()),
                Err(error) => Err(Fault::NotReached(format!("{name}: {error}"))),
            },
            (Host::Ipv4(_) | Host::Ipv6(_), address) => {
                Ok(address.into_iter().map(|address| SocketAddr::new(address, self.target.port)).collect())
            }
        }
    }

    fn server_name(&self) -> Result<ServerName<'static>, Fault> {
        match (&self.target.host, target::literal(&self.target.host)) {
            (_, Some(address)) => Ok(ServerName::from(address)),
            (host, None) => ServerName::try_from(host.to_string())
                .map_err(|_| Fault::NotReached("the name of the host is no name for TLS".to_owned())),
        }
    }

    async fn exchange(
        &self,
        stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
        request: Request<Full<Bytes>>,
        until: Instant,
    ) -> Result<Answer, Fault> {
        let (mut sender, connection) = http1::Builder::new()
            .max_buf_size(HEAD_BYTES)
            .max_headers(HEADERS)
            .handshake(TokioIo::new(stream))
            .await
            .map_err(|error| Fault::NotReached(error.to_string()))?;
        // It goes on for as long as the answer is waited for, and its end is not that of the answer.
        let going_on = async {
            let _ = connection.await;
            std::future::pending::<Infallible>().await
        };
        let answer = async {
            let response = sender.send_request(request).await.map_err(|error| broken(&error))?;
            let (parts, body) = response.into_parts();
            if parts.headers.get(CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity") {
                return Err(Fault::Nonsense("the answer is compressed".to_owned()));
            }
            let is_json = parts.headers.get(CONTENT_TYPE).is_some_and(says_json);
            let body = Limited::new(body, self.answer_max).collect().await.map_err(|error| {
                if error.is::<LengthLimitError>() {
                    Fault::Nonsense(format!("the answer has more than {} bytes", self.answer_max))
                } else {
                    Fault::NoAnswer(format!("the answer broke off: {error}"))
                }
            })?;
            Ok(Answer { status: parts.status, is_json, body: body.to_bytes() })
        };
        let both = async {
            tokio::select! {
                answer = answer => answer,
                never = going_on => match never {},
            }
        };
        timeout_at(until, both).await.unwrap_or_else(|_| Err(Fault::NoAnswer("no answer in time".to_owned())))
    }
}

/// Why a connection gave no answer.
fn broken(error: &hyper::Error) -> Fault {
    if error.is_parse() || error.is_parse_too_large() {
        Fault::Nonsense(format!("the answer is no HTTP: {error}"))
    } else {
        Fault::NoAnswer(format!("the connection broke off: {error}"))
    }
}

fn says_json(value: &HeaderValue) -> bool {
    let kind = value.to_str().ok().and_then(|value| value.split(';').next());
    kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client").field("target", &self.target).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpListener;

    fn client(allow_private: bool) -> Client {
        let target = Target::parse("https://automation.example", allow_private).expect("an address");
        Client::new(target, None, 1_024).expect("a client")
    }

    #[tokio::test]
    async fn a_name_that_leads_inside_is_not_connected_to_unless_the_settings_allow_it() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let inside = listener.local_addr().expect("an address");
        let refused = client(false).connect(vec![inside]).await;
        assert!(matches!(&refused, Err(Fault::NotReached(why)) if why.contains("allow_private")), "{refused:?}");
        assert!(client(true).connect(vec![inside]).await.is_ok());
    }

    #[tokio::test]
    async fn where_one_address_is_dead_the_next_is_tried() {
        let closed = TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("an address");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let open = listener.local_addr().expect("an address");
        assert!(client(true).connect(vec![closed, open]).await.is_ok());
        assert!(
            client(true).connect(vec![closed; 10]).await.is_err() && client(true).connect(Vec::new()).await.is_err()
        );
    }
}
