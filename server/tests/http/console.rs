//! Consoles: who connects, what passes, and when they close (SECURITY T15, T38).

use crate::demo::OWNER;
use crate::portal::{ACCOUNT, build, post};
use crate::screen::{Screen, picture};
use crate::viewer::{Served, id_of};
use axum::http::{Method, StatusCode};
use domain::acting::Acting;
use domain::console::ConsoleEnd;
use domain::paths;
use server::console::Pace;
use server::serve::Patience;
use std::time::Duration;
use tokio_tungstenite::tungstenite;

const UPDATE: [u8; 10] = [3, 0, 0, 0, 0, 0, 0, 8, 0, 8];
const KEY: [u8; 8] = [4, 1, 0, 0, 0, 0, 0, b'a'];
const POINTER: [u8; 6] = [5, 1, 0, 1, 0, 1];
const CUT_TEXT: [u8; 11] = [6, 0, 0, 0, 0, 0, 0, 3, b'a', b'b', b'c'];

#[tokio::test]
async fn a_ticket_opens_a_console_once_and_shows_the_screen() {
    let served = Served::new().await;
    let ticket = served.ticket(&OWNER).await;
    let mut viewer = served.come(&OWNER, &ticket).await;
    viewer.begin().await;
    viewer.send(&UPDATE).await;
    assert_eq!(viewer.shown(picture().len()).await, picture());
    viewer.send(&KEY).await;
    assert_eq!(served.screen.sent(18).await, [&UPDATE[..], &KEY].concat());
    assert!(served.screen.is_shared(), "nobody closes the console of another");

    served.come(&OWNER, &ticket).await.ends_with(ConsoleEnd::NoTicket).await;
    served.screen.connected(1).await;
    drop(viewer);
    served.screen.connected(0).await;
    served.portal.site.consoles.closed().await;
    assert_eq!(served.log().await, ["console_opened", "console_closed left"]);
}

#[tokio::test]
async fn a_ticket_is_of_one_session_one_service_and_half_a_minute() {
    let served = Served::new().await;
    let other = served.sign_in("owner").await;
    let ticket = served.ticket(&OWNER).await;
    // Another session of the same person, and what is no ticket.
    for (session, ticket) in [(other.as_str(), ticket.as_str()), (&OWNER, "no-such-ticket"), (&OWNER, "")] {
        served.come(session, ticket).await.ends_with(ConsoleEnd::NoTicket).await;
    }
    // Another service.
    let web_02 = id_of(&served.portal, "demo:web-02").await;
    let path = served.socket(&ticket).replace(&served.service, &web_02);
    let cookie = format!("__Host-portico={OWNER}");
    let headers = [("cookie", cookie.as_str()), ("origin", "http://localhost:8080")];
    served.connect(&path, &headers).await.unwrap().ends_with(ConsoleEnd::NoTicket).await;
    // None of that spent it.
    served.come(&OWNER, &ticket).await.begin().await;

    let late = served.ticket(&OWNER).await;
    served.portal.execute("UPDATE console_tickets SET expires_at = 0").await;
    served.come(&OWNER, &late).await.ends_with(ConsoleEnd::NoTicket).await;
    let log = served.log().await;
    assert_eq!(log.iter().filter(|kind| *kind == "console_opened").count(), 1, "{log:?}");
}

#[tokio::test]
async fn nobody_connects_but_from_a_page_of_ours_in_a_session() {
    let served = Served::new().await;
    let ticket = served.ticket(&OWNER).await;
    let (path, cookie) = (served.socket(&ticket), format!("__Host-portico={OWNER}"));
    let cookie = ("cookie", cookie.as_str());
    let own = ("origin", "http://localhost:8080");
    for (headers, status) in [
        (vec![cookie], 403),
        (vec![cookie, ("origin", "https://localhost:8080")], 403),
        (vec![cookie, ("origin", "http://evil.example")], 403),
        (vec![cookie, ("origin", "null")], 403),
        (vec![cookie, own, ("origin", "http://evil.example")], 403),
        (vec![own], 401),
        (vec![own, ("cookie", "__Host-portico=nobodys")], 401),
    ] {
        let Err(tungstenite::Error::Http(reply)) = served.connect(&path, &headers).await else {
            panic!("{headers:?} connects");
        };
        assert_eq!(reply.status().as_u16(), status, "{headers:?}");
    }
    // Nothing of that spent the ticket, and what is no WebSocket is refused.
    let reply = served.portal.send(build(Method::GET, &path, &[cookie, own], "")).await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{reply:?}");
    served.come(&OWNER, &ticket).await.begin().await;
}

