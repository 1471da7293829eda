//! What the page brings for the program, written and read.

use super::*;
use proptest::prelude::*;
use uuid::Uuid;

fn privileges() -> impl Strategy<Value = PrivilegeSet> {
    prop::collection::vec(prop::sample::select(Privilege::ALL), 0..12).prop_map(|list| list.into_iter().collect())
}

fn operations() -> impl Strategy<Value = OperationSet> {
    prop::collection::vec(prop::sample::select(Operation::ALL), 0..4).prop_map(|list| list.into_iter().collect())
}

fn domain_operations() -> impl Strategy<Value = DomainOperationSet> {
    prop::collection::vec(prop::sample::select(DomainOperation::ALL), 0..4).prop_map(|list| list.into_iter().collect())
}

fn domains() -> impl Strategy<Value = BTreeMap<DomainId, DomainOperationSet>> {
    prop::collection::btree_map(
        (0..5_u128).prop_map(|id| DomainId::new(Uuid::from_u128(id))),
        domain_operations(),
        0..5,
    )
}

fn roles() -> impl Strategy<Value = RoleSet> {
    prop::collection::vec(prop::sample::select(&Role::ALL[..]), 0..3).prop_map(|list| list.into_iter().collect())
}

fn own_roles() -> impl Strategy<Value = BTreeMap<RoleId, OwnRole>> {
    let role =
        (privileges(), operations(), domain_operations()).prop_map(|(privileges, operations, domain_operations)| {
            OwnRole { name: "Night shift".to_owned(), privileges, operations, domain_operations }
        });
    prop::collection::btree_map(any::<u128>().prop_map(|id| RoleId::new(Uuid::from_u128(id))), role, 0..3)
}

fn services() -> impl Strategy<Value = BTreeMap<ServiceId, OperationSet>> {
    prop::collection::btree_map((0..5_u128).prop_map(|id| ServiceId::new(Uuid::from_u128(id))), operations(), 0..5)
}

fn key() -> impl Strategy<Value = String> {
    "[a-z0-9_.-]{1,40}"
}

fn rights() -> impl Strategy<Value = Rights> {
    let sets = (roles(), own_roles(), privileges(), operations(), operations());
    let on_domains = (domain_operations(), domain_operations(), domains());
    (sets, services(), on_domains, prop::option::of(key())).prop_map(
        |(
            (roles, own_roles, privileges, all_services, new_services),
            services,
            (all_domains, new_domains, domains),
            template,
        )| Rights {
            all_domains,
            new_domains,
            domains,
            roles,
            own_roles,
            privileges,
            all_services,
            new_services,
            services,
            template,
            until: Vec::new(),
        },
    )
}

fn standing() -> impl Strategy<Value = Standing> {
    let statuses = prop::sample::select(&AccountStatus::ALL[..]);
    let owners = prop::sample::select(vec![None, Some(OwnerKind::Legal), Some(OwnerKind::CoOwner)]);
    let viewing = prop::sample::select(vec![Viewing::Off, Viewing::AsContact { by: contact() }]);
    let effective = prop_oneof![rights().prop_map(|rights| rights.effective()), Just(Effective::full())];
    (statuses, owners, viewing, effective, roles()).prop_map(|(status, owner, viewing, effective, hand_out)| Standing {
        account: account(),
        status,
        contact: contact(),
        owner,
        effective,
        hand_out,
        viewing,
    })
}

fn templates() -> impl Strategy<Value = Vec<Template>> {
    let template = (key(), privileges(), operations(), domain_operations()).prop_map(
        |(key, privileges, operations, domain_operations)| Template {
            key,
            name: None,
            privileges,
            operations,
            domain_operations,
        },
    );
    prop::collection::vec(template, 0..3)
}

fn grounds() -> impl Strategy<Value = Ground> {
    let kinds = prop::collection::vec(prop::sample::select(&ServiceKind::ALL[..]), 0..4);
    let rows = (kinds, 0..4_u128);
    (standing(), rights(), any::<bool>(), templates(), own_roles(), rows).prop_map(
        |(standing, baseline, is_me, templates, own_roles, (kinds, domains))| Ground {
            domains: (0..domains)
                .map(|id| DomainChoice { id: DomainId::new(Uuid::from_u128(id)), name: None })
                .collect(),
            standing,
            baseline,
            is_me,
            templates,
            own_roles,
            services: (0_u128..)
                .zip(kinds)
                .map(|(id, kind)| ServiceChoice { id: ServiceId::new(Uuid::from_u128(id)), name: None, kind })
                .collect(),
        },
    )
}

proptest! {
    #[test]
    fn what_the_page_brings_is_read_as_it_was(ground in grounds()) {
        let brought = ground.for_program();
        let text = brought.write();
        prop_assert_eq!(Ground::read(&text), Some(brought), "{}", text);
    }

    #[test]
    fn any_other_text_is_not_read(text in any::<String>()) {
        prop_assert_eq!(Ground::read(&text), None);
    }
}

#[test]
fn a_line_that_says_something_else_is_not_read() {
    let text = ground(owner(), having(&[Role::Billing])).for_program().write();
    assert!(Ground::read(&text).is_some());
    for line in [
        "",
        "role",
        "rows - vps",
        "row 1 vps",
        "domain 1",
        &format!("domain {WEB} vps"),
        &format!("has_domain {WEB} domains.everything"),
        &format!("row {WEB}"),
        &format!("row {WEB} car"),
        &format!("row {WEB} vps vps"),
        &format!("role {WEB} billing.everything"),
        &format!("role {WEB} role.{RACK}"),
        "role billing billing.pay",
        "has some svc.power",
        "has all  svc.power",
    ] {
        assert_eq!(Ground::read(&format!("{text}\n{line}")), None, "{line}");
    }
    let (first, rest) = text.split_once('\n').expect("several lines");
    for first in [rest, &first.replace("active", "asleep"), &first.replace("legal", "illegal"), &format!("{first} -")] {
        assert_eq!(Ground::read(&format!("{first}\n{rest}")), None, "{first}");
    }
}

#[test]
fn a_key_that_would_break_its_line_is_left_out() {
    for key in ["", "two words", "two\nlines", "two\rlines"] {
        let template = Template { key: key.to_owned(), ..template::built_in()[1].clone() };
        let baseline = Rights::copied_from(&template);
        let told = Ground { templates: vec![template], ..ground(owner(), baseline.clone()) }.for_program();
        let read = Ground::read(&told.write()).expect("it is read");
        assert_eq!(read.baseline, Rights { template: None, ..baseline }, "{key:?}");
        assert_eq!(read.templates, [], "{key:?}");
    }
}

#[test]
fn a_program_is_told_no_names() {
    let told = ground(owner(), Rights { own_roles: super::own_roles(), ..Rights::default() }).write();
    for name in ["web-01", "rack", "example.com", "Till", "Night"] {
        assert!(!told.contains(name), "{told}");
    }
}
