//! Every server function, by everybody, at every kind of address.

use crate::harness::Reply;
use crate::made::Made;
use crate::named::Named;
use crate::people::{Cookie, Person};
use crate::reference::{Address, Deed, Place, Question, Whom};
use crate::rows::{self, Form, NOTHING, Needs, Row};
use crate::world::World;
use domain::contact::BulkOutcome;
use domain::error::PortalError;
use domain::status::AccountStatus;
use leptos::server_fn::axum::server_fn_paths;

#[test]
fn every_server_function_has_a_row_and_every_row_a_function() {
    // Registered when something of the app is linked in.
    assert!(!app::routes().is_empty());
    let rows = rows::functions();
    let differences = rows::differences(server_fn_paths().map(|(path, _)| path), rows.iter().map(|row| row.path));
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

/// Nobody learns of a session of another person, nor ends it.
#[tokio::test]
async fn nobody_ends_a_session_of_another_person() {
    let mut world = World::open(AccountStatus::Active).await;
    for who in world.people.clone() {
        let other = world.cookie(if who.login == "buyer" { "visitor" } else { "buyer" });
        let session = world.session_of(&other).await;
        let form: Form = vec![("change[session]".to_owned(), session.clone())];
        let expected = match who.cookie {
            Cookie::None | Cookie::Over => PortalError::SignInRequired,
            Cookie::MustChange => PortalError::PasswordChangeRequired,
            Cookie::Live => PortalError::NotFound,
        };
        let reply = world.call("/fn/people/end_session", &world.cookie(who.name), &form).await;
        assert_eq!(check_answer(&reply, &Err(expected)), Ok(()), "{}", who.name);
        assert_eq!(world.session_of(&other).await, session, "it goes on after {}", who.name);
    }
}

async fn every_function(status: AccountStatus) {
    let (mut cells, mut wrong) = (0, Vec::new());
    for row in rows::functions() {
        // What is asked for nowhere does not depend on the account.
        if status == AccountStatus::Active || row.needs.is_on_account() {
            cells += every_cell(&row, status, &mut wrong).await;
        }
    }
    println!("{cells} cells on a {} account", status.key());
    assert!(wrong.is_empty(), "{} of {cells}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Asks for one thing, as everybody everywhere, in a world of its own; gives how often.
async fn every_cell(row: &Row, status: AccountStatus, wrong: &mut Vec<String>) -> usize {
    let mut world = World::open(AccountStatus::Active).await;
    let made = world.made(row.fresh, Place::Demo).await;
    world.set_status(status).await;
    let everybody = world.people.clone().into_iter();
    let mut cells: Vec<(Person, Address)> =
        everybody.flat_map(|who| addresses(row, &who, status).into_iter().map(move |at| (who.clone(), at))).collect();
    // Whoever may not do it is refused first, while everything is as it was.
    cells.sort_by_key(|(who, at)| expected(&world, row, (who, *at)).is_ok());
    for (who, at) in &cells {
        if let Err(difference) = ask(&mut world, row, (who, *at), &made).await {
            wrong.push(format!("{} {:?} by {} at {at:?}: {difference}", row.path, row.needs, who.name));
        }
    }
    cells.len()
}

/// Where something is asked for. On an account that is not active only its own addresses are of interest.
fn addresses(row: &Row, who: &Person, status: AccountStatus) -> Vec<Address> {
    let on = |place, whom| Address { place, viewing: false, whom };
    let all = status == AccountStatus::Active;
    let mut addresses: Vec<Address> = match &row.needs {
        Needs::Nothing | Needs::SignedOut | Needs::SignIn | Needs::OwnPassword => {
            vec![on(Place::Nowhere, Whom::Nobody)]
        }
        Needs::OnAccount(_)
        | Needs::Add(_)
        | Needs::Service(_)
        | Needs::Operate(_)
        | Needs::Domain
        | Needs::Zone
        | Needs::ChangeZone
        | Needs::Transfer(_)
        | Needs::Leave
        | Needs::Depart => [Place::Demo, Place::Elsewhere, Place::Nowhere].map(|place| on(place, Whom::Owner)).into(),
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
    addresses
}

/// What somebody has to be answered.
fn expected(world: &World, row: &Row, (who, at): (&Person, Address)) -> Result<(), PortalError> {
    let named = world.named(who, at, row.needs.deed());
    let (viewed, recipient) = (world.viewed(), world.recipient());
    let (oneself, whom) = (world.own_contact(who, at.place), named.known.as_ref());
    let (status, web_01) = (world.status, world.web_01());
    Question { who, oneself, at, status, whom, viewed: &viewed, recipient: &recipient, web_01, writes: true }
        .answer(&row.needs)
}

/// Of a list of one contact: why it is left out.
fn left_out(world: &World, row: &Row, (who, at): (&Person, Address), named: &Named) -> Option<PortalError> {
    let (deed, known) = (row.needs.deed(), named.known.as_ref()?);
    let (viewed, recipient) = (world.viewed(), world.recipient());
    let (oneself, whom, status) = (world.own_contact(who, at.place), Some(known), world.status);
    let web_01 = world.web_01();
    let question =
        Question { who, oneself, at, status, whom, viewed: &viewed, recipient: &recipient, web_01, writes: true };
    question.actor().and_then(|actor| Ok(actor.may(deed, known)?)).err()
}

/// Asks for one thing, and says what is not as it should be. Whoever may have it gets something of their own.
async fn ask(world: &mut World, row: &Row, (who, at): (&Person, Address), made: &Made) -> Result<(), String> {
    let deed = row.needs.deed();
    let expected = expected(world, row, (who, at));
    let allowed = expected.is_ok();
    let named = if allowed { world.named_anew(who, at, deed).await } else { world.named(who, at, deed) };
    let made = if allowed { world.made_for(row.fresh, who, at.place).await } else { made.clone() };
    let refusal = if deed.is_bulk() && allowed { left_out(world, row, (who, at), &named) } else { None };
    let spends_session = row.spends_session && allowed && matches!(who.cookie, Cookie::Live | Cookie::MustChange);
    let cookie = if spends_session { world.sign_in(who).await } else { world.cookie(who.name) };
    let own_session = if spends_session { world.session_of(&cookie).await } else { NOTHING.to_owned() };
    let form = filled(world, row, (who, at), (&named, made, own_session)).await;

    let (state, events) = (world.state().await, world.events().await);
    let reply = world.call(row.path, &cookie, &form).await;
    check_answer(&reply, &expected)?;
    if deed.is_bulk() && allowed {
        check_outcome(&reply, refusal.as_ref())?;
    }
    let events = world.events().await - events;
    let changed = world.state().await != state;
    let on_account = row.needs.is_on_account();
    let refused = refusal.is_some() || !allowed;
    if changed && refused {
        return Err("it changed something".to_owned());
    }
    let due = if refused { 0 } else { told(row) };
    if on_account && events != due {
        return Err(format!("{events} events were written down"));
    }
    Ok(())
}

/// The form that is sent.
async fn filled(
    world: &mut World,
    row: &Row,
    (who, at): (&Person, Address),
    (named, made, own_session): (&Named, Made, String),
) -> Form {
    let mut form = (row.form)(&world.inputs((who, at.place), named, made, own_session).await);
    if row.needs.is_on_account() {
        form.push(("acting[account]".to_owned(), world.account(at.place)));
    }
    if at.viewing {
        form.push(("acting[viewing]".to_owned(), world.viewed().id.to_string()));
    }
    form
}

fn check_answer(reply: &Reply, expected: &Result<(), PortalError>) -> Result<(), String> {
    let status = expected.as_ref().map_or_else(PortalError::status, |()| 200);
    let error = serde_json::from_str::<PortalError>(&reply.body);
    let same = match expected {
        Ok(()) => true,
        // Where a step leads may tell what came of it, such as how many open sessions heard of it.
        Err(expected) => error.as_ref().is_ok_and(|error| error == expected) && reply.header("location").is_empty(),
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

#[tokio::test]
async fn whom_a_step_for_many_is_about_is_asked_of_whoever_may_do_it() {
    let mut world = World::open(AccountStatus::Active).await;
    let state = world.state().await;
    for row in rows::functions().into_iter().filter(|row| row.needs.deed().is_bulk()) {
        for who in world.people.clone() {
            for at in addresses(&row, &who, AccountStatus::Active) {
                let named = world.named(&who, at, row.needs.deed());
                let is_left_out = left_out(&world, &row, (&who, at), &named).is_some();
                let may = expected(&world, &row, (&who, at)).is_ok() && !is_left_out;
                let mut form =
                    filled(&mut world, &row, (&who, at), (&named, Made::nothing(), NOTHING.to_owned())).await;
                form.retain(|(name, _)| name != "ask");
                form.push(("ask".to_owned(), "true".to_owned()));
                let reply = world.call(row.path, &world.cookie(who.name), &form).await;
                let asked = reply.body.contains(&format!("{{\"these\":[\"{}\"]}}", named.id));
                assert_eq!(asked, may, "{:?} by {} at {at:?}: {}", row.needs, who.name, reply.body);
            }
        }
    }
    assert_eq!(world.state().await, state, "nothing was changed");
}

/// How many events a change writes down.
fn told(row: &Row) -> i64 {
    match row.path {
        // A ticket opens nothing yet, and what would change of a zone is only shown.
        "/fn/console/issue" | "/fn/dns/review" | "/fn/dns/import" => 0,
        // What is to be changed of a zone, and what came of it.
        "/fn/dns/apply" | "/fn/dns/undo" => 2,
        // Leaving a view that nobody has only counts as a change.
        _ => i64::from(!matches!(row.needs, Needs::Leave)),
    }
}
