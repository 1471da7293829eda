//! What is done to many beside suspending and deleting them: invitations, roles, mails.

use crate::bulk::undone::undo;
use crate::bulk::{crowd, look, many, start};
use crate::support::contacts::{account, at, colleague, form, later, many_changes, with_login};
use crate::support::invitations::{contact_of, enters, invite, read, send, token_for};
use crate::support::{START, for_each_database_with};
use domain::access::Denied;
use domain::audit::{ActivityQuery, Change};
use domain::category::Category;
use domain::change::ContactChange;
use domain::contact::{BulkCommand, BulkVerb, BulkWith, ContactQuery, Notifications, SaveContact};
use domain::error::PortalError;
use domain::id::ContactId;
use domain::notification::{ChooseNotifications, Seen};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::Problem;
use domain::right::Right;
use domain::role::{Role, RoleSet};

#[test]
fn invitations_are_sent_again_to_those_who_wait_and_to_nobody_else() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        send(&world, &owner, acting, invite("ann@new.example, ben@new.example", &[Role::Billing])).await.expect("sent");
        let ann = contact_of(&world, &owner, acting, "ann@new.example").await.row.id;
        let ben = contact_of(&world, &owner, acting, "ben@new.example").await.row.id;
        let plain = crowd(&world, &owner, acting, 1).await[0];
        let before = token_for(&world, "ann@new.example").await;
        let preview = &world.portal().ports.contacts;
        let asked = preview.preview_many(&owner, acting, many(BulkVerb::Resend, vec![ann, ben, plain])).await;
        let asked = asked.expect("it may be asked");
        assert_eq!((asked.names.len(), asked.left.unchanged), (2, 1), "who waits for no answer is left alone");
        let sent = start(&world, &owner, acting, many(BulkVerb::Resend, vec![ann, ben, plain])).await;
        assert_eq!((sent.done, sent.unchanged, sent.to), (2, 1, BulkVerb::Resend));
        assert_ne!(token_for(&world, "ann@new.example").await.expose(), before.expose(), "with a new link");
        let none = undo(&world, &owner, acting, sent.id.expect("done")).await;
        assert_eq!(none, Err(PortalError::NotFound), "a mail is not taken back");
    });
}

#[test]
fn a_role_is_given_to_those_without_it_and_undo_takes_it_from_them_alone() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, 3).await;
        let has = SaveContact { roles: RoleSet::of(&[Role::Billing]), ..form("Has", "has@example.com") };
        let has = world.portal().ports.contacts.save(&owner, acting, has).await.expect("added");
        let oneself = world.portal().ports.contacts.list(&owner, acting, ContactQuery::default()).await;
        let oneself = oneself.expect("an owner lists").rows[0].id;
        let named = ids.iter().copied().chain([has, oneself]).collect();
        let given = start(&world, &owner, acting, many(BulkVerb::GiveRole, named)).await;
        assert_eq!((given.done, given.unchanged, given.refused_count), (3, 1, 1));
        for id in &ids {
            let rights = read(&world, &owner, acting, *id).await.now.rights;
            assert!(rights.roles.contains(Role::Billing), "{rights:?}");
            assert!(rights.privileges.contains(Privilege::BillingView), "what they had stays");
        }
        let back = undo(&world, &owner, acting, given.id.expect("done")).await.expect("one's own");
        assert_eq!((back.to, back.done), (BulkVerb::TakeRole, 3));
        assert!(!read(&world, &owner, acting, ids[0]).await.now.rights.roles.contains(Role::Billing));
        assert!(
            read(&world, &owner, acting, has).await.now.rights.roles.contains(Role::Billing),
            "it was theirs before"
        );
        let again = undo(&world, &owner, acting, back.id.expect("done")).await;
        assert_eq!(again, Err(PortalError::NotFound));
    });
}

