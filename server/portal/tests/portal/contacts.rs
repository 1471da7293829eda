//! Contacts: adding them, and what must never happen to them.

use crate::support::acts::{Act, Scene};
use crate::support::behind::Rows;
use crate::support::contacts::{account, add_service, colleague, form, on, run_command, submission, with_login};
use crate::support::{START, World, for_each_database, for_each_database_with, secret, visitor};
use async_trait::async_trait;
use domain::access::Denied;
use domain::acting::Acting;
use domain::audit::ActivityQuery;
use domain::caller::Caller;
use domain::contact::{BulkCommand, BulkVerb, BulkWith, ContactFilter, ContactQuery, ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, ServiceId};
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::ContactProblem;
use domain::problem::PersonProblem;
use domain::provider::WayToAdd;
use domain::right::Right;
use domain::role::Role;
use domain::service::{ServiceQuery, ServiceSearch};
use domain::status::ContactStatus;
use domain::template::Template;
use uuid::Uuid;

#[test]
fn a_contact_is_added_with_details_rights_and_services_at_once() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let web_01 = add_service(&world, acting.account, 901, "web-01", "vps").await;
        let change = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::TicketsOpen]),
            services: [(web_01, OperationSet::of(&[Operation::Power]))].into(),
            notify: true,
            ..with_login("Tina", "tina@example.com", &[])
        };
        let (id, tina) = colleague(&world, acting, &owner, change).await;
        let page = world.portal().ports.contacts.read(&owner, acting, id).await.expect("the owner sees it");
        assert_eq!((page.row.name.as_str(), page.row.status), ("Tina Example", ContactStatus::Active));
        assert_eq!(page.now.rights.services.get(&web_01), Some(&OperationSet::of(&[Operation::Power])));
        let view = world.portal().ports.accounts.open(&tina, acting).await.expect("tina is on the account");
        let held = view.actor.standing.effective;
        assert!(held.has(Privilege::TicketsViewOwn) && !held.has(Privilege::ServicesView));
        let query = ServiceQuery::default();
        let page = world.portal().ports.holdings.services(&tina, acting, query).await.expect("tina sees web-01");
        let services = page.rows;
        assert_eq!(services.iter().map(|service| service.name.as_str()).collect::<Vec<_>>(), ["web-01"]);
        assert!(world.outbox().await.iter().any(|mail| mail.to == "tina@example.com"), "S0.10");
    });
}

#[test]
fn a_submission_sent_twice_adds_one_contact() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let change = form("Tina", "tina@example.com");
        let contacts = &world.portal().ports.contacts;
        let first = contacts.save(&owner, acting, change.clone()).await;
        assert_eq!(contacts.save(&owner, acting, change.clone()).await, first);
        let (one, two) = tokio::join!(
            contacts.save(&owner, acting, SaveContact { email: "b@example.com".into(), ..form("B", "") }),
            contacts.save(&owner, acting, change),
        );
        assert!(one.is_ok());
        assert_eq!(two, first);
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE first_name = 'Tina'").await, 1);
    });
}

#[test]
fn every_problem_is_named_at_its_field_and_nothing_is_written() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let change = SaveContact {
            first_name: "a\u{202e}b".into(),
            last_name: String::new(),
            email: "not an address".into(),
            phone: "call me".into(),
            login: true,
            services: [(ServiceId::new(Uuid::from_u128(5)), OperationSet::of(&[Operation::Power]))].into(),
            ..form("", "")
        };
        let answer = world.portal().ports.contacts.save(&owner, acting, change).await;
        let Err(PortalError::Invalid { fields }) = answer else { panic!("{answer:?}") };
        let mut named: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
        named.sort_unstable();
        assert_eq!(named, ["email", "first_name", "last_name", "password", "phone", "services"]);
        assert_eq!(world.count(Rows::Contacts).await, 1);
        let mut weak = with_login("Tina", "tina@example.com", &[]);
        weak.password = secret("tina example tina");
        let answer = world.portal().ports.contacts.save(&owner, acting, weak).await;
        assert_eq!(answer, Err(PortalError::invalid("password", PersonProblem::GuessablePassword)));
    });
}

#[test]
fn a_second_contact_with_the_address_is_refused_and_names_the_first() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let first = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        let again = contacts.save(&owner, acting, form("Other", " TINA@Example.COM. ")).await;
        let taken = ContactProblem::TakenBy { contact: first, name: "Tina Example".to_owned() };
        assert_eq!(again, Err(PortalError::invalid("email", taken)));
    });
}

