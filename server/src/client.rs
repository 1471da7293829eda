//! What a request says of its client: address, browser, language.

use crate::settings::Network;
use axum::http::{HeaderMap, HeaderName, header};
use domain::person::Language;
use std::net::{IpAddr, SocketAddr};

/// The other end of the connection; an extension of each request.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The longest description of a browser that is kept, in characters.
const AGENT_MAX: usize = 200;

/// The client's address: the connection's, or behind trusted proxies the last one in `X-Forwarded-For` that is none.
pub fn address(peer: Option<Peer>, headers: &HeaderMap, trusted: &[Network]) -> String {
    let Some(Peer(peer)) = peer else { return String::new() };
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut client = peer.ip().to_canonical();
    if is_trusted(client) {
        let named = headers.get_all(FORWARDED_FOR).iter().filter_map(|value| value.to_str().ok());
        let named: Vec<&str> = named.flat_map(|value| value.split(',')).collect();
        for text in named.iter().rev() {
            // What no trusted proxy can have written ends the chain.
            let Ok(address) = text.trim().parse::<IpAddr>() else { break };
            client = address.to_canonical();
            if !is_trusted(client) {
                break;
            }
        }
    }
    client.to_string()
}

/// The browser's own description.
pub fn agent(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).map(|agent| String::from_utf8_lossy(agent.as_bytes()));
    agent.unwrap_or_default().chars().filter(|c| domain::text::is_plain(*c)).take(AGENT_MAX).collect()
}

/// The language of the portal's that the browser likes best, else the provider's.
pub fn language(headers: &HeaderMap, provider: Language) -> Language {
    let wishes = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut best = None;
    for wish in wishes.split(',').take(20) {
        let mut parts = wish.split(';');
        let tag = parts.next().unwrap_or_default().trim();
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
        if let Some(language) = texts::spoken(tag).filter(|_| weight > best.map_or(0.0, |(weight, _)| weight)) {
            best = Some((weight, language));
        }
    }
    best.map_or(provider, |(_, language)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: HeaderName, values: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(name.clone(), value.parse().expect("a header value"));
        }
        headers
    }

    fn from(peer: &str, forwarded: &[&str], trusted: &[&str]) -> String {
        let peer = Peer(SocketAddr::new(peer.parse().expect("an address"), 1));
        let trusted: Vec<Network> = trusted.iter().map(|text| text.parse().expect("a network")).collect();
        address(Some(peer), &headers(FORWARDED_FOR, forwarded), &trusted)
    }

    #[test]
    fn only_trusted_proxies_name_the_client() {
        assert_eq!(from("9.9.9.9", &["1.1.1.1"], &[]), "9.9.9.9");
        assert_eq!(from("10.0.0.1", &["1.1.1.1"], &["10.0.0.0/8"]), "1.1.1.1");
        assert_eq!(from("::ffff:10.0.0.1", &["1.1.1.1"], &["10.0.0.0/8"]), "1.1.1.1");
    }

    #[test]
    fn a_client_cannot_name_itself_through_a_proxy() {
        assert_eq!(from("10.0.0.1", &["6.6.6.6, 1.1.1.1"], &["10.0.0.0/8"]), "1.1.1.1");
        assert_eq!(from("10.0.0.1", &["6.6.6.6", "1.1.1.1, 10.0.0.2"], &["10.0.0.0/8"]), "1.1.1.1");
        assert_eq!(from("10.0.0.1", &["1.1.1.1, nonsense"], &["10.0.0.0/8"]), "10.0.0.1");
        assert_eq!(from("10.0.0.1", &[], &["10.0.0.0/8"]), "10.0.0.1");
    }

    #[test]
    fn the_language_liked_best_wins() {
        for (wishes, language) in [
            ("de-AT,de;q=0.9,en;q=0.8", Language::DE),
            ("fr, en;q=0.3, de;q=0.7", Language::DE),
            ("en-US", Language::EN),
            ("de;q=0", Language::EN),
            ("fr", Language::EN),
            ("den", Language::EN),
            ("", Language::EN),
            ("de;q=x", Language::DE),
        ] {
            assert_eq!(
                super::language(&headers(header::ACCEPT_LANGUAGE, &[wishes]), Language::EN),
                language,
                "{wishes}"
            );
        }
    }

    #[test]
    fn a_browser_is_described_in_one_short_line() {
        let long = "x".repeat(500);
        assert_eq!(agent(&headers(header::USER_AGENT, &[&long])).len(), AGENT_MAX);
        assert_eq!(agent(&headers(header::USER_AGENT, &["a\tb"])), "ab");
    }
}
