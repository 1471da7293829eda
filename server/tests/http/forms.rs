//! Forms that browsers post, with and without JavaScript: a step on, or the page again with everything that was typed.

use crate::demo::{NEWCOMER, OVER, PASSWORD, session};
use crate::portal::{ACCOUNT, Reply, TestPortal, adding, build, contact_on, post, post_with};
use axum::http::{Method, StatusCode};
use domain::access::Denied;
use domain::by::By;
use domain::error::PortalError;
use domain::problem::PersonProblem;
use domain::problem::Problem;
use std::cell::Cell;

const SAVE: &str = "/fn/contacts/save";
const SIGN_IN: &str = "/fn/people/sign_in";

fn sign_in(email: &str, password: &str, more: &str) -> String {
    let pairs = [("return_to", "/sign-in"), ("change[email]", email), ("change[password]", password)];
    let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    format!("{form}{more}")
}

/// Whether the form stands on the page as it was filled in.
fn shows_what_was_typed(reply: &Reply) -> bool {
    reply.body.contains("zoe@example.com") && reply.body.contains("Zoë")
}

#[tokio::test]
async fn a_success_leads_on() {
    let portal = TestPortal::new().await;
    let reply = portal.send(post(SAVE, &contact_on("/accounts"))).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert!(reply.header("location").starts_with(&format!("/a/{ACCOUNT}/contacts")), "{reply:?}");
    assert!(!reply.headers.contains_key("serverfnredirect"));
}

#[tokio::test]
async fn signing_in_sets_the_cookie_and_leads_on() {
    let portal = TestPortal::new().await;
    let body = sign_in("owner@demo.example", PASSWORD, "&next=%2Faccounts");
    let reply = portal.send(post_with(SIGN_IN, &[("cookie", "")], &body)).await;
    assert_eq!((reply.status, reply.header("location")), (StatusCode::SEE_OTHER, "/accounts"));
    let token = session(&reply).expect("a session");
    let cookie = reply.header("set-cookie");
    assert_eq!(cookie, format!("__Host-portico={token}; Path=/; HttpOnly; Secure; SameSite=Lax"));
    let cookie = format!("__Host-portico={token}");
    let me = portal.send(build(Method::GET, "/me", &[("cookie", &cookie)], "")).await;
    assert!(me.status == StatusCode::OK && me.body.contains("owner@demo.example"), "{me:?}");
}

#[tokio::test]
async fn a_browser_is_known_again_after_the_session() {
    let portal = TestPortal::new().await;
    let body = sign_in("owner@demo.example", PASSWORD, "");
    let reply = portal.send(post_with(SIGN_IN, &[("cookie", "")], &body)).await;
    let told = portal.site.portal.outbox(10).await.unwrap();
    assert_eq!(told[0].to, "owner@demo.example", "of a browser that is not known");
    let cookies: Vec<_> = reply.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect();
    let (device, kept) = cookies[1].split_once(';').unwrap();
    assert!(device.starts_with("__Host-portico-device="), "{device}");
    assert_eq!(kept, " Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=15552000");
    let again = portal.send(post_with(SIGN_IN, &[("cookie", device)], &body)).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert_eq!(portal.site.portal.outbox(10).await.unwrap(), told, "nobody is told of one that is");
    // Signing out forgets the session only.
    let out = portal.send(post("/fn/people/sign_out", "return_to=/")).await;
    assert_eq!(out.headers.get_all("set-cookie").iter().count(), 1);
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let portal = TestPortal::new().await;
    for next in [
        "https://evil.example/",
        "//evil.example",
        "/..//evil.example",
        "/.//evil.example",
        "/\\evil.example",
        "/a\r\nset-cookie: x=y",
        "javascript:alert(1)",
        "/bücher",
    ] {
        let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        let body = sign_in("owner@demo.example", PASSWORD, &format!("&next={next}"));
        let reply = portal.send(post(SIGN_IN, &body)).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{next}");
        assert_eq!(reply.header("location"), "/", "{next}");
        let reply = portal.send(post_with(SIGN_IN, &[("accept", "application/json")], &body)).await;
        assert_eq!((reply.status, reply.header("location")), (StatusCode::OK, "/"), "{next}");
        // Nor is a page elsewhere one that a form could stand on.
        let reply = portal.send(post(SIGN_IN, &body.replace("%2Fsign-in", &next))).await;
        assert_eq!((reply.status, reply.header("location")), (StatusCode::BAD_REQUEST, ""), "{next}");
    }
}

