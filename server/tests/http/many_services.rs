//! Rights forms of an account with 5,000 services: they weigh little, and leave alone what they do not show.

use crate::demo::OWNER;
use crate::portal::{ACCOUNT, Reply, TestPortal, adding, build, contact_on, post};
use axum::http::{Method, StatusCode};
use http_body_util::BodyExt as _;
use server::client::Peer;
use server::middleware::limits::FORM_BYTES;
use std::net::SocketAddr;
use tower::ServiceExt as _;

const SAVE: &str = "/fn/contacts/save";

/// The most that the page of a form may weigh, as brotli, where somebody is given their first rights.
const PAGE_BYTES: usize = 12_000;
/// The same with as many rows as a form shows at first, each with an id like no other.
const FULL_PAGE_BYTES: usize = 20_000;

/// With ids like those of real services, of which little repeats.
const FURNISH: &str = "INSERT INTO services (account_id, id, name, product, kind, status, sort_name, created_at) \
    WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 5000), \
    named(i, name) AS (SELECT i, 'srv-' || printf('%05d', i) || '.customer.example' FROM numbers) \
    SELECT a.id, '0192d3f0-7a5c-7' || substr(lower(hex(randomblob(2))), 2) || '-8' || \
    substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6))), n.name, 'Server M', 'vps', 'active', \
    n.name, 0 FROM named n, accounts a WHERE a.external_id = 'demo:hosting'";

/// With the six of the demo data they are 66.
const LEAVE_SIXTY: &str = "DELETE FROM services WHERE name LIKE 'srv-%' AND name > 'srv-00060.customer.example'";

/// The contact that was added may power on every one.
const GIVE: &str = "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, service_id, granted_at) \
    SELECT s.account_id, c.id, 'operation', 'service', s.id, 'svc.power', s.id, 0 FROM services s \
    JOIN contacts c ON c.account_id = s.account_id WHERE c.email_key = 'zoe@example.com' AND s.name LIKE 'srv-%'";

async fn furnished() -> TestPortal {
    let portal = TestPortal::new().await;
    portal.execute(FURNISH).await;
    portal
}

/// Adds a contact who may power on all of them; gives the page with its form.
async fn powerful(portal: &TestPortal) -> String {
    let added = portal.send(post(SAVE, &contact_on(&adding()))).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{added:?}");
    portal.execute(GIVE).await;
    let id = added.header("location").split("saved=").nth(1).unwrap().split('&').next().unwrap();
    format!("/a/{ACCOUNT}/contacts/{id}/edit")
}

async fn given(portal: &TestPortal) -> i64 {
    let statement = "SELECT COUNT(*) FROM grants WHERE key = 'svc.power' AND scope IN \
                     (SELECT id FROM services WHERE name LIKE 'srv-%')";
    sqlx::query_scalar(statement).fetch_one(&mut portal.database().await).await.unwrap()
}

/// The page as the owner sees it.
pub async fn get(portal: &TestPortal, path: &str) -> Reply {
    let cookie = format!("__Host-portico={OWNER}");
    portal.send(build(Method::GET, path, &[("accept", "text/html"), ("cookie", &cookie)], "")).await
}

/// What a page weighs on its way.
pub async fn weight(portal: &TestPortal, path: &str) -> usize {
    weight_in(portal, path, "en").await
}

async fn weight_in(portal: &TestPortal, path: &str, language: &str) -> usize {
    let cookie = format!("__Host-portico={OWNER}");
    let headers =
        [("accept", "text/html"), ("accept-encoding", "br"), ("accept-language", language), ("cookie", &*cookie)];
    let mut request = build(Method::GET, path, &headers, "");
    request.extensions_mut().insert(Peer(SocketAddr::from(([192, 0, 2, 1], 50_000))));
    let response = portal.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    assert_eq!(response.headers()["content-encoding"], "br", "{path}");
    response.into_body().collect().await.unwrap().to_bytes().len()
}

/// What a browser would post of the form on a page.
struct Filled(Vec<(String, String)>);

/// Which of its boxes are ticked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ticked {
    AsItIs,
    All,
}

impl Filled {
    fn of(reply: &Reply, ticked: Ticked) -> Self {
        let form = reply.body.split(&format!("action=\"{SAVE}\"")).nth(1).unwrap().split("</form>").next().unwrap();
        // What stands in templates is nobody's yet.
        let fields = form.split("<input").skip(1).filter_map(|tag| {
            let tag = tag.split('>').next().unwrap();
            let attribute = |name: &str| {
                let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
                Some(crate::harness::unescaped(value))
            };
            let is_on = |name: &str| tag.split_whitespace().any(|word| word.trim_end_matches('/') == name);
            let is_box = attribute("type").as_deref() == Some("checkbox");
            // The cards of templates: the one that was picked is added below.
            let is_card = attribute("type").as_deref() == Some("radio");
            let posts =
                if is_box { ticked == Ticked::All || (is_on("checked") && !is_on("disabled")) } else { !is_card };
            let name = attribute("name").filter(|name| posts && !name.is_empty())?;
            Some((name, attribute("value").unwrap_or_default()))
        });
        let mut filled = Self(fields.collect());
        let applied = filled.value("change[applied]");
        filled.0.push(("change[template]".to_owned(), applied));
        filled
    }

