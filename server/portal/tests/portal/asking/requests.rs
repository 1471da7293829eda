//! Asking for access: what may be asked for, how often, and who is told.

use crate::asking::{DAY, ask, ask_on, decide, decision, open, requests, waiting, withdraw};
use crate::support::behind::Rows;
use crate::support::contacts::{OWNER, account, add_service, at, colleague, look_at, with_login};
use crate::support::{START, for_each_database, for_each_database_with, visitor};
use domain::access::Denied;
use domain::acting::Acting;
use domain::asking::{AskForAccess, Decision, Duration, RequestOutcome};
use domain::contact::SaveContact;
use domain::error::PortalError;
use domain::id::ServiceId;
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::Problem;
use domain::right::Place;
use domain::right::Right;
use domain::role::Role;
use domain::service::ServiceQuery;
use tokio::task::JoinSet;
use uuid::Uuid;

#[test]
fn a_request_is_told_to_those_who_can_grant_it_and_to_nobody_else() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        colleague(&world, acting, &owner, with_login("Mara", "mara@example.com", &[Role::Manager])).await;
        colleague(&world, acting, &owner, with_login("Bill", "bill@example.com", &[Role::Billing])).await;
        let before = world.outbox().await.len();

        ask(&world, &tina, acting, "billing.pay").await.expect("asked");
        let mails = world.outbox().await;
        let new = &mails[..mails.len() - before];
        // The manager does not hold it; Billing holds it, but does not manage contacts.
        assert_eq!(new.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["owner@example.com"]);
        assert_eq!(new[0].subject, "Tina Example asks for access to Example Ltd");
        assert!(
            new[0].text.contains("“Pay invoices”") && new[0].text.contains("to pay what is due"),
            "{}",
            new[0].text
        );
        assert!(new[0].text.contains(&format!("https://portal.example/a/{}/requests", acting.account)));

        // A role that the account lets its managers hand out is the manager's to decide as well.
        ask(&world, &tina, acting, "role.technical").await.expect("asked");
        let mails = world.outbox().await;
        let mut told: Vec<&str> = mails[..mails.len() - before - 1].iter().map(|mail| mail.to.as_str()).collect();
        told.sort_unstable();
        assert_eq!(told, ["mara@example.com", "owner@example.com"]);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'access_asked'").await, 2);
        let view = world.portal().ports.accounts.open(&owner, acting).await.expect("opened");
        assert_eq!((view.requests.waiting, view.requests.own.len()), (2, 0));
    });
}

#[test]
fn identical_requests_collapse_also_when_they_come_at_once() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let before = world.outbox().await.len();
        let mut asking = JoinSet::new();
        for _ in 0..8 {
            let (port, caller) = (world.portal().ports.asking.clone(), tina.clone());
            let change = AskForAccess {
                right: "billing.pay".to_owned(),
                reason: "to pay".to_owned(),
                ..AskForAccess::default()
            };
            asking.spawn(async move { port.ask(&caller, acting, change).await });
        }
        assert!(asking.join_all().await.iter().all(Result::is_ok), "each is answered the same");
        assert_eq!(world.count(Rows::Requests).await, 1);
        assert_eq!(world.outbox().await.len() - before, 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'access_asked'").await, 1);

        // Once it was decided, it can be asked for again.
        let request = waiting(&world, &owner, acting).await;
        let declined = decide(&world, &owner, acting, decision(request, Decision::Decline, Duration::ForGood)).await;
        assert_eq!(declined, Ok(RequestOutcome::Declined));
        ask(&world, &tina, acting, "billing.pay").await.expect("asked again");
        assert_eq!(world.count(Rows::Requests).await, 2);
    });
}

