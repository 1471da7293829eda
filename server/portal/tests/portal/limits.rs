//! How much one person changes and has open, and what refusals tell of contacts that exist.

use crate::asking::withdraw;
use crate::support::behind::Rows;
use crate::support::contacts::{
    OWNER, account, at, colleague, form, later, look_at, run_command, submission, with_login,
};
use crate::support::invitations::{decline, invitations, token_problem};
use crate::support::owners::{change_owner, go_on, offer};
use crate::support::{
    OTHER_PASSWORD, PASSWORD, START, World, credentials, for_each_database, for_each_database_with, secret, visitor,
};
use domain::account::{LeaveAccount, PinAccount};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::id::{AccessRequestId, ContactId};
use domain::invitation::MailInvitation;
use domain::ownership::{OwnerChange, TransferVerb};
use domain::person::{ChangePassword, EndSession};
use domain::problem::Problem;
use domain::profile::{Profile, SaveProfile};
use domain::role::Role;
use domain::roles::SetTemplate;
use domain::text::Secret;
use std::time::Duration;
use tokio::time::timeout;
use uuid::Uuid;

async fn pin(world: &World, who: &Caller, acting: Acting, pinned: bool) -> Result<(), PortalError> {
    world.portal().ports.accounts.pin(who, acting, PinAccount { pinned }).await
}

async fn events(world: &World) -> i64 {
    world.count(Rows::Events).await
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
            domain_operations: own.template.domain_operations,
            seen: SetTemplate::seen(&own.template),
        };
        world.portal().ports.roles.set_template(&owner, acting, same).await.expect("as it was");
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
            let other = world.signed_in(OWNER, minute).await.signed_in().expect("signed in").session;
            world.people().end_session(&busy, EndSession { session: other }).await.expect("ended");
            world.people().sign_out(&at(&max, minute)).await.expect("signed out");
            pin(&world, &at(&owner, minute.plus_seconds(60)), acting, true).await.expect("a minute later");
        },
    );
}

#[test]
fn a_retry_of_what_was_carried_out_gets_its_answer_whatever_the_limit() {
    for_each_database_with(
        |config| config.writes_per_minute = 3,
        async |world| {
            let (acting, owner) = account(&world).await;
            let contacts = &world.portal().ports.contacts;
            let form = form("Tina", "tina@example.com");
            let tina = contacts.save(&owner, acting, form.clone()).await.expect("added");
            for pinned in [true, false] {
                pin(&world, &owner, acting, pinned).await.expect("within the limit");
            }
            let too_many = Err(PortalError::TooMany { retry_after: 60 });
            assert_eq!(pin(&world, &owner, acting, true).await, too_many);
            for _ in 0..3 {
                assert_eq!(contacts.save(&owner, acting, form.clone()).await, Ok(tina), "it was acknowledged before");
            }
            let other = SaveContact { submission: Some(submission()), ..form };
            assert_eq!(contacts.save(&owner, acting, other).await.map(drop), too_many, "another one is new");
        },
    );
}

