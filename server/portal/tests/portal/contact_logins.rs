//! The logins of contacts: who sets a password, for whom, and what an address proves.

use crate::support::behind::Rows;
use crate::support::contacts::{
    OWNER, account, colleague, first_sign_in, form, later, on, run_command, submission, with_login,
};
use crate::support::invitations::{invite, send};
use crate::support::{OTHER_PASSWORD, PASSWORD, START, for_each_database, secret};
use domain::access::Denied;
use domain::billing::InvoiceQuery;
use domain::caller::Caller;
use domain::contact::{ContactVerb, SaveContact, Verdict};
use domain::error::PortalError;
use domain::person::ChangePassword;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::ContactProblem;
use domain::role::Role;
use domain::service::ServiceQuery;
use std::sync::Arc;
use tokio::task::JoinSet;

#[test]
fn whoever_got_a_password_changes_it_before_anything_else() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let change = with_login("Tina", "tina@example.com", &[Role::Technical]);
        world.portal().ports.contacts.save(&owner, acting, change).await.expect("added");
        let session = world.sign_in("tina@example.com", "given by another 93", START).await.expect("right");
        let caller = world.caller(&session.token, START).await.expect("the session lives");
        let ports = &world.portal().ports;
        assert_eq!(ports.accounts.mine(&caller).await, Err(PortalError::PasswordChangeRequired));
        assert_eq!(
            ports.holdings.services(&caller, acting, ServiceQuery::default()).await,
            Err(PortalError::PasswordChangeRequired)
        );
        first_sign_in(&world, "tina@example.com").await;
    });
}

#[test]
fn a_manager_does_not_redirect_the_mails_of_a_stronger_contact_without_a_login() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let rights = PrivilegeSet::of(&[Privilege::BillingPay, Privilege::AccountSecurity]);
        let billing = SaveContact { privileges: rights, ..form("Billing", "billing@example.com") };
        let stronger = contacts.save(&owner, acting, billing.clone()).await.expect("added");
        let weaker = contacts.save(&owner, acting, form("Post", "post@example.com")).await.expect("added");
        let max = with_login("Max", "max@example.com", &[Role::Manager]);
        let (_, manager) = colleague(&world, acting, &owner, max).await;
        let elsewhere = SaveContact {
            submission: Some(submission()),
            contact: Some(stronger),
            version: 1,
            email: "attacker@evil.example".to_owned(),
            ..billing.clone()
        };
        let denied = contacts.save(&manager, acting, elsewhere.clone()).await;
        assert_eq!(denied, Err(PortalError::Denied { why: Denied::StrongerTarget }));
        let shown =
            contacts.form(&manager, acting, Some(stronger)).await.expect("shown").contact.expect("it is edited");
        assert_eq!(shown.address, Verdict::Refused(Denied::StrongerTarget));
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE email = 'billing@example.com'").await, 1);

        let renamed = SaveContact { email: String::new(), first_name: "Bills".to_owned(), ..elsewhere.clone() };
        contacts.save(&manager, acting, renamed).await.expect("a name is no command");
        let own = SaveContact { contact: Some(weaker), version: 1, ..form("Post", "letters@example.com") };
        contacts.save(&manager, acting, own).await.expect("it is no stronger");
        let again = SaveContact { submission: Some(submission()), version: 2, ..elsewhere };
        contacts.save(&owner, acting, again).await.expect("an owner may");
    });
}

#[test]
fn a_password_is_set_for_others_only_while_it_is_not_their_own() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let id = contacts.save(&owner, acting, with_login("Tina", "tina@example.com", &[])).await.expect("added");
        let set = |password: &str| SaveContact {
            contact: Some(id),
            version: 1,
            password: secret(password),
            ..form("Tina", "tina@example.com")
        };
        contacts.save(&owner, acting, set("a new one given 48")).await.expect("nobody has used it");
        let session = world.sign_in("tina@example.com", "a new one given 48", START).await.expect("the new one");
        let tina = world.caller(&session.token, START).await.expect("the session lives");
        let own = ChangePassword {
            current: secret("a new one given 48"),
            password: secret(OTHER_PASSWORD),
            again: secret(OTHER_PASSWORD),
        };
        world.people().change_password(&tina, own).await.expect("the password does");
        let answer = contacts.save(&owner, acting, set("yet another one 57")).await;
        assert_eq!(answer, Err(PortalError::Denied { why: Denied::OwnCredentials }));
        run_command(&world, &owner, acting, id, ContactVerb::SendReset).await.expect("a link is sent instead");
        assert_eq!(world.outbox().await[0].to, "tina@example.com");
    });
}

#[test]
fn whoever_once_chose_a_password_keeps_their_login_through_a_deletion() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        // `colleague` signs in and chooses a password.
        let (id, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        let again = contacts.save(&owner, acting, with_login("Tina", "tina@example.com", &[])).await;
        assert_eq!(again, Err(PortalError::invalid("email", ContactProblem::HasLogin)), "nobody takes her login over");
        run_command(&world, &owner, acting, id, ContactVerb::RestoreBare).await.expect("restored");
        let version = contacts.read(&owner, acting, id).await.expect("it is back").version;
        let set = SaveContact {
            contact: Some(id),
            version,
            password: secret("a new one given 48"),
            ..form("Tina", "tina@example.com")
        };
        let answer = contacts.save(&owner, acting, set).await;
        assert_eq!(answer, Err(PortalError::Denied { why: Denied::OwnCredentials }));
        run_command(&world, &owner, acting, id, ContactVerb::SendReset).await.expect("she gets a link instead");
    });
}

