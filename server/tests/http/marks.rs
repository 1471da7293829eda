//! What answers say of themselves to the browser's program: whether they are a page, of which address, session and build.

use crate::demo::{NEWCOMER, OVER, OWNER, PASSWORD, session};
use crate::harness::unescaped;
use crate::headers::pages;
use crate::portal::{ACCOUNT, Reply, TestPortal, adding, build, contact_on, post, post_with};
use axum::http::Method;
use domain::error::PortalError;
use domain::problem::Problem;

const SAVE: &str = "/fn/contacts/save";

async fn open(portal: &TestPortal, path: &str, token: &str) -> Reply {
    let cookie = format!("__Host-portico={token}");
    portal.send(build(Method::GET, path, &[("accept", "text/html"), ("cookie", &cookie)], "")).await
}

/// An attribute of the document itself.
fn mark(reply: &Reply, name: &str) -> String {
    let (_, html) = reply.body.split_once("<html").unwrap_or_else(|| panic!("no page: {reply:?}"));
    let tag = html.split('>').next().unwrap();
    let (_, value) = tag.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name}: {tag}"));
    unescaped(value.split('"').next().unwrap())
}

#[tokio::test]
async fn every_page_says_that_it_is_one() {
    let portal = TestPortal::new().await;
    for path in pages().into_iter().chain(["/nowhere".to_owned()]) {
        for token in ["", &*OWNER, &*NEWCOMER] {
            let reply = open(&portal, &path, token).await;
            let expected = if reply.status.is_redirection() { "" } else { "1" };
            assert_eq!(reply.header("portico-page"), expected, "{path}");
        }
    }
    // So does one that answers a form.
    for error in [PortalError::invalid("email", Problem::NotAnEmail), PortalError::SignInRequired] {
        portal.fail_saving_with(error);
        let reply = portal.send(post(SAVE, &contact_on(&adding()))).await;
        assert_eq!(reply.header("portico-page"), "1", "{reply:?}");
    }
}

#[tokio::test]
async fn nothing_else_says_so() {
    let portal = TestPortal::demo().await;
    let html = ("accept", "text/html");
    for path in [
        "/pkg/client.00.js",
        "/pkg/client.00.wasm",
        "/pkg/nothing.js",
        "/favicon.svg",
        "/robots.txt",
        "/healthz",
        "/dev/outbox",
        "/me/events/since?after=0",
        "/fn/people/sign_out",
        "/fn/nothing",
        "/sign-in?next=%00",
    ] {
        let reply = open(&portal, path, &OWNER).await;
        assert_eq!(reply.header("portico-page"), "", "{path}: {reply:?}");
    }
    let json = ("accept", "application/json");
    let done = contact_on(&adding());
    for (what, path, header, body) in [
        ("done", SAVE, json, &*done),
        ("malformed", SAVE, json, "return_to=/"),
        ("led on", "/fn/people/forgot", html, "return_to=/forgot&change[email]=nobody@example.com"),
        ("named no page", SAVE, html, ""),
        ("no form", SAVE, ("content-type", "text/plain"), ""),
        ("cross-site", SAVE, ("sec-fetch-site", "cross-site"), ""),
        ("posted to a page", "/sign-in", html, ""),
        ("posted nowhere", "/nowhere", html, ""),
    ] {
        let reply = portal.send(post_with(path, &[header], body)).await;
        assert_eq!(reply.header("portico-page"), "", "{what}: {reply:?}");
    }
    let guess = portal.send(build(Method::GET, "/sign-in", &[html, ("sec-purpose", "prefetch")], "")).await;
    assert_eq!(guess.header("portico-page"), "", "{guess:?}");
    portal.panic_when_saving();
    let panic = portal.send(post(SAVE, &contact_on(&adding()))).await;
    assert_eq!((panic.status.as_u16(), panic.header("portico-page")), (500, ""));
}

