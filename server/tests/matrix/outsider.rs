//! What somebody with nothing to do with an account could read of it in what they are sent themselves (SECURITY T10).

use crate::rows::Form;
use crate::world::World;
use axum::http::StatusCode;
use domain::status::AccountStatus;

/// What the outsider is sent: their pages, but for what is random in them, and what their open tabs are told.
async fn sent(world: &mut World) -> Vec<String> {
    let (account, cookie) = (world.id("demo:elsewhere"), world.cookie("outsider"));
    let mut sent = Vec::new();
    for path in [format!("/a/{account}/services"), "/me/security".to_owned(), "/me/events/since?after=0".to_owned()] {
        let reply = world.get(&path, &cookie).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}: {}", reply.body);
        sent.push(reply.body.replace(reply.nonce(), ""));
    }
    sent
}

#[tokio::test]
async fn nothing_that_an_outsider_is_sent_moves_when_others_change() {
    let mut world = World::open(AccountStatus::Active).await;
    let before = sent(&mut world).await;
    for (number, to) in ["suspend", "reactivate", "suspend"].into_iter().enumerate() {
        let form = [
            ("acting[account]", world.id("demo:hosting")),
            ("change[submission]", format!("00000000-0000-7000-a000-{number:012x}")),
            ("change[contact]", world.id("demo:contact-technician")),
            ("change[to]", to.to_owned()),
        ];
        let form: Form = form.map(|(name, value)| (name.to_owned(), value)).into();
        let owner = world.cookie("owner");
        let reply = world.call("/fn/contacts/move_one", &owner, &form).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.body);
        assert_eq!(sent(&mut world).await, before);
    }
}
