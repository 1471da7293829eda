//! What a step did is said to the session that did it, and no address that somebody made up says anything.

use crate::demo::{OWNER, PASSWORD, session};
use crate::portal::{ACCOUNT, Reply, TestPortal, build, post, post_with};
use axum::http::{Method, StatusCode};

async fn open(portal: &TestPortal, path: &str, token: &str) -> Reply {
    let cookie = format!("__Host-portico={token}");
    portal.send(build(Method::GET, path, &[("accept", "text/html"), ("cookie", &cookie)], "")).await
}

async fn contact_of(portal: &TestPortal, email: &str) -> String {
    sqlx::query_scalar(
        "SELECT c.id FROM contacts c JOIN accounts a ON a.id = c.account_id \
         WHERE a.external_id = 'demo:hosting' AND c.email_key = $1",
    )
    .bind(email)
    .fetch_one(&mut portal.database().await)
    .await
    .unwrap()
}

async fn sign_in(portal: &TestPortal, name: &str) -> String {
    let form = format!("return_to=/sign-in&change[email]={name}@demo.example&change[password]={PASSWORD}");
    session(&portal.send(post_with("/fn/people/sign_in", &[("cookie", "")], &form)).await).unwrap()
}

/// Where a form leads that is carried out.
async fn led(portal: &TestPortal, (path, token): (&str, &str), form: &str) -> String {
    let cookie = format!("__Host-portico={token}");
    let reply = portal.send(post_with(path, &[("cookie", &cookie)], form)).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{path}: {reply:?}");
    reply.header("location").to_owned()
}

/// The body of a form that saves the owner's own details.
fn details(return_to: &str, version: &str, first_name: &str) -> String {
    let return_to: String = form_urlencoded::byte_serialize(return_to.as_bytes()).collect();
    format!(
        "return_to={return_to}&change[version]={version}&change[first_name]={first_name}&change[last_name]=Edited\
         &change[language]=en&change[time_zone]="
    )
}

/// The body of a form that changes the owner's password from `current`.
fn password(return_to: &str, current: &str) -> String {
    let return_to: String = form_urlencoded::byte_serialize(return_to.as_bytes()).collect();
    let current: String = form_urlencoded::byte_serialize(current.as_bytes()).collect();
    format!(
        "return_to={return_to}&change[current]={current}&change[password]=plumber-orbit-lantern\
         &change[again]=plumber-orbit-lantern"
    )
}

#[tokio::test]
async fn an_address_that_somebody_made_up_claims_nothing() {
    let portal = TestPortal::new().await;
    let who = contact_of(&portal, "technician@demo.example").await;
    let (list, page) = (format!("/a/{ACCOUNT}/contacts"), format!("/a/{ACCOUNT}/contacts/{who}"));
    for (claim, said) in [
        (format!("done=suspend&who={who}"), "was suspended."),
        (format!("done=delete&who={who}&told=3"), "was deleted."),
        (format!("done=send_reset&who={who}"), "reset link was sent"),
        ("done=delete&count=12&left=3".to_owned(), "12 deleted."),
        ("at_once=1&later=2".to_owned(), "All were told by email."),
        (format!("saved={who}"), "Saved "),
        ("done=notified".to_owned(), "Notifications saved."),
        ("done=resend".to_owned(), "Invitation sent again."),
    ] {
        for place in [&list, &page] {
            for mark in ["", "&mark=", "&mark=0123456789abcdef"] {
                let reply = open(&portal, &format!("{place}?{claim}{mark}"), &OWNER).await;
                assert_eq!(reply.status, StatusCode::OK, "{claim}");
                assert!(!reply.body.contains(said) && !reply.body.contains("data-toast"), "{claim}: {}", reply.body);
            }
        }
    }
}

#[tokio::test]
async fn no_page_claims_what_its_address_makes_up() {
    let portal = TestPortal::new().await;
    for (page, done, said) in [
        ("/me".to_owned(), "saved", "Details saved."),
        ("/me".to_owned(), "sent", "Check your email"),
        ("/me".to_owned(), "confirmed", "Address confirmed."),
        ("/me/security".to_owned(), "changed", "Password changed."),
        ("/accounts".to_owned(), "left", "You left the account."),
        (format!("/a/{ACCOUNT}/requests"), "asked", "Request sent."),
        (format!("/a/{ACCOUNT}/requests"), "withdrawn", "Request withdrawn."),
        (format!("/a/{ACCOUNT}/rules"), "changed", "Change saved."),
    ] {
        for made_up in ["", "&mark=", "&mark=0123456789abcdef"] {
            let reply = open(&portal, &format!("{page}?done={done}{made_up}"), &OWNER).await;
            assert_eq!(reply.status, StatusCode::OK, "{page} {done}");
            assert!(!reply.body.contains(said), "{page} {done}: {}", reply.body);
        }
    }
}