#[test]
fn somebody_over_their_limit_changes_their_password_and_gives_it_again() {
    for_each_database_with(
        |config| config.writes_per_minute = 2,
        async |world| {
            let (acting, owner) = account(&world).await;
            let (tina, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
            let hour = START.plus_seconds(3_600);
            let busy = at(&owner, hour);
            for pinned in [true, false] {
                pin(&world, &busy, acting, pinned).await.expect("within the limit");
            }
            let too_many = Err(PortalError::TooMany { retry_after: 60 });
            assert_eq!(pin(&world, &busy, acting, true).await, too_many);
            // The step is refused for the limit, not the password that came with it.
            let viewed = world.portal().ports.contacts.view_as(&busy, acting, look_at(tina)).await;
            assert_eq!(viewed, too_many);
            assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'password_confirmed'").await, 1);
            let (password, again) = (secret(OTHER_PASSWORD), secret(OTHER_PASSWORD));
            let change = ChangePassword { current: secret(PASSWORD), password, again };
            world.people().change_password(&busy, change).await.expect("an attacker keeps nobody from it");
        },
    );
}

#[test]
fn one_person_signs_in_so_often_a_day_and_in_a_browser_of_their_own_some_more() {
    for_each_database(async |world| {
        world.account_of(OWNER).await;
        let device = world.sign_in(OWNER, PASSWORD, START).await.expect("right").device;
        let own = Caller { device, ..visitor(START) };
        world.execute("UPDATE attempts SET count = 299 WHERE key LIKE 'signed_in:person:%'").await;
        world.sign_in(OWNER, PASSWORD, START).await.expect("the last one");
        let rows = async || {
            let sessions = world.count(Rows::Sessions).await;
            (events(&world).await, sessions, world.count(Rows::Devices).await)
        };
        let before = rows().await;
        for _ in 0..3 {
            let refused = world.sign_in(OWNER, PASSWORD, START).await.map(|_| ());
            assert_eq!(refused, Err(PortalError::TooMany { retry_after: 600 }));
        }
        assert_eq!(rows().await, before, "what is refused leaves nothing behind");
        let people = world.people();
        let again = people.sign_in(&own, credentials(OWNER, PASSWORD)).await.expect("nobody else uses these up");
        world.execute("UPDATE attempts SET count = 19 WHERE key LIKE 'signed_in:device:%'").await;
        people.sign_in(&own, credentials(OWNER, PASSWORD)).await.expect("the last one");
        let refused = people.sign_in(&own, credentials(OWNER, PASSWORD)).await.map(|_| ());
        assert_eq!(refused, Err(PortalError::TooMany { retry_after: 86_400 }));
        // Whoever is signed in ends sessions all the same, and a link by mail is a way in.
        let here = world.caller(&again.token, START).await.expect("signed in");
        people.sign_out(&here).await.expect("signed out");
        let link = world.ask_for_link(OWNER, START).await;
        world.set_password(&link, OTHER_PASSWORD, START).await.expect("set");
        world.sign_in(OWNER, OTHER_PASSWORD, START).await.expect("right");
    });
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
        let told = async || world.count(Rows::LiveEvents).await;
        let before = told().await;
        assert!(lives(&first).await, "fifty are allowed");
        let latest = sign_in(50).await;
        assert!(!lives(&first).await, "the oldest has ended");
        assert!(lives(&second).await && lives(&latest).await);
        assert_eq!(told().await, before + 1);
        let caller = world.caller(&latest, now).await.expect("the session lives");
        assert_eq!(world.people().sessions(&caller).await.expect("listed").len(), 50);
        let whose = world.portal().sessions.last_person(first.expose()).await.expect("answered");
        assert_eq!(whose, Some(caller.signed_in().expect("signed in").person), "a form of it is kept for its person");
        world.account_of("other@example.com").await;
        world.signed_in("other@example.com", now).await;
        assert!(lives(&second).await, "nobody else's count");
    });
}

/// Everything that names a contact, tried by somebody; each answer.
async fn tried(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> Vec<Result<(), PortalError>> {
    let mut answers = vec![
        world.portal().ports.live.sessions_reached(who, acting, contact).await.map(drop),
        change_owner(world, who, acting, contact, OwnerChange::Appoint).await,
        change_owner(world, who, acting, contact, OwnerChange::Dismiss).await,
        offer(world, who, acting, contact).await,
    ];
    answers.extend(crate::contacts::named(world, who, acting, contact).await);
    answers.extend(crate::contact_commands::named(world, who, acting, contact).await);
    answers.extend(crate::viewing::named(world, who, acting, contact).await);
    answers.extend(crate::invitations::named(world, who, acting, contact).await);
    answers.extend(crate::notifications::named(world, who, acting, contact).await);
    answers.extend(crate::asking::named(world, who, acting, contact).await);
    answers
}

#[test]
fn without_a_right_to_contacts_nobody_learns_which_ones_exist() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, buyer) =
            colleague(&world, acting, &owner, with_login("Bo", "bo@example.com", &[Role::Purchasing])).await;
        let (active, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        crate::asking::ask(&world, &tina, acting, "billing.pay").await.expect("asked for");
        world.execute("UPDATE access_requests SET id = contact_id").await;
        let contacts = &world.portal().ports.contacts;
        let gone = contacts.save(&owner, acting, form("Gus", "gus@example.com")).await.expect("added");
        run_command(&world, &owner, acting, gone, ContactVerb::Delete).await.expect("deleted");
        let nobody = ContactId::new(Uuid::from_u128(404));
        let answers = tried(&world, &buyer, acting, active).await;
        assert!(answers.iter().all(|answer| matches!(answer, Err(PortalError::Denied { .. }))), "{answers:?}");
        assert_eq!(tried(&world, &buyer, acting, gone).await, answers);
        assert_eq!(tried(&world, &buyer, acting, nobody).await, answers);
        // A manager of contacts learns it from the list anyway.
        assert_eq!(contacts.read(&owner, acting, nobody).await, Err(PortalError::NotFound));
    });
}