#[test]
fn an_account_is_given_to_nobody_who_only_claims_an_address() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        // Whoever manages contacts may have made this login and chosen its password, too.
        colleague(&world, acting, &owner, with_login("Boss", "boss@big.example", &[])).await;
        world.account_of("boss@big.example").await;
        let puppet = world.sign_in("boss@big.example", "given by another 93", START).await;
        assert!(puppet.is_err());
        assert_eq!(
            world
                .number(
                    "SELECT COUNT(*) FROM sessions s JOIN persons p ON p.id = s.person_id \
             WHERE p.email = 'boss@big.example'"
                )
                .await,
            0,
            "what was open is closed"
        );
    });
}

#[test]
fn a_contact_becomes_a_login_when_its_sub_account_is_activated() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let id = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        let activate =
            SaveContact { contact: Some(id), version: 1, ..with_login("Tina", "tina@example.com", &[Role::Billing]) };
        contacts.save(&owner, acting, activate).await.expect("activated (S2.12)");
        let tina = first_sign_in(&world, "tina@example.com").await;
        assert!(world.portal().ports.holdings.invoices(&tina, acting, InvoiceQuery::default()).await.is_ok());
    });
}

#[test]
fn somebody_with_a_login_is_not_given_a_second_one() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of("other@example.com").await;
        let answer =
            world.portal().ports.contacts.save(&owner, acting, with_login("Other", "other@example.com", &[])).await;
        assert_eq!(answer, Err(PortalError::invalid("email", ContactProblem::HasLogin)));
        assert!(world.sign_in("other@example.com", PASSWORD, START).await.is_ok());
    });
}

#[test]
fn an_account_hears_twenty_times_a_day_that_somebody_has_a_login() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let other = on(world.account_of("other@example.com").await);
        let contacts = &world.portal().ports.contacts;
        let ask = async |caller: &Caller, acting, email: &str| {
            contacts.save(caller, acting, with_login("Other", email, &[])).await.map(|_| ())
        };
        let told = Err(PortalError::invalid("email", ContactProblem::HasLogin));
        let no_more = Err(PortalError::TooMany { retry_after: 86_400 });
        assert_eq!(ask(&owner, acting, "free@example.com").await, Ok(()), "what nobody has counts nowhere");
        assert_eq!(world.number("SELECT COUNT(*) FROM attempts WHERE key LIKE 'has_login:%'").await, 0);
        assert_eq!(ask(&owner, acting, "other@example.com").await, told);
        world.execute("UPDATE attempts SET count = 15 WHERE count = 1 AND key LIKE 'has_login:%'").await;
        let mut at_once = JoinSet::new();
        for _ in 0..8 {
            let (contacts, caller) = (Arc::clone(contacts), owner.clone());
            at_once
                .spawn(async move { contacts.save(&caller, acting, with_login("O", "other@example.com", &[])).await });
        }
        let answers: Vec<_> = at_once.join_all().await.into_iter().map(|answer| answer.map(|_| ())).collect();
        assert_eq!(answers.iter().filter(|answer| **answer == told).count(), 5);

        // From now on nothing tells a free address from one that somebody has.
        for email in ["other@example.com", "nobody@example.com"] {
            assert_eq!(ask(&owner, acting, email).await, no_more);
        }
        let id = contacts.save(&owner, acting, form("Tina", "other@example.com")).await.expect("without a login");
        let activate = SaveContact { contact: Some(id), version: 1, ..with_login("Tina", "other@example.com", &[]) };
        assert_eq!(contacts.save(&owner, acting, activate.clone()).await.map(|_| ()), no_more);
        let others = world.signed_in("other@example.com", START).await;
        assert_eq!(ask(&others, other, OWNER).await, told, "another account is another matter");
        let tomorrow = world.signed_in(OWNER, later(24 * 60)).await;
        assert_eq!(contacts.save(&tomorrow, acting, activate).await.map(|_| ()), told);
    });
}

#[test]
fn an_account_tells_a_hundred_people_a_day_that_they_were_added() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let told = |number: usize| SaveContact { notify: true, ..form("Tina", &format!("tina{number}@example.com")) };
        let first = contacts.save(&owner, acting, told(0)).await.expect("added and told");
        for number in 1..99 {
            contacts.save(&owner, acting, told(number)).await.expect("added and told");
        }
        send(&world, &owner, acting, invite("guest@x.example", &[])).await.expect("they are counted together");
        let people = "SELECT COUNT(*) FROM contacts";
        let (before, mails) = (world.number(people).await, world.count(Rows::Mails).await);
        let refused = contacts.save(&owner, acting, told(99)).await;
        assert!(matches!(refused, Err(PortalError::TooMany { .. })), "{refused:?}");
        let activated = SaveContact {
            contact: Some(first),
            version: 1,
            notify: true,
            ..with_login("Tina", "tina0@example.com", &[])
        };
        let refused = contacts.save(&owner, acting, activated.clone()).await;
        assert!(matches!(refused, Err(PortalError::TooMany { .. })), "{refused:?}");
        assert_eq!((world.number(people).await, world.count(Rows::Persons).await), (before, 1));
        assert_eq!(world.count(Rows::Mails).await, mails);

        let quietly = SaveContact { notify: false, ..told(99) };
        contacts.save(&owner, acting, quietly).await.expect("without a mail there is no limit");
        let quietly = SaveContact { notify: false, submission: Some(submission()), ..activated };
        contacts.save(&owner, acting, quietly).await.expect("nor here");
        for now in [START, START.plus_seconds(60)] {
            world.sign_in("tina0@example.com", "given by another 93", now).await.expect("signed in");
        }
        assert_eq!(world.count(Rows::Mails).await, mails, "a sign-in tells it to nobody either");
        let tomorrow = START.plus_seconds(86_400);
        world.sign_in("tina0@example.com", "given by another 93", tomorrow).await.expect("signed in");
        assert_eq!(world.count(Rows::Mails).await, mails + 1);
    });
}
