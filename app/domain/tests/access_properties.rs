//! What must hold of every decision, in generated worlds, against a reference that is written another way: it keeps
//! rights as plain sets of names and asks the definitions of PRODUCT 4 one by one.

use domain::access::{
    Actor, ContactAction, Credentials, DomainTarget, Edit, HoldingAction, RightsAction, ServiceTarget, SignInEdit,
    Standing, Target, Viewing, sees_service,
};
use domain::id::{AccountId, ContactId, DomainId, PersonId, RoleId, ServiceId};
use domain::operation::{DomainOperation, DomainOperationSet, Operation, OperationSet};
use domain::privilege::{IMPLIED, Privilege, PrivilegeSet};
use domain::right::{Place, Right};
use domain::rights::{Held, Rights, Source};
use domain::role::{OwnRole, Role, RoleSet};
use domain::status::AccountStatus;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

const SERVICES: u128 = 3;

fn service(n: u128) -> ServiceId {
    ServiceId::new(Uuid::from_u128(100 + n))
}

const DOMAINS: u128 = 3;

fn domain(n: u128) -> DomainId {
    DomainId::new(Uuid::from_u128(300 + n))
}

fn domain_operations() -> impl Strategy<Value = DomainOperationSet> {
    prop::collection::vec(prop::sample::select(DomainOperation::ALL), 0..3).prop_map(|list| list.into_iter().collect())
}

fn privileges() -> impl Strategy<Value = PrivilegeSet> {
    prop::collection::vec(prop::sample::select(Privilege::ALL), 0..12).prop_map(|list| list.into_iter().collect())
}

fn operations() -> impl Strategy<Value = OperationSet> {
    prop::collection::vec(prop::sample::select(Operation::ALL), 0..4).prop_map(|list| list.into_iter().collect())
}

fn roles() -> impl Strategy<Value = RoleSet> {
    prop::collection::vec(prop::sample::select(&Role::ALL[..]), 0..3).prop_map(|list| list.into_iter().collect())
}

/// Up to two roles of the account. One may give something else than at another time.
fn own_roles() -> impl Strategy<Value = BTreeMap<RoleId, OwnRole>> {
    let sets = (privileges(), operations(), domain_operations());
    let role = sets.prop_map(|(privileges, operations, domain_operations)| OwnRole {
        name: "Own".to_owned(),
        privileges,
        operations,
        domain_operations,
    });
    let id = (200..203_u128).prop_map(|n| RoleId::new(Uuid::from_u128(n)));
    prop::collection::btree_map(id, role, 0..3)
}

fn rights() -> impl Strategy<Value = Rights> {
    let each = prop::collection::vec(operations(), SERVICES as usize);
    let each_domain = prop::collection::vec(domain_operations(), DOMAINS as usize);
    let on_domains = (domain_operations(), domain_operations(), each_domain);
    (roles(), own_roles(), privileges(), operations(), operations(), each, on_domains).prop_map(
        |(roles, own_roles, privileges, all_services, new_services, each, (all_domains, new_domains, each_domain))| {
            Rights {
                all_domains,
                new_domains,
                domains: each_domain.into_iter().enumerate().map(|(n, set)| (domain(n as u128), set)).collect(),
                roles,
                own_roles,
                privileges,
                all_services,
                new_services,
                services: each.into_iter().enumerate().map(|(n, set)| (service(n as u128), set)).collect(),
                template: None,
                until: Vec::new(),
            }
        },
    )
}

fn standing(rights: &Rights, hand_out: RoleSet, contact: u128) -> Standing {
    Standing {
        account: AccountId::new(Uuid::from_u128(1)),
        status: AccountStatus::Active,
        contact: ContactId::new(Uuid::from_u128(contact)),
        owner: None,
        effective: rights.effective(),
        hand_out,
        viewing: Viewing::Off,
    }
}

fn actor(standing: Standing) -> Actor {
    Actor::new(PersonId::new(Uuid::from_u128(9)), standing)
}

