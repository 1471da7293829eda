//! Asking for access: who is told, who decides, what is given and until when, and that nothing prolongs it.

use crate::support::acts::{Act, Scene, Takes};
use crate::support::behind::Rows;
use crate::support::contacts::{account, add_service, at, colleague, form, look_at, mv, submission, with_login};
use crate::support::owners::change_owner;
use crate::support::profile::prove;
use crate::support::{START, World, for_each_database, for_each_database_with, visitor};
use async_trait::async_trait;
use domain::access::Denied;
use domain::acting::Acting;
use domain::asking::{AskForAccess, DecideAccess, Decision, Duration, Outcome, Requests, RequestsQuery};
use domain::caller::Caller;
use domain::change::ContactChange;
use domain::contact::{Move, SaveContact};
use domain::error::PortalError;
use domain::id::{AccessRequestId, ContactId, ServiceId, SubmissionId};
use domain::operation::{Operation, OperationSet};
use domain::privilege::Privilege;
use domain::problem::Problem;
use domain::problem::RequestProblem;
use domain::right::Place;
use domain::right::Right;
use domain::role::Role;
use domain::rules::OwnerChange;
use domain::service::ServiceQuery;
use domain::time::Timestamp;
use tokio::task::JoinSet;
use uuid::{NoContext, Uuid};

const PAY: Right = Right::Privilege(Privilege::BillingPay);

pub async fn ask(world: &World, who: &Caller, acting: Acting, right: &str) -> Result<(), PortalError> {
    ask_on(world, who, acting, right, None).await
}

async fn ask_on(
    world: &World,
    who: &Caller,
    acting: Acting,
    right: &str,
    service: Option<ServiceId>,
) -> Result<(), PortalError> {
    let change = AskForAccess { right: right.to_owned(), service, reason: "to pay what is due".to_owned() };
    world.portal().ports.asking.ask(who, acting, change).await
}

async fn requests(world: &World, who: &Caller, acting: Acting) -> Requests {
    world.portal().ports.asking.requests(who, acting, RequestsQuery::default()).await.expect("the page is shown")
}

/// The one request that waits for somebody.
async fn waiting(world: &World, who: &Caller, acting: Acting) -> AccessRequestId {
    let waiting = requests(world, who, acting).await.waiting.rows;
    assert_eq!(waiting.len(), 1);
    waiting[0].id
}

fn decision(request: AccessRequestId, decision: Decision, duration: Duration) -> DecideAccess {
    DecideAccess { submission: submission(), request, decision, duration, word: String::new() }
}

async fn decide(world: &World, who: &Caller, acting: Acting, change: DecideAccess) -> Result<Outcome, PortalError> {
    world.portal().ports.asking.decide(who, acting, change).await
}

async fn holds(world: &World, who: &Caller, acting: Acting, privilege: Privilege, now: Timestamp) -> bool {
    let view = world.portal().ports.accounts.open(&at(who, now), acting).await.expect("they may enter");
    view.actor.standing.effective.has(privilege)
}

const DAY: i64 = 86_400;

