//! Who is told of what by mail, and what is sent to nobody.

use crate::notifications::{choose, own_contact, promote, read};
use crate::support::behind::Rows;
use crate::support::contacts::{account, colleague, form, run_command, with_login};
use crate::support::{DIGEST, START, World, for_each_database};
use domain::caller::Caller;
use domain::category::Category;
use domain::contact::{ContactVerb, SaveContact};
use domain::notification::Delivery;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;

const OWNER: &str = "owner@example.com";

async fn mails_to(world: &World, address: &str) -> Vec<String> {
    world.outbox().await.into_iter().filter(|mail| mail.to == address).map(|mail| mail.text).collect()
}

#[test]
fn of_changes_of_access_owners_are_always_told_and_others_who_chose_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let roles = [Role::Manager];
        let (max, as_max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &roles)).await;
        let (_, _) = colleague(&world, acting, &owner, with_login("Mia", "mia@example.com", &roles)).await;
        let contacts = &world.portal().ports.contacts;
        let watch = contacts.save(&owner, acting, form("Watch", "watch@example.com")).await.expect("added");
        let tina = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        for contact in [max, watch] {
            choose(&world, &owner, acting, contact, &[Category::UserManagement]).await.expect("chosen");
        }
        world.forget_mails().await;
        promote(&world, &as_max, acting, tina, &[Role::Billing]).await;
        let mut told: Vec<String> = world.outbox().await.into_iter().map(|mail| mail.to).collect();
        told.sort();
        // Not Max, who did it, and not Mia, who did not choose it.
        assert_eq!(told, ["owner@example.com", "watch@example.com"]);

        let olivia = own_contact(&world, &owner, acting).await;
        let to_owner = mails_to(&world, OWNER).await.remove(0);
        assert!(to_owner.contains("because you own the account Example Ltd"), "{to_owner}");
        let page = format!("https://portal.example/a/{}/contacts/{olivia}/notifications", acting.account);
        assert!(to_owner.contains(&page), "{to_owner}");
        let to_watch = mails_to(&world, "watch@example.com").await.remove(0);
        assert!(to_watch.contains("emails about “User Management” are turned on for you"), "{to_watch}");
        assert!(!to_watch.contains("https://"), "whoever can't sign in is led nowhere: {to_watch}");
    });
}

#[test]
fn of_changed_names_and_addresses_only_those_are_told_who_chose_it_and_of_notes_nobody() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (max, as_max) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let contacts = &world.portal().ports.contacts;
        let tina = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        let edit = async |caller: &Caller, phone: &str, note: &str| {
            let version = contacts.read(caller, acting, tina).await.expect("seen").version;
            let (contact, phone, note) = (Some(tina), phone.to_owned(), note.to_owned());
            let change = SaveContact { contact, version, phone, note, ..form("Tina", "tina@example.com") };
            contacts.save(caller, acting, change).await.expect("saved");
            world.send_digests(START).await;
        };
        world.forget_mails().await;
        edit(&as_max, "+49 30 5550", "").await;
        assert_eq!(world.outbox().await.len(), 0, "the owner did not choose it");
        let olivia = own_contact(&world, &owner, acting).await;
        choose(&world, &owner, acting, olivia, &[Category::UserManagement]).await.expect("chosen");
        choose(&world, &as_max, acting, max, &[Category::UserManagement]).await.expect("chosen");
        edit(&as_max, "+49 30 5551", "").await;
        edit(&as_max, "+49 30 5551", "owes us money").await;
        let mails = world.outbox().await;
        assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), [OWNER]);
        assert!(mails[0].text.contains("5551"), "{}", mails[0].text);
    });
}