fn carol() -> By {
    By::Person { name: "Carol".to_owned(), email: Some("carol@demo.example".to_owned()), contact: None }
}

#[tokio::test]
async fn each_error_shows_the_page_again_with_its_own_status() {
    let portal = TestPortal::new().await;
    for error in [
        PortalError::invalid("email", Problem::NotAnEmail),
        PortalError::overtaken_by(carol()),
        PortalError::TooMany { retry_after: 30 },
        PortalError::Denied { why: Denied::NotToOneself },
        PortalError::NotFound,
        PortalError::Unavailable,
    ] {
        portal.fail_saving_with(error.clone());
        let reply = portal.send(post(SAVE, &contact_on(&adding()))).await;
        assert_eq!(reply.status.as_u16(), error.status(), "{error:?}");
        assert!(reply.header("content-type").starts_with("text/html"));
        assert!(shows_what_was_typed(&reply), "{error:?}: {}", reply.body);
        assert!(!reply.body.contains("hunter2"), "{error:?}");
        assert_eq!(reply.header("location"), "");
    }
}

#[tokio::test]
async fn what_cannot_be_read_shows_the_page_again() {
    let portal = TestPortal::new().await;
    let body = format!("{}&change%5Bowner%5D=true", contact_on(&adding()));
    let reply = portal.send(post(SAVE, &body)).await;
    assert_eq!((reply.status, portal.changes().await), (StatusCode::BAD_REQUEST, 0));
    assert!(shows_what_was_typed(&reply));
}

#[tokio::test]
async fn a_wrong_password_shows_sign_in_again_without_it() {
    let portal = TestPortal::new().await;
    let reply =
        portal.send(post_with(SIGN_IN, &[("cookie", "")], &sign_in("who@example.com", "hunter2hunter2", ""))).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.body.contains("who@example.com") && !reply.body.contains("hunter2"), "{}", reply.body);
    assert_eq!(reply.header("set-cookie"), "");
}

#[tokio::test]
async fn a_step_that_takes_the_password_again_asks_for_it_and_keeps_the_form() {
    let portal = TestPortal::new().await;
    let contact = "0192d3f0-7a5c-7cc0-8a61-00000000c0de";
    let pairs = [
        ("return_to", "/accounts"),
        ("acting[account]", &*ACCOUNT),
        ("change[contact]", contact),
        ("change[current]", "hunter2"),
    ];
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    for problem in [Problem::Required, PersonProblem::WrongPassword.into()] {
        portal.fail_saving_with(PortalError::invalid("current", problem));
        let reply = portal.send(post("/fn/contacts/view_as", &body)).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(reply.input("change[contact]"), contact);
        assert_eq!(reply.input("acting[account]"), &*ACCOUNT);
        assert!(reply.body.contains("id=\"password-again\"") && !reply.body.contains("hunter2"), "{}", reply.body);
        assert!(reply.body.contains("<strong>Login as This Contact"), "the step has its name: {}", reply.body);
        assert!(reply.body.contains("data-once"), "no news take it away: {}", reply.body);
    }
}

