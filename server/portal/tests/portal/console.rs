//! Consoles: their tickets, and what may be done with one by whom for how long. What passes through one is tested over HTTP.

use crate::support::contacts::{OWNER, account, add_service, at, colleague, run_command, with_login};
use crate::support::{START, World, for_each_database, secret};
use domain::access::Denied;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::console::{Console, ConsoleEnd, ConsoleMode};
use domain::contact::{ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::id::{ContactId, ServiceId};
use domain::live::Reached;
use domain::operation::{Operation, OperationSet};
use domain::right::Right;
use domain::text::Secret;

/// Somebody with these operations on one service.
async fn somebody(
    world: &World,
    (acting, owner): (Acting, &Caller),
    email: &str,
    given: (ServiceId, &[Operation]),
) -> (ContactId, Caller) {
    let services = [(given.0, OperationSet::of(given.1))].into();
    colleague(world, acting, owner, SaveContact { services, ..with_login("Ben", email, &[]) }).await
}

async fn issue(world: &World, who: &Caller, acting: Acting, service: ServiceId) -> Result<Secret, PortalError> {
    world.portal().ports.consoles.issue(who, acting, service).await
}

async fn open(
    world: &World,
    who: &Caller,
    acting: Acting,
    service: ServiceId,
    ticket: &Secret,
) -> Option<Box<dyn Console>> {
    let opened = world.portal().ports.consoles.open(who, acting.account, service, ticket.clone()).await;
    opened.unwrap_or_else(|error| {
        assert_eq!(error, PortalError::NotFound);
        None
    })
}

async fn mode(world: &World, who: &Caller, acting: Acting, service: ServiceId) -> Option<ConsoleMode> {
    let ticket = issue(world, who, acting, service).await.expect("they may");
    let console = open(world, who, acting, service, &ticket).await?;
    let mode = console.mode();
    console.close(who.now, ConsoleEnd::Left).await;
    Some(mode)
}

#[test]
fn a_ticket_opens_one_console_once_in_its_session_within_half_a_minute() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let [web, db] = [
            add_service(&world, acting.account, 1, "web-01", "vps").await,
            add_service(&world, acting.account, 2, "db-01", "vps").await,
        ];
        let other = world.signed_in(OWNER, START).await;
        let late = at(&owner, owner.now.plus_seconds(30));
        let ticket = issue(&world, &owner, acting, web).await.expect("the owner may");
        let stored = world.number("SELECT COUNT(*) FROM console_tickets").await;
        assert_eq!(stored, 1);
        let in_clear = "SELECT COUNT(*) FROM console_tickets WHERE token_hash = $1";
        assert_eq!(world.number_of(in_clear, ticket.expose()).await, 0, "only its hash is kept");
        for (who, service, ticket) in [(&other, web, &ticket), (&owner, db, &ticket), (&late, web, &ticket)] {
            assert!(open(&world, who, acting, service, ticket).await.is_none());
        }
        assert!(open(&world, &owner, acting, web, &secret("made up")).await.is_none());
        let console = open(&world, &owner, acting, web, &ticket).await.expect("it works");
        assert_eq!(console.mode(), ConsoleMode::Control);
        assert!(open(&world, &owner, acting, web, &ticket).await.is_none(), "it was spent");
        assert_eq!(world.number("SELECT COUNT(*) FROM consoles").await, 1);
        console.close(owner.now, ConsoleEnd::Left).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM consoles").await, 0);
        for kind in ["console_opened", "console_closed"] {
            let written = world.number_of("SELECT COUNT(*) FROM audit WHERE kind = $1", kind).await;
            assert_eq!(written, 1, "{kind}");
        }
        assert_eq!(world.first_bad_audit_row(Some(acting.account)).await, None);
    });
}

