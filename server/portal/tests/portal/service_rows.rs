//! Which services have a row in a rights form, and how the others get one.

use crate::support::contacts::{account, add_service, colleague, form, submission, with_login};
use crate::support::{World, for_each_database};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::SaveContact;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, ServiceId};
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::rights::Rights;
use domain::service::{
    FOUND_SERVICES, FoundService, FoundServices, GIVEN_SERVICES, MoreServices, ServiceChoice, ServiceKind,
    ServiceSearch,
};
use uuid::Uuid;

const POWER: OperationSet = OperationSet::of(&[Operation::Power]);

/// Gives an account 60 services, web-101 to web-160. Every tenth is space in a rack.
async fn furnish(world: &World, account: AccountId) {
    world
        .insert(
            "INSERT INTO services (account_id, id, name, product, kind, status, sort_name, created_at) \
             WITH RECURSIVE numbers(i) AS (SELECT 101 UNION ALL SELECT i + 1 FROM numbers WHERE i < 160) \
             SELECT $1, '00000000-0000-0000-0000-' || CAST(100000000000 + i AS TEXT), 'web-' || CAST(i AS TEXT), \
             CASE WHEN i % 10 = 0 THEN 'Colo 100% green' ELSE 'Server' END, 'vps', 'active', \
             'web-' || CAST(i AS TEXT), 0 FROM numbers",
            &[&account.to_string()],
        )
        .await;
}

/// One of them.
fn web(number: u64) -> ServiceId {
    format!("00000000-0000-0000-0000-{}", 100_000_000_000 + number).parse().expect("an id")
}

/// A contact that may power on so many of them.
async fn given(world: &World, caller: &Caller, acting: Acting, count: u64) -> ContactId {
    let services = (101..101 + count).map(|number| (web(number), POWER)).collect();
    let change = SaveContact { services, ..form("Otto", "otto@example.com") };
    world.portal().ports.contacts.save(caller, acting, change).await.expect("added")
}

async fn rights(world: &World, caller: &Caller, acting: Acting, contact: ContactId) -> Rights {
    world.portal().ports.contacts.read(caller, acting, contact).await.expect("shown").now.rights
}

async fn search(
    world: &World,
    caller: &Caller,
    acting: Acting,
    (contact, text): (Option<ContactId>, &str),
) -> Result<FoundServices, PortalError> {
    let search = ServiceSearch { text: Some(text.to_owned()), ..ServiceSearch::default() };
    world.portal().ports.contacts.services(caller, acting, contact, search).await
}

fn names(found: Vec<FoundService>) -> Vec<String> {
    found.into_iter().filter_map(|found| found.service.name).collect()
}

fn ids(rows: &[ServiceChoice]) -> Vec<ServiceId> {
    rows.iter().map(|row| row.id).collect()
}

#[test]
fn a_form_shows_all_of_few_services_and_of_many_those_on_which_something_is_given() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let small = add_service(&world, acting.account, 901, "db-01", "vps").await;
        let shown = contacts.form(&owner, acting, None).await.expect("the form");
        assert_eq!((ids(&shown.services), shown.more), (vec![small], None));

        furnish(&world, acting.account).await;
        let shown = contacts.form(&owner, acting, None).await.expect("the form");
        assert_eq!((shown.services, shown.more), (Vec::new(), Some(MoreServices { kept: 0 })));
        let shown = world.portal().ports.invitations.form(&owner, acting).await.expect("the form");
        assert_eq!((shown.services, shown.more), (Vec::new(), Some(MoreServices { kept: 0 })));
        let otto = given(&world, &owner, acting, 25).await;
        let shown = contacts.form(&owner, acting, Some(otto)).await.expect("the form");
        let first: Vec<ServiceId> = (101..).map(web).take(GIVEN_SERVICES).collect();
        assert_eq!((ids(&shown.services), shown.more), (first, Some(MoreServices { kept: 5 })));
    });
}

