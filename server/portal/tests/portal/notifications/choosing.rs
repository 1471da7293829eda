//! Choosing which mails people get: who chooses for whom, and what was not seen is not overwritten.

use crate::notifications::{choose, command, own_contact, read};
use crate::support::behind::Rows;
use crate::support::contacts::{account, colleague, form, on, run_command, with_login};
use crate::support::invitations::{decline, given_to};
use crate::support::{START, for_each_database};
use domain::access::Denied;
use domain::audit::{ActivityQuery, FactKind, NotificationFactKind};
use domain::category::Category;
use domain::change::ContactChange;
use domain::contact::{ContactVerb, Notifications, SaveContact, Verdict};
use domain::error::PortalError;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::right::Right;
use domain::role::Role;
use std::collections::BTreeSet;
use std::sync::Arc;

fn chosen(categories: &[Category]) -> Notifications {
    Notifications::Chosen(categories.iter().copied().collect())
}

#[test]
fn everybody_chooses_for_themselves_and_managers_for_others_but_owners() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (tina, as_tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let roles = [Role::Manager];
        let (max, as_max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &roles)).await;
        let contacts = &world.portal().ports.contacts;
        let frieda = contacts.save(&owner, acting, form("Frieda", "invoices@example.com")).await.expect("added");
        let olivia = own_contact(&world, &owner, acting).await;
        let wanted = [Category::Service, Category::UserManagement];

        let asked = [(&as_tina, tina), (&as_max, max), (&as_max, tina), (&as_max, frieda), (&owner, olivia)];
        for (caller, contact) in asked {
            let (categories, other) = ([Category::TechnicalMaintenance], wanted);
            choose(&world, caller, acting, contact, &categories).await.expect("they may");
            assert_eq!(read(&world, &owner, acting, contact).await.notifications, chosen(&categories));
            choose(&world, caller, acting, contact, &other).await.expect("they may");
            assert_eq!(read(&world, &owner, acting, contact).await.notifications, chosen(&other));
        }
        let missing = Denied::Missing(Right::Privilege(Privilege::ContactsNotifications));
        assert_eq!(choose(&world, &as_tina, acting, max, &[]).await, Err(PortalError::from(missing.clone())));
        assert_eq!(choose(&world, &as_tina, acting, frieda, &[]).await, Err(PortalError::from(missing)));
        assert_eq!(choose(&world, &as_max, acting, olivia, &[]).await, Err(Denied::OwnersChoice.into()));
        assert_eq!(read(&world, &owner, acting, olivia).await.notifications, chosen(&wanted));

        let rows = contacts.list(&owner, acting, domain::contact::ContactQuery::default()).await.expect("listed").rows;
        let listed: Vec<_> =
            rows.iter().filter(|row| row.name.starts_with("Frieda")).map(|row| &row.notifications).collect();
        assert_eq!(listed, [&chosen(&wanted)], "S3.18");
        let activity = world
            .portal()
            .ports
            .accounts
            .activity(&owner, acting, ActivityQuery::default())
            .await
            .expect("the owner reads it")
            .rows;
        let last = activity.iter().find(|row| !row.targets.is_empty() && row.targets[0].0 == frieda).expect("a row");
        assert_eq!(last.kind, FactKind::Notification(NotificationFactKind::Chosen));
        assert!(last.changes.contains(&ContactChange::Subscribed { category: Category::Service }.into()), "{last:?}");
        assert_eq!(last.by.name(), "Max Example");
    });
}