#[test]
fn nobody_gives_more_than_they_may() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let contacts = &world.portal().ports.contacts;
        let role = SaveContact { roles: [Role::Technical].into_iter().collect(), ..form("A", "a@example.com") };
        let id = contacts.save(&manager, acting, role).await.expect("roles of the list are theirs to give (S1.7)");
        let single =
            SaveContact { privileges: PrivilegeSet::of(&[Privilege::BillingPay]), ..form("B", "b@example.com") };
        let beyond = vec![Right::Privilege(Privilege::BillingView), Right::Privilege(Privilege::BillingPay)];
        let refused = Err(PortalError::Denied { why: Denied::BeyondGrant(beyond) });
        assert_eq!(contacts.save(&manager, acting, single.clone()).await, refused);
        let template = SaveContact {
            template: "full_access".into(),
            applied: "full_access".into(),
            privileges: PrivilegeSet::all(),
            ..form("C", "c@example.com")
        };
        assert!(matches!(contacts.save(&manager, acting, template).await, Err(PortalError::Denied { .. })));
        let edit = SaveContact { contact: Some(id), version: 1, ..single };
        assert_eq!(
            contacts.save(&manager, acting, SaveContact { email: "a@example.com".into(), ..edit }).await,
            refused
        );
        assert_eq!(world.number("SELECT COUNT(*) FROM grants WHERE kind = 'privilege'").await, 0);
    });
}

#[test]
fn the_provider_s_own_templates_have_their_names_everywhere() {
    let night_shift = Template {
        key: "night_shift".to_owned(),
        name: Some("Night shift".to_owned()),
        privileges: PrivilegeSet::of(&[Privilege::TicketsOpen]),
        ..Template::default()
    };
    let with_template = |config: &mut portal::Config| config.templates = vec![night_shift.clone()];
    for_each_database_with(with_template, async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let view = ports.accounts.open(&owner, acting).await.expect("the owner enters");
        assert_eq!(view.own_templates.first(), Some(&night_shift), "for the filter");
        let change = SaveContact {
            template: "night_shift".to_owned(),
            applied: "night_shift".to_owned(),
            privileges: night_shift.privileges,
            ..form("Nora", "nora@example.com")
        };
        let id = ports.contacts.save(&owner, acting, change).await.expect("added");
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        let page = ports.contacts.read(&owner, acting, id).await.expect("its page stays");
        let template = page.restorable.expect("within the window").access.template.expect("it began with one");
        assert_eq!(template.name.as_deref(), Some("Night shift"));
    });
}

#[test]
fn another_account_and_no_account_look_alike() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let other = world.account_of("other@example.com").await;
        let stranger = world.signed_in("other@example.com", START).await;
        let contacts = &world.portal().ports.contacts;
        let id = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        let nowhere = on(AccountId::new(Uuid::from_u128(12345)));
        for place in [acting, nowhere] {
            assert_eq!(contacts.list(&stranger, place, ContactQuery::default()).await, Err(PortalError::NotFound));
            assert_eq!(contacts.read(&stranger, place, id).await, Err(PortalError::NotFound));
            assert_eq!(contacts.save(&stranger, place, form("X", "x@example.com")).await, Err(PortalError::NotFound));
            assert_eq!(
                run_command(&world, &stranger, place, id, ContactVerb::Delete).await,
                Err(PortalError::NotFound)
            );
        }
        // The id of another account's contact, brought into one's own (T11).
        let own = on(other);
        assert_eq!(contacts.read(&stranger, own, id).await, Err(PortalError::NotFound));
        assert_eq!(run_command(&world, &stranger, own, id, ContactVerb::Delete).await, Err(PortalError::NotFound));
        let edit = SaveContact { contact: Some(id), version: 1, ..form("X", "x@example.com") };
        assert_eq!(contacts.save(&stranger, own, edit).await, Err(PortalError::NotFound));
        let bulk = BulkCommand {
            submission: submission(),
            to: BulkVerb::Delete,
            with: BulkWith::default(),
            contacts: vec![id],
            everything: false,
            filter: ContactFilter::default(),
        };
        assert_eq!(contacts.run_bulk_command(&stranger, own, bulk).await, Err(PortalError::NotFound));
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE state = 'deleted'").await, 0);
    });
}

