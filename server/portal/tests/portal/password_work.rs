//! Work on passwords: who may have it done, how much of it, and what a flood of it does to others.
//!
//! A portal that takes on none answers `Unavailable` to whoever has reached it, and to nobody else.

use crate::support::contacts::{OWNER, account, colleague, form, submission, with_login};
use crate::support::invitations::{invite, send, token_for};
use crate::support::{PASSWORD, START, World, credentials, for_each_database, secret, visitor};
use domain::access::Denied;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::SaveContact;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::invitation::JoinByInvitation;
use domain::person::ChangePassword;
use domain::problem::Problem;
use domain::profile::ChangeEmail;
use domain::role::Role;
use domain::text::Secret;

/// Guessed at once, and long enough to be judged.
const WEAK: &str = "passwordpassword";

/// From now on the portal works on no password.
async fn busy(world: &mut World) {
    world.restart(|config| (config.password_work.at_once, config.password_work.waiting) = (0, 0)).await;
}

/// It does again.
async fn free(world: &mut World) {
    world.restart(|config| (config.password_work.at_once, config.password_work.waiting) = (2, 32)).await;
}

async fn save(
    world: &World,
    caller: &Caller,
    acting: Acting,
    contact: Option<ContactId>,
    password: &str,
) -> Result<(), PortalError> {
    let (email, version) = (format!("{}@example.com", submission()), 1);
    let change = SaveContact { contact, version, password: secret(password), ..with_login("A", &email, &[]) };
    world.portal().ports.contacts.save(caller, acting, change).await.map(|_| ())
}

async fn join(world: &World, token: &Secret, password: &str) -> Result<(), PortalError> {
    let (first_name, last_name) = ("Gwen".to_owned(), "Guest".to_owned());
    let (password, again) = (secret(password), secret(password));
    let change = JoinByInvitation { token: token.clone(), first_name, last_name, password, again };
    world.portal().ports.invitations.join(&visitor(START), change).await.map(|_| ())
}

#[test]
fn without_the_right_to_save_a_contact_no_password_is_judged_or_hashed() {
    for_each_database(async |mut world| {
        let (acting, owner) = account(&world).await;
        let (id, reader) = colleague(&world, acting, &owner, with_login("Rita", "rita@example.com", &[])).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        world.account_of("outsider@example.com").await;
        let outsider = world.signed_in("outsider@example.com", START).await;
        let contacts = &world.portal().ports.contacts;
        contacts.save(&owner, acting, with_login("Nina", "nina@example.com", &[Role::Manager])).await.expect("added");
        let given = world.sign_in("nina@example.com", "given by another 93", START).await.expect("right");
        let must_change = world.caller(&given.token, START).await.expect("signed in");
        busy(&mut world).await;
        for password in [WEAK, PASSWORD] {
            for contact in [None, Some(id)] {
                let saved = async |caller: &Caller, acting| save(&world, caller, acting, contact, password).await;
                let denied = saved(&reader, acting).await;
                assert!(matches!(denied, Err(PortalError::Denied { .. })), "{denied:?}");
                assert_eq!(saved(&outsider, acting).await, Err(PortalError::NotFound));
                assert_eq!(saved(&visitor(START), acting).await, Err(PortalError::SignInRequired));
                assert_eq!(saved(&must_change, acting).await, Err(PortalError::PasswordChangeRequired));
                let view = Acting { viewing: Some(id), ..acting };
                assert_eq!(saved(&owner, view).await, Err(PortalError::Denied { why: Denied::ViewOnly }));
            }
            let own = save(&world, &manager, acting, Some(id), password).await;
            assert!(matches!(own, Err(PortalError::Denied { .. })), "Rita looks after her login: {own:?}");
            assert_eq!(save(&world, &manager, acting, None, password).await, Err(PortalError::Unavailable));
        }
    });
}

#[test]
fn everything_that_is_wrong_is_said_at_once_beside_the_password() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let change = SaveContact {
            phone: "call me".into(),
            template: "no such template".into(),
            password: secret(WEAK),
            ..with_login("", "no address", &[])
        };
        let answer = world.portal().ports.contacts.save(&owner, acting, change).await;
        let Err(PortalError::Invalid { fields }) = answer else { panic!("{answer:?}") };
        let mut named: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
        named.sort_unstable();
        assert_eq!(named, ["email", "first_name", "password", "phone", "template"]);
    });
}

