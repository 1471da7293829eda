//! How many mails one person can cause (SECURITY T28).

use crate::support::contacts::{OWNER, account, colleague, form, run_command, with_login};
use crate::support::invitations::{invite, send};
use crate::support::{OTHER_PASSWORD, PASSWORD, START, World, for_each_database, secret};
use domain::category::Category;
use domain::contact::{ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::notification::{ChooseNotifications, Seen};
use domain::person::ChangePassword;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;

const DAY: i64 = 86_400;
const GIVEN: &str = "given by another 93";

async fn told(world: &World, address: &str, subject: &str) -> usize {
    world.outbox().await.iter().filter(|mail| mail.to == address && mail.subject.contains(subject)).count()
}

#[test]
fn sixty_sign_ins_to_a_made_login_are_five_mails_a_day() {
    for_each_database(async |world| {
        const VICTIM: &str = "victim@unrelated.example";
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        contacts.save(&owner, acting, with_login("Vic", VICTIM, &[])).await.expect("added");
        for _ in 0..60 {
            world.sign_in(VICTIM, GIVEN, START).await.expect("a sign-in succeeds all the same");
        }
        assert_eq!(told(&world, VICTIM, "New sign-in").await, 5);
        world.sign_in(VICTIM, GIVEN, START.plus_seconds(DAY)).await.expect("right");
        assert_eq!(told(&world, VICTIM, "New sign-in").await, 6);
    });
}

#[test]
fn many_sign_ins_hide_no_change_of_password() {
    for_each_database(async |world| {
        let (_, owner) = account(&world).await;
        for _ in 0..25 {
            world.sign_in(OWNER, PASSWORD, START).await.expect("right");
        }
        assert_eq!(told(&world, OWNER, "New sign-in").await, 20);
        let before = told(&world, OWNER, "Your password").await;
        let (password, again) = (secret(OTHER_PASSWORD), secret(OTHER_PASSWORD));
        let change = ChangePassword { current: secret(PASSWORD), password, again };
        world.people().change_password(&owner, change).await.expect("changed");
        assert_eq!(told(&world, OWNER, "Your password").await, before + 1);
    });
}

#[test]
fn one_person_sends_twenty_mails_a_day_to_one_mailbox_and_others_are_not_held_up() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let contacts = &world.portal().ports.contacts;
        let added = || SaveContact { notify: true, ..form("Vic", "victim@unrelated.example") };
        for _ in 0..20 {
            let id = contacts.save(&owner, acting, added()).await.expect("added");
            run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        }
        let refused = contacts.save(&owner, acting, added()).await;
        assert!(matches!(refused, Err(PortalError::TooMany { .. })), "{refused:?}");
        let quietly = SaveContact { notify: false, ..added() };
        let id = contacts.save(&owner, acting, quietly).await.expect("without a mail");
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        contacts.save(&max, acting, added()).await.expect("somebody else may");
        assert_eq!(told(&world, "victim@unrelated.example", "added you").await, 21);
    });
}

#[test]
fn over_the_day_s_mails_to_unproved_addresses_invitations_are_refused_and_notices_dropped_but_not_those_to_owners() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let contacts = &world.portal().ports.contacts;
        let watch = contacts.save(&owner, acting, form("Watch", "watch@unrelated.example")).await.expect("added");
        let notifications = &world.portal().ports.notifications;
        let seen = notifications.read(&owner, acting, watch).await.expect("shown");
        let change = ChooseNotifications {
            submission: seen.submission,
            contact: watch,
            seen: Seen(seen.notifications),
            categories: [Category::UserManagement].into(),
        };
        notifications.choose(&owner, acting, change).await.expect("chosen");
        // Neither has a proved address: owners are told all the same.
        world.doubt_address("owner@example.com").await;
        world
            .execute(
                "UPDATE attempts SET blocked_until = 1767312000000 \
                 WHERE key IN (SELECT 'mail:unproved:' || id FROM persons WHERE email = 'max@example.com')",
            )
            .await;
        let privileges = PrivilegeSet::of(&[Privilege::DomainsView]);
        contacts
            .save(&max, acting, SaveContact { privileges, ..form("Tina", "tina@example.com") })
            .await
            .expect("the act succeeds");
        world.send_digests(START).await;
        assert_eq!(told(&world, "watch@unrelated.example", "Tina").await, 0);
        // Over the limit an everyday change is told later.
        world.send_digests(START.plus_seconds(86_400)).await;
        assert_eq!(told(&world, "watch@unrelated.example", "Tina").await, 0);
        assert_eq!(told(&world, OWNER, "Tina").await, 1);
        let refused = send(&world, &max, acting, invite("guest@unrelated.example", &[])).await;
        assert!(matches!(refused, Err(PortalError::TooMany { .. })), "{refused:?}");
    });
}

/// As if the account had used up its day's mails of these kinds.
async fn use_up(world: &World, kinds: &'static str) {
    world
        .insert(
            "INSERT INTO attempts (key, count, first_at, blocked_until) \
         SELECT $1 || id, 100, 1767225600000, 1767312000000 FROM accounts WHERE 1 = 1 \
         ON CONFLICT (key) DO UPDATE SET count = 100, blocked_until = 1767312000000",
            &[kinds],
        )
        .await;
}

#[test]
fn nobody_s_invitations_use_up_what_warns_others() {
    for_each_database(async |world| {
        const TINA: &str = "tina@example.com";
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", TINA, &[])).await;
        let tomorrow = START.plus_seconds(DAY);
        world.forget_attempts().await;
        use_up(&world, "invitation:account:").await;
        world.sign_in(TINA, PASSWORD, START).await.expect("right");
        assert_eq!(told(&world, TINA, "New sign-in").await, 2, "the second browser");
        let change = async |to: &str, from: &str| {
            let change = ChangePassword { current: secret(from), password: secret(to), again: secret(to) };
            world.people().change_password(&tina, change).await.map(|_| ())
        };
        let before = told(&world, TINA, "Your password").await;
        change(OTHER_PASSWORD, PASSWORD).await.expect("changed");
        assert_eq!(told(&world, TINA, "Your password").await, before + 1);
        // Where the account's people have warned a hundred others, nothing goes unsaid: it is refused.
        world.forget_attempts().await;
        use_up(&world, "mail:warnings:").await;
        let refused = Err(PortalError::TooMany { retry_after: 86_400 });
        assert_eq!(world.sign_in(TINA, OTHER_PASSWORD, START).await.map(|_| ()), refused);
        world.sign_in(TINA, OTHER_PASSWORD, tomorrow).await.expect("right");
    });
}
