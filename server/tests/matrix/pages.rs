//! Every page and its parts, by everybody, at every kind of address.

use crate::harness::Reply;
use crate::made::{Fresh, Made};
use crate::named::Named;
use crate::people::Person;
use crate::reference::{Address, Place, Question, Whom};
use crate::rows::{self, NOTHING, Needs, Row};
use crate::world::{World, encoded};
use domain::error::PortalError;
use domain::status::AccountStatus;

/// What comes after the account in the address of a view.
const VIEW: &str = "/a/{account}/as/{viewing}";

/// What a page's address begins with otherwise.
const ACCOUNT: &str = "/a/{account}";

#[test]
fn every_page_has_a_row_and_every_row_a_page() {
    let rows = rows::pages();
    let mut table: Vec<String> = rows.iter().map(|row| row.path.to_owned()).collect();
    let views = rows.iter().filter(|row| row.needs.is_on_account());
    table.extend(views.map(|row| row.path.replacen(ACCOUNT, VIEW, 1)));
    let routes: Vec<_> = app::routes().into_iter().chain(app::downloads()).collect();
    let routes = routes.iter().map(|route| route.path.as_str());
    let differences = rows::differences(routes, table.iter().map(String::as_str));
    assert!(differences.is_empty(), "{differences:#?}");
}

#[tokio::test]
async fn every_page_answers_everybody_as_the_rules_say() {
    every_page(AccountStatus::Active).await;
}

#[tokio::test]
async fn on_a_suspended_account_every_page_answers_as_the_rules_say() {
    every_page(AccountStatus::Suspended).await;
}

#[tokio::test]
async fn on_a_closed_account_every_page_answers_as_the_rules_say() {
    every_page(AccountStatus::Closed).await;
}

async fn every_page(status: AccountStatus) {
    // Pages are only read, so one world does for all of them.
    let mut world = World::open(AccountStatus::Active).await;
    let mut rows = Vec::new();
    for row in rows::pages() {
        let here = prepared(&mut world, row.fresh, Place::Demo).await;
        let elsewhere = if row.needs.is_on_account() {
            prepared(&mut world, row.fresh, Place::Elsewhere).await
        } else {
            here.clone()
        };
        rows.push((row, [here, elsewhere]));
    }
    world.set_status(status).await;
    let (mut cells, mut wrong) = (0, Vec::new());
    for (row, [here, elsewhere]) in rows {
        for who in world.people.clone() {
            for at in addresses(&row, &who, status) {
                cells += 1;
                let made = if at.place == Place::Elsewhere { &elsewhere } else { &here };
                if let Err(difference) = ask(&mut world, &row, (&who, at), made).await {
                    wrong.push(format!("{} by {} at {at:?}: {difference}", row.path, who.name));
                }
            }
        }
    }
    println!("{cells} cells on a {} account", status.key());
    assert!(wrong.is_empty(), "{} of {cells}:\n{}", wrong.len(), wrong.join("\n"));
}

/// What a page is about: where it is somebody's own, for everybody else that of an owner.
async fn prepared(world: &mut World, fresh: Fresh, place: Place) -> Made {
    if fresh != Fresh::Bulk {
        return world.made(fresh, place).await;
    }
    let owner = if place == Place::Elsewhere { "outsider" } else { "owner" };
    let owner = world.people.iter().find(|person| person.name == owner).unwrap().clone();
    world.made_for(fresh, &owner, place).await
}

fn addresses(row: &Row, who: &Person, status: AccountStatus) -> Vec<Address> {
    let on = |place, whom| Address { place, viewing: false, whom };
    if !row.needs.is_on_account() {
        return if status == AccountStatus::Active { vec![on(Place::Nowhere, Whom::Nobody)] } else { Vec::new() };
    }
    let mut addresses = vec![on(Place::Demo, Whom::Weak)];
    if status == AccountStatus::Active {
        addresses.extend([on(Place::Elsewhere, Whom::Foreign), on(Place::Nowhere, Whom::Foreign)]);
        if row.names_a_contact() {
            let others = [Whom::Oneself, Whom::Owner, Whom::Strong, Whom::Foreign, Whom::Nobody];
            addresses.extend(others.map(|whom| on(Place::Demo, whom)));
        }
    }
    addresses.retain(|at| at.whom != Whom::Oneself || who.contact.is_some());
    let views: Vec<Address> = addresses.iter().map(|at| Address { viewing: true, ..*at }).collect();
    addresses.extend(views.into_iter().filter(|at| at.place != Place::Nowhere));
    addresses
}

/// What somebody has to be answered who asks for something that needs this.
fn expected(world: &World, needs: &Needs, (who, at): (&Person, Address), named: &Named) -> Result<(), PortalError> {
    let (viewed, recipient) = (world.viewed(), world.recipient());
    let (oneself, status, whom) = (world.own_contact(who, at.place), world.status, named.known.as_ref());
    let web_01 = world.web_01();
    Question { who, oneself, at, status, whom, viewed: &viewed, recipient: &recipient, web_01, writes: false }
        .answer(needs)
}

async fn ask(world: &mut World, row: &Row, (who, at): (&Person, Address), made: &Made) -> Result<(), String> {
    let named = world.named(who, at, row.deed());
    let expected_of = |needs| expected(world, needs, (who, at), &named);
    let expected = expected_of(&row.needs);
    let shows = row.part.as_ref().map(|part| expected.is_ok() && expected_of(&part.needs).is_ok());
    // Whoever may see it gets something of their own.
    let made = if shows == Some(true) { world.made_for(row.fresh, who, at.place).await } else { made.clone() };
    let path = if at.viewing { row.path.replacen(ACCOUNT, VIEW, 1) } else { row.path.to_owned() };
    let path = path
        .replace("{account}", &world.account(at.place))
        .replace("{viewing}", &world.viewed().id.to_string())
        .replace("{contact}", &named.id)
        .replace("{service}", &world.id("demo:web-01"))
        .replace("{domain}", &world.id("demo:dom-main"))
        .replace("{template}", &made.id)
        .replace("{token}", &made.token);
    let inputs = world.inputs((who, at.place), &named, made, NOTHING.to_owned()).await;
    let query = encoded(&(row.form)(&inputs));
    let path = if query.is_empty() { path } else { format!("{path}?{query}") };
    let state = world.state().await;
    let reply = world.get(&path, &world.cookie(who.name)).await;
    check(row, &reply, &expected)?;
    if let (Some(part), Some(shows)) = (&row.part, shows) {
        let mark = (part.mark)(&inputs);
        if reply.body.contains(&mark) != shows {
            return Err(format!("{mark} on {path}: {}", if shows { "is missing" } else { "is shown" }));
        }
    }
    if world.state().await == state { Ok(()) } else { Err("it changed something".to_owned()) }
}

fn check(row: &Row, reply: &Reply, expected: &Result<(), PortalError>) -> Result<(), String> {
    let (status, leads_to) = match expected {
        // The first page leads on to the accounts.
        Ok(()) if row.path == "/" => (302, "/a"),
        Ok(()) => (200, ""),
        Err(PortalError::SignInRequired) => (302, "/sign-in"),
        Err(PortalError::PasswordChangeRequired) => (302, "/me/security"),
        Err(error) => (error.status(), ""),
    };
    let location = reply.header("location");
    let leads = location.starts_with(leads_to) && location.is_empty() == leads_to.is_empty();
    if reply.status == status && leads {
        return Ok(());
    }
    Err(format!("{} {location:?} instead of {status} {leads_to:?} {expected:?}", reply.status.as_u16()))
}