/// A submission id of a form that was rendered at `now`.
fn rendered(now: Timestamp) -> SubmissionId {
    let millis = u64::try_from(now.0).expect("after 1970");
    let nanos = u32::try_from(millis % 1000).expect("small") * 1_000_000;
    SubmissionId::new(Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, millis / 1000, nanos)))
}

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
            let change = AskForAccess { right: "billing.pay".to_owned(), service: None, reason: "to pay".to_owned() };
            asking.spawn(async move { port.ask(&caller, acting, change).await });
        }
        assert!(asking.join_all().await.iter().all(Result::is_ok), "each is answered the same");
        assert_eq!(world.count(Rows::Requests).await, 1);
        assert_eq!(world.outbox().await.len() - before, 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'access_asked'").await, 1);

        // Once it was decided, it can be asked for again.
        let request = waiting(&world, &owner, acting).await;
        let declined = decide(&world, &owner, acting, decision(request, Decision::Decline, Duration::ForGood)).await;
        assert_eq!(declined, Ok(Outcome::Declined));
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
        let silent = AskForAccess { right: "dc.view".to_owned(), service: None, reason: " ".to_owned() };
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
        assert_eq!(decide(&world, &owner, acting, change.clone()).await, Ok(Outcome::Granted));
        assert_eq!(decide(&world, &owner, acting, change).await, Ok(Outcome::Granted), "a double click");
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
        assert_eq!((decided.outcome, decided.by.name()), (Outcome::Granted, "Olivia Owner"));
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
        let granted = answers.contains(&Ok(Outcome::Granted));
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

        mv(&world, &owner, acting, id, Move::Suspend).await.expect("suspended");
        assert!(!requests(&world, &owner, acting).await.waiting.rows[0].active);
        let inactive = PortalError::invalid("request", RequestProblem::AskerInactive);
        assert_eq!(decide(&world, &owner, acting, grant()).await, Err(inactive));
        mv(&world, &owner, acting, id, Move::Reactivate).await.expect("reactivated");

        let role = SaveContact {
            contact: Some(id),
            version: 3,
            roles: [Role::Billing].into_iter().collect(),
            ..form("Tina", "tina@example.com")
        };
        world.portal().ports.contacts.save(&owner, acting, role).await.expect("saved");
        assert_eq!(decide(&world, &owner, acting, grant()).await, Ok(Outcome::Met));
        assert_eq!(world.number("SELECT COUNT(*) FROM grants WHERE key = 'billing.pay'").await, 0);
        assert!(world.outbox().await[0].text.contains("You have it by now"), "{}", world.outbox().await[0].text);

        ask(&world, &tina, acting, "dc.view").await.expect("asked");
        mv(&world, &owner, acting, id, Move::Delete).await.expect("deleted");
        assert!(requests(&world, &owner, acting).await.waiting.rows.is_empty(), "whoever is gone waits for nothing");
    });
}

