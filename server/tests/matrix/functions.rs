//! Every server function, by everybody, at every kind of address.

use crate::harness::Reply;
use crate::people::{Cookie, Person};
use crate::policy::{self, Inputs, Needs, Row};
use crate::reference::{Address, Deed, Known, Place, Question, Whom};
use crate::world::{Named, World};
use axum::http::Method;
use domain::account::AccountStatus;
use domain::contact::BulkOutcome;
use domain::error::PortalError;
use leptos::server_fn::axum::server_fn_paths;
use std::collections::HashMap;

#[test]
fn every_server_function_has_a_row_and_every_row_a_function() {
    // Registered when something of the app is linked in.
    assert!(!server::pages::routes().is_empty());
    let rows = policy::functions();
    let differences = policy::differences(server_fn_paths().map(|(path, _)| path), rows.iter().map(|row| row.path));
    assert!(differences.is_empty(), "{differences:#?}");
}

#[tokio::test]
async fn every_function_answers_everybody_as_the_rules_say() {
    every_function(AccountStatus::Active).await;
}

#[tokio::test]
async fn on_a_suspended_account_every_function_answers_as_the_rules_say() {
    every_function(AccountStatus::Suspended).await;
}

#[tokio::test]
async fn on_a_closed_account_every_function_answers_as_the_rules_say() {
    every_function(AccountStatus::Closed).await;
}

async fn every_function(status: AccountStatus) {
    let mut world = World::open(status).await;
    let methods: HashMap<&str, Method> = server_fn_paths().collect();
    let (mut cells, mut wrong) = (0, Vec::new());
    for row in policy::functions() {
        let method = methods.get(row.path).cloned().unwrap_or_default();
        for who in world.people.clone() {
            for at in addresses(&row, &who, status) {
                cells += 1;
                if let Err(difference) = ask(&mut world, &row, &method, &who, at).await {
                    wrong.push(format!(
                        "{} {} {:?} by {} at {at:?}: {difference}",
                        method, row.path, row.needs, who.name
                    ));
                }
            }
        }
    }
    println!("{cells} cells on a {} account", status.key());
    assert!(wrong.is_empty(), "{} of {cells}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Where something is asked for. On an account that is not active only its own addresses are of interest.
fn addresses(row: &Row, who: &Person, status: AccountStatus) -> Vec<Address> {
    let on = |place, whom| Address { place, viewing: false, whom };
    let all = status == AccountStatus::Active;
    let mut addresses: Vec<Address> = match &row.needs {
        Needs::Nothing | Needs::SignIn | Needs::OwnPassword if !all => Vec::new(),
        Needs::Nothing | Needs::SignIn | Needs::OwnPassword => vec![on(Place::Nowhere, Whom::Nobody)],
        Needs::OnAccount(_) | Needs::Add(_) | Needs::Leave | Needs::Depart => {
            [Place::Demo, Place::Elsewhere, Place::Nowhere].map(|place| on(place, Whom::Owner)).into()
        }
        Needs::Contact(_) => vec![
            on(Place::Demo, Whom::Oneself),
            on(Place::Demo, Whom::Owner),
            on(Place::Demo, Whom::Weak),
            on(Place::Demo, Whom::Strong),
            on(Place::Demo, Whom::Foreign),
            on(Place::Demo, Whom::Nobody),
            on(Place::Elsewhere, Whom::Foreign),
            on(Place::Elsewhere, Whom::Weak),
            on(Place::Elsewhere, Whom::Nobody),
            on(Place::Nowhere, Whom::Foreign),
        ],
    };
    if row.needs.is_on_account() && !matches!(row.needs, Needs::Leave) {
        addresses.push(Address { viewing: true, ..on(Place::Demo, Whom::Weak) });
        addresses.push(Address { viewing: true, ..on(Place::Elsewhere, Whom::Foreign) });
    }
    // Each of these hashes a password.
    let few = matches!(row.needs, Needs::Contact(Deed::SetPassword));
    addresses.retain(|at| {
        (at.whom != Whom::Oneself || who.contact.is_some())
            && (all || at.place == Place::Demo || !row.needs.is_on_account())
            && (!few || at.place == Place::Demo && at.whom != Whom::Strong && at.whom != Whom::Nobody)
    });
    if matches!(row.needs, Needs::Depart) {
        // Last the account that somebody may leave: with it the session may go.
        let own = if who.acts { Place::Demo } else { Place::Elsewhere };
        addresses.sort_by_key(|at| (!at.viewing, at.place == own));
    }
    addresses
}

/// Asks for one thing, and says what is not as it should be.
async fn ask(world: &mut World, row: &Row, method: &Method, who: &Person, at: Address) -> Result<(), String> {
    let deed = if let Needs::Contact(deed) = row.needs { deed } else { Deed::See };
    let writes = method == Method::POST;
    let viewed = world.viewed();
    let mut named = world.named(who, at, deed, false);
    let expected = question(world, who, at, &named, &viewed, writes).answer(row);
    if expected.is_ok() && writes && matches!(row.needs, Needs::Contact(_)) {
        named = world.named(who, at, deed, true);
    }
    let question = question(world, who, at, &named, &viewed, writes);
    let refusal = match (&expected, &named.known) {
        (Ok(()), Some(known)) if deed.is_bulk() => question.actor().and_then(|actor| Ok(actor.may(deed, known)?)).err(),
        _ => None,
    };
    let kept = world.cookie(who.name);
    let can_sign_in = matches!(who.cookie, Cookie::Live | Cookie::MustChange);
    let cookie = if row.spends_session && can_sign_in { world.sign_in(who).await } else { kept };
    let inputs = Inputs {
        contact: named.id.clone(),
        known: named.known.as_ref(),
        version: world.version(&named.id).await,
        seen: world.chosen(&named.id).await,
        pinned: world.is_pinned(who, at.place).await,
        number: world.number(),
        own_session: if row.spends_session { world.session_of(&cookie).await } else { String::new() },
        other_session: other_session(world, row, who).await,
    };
    let mut form = (row.form)(&inputs);
    if row.needs.is_on_account() {
        form.push(("acting[account]".to_owned(), world.account(at.place)));
    }
    if at.viewing {
        form.push(("acting[viewing]".to_owned(), viewed.id.to_string()));
    }

    let (state, events) = (world.state().await, world.events().await);
    let reply = world.call(row.path, method, &cookie, &form).await;
    check_answer(&reply, &expected)?;
    if deed.is_bulk() && expected.is_ok() {
        check_outcome(&reply, refusal.as_ref())?;
    }
    let events = world.events().await - events;
    let changed = world.state().await != state;
    let on_account = row.needs.is_on_account();
    let refused = refusal.is_some() || (expected.is_err() && expected != row.answer);
    let is_change = writes && !refused && row.answer.is_ok() && !matches!(row.needs, Needs::Leave);
    if changed && (!writes || refused || on_account && !is_change) {
        return Err("it changed something".to_owned());
    }
    if on_account && is_change && events != 1 {
        return Err(format!("{events} events were written down"));
    }
    Ok(())
}

fn question<'a>(
    world: &World,
    who: &'a Person,
    at: Address,
    named: &'a Named,
    viewed: &'a Known,
    writes: bool,
) -> Question<'a> {
    let oneself = world.own_contact(who, at.place);
    Question { who, oneself, at, status: world.status, whom: named.known.as_ref(), viewed, writes }
}

