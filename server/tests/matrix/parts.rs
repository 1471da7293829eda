//! What pages tell of more than one account, or of what somebody did.

use crate::made::Fresh;
use crate::people::{Cookie, Person};
use crate::reference::{Address, Place, Question, Whom};
use crate::rows::Needs;
use crate::world::World;
use axum::http::StatusCode;
use domain::status::AccountStatus;

/// Whether somebody acts on an account, in a session in which they may.
fn acts(who: &Person, place: Place) -> bool {
    let there = if place == Place::Demo { who.acts } else { who.elsewhere.is_some() };
    who.cookie == Cookie::Live && there
}

#[tokio::test]
async fn the_lists_of_accounts_name_those_of_whoever_asks_and_no_others() {
    let mut world = World::open(AccountStatus::Active).await;
    for who in world.people.clone() {
        for path in ["/accounts", "/accounts?part=switcher", "/accounts?search=demo&show=attention", "/me"] {
            let reply = world.get(path, &world.cookie(who.name)).await;
            for place in [Place::Demo, Place::Elsewhere] {
                let account = world.account(place);
                let named = reply.body.contains(&account);
                // A search may leave some out.
                let may = acts(&who, place);
                assert!(!named || may, "{path} tells {} of {place:?}", who.name);
                assert!(named || !may || path.contains("search"), "{path} keeps {place:?} from {}", who.name);
            }
        }
    }
}

#[tokio::test]
async fn leaving_an_account_is_asked_of_whoever_may() {
    let mut world = World::open(AccountStatus::Active).await;
    for who in world.people.clone() {
        for place in [Place::Demo, Place::Elsewhere, Place::Nowhere] {
            let (viewed, recipient) = (world.viewed(), world.recipient());
            let at = Address { place, viewing: false, whom: Whom::Nobody };
            let oneself = world.own_contact(&who, place);
            let (status, whom, web_01) = (world.status, None, world.web_01());
            let (viewed, recipient) = (&viewed, &recipient);
            let may = Question { who: &who, oneself, at, status, whom, viewed, recipient, web_01, writes: true }
                .answer(&Needs::Depart)
                .is_ok();
            let path = format!("/accounts?leave={}", world.account(place));
            let reply = world.get(&path, &world.cookie(who.name)).await;
            let asked = reply.body.contains("action=\"/fn/accounts/leave\"");
            assert_eq!(asked, may, "{place:?} by {}: {}", who.name, reply.body);
        }
    }
}

#[tokio::test]
async fn what_came_of_a_bulk_action_is_told_to_whoever_did_it() {
    let mut world = World::open(AccountStatus::Active).await;
    let owner = world.people[0].clone();
    let bulk = world.made_for(Fresh::Bulk, &owner, Place::Demo).await.id;
    for account in [Place::Demo, Place::Elsewhere].map(|place| world.account(place)) {
        let path = format!("/a/{account}/contacts?bulk={bulk}");
        for who in world.people.clone() {
            let reply = world.get(&path, &world.cookie(who.name)).await;
            let told = reply.body.contains("name=\"change[bulk]\"") || reply.body.contains("1 suspended.");
            let own = who.name == owner.name && account == world.account(Place::Demo);
            assert_eq!(told, own, "{path} by {}", who.name);
        }
    }
}

#[tokio::test]
async fn a_link_that_is_none_is_not_found_whoever_opens_it() {
    let mut world = World::open(AccountStatus::Active).await;
    let state = world.state().await;
    for who in world.people.clone() {
        for path in ["/reset/no-such-token", "/invitations/no-such-token", "/verify/no-such-token"] {
            let reply = world.get(path, &world.cookie(who.name)).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path} by {}", who.name);
        }
    }
    assert_eq!(world.state().await, state, "nothing was changed");
}

#[tokio::test]
async fn a_step_that_an_address_makes_up_is_told_to_nobody() {
    let mut world = World::open(AccountStatus::Active).await;
    let (account, contact) = (world.account(Place::Demo), world.viewed().id);
    for who in world.people.clone() {
        for (path, words, said) in [
            (format!("/a/{account}/contacts"), format!("done=suspend&who={contact}&told=3"), "was suspended."),
            (format!("/a/{account}/contacts/{contact}"), format!("done=suspend&who={contact}"), "was suspended."),
            (format!("/a/{account}/requests"), "done=granted".to_owned(), "Right given."),
            (format!("/a/{account}/rules"), "done=changed".to_owned(), "Change saved."),
            ("/me".to_owned(), "done=saved".to_owned(), "Details saved."),
            ("/me/security".to_owned(), "done=changed".to_owned(), "Password changed."),
            ("/accounts".to_owned(), "done=left".to_owned(), "You left the account."),
        ] {
            for made_up in ["", "&mark=0123456789abcdef"] {
                let path = format!("{path}?{words}{made_up}");
                let reply = world.get(&path, &world.cookie(who.name)).await;
                assert!(!reply.body.contains(said), "{path} by {}", who.name);
            }
        }
    }
}