/// Tina with the role Technical until seven days from the start.
async fn technical_for_a_week(world: &World) -> (Acting, Caller, ContactId, Caller) {
    let (acting, owner) = account(world).await;
    let (id, tina) = colleague(world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
    ask(world, &tina, acting, "role.technical").await.expect("asked");
    let request = waiting(world, &owner, acting).await;
    decide(world, &owner, acting, decision(request, Decision::Grant, Duration::SevenDays)).await.expect("granted");
    (acting, owner, id, tina)
}

#[test]
fn saving_the_contact_neither_drops_nor_prolongs_what_has_an_end() {
    for_each_database(async |world| {
        let (acting, owner, id, _) = technical_for_a_week(&world).await;
        let contacts = world.portal().ports.contacts.clone();
        let end = START.plus_seconds(7 * DAY);
        let technical = SaveContact {
            contact: Some(id),
            version: 2,
            roles: [Role::Technical].into_iter().collect(),
            phone: "+49 30 5550 111".to_owned(),
            ..form("Tina", "tina@example.com")
        };
        contacts.save(&owner, acting, technical.clone()).await.expect("saved");
        let page = contacts.read(&owner, acting, id).await.expect("shown");
        assert_eq!((page.ends.len(), page.ends[0].at.at), (1, end), "kept as it was");

        // Taken apart into what it gives, less one: the pieces end when the role would have.
        let mut privileges = Role::Technical.privileges();
        privileges.remove(Privilege::TicketsClose);
        let apart = SaveContact {
            version: 3,
            roles: [].into_iter().collect(),
            privileges,
            all_services: Role::Technical.operations(),
            submission: Some(submission()),
            ..technical
        };
        contacts.save(&owner, acting, apart).await.expect("saved");
        assert_eq!(world.number("SELECT COUNT(*) FROM grants WHERE ends_at IS NULL").await, 0);
        let awake = world.signed_in("tina@example.com", end).await;
        assert!(!holds(&world, &awake, acting, Privilege::TicketsOpen, end).await);
    });
}

#[test]
fn a_form_opened_before_the_end_and_sent_after_it_revives_nothing() {
    for_each_database(async |world| {
        let (acting, _, id, _) = technical_for_a_week(&world).await;
        let end = START.plus_seconds(7 * DAY);
        let owner = at(&world.signed_in("owner@example.com", end).await, end);
        let contacts = world.portal().ports.contacts.clone();
        let stale = SaveContact {
            submission: Some(rendered(Timestamp(end.0 - 1_000))),
            contact: Some(id),
            version: 2,
            roles: [Role::Technical].into_iter().collect(),
            ..form("Tina", "tina@example.com")
        };
        let answer = contacts.save(&owner, acting, stale.clone()).await;
        let taken = ContactChange::Taken { right: Right::Role(Role::Technical), place: Place::Account };
        assert_eq!(answer, Err(PortalError::overtaken_with(None, [taken])));
        // Whoever ticks it on a form that shows it gone means it.
        let meant = SaveContact { submission: Some(rendered(Timestamp(end.0 + 1))), ..stale };
        let after = Caller { now: end.plus_seconds(60), ..owner };
        contacts.save(&after, acting, meant).await.expect("given anew");
        assert_eq!(world.number("SELECT COUNT(*) FROM grants WHERE key = 'technical' AND ends_at IS NULL").await, 1);
        let history = contacts.read(&after, acting, id).await.expect("shown").history.rows;
        let given = ContactChange::Given { right: Right::Role(Role::Technical), place: Place::Account };
        assert_eq!(history[0].changes, [given], "what ended by itself was taken by nobody");
    });
}

#[test]
fn a_restoration_brings_back_no_more_than_was_left() {
    for_each_database(async |world| {
        let (acting, owner, id, _) = technical_for_a_week(&world).await;
        mv(&world, &owner, acting, id, Move::Delete).await.expect("deleted");
        mv(&world, &owner, acting, id, Move::Restore).await.expect("restored");
        let end = START.plus_seconds(7 * DAY);
        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("shown");
        assert_eq!((page.ends.len(), page.ends[0].at.at), (1, end));

        mv(&world, &owner, acting, id, Move::Delete).await.expect("deleted");
        let later = at(&world.signed_in("owner@example.com", end).await, end);
        mv(&world, &later, acting, id, Move::Restore).await.expect("restored");
        assert_eq!(world.count(Rows::Grants).await, 0, "it had ended meanwhile");
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

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![
        Box::new(Deciding { decision: Decision::Grant, request: None }),
        Box::new(Deciding { decision: Decision::Decline, request: None }),
        Box::new(AskingForMore),
    ]
}

#[derive(Debug)]
struct Deciding {
    decision: Decision,
    request: Option<AccessRequestId>,
}

#[async_trait(?Send)]
impl Act for Deciding {
    fn use_case(&self) -> &'static str {
        "Asking::decide"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        let form = with_login("Vic", &format!("victim{number}@example.com"), &[]);
        let (contact, vic) = colleague(scene.world, scene.acting, &scene.owner, form).await;
        ask(scene.world, &vic, scene.acting, Privilege::ContactsView.key()).await.expect("anybody may ask");
        let waiting = requests(scene.world, &scene.owner, scene.acting).await.waiting.rows;
        self.request = waiting.iter().find(|request| request.contact == contact).map(|request| request.id);
        contact
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, _: usize) -> Result<(), PortalError> {
        let change = decision(self.request.expect("it waits"), self.decision, Duration::default());
        decide(scene.world, &scene.manager, scene.acting, change).await.map(drop)
    }
}

#[derive(Debug)]
struct AskingForMore;

#[async_trait(?Send)]
impl Act for AskingForMore {
    fn use_case(&self) -> &'static str {
        "Asking::ask"
    }

    fn takes(&self) -> Takes {
        Takes::APlace
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, number: usize) -> Result<(), PortalError> {
        // What the manager lacks, each time another one.
        let lacks = [Privilege::BillingPay, Privilege::OrdersPlace, Privilege::DomainsDns, Privilege::DcView];
        ask(scene.world, &scene.manager, scene.acting, lacks[number % lacks.len()].key()).await
    }
}

/// For `limits.rs`: everything here that names a contact, and each answer.
pub async fn named(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> Vec<Result<(), PortalError>> {
    let decline = decision(AccessRequestId::new(contact.uuid()), Decision::Decline, Duration::default());
    vec![decide(world, who, acting, decline).await.map(drop)]
}
