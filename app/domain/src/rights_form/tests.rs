mod clicks;
mod ground;
mod outlook;
mod rows;

use super::*;
use crate::access::Viewing;
use crate::id::{AccountId, ContactId, DomainId, ServiceId};
use crate::owner::OwnerKind;
use crate::privilege::{Area, Weight};
use crate::right::Place;
use crate::role::RoleSet;
use crate::service::ServiceKind;
use crate::status::AccountStatus;

const WEB: &str = "00000000-0000-7000-8000-000000000001";
const EXAMPLE: &str = "00000000-0000-7000-8000-000000000004";
const RACK: &str = "00000000-0000-7000-8000-000000000002";

fn service(id: &str) -> ServiceId {
    id.parse().expect("an id")
}

fn example() -> DomainRow {
    DomainRow::One(domain())
}

fn domain() -> DomainId {
    EXAMPLE.parse().expect("an id")
}

fn account() -> AccountId {
    WEB.parse().expect("an id")
}

fn contact() -> ContactId {
    RACK.parse().expect("an id")
}

fn owner() -> Standing {
    Standing {
        account: account(),
        status: AccountStatus::Active,
        contact: contact(),
        owner: Some(OwnerKind::Legal),
        effective: Effective::full(),
        hand_out: RoleSet::all(),
        viewing: Viewing::Off,
    }
}

/// Holds the role Manager alone, and may hand out `roles`.
fn manager(roles: &[Role]) -> Standing {
    let rights = Rights { roles: [Role::Manager].into_iter().collect(), ..Rights::default() };
    Standing { owner: None, effective: rights.effective(), hand_out: roles.iter().copied().collect(), ..owner() }
}

fn draft(standing: Standing, baseline: Rights) -> PrivilegeDraft {
    PrivilegeDraft::new(ground(standing, baseline))
}

fn ground(standing: Standing, baseline: Rights) -> Ground {
    let choice = |id, name: &str, kind| ServiceChoice { id: service(id), name: Some(name.to_owned()), kind };
    Ground {
        standing,
        baseline,
        is_me: false,
        templates: template::built_in(),
        own_roles: own_roles(),
        services: vec![choice(WEB, "web-01", ServiceKind::Vps), choice(RACK, "rack", ServiceKind::Colocation)],
        domains: vec![DomainChoice { id: domain(), name: Some("example.com".to_owned()) }],
    }
}

/// One that pays, and one that runs everything.
fn own_roles() -> BTreeMap<RoleId, OwnRole> {
    let role = |id: &str, name: &str, privileges: &[Privilege], operations| {
        let privileges = PrivilegeSet::of(privileges);
        let domain_operations = DomainOperationSet::EMPTY;
        (id.parse().expect("an id"), OwnRole { name: name.to_owned(), privileges, operations, domain_operations })
    };
    [
        role(WEB, "Till", &[Privilege::BillingPay], OperationSet::EMPTY),
        role(RACK, "Night shift", &[Privilege::TicketsReply], OperationSet::of(&[Operation::Power])),
    ]
    .into()
}

fn having(roles: &[Role]) -> Rights {
    Rights { roles: roles.iter().copied().collect(), ..Rights::default() }
}

#[test]
fn picking_a_template_copies_its_ticks_and_counts_what_is_changed_then() {
    let mut draft = draft(owner(), having(&[Role::Visitation]));
    assert_eq!(draft.pick_template(template::ACCOUNTING), Vec::new());
    assert!(draft.role(Right::Role(Role::Visitation)).ticked, "roles stay");
    let changes = |draft: &PrivilegeDraft| draft.template_label().map(|(template, n)| (template.key.clone(), n));
    assert_eq!(changes(&draft), Some((template::ACCOUNTING.to_owned(), 0)));
    assert!(draft.set_privilege(Privilege::OrdersPlace, false).is_empty());
    assert!(draft.set_privilege(Privilege::BillingMethods, true).is_empty());
    assert_eq!(changes(&draft), Some((template::ACCOUNTING.to_owned(), 2)));
}

#[test]
fn a_template_gives_nothing_that_the_actor_may_not_give() {
    let mut draft = draft(manager(&[]), Rights::default());
    let notes = draft.pick_template(template::FULL_ACCESS);
    assert!(matches!(notes[..], [Note::LeftOut(_)]));
    assert!(draft.effective().is_within(&manager(&[]).effective));
    assert_eq!(draft.privilege(Privilege::BillingPay).lock, Some(Lock::MayNotGrant));
}

