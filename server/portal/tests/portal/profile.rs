//! One's own details and address: what a change tells whom, when it counts, and for whom a link works.

use crate::support::behind::Rows;
use crate::support::contacts::{account, at, colleague, form, submission, with_login};
use crate::support::profile::{change, confirm, link, profiles};
use crate::support::{OTHER_PASSWORD, PASSWORD, START, for_each_database, secret, visitor};
use domain::access::Denied;
use domain::audit::{ContactFactKind, FactKind, PersonFactKind};
use domain::by::By;
use domain::caller::Caller;
use domain::change::ContactChange;
use domain::contact::{ContactQuery, SaveContact};
use domain::error::PortalError;
use domain::person::{ChangePassword, EndSession, Language};
use domain::privilege::Privilege;
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::profile::{ConfirmEmail, EmailLink, SaveProfile};
use domain::right::Right;
use domain::role::Role;
use domain::time::Timestamp;
use tokio::task::JoinSet;

const OWNER: &str = "owner@example.com";
const NEW: &str = "olivia@new.example";
const DAY: i64 = 86_400;

fn dead() -> PortalError {
    PortalError::invalid("token", Problem::LinkDead)
}

#[test]
fn another_address_counts_once_it_is_proved_and_the_old_one_is_told_at_once() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let elsewhere = world.sign_in(OWNER, PASSWORD, START).await.expect("right").token;
        let reset = world.ask_for_link(OWNER, START).await;
        change(&world, &owner, NEW, PASSWORD).await.expect("asked for");

        let mails = world.outbox().await;
        let told: Vec<&str> = mails[..2].iter().map(|mail| mail.to.as_str()).collect();
        assert!(told.contains(&OWNER) && told.contains(&NEW), "{told:?}");
        let warning = mails.iter().find(|mail| mail.to == OWNER).expect("the old address is told");
        assert_eq!(warning.subject, "Another e-mail address was asked for on Portico");
        assert!(warning.text.contains("https://portal.example/forgot") && !warning.text.contains("/verify/"));
        let profile = profiles(&world).read(&owner).await.expect("shown");
        assert_eq!((profile.email.as_str(), profile.verified), (OWNER, true));
        assert_eq!(profile.pending.map(|pending| pending.email), Some(NEW.to_owned()));
        world.sign_in(OWNER, PASSWORD, START).await.expect("the old one still is the one");
        world.sign_in(NEW, PASSWORD, START).await.expect_err("the new one is not yet");

        let token = link(&world).await;
        confirm(&world, &owner, &token).await.expect("confirmed");
        world.sign_in(OWNER, PASSWORD, START).await.expect_err("the old one no longer is");
        world.sign_in(NEW, PASSWORD, START).await.expect("the new one is");
        assert!(world.caller(&elsewhere, START).await.is_none(), "other sessions have ended");
        let works = world.people().reset_link(&visitor(START), reset).await;
        assert_eq!(works, Ok(false), "links mailed to the old address are dead");
        let mails = world.outbox().await;
        let done = mails.iter().find(|mail| mail.subject == "Your e-mail address for Portico was changed");
        assert_eq!(done.map(|mail| mail.to.as_str()), Some(OWNER));
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'email_confirmed'").await, 1);

        // The contact follows its person: in the list, in the search, in its history.
        let contacts = world.portal().ports.contacts.clone();
        let list = contacts.list(&owner, acting, ContactQuery::default()).await.expect("listed");
        assert_eq!(list.rows[0].email, NEW);
        let page = contacts.read(&owner, acting, list.rows[0].id).await.expect("shown");
        let detail = ContactChange::Detail { field: "email".to_owned(), now: NEW.to_owned() };
        assert_eq!(page.history.rows[0].changes, [detail]);
        assert_eq!(confirm(&world, &owner, &token).await, Err(dead()), "once");
    });
}

#[test]
fn a_contact_without_a_name_moves_in_the_list_with_the_address_of_its_person() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = world.portal().ports.contacts.clone();
        contacts.save(&owner, acting, form("Max", "max@example.com")).await.expect("added");
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        world
            .execute(
                "UPDATE contacts SET first_name = '', last_name = '', sort_name = 'tina@example.com' \
                 WHERE email = 'tina@example.com'",
            )
            .await;
        let list = async || {
            let list = contacts.list(&owner, acting, ContactQuery::default()).await.expect("listed");
            list.rows.into_iter().map(|row| row.email).collect::<Vec<_>>()
        };
        assert_eq!(list().await, [OWNER, "max@example.com", "tina@example.com"]);
        change(&world, &tina, "anna@new.example", PASSWORD).await.expect("asked for");
        confirm(&world, &tina, &link(&world).await).await.expect("confirmed");
        assert_eq!(list().await, [OWNER, "anna@new.example", "max@example.com"]);
    });
}