#[tokio::test]
async fn a_page_that_fails_by_itself_has_its_own_status() {
    let portal = TestPortal::new().await;
    portal.fail_saving_with(PortalError::overtaken());
    let reply = portal.send(post(SAVE, &contact_on("/nowhere"))).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_must_change_the_password_is_led_there() {
    let portal = TestPortal::new().await;
    let cookie = format!("__Host-portico={NEWCOMER}");
    let reply = portal.send(post_with(SAVE, &[("cookie", &cookie)], &contact_on("/accounts"))).await;
    assert_eq!((reply.status, reply.header("location")), (StatusCode::SEE_OTHER, "/me/security?next=%2Faccounts"));
    assert_eq!(portal.changes().await, 0);
}

#[tokio::test]
async fn whoever_had_to_change_the_password_goes_on_to_where_they_wanted() {
    let cookie = format!("__Host-portico={NEWCOMER}");
    for (next, after) in [("/accounts?a=b", "/accounts?a=b"), ("//evil.example", "/"), ("", "/")] {
        let portal = TestPortal::new().await;
        let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        let body = sign_in("newcomer@demo.example", PASSWORD, &format!("&next={next}"));
        let reply = portal.send(post_with(SIGN_IN, &[("cookie", "")], &body)).await;
        let page = reply.header("location").to_owned();
        assert!(page.starts_with("/me/security"), "{page}");
        let page = portal.send(build(Method::GET, &page, &[("accept", "text/html"), ("cookie", &cookie)], "")).await;
        let next: String = form_urlencoded::byte_serialize(page.input("next").as_bytes()).collect();
        let password: String = form_urlencoded::byte_serialize(PASSWORD.as_bytes()).collect();
        let body = format!(
            "return_to=%2Fme%2Fsecurity&next={next}&change%5Bcurrent%5D={password}\
             &change%5Bpassword%5D=plumber-orbit-lantern&change%5Bagain%5D=plumber-orbit-lantern"
        );
        let reply = portal.send(post_with("/fn/people/change_password", &[("cookie", &cookie)], &body)).await;
        assert_eq!((reply.status, reply.header("location")), (StatusCode::SEE_OTHER, after));
    }
    let page = TestPortal::new().await.get("/me/security?next=%2Faccounts").await;
    assert!(!page.body.contains("name=\"next\""), "somebody who only wants to change it stays");
}

/// A session ends in mid-form: the sign-in page, and what its form would carry.
async fn ended(portal: &TestPortal, cookie: &str) -> (Reply, String) {
    let reply = portal.send(post_with(SAVE, &[("cookie", cookie)], &contact_on(&adding()))).await;
    let carried = reply.input("carried");
    let carried = form_urlencoded::Serializer::new(String::new()).append_pair("carried", &carried).finish();
    let next: String = form_urlencoded::byte_serialize(adding().as_bytes()).collect();
    (reply, format!("&next={next}&{carried}"))
}

#[tokio::test]
async fn a_session_that_ended_in_mid_form_asks_to_sign_in_and_brings_the_form_back() {
    let portal = TestPortal::new().await;
    let (page, carried) = ended(&portal, &format!("__Host-portico={OVER}")).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(!page.body.contains("hunter2"));
    let back =
        portal.send(post_with(SIGN_IN, &[("cookie", "")], &sign_in("owner@demo.example", PASSWORD, &carried))).await;
    assert_eq!(back.status, StatusCode::OK, "{back:?}");
    assert!(shows_what_was_typed(&back), "{}", back.body);
    assert!(session(&back).is_some(), "{back:?}");
    // Signing in was the one change: the form waits.
    assert_eq!(portal.changes().await, 1);
}

#[tokio::test]
async fn somebody_else_who_signs_in_gets_an_empty_form() {
    let portal = TestPortal::new().await;
    let (_, carried) = ended(&portal, &format!("__Host-portico={OVER}")).await;
    let body = sign_in("outsider@demo.example", PASSWORD, &carried);
    let back = portal.send(post_with(SIGN_IN, &[("cookie", "")], &body)).await;
    assert_eq!((back.status, back.header("location")), (StatusCode::SEE_OTHER, &*adding()));
    assert!(!shows_what_was_typed(&back));
}

#[tokio::test]
async fn a_carried_form_survives_a_wrong_password() {
    let portal = TestPortal::new().await;
    let (_, carried) = ended(&portal, &format!("__Host-portico={OVER}")).await;
    let wrong = sign_in("owner@demo.example", "hunter2hunter2", &carried);
    let page = portal.send(post_with(SIGN_IN, &[("cookie", "")], &wrong)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.input("carried").contains("zoe@example.com"));
    let carried =
        form_urlencoded::Serializer::new(String::new()).append_pair("carried", &page.input("carried")).finish();
    let next: String = form_urlencoded::byte_serialize(adding().as_bytes()).collect();
    let again = sign_in("owner@demo.example", PASSWORD, &format!("&next={next}&{carried}"));
    let back = portal.send(post_with(SIGN_IN, &[("cookie", "")], &again)).await;
    assert!(shows_what_was_typed(&back), "{}", back.body);
}

#[tokio::test]
async fn a_form_of_nobody_known_is_not_carried() {
    let portal = TestPortal::new().await;
    let page = portal.send(post_with(SAVE, &[("cookie", "")], &contact_on(&adding()))).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(!page.body.contains("name=\"carried\"") && !shows_what_was_typed(&page), "{}", page.body);
    // Nor does one come back whose note of its person was taken out.
    let (_, carried) = ended(&portal, &format!("__Host-portico={OVER}")).await;
    let carried = carried.replace("%5Cu0001person", "person");
    let reply = portal.send(post(SIGN_IN, &sign_in("owner@demo.example", PASSWORD, &carried))).await;
    assert_eq!((reply.status, reply.header("location")), (StatusCode::SEE_OTHER, &*adding()));
}

#[tokio::test]
async fn a_carried_form_can_name_a_function_of_ours_only() {
    let portal = TestPortal::new().await;
    let (_, carried) = ended(&portal, &format!("__Host-portico={OVER}")).await;
    for other in [carried.replace("contacts%2Fsave", "contacts%2Fnothing"), "&next=%2F&carried=nonsense".to_owned()] {
        let reply = portal.send(post(SIGN_IN, &sign_in("owner@demo.example", PASSWORD, &other))).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER);
    }
}