#[test]
fn one_person_has_twenty_passwords_a_minute_judged_and_then_waits() {
    for_each_database(async |mut world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        world.forget_attempts().await;
        busy(&mut world).await;
        let later = |caller: &Caller, seconds| Caller { now: START.plus_seconds(seconds), ..caller.clone() };
        for _ in 0..20 {
            assert_eq!(save(&world, &manager, acting, None, WEAK).await, Err(PortalError::Unavailable));
        }
        let refused = Err(PortalError::TooMany { retry_after: 2 });
        for _ in 0..20 {
            assert_eq!(save(&world, &manager, acting, None, WEAK).await, refused);
        }
        assert_eq!(save(&world, &owner, acting, None, WEAK).await, Err(PortalError::Unavailable), "somebody else");
        let plain = world.portal().ports.contacts.save(&manager, acting, form("B", "b@example.com")).await;
        plain.expect("a form without a password is no work");
        assert_eq!(save(&world, &later(&manager, 2), acting, None, WEAK).await, Err(PortalError::Unavailable));
        assert_eq!(save(&world, &later(&manager, 2), acting, None, WEAK).await, refused);
        for _ in 0..20 {
            assert_eq!(save(&world, &later(&manager, 62), acting, None, WEAK).await, Err(PortalError::Unavailable));
        }
    });
}

#[test]
fn choosing_one_s_own_password_is_work_that_is_counted() {
    for_each_database(async |mut world| {
        let (acting, owner) = account(&world).await;
        send(&world, &owner, acting, invite("new@example.com", &[Role::Billing])).await.expect("invited");
        let invitation = token_for(&world, "new@example.com").await;
        let link = world.ask_for_link(OWNER, START).await;
        busy(&mut world).await;
        let change = async |password: &str| {
            let new = secret(password);
            let change = ChangePassword { current: secret(PASSWORD), password: new.clone(), again: new };
            world.people().change_password(&owner, change).await.map(|_| ())
        };
        assert_eq!(change("short").await, Err(PortalError::invalid("password", Problem::TooShort { min: 15 })));
        for _ in 0..10 {
            assert_eq!(change(WEAK).await, Err(PortalError::Unavailable));
            assert_eq!(world.set_password(&link, WEAK, START).await, Err(PortalError::Unavailable));
        }
        let refused = Err(PortalError::TooMany { retry_after: 2 });
        assert_eq!(change(WEAK).await, refused);
        assert_eq!(world.set_password(&link, WEAK, START).await, refused);
        let dead = world.set_password(&secret("no such link"), WEAK, START).await;
        assert_eq!(dead, Err(PortalError::invalid("token", Problem::LinkDead)));
        for _ in 0..20 {
            assert_eq!(join(&world, &invitation, WEAK).await, Err(PortalError::Unavailable));
        }
        assert_eq!(join(&world, &invitation, WEAK).await, refused);
        let dead = join(&world, &secret("no such link"), WEAK).await;
        assert_eq!(dead, Err(PortalError::invalid("token", Problem::LinkDead)));
    });
}

#[test]
fn tries_that_were_not_looked_at_lock_nobody_out() {
    for_each_database(async |mut world| {
        let (_, owner) = account(&world).await;
        let known = world.sign_in(OWNER, PASSWORD, START).await.expect("right").device;
        let change_email = async |world: &World| {
            let change = ChangeEmail { current: secret(PASSWORD), email: "new@example.com".to_owned() };
            world.portal().ports.profiles.change_email(&owner, change).await
        };
        let from = |device| Caller { device, ..visitor(START) };
        let browsers = [from(None), from(known)];
        for _ in 0..4 {
            world.sign_in(OWNER, "wrong", START).await.expect_err("wrong");
        }
        busy(&mut world).await;
        for _ in 0..30 {
            for browser in &browsers {
                let answer = world.people().sign_in(browser, credentials(OWNER, PASSWORD)).await.map(|_| ());
                assert_eq!(answer, Err(PortalError::Unavailable));
            }
            assert_eq!(change_email(&world).await, Err(PortalError::Unavailable));
        }
        free(&mut world).await;
        change_email(&world).await.expect("the password is right");
        world.people().sign_in(&browsers[1], credentials(OWNER, PASSWORD)).await.expect("right");
        // The wrong ones before are still counted.
        world.sign_in(OWNER, "wrong", START).await.expect_err("the fifth");
        let answer = world.sign_in(OWNER, PASSWORD, START).await.map(|_| ());
        assert_eq!(answer, Err(PortalError::TooMany { retry_after: 1 }));
    });
}