#[test]
fn a_ticket_gives_what_its_person_may_do_and_no_more_than_they_still_may() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let web = add_service(&world, acting.account, 1, "web-01", "vps").await;
        let db = add_service(&world, acting.account, 2, "db-01", "vps").await;
        let place = (acting, &owner);
        let (_, typist) = somebody(&world, place, "typist@example.com", (web, &[Operation::Console])).await;
        let (watching, watcher) =
            somebody(&world, place, "watcher@example.com", (web, &[Operation::ConsoleView])).await;
        let (_, power) = somebody(&world, place, "power@example.com", (web, &[Operation::Power])).await;
        assert_eq!(mode(&world, &typist, acting, web).await, Some(ConsoleMode::Control));
        assert_eq!(mode(&world, &watcher, acting, web).await, Some(ConsoleMode::View));
        let lacks = Denied::Missing(Right::Operation(Operation::ConsoleView));
        assert_eq!(issue(&world, &power, acting, web).await.err(), Some(PortalError::Denied { why: lacks }));
        for who in [&typist, &watcher, &power] {
            assert_eq!(issue(&world, who, acting, db).await.err(), Some(PortalError::NotFound));
        }
        let viewing = Acting { viewing: Some(watching), ..acting };
        assert_eq!(
            issue(&world, &owner, viewing, web).await.err(),
            Some(PortalError::Denied { why: Denied::ViewOnly })
        );

        // Its right goes before it is used.
        let ticket = issue(&world, &watcher, acting, web).await.expect("they may");
        world.insert("DELETE FROM grants WHERE subject_id = $1", &[&watching.to_string()]).await;
        assert!(open(&world, &watcher, acting, web, &ticket).await.is_none());
        assert_eq!(world.number("SELECT COUNT(*) FROM consoles").await, 0);
    });
}

#[test]
fn a_console_ends_with_the_right_the_session_the_account_and_the_machine() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let web = add_service(&world, acting.account, 1, "web-01", "vps").await;
        world.insert("UPDATE services SET driver = 'd', handle = 'here'", &[]).await;
        let given = (web, &[Operation::Console][..]);
        let (contact, ben) = somebody(&world, (acting, &owner), "ben@example.com", given).await;
        let ticket = issue(&world, &ben, acting, web).await.expect("they may");
        let console = open(&world, &ben, acting, web, &ticket).await.expect("it works");
        let now = ben.now;
        assert_eq!(console.ended(now).await, Ok(None));
        // The session: by the clock.
        assert_eq!(console.ended(now.plus_seconds(30 * 86_400)).await, Ok(Some(ConsoleEnd::SignedOut)));
        for (change, back, end) in [
            ("UPDATE services SET handle = 'there'", "UPDATE services SET handle = 'here'", ConsoleEnd::Moved),
            ("UPDATE services SET driver = NULL", "UPDATE services SET driver = 'd'", ConsoleEnd::Moved),
            (
                "UPDATE accounts SET status = 'suspended'",
                "UPDATE accounts SET status = 'active'",
                ConsoleEnd::AccountStopped,
            ),
            (
                "UPDATE accounts SET status = 'closed'",
                "UPDATE accounts SET status = 'active'",
                ConsoleEnd::AccountStopped,
            ),
            (
                "UPDATE grants SET key = 'svc.power' WHERE key = 'svc.console'",
                "UPDATE grants SET key = 'svc.console' WHERE key = 'svc.power'",
                ConsoleEnd::NoAccess,
            ),
        ] {
            world.insert(change, &[]).await;
            assert_eq!(console.ended(now).await, Ok(Some(end)), "{change}");
            world.insert(back, &[]).await;
            assert_eq!(console.ended(now).await, Ok(None), "{back}");
        }
        run_command(&world, &owner, acting, contact, ContactVerb::Suspend).await.expect("the owner may");
        assert_eq!(console.ended(now).await, Ok(Some(ConsoleEnd::NoAccess)));
        let reached = async || world.portal().ports.live.sessions_reached(&owner, acting, contact).await;
        assert_eq!(reached().await, Ok(Reached::default()), "it is still open");
        console.close(now, ConsoleEnd::NoAccess).await;
        assert_eq!(reached().await, Ok(Reached { sessions: 0, consoles: 1 }));
    });
}

#[test]
fn what_was_closed_by_nobody_is_swept_away() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let web = add_service(&world, acting.account, 1, "web-01", "vps").await;
        let ticket = issue(&world, &owner, acting, web).await.expect("the owner may");
        let console = open(&world, &owner, acting, web, &ticket).await.expect("it works");
        issue(&world, &owner, acting, web).await.expect("the owner may");
        drop(console);
        world.sweep(START.plus_seconds(60)).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM console_tickets").await, 0);
        assert_eq!(world.number("SELECT COUNT(*) FROM consoles").await, 1);
        world.sweep(START.plus_seconds(86_400)).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM consoles").await, 0);
    });
}