#[tokio::test]
async fn without_the_right_there_is_no_ticket_and_one_of_before_is_refused() {
    let served = Served::new().await;
    let readonly = served.sign_in("readonly").await;
    assert_eq!(served.ask(&readonly).await.0, StatusCode::FORBIDDEN);
    let outsider = served.sign_in("outsider").await;
    assert_eq!(served.ask(&outsider).await.0, StatusCode::NOT_FOUND);

    let technician = served.sign_in("technician").await;
    let ticket = served.ticket(&technician).await;
    served.portal.execute("DELETE FROM grants WHERE key = 'technical'").await;
    served.come(&technician, &ticket).await.ends_with(ConsoleEnd::NoTicket).await;
    assert!(served.log().await.is_empty());
    served.screen.connected(0).await;
}

#[tokio::test]
async fn who_may_only_look_types_nothing() {
    let served = Served::new().await;
    let readonly = served.sign_in("readonly").await;
    served
        .portal
        .execute(
            "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, granted_at) \
             SELECT account_id, id, 'operation', 'service', 'all', 'svc.console_view', 0 FROM contacts \
             WHERE external_id = 'demo:contact-readonly'",
        )
        .await;
    let mut viewer = served.open(&readonly).await;
    for input in [&KEY[..], &POINTER, &CUT_TEXT] {
        viewer.send(input).await;
    }
    viewer.send(&UPDATE).await;
    assert_eq!(viewer.shown(picture().len()).await, picture());
    assert_eq!(served.screen.sent(10).await, UPDATE);
    // The power button is nobody's here.
    viewer.send(&[250, 0, 1, 4]).await;
    viewer.ends_with(ConsoleEnd::Misuse).await;
}

#[tokio::test]
async fn a_console_closes_with_the_access_and_whoever_took_that_is_told() {
    let served = Served::new().await;
    let technician = served.sign_in("technician").await;
    let viewer = served.open(&technician).await;
    let contact = id_of(&served.portal, "demo:contact-technician").await;
    let form = format!(
        "return_to=/a/{ACCOUNT}/contacts&acting[account]={ACCOUNT}&change[contact]={contact}&change[to]=suspend\
         &change[submission]=00000000-0000-7000-8000-00000000c0de"
    );
    let (reply, ()) =
        tokio::join!(served.portal.send(post("/fn/contacts/move_one", &form)), viewer.ends_with(ConsoleEnd::NoAccess),);
    assert!(reply.header("location").contains("consoles=1"), "{reply:?}");
    let cookie = format!("__Host-portico={OWNER}");
    let headers = [("accept", "text/html"), ("cookie", cookie.as_str())];
    let page = served.portal.send(build(Method::GET, reply.header("location"), &headers, "")).await;
    assert!(page.body.contains("1 console was closed."), "{}", page.body);
    assert_eq!(served.log().await, ["console_opened", "console_closed no_access"]);
    served.screen.connected(0).await;
}

#[tokio::test]
async fn a_console_closes_when_its_session_ends() {
    let served = Served::new().await;
    let viewer = served.open(&OWNER).await;
    served.portal.send(post("/fn/people/sign_out", "return_to=/")).await;
    viewer.ends_with(ConsoleEnd::SignedOut).await;
}

#[tokio::test]
async fn a_console_closes_by_the_clock_too() {
    for (change, end) in [
        ("UPDATE sessions SET idle_until = 0", ConsoleEnd::SignedOut),
        ("UPDATE accounts SET status = 'suspended'", ConsoleEnd::AccountStopped),
        ("UPDATE services SET handle = 'elsewhere'", ConsoleEnd::Moved),
        ("DELETE FROM grants WHERE key = 'technical'", ConsoleEnd::NoAccess),
        ("UPDATE contacts SET ends_at = 1 WHERE external_id = 'demo:contact-technician'", ConsoleEnd::NoAccess),
    ] {
        let pace = Pace { check: Duration::from_millis(50), ..Pace::default() };
        let served = Served::with(Screen::quiet(), pace, Patience::default()).await;
        let technician = served.sign_in("technician").await;
        let viewer = served.open(&technician).await;
        // Nobody is told of it.
        served.portal.execute(change).await;
        viewer.ends_with(end).await;
    }
    assert_eq!(Pace::default().check, Duration::from_secs(1));
}