#[test]
fn a_transfer_is_known_only_to_those_whom_it_concerns() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, bo) = colleague(&world, acting, &owner, with_login("Bo", "bo@example.com", &[Role::Manager])).await;
        let (tina, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        world.execute("UPDATE persons SET verified_at = 1").await;
        let tries = async || {
            let mut answers = Vec::new();
            for to in [TransferVerb::Accept, TransferVerb::Withdraw, TransferVerb::Undo] {
                answers.push(go_on(&world, &bo, acting, to).await);
            }
            answers
        };
        let before = tries().await;
        offer(&world, &owner, acting, tina).await.expect("offered");
        assert_eq!(tries().await, before);
        assert!(before.iter().all(|answer| *answer == Err(PortalError::NotFound)), "{before:?}");
    });
}

#[test]
fn a_change_of_nothing_counts_as_a_change() {
    for_each_database_with(
        |config| config.writes_per_minute = 3,
        async |world| {
            let (acting, owner) = account(&world).await;
            let minute = at(&owner, START.plus_seconds(60));
            for _ in 0..3 {
                pin(&world, &minute, acting, false).await.expect("it is not pinned");
            }
            let refused = pin(&world, &minute, acting, false).await;
            assert_eq!(refused, Err(PortalError::TooMany { retry_after: 60 }));
        },
    );
}

/// Three of these are all that a minute has.
async fn three_are_counted(change: impl AsyncFn() -> Result<(), PortalError>) {
    for _ in 0..3 {
        change().await.expect("within the limit");
    }
    assert_eq!(change().await, Err(PortalError::TooMany { retry_after: 60 }));
}

#[test]
fn saving_what_is_saved_and_viewing_what_is_viewed_counts_as_a_change() {
    for_each_database_with(
        |config| config.writes_per_minute = 3,
        async |world| {
            let (acting, owner) = account(&world).await;
            let (tina, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
            let (ports, viewing) = (&world.portal().ports, Acting { viewing: Some(tina), ..acting });
            let minute = at(&owner, later(1));
            three_are_counted(async || ports.contacts.view_as(&minute, acting, look_at(tina)).await).await;
            let minute = at(&owner, later(2));
            three_are_counted(async || ports.contacts.stop_viewing(&minute, viewing).await).await;
            let minute = at(&owner, later(3));
            three_are_counted(async || {
                let same = SaveContact { contact: Some(tina), version: 1, ..form("Tina", "") };
                ports.contacts.save(&minute, acting, same).await.map(|_| ())
            })
            .await;
            let minute = at(&owner, later(4));
            let Profile { version, first_name, last_name, .. } = ports.profiles.read(&owner).await.expect("shown");
            let same = SaveProfile { version, first_name, last_name, ..SaveProfile::default() };
            three_are_counted(async || ports.profiles.save(&minute, same.clone()).await).await;
            let minute = at(&owner, later(5));
            three_are_counted(async || ports.profiles.cancel_email(&minute).await).await;
        },
    );
}

#[test]
fn nobody_takes_a_turn_at_the_writer_who_is_not_signed_in_or_made_a_link_or_request_up() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (tina, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let held = world.hold_writer().await;
        let (ports, nobody, token) = (&world.portal().ports, visitor(START), secret("made-up"));
        let answers = async {
            let unknown = Err(PortalError::SignInRequired);
            assert_eq!(run_command(&world, &nobody, acting, tina, ContactVerb::Suspend).await, unknown);
            assert_eq!(pin(&world, &nobody, acting, true).await, unknown);
            let leave = LeaveAccount { submission: submission() };
            assert_eq!(ports.accounts.leave(&nobody, acting, leave).await, unknown);
            let viewing = Acting { viewing: Some(tina), ..acting };
            assert_eq!(ports.contacts.stop_viewing(&nobody, viewing).await, unknown);
            assert_eq!(ports.profiles.cancel_email(&nobody).await, unknown);
            let dead = Err(token_problem(Problem::LinkDead));
            assert_eq!(decline(&world, &token, "", START).await, dead);
            assert_eq!(invitations(&world).mail(&nobody, MailInvitation { token: token.clone() }).await, dead);
            let request = AccessRequestId::new(Uuid::from_u128(404));
            assert_eq!(withdraw(&world, &owner, acting, request).await, Err(PortalError::NotFound));
        };
        timeout(Duration::from_secs(5), answers).await.expect("nothing waits");
        held.rollback().await.expect("it ends");
    });
}