#[test]
fn nobody_is_mailed_about_others_whom_they_may_not_see() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let roles = [Role::Technical];
        let (tina, as_tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &roles)).await;
        let other =
            world.portal().ports.contacts.save(&owner, acting, form("Otto", "o@example.com")).await.expect("added");
        choose(&world, &as_tina, acting, tina, &[Category::UserManagement]).await.expect("it is hers to choose");
        let choice = read(&world, &as_tina, acting, tina).await;
        let withheld = (Category::UserManagement, Delivery::Withheld(Privilege::ContactsView));
        assert!(choice.deliveries.contains(&withheld), "she is told so: {:?}", choice.deliveries);
        world.forget_mails().await;
        promote(&world, &owner, acting, other, &[Role::Billing]).await;
        assert_eq!(mails_to(&world, "tina@example.com").await, Vec::<String>::new());
        promote(&world, &owner, acting, tina, &[Role::Technical, Role::Visitation]).await;
        assert_eq!(mails_to(&world, "tina@example.com").await.len(), 1, "of herself she is told");
        promote(&world, &owner, acting, tina, &[Role::Technical, Role::Manager]).await;
        promote(&world, &owner, acting, other, &[]).await;
        assert_eq!(mails_to(&world, "tina@example.com").await.len(), 3, "and of others once she sees them");
    });
}

#[test]
fn a_mail_by_choice_goes_to_nobody_who_is_no_longer_to_have_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let roles = [Role::Manager];
        let (max, as_max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &roles)).await;
        let contacts = &world.portal().ports.contacts;
        let other = contacts.save(&owner, acting, form("Otto", "otto@example.com")).await.expect("added");
        let deliver = async || {
            // As if it had been put off.
            world.execute("UPDATE outbox SET sent_at = NULL").await;
            world.portal().jobs.run_due(START.plus_seconds(DIGEST)).await.expect("the database answers");
            world.number("SELECT COUNT(*) FROM outbox WHERE sent_at > 0").await
        };
        let mut given = vec![Role::Billing];
        for change in ["nothing", "choice", "right", "end", "suspension"] {
            choose(&world, &owner, acting, max, &[Category::UserManagement]).await.expect("chosen");
            world.forget_mails().await;
            promote(&world, &owner, acting, other, &given).await;
            given = if given.is_empty() { vec![Role::Billing] } else { Vec::new() };
            assert_eq!(mails_to(&world, "max@example.com").await.len(), 1, "{change}: it is written");
            match change {
                "choice" => choose(&world, &as_max, acting, max, &[]).await.expect("chosen"),
                "right" => {
                    world.take_from_everybody("manager").await;
                }
                "end" => world.execute("UPDATE contacts SET ends_at = 1 WHERE first_name = 'Max'").await,
                "suspension" => {
                    run_command(&world, &owner, acting, max, ContactVerb::Suspend).await.expect("suspended");
                }
                _ => {}
            }
            world.execute("DELETE FROM outbox WHERE recipient <> 'max@example.com'").await;
            let sent = deliver().await;
            assert_eq!(sent, i64::from(change == "nothing"), "{change}");
            world.execute("UPDATE contacts SET ends_at = NULL").await;
            if change == "right" {
                promote(&world, &owner, acting, max, &[]).await;
                promote(&world, &owner, acting, max, &roles).await;
            }
        }
        assert_eq!(world.why_a_mail_failed().await, "dropped: the recipient has no right to it any more");
    });
}

#[test]
fn a_digest_tells_only_what_its_reader_may_know_when_it_is_sent() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let roles = [Role::Manager];
        let (max, _) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &roles)).await;
        let contacts = &world.portal().ports.contacts;
        choose(&world, &owner, acting, max, &[Category::UserManagement]).await.expect("chosen");
        let add = async |name: &str| {
            let privileges = PrivilegeSet::of(&[Privilege::DomainsView]);
            let change = SaveContact { privileges, ..form(name, &format!("{name}@example.com")) };
            contacts.save(&owner, acting, change).await.expect("added");
        };
        add("otto").await;
        add("oscar").await;
        world.take_from_everybody("manager").await;
        world.send_digests(START).await;
        assert_eq!(mails_to(&world, "max@example.com").await.iter().filter(|mail| mail.contains("otto")).count(), 0);
        assert_eq!(world.count(Rows::Notices).await, 0);

        // Of himself he is told all the same.
        add("oda").await;
        promote(&world, &owner, acting, max, &[Role::Visitation]).await;
        let mails = mails_to(&world, "max@example.com").await;
        assert!(mails[0].contains("Visitation") && !mails[0].contains("oda"), "{}", mails[0]);
    });
}
