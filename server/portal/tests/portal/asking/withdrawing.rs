//! Withdrawing what one asked for, while nobody has decided.

use crate::asking::{DAY, ask, ask_on, decide, decision, holds, open, requests, withdraw, withdrawal};
use crate::support::behind::Rows;
use crate::support::contacts::{account, add_service, colleague, form, look_at, with_login};
use crate::support::{START, for_each_database, for_each_stored};
use domain::access::Denied;
use domain::acting::Acting;
use domain::asking::{Decision, Duration, RequestOutcome};
use domain::contact::SaveContact;
use domain::error::PortalError;
use domain::id::AccessRequestId;
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;
use uuid::Uuid;

#[test]
fn what_is_withdrawn_is_decided_by_nobody_and_may_be_asked_for_again() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        ask(&world, &tina, acting, "role.technical").await.expect("asked");
        let request = open(&world, &tina, acting).await[0].id;
        let change = withdrawal(request);
        for _ in 0..2 {
            let answer = world.portal().ports.asking.withdraw(&tina, acting, change.clone()).await;
            assert_eq!(answer, Ok(()), "a double click is one");
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'access_withdrawn'").await, 1);
        let own = requests(&world, &tina, acting).await.own.rows;
        assert_eq!(own[0].decided.as_ref().map(|decided| decided.outcome), Some(RequestOutcome::Withdrawn));
        assert!(requests(&world, &owner, acting).await.waiting.rows.is_empty());

        // The owner has the page open still.
        for what in [Decision::Grant, Decision::Decline] {
            let late = decide(&world, &owner, acting, decision(request, what, Duration::ForGood)).await;
            let Err(PortalError::Conflict { by: Some(by), .. }) = late else { panic!("{late:?}") };
            assert_eq!(by.name(), "Tina Example");
        }
        assert!(!holds(&world, &tina, acting, Privilege::TicketsOpen, START).await);

        ask(&world, &tina, acting, "role.technical").await.expect("asked again");
        assert_eq!(world.count(Rows::Requests).await, 2);
    });
}

#[test]
fn those_who_could_decide_are_told_of_the_withdrawal_and_nobody_else() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        colleague(&world, acting, &owner, with_login("Mara", "mara@example.com", &[Role::Manager])).await;
        colleague(&world, acting, &owner, with_login("Bill", "bill@example.com", &[Role::Billing])).await;
        ask(&world, &tina, acting, "role.technical").await.expect("asked");
        let before = world.outbox().await.len();
        withdraw(&world, &tina, acting, open(&world, &tina, acting).await[0].id).await.expect("withdrawn");
        let mails = world.outbox().await;
        let new = &mails[..mails.len() - before];
        let mut told: Vec<&str> = new.iter().map(|mail| mail.to.as_str()).collect();
        told.sort_unstable();
        assert_eq!(told, ["mara@example.com", "owner@example.com"]);
        assert_eq!(new[0].subject, "Tina Example withdrew a request for access to Example Ltd");
        let link = format!("https://portal.example/a/{}/requests", acting.account);
        assert!(new[0].text.contains(&link), "{}", new[0].text);
    });
}

#[test]
fn nobody_withdraws_the_request_of_another_nor_learns_of_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let (_, bo) = colleague(&world, acting, &owner, with_login("Bo", "bo@example.com", &[])).await;
        ask(&world, &tina, acting, "billing.pay").await.expect("asked");
        let hers = open(&world, &tina, acting).await[0].id;
        for request in [hers, AccessRequestId::new(Uuid::from_u128(404))] {
            for who in [&bo, &owner] {
                assert_eq!(withdraw(&world, who, acting, request).await, Err(PortalError::NotFound));
            }
        }
        let account = world.account_of("other@example.com").await;
        let other = world.signed_in("other@example.com", START).await;
        for elsewhere in [acting, Acting { account, viewing: None }] {
            assert_eq!(withdraw(&world, &other, elsewhere, hers).await, Err(PortalError::NotFound));
        }
        world.portal().ports.contacts.view_as(&owner, acting, look_at(id)).await.expect("viewing");
        let view = Acting { viewing: Some(id), ..acting };
        assert_eq!(withdraw(&world, &owner, view, hers).await, Err(Denied::ViewOnly.into()));
        assert_eq!(open(&world, &tina, acting).await.len(), 1);
    });
}

