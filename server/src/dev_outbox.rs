//! `/dev/outbox`: the mails of a demonstration, which has no mail server.
//!
//! The page exists only with `--demo`, and never for a request that came through a proxy: whoever reads these mails can
//! set anybody's password.

use crate::middleware::refusal;
use crate::site::Site;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;
use portal::SentMail;
use std::fmt::Write as _;
use std::sync::Arc;

/// How many mails are shown.
const SHOWN: u16 = 200;

/// What a mail may do as a page of its own: look like itself, and lead on. It runs nothing and is of no origin.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'; sandbox";

/// The list, the single mail, and its HTML; nothing at all without `--demo`.
pub fn routes(site: &Arc<Site>) -> Router {
    if !site.provider.demo {
        return Router::new();
    }
    Router::new()
        .route("/dev/outbox", get(list))
        .route("/dev/outbox/{id}", get(one))
        .route("/dev/outbox/{id}/html", get(html))
        .with_state(Arc::clone(site))
        .layer(from_fn(direct_only))
}

async fn direct_only(request: Request, next: Next) -> Response {
    if is_forwarded(request.headers()) { refused(StatusCode::NOT_FOUND) } else { next.run(request).await }
}

fn is_forwarded(headers: &HeaderMap) -> bool {
    headers.contains_key(header::FORWARDED) || headers.keys().any(|name| name.as_str().starts_with("x-forwarded"))
}

async fn list(State(site): State<Arc<Site>>) -> Response {
    let Ok(mails) = site.portal.outbox(SHOWN).await else { return refused(StatusCode::SERVICE_UNAVAILABLE) };
    let mut rows = String::new();
    for mail in &mails {
        // Writing to a string can't fail.
        let _ = write!(
            rows,
            "<tr><td>{}</td><td class=\"cell-title\"><a href=\"/dev/outbox/{}\">{}</a></td><td>{}</td></tr>",
            escape(&mail.to),
            escape(&mail.id),
            escape(&mail.subject),
            moment(mail)
        );
    }
    let content = if mails.is_empty() {
        "<p>No emails yet.</p>".to_owned()
    } else {
        format!(
            "<div class=\"table-frame\"><table class=\"table\"><thead><tr><th>To</th><th>Subject</th><th>Time</th></tr>\
             </thead><tbody>{rows}</tbody></table></div>"
        )
    };
    document(&site, "Outbox", &content)
}

async fn one(State(site): State<Arc<Site>>, Path(wanted): Path<String>) -> Response {
    let mail = match find(&site, &wanted).await {
        Ok(mail) => mail,
        Err(status) => return refused(status),
    };
    let content = format!(
        "<p><a href=\"/dev/outbox\">Outbox</a> · <a href=\"/dev/outbox/{}/html\">As HTML</a></p><p>To: {}</p>\
         <p>Time: {}</p><div class=\"panel\"><pre class=\"lines\">{}</pre></div>",
        escape(&mail.id),
        escape(&mail.to),
        moment(&mail),
        with_links(&mail.text, &site.public_url.to_string())
    );
    document(&site, &mail.subject, &content)
}

/// The HTML of a mail, as whoever gets it sees it. Templates escape what people typed; the policy holds where one does not.
async fn html(State(site): State<Arc<Site>>, Path(wanted): Path<String>) -> Response {
    match find(&site, &wanted).await {
        Ok(mail) => ([(header::CONTENT_SECURITY_POLICY, MAIL_POLICY)], Html(mail.html)).into_response(),
        Err(status) => refused(status),
    }
}

/// The mail of this id, among those that are shown.
async fn find(site: &Site, wanted: &str) -> Result<SentMail, StatusCode> {
    let mails = site.portal.outbox(SHOWN).await.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    mails.into_iter().find(|mail| mail.id == wanted).ok_or(StatusCode::NOT_FOUND)
}

/// When a mail was written.
fn moment(mail: &SentMail) -> String {
    let at = jiff::Timestamp::from_millisecond(mail.at.0).unwrap_or_default();
    format!("<time datetime=\"{at}\">{}</time>", at.strftime("%Y-%m-%d %H:%M:%S UTC"))
}

fn document(site: &Site, title: &str, content: &str) -> Response {
    let (title, css) = (escape(title), escape(&site.files.addresses().css));
    Html(format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">\
         <title>{title}</title><link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\
         <link rel=\"stylesheet\" href=\"{css}\"></head>\
         <body><main class=\"page\"><h1>{title}</h1>{content}</main></body></html>"
    ))
    .into_response()
}

fn refused(status: StatusCode) -> Response {
    let is_missing = status == StatusCode::NOT_FOUND;
    refusal(status, if is_missing { "Not found.\n" } else { "The portal is busy. Try again in a moment.\n" })
}

/// The text of a mail, in which addresses of this portal, and no others, can be followed.
fn with_links(text: &str, origin: &str) -> String {
    let is_ours = |word: &str| word.strip_prefix(origin).is_some_and(|rest| rest.starts_with('/'));
    text.split_inclusive(char::is_whitespace)
        .map(|piece| {
            let word = piece.trim_end();
            let escaped = escape(word);
            let linked = if is_ours(word) { format!("<a href=\"{escaped}\">{escaped}</a>") } else { escaped };
            linked + &piece[word.len()..]
        })
        .collect()
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_addresses_are_links_and_everything_is_escaped() {
        let text = "Hello <b>\nhttp://localhost:1/reset/a&b\nhttp://localhost:1.evil.example/ javascript:x";
        assert_eq!(
            with_links(text, "http://localhost:1"),
            "Hello &lt;b&gt;\n<a href=\"http://localhost:1/reset/a&amp;b\">http://localhost:1/reset/a&amp;b</a>\n\
             http://localhost:1.evil.example/ javascript:x"
        );
    }
}
