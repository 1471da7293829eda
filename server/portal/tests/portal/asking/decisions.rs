//! Deciding a request: who does, what is given, and until when.

use crate::asking::{DAY, ask, decide, decision, holds, requests, waiting};
use crate::support::contacts::{account, at, colleague, form, run_command, with_login};
use crate::support::owners::change_owner;
use crate::support::profile::prove;
use crate::support::{START, for_each_database};
use domain::access::Denied;
use domain::acting::Acting;
use domain::asking::{DecideAccess, Decision, Duration, RequestOutcome};
use domain::change::ContactChange;
use domain::contact::{ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::ownership::OwnerChange;
use domain::privilege::Privilege;
use domain::problem::RequestProblem;
use domain::right::Place;
use domain::right::Right;
use domain::role::Role;
use domain::time::Timestamp;
use tokio::task::JoinSet;

const PAY: Right = Right::Privilege(Privilege::BillingPay);

#[test]
fn what_is_granted_for_a_while_is_gone_with_its_end() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        ask(&world, &tina, acting, "billing.pay").await.expect("asked");
        let request = waiting(&world, &owner, acting).await;
        let change = DecideAccess {
            word: "only this week".to_owned(),
            ..decision(request, Decision::Grant, Duration::SevenDays)
        };
        assert_eq!(decide(&world, &owner, acting, change.clone()).await, Ok(RequestOutcome::Granted));
        assert_eq!(decide(&world, &owner, acting, change).await, Ok(RequestOutcome::Granted), "a double click");
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'access_granted'").await, 1);

        let end = START.plus_seconds(7 * DAY);
        assert!(holds(&world, &tina, acting, Privilege::BillingPay, START).await);
        let last = Timestamp(end.0 - 1);
        let awake = world.signed_in("tina@example.com", last).await;
        assert!(holds(&world, &awake, acting, Privilege::BillingPay, last).await);
        assert!(!holds(&world, &awake, acting, Privilege::BillingPay, end).await);

        let subject = "Your request for “Pay invoices” on Example Ltd was granted";
        let mails = world.outbox().await;
        let mail = mails.iter().find(|mail| mail.subject == subject).expect("she is told");
        assert_eq!(mail.to, "tina@example.com");
        assert!(
            mail.text.contains("until 8 Jan 2026, 00:00 UTC") && mail.text.contains("only this week"),
            "{}",
            mail.text
        );
        let own = requests(&world, &tina, acting).await.own.rows;
        let decided = own[0].decided.as_ref().expect("it was decided");
        assert_eq!((decided.outcome, decided.by.name()), (RequestOutcome::Granted, "Olivia Owner"));
        assert_eq!(decided.until.as_ref().map(|until| until.at), Some(end));
        assert_eq!(world.text("SELECT reason FROM grants WHERE key = 'billing.pay'").await, "to pay what is due");

        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("shown");
        assert_eq!((page.ends.len(), page.ends[0].right, page.ends[0].at.at), (1, PAY, end));
        assert_eq!(page.history.rows[0].changes, [ContactChange::Given { right: PAY, place: Place::Account }]);

        // So is access itself, and neither end is lost by a time as an owner.
        world.execute("UPDATE contacts SET ends_at = 1767830400000 WHERE owner IS NULL").await;
        prove(&world, &tina).await;
        for to in [OwnerChange::Appoint, OwnerChange::Dismiss] {
            change_owner(&world, &owner, acting, id, to).await.expect("the legal owner may");
        }
        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("shown");
        assert_eq!((page.ends.len(), page.ends[0].at.at), (1, end));
        assert_eq!(page.row.until.map(|until| until.at), Some(end));
        let accounts = &world.portal().ports.accounts;
        assert!(accounts.open(&at(&awake, last), acting).await.is_ok());
        assert_eq!(accounts.open(&at(&awake, end), acting).await.err(), Some(PortalError::NotFound));
    });
}

