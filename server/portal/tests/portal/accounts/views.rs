//! Views of an account as another person: they stay there, and end with what they depend on.

use crate::accounts::{join, leave, mia, mine};
use crate::support::behind::Rows;
use crate::support::contacts::{account, at, colleague, form, later, look_at, run_command, with_login};
use crate::support::for_each_database;
use domain::access::Denied;
use domain::acting::Acting;
use domain::audit::{ActivityQuery, ContactFactKind, FactKind, Noted};
use domain::contact::{ContactQuery, ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;

#[test]
fn a_view_dies_when_either_side_leaves_and_nobody_leaves_for_another() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let (tina, tinas) =
            colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[Role::Technical])).await;
        ports.contacts.view_as(&owner, acting, look_at(tina)).await.expect("begun");
        let viewing = Acting { viewing: Some(tina), ..acting };
        assert!(ports.accounts.open(&owner, viewing).await.is_ok());
        let view_only = Err(PortalError::Denied { why: Denied::ViewOnly });
        assert_eq!(leave(&world, &owner, viewing).await, view_only, "T34");
        assert!(ports.accounts.open(&tinas, acting).await.is_ok());
        leave(&world, &tinas, acting).await.expect("she leaves");
        assert_eq!(ports.accounts.open(&owner, viewing).await, Err(PortalError::NotFound), "T35");
        assert_eq!(world.count(Rows::Views).await, 0);

        let looker = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsLoginAs]),
            ..with_login("Lou", "lou@example.com", &[])
        };
        let (_, lous) = colleague(&world, acting, &owner, looker).await;
        let (weak, _) = colleague(&world, acting, &owner, with_login("Wes", "wes@example.com", &[])).await;
        ports.contacts.view_as(&lous, acting, look_at(weak)).await.expect("begun");
        let viewing = Acting { viewing: Some(weak), ..acting };
        assert!(ports.accounts.open(&lous, viewing).await.is_ok());
        leave(&world, &lous, acting).await.expect("the viewer leaves");
        assert_eq!(ports.accounts.open(&lous, viewing).await, Err(PortalError::NotFound), "T35");
    });
}

#[test]
fn a_view_dies_with_whatever_it_hangs_on() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let looker = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsLoginAs, Privilege::DomainsView]),
            ..with_login("Lou", "lou@example.com", &[])
        };
        let (lou, lous) = colleague(&world, acting, &owner, looker).await;
        let (weak, _) = colleague(&world, acting, &owner, with_login("Wes", "wes@example.com", &[])).await;
        let viewing = Acting { viewing: Some(weak), ..acting };
        let begin = async || ports.contacts.view_as(&lous, acting, look_at(weak)).await;
        let looks = async || ports.accounts.open(&lous, viewing).await.is_ok();
        let version = async |contact| ports.contacts.read(&owner, acting, contact).await.expect("read").version;

        // The viewed one is suspended, and comes back.
        begin().await.expect("begun");
        assert!(looks().await);
        run_command(&world, &owner, acting, weak, ContactVerb::Suspend).await.expect("suspended");
        assert!(!looks().await);
        run_command(&world, &owner, acting, weak, ContactVerb::Reactivate).await.expect("reactivated");
        assert!(!looks().await, "what ended does not come back");
        // The viewed one becomes stronger than the viewer.
        begin().await.expect("begun again");
        let stronger = SaveContact {
            contact: Some(weak),
            version: version(weak).await,
            roles: [Role::Billing].into_iter().collect(),
            ..form("Wes", "wes@example.com")
        };
        ports.contacts.save(&owner, acting, stronger).await.expect("widened");
        assert!(!looks().await);
        let weaker =
            SaveContact { contact: Some(weak), version: version(weak).await, ..form("Wes", "wes@example.com") };
        ports.contacts.save(&owner, acting, weaker).await.expect("trimmed");
        // The account is suspended or closed.
        assert!(looks().await, "it is the same view, within its half hour");
        for status in ["UPDATE accounts SET status = 'suspended'", "UPDATE accounts SET status = 'closed'"] {
            world.execute(status).await;
            assert!(!looks().await, "{status}");
        }
        world.execute("UPDATE accounts SET status = 'active'").await;
        // The viewer is suspended.
        assert!(looks().await);
        run_command(&world, &owner, acting, lou, ContactVerb::Suspend).await.expect("suspended");
        assert!(!looks().await);
        run_command(&world, &owner, acting, lou, ContactVerb::Reactivate).await.expect("reactivated");
        // The session ends, and with it its views.
        world.people().sign_out(&lous).await.expect("signed out");
        assert_eq!(world.count(Rows::Views).await, 0);
    });
}

#[test]
fn the_start_and_the_end_of_a_view_name_both_people() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let (tina, _) =
            colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[Role::Technical])).await;
        ports.contacts.view_as(&owner, acting, look_at(tina)).await.expect("begun");
        let stopping = at(&owner, later(12));
        ports.contacts.stop_viewing(&stopping, Acting { viewing: Some(tina), ..acting }).await.expect("stopped");
        let activity = ports.accounts.activity(&owner, acting, ActivityQuery::default()).await.expect("shown").rows;
        let view = &activity[0];
        assert_eq!(view.kind, FactKind::Contact(ContactFactKind::ViewingStarted));
        assert_eq!((view.by.name(), &view.targets), ("Olivia Owner", &vec![(tina, Some("Tina Example".to_owned()))]));
        assert_eq!(view.noted, Some(Noted::Viewed(720)), "one entry, with how long it lasted");
        assert!(activity[1..].iter().all(|row| row.kind != view.kind), "the end is no entry of its own");
        assert_eq!(
            world.number("SELECT COUNT(*) FROM audit WHERE as_contact IS NOT NULL AND person_id IS NOT NULL").await,
            2
        );
    });
}

#[test]
fn a_view_stays_on_its_account_though_the_contact_is_on_others_too() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let (own, mia) = mia(&world).await;
        let here = join(&world, acting.account, 5000, &[Role::Manager]).await;
        let elsewhere = world.account_of("elsewhere@example.com").await;
        let there = join(&world, elsewhere, 5001, &[Role::Manager]).await;
        ports.contacts.view_as(&owner, acting, look_at(here)).await.expect("begun");
        assert!(ports.accounts.open(&owner, Acting { viewing: Some(here), ..acting }).await.is_ok());
        for account in [own.account, elsewhere] {
            for viewing in [None, Some(here), Some(there)] {
                let at = Acting { account, viewing };
                assert_eq!(ports.accounts.open(&owner, at).await, Err(PortalError::NotFound), "T32");
                let list = ports.contacts.list(&owner, at, ContactQuery::default()).await;
                assert_eq!(list, Err(PortalError::NotFound), "T32");
            }
        }
        assert_eq!(mine(&world, &owner).await.len(), 1, "the list stays that of whoever looks");
        assert_eq!(mine(&world, &mia).await.len(), 3);
    });
}
