//! Mails about changes on an account: a burst is one mail, what is sensitive is told at once, nothing is lost or doubled.

use crate::support::behind::Rows;
use crate::support::contacts::{OWNER, account, at, colleague, form, with_login};
use crate::support::owners::change_owner;
use crate::support::{DIGEST, START, World, for_each_database};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::SaveContact;
use domain::id::ContactId;
use domain::ownership::OwnerChange;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::{Role, RoleSet};
use domain::time::Timestamp;
use portal::SentMail;
use tokio::task::JoinSet;

/// An account with two owners, a manager and somebody to change.
struct Company {
    acting: Acting,
    owner: Caller,
    manager: Caller,
    tina: ContactId,
}

const OWNERS: [&str; 2] = [OWNER, "cara@example.com"];

impl Company {
    async fn new(world: &World) -> Self {
        let (acting, owner) = account(world).await;
        colleague(world, acting, &owner, with_login("Cara", "cara@example.com", &[])).await;
        world.execute("UPDATE contacts SET owner = 'co', rank = 0 WHERE first_name = 'Cara'").await;
        let (_, manager) =
            colleague(world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let contacts = &world.portal().ports.contacts;
        let tina = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        world.send_digests(START).await;
        world.forget_mails().await;
        world.execute("DELETE FROM notices").await;
        world.forget_attempts().await;
        Self { acting, owner, manager, tina }
    }

    async fn edit(&self, world: &World, who: &Caller, privileges: &[Privilege], roles: &[Role]) {
        let contacts = &world.portal().ports.contacts;
        let version = contacts.read(who, self.acting, self.tina).await.expect("seen").version;
        let change = SaveContact {
            contact: Some(self.tina),
            version,
            privileges: PrivilegeSet::of(privileges),
            roles: roles.iter().copied().collect::<RoleSet>(),
            ..form("Tina", "tina@example.com")
        };
        contacts.save(who, self.acting, change).await.expect("saved");
    }

    /// So many everyday changes, each the opposite of the one before it.
    async fn toggle(&self, world: &World, who: &Caller, times: usize) {
        for time in 0..times {
            let privileges: &[Privilege] = if time % 2 == 0 { &[Privilege::DomainsView] } else { &[] };
            self.edit(world, who, privileges, &[]).await;
        }
    }
}

async fn deliver(world: &World, now: Timestamp) {
    world.portal().jobs.run_due(now).await.expect("the database answers");
}

async fn mails_to(world: &World, address: &str) -> Vec<SentMail> {
    world.outbox().await.into_iter().filter(|mail| mail.to == address).collect()
}

#[test]
fn thirty_edits_are_one_mail_to_each_owner() {
    for_each_database(async |world| {
        let company = Company::new(&world).await;
        company.toggle(&world, &company.manager, 30).await;
        deliver(&world, START.plus_seconds(DIGEST - 1)).await;
        assert_eq!(world.outbox().await.len(), 0, "more may come");
        deliver(&world, START.plus_seconds(DIGEST)).await;
        for owner in OWNERS {
            let mails = mails_to(&world, owner).await;
            assert_eq!(mails.len(), 1, "{owner}");
            assert_eq!(mails[0].subject, "30 changes on Example Ltd");
            let told =
                mails[0].text.matches("Max Example (max@example.\u{200A}com) changed what Tina Example can do").count();
            assert_eq!(told, 30, "{}", mails[0].text);
        }
        deliver(&world, START.plus_seconds(10 * DIGEST)).await;
        assert_eq!(world.outbox().await.len(), 2);
    });
}

#[test]
fn one_edit_is_told_as_itself() {
    for_each_database(async |world| {
        let company = Company::new(&world).await;
        company.toggle(&world, &company.manager, 1).await;
        world.send_digests(START).await;
        let mail = mails_to(&world, OWNER).await.remove(0);
        assert_eq!(mail.subject, "Max Example changed Tina Example’s access to Example Ltd");
        let page = format!("https://portal.example/a/{}/contacts/{}", company.acting.account, company.tina);
        assert!(mail.text.contains("Added: View domains") && mail.text.contains(&page), "{}", mail.text);
    });
}

#[test]
fn a_sensitive_change_is_told_at_once_with_what_waits_in_order_and_by_whom() {
    for_each_database(async |world| {
        let company = Company::new(&world).await;
        company.toggle(&world, &company.owner, 1).await;
        let soon = START.plus_seconds(10);
        company.edit(&world, &at(&company.manager, soon), &[], &[Role::Technical]).await;
        deliver(&world, soon).await;
        let own = mails_to(&world, OWNER).await;
        assert_eq!(own.len(), 1);
        assert!(own[0].subject.starts_with("Max Example changed Tina"), "not of what she did: {}", own[0].subject);
        let both = mails_to(&world, "cara@example.com").await;
        assert_eq!((both.len(), both[0].subject.as_str()), (1, "2 changes on Example Ltd"));
        let place = |text: &str| both[0].text.find(text).expect(text);
        assert!(
            place("Olivia Owner (owner@example.\u{200A}com) changed")
                < place("Max Example (max@example.\u{200A}com) changed"),
            "{}",
            both[0].text
        );
        deliver(&world, START.plus_seconds(DIGEST)).await;
        assert_eq!(world.outbox().await.len(), 2, "it is told once");
    });
}

#[test]
fn many_everyday_changes_hide_no_sensitive_one() {
    for_each_database(async |world| {
        let company = Company::new(&world).await;
        company.toggle(&world, &company.manager, 60).await;
        company.edit(&world, &company.manager, &[], &[Role::Technical]).await;
        deliver(&world, START).await;
        let mail = mails_to(&world, OWNER).await.remove(0);
        assert_eq!(mail.subject, "61 changes on Example Ltd");
        assert!(mail.text.contains("Added: Role Technical") && mail.text.contains("11 more changes"), "{}", mail.text);
    });
}

#[test]
fn however_much_is_sensitive_what_concerns_owners_stands_first() {
    for_each_database(async |world| {
        let company = Company::new(&world).await;
        for time in 0..102 {
            let roles: &[Role] = if time % 2 == 0 { &[Role::Technical] } else { &[] };
            company.edit(&world, &company.manager, &[], roles).await;
        }
        world.execute("UPDATE persons SET verified_at = 1").await;
        let max = world.text("SELECT id FROM contacts WHERE first_name = 'Max'").await.parse().expect("an id");
        change_owner(&world, &company.owner, company.acting, max, OwnerChange::Appoint).await.expect("appointed");
        deliver(&world, START).await;
        let mail = mails_to(&world, "cara@example.com").await.remove(0);
        assert_eq!(mail.subject, "103 changes on Example Ltd");
        let place = |text: &str| mail.text.find(text).unwrap_or_else(|| panic!("{text}: {}", mail.text));
        assert!(place("Is now a co-owner of the account") < place("Added: Role Technical"), "{}", mail.text);
    });
}

#[test]
fn sensitive_changes_without_end_are_folded_and_none_is_dropped() {
    for_each_database(async |world| {
        let company = Company::new(&world).await;
        // Every second one gives something sensitive: thirty, where twenty mails a day go to one mailbox.
        for time in 0..60 {
            let roles: &[Role] = if time % 2 == 0 { &[Role::Technical] } else { &[] };
            company.edit(&world, &company.manager, &[], roles).await;
            deliver(&world, START).await;
        }
        let at_once = mails_to(&world, OWNER).await.len();
        assert!(at_once <= 20, "{at_once}");
        world.send_digests(START).await;
        let mails = mails_to(&world, OWNER).await;
        assert_eq!(mails.len(), at_once + 1);
        let told: usize =
            mails.iter().map(|mail| mail.text.matches("Max Example (max@example.\u{200A}com) changed").count()).sum();
        assert_eq!(told, 60, "each is told");
    });
}

#[test]
fn of_workers_at_once_one_sends_a_digest() {
    for_each_database(async |world| {
        let company = Company::new(&world).await;
        company.toggle(&world, &company.manager, 3).await;
        let mut workers = JoinSet::new();
        for _ in 0..8 {
            let jobs = world.portal().jobs.clone();
            workers.spawn(async move { jobs.run_due(START.plus_seconds(DIGEST)).await });
        }
        let sent = workers.join_all().await.into_iter().map(|done| done.expect("the database answers").mails);
        assert_eq!(sent.sum::<usize>(), OWNERS.len());
        assert_eq!(world.outbox().await.len(), OWNERS.len());
        assert_eq!(world.count(Rows::Notices).await, 0);
    });
}

#[test]
fn what_is_told_while_a_digest_is_being_made_is_told_too() {
    for_each_database(async |world| {
        let company = Company::new(&world).await;
        company.toggle(&world, &company.manager, 1).await;
        // As while a worker is at it.
        world.execute("UPDATE jobs SET leased_until = 1767225900000, attempts = 1").await;
        company.edit(&world, &company.manager, &[], &[]).await;
        assert_eq!(
            world.number("SELECT COUNT(*) FROM jobs WHERE leased_until > 0").await,
            0,
            "its end deletes nothing"
        );
        deliver(&world, START.plus_seconds(DIGEST)).await;
        assert_eq!(world.count(Rows::Notices).await, 0);
        assert_eq!(world.outbox().await.len(), OWNERS.len());
    });
}

#[test]
fn what_waited_before_the_update_that_made_digests_jobs_is_told() {
    for_each_database(async |world| {
        let company = Company::new(&world).await;
        company.toggle(&world, &company.manager, 2).await;
        world.execute("DELETE FROM jobs").await;
        world.execute(include_str!("../../migrations/common/0026_digests_are_jobs.sql")).await;
        deliver(&world, START.plus_seconds(DIGEST - 1)).await;
        assert_eq!(world.outbox().await.len(), 0, "no earlier than it was due");
        deliver(&world, START.plus_seconds(DIGEST)).await;
        assert_eq!(world.outbox().await.len(), OWNERS.len());
    });
}

#[test]
fn a_digest_that_could_not_be_written_is_sent_later_and_once() {
    for_each_database(async |world| {
        let company = Company::new(&world).await;
        company.toggle(&world, &company.manager, 2).await;
        // The last statement of the transaction fails.
        world.execute("ALTER TABLE outbox RENAME TO away").await;
        let due = START.plus_seconds(DIGEST);
        assert!(world.portal().jobs.run_due(due).await.is_err());
        assert_eq!(world.count(Rows::Notices).await, 4, "nothing is lost");
        world.execute("ALTER TABLE away RENAME TO outbox").await;
        for hour in 1..4 {
            deliver(&world, due.plus_seconds(hour * 3_600)).await;
        }
        assert_eq!(world.outbox().await.len(), OWNERS.len());
    });
}