    fn value(&self, name: &str) -> String {
        self.0.iter().find(|(given, _)| given == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn with(mut self, name: &str, value: &str) -> Self {
        self.0.retain(|(given, _)| given != name);
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    fn body(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }
}

#[tokio::test]
async fn a_form_weighs_little_whatever_the_contact_has_and_posts_less_than_is_taken() {
    let portal = furnished().await;
    let edit = powerful(&portal).await;
    let invite = format!("/a/{ACCOUNT}/contacts/invite");
    for path in [&adding(), &invite, &edit] {
        let weight = weight(&portal, path).await;
        println!("{path}: {weight} bytes as brotli, {} plain", get(&portal, path).await.body.len());
        let limit = if *path == edit { FULL_PAGE_BYTES } else { PAGE_BYTES };
        assert!(weight <= limit, "{path} weighs {weight}");
        let part = format!("{path}?part=services&search=srv");
        let weight = self::weight(&portal, &part).await;
        assert!(weight <= FULL_PAGE_BYTES, "{part} weighs {weight}");
    }
    // With as many rows as one form may have, and every box of it ticked.
    let searching = Filled::of(&get(&portal, &edit).await, Ticked::AsItIs).with("search", "srv-049");
    let reply = portal.send(post(SAVE, &searching.with("find", "services").body())).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let posted = Filled::of(&reply, Ticked::All).body().len();
    println!("every box ticked: {posted} bytes");
    assert!(posted < FORM_BYTES / 2, "{posted}");
}

#[tokio::test]
async fn the_form_of_an_owner_weighs_little_with_six_services_and_with_sixty_six() {
    let portal = TestPortal::new().await;
    for services in [6, 66] {
        if services > 6 {
            portal.execute(FURNISH).await;
            portal.execute(LEAVE_SIXTY).await;
        }
        // German says the same with more letters.
        for language in ["en", "de"] {
            let weight = weight_in(&portal, &adding(), language).await;
            println!("{services} services, {language}: {weight} bytes as brotli");
            assert!(weight <= PAGE_BYTES, "with {services} services in {language} it weighs {weight}");
        }
    }
}

#[tokio::test]
async fn saving_a_form_changes_nothing_of_what_it_did_not_show() {
    let portal = furnished().await;
    let edit = powerful(&portal).await;
    let page = get(&portal, &edit).await;
    assert!(page.body.contains("4980 more services"), "{}", page.body);
    let filled = Filled::of(&page, Ticked::AsItIs).with("change[phone]", "+49 30 5551");
    let reply = portal.send(post(SAVE, &filled.body())).await;
    assert_eq!((reply.status, given(&portal).await), (StatusCode::SEE_OTHER, 5000), "{reply:?}");

    // One that was shown is taken away.
    let mut filled = Filled::of(&get(&portal, &edit).await, Ticked::AsItIs);
    let one = filled.0.iter().position(|(name, _)| name.starts_with("change[services]")).unwrap();
    filled.0.remove(one);
    let reply = portal.send(post(SAVE, &filled.body())).await;
    assert_eq!((reply.status, given(&portal).await), (StatusCode::SEE_OTHER, 4999), "{reply:?}");
}

#[tokio::test]
async fn a_form_posted_to_search_comes_back_as_it_was_with_more_rows_and_saves_nothing() {
    let portal = furnished().await;
    let edit = powerful(&portal).await;
    let before = portal.changes().await;
    let filled = Filled::of(&get(&portal, &edit).await, Ticked::AsItIs).with("change[phone]", "+49 30 5552");
    let searching = filled.with("search", "srv-0400").with("find", "services");
    let back = portal.send(post(SAVE, &searching.body())).await;
    assert_eq!((back.status, portal.changes().await), (StatusCode::UNPROCESSABLE_ENTITY, before));
    assert!(back.body.contains("+49 30 5552") && back.body.contains("10 services found."), "{}", back.body);
    assert!(back.body.contains("4970 more services"), "those found have rows now");
    let (_, row) = back.body.split_once("srv-04003.customer.example").unwrap();
    let power = row.split("<input").find(|tag| tag.contains("value=\"svc.power\"")).unwrap();
    assert!(power.split('>').next().unwrap().contains(" checked"), "as the contact has it: {power}");

    // Enter in another field saves, whatever the button says that browsers press then.
    let filled = Filled::of(&back, Ticked::AsItIs).with("find", "typed").with("search", " ");
    let reply = portal.send(post(SAVE, &filled.body())).await;
    assert_eq!((reply.status, given(&portal).await), (StatusCode::SEE_OTHER, 5000), "{reply:?}");
}

#[tokio::test]
async fn an_invitation_gives_services_that_were_searched() {
    let portal = furnished().await;
    let invite = format!("/a/{ACCOUNT}/contacts/invite");
    let submission = get(&portal, &invite).await.input("change[submission]");
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([
            ("return_to", &*invite),
            ("acting[account]", &*ACCOUNT),
            ("change[submission]", &*submission),
            ("change[emails]", "guest@example.com"),
            ("search", "srv-00042"),
            ("find", "services"),
        ])
        .finish();
    let back = portal.send(post("/fn/invitations/send", &body)).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(back.body.contains("guest@example.com") && back.body.contains("1 service found."), "{}", back.body);
    assert!(back.body.contains("Power Management on srv-00042.customer.example"), "{}", back.body);
}
