//! My Services with its filters and orders, the page of one service, and its people.

use crate::support::canaries::Dice;
use crate::support::contacts::{account, add_service, colleague, form, with_login};
use crate::support::{World, for_each_database};
use async_trait::async_trait;
use domain::access::Denied;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{HeldOrigin, SaveContact, Verdict};
use domain::error::PortalError;
use domain::holdings::{Holdings, ServicePerson, Usage};
use domain::id::{AccountId, ServiceId};
use domain::list::{Direction, Total};
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::provisioning::{
    Abilities, Backup, ConsoleAddress, DriverError, FailureReason, Image, Machine, MachineCredentials, Observed, Order,
    PanelVisit, Progress, Provisioner, Sample,
};
use domain::right::Right;
use domain::rights::Source;
use domain::role::Role;
use domain::service::{MachineState, Period, ServiceKind, ServiceQuery, ServiceRow, ServiceSort, Shown};
use domain::text::Secret;
use domain::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

fn holdings(world: &World) -> Arc<dyn Holdings> {
    Arc::clone(&world.portal().ports.holdings)
}

/// 130 services of every kind, status and state, with and without dates, prices and addresses.
async fn furnish(world: &World, account: AccountId) {
    world
        .insert(
            "INSERT INTO services (account_id, id, name, product, kind, status, expires_at, driver, state, address, \
             seen_at, price_minor, currency, period, next_due_at, sort_name, created_at) \
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 130) \
             SELECT $1, '00000000-0000-0000-0000-' || CAST(100000000000 + i AS TEXT), 'srv-' || CAST(i AS TEXT), \
             'Product', CASE i % 3 WHEN 0 THEN 'vps' WHEN 1 THEN 'hosting' ELSE 'other' END, \
             CASE i % 5 WHEN 0 THEN 'expired' WHEN 1 THEN 'suspended' ELSE 'active' END, \
             CASE WHEN i % 4 > 0 THEN 1767225600000 + 86400000 * CAST(i % 60 AS BIGINT) END, \
             CASE WHEN i % 3 = 0 THEN 'demo' END, \
             CASE WHEN i % 6 = 0 THEN 'running' WHEN i % 9 = 0 THEN 'new in a later version' END, \
             CASE WHEN i % 3 = 0 THEN '203.0.113.' || CAST(i AS TEXT) END, CASE WHEN i % 6 = 0 THEN 1767225500000 END, \
             100 * i, 'EUR', 'month', CASE WHEN i % 7 > 0 THEN 1767225600000 + 86400000 * CAST(i % 30 AS BIGINT) END, \
             'srv-' || CAST(i AS TEXT), 0 FROM n",
            &[&account.to_string()],
        )
        .await;
}

/// Nothing is given on the others.
const fn is_active(number: &u128) -> bool {
    *number % 5 > 1
}

fn id(number: u128) -> ServiceId {
    format!("00000000-0000-0000-0000-{}", 100_000_000_000 + number).parse().expect("an id")
}

/// The rows of all pages, in their order.
async fn all(world: &World, caller: &Caller, acting: Acting, query: &ServiceQuery) -> Vec<ServiceRow> {
    let (mut rows, mut query) = (Vec::new(), query.clone());
    loop {
        let page = holdings(world).services(caller, acting, query.clone()).await.expect("shown");
        rows.extend(page.rows);
        let Some(next) = page.next else { return rows };
        query.cursor = next;
    }
}

async fn total(world: &World, caller: &Caller, acting: Acting, query: ServiceQuery) -> usize {
    let page = holdings(world).services(caller, acting, query).await.expect("shown");
    let Total::Exact(total) = page.total else { panic!("{:?}", page.total) };
    usize::try_from(total).expect("a number")
}

fn on_single(service: ServiceId, operation: Operation) -> BTreeMap<ServiceId, OperationSet> {
    BTreeMap::from([(service, OperationSet::of(&[operation]))])
}

#[test]
fn each_order_shows_each_service_once_and_those_without_a_date_last() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        for sort in [ServiceSort::Name, ServiceSort::Expires, ServiceSort::NextDue] {
            for direction in [Direction::Ascending, Direction::Descending] {
                let rows =
                    all(&world, &owner, acting, &ServiceQuery { sort, direction, ..ServiceQuery::default() }).await;
                let ids: BTreeSet<ServiceId> = rows.iter().map(|row| row.id).collect();
                assert_eq!((rows.len(), ids.len()), (130, 130), "{sort:?} {direction:?}");
                let date = |row: &ServiceRow| match sort {
                    ServiceSort::Name => 0,
                    ServiceSort::Expires => row.expires.as_ref().map_or(i64::MAX, |at| at.at.0),
                    ServiceSort::NextDue => row.next_due.as_ref().map_or(i64::MAX, |at| at.at.0),
                };
                let mut dates: Vec<i64> = rows.iter().map(date).collect();
                if direction == Direction::Descending {
                    dates.reverse();
                }
                assert!(dates.is_sorted(), "{sort:?} {direction:?}");
            }
        }
    });
}

