//! Pages as the server answers them. Only an answer of this origin that says that it is a page of ours is one; what else
//! there is, a file say, is for the browser. Every program reads its answers here, whole pages and parts of them.

use crate::clean::clean;
use crate::{root, window};
use gloo_net::http::Response;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, DomParser, Element, Headers, RequestInit, SupportedType, Url, UrlSearchParams};

/// A page.
#[derive(Debug)]
pub struct Answer {
    /// Its document, without what is never taken over.
    pub page: Document,
    /// The address that the browser shows for it.
    pub address: String,
    /// The status of HTTP.
    pub status: u16,
}

/// What came of a request.
#[derive(Debug)]
pub enum Outcome {
    Page(Answer),
    /// Something that is no page of ours.
    Elsewhere,
    /// No answer.
    Failed,
}

/// What came of a form.
#[derive(Debug)]
pub struct Posted {
    /// The answer.
    pub outcome: Outcome,
    /// Where it led, when it did: then it was carried out.
    pub led: Option<String>,
}

/// Of what an answer is, by comparison with the document that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Of the same session and build.
    Same,
    /// Of another session, or of none.
    Session,
    /// Of another build.
    Build,
}

impl Answer {
    /// Its main part.
    pub fn main(&self) -> Option<Element> {
        self.page.get_element_by_id("main")
    }

    /// The account that it is about, if it is about one.
    pub fn account(&self) -> Option<String> {
        self.main()?.get_attribute("data-account")
    }

    /// The part of it that a dialog can show.
    pub fn question(&self) -> Option<Element> {
        self.page.query_selector("#main [data-question]").ok().flatten()
    }

    /// The link that is followed at once when the page answers a form.
    pub fn onward(&self) -> Option<String> {
        self.page.query_selector("#main a[data-onward]").ok().flatten()?.get_attribute("href")
    }

    /// What it is, by its marks.
    pub fn mark(&self) -> Mark {
        let shown = root();
        let differs = |name| self.says(name) != shown.get_attribute(name);
        // The build first: its pages may need another program than the one that runs.
        if differs("data-build") {
            Mark::Build
        } else if differs("data-session") {
            Mark::Session
        } else {
            Mark::Same
        }
    }

    /// Whether it is for the person whom the page is for.
    pub fn is_same_person(&self) -> bool {
        let person = self.says("data-person").filter(|person| !person.is_empty());
        person.is_some() && person == root().get_attribute("data-person")
    }

    /// The part that a program asked for by itself, where it is of the session and build that are shown.
    pub fn part(&self, selector: &str) -> Option<Element> {
        let part = self.page.query_selector(selector).ok().flatten();
        part.filter(|_| self.mark() == Mark::Same)
    }

    fn says(&self, name: &str) -> Option<String> {
        self.page.document_element()?.get_attribute(name)
    }
}

/// Asks for a page.
pub async fn get(address: &str) -> Outcome {
    match ask(address) {
        Some(answering) => when(answering).await,
        None => Outcome::Failed,
    }
}

/// Begins to ask for a page.
pub fn ask(address: &str) -> Option<Promise> {
    request(address, None)
}

/// What comes of what was begun.
pub async fn when(answering: Promise) -> Outcome {
    match response(answering).await {
        Some(response) => read(&response).await,
        None => Outcome::Failed,
    }
}

/// What something other than a page says, as text.
pub async fn text(address: &str) -> Option<String> {
    response(ask(address)?).await?.text().await.ok()
}

/// Posts a form.
pub async fn post(address: &str, fields: &UrlSearchParams) -> Posted {
    let Some(answering) = request(address, Some(fields)) else { return Posted { outcome: Outcome::Failed, led: None } };
    match response(answering).await {
        Some(response) => Posted { outcome: read(&response).await, led: response.redirected().then(|| response.url()) },
        None => Posted { outcome: Outcome::Failed, led: None },
    }
}

/// An address, relative to the page, if it is of this origin. A path that begins with `//` names another.
pub fn own(address: &str) -> Option<Url> {
    let location = window().location();
    let url = Url::new_with_base(address, &location.href().ok()?).ok()?;
    (url.origin() == location.origin().ok()?).then_some(url)
}

fn request(address: &str, fields: Option<&UrlSearchParams>) -> Option<Promise> {
    let headers = Headers::new().ok()?;
    headers.set("accept", "text/html").ok()?;
    let init = RequestInit::new();
    init.set_headers(&headers);
    if let Some(fields) = fields {
        init.set_method("POST");
        init.set_body(fields);
    }
    Some(window().fetch_with_str_and_init(address, &init))
}

async fn response(answering: Promise) -> Option<Response> {
    Some(Response::from(JsFuture::from(answering).await.ok()?.unchecked_into::<web_sys::Response>()))
}

async fn read(response: &Response) -> Outcome {
    let Some(url) = own(&response.url()).filter(|_| is_page(response)) else { return Outcome::Elsewhere };
    match parse(response).await {
        Some(page) => {
            clean(&page);
            let shown = page.document_element().and_then(|root| root.get_attribute("data-page"));
            let address = shown.unwrap_or_else(|| url.pathname() + &url.search());
            Outcome::Page(Answer { page, address, status: response.status() })
        }
        None => Outcome::Failed,
    }
}

async fn parse(response: &Response) -> Option<Document> {
    let html = response.text().await.ok()?;
    DomParser::new().ok()?.parse_from_string(&html, SupportedType::TextHtml).ok()
}

fn is_page(response: &Response) -> bool {
    let headers = response.headers();
    headers.get("portico-page").as_deref() == Some("1")
        && headers.get("content-disposition").is_none()
        && headers.get("content-type").is_some_and(|kind| is_html(&kind))
}

fn is_html(kind: &str) -> bool {
    let (kind, rest) = kind.split_at_checked("text/html".len()).unwrap_or_default();
    kind.eq_ignore_ascii_case("text/html") && (rest.is_empty() || rest.starts_with(';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_told_by_its_type() {
        assert!(is_html("text/html") && is_html("Text/HTML; charset=utf-8"));
        assert!(!is_html("") && !is_html("text/plain") && !is_html("text/html-x") && !is_html("image/svg+xml"));
    }
}
