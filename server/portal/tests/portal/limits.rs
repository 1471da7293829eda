//! How much one person changes and has open.

use crate::contacts::{OWNER, account, at, colleague, form, submission, with_login};
use crate::support::{PASSWORD, START, World, for_each_database, for_each_database_with};
use domain::account::PinAccount;
use domain::error::PortalError;
use domain::person::EndSession;
use domain::ports::{Acting, Caller};
use domain::profile::SaveProfile;
use domain::role::Role;
use domain::rules::SetTemplate;
use domain::text::Secret;

async fn pin(world: &World, who: &Caller, acting: Acting, pinned: bool) -> Result<(), PortalError> {
    world.portal().ports.accounts.pin(who, acting, PinAccount { pinned }).await
}

async fn events(world: &World) -> i64 {
    world.number("SELECT COUNT(*) FROM audit").await
}

#[test]
fn a_change_that_changes_nothing_is_written_nowhere() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let before = events(&world).await;
        for _ in 0..100 {
            pin(&world, &owner, acting, true).await.expect("pinned");
        }
        assert_eq!(events(&world).await, before + 1, "a hundred pins are one");
        pin(&world, &owner, acting, false).await.expect("unpinned");
        let before = events(&world).await;
        let profile = ports.profiles.read(&owner).await.expect("shown");
        let same = SaveProfile {
            version: profile.version,
            first_name: profile.first_name,
            last_name: profile.last_name,
            ..SaveProfile::default()
        };
        for _ in 0..3 {
            pin(&world, &owner, acting, false).await.expect("it is not pinned");
            ports.profiles.cancel_email(&owner).await.expect("nothing is pending");
            ports.profiles.save(&owner, same.clone()).await.expect("the name stays");
        }
        assert_eq!(events(&world).await, before);
        assert_eq!(ports.profiles.read(&owner).await.expect("shown").version, profile.version);
    });
}

#[test]
fn a_template_saved_as_it_is_is_no_change() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max, _) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Billing])).await;
        let own = crate::templates::role(&world, &owner, acting, max, "Till").await;
        let before = events(&world).await;
        let same = SetTemplate {
            submission: submission(),
            template: own.id,
            name: "Till".to_owned(),
            privileges: own.template.privileges,
            operations: own.template.operations,
            seen: SetTemplate::seen(&own.template),
        };
        world.portal().ports.rules.set_template(&owner, acting, same).await.expect("as it was");
        assert_eq!(events(&world).await, before);
    });
}

#[test]
fn one_person_changes_so_much_a_minute_and_is_in_nobody_else_s_way() {
    for_each_database_with(
        |config| config.writes_per_minute = 20,
        async |world| {
            let (acting, owner) = account(&world).await;
            let (_, max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[])).await;
            let minute = START.plus_seconds(60);
            let busy = at(&owner, minute);
            for n in 0..20 {
                pin(&world, &busy, acting, n % 2 == 0).await.expect("within the limit");
            }
            let before = events(&world).await;
            let too_many = PortalError::TooMany { retry_after: 60 };
            assert_eq!(pin(&world, &busy, acting, true).await, Err(too_many.clone()));
            let contacts = &world.portal().ports.contacts;
            let added = contacts.save(&busy, acting, form("Tina", "tina@example.com")).await;
            assert_eq!(added, Err(too_many), "whatever it is");
            assert_eq!(events(&world).await, before);
            pin(&world, &at(&max, minute), acting, true).await.expect("Max did nothing yet");
            // A session that floods is ended all the same.
            let other = world.signed_in(OWNER, minute).await.signed_in.expect("signed in").session;
            world.people().end_session(&busy, EndSession { session: other }).await.expect("ended");
            world.people().sign_out(&at(&max, minute)).await.expect("signed out");
            pin(&world, &at(&owner, minute.plus_seconds(60)), acting, true).await.expect("a minute later");
        },
    );
}

#[test]
fn of_more_than_fifty_sessions_the_oldest_ends_and_its_tabs_are_told() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let sign_in = async |n: i64| {
            let session = world.sign_in(OWNER, PASSWORD, START.plus_seconds(n)).await.expect("the password is right");
            session.token
        };
        let (first, second) = (sign_in(0).await, sign_in(1).await);
        for n in 2..50 {
            sign_in(n).await;
        }
        let now = START.plus_seconds(60);
        let lives = async |token: &Secret| world.caller(token, now).await.is_some();
        let told = async || world.number("SELECT COUNT(*) FROM live_events").await;
        let before = told().await;
        assert!(lives(&first).await, "fifty are allowed");
        let latest = sign_in(50).await;
        assert!(!lives(&first).await, "the oldest has ended");
        assert!(lives(&second).await && lives(&latest).await);
        assert_eq!(told().await, before + 1);
        let caller = world.caller(&latest, now).await.expect("the session lives");
        assert_eq!(world.people().sessions(&caller).await.expect("listed").len(), 50);
        let whose = world.portal().sessions.last_person(first.expose()).await.expect("answered");
        assert_eq!(whose, Some(caller.signed_in.expect("signed in").person), "a form of it is kept for its person");
        world.account_of("other@example.com").await;
        world.signed_in("other@example.com", now).await;
        assert!(lives(&second).await, "nobody else's count");
    });
}
