//! Makes the `Caller` of a request: who, from where, when.

use super::mark::RequestMark;
use super::refusal;
use crate::client::{self, Peer};
use crate::site::Site;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use domain::caller::{Caller, Principal, SignedIn};
use domain::error::PortalError;
use domain::text::Secret;
use std::sync::Arc;

/// The longest token that is looked up.
const TOKEN_MAX: usize = 128;

/// Reads the cookie. One that is not known is as good as none; a database that cannot tell is a failure, not a sign-out.
pub async fn resolve(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let Some(mark) = request.extensions().get::<RequestMark>().cloned() else {
        return unavailable();
    };
    let signed_in = match token(request.headers(), &site.cookie.name) {
        None => None,
        Some(token) => match looked_up(&site, token, &mark, request.method()).await {
            Ok(signed_in) => signed_in,
            Err(error) => {
                tracing::error!(request = %mark.request, %error, "failed to look up the session");
                return unavailable();
            }
        },
    };
    let peer = request.extensions().get::<Peer>().copied();
    let headers = request.headers();
    let device = token(headers, &site.cookie.device_name()).map(|token| Secret::new(token.to_owned()));
    let caller = Caller {
        principal: Principal::from(signed_in),
        device,
        ip: client::address(peer, headers, &site.trusted_proxies),
        agent: client::agent(headers),
        // What somebody chose counts for more than what their browser says.
        language: signed_in
            .and_then(|signed_in| signed_in.language)
            .unwrap_or_else(|| client::language(headers, site.provider.language)),
        now: mark.now,
        request: mark.request,
    };
    request.extensions_mut().insert(caller);
    next.run(request).await
}

/// The session of a token. INVARIANT: what only looks waits for the changes of its own session first and looks the session
/// up after them, for one of them may have ended it.
async fn looked_up(
    site: &Site,
    token: &str,
    mark: &RequestMark,
    method: &Method,
) -> Result<Option<SignedIn>, PortalError> {
    let found = site.portal.sessions.resolve(token, mark.now).await?;
    match found {
        Some(signed_in) if method.is_safe() && site.underway.settled(signed_in.session).await => {
            site.portal.sessions.resolve(token, mark.now).await
        }
        found => Ok(found),
    }
}

/// The token in the cookie of this name. Two different ones are none: nobody can tell whose they are.
pub fn token<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut found = None;
    for line in headers.get_all(header::COOKIE) {
        for cookie in line.to_str().ok()?.split(';') {
            let Some((given, value)) = cookie.trim().split_once('=') else { continue };
            if given == name && found.replace(value).is_some_and(|other| other != value) {
                return None;
            }
        }
    }
    found.filter(|token| {
        !token.is_empty()
            && token.len() <= TOKEN_MAX
            && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    })
}

fn unavailable() -> Response {
    refusal(StatusCode::SERVICE_UNAVAILABLE, "The portal is busy. Try again in a moment.\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(cookies: &[&str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for cookie in cookies {
            headers.append(header::COOKIE, cookie.parse().expect("a header value"));
        }
        token(&headers, "__Host-portico").map(str::to_owned)
    }

    #[test]
    fn the_cookie_is_found_among_others() {
        let token = Some("abc".to_owned());
        assert_eq!(found(&["__Host-portico=abc"]), token);
        assert_eq!(found(&["a=b; __Host-portico=abc; c=d"]), token);
        assert_eq!(found(&["a=b", "__Host-portico=abc"]), token);
        assert_eq!(found(&["__Host-portico=abc; __Host-portico=abc"]), token);
    }

    #[test]
    fn what_is_no_token_is_none() {
        for cookies in [
            &[][..],
            &["portico=abc"],
            &["__Host-portico="],
            &["__host-portico=abc"],
            &["x__Host-portico=abc"],
            &["__Host-portico=a b"],
            &["__Host-portico=a=b"],
            &["__Host-portico=\"abc\""],
            &["__Host-portico=abc; __Host-portico=abd"],
        ] {
            assert_eq!(found(cookies), None, "{cookies:?}");
        }
        let long = format!("__Host-portico={}", "a".repeat(TOKEN_MAX + 1));
        assert_eq!(found(&[&long]), None);
    }
}