#[test]
fn nobody_gives_to_many_what_they_may_not_give_to_one() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let few = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsManage]),
            ..with_login("Max", "max@example.com", &[])
        };
        let (_, max) = colleague(&world, acting, &owner, few).await;
        let id = crowd(&world, &owner, acting, 1).await[0];
        world.execute("UPDATE accounts SET hand_out = '[]'").await;
        let with = BulkWith { role: Some(Role::Technical), ..BulkWith::default() };
        let outcome = start(&world, &max, acting, BulkCommand { with, ..many(BulkVerb::GiveRole, vec![id]) }).await;
        assert_eq!((outcome.done, outcome.refused_count), (0, 1), "{outcome:?}");
        let outcome = start(&world, &max, acting, many(BulkVerb::Notify, vec![id])).await;
        let missing = Denied::Missing(Right::Privilege(Privilege::ContactsNotifications));
        assert_eq!(outcome.refused, [("P000 Example".to_owned(), missing.into())]);
        let nothing = BulkCommand { with: BulkWith::default(), ..many(BulkVerb::GiveRole, vec![id]) };
        let contacts = &world.portal().ports.contacts;
        assert_eq!(contacts.run_bulk_command(&owner, acting, nothing).await, Err(PortalError::Malformed));
        for to in [BulkVerb::Reactivate, BulkVerb::Restore, BulkVerb::TakeRole] {
            let answer = contacts.run_bulk_command(&owner, acting, many(to, vec![id])).await;
            assert_eq!(answer, Err(PortalError::Malformed), "{to:?} only takes something back");
        }
    });
}

#[test]
fn mails_are_chosen_for_many_in_the_place_of_what_was_chosen() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let ids = crowd(&world, &owner, acting, 3).await;
        let change = ChooseNotifications {
            submission: crate::support::contacts::submission(),
            contact: ids[0],
            categories: [Category::Support].into(),
            seen: Seen(Notifications::NotSet),
        };
        world.portal().ports.notifications.choose(&owner, acting, change).await.expect("chosen");
        let counted = world.portal().ports.contacts.counts(&owner, acting, domain::contact::ContactFilter::default());
        assert_eq!(counted.await.expect("an owner counts").without_mails, domain::list::Total::Exact(2));
        let chosen = start(&world, &owner, acting, many(BulkVerb::Notify, ids.clone())).await;
        assert_eq!((chosen.done, chosen.refused_count), (3, 0));
        for id in &ids {
            let row = read(&world, &owner, acting, *id).await.row;
            assert_eq!(row.notifications, Notifications::Chosen([Category::Billing].into()));
        }
        let again = start(&world, &owner, acting, many(BulkVerb::Notify, ids)).await;
        assert_eq!((again.id, again.unchanged), (None, 3));
        assert_eq!(look(&world, &owner, acting, &chosen).await, chosen);
    });
}

#[test]
fn what_one_may_not_choose_for_many_stays_as_somebody_chose_it() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let (_, max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let id = crowd(&world, &owner, acting, 1).await[0];
        let change = ChooseNotifications {
            submission: crate::support::contacts::submission(),
            contact: id,
            categories: [Category::Billing, Category::Service].into(),
            seen: Seen(Notifications::NotSet),
        };
        world.portal().ports.notifications.choose(&owner, acting, change).await.expect("chosen");
        // A manager sees no invoices, so that mails about them are not theirs to choose.
        let with = BulkWith { categories: [Category::UserManagement].into(), ..BulkWith::default() };
        let chosen = start(&world, &max, acting, BulkCommand { with, ..many(BulkVerb::Notify, vec![id]) }).await;
        assert_eq!((chosen.done, chosen.refused_count), (1, 0), "{chosen:?}");
        let row = read(&world, &owner, acting, id).await.row;
        assert_eq!(row.notifications, Notifications::Chosen([Category::Billing, Category::UserManagement].into()));
    });
}

fn ending(contacts: Vec<ContactId>, ends_on: &str) -> BulkCommand {
    let with = BulkWith { ends_on: ends_on.to_owned(), endless: ends_on.is_empty(), ..BulkWith::default() };
    BulkCommand { with, ..many(BulkVerb::SetEnd, contacts) }
}