#[test]
fn a_template_clears_single_services() {
    let mut draft = draft(owner(), Rights::default());
    let _ = draft.set_operation(Row::One(service(WEB)), Operation::Power, true);
    let _ = draft.set_operation(Row::New, Operation::Power, true);
    let _ = draft.pick_template(template::NONE);
    assert!(draft.rights().is_empty());
}

#[test]
fn what_is_implied_is_ticked_and_locked() {
    let mut draft = draft(owner(), Rights::default());
    let _ = draft.set_domain_operation(DomainRow::All, DomainOperation::Dns, true);
    let view = draft.privilege(Privilege::DomainsView);
    assert!(view.ticked && !view.own);
    assert_eq!(view.lock, Some(Lock::ImpliedBy(Right::DomainOperation(DomainOperation::Dns))));
    let dns = draft.domain_operation(example(), DomainOperation::Dns);
    assert_eq!((dns.ticked, dns.own, dns.lock), (true, false, Some(Lock::OnAllDomains)));
    let _ = draft.set_operation(Row::All, Operation::Power, true);
    let services = draft.privilege(Privilege::ServicesView);
    assert_eq!(services.lock, Some(Lock::ImpliedBy(Right::Operation(Operation::Power))));
    let _ = draft.set_operation(Row::One(service(WEB)), Operation::Console, true);
    let view = draft.operation(Row::One(service(WEB)), Operation::ConsoleView);
    assert_eq!(view.lock, Some(Lock::ImpliedBy(Right::Operation(Operation::Console))));
    let power = draft.operation(Row::One(service(WEB)), Operation::Power);
    assert_eq!((power.ticked, power.lock), (true, Some(Lock::OnAllServices)));
}

#[test]
fn unticking_what_a_role_gives_turns_it_into_single_rights() {
    let mut draft = draft(owner(), having(&[Role::Technical]));
    let before = draft.effective().clone();
    assert_eq!(draft.privilege(Privilege::TicketsClose).lock, Some(Lock::ByRole(Right::Role(Role::Technical))));
    let notes = draft.set_privilege(Privilege::TicketsClose, false);
    assert_eq!(notes, vec![Note::RoleDissolved(Right::Role(Role::Technical))]);
    assert!(draft.rights().roles.is_empty());
    assert_eq!(before.beyond(draft.effective()), vec![Right::Privilege(Privilege::TicketsClose)]);
    assert!(draft.effective().is_within(&before));
}

#[test]
fn unticking_an_operation_of_a_role_dissolves_it_too() {
    let mut draft = draft(owner(), having(&[Role::Purchasing, Role::Billing]));
    let notes = draft.set_operation(Row::All, Operation::Renew, false);
    assert_eq!(
        notes,
        vec![Note::RoleDissolved(Right::Role(Role::Billing)), Note::RoleDissolved(Right::Role(Role::Purchasing))]
    );
    assert_eq!(draft.effective().all_services(), OperationSet::of(&[Operation::Upgrade]));
    assert!(draft.privilege(Privilege::BillingPay).ticked);
}

#[test]
fn a_role_handed_out_whole_stays_whole() {
    let mut draft = draft(manager(&[Role::Technical]), Rights::default());
    draft.set_role(Right::Role(Role::Technical), true);
    assert_eq!(draft.privilege(Privilege::TicketsClose).lock, Some(Lock::WithRole(Right::Role(Role::Technical))));
    assert!(draft.set_privilege(Privilege::TicketsClose, false).is_empty());
    assert!(draft.role(Right::Role(Role::Technical)).ticked);
    draft.set_role(Right::Role(Role::Billing), true);
    assert!(!draft.role(Right::Role(Role::Billing)).ticked, "not on the list");
}

#[test]
fn what_the_contact_has_may_stay_or_be_taken() {
    let baseline = Rights { privileges: PrivilegeSet::of(&[Privilege::BillingPay]), ..Rights::default() };
    let mut draft = draft(manager(&[]), baseline);
    assert_eq!(draft.privilege(Privilege::BillingPay).lock, None);
    let _ = draft.set_privilege(Privilege::BillingPay, false);
    assert!(draft.rights().is_empty());
    assert_eq!(draft.privilege(Privilege::BillingMethods).lock, Some(Lock::MayNotGrant));
}