#[test]
fn nobody_has_sent_to_others_what_they_may_not_see_themselves() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let roles = [Role::Manager];
        let (max, as_max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &roles)).await;
        let contacts = &world.portal().ports.contacts;
        // An address of his own, without a login.
        let alias = contacts.save(&as_max, acting, form("Max", "max+bills@example.com")).await.expect("added");
        let lacks = |privilege| PortalError::from(Denied::Missing(Right::Privilege(privilege)));
        for (category, privilege) in
            [(Category::Billing, Privilege::BillingView), (Category::Support, Privilege::TicketsViewAll)]
        {
            let chosen = choose(&world, &as_max, acting, alias, &[Category::Service, category]).await;
            assert_eq!(chosen, Err(lacks(privilege)));
            choose(&world, &as_max, acting, max, &[category]).await.expect("for himself it is a wish");
            let shown = read(&world, &as_max, acting, alias).await.beyond;
            assert_eq!(shown.get(&category), Some(&Denied::Missing(Right::Privilege(privilege))));
        }
        choose(&world, &as_max, acting, alias, &[Category::Service]).await.expect("he sees services");
        assert!(read(&world, &owner, acting, alias).await.beyond.is_empty());
        // What an owner chose he may leave and remove.
        choose(&world, &owner, acting, alias, &[Category::Billing]).await.expect("the owner sees invoices");
        choose(&world, &as_max, acting, alias, &[Category::Billing, Category::Service]).await.expect("it stays");
        choose(&world, &as_max, acting, alias, &[]).await.expect("removed");
        assert_eq!(
            choose(&world, &as_max, acting, alias, &[Category::Billing]).await,
            Err(lacks(Privilege::BillingView))
        );
    });
}

#[test]
fn nobody_has_the_mails_of_a_contact_without_a_login_go_elsewhere_that_they_may_not_see() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, as_max) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let contacts = &world.portal().ports.contacts;
        let both = [Category::Service, Category::Billing];
        let left = async |contact| read(&world, &owner, acting, contact).await.notifications;
        let elsewhere =
            |contact, version, email: &str| SaveContact { contact: Some(contact), version, ..form("Office", email) };

        let office = contacts.save(&owner, acting, form("Office", "office@example.com")).await.expect("added");
        choose(&world, &owner, acting, office, &both).await.expect("an owner sees all of it");
        contacts.save(&owner, acting, elsewhere(office, 1, "books@example.com")).await.expect("an owner may");
        assert_eq!(left(office).await, chosen(&both));
        contacts.save(&as_max, acting, elsewhere(office, 2, "one@evil.example")).await.expect("it has no rights");
        assert_eq!(left(office).await, chosen(&[Category::Service]));
        let log = world
            .portal()
            .ports
            .accounts
            .activity(&owner, acting, ActivityQuery::default())
            .await
            .expect("the log")
            .rows;
        assert!(
            log[0].changes.contains(&ContactChange::Unsubscribed { category: Category::Billing }.into()),
            "{:?}",
            log[0]
        );

        // Nor after taking away the rights that were in the way.
        let rights = PrivilegeSet::of(&[Privilege::BillingPay]);
        let tills = SaveContact { privileges: rights, ..form("Office", "tills@example.com") };
        let till = contacts.save(&owner, acting, tills).await.expect("added");
        choose(&world, &owner, acting, till, &both).await.expect("an owner sees all of it");
        contacts.save(&as_max, acting, elsewhere(till, 1, "tills@example.com")).await.expect("taking needs none");
        assert_eq!(left(till).await, chosen(&both), "at its own address it stays");
        contacts.save(&as_max, acting, elsewhere(till, 2, "two@evil.example")).await.expect("it has no rights now");
        assert_eq!(left(till).await, chosen(&[Category::Service]));
    });
}

#[test]
fn nobody_brings_back_mails_that_they_may_not_see_to_a_contact_without_a_login() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, as_max) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let contacts = &world.portal().ports.contacts;
        let rights = PrivilegeSet::of(&[Privilege::BillingPay]);
        let tills = SaveContact { privileges: rights, ..form("Office", "tills@example.com") };
        let till = contacts.save(&owner, acting, tills).await.expect("added");
        // What somebody wished for while they signed in, and was withheld from them.
        let guest = "guest@elsewhere.example";
        world.account_of(guest).await;
        let as_guest = world.signed_in(guest, START).await;
        let link = given_to(&world, &owner, acting, guest).await;
        let visitor = own_contact(&world, &as_guest, acting).await;
        choose(&world, &as_guest, acting, visitor, &[Category::Service, Category::Support]).await.expect("a wish");
        decline(&world, &link, "", START).await.expect("access is refused");

        choose(&world, &owner, acting, till, &[Category::Service, Category::Billing]).await.expect("the owner may");
        for contact in [till, visitor] {
            run_command(&world, &as_max, acting, contact, ContactVerb::Delete).await.expect("a manager may");
            run_command(&world, &as_max, acting, contact, ContactVerb::RestoreBare)
                .await
                .expect("without rights it comes back");
            assert_eq!(read(&world, &owner, acting, contact).await.notifications, chosen(&[Category::Service]));
        }
    });
}