#[test]
fn changing_the_address_asks_for_the_password_and_not_without_end() {
    for_each_database(async |world| {
        let (_, owner) = account(&world).await;
        let wrong = |problem: Problem| Err(PortalError::invalid("current", problem));
        assert_eq!(change(&world, &owner, NEW, "").await, wrong(Problem::Required));
        let not_an_email = PortalError::invalid("email", Problem::NotAnEmail);
        assert_eq!(change(&world, &owner, "nonsense", PASSWORD).await, Err(not_an_email));
        let same = PortalError::invalid("email", PersonProblem::SameAddress);
        assert_eq!(change(&world, &owner, "OWNER@example.com", PASSWORD).await, Err(same));
        assert_eq!(change(&world, &visitor(START), NEW, PASSWORD).await, Err(PortalError::SignInRequired));
        for _ in 0..5 {
            assert_eq!(change(&world, &owner, NEW, "guess").await, wrong(PersonProblem::WrongPassword.into()));
        }
        let guessed = change(&world, &owner, NEW, PASSWORD).await;
        assert!(matches!(guessed, Err(PortalError::TooMany { .. })), "{guessed:?}");
        assert_eq!(world.count(Rows::AddressLinks).await, 0);

        let later = at(&owner, START.plus_seconds(60));
        for n in 0..5 {
            change(&world, &later, &format!("olivia{n}@new.example"), PASSWORD).await.expect("asked for");
        }
        let more = change(&world, &later, NEW, PASSWORD).await;
        assert!(matches!(more, Err(PortalError::TooMany { .. })), "{more:?}");
    });
}

#[test]
fn an_address_that_somebody_has_gets_the_same_answer_and_the_same_work() {
    for_each_database(async |world| {
        let (_, owner) = account(&world).await;
        world.account_of("other@example.com").await;
        let rows = async || {
            (world.count(Rows::AddressLinks).await, world.count(Rows::Mails).await, world.count(Rows::Events).await)
        };
        let before = rows().await;
        assert_eq!(change(&world, &owner, NEW, PASSWORD).await, Ok(()));
        let free = rows().await;
        let profile = profiles(&world).read(&owner).await.expect("shown");
        assert_eq!(change(&world, &owner, "Other@Example.com", PASSWORD).await, Ok(()));
        let taken = rows().await;
        assert_eq!((free.0 - before.0, free.1 - before.1, free.2 - before.2), (1, 2, 1));
        assert_eq!((taken.0 - free.0, taken.1 - free.1, taken.2 - free.2), (1, 2, 1));
        let again = profiles(&world).read(&owner).await.expect("shown");
        assert_eq!(again.pending.map(|pending| pending.until), profile.pending.map(|pending| pending.until));

        let mails = world.outbox().await;
        let hers = mails.iter().find(|mail| mail.to == "other@example.com").expect("whoever has it is told");
        assert_eq!(hers.subject, "Somebody tried to use your e-mail address on Portico");
        assert!(!hers.text.contains("/verify/") && !hers.text.contains(OWNER), "{}", hers.text);
        let old = link(&world).await;
        assert_eq!(confirm(&world, &owner, &old).await, Err(dead()), "the earlier link was replaced");
        assert_eq!(world.number("SELECT COUNT(*) FROM persons WHERE email = 'other@example.com'").await, 1);
    });
}

