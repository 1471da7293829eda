//! Links to a panel, signed: the provider's panel lets in whoever brings one, and need not know the portal's sessions.
//!
//! A link carries a JSON Web Token (RFC 7519, HS256), which nearly every language has a library for. docs/panel-links.md
//! says how a panel checks it.

use crate::signing::{Key, nonce};
use async_trait::async_trait;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::id::{PersonId, ServiceId};
use domain::provisioning::{
    Abilities, Backup, ConsoleAddress, DriverError, Image, Machine, MachineCredentials, Observed, Order, PanelVisit,
    Progress, Provisioner, Sample,
};
use domain::text::Secret;
use domain::time::Timestamp;
use serde::Serialize;
use std::sync::Arc;
use url::{Host, Position, Url};

/// For how many seconds a link works.
pub const LASTS: i64 = 30;

/// Where a panel is, and what its links are signed with.
#[derive(Debug, Clone)]
pub struct PanelLinks {
    url: Url,
    key: Key,
    issuer: String,
}

/// The address of a panel can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it must be https:// (or http:// with a loopback host), a host, and no user, password or fragment")]
pub struct NotAPanel;

/// Who a token lets in, to what, and for how long.
#[derive(Serialize)]
struct Claims<'a> {
    iss: &'a str,
    aud: &'a str,
    sub: PersonId,
    service: ServiceId,
    handle: &'a str,
    iat: i64,
    exp: i64,
    jti: String,
}

#[derive(Serialize)]
struct Header<'a> {
    alg: &'static str,
    kid: &'a str,
    typ: &'static str,
}

impl PanelLinks {
    /// Links to a panel at this address, from the portal at `issuer`.
    ///
    /// # Errors
    /// When no browser should be sent to such an address.
    pub fn new(url: &str, key: Key, issuer: String) -> Result<Self, NotAPanel> {
        let url = Url::parse(url.trim()).map_err(|_| NotAPanel)?;
        let is_loopback = match url.host().ok_or(NotAPanel)? {
            Host::Domain(name) => name == "localhost",
            Host::Ipv4(address) => address.is_loopback(),
            Host::Ipv6(address) => address.is_loopback(),
        };
        let is_private = url.scheme() == "https" || (url.scheme() == "http" && is_loopback);
        let has_more = !url.username().is_empty() || url.password().is_some() || url.fragment().is_some();
        let has_token = url.query_pairs().any(|(name, _)| name == "token");
        if is_private && !has_more && !has_token { Ok(Self { url, key, issuer }) } else { Err(NotAPanel) }
    }

    /// The address that lets one person into the panel of one machine.
    ///
    /// # Errors
    /// When the token can't be written.
    pub fn address(&self, machine: &Machine, visit: &PanelVisit) -> Result<Secret, DriverError> {
        let Timestamp(now) = visit.now;
        let now = now.div_euclid(1_000);
        let claims = Claims {
            iss: &self.issuer,
            aud: self.audience(),
            sub: visit.person,
            service: machine.service,
            handle: &machine.handle,
            iat: now,
            exp: now + LASTS,
            jti: nonce(),
        };
        let header = Header { alg: "HS256", kid: self.key.id(), typ: "JWT" };
        let signed = format!("{}.{}", encoded(&header)?, encoded(&claims)?);
        let signature = URL_SAFE_NO_PAD.encode(self.key.mac(signed.as_bytes()));
        let mut url = self.url.clone();
        url.query_pairs_mut().append_pair("token", &format!("{signed}.{signature}"));
        Ok(Secret::new(url.into()))
    }

    /// Whom a token is for: the panel's host, with its port where the address names one.
    fn audience(&self) -> &str {
        &self.url[Position::BeforeHost..Position::AfterPort]
    }
}

fn encoded(part: &impl Serialize) -> Result<String, DriverError> {
    let json = serde_json::to_vec(part).map_err(|error| DriverError::NotReached(error.to_string()))?;
    Ok(URL_SAFE_NO_PAD.encode(json))
}

/// A driver with a panel, whatever the driver is.
pub struct WithPanel {
    driver: Arc<dyn Provisioner>,
    links: PanelLinks,
}

impl WithPanel {
    /// The driver, with links to its panel.
    pub const fn new(driver: Arc<dyn Provisioner>, links: PanelLinks) -> Self {
        Self { driver, links }
    }
}