#[test]
fn until_somebody_chooses_a_set_is_proposed_by_what_the_contact_does() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        for (name, role, proposed) in [
            ("Tina", Role::Technical, vec![Category::TechnicalMaintenance, Category::ServiceAccess, Category::Support]),
            ("Bill", Role::Billing, vec![Category::Billing]),
        ] {
            let change = with_login(name, &format!("{name}@example.com"), &[role]);
            let id = world.portal().ports.contacts.save(&owner, acting, change).await.expect("added");
            let choice = read(&world, &owner, acting, id).await;
            assert_eq!(choice.notifications, Notifications::NotSet);
            assert_eq!(choice.suggested, proposed.into_iter().collect::<BTreeSet<_>>());
            assert_eq!(choice.choose, Verdict::Allowed);
            choose(&world, &owner, acting, id, &[]).await.expect("none is a choice too");
            assert_eq!(read(&world, &owner, acting, id).await.notifications, chosen(&[]));
        }
    });
}

#[test]
fn a_choice_that_was_not_seen_is_not_overwritten_and_the_same_form_chooses_once() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let notifications = &world.portal().ports.notifications;
        let tina =
            world.portal().ports.contacts.save(&owner, acting, form("Tina", "t@example.com")).await.expect("added");
        let first = command(tina, Notifications::NotSet, &[Category::Billing]);
        notifications.choose(&owner, acting, first.clone()).await.expect("the first choice");
        notifications.choose(&owner, acting, first).await.expect("the same again is the same answer");
        let stale = command(tina, Notifications::NotSet, &[Category::Support]);
        let billing = ContactChange::Subscribed { category: Category::Billing };
        let conflict = PortalError::overtaken_with(None, [billing]);
        assert_eq!(notifications.choose(&owner, acting, stale).await, Err(conflict));
        assert_eq!(read(&world, &owner, acting, tina).await.notifications, chosen(&[Category::Billing]));
        let events = "SELECT COUNT(*) FROM audit WHERE kind = 'notifications_chosen'";
        assert_eq!(world.number(events).await, 1);

        run_command(&world, &owner, acting, tina, ContactVerb::Delete).await.expect("deleted");
        let gone = choose(&world, &owner, acting, tina, &[]).await;
        assert!(matches!(gone, Err(PortalError::Conflict { .. })), "{gone:?}");
    });
}

#[test]
fn of_two_choices_at_once_one_wins_and_the_other_is_told() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let tina =
            world.portal().ports.contacts.save(&owner, acting, form("Tina", "t@example.com")).await.expect("added");
        let mut tasks = tokio::task::JoinSet::new();
        for category in Category::ALL {
            let (ports, owner) = (world.portal().ports.clone(), owner.clone());
            let notifications = Arc::clone(&ports.notifications);
            tasks.spawn(async move {
                notifications.choose(&owner, acting, command(tina, Notifications::NotSet, &[category])).await
            });
        }
        let answers = tasks.join_all().await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
        assert!(answers.iter().all(|answer| matches!(answer, Ok(()) | Err(PortalError::Conflict { .. }))));
        assert_eq!(world.count(Rows::NotificationChoices).await, 1);
    });
}

#[test]
fn another_account_s_contacts_are_not_found() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contact = own_contact(&world, &owner, acting).await;
        let elsewhere = on(world.account_of("other@example.com").await);
        let other = world.signed_in("other@example.com", START).await;
        let notifications = &world.portal().ports.notifications;
        for acting in [elsewhere, acting] {
            let seen = notifications.read(&other, acting, contact).await.map(|_| ());
            assert_eq!(seen, Err(PortalError::NotFound));
            let change = command(contact, Notifications::NotSet, &[]);
            assert_eq!(notifications.choose(&other, acting, change).await, Err(PortalError::NotFound));
        }
    });
}