#[test]
fn each_number_beside_a_filter_is_that_of_the_list_it_leads_to() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let bill = colleague(&world, acting, &owner, with_login("Bill", "bill@example.com", &[Role::Billing])).await.1;
        let services = (1..=20).filter(is_active).map(|number| (id(number), OperationSet::of(&[Operation::Renew])));
        let services = services.collect();
        let single = SaveContact { services, ..with_login("Sina", "sina@example.com", &[]) };
        let single = colleague(&world, acting, &owner, single).await.1;
        let queries = [
            ServiceQuery::default(),
            ServiceQuery { shown: Shown::Active, ..ServiceQuery::default() },
            ServiceQuery { kind: Some(ServiceKind::Vps), ..ServiceQuery::default() },
            ServiceQuery { state: Some(MachineState::Unknown), shown: Shown::Expiring, ..ServiceQuery::default() },
            ServiceQuery { search: "203.0.113.1".to_owned(), ..ServiceQuery::default() },
            ServiceQuery { search: "nothing".to_owned(), ..ServiceQuery::default() },
        ];
        for who in [&owner, &bill, &single] {
            for query in queries.clone() {
                let counts = holdings(&world).service_counts(who, acting, query.clone()).await.expect("counted");
                for (shown, count) in counts.shown {
                    let of_it = ServiceQuery { shown, ..query.clone() };
                    assert_eq!(total(&world, who, acting, of_it).await, count, "{shown:?} of {query:?}");
                }
                for kind in ServiceKind::ALL {
                    let count = counts.kinds.iter().find(|(each, _)| *each == kind).map_or(0, |(_, count)| *count);
                    let of_it = ServiceQuery { kind: Some(kind), ..query.clone() };
                    assert_eq!(total(&world, who, acting, of_it).await, count, "{kind:?} of {query:?}");
                }
                for state in MachineState::ALL {
                    let count = counts.states.iter().find(|(each, _)| *each == state).map_or(0, |(_, count)| *count);
                    let of_it = ServiceQuery { state: Some(state), ..query.clone() };
                    assert_eq!(total(&world, who, acting, of_it).await, count, "{state:?} of {query:?}");
                }
            }
        }
    });
}

#[test]
fn a_service_has_its_state_address_price_and_dates() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let page = holdings(&world).service(&owner, acting, id(6)).await.expect("shown");
        let seen = page.row.state.clone().expect("a driver runs it");
        assert_eq!((seen.state, seen.at.map(|at| at.at.0)), (MachineState::Running, Some(1_767_225_500_000)));
        let price = page.row.price.clone().expect("the owner reads it");
        assert_eq!((price.amount.minor, price.period), (600, Some(Period::Month)));
        assert!(page.is_driven && page.row.address.as_deref() == Some("203.0.113.6") && page.row.next_due.is_some());
        // A driver runs it, and nobody has looked yet; what a later version knows; what no driver runs.
        for (number, state) in [(3, Some(MachineState::Unknown)), (9, Some(MachineState::Unknown)), (4, None)] {
            let row = holdings(&world).service(&owner, acting, id(number)).await.expect("shown").row;
            assert_eq!(row.state.map(|seen| seen.state), state, "{number}");
        }
    });
}