#[test]
fn asking_takes_a_right_that_is_missing_and_a_reason() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, bill) =
            colleague(&world, acting, &owner, with_login("Bill", "bill@example.com", &[Role::Billing])).await;
        assert_eq!(ask(&world, &bill, acting, "billing.pay").await, Err(Denied::HeldAlready.into()));
        assert_eq!(ask(&world, &owner, acting, "contacts.manage").await, Err(Denied::HeldAlready.into()));
        let unknown = Err(PortalError::invalid("right", Problem::NotOffered));
        assert_eq!(ask(&world, &bill, acting, "account.close").await, unknown);
        let silent = AskForAccess { right: "dc.view".to_owned(), reason: " ".to_owned(), ..AskForAccess::default() };
        let answer = world.portal().ports.asking.ask(&bill, acting, silent).await;
        assert_eq!(answer, Err(PortalError::invalid("reason", Problem::Required)));
        assert_eq!(ask(&world, &visitor(START), acting, "dc.view").await, Err(PortalError::SignInRequired));

        let account = world.account_of("other@example.com").await;
        let elsewhere = Acting { account, viewing: None };
        assert_eq!(ask(&world, &bill, elsewhere, "dc.view").await, Err(PortalError::NotFound));
        assert_eq!(world.count(Rows::Requests).await, 0);
    });
}

#[test]
fn ten_requests_a_day_are_told_and_no_more() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let rights = Privilege::ALL.iter().take(11).map(|privilege| privilege.key());
        let mut answers = Vec::new();
        for right in rights {
            answers.push(ask(&world, &tina, acting, right).await);
        }
        assert!(answers[..10].iter().all(Result::is_ok), "{answers:?}");
        assert!(matches!(answers[10], Err(PortalError::TooMany { .. })), "{answers:?}");
        assert_eq!(world.count(Rows::Requests).await, 10);
        let tomorrow = at(&world.signed_in("tina@example.com", START.plus_seconds(DAY)).await, START.plus_seconds(DAY));
        ask(&world, &tomorrow, acting, Privilege::ALL[10].key()).await.expect("the next day");
    });
}

#[test]
fn an_identical_request_counts_as_a_change() {
    for_each_database_with(
        |config| config.writes_per_minute = 20,
        async |world| {
            let (acting, owner) = account(&world).await;
            let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
            let minute = at(&tina, START.plus_seconds(60));
            let mut answers = Vec::new();
            for _ in 0..200 {
                answers.push(ask(&world, &minute, acting, "billing.pay").await);
            }
            assert!(answers[..20].iter().all(Result::is_ok), "{answers:?}");
            let too_many = Err(PortalError::TooMany { retry_after: 60 });
            assert!(answers[20..].iter().all(|answer| *answer == too_many), "{answers:?}");
            assert_eq!(world.count(Rows::Requests).await, 1);
        },
    );
}

#[test]
fn asking_for_an_operation_reads_no_other_service() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let web_01 = add_service(&world, acting.account, 901, "web-01", "vps").await;
        let change = SaveContact {
            services: [(web_01, OperationSet::of(&[Operation::Power]))].into(),
            ..with_login("Tina", "tina@example.com", &[])
        };
        let (_, tina) = colleague(&world, acting, &owner, change).await;
        // Whoever reads it fails.
        add_service(&world, acting.account, 902, "web-02", "of no kind").await;
        let missing = ServiceId::new(Uuid::from_u128(999));
        assert_eq!(ask_on(&world, &tina, acting, "svc.rebuild", Some(missing)).await, Err(PortalError::NotFound));
        // What is not allowed looks up none at all.
        let held = ask_on(&world, &owner, acting, "svc.rebuild", Some(missing)).await;
        assert_eq!(held, Err(Denied::HeldAlready.into()));
    });
}

