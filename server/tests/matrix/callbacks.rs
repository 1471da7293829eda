//! Callbacks of drivers are answered by signature alone: to everybody, with any session and from any page, the same.

use crate::rows::form;
use crate::world::World;
use axum::http::{Method, StatusCode};
use domain::status::AccountStatus;
use domain::text::Secret;
use drivers::signing::{KEY, Key, Keys, Message, NONCE, SIGNATURE, TIMESTAMP, Way};

const SETTINGS: &str = "[[driver]]
name = 'own'
kind = 'webhook'
url = 'https://automation.example'
keys = [{ id = 'k', secret = 'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk' }]
";
const PATH: &str = "/callbacks/drivers/own";
const BODY: &str = "{\"order\": \"0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f\", \"state\": \"done\"}";

async fn kept(world: &mut World) -> i64 {
    sqlx::query_scalar("SELECT COUNT(*) FROM driver_callbacks").fetch_one(&mut world.database).await.unwrap()
}

#[tokio::test]
async fn a_callback_is_refused_to_everybody_who_does_not_sign_and_taken_from_everybody_who_does() {
    let mut world = World::open_with(AccountStatus::Active, SETTINGS).await;
    let keys = Keys::new(vec![Key::new("k".to_owned(), Secret::new("k".repeat(32))).unwrap()]).unwrap();
    let mut answers = Vec::new();
    for who in world.people.clone() {
        let cookie = world.cookie(who.name);
        for site in ["same-origin", "cross-site", ""] {
            let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", site)];
            let reply = world.send(&Method::POST, PATH, &headers, BODY).await;
            answers.push((reply.status, reply.body));
            let form = form([("return_to", "/")]);
            let reply = world.send(&Method::POST, PATH, &headers, &crate::world::encoded(&form)).await;
            answers.push((reply.status, reply.body));
        }
    }
    assert_eq!((answers[0].0, kept(&mut world).await), (StatusCode::UNAUTHORIZED, 0));
    assert!(answers.len() > 50 && answers.iter().all(|answer| *answer == answers[0]));

    let timestamp = crate::world::NOW.0 / 1_000;
    for (number, who) in world.people.clone().into_iter().enumerate() {
        let (cookie, nonce) = (world.cookie(who.name), format!("nonce-of-the-matrix-{number}"));
        let (way, target, body) = (Way::Callback, PATH, BODY.as_bytes());
        let signature = Message { way, timestamp, nonce: &nonce, method: "POST", target, body }.sign(&keys);
        let seconds = timestamp.to_string();
        let headers =
            [("cookie", cookie.as_str()), (TIMESTAMP, &seconds), (KEY, "k"), (NONCE, &nonce), (SIGNATURE, &signature)];
        let reply = world.send(&Method::POST, PATH, &headers, BODY).await;
        assert_eq!((reply.status, reply.body.as_str()), (StatusCode::ACCEPTED, ""), "{}", who.name);
        assert_eq!(reply.header("set-cookie"), "");
    }
    assert_eq!(kept(&mut world).await, i64::try_from(world.people.len()).unwrap());
}
