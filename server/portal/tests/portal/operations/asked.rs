//! Asking for it: who may, on which service, and once.

use super::{FAILED, Stage, order, plain, work};
use crate::support::contacts::{at, colleague, form, submission, with_login};
use crate::support::{START, for_each_database, for_each_database_with};
use domain::access::Denied;
use domain::audit::{ActivityQuery, Noted};
use domain::contact::SaveContact;
use domain::error::PortalError;
use domain::id::ServiceId;
use domain::operation::Operation;
use domain::operations::{OpenPanel, OperationStatus, OrderOperation, OrderPower, ShowCredentials};
use domain::ordered::{FailureReason, OperationVerb};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::{OperationProblem, Problem};
use domain::right::{Place, Right};
use uuid::Uuid;

#[test]
fn a_service_is_operated_by_those_who_may_and_the_other_is_not_found() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        let page = stage.page(&world, START).await;
        let may: Vec<Operation> =
            page.offered.iter().filter(|one| one.denied.is_none()).map(|one| one.operation).collect();
        assert_eq!(may, [Operation::Power]);
        let rebuild = page.offered(Operation::Rebuild).expect("the service has it");
        assert_eq!(rebuild.denied, Some(Denied::Missing(Right::Operation(Operation::Rebuild))));
        assert!(page.offered(Operation::Console).is_none(), "its page is another one");

        let choices =
            world.portal().ports.operations.choices(&stage.pat, stage.acting, stage.web_01, Operation::Rebuild);
        let why = Denied::Missing(Right::Operation(Operation::Rebuild));
        assert_eq!(choices.await, Err(PortalError::Denied { why }));
        let denied = stage.order(&world, OperationVerb::ResetCredentials).await;
        let lacks = Denied::Missing(Right::Operation(Operation::Credentials));
        assert_eq!(denied, Err(PortalError::Denied { why: lacks }));
        stage.order(&world, OperationVerb::Start).await.expect("they may");
        work(&world, START).await;
        assert_eq!(stage.outcome(&world).await, OperationStatus::Done);
        let done = stage.page(&world, START).await.past.rows;
        assert_eq!((done[0].verb, done[0].by.name()), (OperationVerb::Start, "Pat Example"));

        let operations = &world.portal().ports.operations;
        let (pat, acting, web_02) = (&stage.pat, stage.acting, stage.web_02);
        let credentials = ShowCredentials { service: web_02 };
        let panel = OpenPanel { service: web_02 };
        let power = OrderPower { submission: submission(), services: vec![web_02], to: OperationVerb::Start };
        for answer in [
            operations.of_service(pat, acting, web_02, String::new()).await.map(drop),
            operations.choices(pat, acting, web_02, Operation::Rebuild).await.map(drop),
            order(&world, pat, acting, plain(web_02, OperationVerb::Start)).await.map(drop),
            operations.show_credentials(pat, acting, credentials).await.map(drop),
            operations.open_panel(pat, acting, panel).await.map(drop),
        ] {
            assert_eq!(answer, Err(PortalError::NotFound));
        }
        let outcomes = operations.order_power(pat, acting, power).await.expect("each is answered");
        assert_eq!((&outcomes[0].name, &outcomes[0].outcome), (&None, &Err(PortalError::NotFound)));
    });
}

#[test]
fn one_thing_at_a_time_is_done_to_a_service_and_a_form_counts_once() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        let change = plain(stage.web_01, OperationVerb::Start);
        let first = order(&world, &stage.pat, stage.acting, change.clone()).await.expect("they may");
        let again = order(&world, &stage.pat, stage.acting, change).await;
        assert_eq!(again, Ok(first), "a retry is answered as the first");
        let busy = OperationProblem::ServiceBusy { name: "web-01".to_owned() };
        let second = stage.order(&world, OperationVerb::HardStop).await;
        assert_eq!(second, Err(PortalError::invalid("service", busy)));
        assert_eq!(world.number("SELECT COUNT(*) FROM service_operations").await, 1);
        work(&world, START).await;
        stage.order(&world, OperationVerb::HardStop).await.expect("the first has ended");
        work(&world, START).await;
        assert_eq!(stage.page(&world, START).await.past.rows.len(), 2);
    });
}