#[test]
fn looking_at_a_link_spends_nothing_and_it_works_for_its_person_only() {
    for_each_database(async |world| {
        let (_, owner) = account(&world).await;
        world.account_of("other@example.com").await;
        let other = world.signed_in("other@example.com", START).await;
        change(&world, &owner, NEW, PASSWORD).await.expect("asked for");
        let token = link(&world).await;
        for _ in 0..20 {
            let looked = profiles(&world).email_link(&visitor(START), token.clone()).await;
            assert_eq!(looked, Ok(EmailLink::SignIn), "nobody is shown an address");
        }
        assert_eq!(profiles(&world).email_link(&other, token.clone()).await, Ok(EmailLink::Other));
        let ready = EmailLink::Ready { email: NEW.to_owned(), current: OWNER.to_owned() };
        assert_eq!(profiles(&world).email_link(&owner, token.clone()).await, Ok(ready));
        assert_eq!(profiles(&world).email_link(&owner, secret("no-such-token")).await, Ok(EmailLink::Dead));

        let refused = PortalError::invalid("token", PersonProblem::OtherPerson);
        assert_eq!(confirm(&world, &other, &token).await, Err(refused));
        assert_eq!(confirm(&world, &visitor(START), &token).await, Err(PortalError::SignInRequired));
        assert_eq!(world.number("SELECT COUNT(*) FROM persons WHERE email = 'olivia@new.example'").await, 0);
        // Neither is a link that proves an address one that sets a password, nor the other way about.
        assert_eq!(world.people().reset_link(&visitor(START), token.clone()).await, Ok(false));
        let reset = world.ask_for_link(OWNER, START).await;
        assert_eq!(confirm(&world, &owner, &reset).await, Err(dead()));
        confirm(&world, &owner, &token).await.expect("for its person it works");
    });
}

#[test]
fn of_many_confirmations_at_once_one_counts() {
    for_each_database(async |world| {
        let (_, owner) = account(&world).await;
        change(&world, &owner, NEW, PASSWORD).await.expect("asked for");
        let token = link(&world).await;
        let mut confirming = JoinSet::new();
        for _ in 0..20 {
            let (port, caller, token) = (profiles(&world), owner.clone(), token.clone());
            confirming.spawn(async move { port.confirm_email(&caller, ConfirmEmail { token }).await });
        }
        let answers = confirming.join_all().await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'email_confirmed'").await, 1);
    });
}

#[test]
fn a_link_dies_with_its_day_when_called_off_and_with_a_new_password() {
    for_each_database(async |world| {
        let (_, owner) = account(&world).await;
        change(&world, &owner, NEW, PASSWORD).await.expect("asked for");
        let token = link(&world).await;
        let last = Timestamp(START.plus_seconds(DAY).0 - 1);
        let looked = profiles(&world).email_link(&at(&owner, last), token.clone()).await;
        assert!(matches!(looked, Ok(EmailLink::Ready { .. })), "{looked:?}");
        let over = at(&owner, START.plus_seconds(DAY));
        assert_eq!(confirm(&world, &over, &token).await, Err(dead()));

        profiles(&world).cancel_email(&owner).await.expect("called off");
        assert_eq!(confirm(&world, &owner, &token).await, Err(dead()));
        assert_eq!(profiles(&world).read(&owner).await.expect("shown").pending, None);

        change(&world, &owner, NEW, PASSWORD).await.expect("asked for");
        let token = link(&world).await;
        let new = ChangePassword {
            current: secret(PASSWORD),
            password: secret(OTHER_PASSWORD),
            again: secret(OTHER_PASSWORD),
        };
        world.people().change_password(&owner, new).await.expect("changed");
        assert_eq!(confirm(&world, &owner, &token).await, Err(dead()), "whoever changed it calls the rest off");
    });
}

#[test]
fn the_present_address_is_proved_with_a_link_and_then_nobody_sets_the_password_for_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        assert!(!profiles(&world).read(&tina).await.expect("shown").verified);
        profiles(&world).verify_email(&tina).await.expect("sent");
        let mail = &world.outbox().await[0];
        assert_eq!(
            (mail.to.as_str(), mail.subject.as_str()),
            ("tina@example.com", "Confirm your e-mail address for Portico")
        );
        let session = world.sign_in("tina@example.com", PASSWORD, START).await.expect("right");
        confirm(&world, &tina, &link(&world).await).await.expect("confirmed");
        assert!(profiles(&world).read(&tina).await.expect("shown").verified);
        assert!(world.caller(&session.token, START).await.is_some(), "nothing else ends");
        let before = world.outbox().await.len();
        profiles(&world).verify_email(&tina).await.expect("nothing is left to prove");
        assert_eq!(world.outbox().await.len(), before);
        let form = world.portal().ports.contacts.form(&owner, acting, Some(id)).await.expect("shown");
        assert_eq!(form.contact.map(|contact| contact.credentials), Some(domain::access::Credentials::Own));
    });
}

