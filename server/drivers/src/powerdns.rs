//! PowerDNS, over its HTTP API. A change set is one request, which the server carries out in a transaction of its own.
//!
//! The API has no way to say what a change begins with, so a set is read right before it is replaced. Whoever writes to the
//! same set by another way in the milliseconds between is overwritten; the portal itself makes one change of a zone at a
//! time.

mod wire;

use crate::client::{Answer, Asked, Client, Fault, NotAuthorities, Target};
use async_trait::async_trait;
use domain::dns::{ChangeSet, DnsName, NameServer, NameServerError, Zone};
use domain::text::Secret;
use http::header::{HeaderName, HeaderValue};
use http::{Method, StatusCode};
use std::time::Duration;
use tokio::time::Instant;

/// The largest answer that is read: a zone of 100,000 records.
const ANSWER_MAX: usize = 16 * 1024 * 1024;
/// How long reading a zone may take.
const READ_TIME: Duration = Duration::from_secs(5);
/// How long a change may take, with what is read before it.
const APPLY_TIME: Duration = Duration::from_secs(10);
/// How much an operator is told of what a server said.
const SAID_MAX: usize = 300;

/// A PowerDNS server.
#[derive(Debug)]
pub struct PowerDns {
    client: Client,
    key: HeaderValue,
    server: String,
}

/// Why a server cannot be spoken to with these settings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAServer {
    /// The key has characters that no header has.
    #[error("the key is no text that a header may have")]
    Key,
    /// The name of the server has characters that are no part of a path.
    #[error("the server has no such name")]
    Server,
    /// The certificate authorities.
    #[error(transparent)]
    Authorities(#[from] NotAuthorities),
}

impl PowerDns {
    /// The server `server` (`localhost` in every PowerDNS of today) behind an API. `authorities` as [`Client::new`] takes
    /// them.
    ///
    /// # Errors
    /// What is wrong with the settings.
    pub fn new(target: Target, key: &Secret, server: &str, authorities: Option<&[u8]>) -> Result<Self, NotAServer> {
        let mut key = HeaderValue::from_str(key.expose()).map_err(|_| NotAServer::Key)?;
        key.set_sensitive(true);
        let server = crate::client::part(server).ok_or(NotAServer::Server)?;
        Ok(Self { client: Client::new(target, authorities, ANSWER_MAX)?, key, server })
    }

    async fn ask(
        &self,
        method: Method,
        zone: &DnsName,
        query: &str,
        body: Vec<u8>,
        until: Instant,
    ) -> Result<Answer, NameServerError> {
        let path = format!("/api/v1/servers/{}/zones/{}{query}", self.server, zone.with_dot());
        let headers = vec![(HeaderName::from_static("x-api-key"), self.key.clone())];
        let asked = Asked { method, target: self.client.target().path(&path), headers, body };
        self.client.ask(asked, until).await.map_err(|fault| match fault {
            Fault::NotReached(why) => NameServerError::NotReached(why),
            Fault::NoAnswer(why) => NameServerError::NoAnswer(why),
            Fault::Nonsense(why) => NameServerError::Nonsense(why),
        })
    }

    async fn read_until(&self, zone: &DnsName, query: &str, until: Instant) -> Result<Zone, NameServerError> {
        let answer = self.ask(Method::GET, zone, query, Vec::new(), until).await?;
        match answer.status {
            StatusCode::OK => wire::read(&answer.body, zone).map_err(NameServerError::Nonsense),
            _ => Err(refused(&answer, zone)),
        }
    }

    /// What the zone holds of what changes: only that, where little changes.
    async fn present(&self, zone: &DnsName, changes: &ChangeSet, until: Instant) -> Result<Zone, NameServerError> {
        match &changes.changes[..] {
            [change] => {
                let query = format!("?rrset_name={}&rrset_type={}", change.name.with_dot(), change.kind.key());
                self.read_until(zone, &query, until).await
            }
            _ => self.read_until(zone, "", until).await,
        }
    }
}

#[async_trait]
impl NameServer for PowerDns {
    async fn read(&self, zone: &str) -> Result<Zone, NameServerError> {
        self.read_until(&named(zone)?, "", Instant::now() + READ_TIME).await
    }

    async fn apply(&self, zone: &str, changes: &ChangeSet) -> Result<(), NameServerError> {
        let (zone, until) = (named(zone)?, Instant::now() + APPLY_TIME);
        // Nothing has begun yet, whatever becomes of this.
        let present = self.present(&zone, changes, until).await.map_err(|error| match error {
            NameServerError::NoAnswer(why) | NameServerError::Nonsense(why) => NameServerError::NotReached(why),
            NameServerError::NotReached(_)
            | NameServerError::NoSuchZone(_)
            | NameServerError::Refused(_)
            | NameServerError::Overtaken => error,
        })?;
        if !changes.fits(&present) {
            return Err(NameServerError::Overtaken);
        }
        let body = wire::write(changes).map_err(NameServerError::Refused)?;
        let answer = self.ask(Method::PATCH, &zone, "", body, until).await?;
        match answer.status {
            StatusCode::NO_CONTENT | StatusCode::OK => Ok(()),
            _ => Err(refused(&answer, &zone)),
        }
    }
}

fn named(zone: &str) -> Result<DnsName, NameServerError> {
    DnsName::whole(zone).map_err(|_| NameServerError::NoSuchZone(zone.to_owned()))
}

/// What an answer comes to that is no yes. Redirects are not followed; what a server fails at it may have begun.
fn refused(answer: &Answer, zone: &DnsName) -> NameServerError {
    let said: String = String::from_utf8_lossy(&answer.body).chars().take(SAID_MAX).collect();
    let why = format!("{} {said}", answer.status.as_u16());
    match answer.status {
        StatusCode::NOT_FOUND => NameServerError::NoSuchZone(zone.to_string()),
        status if status.is_client_error() => NameServerError::Refused(why),
        status if status.is_server_error() => NameServerError::NoAnswer(why),
        _ => NameServerError::Nonsense(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::body::Bytes;

    #[test]
    fn an_answer_says_whether_anything_may_have_begun() {
        let zone = DnsName::whole("example.com").expect("a name");
        let begun = |status: u16| {
            let status = StatusCode::from_u16(status).expect("a status");
            refused(&Answer { status, is_json: false, body: Bytes::new() }, &zone).may_have_begun()
        };
        for status in [400, 401, 404, 409, 422] {
            assert!(!begun(status), "{status}");
        }
        for status in [200, 301, 302, 500, 503] {
            assert!(begun(status), "{status}");
        }
    }
}