#[test]
fn power_of_several_services_is_answered_service_by_service() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[]).await;
        let services = vec![stage.web_01, stage.web_02];
        order(&world, &stage.owner, stage.acting, plain(stage.web_02, OperationVerb::Reboot)).await.expect("they may");
        let change = OrderPower { submission: submission(), services, to: OperationVerb::ShutDown };
        let ports = &world.portal().ports;
        let outcomes = ports.operations.order_power(&stage.owner, stage.acting, change.clone()).await.expect("answers");
        let names: Vec<&str> = outcomes.iter().filter_map(|one| one.name.as_deref()).collect();
        assert_eq!(names, ["web-01", "web-02"]);
        let busy = OperationProblem::ServiceBusy { name: "web-02".to_owned() };
        assert_eq!(outcomes[1].outcome, Err(PortalError::invalid("service", busy)));
        let order = outcomes[0].outcome.clone().expect("nothing else is done to it");
        let again = ports.operations.order_power(&stage.owner, stage.acting, change.clone()).await.expect("answers");
        assert_eq!(again[0].outcome, Ok(order));
        let rebuild = OrderPower { to: OperationVerb::Rebuild, ..change };
        let refused = ports.operations.order_power(&stage.owner, stage.acting, rebuild).await;
        assert_eq!(refused, Err(PortalError::Malformed));
    });
}

#[test]
fn of_several_services_one_that_is_refused_makes_the_others_no_free_changes() {
    for_each_database_with(
        |config| config.writes_per_minute = 1,
        async |mut world| {
            let stage = Stage::set(&mut world, &[]).await;
            let (busy, nowhere) = (at(&stage.owner, START.plus_seconds(3_600)), ServiceId::new(Uuid::nil()));
            let operations = &world.portal().ports.operations;
            let power = async |service| {
                let services = vec![nowhere, service];
                let change = OrderPower { submission: submission(), services, to: OperationVerb::Reboot };
                let outcomes = operations.order_power(&busy, stage.acting, change).await.expect("each is answered");
                outcomes.into_iter().map(|one| one.outcome.map(drop)).collect::<Vec<_>>()
            };
            assert_eq!(power(stage.web_01).await, [Err(PortalError::NotFound), Ok(())]);
            let refused = power(stage.web_02).await;
            assert!(refused.iter().all(|one| matches!(one, Err(PortalError::TooMany { .. }))), "{refused:?}");
        },
    );
}

#[test]
fn what_loses_data_takes_the_name_of_the_service() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Rebuild, Operation::Restore]).await;
        for to in [OperationVerb::Rebuild, OperationVerb::RestoreBackup] {
            let (image, backup) = ("debian".to_owned(), "b1".to_owned());
            let typed = |name: &str| OrderOperation {
                image: image.clone(),
                backup: backup.clone(),
                name: name.to_owned(),
                ..plain(stage.web_01, to)
            };
            let missing = order(&world, &stage.pat, stage.acting, typed("")).await;
            assert_eq!(missing, Err(PortalError::invalid("name", Problem::Required)));
            let wrong = order(&world, &stage.pat, stage.acting, typed("web-02")).await;
            assert_eq!(wrong, Err(PortalError::invalid("name", OperationProblem::OtherName)));
            order(&world, &stage.pat, stage.acting, typed("web-01")).await.expect("it is typed");
            work(&world, START).await;
            assert_eq!(stage.outcome(&world).await, OperationStatus::Done);
        }
    });
}

#[test]
fn a_service_that_cannot_do_it_or_is_not_active_is_left_alone() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        let name = || "web-01".to_owned();
        world.execute("UPDATE services SET status = 'suspended'").await;
        let refused = stage.order(&world, OperationVerb::Start).await;
        let inactive = OperationProblem::ServiceNotActive { name: name() };
        assert_eq!(refused, Err(PortalError::invalid("service", inactive)));
        world.execute("UPDATE services SET status = 'active', driver = 'another'").await;
        assert!(stage.page(&world, START).await.offered.is_empty());
        let refused = stage.order(&world, OperationVerb::Start).await;
        assert_eq!(refused, Err(PortalError::invalid("service", OperationProblem::NotPossible { name: name() })));
        assert_eq!(world.number("SELECT COUNT(*) FROM service_operations").await, 0);
    });
}