#[test]
fn what_one_may_list_one_may_open_and_nothing_else_is_there() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let other = world.account_of("other@example.com").await;
        let foreign = add_service(&world, other, 77, "foreign", "vps").await;
        let mut dice = Dice(11);
        for number in 0..8 {
            let privileges = [Privilege::ServicesView, Privilege::ServicesViewExpiring, Privilege::ContactsView];
            let given: PrivilegeSet = privileges.into_iter().filter(|_| dice.one_in(3)).collect();
            let operations = [Operation::Power, Operation::Renew];
            let services = (1..=12)
                .filter(is_active)
                .filter(|_| dice.one_in(2))
                .map(|number| (id(number), OperationSet::of(&[given_on(number)])));
            let services = services.collect();
            let all_services = operations.into_iter().filter(|_| dice.one_in(6)).collect();
            let change = with_login("Pat", &format!("pat{number}@example.com"), &[]);
            let change = SaveContact { privileges: given, services, all_services, ..change };
            let (_, who) = colleague(&world, acting, &owner, change).await;
            let Ok(_) = holdings(&world).services(&who, acting, ServiceQuery::default()).await else {
                assert!(matches!(holdings(&world).service(&who, acting, id(1)).await, Err(PortalError::Denied { .. })));
                continue;
            };
            let listed: BTreeSet<ServiceId> =
                all(&world, &who, acting, &ServiceQuery::default()).await.iter().map(|row| row.id).collect();
            let nothing = ServiceId::new(Uuid::from_u128(1));
            for service in (1..=20).map(id).chain([foreign, nothing]) {
                let page = holdings(&world).service(&who, acting, service).await;
                let expected = if listed.contains(&service) { None } else { Some(PortalError::NotFound) };
                assert_eq!(page.err(), expected, "{service}");
            }
        }
    });
}

/// What is given on a single service, by its number.
const fn given_on(number: u128) -> Operation {
    if number.is_multiple_of(2) { Operation::Renew } else { Operation::Cancel }
}

#[test]
fn whoever_was_let_in_to_work_on_a_service_reads_no_price() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        for (operation, reads) in [(Operation::Power, false), (Operation::Renew, true)] {
            let email = format!("{}@example.com", operation.key());
            let change = SaveContact { services: on_single(id(3), operation), ..with_login("Pia", &email, &[]) };
            let (_, who) = colleague(&world, acting, &owner, change).await;
            let row = holdings(&world).service(&who, acting, id(3)).await.expect("they see it").row;
            assert_eq!((row.price.is_some(), row.next_due.is_some()), (reads, reads), "{operation:?}");
        }
    });
}

async fn people(world: &World, who: &Caller, acting: Acting, service: ServiceId) -> Vec<ServicePerson> {
    let people = holdings(world).service_people(who, acting, service, String::new()).await;
    people.expect("they are shown").people.rows
}

/// Where a right comes from.
fn sources(person: &ServicePerson, right: Right) -> Vec<&Source> {
    let held = person.held.iter().filter(|held| held.right == right);
    held.flat_map(|held| held.origins.iter().map(|HeldOrigin { source, .. }| source)).collect()
}

#[test]
fn the_people_of_a_service_are_those_who_see_it_with_what_they_can_do_and_why() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let single =
            SaveContact { services: on_single(id(3), Operation::Power), ..with_login("Sina", "s@example.com", &[]) };
        colleague(&world, acting, &owner, single).await;
        let elsewhere =
            SaveContact { services: on_single(id(9), Operation::Power), ..with_login("Ede", "e@example.com", &[]) };
        colleague(&world, acting, &owner, elsewhere).await;
        let (tina, _) =
            colleague(&world, acting, &owner, with_login("Tina", "t@example.com", &[Role::Technical, Role::Billing]))
                .await;
        let privileges = PrivilegeSet::of(&[Privilege::ContactsView, Privilege::ServicesView]);
        let reader = SaveContact { privileges, ..with_login("Ria", "r@example.com", &[]) };
        let (_, reader) = colleague(&world, acting, &owner, reader).await;
        // Nobody signs in as these.
        let contact_only = SaveContact { privileges, ..form("Carl", "c@example.com") };
        world.portal().ports.contacts.save(&owner, acting, contact_only).await.expect("added");

        let shown = people(&world, &owner, acting, id(3)).await;
        let names: Vec<&str> = shown.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(names.len(), 4, "{names:?}");
        assert!(names[0].starts_with("Olivia") && shown[0].owner.is_some() && shown[0].is_me);
        let of = |name: &str| shown.iter().find(|person| person.name == format!("{name} Example")).expect("listed");
        let power = Right::Operation(Operation::Power);
        assert_eq!(sources(of("Sina"), power), [&Source::Hand]);
        assert_eq!(sources(of("Tina"), power), [&Source::Role(Role::Technical)]);
        assert_eq!((of("Tina").id, &of("Tina").edit), (tina, &Verdict::Allowed));
        assert!(sources(of("Ria"), power).is_empty());
        assert_eq!(sources(of("Ria"), Right::Privilege(Privilege::ServicesView)), [&Source::Hand]);
        // What hosting has no operation for, nobody has there.
        let on_hosting = people(&world, &owner, acting, id(4)).await;
        let tina = on_hosting.iter().find(|person| person.name == "Tina Example").expect("she sees it");
        assert!(sources(tina, power).is_empty() && !tina.held.is_empty());

        let read = people(&world, &reader, acting, id(3)).await;
        assert_eq!(read.len(), 4);
        assert!(read.iter().all(|person| matches!(person.edit, Verdict::Refused(_))), "they change nobody");
    });
}

