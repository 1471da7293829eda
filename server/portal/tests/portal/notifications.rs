//! Which mails people get: choosing, who is told of what, and what is sent to nobody.

use crate::support::acts::{Act, Scene};
use crate::support::behind::Rows;
use crate::support::contacts::{account, colleague, form, mv, on, submission, with_login};
use crate::support::invitations::{decline, given_to};
use crate::support::{DIGEST, START, World, for_each_database};
use async_trait::async_trait;
use domain::access::Denied;
use domain::acting::Acting;
use domain::audit::{FactKind, NotificationFactKind};
use domain::caller::Caller;
use domain::category::Category;
use domain::change::ContactChange;
use domain::contact::{Move, Notifications, SaveContact, Verdict};
use domain::error::PortalError;
use domain::id::ContactId;
use domain::list::Total;
use domain::notification::{ChooseNotifications, Delivery, NotificationChoice, Seen, Why};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::right::Right;
use domain::role::Role;
use std::collections::BTreeSet;
use std::sync::Arc;

const OWNER: &str = "owner@example.com";

fn command(contact: ContactId, seen: Notifications, categories: &[Category]) -> ChooseNotifications {
    ChooseNotifications {
        submission: submission(),
        contact,
        seen: Seen(seen),
        categories: categories.iter().copied().collect(),
    }
}

fn chosen(categories: &[Category]) -> Notifications {
    Notifications::Chosen(categories.iter().copied().collect())
}

async fn read(world: &World, caller: &Caller, acting: Acting, contact: ContactId) -> NotificationChoice {
    world.portal().ports.notifications.read(caller, acting, contact).await.expect("it is shown")
}

/// Chooses, over whatever was chosen before.
async fn choose(
    world: &World,
    caller: &Caller,
    acting: Acting,
    contact: ContactId,
    categories: &[Category],
) -> Result<(), PortalError> {
    let notifications = &world.portal().ports.notifications;
    let seen = match notifications.read(caller, acting, contact).await {
        Ok(choice) => choice.notifications,
        Err(_) => Notifications::NotSet,
    };
    notifications.choose(caller, acting, command(contact, seen, categories)).await
}

async fn own_contact(world: &World, caller: &Caller, acting: Acting) -> ContactId {
    let view = world.portal().ports.accounts.open(caller, acting).await.expect("they are on the account");
    view.actor.standing.contact
}

/// Gives a contact roles, and sends the mails about it.
async fn promote(world: &World, owner: &Caller, acting: Acting, contact: ContactId, roles: &[Role]) {
    let contacts = &world.portal().ports.contacts;
    let now = contacts.read(owner, acting, contact).await.expect("the owner sees it");
    let change = SaveContact {
        submission: Some(submission()),
        contact: Some(contact),
        version: now.version,
        first_name: now.now.details.first_name,
        last_name: now.now.details.last_name,
        roles: roles.iter().copied().collect(),
        ..SaveContact::default()
    };
    contacts.save(owner, acting, change).await.expect("the roles are changed");
    world.send_digests(START).await;
}

async fn mails_to(world: &World, address: &str) -> Vec<String> {
    world.outbox().await.into_iter().filter(|mail| mail.to == address).map(|mail| mail.text).collect()
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
            .activity(&owner, acting, String::new())
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
        let log = world.portal().ports.accounts.activity(&owner, acting, String::new()).await.expect("the log").rows;
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
            mv(&world, &as_max, acting, contact, Move::Delete).await.expect("a manager may");
            mv(&world, &as_max, acting, contact, Move::RestoreBare).await.expect("without rights it comes back");
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

        mv(&world, &owner, acting, tina, Move::Delete).await.expect("deleted");
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
        assert!(to_watch.contains("mails of “User Management” are switched on for you"), "{to_watch}");
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
                "suspension" => mv(&world, &owner, acting, max, Move::Suspend).await.expect("suspended"),
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

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![Box::new(Choosing)]
}

#[derive(Debug)]
struct Choosing;

#[async_trait(?Send)]
impl Act for Choosing {
    fn use_case(&self) -> &'static str {
        "NotificationChoices::choose"
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, _: usize) -> Result<(), PortalError> {
        let change = command(victim, Notifications::NotSet, &[Category::TechnicalMaintenance]);
        scene.ports().notifications.choose(&scene.manager, scene.acting, change).await
    }
}

/// For `limits.rs`: everything here that names a contact, and each answer.
pub async fn named(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> Vec<Result<(), PortalError>> {
    let notifications = &world.portal().ports.notifications;
    vec![
        notifications.read(who, acting, contact).await.map(drop),
        notifications.choose(who, acting, command(contact, Notifications::NotSet, &[])).await,
    ]
}