#[tokio::test]
async fn the_mark_of_a_session_is_that_of_no_other() {
    let portal = TestPortal::new().await;
    let form = format!("return_to=/sign-in&change[email]=owner@demo.example&change[password]={PASSWORD}");
    let another = session(&portal.send(post_with("/fn/people/sign_in", &[("cookie", "")], &form)).await).unwrap();
    let mut marks = Vec::new();
    for token in [&*OWNER, &*another, &*NEWCOMER] {
        let (one, other) = (open(&portal, "/me/security", token).await, open(&portal, "/nowhere", token).await);
        let (session, person) = (mark(&one, "data-session"), mark(&one, "data-person"));
        assert_eq!((&session, &person), (&mark(&other, "data-session"), &mark(&other, "data-person")));
        assert!(!session.is_empty() && !person.is_empty() && !one.body.contains(token));
        marks.push((session, person));
    }
    let [(owner, person), (again, same), (newcomer, somebody)] = &marks[..] else { panic!("{marks:?}") };
    assert!(owner != again && owner != newcomer && again != newcomer, "{marks:?}");
    assert!(person == same && person != somebody, "{marks:?}");
    for token in ["", &*OVER, "unknown"] {
        let reply = open(&portal, "/sign-in", token).await;
        assert_eq!((mark(&reply, "data-session"), mark(&reply, "data-person")), (String::new(), String::new()));
    }
}

#[tokio::test]
async fn pages_of_one_build_have_one_mark() {
    let portal = TestPortal::new().await;
    let builds = [("/sign-in", ""), ("/accounts", &*OWNER), ("/nowhere", &*OWNER)];
    let mut marks = Vec::new();
    for (path, token) in builds {
        marks.push(mark(&open(&portal, path, token).await, "data-build"));
    }
    assert!(!marks[0].is_empty() && marks.iter().all(|mark| *mark == marks[0]), "{marks:?}");
}

#[tokio::test]
async fn the_address_of_a_page_leaves_out_what_it_says_once() {
    let portal = TestPortal::new().await;
    let (list, id) = (format!("/a/{ACCOUNT}/contacts"), "0192d3f0-7a5c-7cc0-8a61-00000000c0de");
    for (asked, shown) in [
        ("", ""),
        ("?search=a%26b", "?search=a%26b"),
        ("?done=suspend", ""),
        (&*format!("?search=x&done=suspend&who={id}&told=2&sort=email"), "?search=x&sort=email"),
        (&*format!("?done=delete&who={id}&mark=0123456789abcdef"), ""),
        (&*format!("?bulk={id}"), ""),
        // It is not through yet, and is looked at again.
        (&*format!("?bulk={id}&rest=follows"), &*format!("?bulk={id}&rest=follows")),
        (&*format!("?saved={id}&mark=0123456789abcdef"), ""),
        ("?at_once=1&later=2&search=x", "?search=x"),
        (&*format!("?search=x&menu={id}"), "?search=x"),
    ] {
        let reply = open(&portal, &format!("{list}{asked}"), &OWNER).await;
        assert_eq!(mark(&reply, "data-page"), format!("{list}{shown}"), "{asked}");
    }
    for (asked, shown) in [
        ("/me?done=saved".to_owned(), "/me".to_owned()),
        ("/me/security?done=changed&mark=0123456789abcdef".to_owned(), "/me/security".to_owned()),
        ("/accounts?search=x&done=left".to_owned(), "/accounts?search=x".to_owned()),
        (format!("/a/{ACCOUNT}/requests?waiting=&done=granted"), format!("/a/{ACCOUNT}/requests?waiting=")),
        (format!("/a/{ACCOUNT}/rules?done=changed"), format!("/a/{ACCOUNT}/rules")),
        (format!("{list}/{id}?done=suspend&who={id}"), format!("{list}/{id}")),
    ] {
        assert_eq!(mark(&open(&portal, &asked, &OWNER).await, "data-page"), shown, "{asked}");
    }
    // A form that came back stands where it stood, not where it was posted to.
    portal.fail_saving_with(PortalError::NotFound);
    let reply = portal.send(post(SAVE, &contact_on(&adding()))).await;
    assert_eq!(mark(&reply, "data-page"), adding());
}