/// The naive reference: every right by name, "key" for privileges, "key@service" for operations and "key@@domain" for
/// those on domains.
fn names(rights: &Rights) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let operation = |names: &mut BTreeSet<String>, operation: Operation, place: u128| {
        names.insert(format!("{}@{place}", operation.key()));
        if operation == Operation::Console {
            names.insert(format!("{}@{place}", Operation::ConsoleView.key()));
        }
    };
    let mut on_all: Vec<Operation> = rights.all_services.iter().collect();
    let mut on_all_domains: Vec<DomainOperation> = rights.all_domains.iter().collect();
    names.extend(rights.privileges.iter().map(|privilege| privilege.key().to_owned()));
    for role in rights.roles.iter() {
        names.extend(role.privileges().iter().map(|privilege| privilege.key().to_owned()));
        on_all.extend(role.operations().iter());
        on_all_domains.extend(role.domain_operations().iter());
    }
    for role in rights.own_roles.values() {
        names.extend(role.privileges.iter().map(|privilege| privilege.key().to_owned()));
        on_all.extend(role.operations.iter());
        on_all_domains.extend(role.domain_operations.iter());
    }
    for each in on_all {
        for place in 0..=SERVICES {
            operation(&mut names, each, place);
        }
        let shown = if each == Operation::Renew { "services.view_expiring" } else { "services.view" };
        names.insert(shown.to_owned());
    }
    for place in 0..SERVICES {
        for each in rights.services.get(&service(place)).into_iter().flat_map(|set| set.iter()) {
            operation(&mut names, each, place);
        }
    }
    for each in on_all_domains {
        names.extend((0..=DOMAINS).map(|place| format!("{}@@{place}", each.key())));
        names.insert("domains.view".to_owned());
    }
    for place in 0..DOMAINS {
        let held = rights.domains.get(&domain(place)).into_iter().flat_map(|set| set.iter());
        names.extend(held.map(|each| format!("{}@@{place}", each.key())));
    }
    loop {
        let implied: Vec<String> = IMPLIED
            .iter()
            .filter(|(holds, implies)| names.contains(holds.key()) && !names.contains(implies.key()))
            .map(|(_, implies)| implies.key().to_owned())
            .collect();
        if implied.is_empty() {
            return names;
        }
        names.extend(implied);
    }
}

/// The names of what `new_services` gives, which are nowhere yet.
fn arriving(rights: &Rights) -> BTreeSet<String> {
    let services = rights.new_services.closed().iter().map(|operation| operation.key().to_owned()).collect::<Vec<_>>();
    services.into_iter().chain(rights.new_domains.iter().map(|operation| operation.key().to_owned())).collect()
}