#[test]
fn an_operation_is_asked_for_on_a_service_that_one_sees() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let web_01 = add_service(&world, acting.account, 901, "web-01", "vps").await;
        let web_02 = add_service(&world, acting.account, 902, "web-02", "hosting").await;
        let other = world.account_of("other@example.com").await;
        let foreign = add_service(&world, other, 903, "not-ours", "vps").await;
        let change = SaveContact {
            services: [(web_01, OperationSet::of(&[Operation::Power]))].into(),
            ..with_login("Tina", "tina@example.com", &[])
        };
        let (id, tina) = colleague(&world, acting, &owner, change).await;
        for unseen in [web_02, foreign, ServiceId::new(Uuid::from_u128(999))] {
            let answer = ask_on(&world, &tina, acting, "svc.rebuild", Some(unseen)).await;
            assert_eq!(answer, Err(PortalError::NotFound), "one she cannot see is as good as none");
        }
        ask_on(&world, &tina, acting, "svc.rebuild", Some(web_01)).await.expect("asked");
        let page = requests(&world, &owner, acting).await;
        let place = Place::Service { id: web_01, name: Some("web-01".to_owned()) };
        assert_eq!(
            (page.waiting.rows[0].right, &page.waiting.rows[0].place),
            (Right::Operation(Operation::Rebuild), &place)
        );
        let request = page.waiting.rows[0].id;
        decide(&world, &owner, acting, decision(request, Decision::Grant, Duration::OneDay)).await.expect("granted");
        let services =
            world.portal().ports.holdings.services(&tina, acting, ServiceQuery::default()).await.expect("seen").rows;
        assert!(services[0].operations.contains(Operation::Rebuild), "{services:?}");
        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("shown");
        assert_eq!(page.ends[0].place, place);
        assert!(!world.outbox().await.iter().any(|mail| mail.text.contains("not-ours")));
    });
}

#[test]
fn a_mail_of_a_request_names_no_service_that_its_reader_does_not_see() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let db_01 = add_service(&world, acting.account, 901, "db-01", "vps").await;
        let change = SaveContact {
            services: [(db_01, OperationSet::of(&[Operation::Power]))].into(),
            ..with_login("Tina", "tina@example.com", &[])
        };
        let (_, tina) = colleague(&world, acting, &owner, change).await;
        // She renews all services, and sees those only that end soon.
        let change = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsManage]),
            all_services: OperationSet::of(&[Operation::Renew]),
            ..with_login("Rita", "rita@example.com", &[])
        };
        colleague(&world, acting, &owner, change).await;
        world.forget_mails().await;
        ask_on(&world, &tina, acting, "svc.renew", Some(db_01)).await.expect("asked");
        withdraw(&world, &tina, acting, open(&world, &tina, acting).await[0].id).await.expect("withdrawn");
        let mails = world.outbox().await;
        assert_eq!(mails.iter().filter(|mail| mail.to == "rita@example.com").count(), 2);
        for mail in &mails {
            assert_eq!(mail.text.contains("db-01"), mail.to == OWNER, "{}: {}", mail.to, mail.text);
        }
    });
}

#[test]
fn a_mail_of_a_request_goes_to_nobody_who_can_no_longer_decide_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        world.forget_mails().await;
        ask(&world, &tina, acting, "role.technical").await.expect("asked");
        withdraw(&world, &tina, acting, open(&world, &tina, acting).await[0].id).await.expect("withdrawn");
        world.execute("DELETE FROM outbox WHERE recipient <> 'max@example.com'").await;
        let deliver = async || world.portal().jobs.run_due(START).await.expect("the database answers").mails;
        assert_eq!(deliver().await, 2);
        // As if they had been put off.
        world.execute("UPDATE outbox SET sent_at = NULL").await;
        world.take_from_everybody("manager").await;
        assert_eq!(deliver().await, 0);
        assert_eq!(world.why_a_mail_failed().await, "dropped: the recipient has no right to it any more");
    });
}

#[test]
fn viewing_as_a_contact_shows_their_requests_and_asks_for_nothing() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        ask(&world, &tina, acting, "billing.pay").await.expect("asked");
        let change = look_at(id);
        world.portal().ports.contacts.view_as(&owner, acting, change).await.expect("viewing");
        let view = Acting { viewing: Some(id), ..acting };
        let seen = requests(&world, &owner, view).await;
        assert_eq!((seen.own.rows.len(), seen.waiting.rows.len()), (1, 0));
        assert_eq!(ask(&world, &owner, view, "dc.view").await, Err(Denied::ViewOnly.into()));
    });
}
