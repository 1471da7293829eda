//! Requests that no page of ours makes, sent to every function by everybody: none of them changes anything.

use crate::made::Made;
use crate::reference::{Address, Deed, Place, Whom};
use crate::rows::{self, Form, Row};
use crate::world::{FORM, World, encoded, on_a_page};
use app::forms::{FOR, NOBODYS};
use axum::http::{Method, StatusCode};
use domain::error::PortalError;
use domain::status::AccountStatus;
use std::collections::HashSet;

/// The functions, each with a form that would change something.
async fn changing(world: &mut World) -> Vec<(Row, Form)> {
    let at = Address { place: Place::Demo, viewing: false, whom: Whom::Weak };
    let owner = world.people[0].clone();
    let named = world.named(&owner, at, Deed::See);
    let own_session = world.session_of(&world.cookie("owner")).await;
    let inputs = world.inputs((&owner, at.place), &named, Made::nothing(), own_session).await;
    let account = world.account(Place::Demo);
    rows::functions()
        .into_iter()
        .map(|row| {
            let mut form = (row.form)(&inputs);
            if row.needs.is_on_account() {
                form.push(("acting[account]".to_owned(), account.clone()));
            }
            (row, form)
        })
        .collect()
}

#[tokio::test]
async fn no_function_takes_a_form_from_elsewhere() {
    let mut world = World::open(AccountStatus::Active).await;
    let functions = changing(&mut world).await;
    let state = world.state().await;
    let (site, origin) = ("sec-fetch-site", "origin");
    let mut cells = 0;
    for (row, form) in &functions {
        for who in world.people.clone() {
            let cookie = world.cookie(who.name);
            for forged in [
                &[(site, "cross-site"), (origin, "http://evil.example")][..],
                &[(site, "same-site"), (origin, "http://localhost:9090")],
                &[(site, "none")],
                &[(origin, "null")],
                &[(origin, "http://evil.example")],
                &[],
            ] {
                for accept in ["application/json", "text/html"] {
                    let headers = [forged, &[FORM, ("accept", accept), ("cookie", &cookie)]].concat();
                    let body = encoded(&on_a_page(form));
                    let reply = world.send(&Method::POST, row.path, &headers, &body).await;
                    assert_eq!(reply.status, StatusCode::FORBIDDEN, "{} by {}: {forged:?}", row.path, who.name);
                    assert_eq!(reply.header("set-cookie"), "", "{} by {}: {forged:?}", row.path, who.name);
                    cells += 1;
                }
            }
        }
    }
    println!("{cells} cells");
    assert_eq!(world.state().await, state, "nothing was changed");
}

#[tokio::test]
async fn no_function_acts_on_another_account_than_the_page_of_its_form() {
    let mut world = World::open(AccountStatus::Active).await;
    let functions = changing(&mut world).await;
    let (demo, elsewhere) = (world.account(Place::Demo), world.account(Place::Elsewhere));
    let view = world.id("demo:contact-owner");
    // Somebody with the same rights on both, and somebody with every right on one.
    let (both, owner) = (world.cookie("both"), world.cookie("owner"));
    let state = world.state().await;
    for (row, form) in functions.iter().filter(|(row, _)| row.needs.is_on_account()) {
        for page in [format!("/a/{elsewhere}/contacts"), format!("/a/{demo}/as/{view}"), format!("/a/{elsewhere}")] {
            let mut form = form.clone();
            form.push(("return_to".to_owned(), page.clone()));
            for cookie in [&both, &owner] {
                let reply = world.call(row.path, cookie, &form).await;
                assert_eq!(reply.status, StatusCode::NOT_FOUND, "{} from {page}: {}", row.path, reply.body);
                let headers = [FORM, ("accept", "text/html"), ("sec-fetch-site", "same-origin"), ("cookie", cookie)];
                let reply = world.send(&Method::POST, row.path, &headers, &encoded(&form)).await;
                assert_eq!(reply.status, StatusCode::NOT_FOUND, "{} from {page}", row.path);
            }
        }
    }
    assert_eq!(world.state().await, state, "nothing was changed");
    let form = vec![
        ("acting[account]".to_owned(), demo.clone()),
        ("change[pinned]".to_owned(), "true".to_owned()),
        ("return_to".to_owned(), format!("/a/{demo}/contacts")),
    ];
    let reply = world.call("/fn/accounts/pin", &both, &form).await;
    assert_eq!(reply.status, StatusCode::OK, "from its own page it is done");
}

