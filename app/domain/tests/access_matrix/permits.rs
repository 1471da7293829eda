//! What a permit covers, and what it does not.

use crate::people::{ACCOUNT, EXAMPLE_COM, EXAMPLE_NET, NOBODY, WEB_01, WEB_02, actor, people};
use domain::access::{
    AccountAction, Action, ContactAction, Credentials, Deed, DomainTarget, HoldingAction, NotPermitted, RequestAction,
    RightsAction, ServiceTarget, Viewing, authorize, report, report_zone,
};
use domain::operation::{DomainOperation, Operation};
use domain::owner::OwnerKind;
use domain::rights::Rights;
use domain::status::{AccountStatus, ContactState};

#[test]
fn a_permit_covers_the_contact_it_is_for_and_no_other() {
    let people = people();
    let (owner, technician, buyer) = (&people[0], &people[3], &people[6]);
    let target = technician.target(Credentials::Own);
    let actor = actor(owner, AccountStatus::Active, Viewing::Off);
    let permit = authorize(&actor, ContactAction::Suspend(target)).expect("the owner may");
    let suspend = Deed::SetState(ContactState::Suspended);
    assert_eq!(permit.authority().covers(suspend, technician.contact), Ok(()));
    assert_eq!(permit.authority().covers(suspend, buyer.contact), Err(NotPermitted));
    assert_eq!((permit.account(), permit.authority().account()), (ACCOUNT, ACCOUNT));
}

#[test]
fn a_permit_of_one_deed_covers_no_other() {
    let people = people();
    let technician = &people[3];
    let target = technician.target(Credentials::Own);
    let actor = actor(&people[0], AccountStatus::Active, Viewing::Off);
    let permit = authorize(&actor, ContactAction::Suspend(target)).expect("the owner may");
    for deed in [
        Deed::AddContact,
        Deed::EditContact,
        Deed::SetState(ContactState::Deleted),
        Deed::SetState(ContactState::Active),
        Deed::SetOwner(Some(OwnerKind::CoOwner)),
        Deed::SetSignIn,
        Deed::ChooseNotifications,
    ] {
        assert_eq!(permit.authority().covers(deed, technician.contact), Err(NotPermitted), "{deed:?}");
    }
}

#[test]
fn a_permit_for_the_account_covers_no_contact() {
    let people = people();
    let actor = actor(&people[0], AccountStatus::Active, Viewing::Off);
    let permit = authorize(&actor, RightsAction::KeepTemplates).expect("the owner may");
    assert_eq!(permit.authority().allows(Deed::KeepTemplates), Ok(()));
    assert_eq!(permit.authority().allows(Deed::SetHandOut), Err(NotPermitted));
    for person in &people {
        assert_eq!(permit.authority().covers(Deed::KeepTemplates, person.contact), Err(NotPermitted));
        assert_eq!(permit.authority().covers(Deed::EditContact, person.contact), Err(NotPermitted));
    }
}

#[test]
fn nothing_is_written_with_a_permit_to_look() {
    let people = people();
    let (owner, technician) = (&people[0], &people[3]);
    let target = technician.target(Credentials::Own);
    let actor = actor(owner, AccountStatus::Active, Viewing::Off);
    let looks: [Action<'_>; 4] = [
        AccountAction::SeeDashboard.into(),
        ContactAction::List.into(),
        ContactAction::See(target).into(),
        RequestAction::See(target, &technician.rights).into(),
    ];
    for look in looks {
        let permit = authorize(&actor, look).expect("the owner may");
        assert_eq!(permit.to_write(), Err(NotPermitted), "{look:?}");
        assert_eq!(permit.authority().covers(Deed::EditContact, technician.contact), Err(NotPermitted), "{look:?}");
    }
}

#[test]
fn what_the_provider_writes_no_permit_covers() {
    let people = people();
    let actor = actor(&people[0], AccountStatus::Active, Viewing::Off);
    let nothing = Rights::default();
    let actions: [Action<'_>; 4] = [
        RightsAction::SetHandOut.into(),
        RightsAction::KeepTemplates.into(),
        ContactAction::Add(&[NOBODY], &nothing).into(),
        AccountAction::Pin.into(),
    ];
    for action in actions {
        let permit = authorize(&actor, action).expect("the owner may");
        assert_eq!(permit.authority().allows(Deed::Provision), Err(NotPermitted), "{action:?}");
        assert_eq!(permit.authority().covers(Deed::Provision, NOBODY), Err(NotPermitted), "{action:?}");
    }
}

#[test]
fn an_addition_covers_the_contacts_that_it_names_alone() {
    let people = people();
    let actor = actor(&people[0], AccountStatus::Active, Viewing::Off);
    let permit = authorize(&actor, ContactAction::Add(&[NOBODY], &Rights::default())).expect("the owner may");
    assert_eq!(permit.authority().covers(Deed::AddContact, NOBODY), Ok(()));
    assert_eq!(permit.authority().covers(Deed::EditContact, NOBODY), Err(NotPermitted));
    assert_eq!(permit.authority().covers(Deed::AddContact, people[3].contact), Err(NotPermitted));
}

#[test]
fn a_permit_to_operate_covers_its_service_and_no_other() {
    let people = people();
    let actor = actor(&people[0], AccountStatus::Active, Viewing::Off);
    let web_01 = ServiceTarget { id: WEB_01, expiring: false };
    let permit = authorize(&actor, HoldingAction::Operate(web_01, Operation::Power)).expect("the owner may");
    assert_eq!(permit.authority().covers_service(Deed::Operate, WEB_01), Ok(()));
    assert_eq!(permit.authority().covers_service(Deed::Operate, WEB_02), Err(NotPermitted));
    assert_eq!(permit.authority().covers_service(Deed::Report, WEB_01), Err(NotPermitted));
    assert_eq!(permit.authority().covers(Deed::Operate, people[3].contact), Err(NotPermitted));
    let permit = report(ACCOUNT, WEB_01);
    assert_eq!(permit.authority().covers_service(Deed::Report, WEB_01), Ok(()));
    assert_eq!(permit.authority().covers_service(Deed::Report, WEB_02), Err(NotPermitted));
    assert_eq!(permit.authority().covers_service(Deed::Operate, WEB_01), Err(NotPermitted));
}

#[test]
fn a_permit_for_a_domain_covers_no_other() {
    let people = people();
    let owner = actor(&people[0], AccountStatus::Active, Viewing::Off);
    let target = DomainTarget { id: EXAMPLE_COM };
    let permit = authorize(&owner, HoldingAction::OperateDomain(target, DomainOperation::Dns)).expect("the owner may");
    let authority = permit.authority();
    assert_eq!(authority.covers_domain(Deed::ChangeZone, EXAMPLE_COM), Ok(()));
    assert_eq!(authority.covers_domain(Deed::ChangeZone, EXAMPLE_NET), Err(NotPermitted));
    assert_eq!(authority.covers_domain(Deed::ReportZone, EXAMPLE_COM), Err(NotPermitted));
    let report = report_zone(ACCOUNT, EXAMPLE_NET);
    assert_eq!(report.authority().covers_domain(Deed::ReportZone, EXAMPLE_NET), Ok(()));
    assert_eq!(report.authority().covers_domain(Deed::ReportZone, EXAMPLE_COM), Err(NotPermitted));
    assert_eq!(report.authority().covers_domain(Deed::ChangeZone, EXAMPLE_NET), Err(NotPermitted));
}
