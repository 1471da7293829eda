//! One's own address: when a change counts, whom it is told, and for whom a link works.

use crate::profile::OWNER;
use crate::support::behind::Rows;
use crate::support::contacts::{account, at, colleague, form, with_login};
use crate::support::profile::{change, confirm, link, profiles};
use crate::support::{OTHER_PASSWORD, PASSWORD, START, for_each_database, secret, visitor};
use domain::change::ContactChange;
use domain::contact::ContactQuery;
use domain::error::PortalError;
use domain::person::ChangePassword;
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::profile::{ConfirmEmail, EmailLink};
use domain::time::Timestamp;
use tokio::task::JoinSet;

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
        assert_eq!(warning.subject, "Somebody asked to change your email address on Portico");
        assert!(warning.text.contains("https://portal.example/forgot") && !warning.text.contains("/verify/"));
        let profile = profiles(&world).read(&owner).await.expect("shown");
        assert_eq!((profile.email.as_str(), profile.verified), (OWNER, true));
        assert_eq!(profile.pending.map(|pending| pending.email), Some(NEW.to_owned()));
        world.sign_in(OWNER, PASSWORD, START).await.expect("the old one still is the one");
        world.sign_in(NEW, PASSWORD, START).await.expect_err("the new one is not yet");

        let token = link(&world).await;
        confirm(&world, &owner, &token).await.expect("confirmed");
        assert_eq!(world.count(Rows::Devices).await, 0, "other browsers are forgotten");
        world.sign_in(OWNER, PASSWORD, START).await.expect_err("the old one no longer is");
        world.sign_in(NEW, PASSWORD, START).await.expect("the new one is");
        assert!(world.caller(&elsewhere, START).await.is_none(), "other sessions have ended");
        let works = world.people().reset_link(&visitor(START), reset).await;
        assert_eq!(works, Ok(false), "links mailed to the old address are dead");
        let mails = world.outbox().await;
        let done = mails.iter().find(|mail| mail.subject == "Your email address for Portico was changed");
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
        assert_eq!(hers.subject, "Somebody tried to use your email address on Portico");
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
            ("tina@example.com", "Confirm your email address for Portico")
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