#[test]
fn what_was_decided_meanwhile_stays_decided_and_names_who_decided() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        ask(&world, &tina, acting, "billing.pay").await.expect("asked");
        let request = open(&world, &tina, acting).await[0].id;
        decide(&world, &owner, acting, decision(request, Decision::Grant, Duration::ForGood)).await.expect("granted");
        let late = withdraw(&world, &tina, acting, request).await;
        let Err(PortalError::Conflict { by: Some(by), .. }) = late else { panic!("{late:?}") };
        assert_eq!(by.name(), "Olivia Owner");
        let own = requests(&world, &tina, acting).await.own.rows;
        assert_eq!(own[0].decided.as_ref().map(|decided| &decided.by), Some(&by), "no more than her page tells");
        assert!(holds(&world, &tina, acting, Privilege::BillingPay, START).await);
    });
}

#[test]
fn of_a_decision_and_a_withdrawal_at_once_one_counts() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        ask(&world, &tina, acting, "billing.pay").await.expect("asked");
        let request = open(&world, &tina, acting).await[0].id;
        let grant = decision(request, Decision::Grant, Duration::ForGood);
        let (granted, withdrawn) =
            tokio::join!(decide(&world, &owner, acting, grant), withdraw(&world, &tina, acting, request));
        assert_ne!(granted.is_ok(), withdrawn.is_ok(), "{granted:?} {withdrawn:?}");
        assert_eq!(holds(&world, &tina, acting, Privilege::BillingPay, START).await, granted.is_ok());
        let closed = "SELECT COUNT(*) FROM audit WHERE kind IN ('access_granted', 'access_withdrawn')";
        assert_eq!(world.number(closed).await, 1);
    });
}

#[test]
fn asking_and_withdrawing_in_turns_are_ten_mails_a_day_and_over_it_a_withdrawal_is_not_told() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        world.forget_mails().await;
        let mut answers = Vec::new();
        for _ in 0..6 {
            answers.push(ask(&world, &tina, acting, "billing.pay").await);
            for request in open(&world, &tina, acting).await {
                withdraw(&world, &tina, acting, request.id).await.expect("withdrawn");
            }
        }
        assert!(answers[..5].iter().all(Result::is_ok), "{answers:?}");
        assert!(matches!(answers[5], Err(PortalError::TooMany { .. })), "{answers:?}");
        assert_eq!(world.count(Rows::Mails).await, 10);

        let tina = world.signed_in("tina@example.com", START.plus_seconds(DAY)).await;
        world.forget_mails().await;
        for privilege in &Privilege::ALL[..10] {
            ask(&world, &tina, acting, privilege.key()).await.expect("asked");
        }
        for request in open(&world, &tina, acting).await {
            withdraw(&world, &tina, acting, request.id).await.expect("withdrawn");
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'access_withdrawn'").await, 15);
        assert_eq!(world.count(Rows::Mails).await, 10);
    });
}

#[test]
fn nobody_is_told_that_a_request_is_withdrawn_for_what_was_given_meanwhile() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let db_01 = add_service(&world, acting.account, 901, "db-01", "vps").await;
        let on_db_01 = |operations: &[Operation]| SaveContact {
            services: [(db_01, OperationSet::of(operations))].into(),
            ..with_login("Tina", "tina@example.com", &[])
        };
        let (id, tina) = colleague(&world, acting, &owner, on_db_01(&[Operation::Network])).await;
        // She manages contacts, and sees no service.
        let privileges = PrivilegeSet::of(&[Privilege::ContactsManage]);
        let change = SaveContact { privileges, ..with_login("Mia", "mia@example.com", &[]) };
        colleague(&world, acting, &owner, change).await;
        ask_on(&world, &tina, acting, "svc.power", Some(db_01)).await.expect("asked");
        let contacts = &world.portal().ports.contacts;
        let version = contacts.read(&owner, acting, id).await.expect("shown").version;
        let services = on_db_01(&[Operation::Network, Operation::Power]).services;
        let change = SaveContact { contact: Some(id), version, services, ..form("Tina", "") };
        contacts.save(&owner, acting, change).await.expect("given");
        world.forget_mails().await;
        withdraw(&world, &tina, acting, open(&world, &tina, acting).await[0].id).await.expect("withdrawn");
        assert_eq!(world.count(Rows::Mails).await, 0);
    });
}

#[test]
fn requests_of_7d42fdd_are_kept_and_can_be_withdrawn() {
    for_each_stored("7d42fdd", async |world, _| {
        let requests = "SELECT COUNT(*) FROM access_requests WHERE reason IN ('For the invoices', 'To look')";
        assert_eq!(world.number(requests).await, 2);
        assert_eq!(world.number("SELECT COUNT(*) FROM access_requests WHERE outcome IS NULL").await, 1);
        world.execute("UPDATE access_requests SET outcome = 'withdrawn', decided_at = 1 WHERE outcome IS NULL").await;
    });
}
