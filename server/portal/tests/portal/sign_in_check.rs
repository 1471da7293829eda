//! Why a contact cannot sign in, as its managers are told (S0.28), and what they are not told.

use crate::support::contacts::{account, at, colleague, run_command, submission, with_login};
use crate::support::{START, World, for_each_database};
use domain::acting::Acting;
use domain::caller::{Caller, Principal};
use domain::contact::{ContactPage, ContactVerb, SaveContact};
use domain::id::ContactId;
use domain::role::Role;
use domain::sign_in_check::{Finding, SignInReport};

async fn page(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> ContactPage {
    world.portal().ports.contacts.read(who, acting, contact).await.expect("the page is shown")
}

async fn report(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> SignInReport {
    page(world, who, acting, contact).await.sign_in.expect("a manager is told")
}

async fn findings(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> Vec<Finding> {
    report(world, who, acting, contact).await.findings
}

#[test]
fn a_manager_is_told_why_a_contact_cannot_sign_in() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = world.portal().ports.contacts.clone();
        let bare = SaveContact { login: false, ..with_login("Nora", "nora@example.com", &[]) };
        let bare = SaveContact { password: domain::text::Secret::default(), ..bare };
        let nora = contacts.save(&owner, acting, bare).await.expect("added");
        assert_eq!(findings(&world, &owner, acting, nora).await, [Finding::NoLogin]);

        let change = with_login("Tina", "tina@example.com", &[]);
        let tina = contacts.save(&owner, acting, change).await.expect("added");
        assert_eq!(findings(&world, &owner, acting, tina).await, [Finding::PasswordToBeChanged, Finding::NoRights]);

        let (bill, _) =
            colleague(&world, acting, &owner, with_login("Bill", "bill@example.com", &[Role::Billing])).await;
        assert_eq!(findings(&world, &owner, acting, bill).await, [Finding::Fine]);
        for _ in 0..3 {
            world.sign_in("bill@example.com", "not it at all", START).await.expect_err("wrong");
        }
        assert_eq!(findings(&world, &owner, acting, bill).await, [Finding::WrongPassword { times: 3 }]);
        for _ in 0..2 {
            world.sign_in("BILL@example.com", "not it at all", START).await.expect_err("wrong");
        }
        let locked = report(&world, &owner, acting, bill).await;
        assert_eq!(locked.findings, [Finding::Locked, Finding::WrongPassword { times: 5 }]);
        assert_eq!(locked.locked_until.map(|until| until.at), Some(START.plus_seconds(1)));
        let later = at(&owner, START.plus_seconds(2));
        assert_eq!(findings(&world, &later, acting, bill).await, [Finding::WrongPassword { times: 5 }]);
        world.signed_in("bill@example.com", START.plus_seconds(2)).await;
        assert_eq!(findings(&world, &later, acting, bill).await, [Finding::Fine], "a right one clears the others");

        run_command(&world, &owner, acting, bill, ContactVerb::Suspend).await.expect("suspended");
        assert_eq!(findings(&world, &owner, acting, bill).await, [Finding::Suspended]);
        run_command(&world, &owner, acting, bill, ContactVerb::Delete).await.expect("deleted");
        assert_eq!(findings(&world, &owner, acting, bill).await, [Finding::Deleted]);
    });
}

#[test]
fn wrong_passwords_on_the_own_browser_are_counted_too() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (bill, caller) =
            colleague(&world, acting, &owner, with_login("Bill", "bill@example.com", &[Role::Billing])).await;
        let session = world.sign_in("bill@example.com", crate::support::PASSWORD, START).await.expect("right");
        let known = Caller { principal: Principal::Nobody, device: session.device, ..caller };
        let wrong = || crate::support::credentials("bill@example.com", "not it at all");
        world.people().sign_in(&known, wrong()).await.expect_err("wrong");
        assert_eq!(findings(&world, &owner, acting, bill).await, [Finding::WrongPassword { times: 1 }]);
        world.execute("UPDATE attempts SET count = 99 WHERE key LIKE 'sign_in:devices:%'").await;
        world.people().sign_in(&known, wrong()).await.expect_err("the hundredth in all known ones");
        let locked = [Finding::Locked, Finding::WrongPassword { times: 2 }];
        assert_eq!(findings(&world, &owner, acting, bill).await, locked);
    });
}

#[test]
fn whoever_does_not_manage_contacts_is_told_nothing_and_nobody_learns_another_address() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (tina, tina_caller) =
            colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[Role::Billing])).await;
        assert_eq!(page(&world, &tina_caller, acting, tina).await.sign_in, None, "not on one's own page either");
        let privileges = domain::privilege::PrivilegeSet::of(&[domain::privilege::Privilege::ContactsView]);
        let reader =
            SaveContact { privileges, submission: Some(submission()), ..with_login("Rita", "rita@example.com", &[]) };
        let (_, rita) = colleague(&world, acting, &owner, reader).await;
        assert_eq!(page(&world, &rita, acting, tina).await.sign_in, None);

        world
            .execute(
                "UPDATE persons SET email = 'secret@else.example', email_key = 'secret@else.example' \
            WHERE email = 'tina@example.com'",
            )
            .await;
        let page = page(&world, &owner, acting, tina).await;
        assert_eq!(page.sign_in.as_ref().map(|report| report.findings.clone()), Some(vec![Finding::OtherAddress]));
        assert!(!serde_json::to_string(&page).expect("it is serialised").contains("else.example"));
    });
}