#[test]
fn nobody_without_the_contacts_sees_the_people_of_a_service() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let (_, tech) =
            colleague(&world, acting, &owner, with_login("Tina", "t@example.com", &[Role::Technical])).await;
        let answer = holdings(&world).service_people(&tech, acting, id(3), String::new()).await;
        let why = Denied::Missing(Right::Privilege(Privilege::ContactsView));
        assert_eq!(answer.err(), Some(PortalError::Denied { why }));
        let privileges = PrivilegeSet::of(&[Privilege::ContactsView]);
        let services = on_single(id(3), Operation::Power);
        let reader = SaveContact { privileges, services, ..with_login("Ria", "r@example.com", &[]) };
        let (_, reader) = colleague(&world, acting, &owner, reader).await;
        assert!(holdings(&world).service_people(&reader, acting, id(3), String::new()).await.is_ok());
        for unseen in [id(6), ServiceId::new(Uuid::nil())] {
            let answer = holdings(&world).service_people(&reader, acting, unseen, String::new()).await;
            assert_eq!(answer.err(), Some(PortalError::NotFound));
        }
    });
}

/// A driver that measures, or does not answer; and can do nothing else.
struct Meter {
    answers: bool,
}

fn cannot<T>() -> Result<T, DriverError> {
    Err(DriverError::Refused(FailureReason::Unsupported, "it only measures".to_owned()))
}

#[async_trait]
impl Provisioner for Meter {
    fn abilities(&self) -> Abilities {
        Abilities { measurements: true, ..Abilities::default() }
    }

    async fn carry_out(&self, _: &Order) -> Result<Progress, DriverError> {
        cannot()
    }

    async fn inquire(&self, _: &Order) -> Result<Progress, DriverError> {
        cannot()
    }

    async fn observe(&self, _: &Machine) -> Result<Observed, DriverError> {
        cannot()
    }

    async fn images(&self, _: &Machine) -> Result<Vec<Image>, DriverError> {
        cannot()
    }

    async fn backups(&self, _: &Machine) -> Result<Vec<Backup>, DriverError> {
        cannot()
    }

    async fn measurements(&self, machine: &Machine, from: Timestamp) -> Result<Vec<Sample>, DriverError> {
        assert_eq!(machine.name, "srv-3", "nobody else's is asked for");
        let sample = Sample { at: from, cpu_percent: 40.0, received_per_second: 7, sent_per_second: 8 };
        if self.answers { Ok(vec![sample]) } else { Err(DriverError::NotReached("it is off".to_owned())) }
    }

    async fn credentials(&self, _: &Machine) -> Result<MachineCredentials, DriverError> {
        cannot()
    }

    async fn console(&self, _: &Machine) -> Result<ConsoleAddress, DriverError> {
        cannot()
    }

    async fn panel(&self, _: &Machine, _: &PanelVisit) -> Result<Secret, DriverError> {
        cannot()
    }
}

#[test]
fn what_a_driver_measures_is_for_those_who_see_the_service() {
    for_each_database(async |mut world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let services = on_single(id(3), Operation::Power);
        let change = SaveContact { services, ..with_login("Pia", "pia@example.com", &[]) };
        let (_, who) = colleague(&world, acting, &owner, change).await;
        for answers in [true, false] {
            world.run_by("demo", Arc::new(Meter { answers })).await;
            let usage = holdings(&world).service_usage(&who, acting, id(3)).await.expect("they see it").usage;
            match usage {
                Usage::Hours(hours) => {
                    assert!(answers);
                    assert_eq!((hours[0].cpu_percent, hours[0].received, hours[0].sent), (Some(40), 7, 8));
                }
                other @ (Usage::NotMeasured | Usage::NoAnswer) => {
                    assert_eq!((other, answers), (Usage::NoAnswer, false));
                }
            }
            // The driver is not asked for these.
            assert_eq!(holdings(&world).service_usage(&who, acting, id(6)).await.err(), Some(PortalError::NotFound));
            let of_none = holdings(&world).service_usage(&owner, acting, id(4)).await.expect("the owner sees it");
            assert_eq!(of_none.usage, Usage::NotMeasured, "no driver runs it");
        }
    });
}