#[tokio::test]
async fn no_function_does_for_one_person_what_the_page_of_another_offered() {
    let mut world = World::open(AccountStatus::Active).await;
    let functions = changing(&mut world).await;
    let state = world.state().await;
    for (row, form) in functions.iter().filter(|(row, _)| !NOBODYS.contains(&row.path)) {
        let mut form = form.clone();
        form.push((FOR.to_owned(), "00000000dead".to_owned()));
        for cookie in ["both", "owner"].map(|name| world.cookie(name)) {
            let reply = world.call(row.path, &cookie, &form).await;
            assert_eq!(serde_json::from_str(&reply.body).ok(), Some(PortalError::SomebodyElse), "{}", row.path);
            assert_eq!((reply.status, reply.header("set-cookie")), (StatusCode::CONFLICT, ""), "{}", row.path);
        }
    }
    assert_eq!(world.state().await, state, "nothing was changed");
}

#[tokio::test]
async fn no_function_takes_a_form_that_names_no_page_whatever_the_referer_says() {
    let mut world = World::open(AccountStatus::Active).await;
    let functions = changing(&mut world).await;
    let referer = format!("http://localhost:8080/a/{}/contacts", world.account(Place::Demo));
    let state = world.state().await;
    for (row, form) in &functions {
        for who in world.people.clone() {
            let cookie = world.cookie(who.name);
            for page in [None, Some(""), Some("//evil.example"), Some(&*referer)] {
                let mut form = form.clone();
                form.extend(page.map(|page| ("return_to".to_owned(), page.to_owned())));
                let headers = [
                    FORM,
                    ("accept", "application/json"),
                    ("sec-fetch-site", "same-origin"),
                    ("referer", &referer),
                    ("cookie", &cookie),
                ];
                let reply = world.send(&Method::POST, row.path, &headers, &encoded(&form)).await;
                let error = serde_json::from_str::<PortalError>(&reply.body).ok();
                assert_eq!(error, Some(PortalError::Malformed), "{} by {} on {page:?}", row.path, who.name);
                assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{} by {} on {page:?}", row.path, who.name);
            }
        }
    }
    assert_eq!(world.state().await, state, "nothing was changed");
}

#[tokio::test]
async fn no_function_changes_anything_when_it_is_fetched_or_sent_something_else_than_a_form() {
    let mut world = World::open(AccountStatus::Active).await;
    let functions = changing(&mut world).await;
    let state = world.state().await;
    for (row, form) in &functions {
        for who in world.people.clone() {
            let cookie = world.cookie(who.name);
            let headers = [("accept", "text/html"), ("sec-fetch-site", "same-origin"), ("cookie", cookie.as_str())];
            let form = encoded(&on_a_page(form));
            let fetched = format!("{}?{form}", row.path);
            for method in [Method::GET, Method::HEAD, Method::PUT, Method::PATCH, Method::DELETE] {
                let reply = world.send(&method, &fetched, &headers, "").await;
                assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {} by {}", row.path, who.name);
            }
            for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x"] {
                let headers = [&headers[..], &[("content-type", kind)]].concat();
                let reply = world.send(&Method::POST, row.path, &headers, &form).await;
                assert_eq!(reply.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind} {} by {}", row.path, who.name);
            }
        }
    }
    assert_eq!(world.state().await, state, "nothing was changed");
}

#[tokio::test]
async fn no_form_takes_a_column_of_the_database_for_a_field() {
    let mut world = World::open(AccountStatus::Active).await;
    let functions = changing(&mut world).await;
    let columns = world.columns().await;
    assert!(columns.len() > 50 && columns.iter().any(|column| column == "owner"), "{columns:?}");
    let cookie = world.cookie("owner");
    let state = world.state().await;
    for (row, form) in &functions {
        for part in ["change", "acting"] {
            let prefix = format!("{part}[");
            let own: HashSet<&str> = form.iter().filter_map(|(name, _)| name.strip_prefix(&prefix)).collect();
            if own.is_empty() {
                continue;
            }
            for column in columns.iter().filter(|column| !is_a_field(part, column)) {
                let mut form = form.clone();
                form.push((format!("{part}[{column}]"), "1".to_owned()));
                let reply = world.call(row.path, &cookie, &form).await;
                assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{} with {part}[{column}]: {}", row.path, reply.body);
            }
        }
    }
    assert_eq!(world.state().await, state, "nothing was changed");
}

/// What people do type, or tick, into some form.
fn is_a_field(part: &str, column: &str) -> bool {
    part == "change"
        && [
            "address",
            "email",
            "first_name",
            "label",
            "language",
            "last_name",
            "name",
            "note",
            "phone",
            "reason",
            "template",
            "time_zone",
            "version",
            "word",
        ]
        .contains(&column)
}