#[test]
fn a_contact_keeps_its_address_where_another_of_the_account_has_the_new_one() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        world
            .execute(
                "UPDATE contacts SET email = 'olivia@new.example', email_key = 'olivia@new.example' \
            WHERE email = 'tina@example.com'",
            )
            .await;
        change(&world, &owner, NEW, PASSWORD).await.expect("asked for");
        confirm(&world, &owner, &link(&world).await).await.expect("confirmed");
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE email = 'owner@example.com'").await, 1);
        world.sign_in(NEW, PASSWORD, START).await.expect("the person signs in with it all the same");
    });
}

#[test]
fn one_s_own_details_are_changed_and_a_stale_form_overwrites_nothing() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let profile = profiles(&world).read(&owner).await.expect("shown");
        assert!(profile.time_zones.contains(&"Europe/Berlin".to_owned()) && profile.time_zones.len() > 300);
        let form = SaveProfile {
            version: profile.version,
            first_name: "Olga".to_owned(),
            last_name: "Owner".to_owned(),
            language: "de".to_owned(),
            time_zone: "Europe/Berlin".to_owned(),
        };
        profiles(&world).save(&owner, form.clone()).await.expect("saved");
        let stale = profiles(&world).save(&owner, SaveProfile { first_name: "Stale".to_owned(), ..form.clone() }).await;
        assert!(matches!(stale, Err(PortalError::Conflict { .. })), "{stale:?}");
        let nowhere = SaveProfile { time_zone: "Europe/Atlantis".to_owned(), version: profile.version + 1, ..form };
        let nowhere = profiles(&world).save(&owner, nowhere).await;
        assert_eq!(nowhere, Err(PortalError::invalid("time_zone", Problem::NotOffered)));

        let me = world.people().me(&owner).await.expect("who it is");
        assert_eq!(me.name, "Olga Owner");
        let session = world.sign_in(OWNER, PASSWORD, START).await.expect("right");
        let resolved = world.portal().sessions.resolve(session.token.expose(), START).await.expect("resolved");
        assert_eq!(resolved.and_then(|signed_in| signed_in.language), Some(Language::De));
        let activity = world.portal().ports.accounts.activity(&owner, acting, String::new()).await.expect("shown").rows;
        assert!(
            activity.iter().all(|row| row.kind != FactKind::Person(PersonFactKind::ProfileChanged)),
            "it is nobody else's"
        );
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'profile_changed'").await, 1);
    });
}

#[test]
fn what_somebody_did_is_told_by_the_contact_s_name_and_address_whatever_they_call_themselves() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let login = with_login("Max", "max@example.com", &[Role::Manager]);
        let (max, manager) = colleague(&world, acting, &owner, login).await;
        let tina = ports.contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        let profile = profiles(&world).read(&manager).await.expect("shown");
        let as_owner = SaveProfile {
            version: profile.version,
            first_name: "Olivia".to_owned(),
            last_name: "Owner".to_owned(),
            ..SaveProfile::default()
        };
        profiles(&world).save(&manager, as_owner).await.expect("saved");
        let edit = SaveContact {
            contact: Some(tina),
            version: 1,
            roles: [Role::Visitation].into_iter().collect(),
            ..form("Tina", "tina@example.com")
        };
        ports.contacts.save(&manager, acting, edit.clone()).await.expect("saved");

        let by = |name: &str| By::Person {
            name: name.to_owned(),
            email: Some("max@example.com".to_owned()),
            contact: Some(max),
        };
        let log = ports.accounts.activity(&owner, acting, String::new()).await.expect("shown").rows;
        assert_eq!((log[0].kind, &log[0].by), (FactKind::Contact(ContactFactKind::Edited), &by("Max Example")));
        assert_eq!((log[1].kind, &log[1].by), (FactKind::Person(PersonFactKind::Renamed), &by("Max Example")));
        let renamed = ContactChange::Renamed { was: "Max Example".to_owned(), now: "Olivia Owner".to_owned() };
        assert_eq!(
            (&log[1].targets, &log[1].changes),
            (&vec![(max, Some("Max Example".to_owned()))], &vec![renamed.into()])
        );
        let page = ports.contacts.read(&owner, acting, tina).await.expect("shown");
        assert_eq!(page.history.rows[0].by, by("Max Example"));
        let stale = SaveContact { submission: Some(submission()), ..edit };
        let conflict = ports.contacts.save(&owner, acting, stale).await;
        assert!(matches!(&conflict, Err(PortalError::Conflict { by: Some(who), .. }) if *who == by("Max Example")));
        world.send_digests(START).await;
        let mail = &world.outbox().await[0];
        assert!(mail.to == OWNER && mail.text.contains("Max Example (max@example. com) changed"), "{}", mail.text);

        // A manager may call their own contact something else too: the address stays.
        let own = SaveContact {
            contact: Some(max),
            version: 1,
            roles: [Role::Manager].into_iter().collect(),
            last_name: "Owner".to_owned(),
            ..form("Olivia", "")
        };
        ports.contacts.save(&manager, acting, own).await.expect("saved");
        ports.contacts.save(&manager, acting, form("Zoe", "zoe@example.com")).await.expect("added");
        let log = ports.accounts.activity(&owner, acting, String::new()).await.expect("shown").rows;
        assert_eq!(log[0].by, by("Olivia Owner"));
        assert_eq!(world.first_bad_audit_row(Some(acting.account)).await, None);

        world.execute("UPDATE contact_versions SET author = NULL").await;
        let page = ports.contacts.read(&owner, acting, tina).await.expect("what was written down before is shown too");
        assert_eq!(page.history.rows[0].by, By::Person { name: "Max Example".to_owned(), email: None, contact: None });
    });
}