#[tokio::test]
async fn what_was_said_of_a_step_is_not_said_again_with_a_form_that_is_refused() {
    let portal = TestPortal::new().await;
    let save = "/fn/profile/save";
    let version = open(&portal, "/me", &OWNER).await.input("change[version]");
    let address = led(&portal, (save, &*OWNER), &details("/me", &version, "Edith")).await;
    let told = open(&portal, &address, &OWNER).await;
    assert!(told.body.contains("Details saved."), "{address}: {}", told.body);
    // Neither the browser nor a form keeps the words.
    assert!(told.body.contains("data-page=\"/me\"") && !told.body.contains("done=saved"), "{}", told.body);
    assert_eq!(told.input("return_to"), "/me");
    let version = told.input("change[version]");
    let refused = portal.send(post(save, &details(&address, &version, ""))).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{refused:?}");
    assert!(!refused.body.contains("Details saved."), "{}", refused.body);
    assert_eq!(refused.input("return_to"), "/me");
}

#[tokio::test]
async fn a_password_that_was_refused_is_not_said_to_be_changed() {
    let portal = TestPortal::new().await;
    let change = "/fn/people/change_password";
    let changed = portal.send(post(change, &password("/me/security", PASSWORD))).await;
    let (address, token) = (changed.header("location"), session(&changed).unwrap());
    let told = open(&portal, address, &token).await;
    assert!(told.body.contains("Password changed."), "{address}: {}", told.body);
    assert_eq!(told.input("return_to"), "/me/security");
    let cookie = format!("__Host-portico={token}");
    let wrong = password(address, "wrong").replace("lantern", "chimney");
    let refused = portal.send(post_with(change, &[("cookie", &cookie)], &wrong)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{refused:?}");
    assert!(!refused.body.contains("Password changed."), "{}", refused.body);
}

#[tokio::test]
async fn each_page_says_what_its_own_step_did_and_no_other_page_does() {
    let portal = TestPortal::new().await;
    let technician = sign_in(&portal, "technician").await;
    let (requests, rules) = (format!("/a/{ACCOUNT}/requests"), format!("/a/{ACCOUNT}/rules"));
    let on_account = |page: &str, fields: &str| format!("return_to={page}&acting[account]={ACCOUNT}&{fields}");
    let asking = on_account(&requests, "change[right]=billing.view&change[reason]=to+see");
    let ruling =
        on_account(&rules, "change[submission]=00000000-0000-7000-8000-00000000f00d&change[roles][]=visitation");
    for (name, token, path, form, said) in [
        ("technician", &*technician, "/fn/asking/ask", asking, "Request sent."),
        ("owner", &*OWNER, "/fn/rules/set_hand_out", ruling, "Change saved."),
    ] {
        let address = led(&portal, (path, token), &form).await;
        let told = open(&portal, &address, token).await;
        assert!(told.body.contains(said), "{address}: {told:?}");
        let (page, words) = address.split_once('?').unwrap();
        // The same words with their mark, at another page.
        for other in [&*rules, &*requests, "/me/security", "/accounts"] {
            let elsewhere = open(&portal, &format!("{other}?{words}"), token).await.body;
            let claims = [said, "Password changed.", "Change saved."];
            assert!(other == page || claims.iter().all(|said| !elsewhere.contains(said)), "{other}: {elsewhere}");
        }
        let another = sign_in(&portal, name).await;
        assert!(!open(&portal, &address, &another).await.body.contains(said), "{address} in another session");
    }
}

#[tokio::test]
async fn what_a_step_did_is_said_to_the_session_that_did_it() {
    let portal = TestPortal::new().await;
    let who = contact_of(&portal, "technician@demo.example").await;
    let other = contact_of(&portal, "buyer@demo.example").await;
    let list = format!("/a/{ACCOUNT}/contacts");
    let form = format!(
        "return_to={list}&acting[account]={ACCOUNT}&change[contact]={who}&change[to]=suspend\
         &change[submission]=00000000-0000-7000-8000-00000000f00d"
    );
    let led = portal.send(post("/fn/contacts/move_one", &form)).await;
    let address = led.header("location");
    let told = open(&portal, address, &OWNER).await.body;
    assert!(told.contains("was suspended.") && told.contains("Undo"), "{address}: {told}");
    for made_of_it in [
        address.replace("done=suspend", "done=delete"),
        address.replace(&who, &other),
        address.replace("done=suspend", "done=suspend&told=7"),
        // On another page than it was told on.
        address.replace("/contacts?", &format!("/contacts/{who}?")),
        address.replace("/contacts?", "/contacts/new?"),
    ] {
        let told = open(&portal, &made_of_it, &OWNER).await.body;
        assert!(!told.contains("was suspended.") && !told.contains("was deleted."), "{made_of_it}: {told}");
    }
    for name in ["owner", "coowner"] {
        let another = sign_in(&portal, name).await;
        let told = open(&portal, address, &another).await.body;
        assert!(!told.contains("was suspended.") && told.contains("data-bulk"), "{name}: {told}");
    }
}
