//! Leading a browser to another site, by a link that works once: a form may not lead there itself (`form-action 'self'`).
//!
//! INVARIANT: only an address that the server itself came to is ever in a link, so nobody can make one that leads
//! elsewhere. The links are rows: whichever node made one, any other follows it.

use crate::base::error::Failure;
use crate::base::origin::Origin;
use crate::base::transport::is_loopback;
use crate::records::outbound_links;
use crate::unit::core::Core;
use crate::unit::run::use_case;
use crate::unit::{Unit, Writes};
use async_trait::async_trait;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::outbound::Outbound;
use domain::text::Secret;
use std::sync::Arc;
use url::{Position, Url};

/// The longest address that fits into a header everywhere.
const ADDRESS_MAX: usize = 8 * 1024;

/// The use-cases of links to other sites.
#[derive(Debug, Clone)]
pub(crate) struct OutboundUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Outbound for OutboundUseCases {
    async fn issue(&self, caller: &Caller, address: Secret) -> Result<Secret, PortalError> {
        let issue = |unit| issue(&self.0, unit, &address);
        self.0.write(caller, use_case!("outbound.issue"), Writes::Other, issue).await
    }

    async fn host(&self, caller: &Caller, token: Secret) -> Result<Option<String>, PortalError> {
        self.0.read(caller, use_case!("outbound.host"), |unit| host(unit, &token)).await
    }

    async fn follow(&self, caller: &Caller, token: Secret) -> Result<Option<Secret>, PortalError> {
        // Whoever made a link up takes no turn at the one writer.
        if self.host(caller, token.clone()).await?.is_none() {
            return Ok(None);
        }
        self.0.write(caller, use_case!("outbound.follow"), Writes::Other, |unit| follow(unit, &token)).await
    }
}

async fn issue(core: &Core, mut unit: Unit<'_>, address: &Secret) -> Result<Secret, Failure> {
    let address = checked(address.expose(), &core.config.public_url)?;
    unit.session_lives().await?;
    let token = outbound_links::issue(&mut unit, address.as_str()).await?;
    unit.commit_progress(()).await?;
    Ok(token)
}

async fn host(mut unit: Unit<'_>, token: &Secret) -> Result<Option<String>, Failure> {
    let address = outbound_links::find(&mut unit, token).await?;
    Ok(address.and_then(|address| Url::parse(&address).ok()).map(|url| authority(&url).to_owned()))
}

async fn follow(mut unit: Unit<'_>, token: &Secret) -> Result<Option<Secret>, Failure> {
    let address = outbound_links::spend(&mut unit, token).await?;
    unit.commit_progress(()).await?;
    Ok(address.map(Secret::new))
}

/// The host, with a port of its own where the address names one.
fn authority(url: &Url) -> &str {
    &url[Position::BeforeHost..Position::AfterPort]
}

/// An address that a browser may be sent to: over TLS, or on this machine where the portal itself is without TLS. It may
/// hold a secret, so the fault does not name it.
fn checked(address: &str, own: &Origin) -> Result<Url, Failure> {
    let url = Url::parse(address).ok().filter(|url| url.as_str().len() <= ADDRESS_MAX);
    url.filter(|url| is_private_way(url, own) && url.username().is_empty() && url.password().is_none())
        .ok_or_else(|| Failure::Fault("an outbound address is not https, has a password, or is too long".to_owned()))
}

fn is_private_way(url: &Url, own: &Origin) -> bool {
    match (url.scheme(), url.host_str()) {
        ("https", Some(_)) => true,
        ("http", Some(host)) => !own.is_https() && is_loopback(host),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leads_to(address: &str, own: &str) -> Option<String> {
        checked(address, &Origin::new(own)).ok().map(|url| authority(&url).to_owned())
    }

    #[test]
    fn a_link_leads_over_tls_or_on_this_machine_to_a_host_that_is_named() {
        let (public, local) = ("https://portal.example", "http://localhost:8080");
        for (address, host) in [
            ("https://panel.example/sso?token=a%2Fb#top", "panel.example"),
            ("https://panel.example:8443/", "panel.example:8443"),
            ("https://panel.example:443/", "panel.example"),
            ("https://b\u{fc}cher.example/", "xn--bcher-kva.example"),
        ] {
            assert_eq!(leads_to(address, public).as_deref(), Some(host), "{address}");
            assert_eq!(leads_to(address, local).as_deref(), Some(host), "{address}");
        }
        for address in ["http://127.0.0.1:9000/pay", "http://localhost/", "http://[::1]:9000/"] {
            assert!(leads_to(address, local).is_some() && leads_to(address, public).is_none(), "{address}");
        }
        let long = format!("https://panel.example/{}", "a".repeat(ADDRESS_MAX));
        for address in [
            "",
            domain::paths::ACCOUNTS,
            "//panel.example",
            "http://panel.example/",
            "http://127.0.0.1.example/",
            "https://",
            "https://me:hunter2@panel.example/",
            "https://portal.example@panel.example/",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://panel.example/",
            &long,
        ] {
            assert_eq!(leads_to(address, local), None, "{address}");
        }
    }

    #[test]
    fn no_address_breaks_out_of_its_header() {
        let url = checked("https://panel.example/a\r\nset-cookie: x=y\u{fc}", &Origin::new("https://portal.example"));
        let url = url.expect("the line break is dropped");
        assert!(url.as_str().bytes().all(|byte| byte.is_ascii_graphic()), "{url}");
    }
}