/// A session that is not the one of whoever asks.
async fn other_session(world: &mut World, row: &Row, who: &Person) -> String {
    if row.path != "/fn/people/end_session" {
        return String::new();
    }
    let other = if who.login == "buyer" { "visitor" } else { "buyer" };
    let cookie = world.cookie(other);
    world.session_of(&cookie).await
}

fn check_answer(reply: &Reply, expected: &Result<(), PortalError>) -> Result<(), String> {
    let status = expected.as_ref().map_or_else(PortalError::status, |()| 200);
    let error = serde_json::from_str::<PortalError>(&reply.body);
    let same = match expected {
        Ok(()) => true,
        Err(expected) => error.as_ref().is_ok_and(|error| error == expected),
    };
    if reply.status == status && same {
        return Ok(());
    }
    let body: String = reply.body.chars().take(200).collect();
    Err(format!("{} {body} instead of {status} {expected:?}", reply.status.as_u16()))
}

/// Of a list of one contact, either that one was changed or it was left out for the right reason.
fn check_outcome(reply: &Reply, refusal: Option<&PortalError>) -> Result<(), String> {
    let outcome: BulkOutcome = serde_json::from_str(&reply.body).map_err(|error| error.to_string())?;
    let refused = outcome.refused.first().map(|(_, why)| why.clone());
    let as_it_should = refused.as_ref() == refusal && outcome.done == usize::from(refusal.is_none());
    if as_it_should { Ok(()) } else { Err(format!("{outcome:?} instead of {refusal:?}")) }
}