/// The owner's list of contacts.
fn list() -> axum::http::Request<axum::body::Body> {
    let cookie = format!("__Host-portico={}", &*crate::demo::OWNER);
    build(Method::GET, &format!("/a/{ACCOUNT}/contacts"), &[("accept", "text/html"), ("cookie", &cookie)], "")
}

#[tokio::test]
async fn a_page_asked_for_while_a_form_is_carried_out_shows_what_came_of_it() {
    let portal = TestPortal::new().await;
    let ended = Cell::new(false);
    let form = async {
        let saved = portal.send(post(SAVE, &contact_on("/accounts"))).await;
        ended.set(true);
        saved
    };
    let page = async {
        while !portal.site.underway.is_any() && !ended.get() {
            tokio::task::yield_now().await;
        }
        portal.send(list()).await
    };
    let (saved, page) = tokio::join!(form, page);
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert!(page.body.contains("zoe@example.com"), "the list is from before");
}

#[tokio::test]
async fn a_form_whose_sender_has_gone_is_carried_out() {
    let portal = TestPortal::new().await;
    let form = portal.send(post(SAVE, &contact_on("/accounts")));
    tokio::select! {
        biased;
        reply = form => panic!("it was quick: {reply:?}"),
        () = async { while !portal.site.underway.is_any() { tokio::task::yield_now().await } } => {}
    }
    let page = portal.send(list()).await;
    assert!(page.body.contains("zoe@example.com"), "it was dropped with its request");
}

#[tokio::test]
async fn the_steps_of_one_page_are_carried_out_each_although_they_share_its_id() {
    let portal = TestPortal::new().await;
    let mut database = portal.database().await;
    let people: Vec<String> =
        sqlx::query_scalar("SELECT id FROM contacts WHERE email IN ('technician@demo.example', 'buyer@demo.example')")
            .fetch_all(&mut database)
            .await
            .unwrap();
    assert_eq!(people.len(), 2);
    for contact in people.iter().chain(&people) {
        let form = format!(
            "return_to=/a/{ACCOUNT}/contacts&acting[account]={ACCOUNT}&change[to]=suspend&change[contact]={contact}\
             &change[submission]=0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f"
        );
        assert_eq!(portal.send(post("/fn/contacts/move_one", &form)).await.status, StatusCode::SEE_OTHER);
    }
    let suspended: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM contacts WHERE state = 'suspended'")
        .fetch_one(&mut database)
        .await
        .unwrap();
    assert_eq!(suspended, 2);
}

#[tokio::test]
async fn a_page_asked_for_while_signing_out_is_nobody_s() {
    let portal = TestPortal::new().await;
    let form = portal.send(post("/fn/people/sign_out", "return_to=/accounts"));
    let page = async {
        // It has come in, and is not through.
        while !portal.site.underway.is_any() {
            tokio::task::yield_now().await;
        }
        portal.send(list()).await
    };
    let (out, page) = tokio::join!(form, page);
    assert_eq!(out.status, StatusCode::SEE_OTHER);
    assert_eq!((page.status, page.header("location").starts_with("/sign-in")), (StatusCode::FOUND, true));
}