#[test]
fn a_new_name_is_written_down_on_each_account_in_one_piece() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of(OWNER).await;
        let profile = profiles(&world).read(&owner).await.expect("shown");
        let change = SaveProfile {
            version: profile.version,
            first_name: "Olga".to_owned(),
            last_name: "Owner".to_owned(),
            ..SaveProfile::default()
        };
        profiles(&world).save(&owner, change.clone()).await.expect("saved");
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'person_renamed'").await, 2);
        let language = SaveProfile { version: profile.version + 1, language: "de".to_owned(), ..change };
        profiles(&world).save(&owner, language).await.expect("saved");
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'person_renamed'").await, 2, "no new name");
        for chain in [Some(acting.account), None] {
            assert_eq!(world.first_bad_audit_row(chain).await, None);
        }
    });
}

#[test]
fn my_account_names_each_account_with_the_way_to_its_people_or_what_is_missing() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, bill) =
            colleague(&world, acting, &owner, with_login("Bill", "bill@example.com", &[Role::Billing])).await;
        let of = async |who: &Caller| profiles(&world).read(who).await.expect("shown").accounts;
        let own = of(&owner).await;
        assert_eq!((own.len(), own[0].id, own[0].refused.clone()), (1, acting.account, None));
        let missing = Denied::Missing(Right::Privilege(Privilege::ContactsView));
        assert_eq!(of(&bill).await[0].refused, Some(missing));
    });
}

#[test]
fn nothing_of_one_s_own_changes_after_the_end_of_the_session() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        // Nobody proved her address yet.
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let elsewhere = world.signed_in("tina@example.com", START).await;
        change(&world, &tina, "tina@new.example", PASSWORD).await.expect("asked for");
        let token = link(&world).await;
        let session = elsewhere.signed_in().expect("somebody").session;
        world.people().end_session(&tina, EndSession { session }).await.expect("it is one's own");

        // The forms were under way when it ended.
        let over = Err(PortalError::SignInRequired);
        let version = profiles(&world).read(&tina).await.expect("shown").version;
        let names = SaveProfile {
            version,
            first_name: "Other".to_owned(),
            last_name: "Name".to_owned(),
            ..SaveProfile::default()
        };
        assert_eq!(profiles(&world).save(&elsewhere, names).await, over);
        assert_eq!(change(&world, &elsewhere, "thief@x.example", PASSWORD).await, over);
        assert_eq!(profiles(&world).cancel_email(&elsewhere).await, over);
        assert_eq!(profiles(&world).verify_email(&elsewhere).await, over);
        assert_eq!(confirm(&world, &elsewhere, &token).await, over);
        assert!(world.outbox().await.iter().all(|mail| mail.to != "thief@x.example"));
        let profile = profiles(&world).read(&tina).await.expect("shown");
        assert_eq!((profile.version, profile.email.as_str()), (version, "tina@example.com"));
        confirm(&world, &tina, &token).await.expect("the link still works where it was asked for");
    });
}
