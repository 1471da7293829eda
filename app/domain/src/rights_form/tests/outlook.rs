//! How much of a service, in a word, and what somebody will see.

use super::*;
use crate::access::MenuEntry;

fn one() -> Row {
    Row::One(service(WEB))
}

fn seen(draft: &PrivilegeDraft) -> Vec<MenuEntry> {
    draft.menu().into_iter().filter(|(_, seen)| *seen).map(|(entry, _)| entry).collect()
}

#[test]
fn a_level_gives_its_operations_and_takes_the_others() {
    let mut draft = draft(owner(), Rights::default());
    assert_eq!(draft.level(one()), Some(Level::None));
    for level in [Level::Power, Level::Full, Level::Operate, Level::Power, Level::None] {
        draft.set_level(one(), level);
        assert_eq!(draft.level(one()), Some(level));
        assert_eq!(draft.effective().operations_on(service(WEB)), level.operations());
    }
    let _ = draft.set_operation(one(), Operation::Rebuild, true);
    assert_eq!(draft.level(one()), None, "none of them");
}

#[test]
fn the_daily_work_is_nothing_sensitive() {
    assert!(Level::Operate.operations().iter().all(|operation| operation.weight() == Weight::Plain));
    for pair in Level::ALL.windows(2) {
        assert!(pair[0].operations().is_within(pair[1].operations()), "each holds the one before");
    }
}

#[test]
fn a_row_offers_the_levels_that_its_service_tells_apart_and_the_actor_may_give() {
    let all = draft(owner(), Rights::default());
    assert_eq!(all.levels(one()), Level::ALL);
    // Power and network: operating it is no more than the two.
    assert_eq!(all.levels(Row::One(service(RACK))), Level::ALL);
    let mut other = ground(owner(), Rights::default());
    other.services[0].kind = ServiceKind::Other;
    assert_eq!(PrivilegeDraft::new(other).levels(one()), [Level::None, Level::Full]);
    let may = Rights { all_services: OperationSet::of(&[Operation::Power]), ..having(&[Role::Manager]) };
    let limited = Standing { effective: may.effective(), ..manager(&[]) };
    assert_eq!(draft(limited, Rights::default()).levels(one()), [Level::None, Level::Power]);
    assert_eq!(draft(manager(&[]), Rights::default()).levels(one()), [Level::None]);
}

#[test]
fn what_all_services_have_is_not_taken_from_one() {
    let mut draft = draft(owner(), Rights::default());
    draft.set_level(Row::All, Level::Operate);
    draft.set_level(one(), Level::None);
    assert_eq!(draft.level(one()), Some(Level::Operate));
    assert!(draft.is_covered(one()) && !draft.is_covered(Row::All));
    draft.set_level(one(), Level::Full);
    assert!(!draft.is_covered(one()));
    assert_eq!(draft.level(one()), Some(Level::Full));
    assert!(!draft.rights().services[&service(WEB)].contains(Operation::Power), "it has that already");
}

#[test]
fn the_menu_is_the_one_that_they_will_have() {
    let mut draft = draft(owner(), Rights::default());
    assert_eq!(seen(&draft), [MenuEntry::Dashboard]);
    draft.set_level(one(), Level::Power);
    assert_eq!(seen(&draft), [MenuEntry::Dashboard, MenuEntry::Services]);
    let _ = draft.pick_template(template::FULL_ACCESS);
    assert_eq!(seen(&draft), MenuEntry::ALL);
}

#[test]
fn what_they_can_is_all_of_it_by_where() {
    let mut draft = draft(owner(), having(&[Role::Visitation]));
    draft.set_level(one(), Level::Power);
    draft.set_level(Row::New, Level::Power);
    let _ = draft.set_domain_operation(DomainRow::All, DomainOperation::Dns, true);
    let _ = draft.set_domain_operation(example(), DomainOperation::Whois, true);
    let can = draft.can();
    let power = vec![Right::Operation(Operation::Power)];
    assert_eq!(can[0], (Topic::Roles, vec![Right::Role(Role::Visitation)]));
    assert_eq!(can[1], (Topic::Row(one()), power.clone()));
    assert_eq!(can[2], (Topic::Row(Row::New), power));
    let whois = vec![Right::DomainOperation(DomainOperation::Whois)];
    assert_eq!(can[3], (Topic::Domains(example()), whois));
    let domains = vec![Right::Privilege(Privilege::DomainsView), Right::DomainOperation(DomainOperation::Dns)];
    assert!(can.contains(&(Topic::Area(Area::Domains), domains)));
    let said: usize = can.iter().map(|(_, rights)| rights.len()).sum();
    let privileges = draft.effective().privileges().len() as usize;
    assert_eq!(said, 1 + 2 + 2 + privileges);
}

#[test]
fn what_changes_is_what_was_not_there_and_what_is_no_more() {
    let baseline = Rights {
        privileges: PrivilegeSet::of(&[Privilege::TicketsOpen]),
        services: [(service(WEB), OperationSet::of(&[Operation::Power]))].into(),
        ..Rights::default()
    };
    let mut draft = draft(owner(), baseline);
    assert_eq!((draft.gained(), draft.lost()), (Vec::new(), Vec::new()));
    draft.set_level(one(), Level::None);
    let _ = draft.set_privilege(Privilege::TicketsReply, true);
    let _ = draft.set_operation(Row::All, Operation::Rebuild, true);
    let place = Place::Service { id: service(WEB), name: Some("web-01".to_owned()) };
    assert_eq!(draft.lost(), [(Right::Operation(Operation::Power), place)]);
    let gained: Vec<Right> = draft.gained().into_iter().map(|(right, _)| right).collect();
    assert!(gained.contains(&Right::Privilege(Privilege::TicketsReply)));
    assert!(gained.contains(&Right::Operation(Operation::Rebuild)));
    assert!(!gained.contains(&Right::Privilege(Privilege::TicketsOpen)), "it was there");
}

#[test]
fn rights_without_a_function_are_left_alone_by_their_area_and_lost_by_nothing() {
    let future: PrivilegeSet = Privilege::ALL.iter().copied().filter(|it| !it.has_function()).collect();
    let mut draft = draft(owner(), Rights { privileges: future, ..Rights::default() });
    for area in Area::ALL {
        draft.set_area(area, true);
        draft.set_area(area, false);
    }
    assert!(future.is_within(draft.rights().privileges));
    let _ = draft.pick_template(template::FULL_ACCESS);
    assert!(future.is_within(draft.rights().privileges));
}

#[test]
fn a_line_about_an_area_names_what_nothing_else_gives() {
    let mut draft = draft(owner(), Rights::default());
    assert_eq!(draft.on_in(Area::Domains), []);
    let _ = draft.set_domain_operation(DomainRow::All, DomainOperation::Dns, true);
    let dns = Right::DomainOperation(DomainOperation::Dns);
    assert_eq!(draft.on_in(Area::Domains), [dns], "seeing them comes with it");
}