#[test]
fn nobody_decides_their_own_request_nor_what_they_may_not_give() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let (_, mara) =
            colleague(&world, acting, &owner, with_login("Mara", "mara@example.com", &[Role::Manager])).await;
        ask(&world, &mara, acting, "role.technical").await.expect("asked");
        ask(&world, &tina, acting, "billing.pay").await.expect("asked");
        let all = requests(&world, &owner, acting).await.waiting.rows;
        let of = |name: &str| all.iter().find(|request| request.name.starts_with(name)).expect("it waits").id;
        let (hers, tinas) = (of("Mara"), of("Tina"));
        assert!(requests(&world, &mara, acting).await.waiting.rows.is_empty(), "she sees what she can decide");

        for what in [Decision::Grant, Decision::Decline] {
            let own = decide(&world, &mara, acting, decision(hers, what, Duration::ForGood)).await;
            assert_eq!(own, Err(Denied::NotToOneself.into()));
            let beyond = decide(&world, &mara, acting, decision(tinas, what, Duration::ForGood)).await;
            assert!(matches!(beyond, Err(PortalError::Denied { why: Denied::BeyondGrant(_) })), "{beyond:?}");
            let stranger = decide(&world, &tina, acting, decision(hers, what, Duration::ForGood)).await;
            assert_eq!(stranger, Err(Denied::Missing(Right::Privilege(Privilege::ContactsManage)).into()));
        }
        let account = world.account_of("other@example.com").await;
        let other = world.signed_in("other@example.com", START).await;
        let elsewhere = Acting { account, viewing: None };
        let foreign = decide(&world, &other, elsewhere, decision(tinas, Decision::Grant, Duration::ForGood)).await;
        assert_eq!(foreign, Err(PortalError::NotFound));
        assert_eq!(requests(&world, &owner, acting).await.waiting.rows.len(), 2, "nothing was decided");
    });
}

#[test]
fn of_two_decisions_at_once_one_counts() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let (_, mara) =
            colleague(&world, acting, &owner, with_login("Mara", "mara@example.com", &[Role::Manager])).await;
        ask(&world, &tina, acting, "role.technical").await.expect("asked");
        let request = waiting(&world, &owner, acting).await;
        let mut deciding = JoinSet::new();
        for (caller, what) in [(owner.clone(), Decision::Grant), (mara, Decision::Decline)] {
            let port = world.portal().ports.asking.clone();
            let change = decision(request, what, Duration::ForGood);
            deciding.spawn(async move { port.decide(&caller, acting, change).await });
        }
        let answers = deciding.join_all().await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
        assert!(answers.iter().any(|answer| matches!(answer, Err(PortalError::Conflict { by: Some(_), .. }))));
        let granted = answers.contains(&Ok(RequestOutcome::Granted));
        assert_eq!(holds(&world, &tina, acting, Privilege::TicketsOpen, START).await, granted);
        let decisions = "SELECT COUNT(*) FROM audit WHERE kind IN ('access_granted', 'access_declined')";
        assert_eq!(world.number(decisions).await, 1);
    });
}

#[test]
fn what_is_held_by_then_is_not_given_again_and_nobody_who_is_gone_is_given_anything() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        ask(&world, &tina, acting, "billing.pay").await.expect("asked");
        let request = waiting(&world, &owner, acting).await;
        let grant = || decision(request, Decision::Grant, Duration::OneDay);

        run_command(&world, &owner, acting, id, ContactVerb::Suspend).await.expect("suspended");
        assert!(!requests(&world, &owner, acting).await.waiting.rows[0].active);
        let inactive = PortalError::invalid("request", RequestProblem::AskerInactive);
        assert_eq!(decide(&world, &owner, acting, grant()).await, Err(inactive));
        run_command(&world, &owner, acting, id, ContactVerb::Reactivate).await.expect("reactivated");

        let role = SaveContact {
            contact: Some(id),
            version: 3,
            roles: [Role::Billing].into_iter().collect(),
            ..form("Tina", "tina@example.com")
        };
        world.portal().ports.contacts.save(&owner, acting, role).await.expect("saved");
        assert_eq!(decide(&world, &owner, acting, grant()).await, Ok(RequestOutcome::Met));
        assert_eq!(world.number("SELECT COUNT(*) FROM grants WHERE key = 'billing.pay'").await, 0);
        assert!(world.outbox().await[0].text.contains("You already have it"), "{}", world.outbox().await[0].text);

        ask(&world, &tina, acting, "dc.view").await.expect("asked");
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        assert!(requests(&world, &owner, acting).await.waiting.rows.is_empty(), "whoever is gone waits for nothing");
    });
}