#[test]
fn the_last_day_of_many_is_set_and_lifted_and_access_ends_with_it() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let (tina, tinas) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let (moe, _) = colleague(&world, acting, &owner, with_login("Moe", "moe@example.com", &[])).await;
        send(&world, &owner, acting, invite("ann@new.example", &[Role::Billing])).await.expect("sent");
        let ann = contact_of(&world, &owner, acting, "ann@new.example").await.row.id;
        let plain = crowd(&world, &owner, acting, 1).await[0];
        let oneself = world.portal().ports.contacts.list(&owner, acting, ContactQuery::default()).await;
        let oneself = oneself.expect("an owner lists").rows[0].id;
        let everybody = vec![tina, moe, ann, plain, oneself];
        let asked = world.portal().ports.contacts.preview_many(&owner, acting, ending(everybody.clone(), "")).await;
        let asked = asked.expect("it may be asked");
        assert_eq!((asked.names.len(), asked.left.unchanged, asked.left.refused_count), (2, 2, 1));

        let set = start(&world, &owner, acting, ending(everybody, "2026-01-31")).await;
        assert_eq!((set.done, set.unchanged, set.refused_count), (2, 2, 1), "who has access, but for owners");
        let until = read(&world, &owner, acting, tina).await.row.until.map(|until| until.at);
        assert_eq!(until, Some(START.plus_seconds(31 * 86_400)), "the end of that day");
        assert!(enters(&world, &at(&tinas, later(30 * 24 * 60)), acting).await);
        assert!(!enters(&world, &at(&tinas, later(31 * 24 * 60)), acting).await, "the clock decides");
        let waits = contact_of(&world, &owner, acting, "ann@new.example").await.row.until.map(|until| until.at);
        assert_ne!(waits, until, "an invitation ends when it did");
        let log = world.portal().ports.accounts.activity(&owner, acting, ActivityQuery::default()).await.expect("read");
        let last = ContactChange::Ends { last: Some("2026-01-31".to_owned()) };
        assert_eq!(log.rows[0].changes, [Change::Contact(last)]);

        let again = start(&world, &owner, acting, ending(vec![tina], "2026-01-31")).await;
        assert_eq!((again.id, again.unchanged), (None, 1));
        let lifted = start(&world, &owner, acting, ending(vec![tina, moe], "")).await;
        assert_eq!(lifted.done, 2);
        assert_eq!(read(&world, &owner, acting, tina).await.row.until, None);
        assert!(enters(&world, &at(&tinas, later(31 * 24 * 60)), acting).await);
    });
}

#[test]
fn a_last_day_lies_ahead_and_nobody_prolongs_what_they_could_not_give() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let few = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsManage]),
            ..with_login("Max", "max@example.com", &[])
        };
        let (maxs_own, max) = colleague(&world, acting, &owner, few).await;
        let with = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::BillingView]),
            ..with_login("Tina", "tina@example.com", &[])
        };
        let (tina, _) = colleague(&world, acting, &owner, with).await;
        let contacts = &world.portal().ports.contacts;
        for (typed, problem) in
            [("2025-12-31", Problem::InThePast), ("2026-02-30", Problem::NotADate), ("soon", Problem::NotADate)]
        {
            let answer = contacts.run_bulk_command(&owner, acting, ending(vec![tina], typed)).await;
            assert_eq!(answer, Err(PortalError::invalid("with.ends_on", problem)), "{typed}");
        }
        let nothing = BulkCommand { with: BulkWith::default(), ..ending(vec![tina], "") };
        let answer = contacts.run_bulk_command(&owner, acting, nothing).await;
        assert_eq!(answer, Err(PortalError::invalid("with.ends_on", Problem::Required)));

        let sooner = start(&world, &max, acting, ending(vec![tina, maxs_own], "2026-02-28")).await;
        assert_eq!((sooner.done, sooner.refused_count), (1, 1), "to oneself never");
        for typed in ["2026-03-31", ""] {
            let outcome = start(&world, &max, acting, ending(vec![tina], typed)).await;
            assert_eq!((outcome.done, outcome.refused_count), (0, 1), "{typed}: they may not give the right");
        }
        assert_eq!(start(&world, &max, acting, ending(vec![tina], "2026-01-31")).await.done, 1);
    });
}