#[async_trait]
impl Provisioner for WithPanel {
    fn abilities(&self) -> Abilities {
        Abilities { panel: true, ..self.driver.abilities() }
    }

    async fn carry_out(&self, order: &Order) -> Result<Progress, DriverError> {
        self.driver.carry_out(order).await
    }

    async fn inquire(&self, order: &Order) -> Result<Progress, DriverError> {
        self.driver.inquire(order).await
    }

    async fn observe(&self, machine: &Machine) -> Result<Observed, DriverError> {
        self.driver.observe(machine).await
    }

    async fn images(&self, machine: &Machine) -> Result<Vec<Image>, DriverError> {
        self.driver.images(machine).await
    }

    async fn backups(&self, machine: &Machine) -> Result<Vec<Backup>, DriverError> {
        self.driver.backups(machine).await
    }

    async fn measurements(&self, machine: &Machine, from: Timestamp) -> Result<Vec<Sample>, DriverError> {
        self.driver.measurements(machine, from).await
    }

    async fn credentials(&self, machine: &Machine) -> Result<MachineCredentials, DriverError> {
        self.driver.credentials(machine).await
    }

    async fn console(&self, machine: &Machine) -> Result<ConsoleAddress, DriverError> {
        self.driver.console(machine).await
    }

    async fn panel(&self, machine: &Machine, visit: &PanelVisit) -> Result<Secret, DriverError> {
        self.links.address(machine, visit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::service::ServiceKind;
    use serde_json::{Value, json};

    const PERSON: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
    const SERVICE: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e70";

    fn key() -> Key {
        Key::new("2026-01".to_owned(), Secret::new("panel-secret-of-the-examples-0001".to_owned())).expect("a key")
    }

    fn links(url: &str) -> Result<PanelLinks, NotAPanel> {
        PanelLinks::new(url, key(), "https://portal.example".to_owned())
    }

    fn address(url: &str) -> Url {
        let (handle, name) = ("vm-1".to_owned(), "web-01".to_owned());
        let service = SERVICE.parse().expect("an id");
        let machine = Machine { service, handle, name, kind: ServiceKind::Vps };
        let visit = PanelVisit { person: PERSON.parse().expect("an id"), now: Timestamp(1_767_225_600_999) };
        let address = links(url).expect("a panel").address(&machine, &visit).expect("a link");
        address.expose().parse().expect("an address")
    }

    fn json_of(part: &str) -> Value {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).expect("base64url")).expect("JSON")
    }

    #[test]
    fn a_link_lets_one_person_into_one_panel_of_one_service_for_half_a_minute() {
        let url = address("https://panel.example:8443/sso?tenant=7");
        assert_eq!(url.host_str(), Some("panel.example"));
        let query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        assert_eq!(query.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["tenant", "token"]);
        let (signed, signature) = query[1].1.rsplit_once('.').expect("a signature");
        let (header, claims) = signed.split_once('.').expect("a header");
        assert_eq!(json_of(header), json!({"alg": "HS256", "kid": "2026-01", "typ": "JWT"}));
        let mut claims = json_of(claims);
        let jti = claims.as_object_mut().and_then(|claims| claims.remove("jti"));
        assert!(jti.is_some_and(|jti| jti.as_str().is_some_and(|jti| jti.len() == 32)));
        let expected = json!({"iss": "https://portal.example", "aud": "panel.example:8443", "sub": PERSON,
            "service": SERVICE, "handle": "vm-1", "iat": 1_767_225_600, "exp": 1_767_225_630});
        assert_eq!(claims, expected);
        assert_eq!(URL_SAFE_NO_PAD.encode(key().mac(signed.as_bytes())), signature);
        assert_ne!(url, address("https://panel.example:8443/sso?tenant=7"), "each has a number of its own");
    }

    #[test]
    fn no_browser_is_sent_in_the_clear_or_with_a_password() {
        for url in ["https://panel.example", "http://localhost:9000/sso", "http://127.0.0.1/", "http://[::1]/"] {
            assert!(links(url).is_ok(), "{url}");
        }
        for url in [
            "",
            "/sso",
            "http://panel.example/",
            "javascript:alert(1)",
            "https://me@panel.example/",
            "https://me:hunter2@panel.example/",
            "https://panel.example/#top",
            "https://panel.example/?token=a",
        ] {
            assert!(links(url).is_err(), "{url}");
        }
    }
}