/// The names of the rights that `source` gives.
fn given_by(list: &[Held], source: impl Fn(&Source) -> bool) -> BTreeSet<String> {
    let given = list.iter().filter(|held| held.origins.iter().any(|origin| source(&origin.source)));
    let names = given.flat_map(|held| match (held.right, &held.place) {
        (Right::Operation(operation), Place::AllServices) => {
            (0..=SERVICES).map(|place| format!("{}@{place}", operation.key())).collect::<Vec<_>>()
        }
        (Right::DomainOperation(operation), Place::AllDomains) => {
            (0..=DOMAINS).map(|place| format!("{}@@{place}", operation.key())).collect::<Vec<_>>()
        }
        (right, Place::Domain { id, .. }) => vec![format!("{}@@{}", right.key(), id.uuid().as_u128() - 300)],
        (right, Place::Service { id, .. }) => vec![format!("{}@{}", right.key(), id.uuid().as_u128() - 100)],
        // They are nowhere yet.
        (_, Place::NewServices | Place::NewDomains) => Vec::new(),
        (right, _) => vec![right.key()],
    });
    names.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn effective_is_what_the_reference_says(rights in rights()) {
        let (effective, names) = (rights.effective(), names(&rights));
        for privilege in Privilege::ALL {
            prop_assert_eq!(effective.has(*privilege), names.contains(privilege.key()), "{}", privilege);
        }
        for place in 0..SERVICES {
            for operation in Operation::ALL {
                let held = effective.operations_on(service(place)).contains(*operation);
                prop_assert_eq!(held, names.contains(&format!("{}@{place}", operation.key())), "{}", operation);
            }
        }
        let actor = actor(standing(&rights, RoleSet::all(), 1));
        for place in 0..=DOMAINS {
            let target = DomainTarget { id: domain(place) };
            for operation in DomainOperation::ALL {
                let held = actor.check(HoldingAction::OperateDomain(target, *operation)).is_ok();
                prop_assert_eq!(held, names.contains(&format!("{}@@{place}", operation.key())), "{}", operation);
            }
        }
    }

    #[test]
    fn what_gives_each_right_comes_to_all_of_them(rights in rights()) {
        let list = rights.origins(None);
        prop_assert!(list.iter().all(|held| !held.origins.is_empty()), "from nowhere: {:?}", list);
        prop_assert_eq!(given_by(&list, |_| true), names(&rights));
        prop_assert_eq!(given_by(&list, |source| *source == Source::Hand), names(&rights.ticks()));
        for role in rights.roles.iter() {
            let alone = Rights { roles: [role].into_iter().collect(), ..Rights::default() };
            prop_assert_eq!(given_by(&list, |source| *source == Source::Role(role)), names(&alone));
        }
    }

    #[test]
    fn nobody_gives_what_they_may_not(
        mine in rights(), from in rights(), to in rights(), hand_out in roles()
    ) {
        let manager = Rights { privileges: mine.privileges.union(PrivilegeSet::of(&[Privilege::ContactsManage])), ..mine };
        let actor = actor(standing(&manager, hand_out, 1));
        let target = Target {
            contact: ContactId::new(Uuid::from_u128(2)), owner: None, rights: &from, credentials: Credentials::Own,
        };
        let answer = actor.check(ContactAction::Edit(target, Edit { rights: &to, sign_in: SignInEdit::Keep }));
        // What the target ends up with comes from what it had, what the actor holds, and roles handed out.
        let handed: RoleSet = to.roles.iter().filter(|role| hand_out.contains(*role)).collect();
        let mut source = names(&from);
        source.extend(names(&manager));
        source.extend(names(&Rights { roles: handed, ..Rights::default() }));
        // Roles together with what the target had imply nothing more: every implication has one premise.
        if answer.is_ok() {
            prop_assert!(names(&to).is_subset(&source), "given beyond: {:?}", names(&to).difference(&source));
        } else {
            let everything = names(&to).is_subset(&{
                let mut within = names(&from);
                within.extend(names(&manager));
                within
            }) && to.roles.iter().all(|role| from.roles.contains(role))
                && to.own_roles.keys().all(|role| from.own_roles.contains_key(role)) && arriving(&to).is_subset(&arriving(&from));
            prop_assert!(!everything, "refused what the actor holds: {:?}", answer);
        }
    }

    #[test]
    fn nobody_puts_into_a_role_what_they_do_not_hold(
        mine in rights(), before in own_roles(), after in own_roles()
    ) {
        let manager = Rights { privileges: mine.privileges.union(PrivilegeSet::of(&[Privilege::ContactsManage])), ..mine };
        let actor = actor(standing(&manager, RoleSet::all(), 1));
        let one = |roles: BTreeMap<_, OwnRole>| roles.into_values().next().unwrap_or_default();
        let (before, after) = (one(before), one(after));
        let gives = |role: &OwnRole| {
            let own_roles = [(RoleId::new(Uuid::from_u128(200)), role.clone())].into();
            names(&Rights { own_roles, ..Rights::default() })
        };
        let mut source = gives(&before);
        source.extend(names(&manager));
        if actor.check(RightsAction::ChangeRole(&before, &after)).is_ok() {
            prop_assert!(gives(&after).is_subset(&source), "{:?}", gives(&after).difference(&source));
        } else {
            prop_assert!(!gives(&after).is_subset(&names(&manager)), "refused what the actor holds");
        }
        // One that is made gave nothing before: all of it is new.
        let made = actor.check(RightsAction::ChangeRole(&OwnRole::default(), &after)).is_ok();
        prop_assert_eq!(made, gives(&after).is_subset(&names(&manager)));
        // Nor did one under another name.
        let renamed = OwnRole { name: "Another".to_owned(), ..after.clone() };
        prop_assert_eq!(actor.check(RightsAction::ChangeRole(&after, &renamed)).is_ok(), made);
    }

    #[test]
    fn a_role_made_of_somebody_s_rights_gives_no_more_than_they_hold(theirs in rights()) {
        let own_roles = [(RoleId::new(Uuid::from_u128(200)), theirs.to_role())].into();
        let given = Rights { own_roles, ..Rights::default() };
        prop_assert!(names(&given).is_subset(&names(&theirs)));
    }

    #[test]
    fn taking_a_grant_away_never_adds_a_right(rights in rights(), privilege in prop::sample::select(Privilege::ALL)) {
        let mut less = rights.clone();
        less.privileges.remove(privilege);
        less.services.remove(&service(0));
        less.domains.remove(&domain(0));
        less.all_domains = DomainOperationSet::EMPTY;
        prop_assert!(names(&less).is_subset(&names(&rights)));
        prop_assert!(less.effective().is_within(&rights.effective()));
    }

    #[test]
    fn a_view_is_never_of_somebody_stronger(mine in rights(), theirs in rights()) {
        let viewer = Rights { privileges: mine.privileges.union(PrivilegeSet::of(&[Privilege::ContactsLoginAs])), ..mine };
        let actor = actor(standing(&viewer, RoleSet::all(), 1));
        let target = Target {
            contact: ContactId::new(Uuid::from_u128(2)), owner: None, rights: &theirs, credentials: Credentials::Own,
        };
        let allowed = actor.check(ContactAction::ViewAs(target)).is_ok();
        prop_assert_eq!(allowed, names(&theirs).is_subset(&names(&viewer)));
    }

    #[test]
    fn nobody_redirects_the_mails_of_somebody_stronger(mine in rights(), theirs in rights()) {
        let manager = Rights { privileges: mine.privileges.union(PrivilegeSet::of(&[Privilege::ContactsManage])), ..mine };
        let actor = actor(standing(&manager, RoleSet::all(), 1));
        let target = Target {
            contact: ContactId::new(Uuid::from_u128(2)), owner: None, rights: &theirs, credentials: Credentials::None,
        };
        let edit = Edit { rights: &theirs, sign_in: SignInEdit::Readdress };
        let allowed = actor.check(ContactAction::Edit(target, edit)).is_ok();
        prop_assert_eq!(allowed, names(&theirs).is_subset(&names(&manager)));
    }

    #[test]
    fn the_list_is_what_the_check_lets_through(rights in rights(), expiring in any::<bool>()) {
        let effective = rights.effective();
        let actor = actor(standing(&rights, RoleSet::all(), 1));
        for place in 0..=SERVICES {
            let target = ServiceTarget { id: service(place), expiring };
            let check = actor.check(HoldingAction::SeeService(target)).is_ok();
            prop_assert_eq!(check, sees_service(&effective, target));
        }
    }

    #[test]
    fn a_domain_is_seen_by_whoever_sees_all_or_may_do_something_on_it(rights in rights()) {
        let (effective, names) = (rights.effective(), names(&rights));
        let actor = actor(standing(&rights, RoleSet::all(), 1));
        let sees = |place: u128| {
            names.contains("domains.view") || names.iter().any(|name| name.ends_with(&format!("@@{place}")))
        };
        for place in 0..=DOMAINS {
            let check = actor.check(HoldingAction::SeeDomain(DomainTarget { id: domain(place) })).is_ok();
            prop_assert_eq!((check, effective.sees_domain(domain(place))), (sees(place), sees(place)));
        }
        let opens = actor.check(HoldingAction::SeeDomains).is_ok();
        prop_assert_eq!(opens, (0..=DOMAINS).any(sees));
    }

    #[test]
    fn rights_are_read_as_they_were_written(rights in rights()) {
        let text = serde_json::to_string(&rights).expect("text");
        prop_assert_eq!(serde_json::from_str::<Rights>(&text).expect("rights"), rights);
    }

    /// As they were written when what is done on domains were privileges: nobody gains or loses anything.
    #[test]
    fn rights_from_before_come_to_the_same(rights in rights()) {
        let rights = Rights { new_domains: DomainOperationSet::EMPTY, domains: BTreeMap::new(), ..rights };
        let mut text = serde_json::to_value(&rights).expect("a value");
        let former = |given: &mut serde_json::Value, on_domains: &str| {
            let given = given.as_object_mut().expect("an object");
            let moved = given.remove(on_domains).and_then(|keys| keys.as_array().cloned()).unwrap_or_default();
            given["privileges"].as_array_mut().expect("a list").extend(moved);
        };
        former(&mut text, "all_domains");
        for role in text.get_mut("own_roles").and_then(|roles| roles.as_object_mut()).into_iter().flat_map(|it| it.values_mut()) {
            former(role, "domain_operations");
        }
        let read: Rights = serde_json::from_value(text).expect("rights");
        prop_assert_eq!(names(&read), names(&rights));
        prop_assert_eq!(read, rights);
    }

    #[test]
    fn to_oneself_only_listed_roles(
        mine in rights(), other in rights(), same_singles in any::<bool>(), hand_out in roles()
    ) {
        let manager = Rights { privileges: mine.privileges.union(PrivilegeSet::of(&[Privilege::ContactsManage])), ..mine };
        let to = if same_singles { Rights { roles: other.roles, ..manager.clone() } } else { other };
        let actor = actor(standing(&manager, hand_out, 1));
        let target = Target {
            contact: ContactId::new(Uuid::from_u128(1)), owner: None, rights: &manager, credentials: Credentials::Own,
        };
        let answer = actor.check(ContactAction::Edit(target, Edit { rights: &to, sign_in: SignInEdit::Keep }));
        let singles_same = to.privileges == manager.privileges && to.all_services == manager.all_services
            && to.new_services == manager.new_services && to.services == manager.services
            && to.all_domains == manager.all_domains && to.new_domains == manager.new_domains && to.domains == manager.domains
            && to.own_roles == manager.own_roles;
        let roles_listed = Role::ALL.into_iter()
            .filter(|role| to.roles.contains(*role) != manager.roles.contains(*role))
            .all(|role| hand_out.contains(role));
        prop_assert_eq!(answer.is_ok(), singles_same && roles_listed);
    }
}