#[test]
fn to_oneself_only_roles_of_the_list() {
    let own = Ground { is_me: true, ..ground(manager(&[Role::Billing]), having(&[Role::Manager])) };
    let mut draft = PrivilegeDraft::new(own);
    assert_eq!(draft.privilege(Privilege::DomainsView).lock, Some(Lock::NotToOneself));
    assert_eq!(draft.operation(Row::All, Operation::Power).lock, Some(Lock::NotToOneself));
    assert_eq!(draft.role(Right::Role(Role::Manager)).lock, Some(Lock::NotToOneself));
    draft.set_role(Right::Role(Role::Billing), true);
    assert!(draft.role(Right::Role(Role::Billing)).ticked);
    assert!(draft.pick_template(template::NONE).is_empty() && draft.role(Right::Role(Role::Billing)).ticked);
}

#[test]
fn select_all_ticks_what_may_be_ticked() {
    let mut draft = draft(owner(), Rights::default());
    draft.set_area(Area::Support, true);
    assert_eq!(draft.area(Area::Support), GroupState { all: true, some: true, fixed: false });
    draft.set_area(Area::Support, false);
    assert!(draft.rights().is_empty());
    draft.set_level(Row::One(service(RACK)), Level::Full);
    assert_eq!(draft.rights().services[&service(RACK)], ServiceKind::Colocation.operations());
    let none = PrivilegeDraft::new(ground(manager(&[]), Rights::default()));
    assert!(none.area(Area::Billing).fixed);
}