#[tokio::test]
async fn a_console_closes_when_nothing_happens_and_after_its_time() {
    let check = Duration::from_millis(20);
    let (brief, long) = (Duration::from_millis(200), Duration::from_mins(1));
    for (pace, end) in [
        (Pace { check, idle: brief, life: long }, ConsoleEnd::Idle),
        (Pace { check, idle: long, life: brief }, ConsoleEnd::TooLong),
    ] {
        let served = Served::with(Screen::quiet(), pace, Patience::default()).await;
        let ticket = served.ticket(&OWNER).await;
        served.come(&OWNER, &ticket).await.ends_with(end).await;
    }
}

#[tokio::test]
async fn a_person_has_five_consoles() {
    let served = Served::new().await;
    let mut viewers = Vec::new();
    for _ in 0..5 {
        viewers.push(served.open(&OWNER).await);
    }
    let ticket = served.ticket(&OWNER).await;
    served.come(&OWNER, &ticket).await.ends_with(ConsoleEnd::TooMany).await;
    viewers.pop();
    served.screen.connected(4).await;
}

#[tokio::test]
async fn a_server_that_stops_closes_its_consoles_first() {
    let mut served = Served::new().await;
    let viewer = served.open(&OWNER).await;
    served.stop.take().unwrap().send(()).unwrap();
    viewer.ends_with(ConsoleEnd::Stopping).await;
    (&mut served.server).await.unwrap();
    served.portal.site.consoles.closed().await;
    assert_eq!(served.log().await, ["console_opened", "console_closed stopping"]);
}

#[tokio::test]
async fn what_cannot_be_reached_is_said() {
    let served = Served::new().await;
    served.portal.execute("UPDATE services SET handle = 'gone'").await;
    let ticket = served.ticket(&OWNER).await;
    served.come(&OWNER, &ticket).await.ends_with(ConsoleEnd::Unreachable).await;
    served.portal.execute("UPDATE services SET driver = NULL").await;
    let ticket = served.ticket(&OWNER).await;
    served.come(&OWNER, &ticket).await.ends_with(ConsoleEnd::NoScreen).await;
}

#[tokio::test]
async fn a_viewer_that_takes_nothing_makes_the_server_hold_little_and_is_closed() {
    let patience = Patience { write: Duration::from_millis(500), ..Patience::default() };
    let served = Served::with(Screen::flooding(), Pace::default(), patience).await;
    let viewer = served.open(&OWNER).await;
    // The connection stays, and nobody reads from it.
    served.screen.connected(0).await;
    let written = served.screen.written();
    assert!((64 * 1024..4 * 1024 * 1024).contains(&written), "{written} bytes");
    drop(viewer);
    served.portal.site.consoles.closed().await;
    assert_eq!(served.log().await, ["console_opened", "console_closed left"]);
}

#[tokio::test]
async fn the_page_of_a_console_has_its_own_policy_and_says_what_one_may_do() {
    let served = Served::new().await;
    let path =
        paths::console(Acting { account: ACCOUNT.parse().unwrap(), viewing: None }, served.service.parse().unwrap());
    let page = async |session: &str| {
        let cookie = format!("__Host-portico={session}");
        let headers = [("accept", "text/html"), ("cookie", cookie.as_str())];
        served.portal.send(build(Method::GET, &path, &headers, "")).await
    };
    let own = page(&OWNER).await;
    assert_eq!(own.status, StatusCode::OK);
    own.check_scripts("the console");
    let policy = own.header("content-security-policy");
    assert!(policy.contains("connect-src 'self' ws://localhost:8080;"), "{policy}");
    for not in ["wasm-unsafe-eval", "strict-dynamic", "unsafe-inline"] {
        assert!(!policy.contains(not), "{policy}");
    }
    assert!(own.body.contains("data-mode=\"control\"") && own.body.contains("/pkg/console.00.js"), "{}", own.body);
    assert!(own.body.contains("The console needs JavaScript.") && !own.body.contains("client.00.js"), "{}", own.body);

    served.portal.execute("UPDATE services SET driver = NULL").await;
    assert!(page(&OWNER).await.body.contains("This service has no console here."));
    let readonly = served.sign_in("readonly").await;
    let refused = page(&readonly).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.body.contains("View Console"), "{}", refused.body);
}
