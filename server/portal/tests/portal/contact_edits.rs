//! Editing contacts: who may, what counts as a change, and what two editors do to each other.

use crate::support::contacts::{OWNER, account, add_service, colleague, form, run_command, submission, with_login};
use crate::support::{START, for_each_database, secret};
use domain::access::Denied;
use domain::change::ContactChange;
use domain::contact::{ContactCommand, ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;

#[test]
fn owners_are_told_of_rights_that_somebody_else_changed() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let before = world.outbox().await.len();
        let contacts = &world.portal().ports.contacts;
        let role = SaveContact { roles: [Role::Technical].into_iter().collect(), ..form("A", "a@example.com") };
        contacts.save(&manager, acting, role).await.expect("added");
        world.send_digests(START).await;
        let mails = world.outbox().await;
        assert_eq!(mails.len(), before + 1);
        assert_eq!(mails[0].to, OWNER);
        assert!(mails[0].text.contains("Technical") && mails[0].text.contains("Max Example"), "{}", mails[0].text);
    });
}

#[test]
fn owners_are_reduced_by_nobody() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let view = world.portal().ports.accounts.open(&owner, acting).await.expect("the owner is on it");
        let id = view.actor.standing.contact;
        for caller in [&owner, &manager] {
            for to in [ContactVerb::Suspend, ContactVerb::Delete, ContactVerb::SendReset] {
                let answer = run_command(&world, caller, acting, id, to).await;
                assert_eq!(answer, Err(PortalError::Denied { why: Denied::OwnerProtected }), "{to:?}");
            }
            let change = SaveContact { contact: Some(id), version: 1, ..form("Olivia", OWNER) };
            let answer = world.portal().ports.contacts.save(caller, acting, change).await;
            assert_eq!(answer, Err(PortalError::Denied { why: Denied::OwnerProtected }));
        }
    });
}

#[test]
fn two_editors_conflict_and_the_second_sees_what_changed() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let id = contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        let edit = |first: &str, privileges: &[Privilege]| SaveContact {
            contact: Some(id),
            version: 1,
            privileges: PrivilegeSet::of(privileges),
            ..form(first, "tina@example.com")
        };
        contacts.save(&owner, acting, edit("Tina", &[Privilege::BillingView])).await.expect("the first edit");
        let second = contacts.save(&owner, acting, edit("Christina", &[])).await;
        let Err(PortalError::Conflict { by, changed, wanted }) = second else { panic!("{second:?}") };
        let renamed = ContactChange::Detail { field: "first_name".to_owned(), now: "Christina".to_owned() };
        assert_eq!(wanted, [renamed.into()], "beside what the form began with");
        assert_eq!(by.as_ref().map(domain::by::By::name), Some("Olivia Owner"));
        assert_eq!(changed.len(), 1);
        let page = contacts.read(&owner, acting, id).await.expect("it is there");
        assert_eq!(page.row.name, "Tina Example");
        assert!(page.now.rights.privileges.contains(Privilege::BillingView));
        assert_eq!(page.history.rows.len(), 2);
    });
}

#[test]
fn one_s_own_page_has_neither_the_note_about_one_nor_services_one_was_not_given() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let web_01 = add_service(&world, acting.account, 901, "web-01", "vps").await;
        add_service(&world, acting.account, 902, "web-02", "vps").await;
        let given = SaveContact {
            note: "pays late".to_owned(),
            services: [(web_01, OperationSet::of(&[Operation::Power]))].into(),
            ..with_login("Tina", "tina@example.com", &[])
        };
        let (id, tina) = colleague(&world, acting, &owner, given.clone()).await;
        let version = contacts.read(&owner, acting, id).await.expect("her page").version;
        let noted = SaveContact {
            submission: Some(submission()),
            contact: Some(id),
            version,
            note: "pays late, and loudly".to_owned(),
            login: false,
            password: secret(""),
            ..given
        };
        contacts.save(&owner, acting, noted).await.expect("noted");
        let hers = contacts.read(&tina, acting, id).await.expect("one sees oneself");
        assert!(!format!("{hers:?}").contains("pays late"), "{hers:?}");
        assert_eq!(hers.services.iter().map(|service| service.id).collect::<Vec<_>>(), [web_01]);
        let theirs = contacts.read(&owner, acting, id).await.expect("the owner reads it");
        assert_eq!(theirs.now.details.note, "pays late, and loudly");
    });
}

#[test]
fn a_form_that_changes_nothing_is_no_change() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, max) = colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let contacts = &world.portal().ports.contacts;
        let version = contacts.read(&max, acting, id).await.expect("his page").version;
        let mails = world.outbox().await.len();
        let same = |template: &str| SaveContact {
            contact: Some(id),
            version,
            roles: [Role::Manager].into_iter().collect(),
            template: template.to_owned(),
            applied: template.to_owned(),
            ..form("Max", "max@example.com")
        };
        contacts.save(&max, acting, same("none")).await.expect("the form as it was shown");
        assert_eq!(contacts.read(&max, acting, id).await.expect("his page").version, version);
        world.send_digests(START).await;
        assert_eq!(world.outbox().await.len(), mails, "nobody is told of nothing");
        let label = contacts.save(&max, acting, same("full_access")).await;
        assert_eq!(label, Err(PortalError::Denied { why: Denied::NotToOneself }), "no template to oneself");
    });
}

#[test]
fn a_submission_is_not_the_answer_to_something_else() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let change = form("Tina", "tina@example.com");
        let id = contacts.save(&owner, acting, change.clone()).await.expect("added");
        let elsewhere = ContactCommand {
            submission: change.submission.expect("it has one"),
            contact: id,
            to: ContactVerb::Suspend,
        };
        assert_eq!(contacts.run_command(&owner, acting, elsewhere).await, Err(PortalError::Malformed));
    });
}
