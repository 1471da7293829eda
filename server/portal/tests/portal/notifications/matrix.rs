//! The list of who gets which mails.

use crate::notifications::{choose, own_contact, promote};
use crate::support::contacts::{account, colleague, form, with_login};
use crate::support::for_each_database;
use domain::access::Denied;
use domain::category::Category;
use domain::contact::Notifications;
use domain::id::ContactId;
use domain::list::Total;
use domain::notification::{Delivery, Why};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::right::Right;
use domain::role::Role;
use std::collections::BTreeSet;

#[test]
fn the_matrix_shows_who_gets_what_and_what_nobody_gets() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let roles = [Role::Technical];
        let (tina, as_tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &roles)).await;
        let contacts = &world.portal().ports.contacts;
        let frieda = contacts.save(&owner, acting, form("Frieda", "invoices@example.com")).await.expect("added");
        choose(&world, &as_tina, acting, tina, &[Category::Support, Category::Billing]).await.expect("chosen");
        choose(&world, &owner, acting, frieda, &[Category::Billing]).await.expect("chosen");

        let matrix = world.portal().ports.notifications.matrix(&owner, acting, String::new()).await.expect("shown");
        let row = |contact| matrix.page.rows.iter().find(|row| row.contact == contact).expect("a row");
        let of = |contact, category| {
            let at = Category::ALL.iter().position(|known| *known == category).expect("a column");
            row(contact).deliveries[at]
        };
        let olivia = own_contact(&world, &owner, acting).await;
        assert_eq!(of(olivia, Category::UserManagement), Delivery::Sent(Why::Owner));
        assert_eq!(of(tina, Category::Support), Delivery::Sent(Why::Chosen));
        assert_eq!(of(tina, Category::Billing), Delivery::Withheld(Privilege::BillingView));
        assert_eq!(of(frieda, Category::Billing), Delivery::Sent(Why::Chosen));
        assert_eq!(of(frieda, Category::Service), Delivery::Off);
        assert_eq!(row(olivia).notifications, Notifications::NotSet);

        let reach: Vec<Total> = matrix.reach.iter().map(|reach| reach.people).collect();
        assert_eq!(reach, [0, 0, 0, 1, 1, 1].map(Total::Exact), "{:?}", matrix.reach);
        let missing = Denied::Missing(Right::Privilege(Privilege::ContactsView));
        let refused = world.portal().ports.notifications.matrix(&as_tina, acting, String::new()).await.map(|_| ());
        assert_eq!(refused, Err(missing.into()));
    });
}

#[test]
fn the_people_whom_the_matrix_shows_as_told_are_those_who_are_mailed() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let view = PrivilegeSet::of(&[Privilege::ContactsView]);
        let mut addresses = Vec::new();
        for number in 0..60 {
            let address = format!("n{number}@example.com");
            let mut change = form(&format!("N{number:02}"), &address);
            if number % 3 == 0 {
                change.privileges = view;
            }
            let id = contacts.save(&owner, acting, change).await.expect("added");
            if number % 2 == 0 {
                choose(&world, &owner, acting, id, &[Category::UserManagement]).await.expect("chosen");
            }
            addresses.push((id, address));
        }
        // Logins, half of which may not look at others.
        world
            .execute(
                "INSERT INTO persons (id, email, email_key, first_name, last_name, password_by, created_at) \
                 SELECT 'p-' || id, email, email_key, first_name, last_name, 'none', 0 FROM contacts \
                 WHERE first_name LIKE 'N%' AND first_name < 'N40'",
            )
            .await;
        world
            .execute(
                "UPDATE contacts SET person_id = 'p-' || id, state = 'active' \
                 WHERE first_name LIKE 'N%' AND first_name < 'N40'",
            )
            .await;
        let mut shown = BTreeSet::new();
        let mut cursor = Some(String::new());
        let mut reach = Vec::new();
        while let Some(from) = cursor {
            let matrix = world.portal().ports.notifications.matrix(&owner, acting, from).await.expect("shown");
            for row in matrix.page.rows {
                let at = Category::ALL.iter().position(|known| *known == Category::UserManagement).expect("a column");
                if matches!(row.deliveries[at], Delivery::Sent(_)) && row.owner.is_none() {
                    shown.insert(row.contact);
                }
            }
            reach = matrix.reach;
            cursor = matrix.page.next;
        }
        world.forget_mails().await;
        let other = contacts.save(&owner, acting, form("Otto", "otto@example.com")).await.expect("added");
        promote(&world, &owner, acting, other, &[Role::Billing]).await;
        let mails = world.outbox().await;
        let mailed: BTreeSet<ContactId> = addresses
            .iter()
            .filter(|(_, email)| mails.iter().any(|mail| mail.to == *email))
            .map(|(id, _)| *id)
            .collect();
        assert_eq!(shown, mailed);
        assert!(!mailed.is_empty() && mailed.len() < 30, "some are withheld: {}", mailed.len());
        let counted = reach.iter().find(|reach| reach.category == Category::UserManagement).expect("counted").people;
        assert_eq!(counted, Total::Exact(i64::try_from(mailed.len()).expect("few") + 1), "and the owner");
    });
}