#[test]
fn credentials_and_panels_leave_a_trace_before_they_are_shown() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Credentials, Operation::Sso]).await;
        let (ports, service) = (&world.portal().ports, stage.web_01);
        let change = ShowCredentials { service };
        for _ in 0..2 {
            let shown = ports.operations.show_credentials(&stage.pat, stage.acting, change.clone()).await;
            assert_eq!(shown.expect("they may").password.expose(), "hunter2");
        }
        let other = ShowCredentials { service: stage.web_02 };
        let shown = ports.operations.show_credentials(&stage.owner, stage.acting, change).await;
        shown.expect("they may");
        let shown = ports.operations.show_credentials(&stage.owner, stage.acting, other).await;
        shown.expect("they may");
        let change = OpenPanel { service };
        let address = ports.operations.open_panel(&stage.pat, stage.acting, change).await.expect("they may");
        assert!(address.expose().starts_with("https://panel.example/web-01?"));
        let traces =
            "SELECT COUNT(*) FROM audit WHERE kind IN ('operation_credentials_shown', 'operation_panel_opened')";
        assert_eq!(world.number(traces).await, 5, "each time leaves one, also by a form that was sent before");
        let kept = "SELECT COUNT(*) FROM audit WHERE details LIKE '%hunter2%'";
        assert_eq!(world.number(kept).await, 0);
        assert_eq!(world.number("SELECT COUNT(*) FROM submissions WHERE outcome LIKE '%hunter2%'").await, 0);
    });
}

#[test]
fn the_log_names_a_service_to_those_who_see_it_alone() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        let auditor = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::AuditView]),
            ..with_login("Audrey", "audrey@example.com", &[])
        };
        let (_, audrey) = colleague(&world, stage.acting, &stage.owner, auditor).await;
        stage.order(&world, OperationVerb::Start).await.expect("they may");
        work(&world, START).await;
        let accounts = &world.portal().ports.accounts;
        let query = ActivityQuery::default;
        let log = accounts.activity(&stage.owner, stage.acting, query()).await.expect("the owner may").rows;
        let place = Place::Service { id: stage.web_01, name: Some("web-01".to_owned()) };
        let done = Noted::Operated { place, verb: Some(OperationVerb::Start) };
        assert_eq!(log[0].noted, Some(done.clone()));
        assert_eq!(log[1].noted, Some(done));
        let log = accounts.activity(&audrey, stage.acting, query()).await.expect("she may read the log").rows;
        assert!(log[0].noted.is_none() && log[1].noted.is_none(), "{:?}", log[0]);
        assert!(!serde_json::to_string(&log).expect("JSON").contains("web-01"));
    });
}

#[test]
fn a_right_that_is_taken_away_before_the_driver_has_it_is_refused_then() {
    for_each_database(async |mut world| {
        let stage = Stage::set(&mut world, &[Operation::Power]).await;
        stage.order(&world, OperationVerb::Start).await.expect("they may");
        let contacts = &world.portal().ports.contacts;
        let page = contacts.form(&stage.owner, stage.acting, Some(stage.pat_id)).await.expect("the owner may");
        let version = page.contact.expect("Pat is there").version;
        let trimmed = SaveContact { contact: Some(stage.pat_id), version, ..form("Pat", "") };
        let later = at(&stage.owner, START.plus_seconds(1));
        contacts.save(&later, stage.acting, trimmed).await.expect("the owner may");
        work(&world, START.plus_seconds(2)).await;
        assert_eq!(stage.puppet.calls(), []);
        let page = world.portal().ports.operations.of_service(&stage.owner, stage.acting, stage.web_01, String::new());
        let past = page.await.expect("the owner sees it").past.rows;
        assert_eq!(past[0].status, FAILED(FailureReason::NotAllowed));
    });
}
