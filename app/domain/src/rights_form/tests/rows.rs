//! Forms in which not every service has a row.

use super::*;

/// The service without a row: the third.
const OTHER: &str = "00000000-0000-7000-8000-000000000003";

fn on(services: &[(&str, Operation)]) -> Rights {
    let each = services.iter().map(|(id, operation)| (service(id), OperationSet::of(&[*operation])));
    Rights { services: each.collect(), ..Rights::default() }
}

fn ticks(id: &str, operations: &[Operation]) -> Vec<(String, String)> {
    let field = Row::One(service(id)).field();
    operations.iter().map(|operation| (field.clone(), operation.key().to_owned())).collect()
}

fn shown(ids: &[&str]) -> Vec<(String, String)> {
    ids.iter().map(|id| (SHOWN_FIELD.to_owned(), (*id).to_owned())).collect()
}

#[test]
fn a_draft_knows_nothing_of_services_without_a_row() {
    let held = on(&[(WEB, Operation::Power), (OTHER, Operation::Rebuild)]);
    let mut draft = draft(owner(), held);
    assert_eq!(draft.rights().services, on(&[(WEB, Operation::Power)]).services);
    let _ = draft.pick_template(template::NONE);
    assert!(draft.rights().is_empty() && draft.newly_sensitive().is_empty());
}

#[test]
fn what_a_form_did_not_show_stays_when_it_comes_back_with_more_rows() {
    let held = on(&[(WEB, Operation::Power), (RACK, Operation::Renew)]);
    // It showed the first, from which the tick was taken, and not the second.
    let posted = shown(&[WEB]);
    let (draft, _) = PrivilegeDraft::posted(ground(owner(), held.clone()), &posted);
    assert_eq!(draft.rights().services, on(&[(RACK, Operation::Renew)]).services);
    // What is ticked is meant.
    let posted = [shown(&[WEB]), ticks(RACK, &[Operation::Cancel])].concat();
    let (draft, _) = PrivilegeDraft::posted(ground(owner(), held.clone()), &posted);
    assert_eq!(draft.rights().services, on(&[(RACK, Operation::Cancel)]).services);
    // A form that says nothing of the kind showed every one.
    let (draft, _) = PrivilegeDraft::posted(ground(owner(), held), &ticks(WEB, &[Operation::Power]));
    assert_eq!(draft.rights().services, on(&[(WEB, Operation::Power)]).services);
}

#[test]
fn a_row_that_comes_later_is_as_one_that_was_there_from_the_start() {
    let operates = on(&[(RACK, Operation::Renew)]);
    let manager = Standing { effective: operates.effective(), ..manager(&[]) };
    let held = on(&[(WEB, Operation::Power), (RACK, Operation::Cancel)]);
    let whole = ground(manager, held);
    let without = |service: &str| {
        let mut ground = whole.clone();
        ground.services.retain(|row| row.id != self::service(service));
        ground
    };
    let mut draft = PrivilegeDraft::new(without(RACK).for_program());
    assert!(!draft.rights().services.contains_key(&service(RACK)));
    draft.add_row(service(RACK), &without(WEB).for_program());
    let from_the_start = PrivilegeDraft::new(whole.clone());
    assert_eq!(draft.rights().services, from_the_start.rights().services);
    for operation in Operation::ALL {
        let row = Row::One(service(RACK));
        assert_eq!(draft.operation(row, *operation), from_the_start.operation(row, *operation), "{operation:?}");
    }
    let _ = draft.set_operation(Row::One(service(RACK)), Operation::Cancel, false);
    draft.add_row(service(RACK), &without(WEB).for_program());
    assert!(!draft.rights().services.contains_key(&service(RACK)), "a row is added once");
}

#[test]
fn a_program_is_not_told_what_the_actor_holds_elsewhere() {
    let dns = DomainOperationSet::of(&[DomainOperation::Dns]);
    let elsewhere = [(OTHER.parse::<DomainId>().expect("an id"), dns)];
    let held = Rights { domains: elsewhere.into(), ..on(&[(OTHER, Operation::Power)]) };
    let manager = Standing { effective: held.effective(), ..manager(&[]) };
    let told = ground(manager, Rights::default()).for_program().write();
    assert!(!told.contains(OTHER), "{told}");
}