#[test]
fn a_row_has_the_operations_of_its_kind_only() {
    let mut draft = draft(owner(), Rights::default());
    assert!(draft.set_operation(Row::One(service(RACK)), Operation::Rebuild, true).is_empty());
    assert!(draft.rights().is_empty());
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn a_posted_form_is_read_back() {
    let one = format!("change[services][svc-{WEB}][]");
    let one_domain = format!("change[domains][dom-{EXAMPLE}][]");
    let pairs = pairs(&[
        ("change[template]", "technical_staff"),
        ("change[applied]", "technical_staff"),
        ("change[roles][]", "billing"),
        ("change[own_roles][]", WEB),
        ("change[own_roles][]", "0192d3f0-7a5c-7cc0-8a61-00000000dead"),
        ("change[privileges][]", "tickets.open"),
        ("change[privileges][]", "made.up"),
        ("change[all_services][]", "svc.sso"),
        ("change[new_services][]", "svc.power"),
        (&one, "svc.power"),
        ("change[all_domains][]", "domains.whois"),
        ("change[new_domains][]", "domains.dns"),
        (&one_domain, "domains.transfer"),
        (&one_domain, "svc.power"),
        ("return_to", "/"),
    ]);
    let (draft, notes) = PrivilegeDraft::posted(ground(owner(), Rights::default()), &pairs);
    assert!(notes.is_empty());
    let wanted = Rights {
        roles: [Role::Billing].into_iter().collect(),
        own_roles: own_roles().into_iter().take(1).collect(),
        privileges: PrivilegeSet::of(&[Privilege::TicketsOpen]),
        all_services: OperationSet::of(&[Operation::Sso]),
        new_services: OperationSet::of(&[Operation::Power]),
        services: [(service(WEB), OperationSet::of(&[Operation::Power]))].into(),
        all_domains: DomainOperationSet::of(&[DomainOperation::Whois]),
        new_domains: DomainOperationSet::of(&[DomainOperation::Dns]),
        domains: [(domain(), DomainOperationSet::of(&[DomainOperation::Transfer]))].into(),
        template: Some("technical_staff".to_owned()),
        ..Rights::default()
    };
    assert_eq!(*draft.rights(), wanted);
}

#[test]
fn what_a_domain_has_stays_where_the_form_has_no_row_for_it() {
    let dns = DomainOperationSet::of(&[DomainOperation::Dns]);
    let baseline = Rights { domains: [(domain(), dns)].into(), ..Rights::default() };
    let posted = |list: &[(&str, &str)]| {
        let (draft, _) = PrivilegeDraft::posted(ground(owner(), baseline.clone()), &pairs(list));
        draft.rights().domains.clone()
    };
    assert_eq!(posted(&[("change[template]", "none")]), baseline.domains, "as a form from before domains had rows");
    assert_eq!(posted(&[(SHOWN_DOMAINS_FIELD, EXAMPLE)]), BTreeMap::new(), "its box was there and is not ticked");
}

#[test]
fn what_a_manager_has_on_one_domain_they_give_on_that_one() {
    let dns = DomainOperationSet::of(&[DomainOperation::Dns]);
    let mine = Rights { domains: [(domain(), dns)].into(), ..Rights::default() };
    let mut draft = draft(Standing { effective: mine.effective(), ..manager(&[]) }, Rights::default());
    let lock = |row, operation| draft.domain_operation(row, operation).lock;
    assert_eq!(lock(example(), DomainOperation::Dns), None);
    assert_eq!(lock(example(), DomainOperation::Transfer), Some(Lock::MayNotGrant));
    assert_eq!(lock(DomainRow::All, DomainOperation::Dns), Some(Lock::MayNotGrant));
    assert_eq!(lock(DomainRow::New, DomainOperation::Dns), Some(Lock::MayNotGrant));
    let _ = draft.set_domain_operation(example(), DomainOperation::Dns, true);
    assert_eq!(draft.rights().domains, mine.domains);
    let place = Place::Domain { id: domain(), name: Some("example.com".to_owned()) };
    assert_eq!(draft.gained(), [(Right::DomainOperation(DomainOperation::Dns), place)]);
    assert!(!draft.effective().has(Privilege::DomainsView), "it shows that one and no other");
}

#[test]
fn the_area_of_domains_has_the_boxes_of_all_domains() {
    let mut draft = draft(owner(), having(&[Role::Manager]));
    assert_eq!(
        draft.domain_operation(DomainRow::All, DomainOperation::Dns).lock,
        Some(Lock::ByRole(Right::Role(Role::Manager)))
    );
    let notes = draft.set_domain_operation(DomainRow::All, DomainOperation::Dns, false);
    assert_eq!(notes, [Note::RoleDissolved(Right::Role(Role::Manager))]);
    assert!(!draft.rights().all_domains.contains(DomainOperation::Dns) && draft.rights().all_domains.len() == 3);
    draft.set_area(Area::Domains, true);
    assert_eq!(draft.rights().all_domains, DomainOperationSet::all());
    draft.set_area(Area::Domains, false);
    assert!(draft.rights().all_domains.is_empty() && !draft.effective().sees_domains());
}

#[test]
fn a_template_picked_without_javascript_is_filled_in() {
    let pairs = pairs(&[("change[template]", "accounting"), ("change[applied]", "none")]);
    let (draft, _) = PrivilegeDraft::posted(ground(owner(), Rights::default()), &pairs);
    assert_eq!(draft.template_label().map(|(template, n)| (template.key.as_str(), n)), Some(("accounting", 0)));
    assert!(draft.privilege(Privilege::BillingPay).own);
}

#[test]
fn without_javascript_one_post_moves_an_operation_from_all_services_to_one() {
    let mut draft = draft(owner(), Rights::default());
    let _ = draft.pick_template(template::TECHNICAL_STAFF);
    let one = draft.operation(Row::One(service(WEB)), Operation::Power);
    assert!(!one.drawn_ticked(Drawing::Still) && !one.drawn_locked(Drawing::Still), "can be ticked at once");
    assert!(one.drawn_ticked(Drawing::Alive) && one.drawn_locked(Drawing::Alive));
    let seen = draft.privilege(Privilege::ServicesView);
    assert!(seen.own && !seen.drawn_locked(Drawing::Still), "an own tick can be taken");
    assert!(
        seen.drawn_locked(Drawing::Alive) && seen.drawn_hidden(Drawing::Alive) && !seen.drawn_named(Drawing::Alive)
    );
}

#[test]
fn sensitive_rights_newly_given_are_listed() {
    let baseline = Rights { privileges: PrivilegeSet::of(&[Privilege::OrdersPlace]), ..Rights::default() };
    let mut draft = draft(owner(), baseline);
    let _ = draft.set_privilege(Privilege::AccountEdit, true);
    let _ = draft.set_privilege(Privilege::TicketsOpen, true);
    let _ = draft.set_operation(Row::One(service(WEB)), Operation::Rebuild, true);
    let place = Place::Service { id: service(WEB), name: Some("web-01".to_owned()) };
    let expected =
        vec![(Right::Privilege(Privilege::AccountEdit), Place::Account), (Right::Operation(Operation::Rebuild), place)];
    assert_eq!(draft.newly_sensitive(), expected);
}