#[test]
fn every_change_is_one_audit_row_of_an_unbroken_chain() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let rows = async || world.number("SELECT COUNT(*) FROM audit WHERE chain <> ''").await;
        let before = rows().await;
        let id = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        run_command(&world, &owner, acting, id, ContactVerb::Delete).await.expect("deleted");
        run_command(&world, &owner, acting, id, ContactVerb::Restore).await.expect("restored");
        let _ = run_command(&world, &owner, acting, id, ContactVerb::Restore).await.expect_err("it is back already");
        assert_eq!(rows().await, before + 3);
        assert_eq!(world.first_bad_audit_row(Some(acting.account)).await, None);
        let log = world
            .portal()
            .ports
            .accounts
            .activity(&owner, acting, ActivityQuery::default())
            .await
            .expect("the owner reads it")
            .rows;
        assert_eq!(log[0].by.name(), "Olivia Owner");
        world.tamper_with_audit(acting.account, before + 2).await;
        assert_eq!(world.first_bad_audit_row(Some(acting.account)).await, Some(before + 2));
    });
}

#[test]
fn a_revoked_right_does_nothing_after_the_revocation_is_acknowledged() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        for round in 0..20 {
            let contacts = &world.portal().ports.contacts;
            let act = contacts.save(&manager, acting, form("X", &format!("x{round}@example.com")));
            let revoke = run_command(&world, &owner, acting, id, ContactVerb::Suspend);
            let (acted, revoked) = tokio::join!(act, revoke);
            revoked.expect("the owner may");
            assert!(matches!(acted, Ok(_) | Err(PortalError::NotFound)), "{acted:?}");
            let late = contacts.save(&manager, acting, form("Y", &format!("y{round}@example.com"))).await;
            assert_eq!(late, Err(PortalError::NotFound));
            run_command(&world, &owner, acting, id, ContactVerb::Reactivate).await.expect("again");
        }
    });
}

#[test]
fn nobody_is_on_an_account_without_signing_in() {
    for_each_database(async |world| {
        let (acting, _) = account(&world).await;
        let nobody = visitor(START);
        let ports = &world.portal().ports;
        assert_eq!(
            ports.contacts.list(&nobody, acting, ContactQuery::default()).await,
            Err(PortalError::SignInRequired)
        );
        assert_eq!(ports.contacts.save(&nobody, acting, form("X", "x@y.zz")).await, Err(PortalError::SignInRequired));
    });
}

#[test]
fn nobody_is_added_where_the_provider_has_people_invited() {
    for_each_database(async |mut world| {
        let (acting, owner) = account(&world).await;
        let id = world.portal().ports.contacts.save(&owner, acting, form("Tina", "tina@example.com")).await;
        let id = id.expect("added");
        world.restart(|config| config.provider.ways_to_add = vec![WayToAdd::InviteUser]).await;
        let contacts = &world.portal().ports.contacts;
        assert_eq!(contacts.form(&owner, acting, None).await, Err(PortalError::NotFound));
        let added = contacts.save(&owner, acting, form("Theo", "theo@example.com")).await;
        assert_eq!(added, Err(PortalError::NotFound));
        assert_eq!(world.count(Rows::Contacts).await, 2);
        contacts.form(&owner, acting, Some(id)).await.expect("whoever is there is edited");
        let edited = SaveContact { contact: Some(id), version: 1, ..form("Tilda", "tina@example.com") };
        contacts.save(&owner, acting, edited).await.expect("and saved");
    });
}

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![Box::new(Adding), Box::new(Editing)]
}

#[derive(Debug)]
struct Adding;

#[async_trait(?Send)]
impl Act for Adding {
    fn use_case(&self) -> &'static str {
        "Contacts::save"
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, number: usize) -> Result<(), PortalError> {
        let typed = form("New", &format!("new{number}@example.com"));
        scene.ports().contacts.save(&scene.manager, scene.acting, typed).await.map(drop)
    }
}

#[derive(Debug)]
struct Editing;

#[async_trait(?Send)]
impl Act for Editing {
    fn use_case(&self) -> &'static str {
        "Contacts::save"
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, number: usize) -> Result<(), PortalError> {
        let version = scene.version(victim).await;
        let typed = SaveContact { contact: Some(victim), version, ..form(&format!("Edited{number}"), "") };
        scene.ports().contacts.save(&scene.manager, scene.acting, typed).await.map(drop)
    }
}

/// For `limits.rs`: everything here that names a contact, and each answer.
pub async fn named(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> Vec<Result<(), PortalError>> {
    let contacts = &world.portal().ports.contacts;
    let edit = SaveContact { contact: Some(contact), version: 1, ..form("X", "x@example.com") };
    vec![
        contacts.read(who, acting, contact).await.map(drop),
        contacts.history(who, acting, contact, String::new()).await.map(drop),
        contacts.form(who, acting, Some(contact)).await.map(drop),
        contacts.services(who, acting, Some(contact), ServiceSearch::default()).await.map(drop),
        contacts.save(who, acting, edit).await.map(drop),
    ]
}