#[test]
fn the_others_are_found_by_name_and_product_and_named_by_their_ids() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let otto = given(&world, &owner, acting, 2).await;
        let find = async |text: &str| {
            let answer = search(&world, &owner, acting, (Some(otto), text)).await.expect("found");
            assert_eq!(answer.is_cut, answer.found.len() == FOUND_SERVICES, "{text}");
            answer.found
        };
        let of_web_15: Vec<String> = (150..160).map(|number| format!("web-{number}")).collect();
        assert_eq!(names(find(" WEB-15").await), of_web_15);
        assert_eq!(names(find("colo").await), ["web-110", "web-120", "web-130", "web-140", "web-150", "web-160"]);
        assert_eq!(find("100%").await.len(), 6);
        assert!(find("web_1").await.is_empty() && find("1%1").await.is_empty(), "no letter means anything else");
        assert_eq!(find("").await.len(), FOUND_SERVICES, "the first ones");
        let found = find("web-10").await;
        assert_eq!((found[0].given, found[8].given), (POWER, OperationSet::EMPTY));
        assert_eq!((found[0].service.id, found[0].service.kind), (web(101), ServiceKind::Vps));

        let nobodys = ServiceId::new(Uuid::from_u128(404));
        let named = ServiceSearch { ids: [web(107), web(103), nobodys].into(), text: None };
        let answer = world.portal().ports.contacts.services(&owner, acting, None, named).await.expect("named");
        assert_eq!((ids(&answer.named), answer.found), (vec![web(103), web(107)], Vec::new()));
    });
}

#[test]
fn what_a_contact_has_where_a_form_did_not_show_it_stays() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        furnish(&world, acting.account).await;
        let otto = given(&world, &owner, acting, 25).await;
        let save = async |shown: Option<Vec<u64>>, ticks: Vec<u64>| {
            let version = contacts.read(&owner, acting, otto).await.expect("shown").version;
            let change = SaveContact {
                submission: Some(submission()),
                contact: Some(otto),
                version,
                services: ticks.into_iter().map(|number| (web(number), POWER)).collect(),
                shown: shown.map(|shown| shown.into_iter().map(web).collect()),
                ..form("Otto", "otto@example.com")
            };
            contacts.save(&owner, acting, change).await.expect("saved");
            rights(&world, &owner, acting, otto).await.services.into_keys().collect::<Vec<_>>()
        };
        let all = |numbers: std::ops::Range<u64>| numbers.map(web).collect::<Vec<_>>();
        // Of the three that were shown the tick on one is taken.
        assert_eq!(save(Some(vec![101, 102, 103]), vec![101, 102]).await.len(), 24);
        assert_eq!(save(Some(vec![101, 102]), Vec::new()).await, all(104..126));
        let more = save(Some(vec![104]), vec![104, 160]).await;
        assert_eq!(more, [all(104..126), vec![web(160)]].concat());
        assert_eq!(save(None, vec![104]).await, [web(104)], "a form that showed every service");
    });
}

#[test]
fn services_are_found_by_whoever_may_fill_in_the_form_and_sees_them() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        furnish(&world, acting.account).await;
        let otto = given(&world, &owner, acting, 2).await;
        let max = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsManage]),
            services: [(web(105), POWER)].into(),
            ..with_login("Max", "max@example.com", &[])
        };
        let (_, max) = colleague(&world, acting, &owner, max).await;
        let sees = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ServicesView]),
            ..with_login("Vera", "vera@example.com", &[])
        };
        let (_, vera) = colleague(&world, acting, &owner, sees).await;
        for contact in [None, Some(otto)] {
            let answer = search(&world, &max, acting, (contact, "web")).await.expect("he manages");
            assert_eq!(answer.found.iter().map(|found| found.service.id).collect::<Vec<_>>(), [web(105)]);
            let named = ServiceSearch { ids: [web(101), web(150)].into(), text: None };
            let answer = world.portal().ports.contacts.services(&max, acting, contact, named).await.expect("named");
            let unnamed = ServiceChoice { id: web(101), name: None, kind: ServiceKind::Vps };
            // What he may take away, and no more.
            assert_eq!(answer.named, contact.map(|_| unnamed).into_iter().collect::<Vec<_>>());
            let answer = search(&world, &vera, acting, (contact, "web")).await;
            assert!(matches!(answer, Err(PortalError::Denied { .. })), "{answer:?}");
        }
        let nobody = Some(ContactId::new(Uuid::from_u128(404)));
        assert_eq!(search(&world, &owner, acting, (nobody, "web")).await, Err(PortalError::NotFound));
    });
}
