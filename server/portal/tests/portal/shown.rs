//! What readers are shown of changes, notes and services that are not all theirs to see (SECURITY T10).

use crate::asking::ask;
use crate::support::contacts::{account, add_service, colleague, form, look_at, submission, with_login};
use crate::support::invitations::{decline, invite, token_for};
use crate::support::owners::change_owner;
use crate::support::{START, World, for_each_database};
use domain::asking::{DecideAccess, Decision, Duration, RequestsQuery};
use domain::audit::{ActivityQuery, Change, FactKind, InvitationFactKind};
use domain::by::By;
use domain::caller::Caller;
use domain::contact::SaveContact;
use domain::error::PortalError;
use domain::id::{ContactId, ServiceId};
use domain::operation::{Operation, OperationSet};
use domain::ownership::OwnerChange;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;

#[test]
fn the_log_and_others_pages_tell_no_more_than_the_reader_may_see() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (ports, contacts) = (&world.portal().ports, contacts_of(&world));
        let db_01 = add_service(&world, acting.account, 901, "db-01", "vps").await;
        let noted = async |contact: ContactId, note: &str, change: SaveContact| {
            let version = contacts.read(&owner, acting, contact).await.expect("shown").version;
            let change = SaveContact { contact: Some(contact), version, note: note.to_owned(), ..change };
            contacts.save(&owner, acting, change).await.expect("noted");
        };
        let may = |privileges: &[Privilege], change: SaveContact| SaveContact {
            privileges: PrivilegeSet::of(privileges),
            ..change
        };
        let reads_the_log = [Privilege::AuditView];
        let lou = may(&reads_the_log, with_login("Lou", "lou@example.com", &[]));
        let (lou, as_lou) = colleague(&world, acting, &owner, lou).await;
        noted(lou, "do not trust Lou", may(&reads_the_log, form("Lou", "lou@example.com"))).await;
        let sees_contacts = [Privilege::AuditView, Privilege::ContactsView];
        let vera = may(&sees_contacts, with_login("Vera", "vera@example.com", &[]));
        let (vera, as_vera) = colleague(&world, acting, &owner, vera).await;
        noted(vera, "Vera talks", may(&sees_contacts, form("Vera", "vera@example.com"))).await;
        let otto = contacts.save(&owner, acting, form("Otto", "otto@example.com")).await.expect("added");
        let moved = SaveContact {
            phone: "+49 30 5551".to_owned(),
            services: [(db_01, OperationSet::of(&[Operation::Power]))].into(),
            ..form("Otto", "new@example.com")
        };
        noted(otto, "Otto pays late", moved).await;
        ports.invitations.send(&owner, acting, invite("guest@example.com", &[])).await.expect("invited");

        let log = format!(
            "{:?}",
            ports.accounts.activity(&as_lou, acting, ActivityQuery::default()).await.expect("the log").rows
        );
        for secret in ["do not trust Lou", "Vera talks", "Otto pays late", "+49", "new@", "guest@", "db-01"] {
            assert!(!log.contains(secret), "{secret} in {log}");
        }
        assert!(log.contains("Otto Example") && log.contains("Invitation(Sent)"), "who did what to whom: {log}");
        let log = format!(
            "{:?}",
            ports.accounts.activity(&as_vera, acting, ActivityQuery::default()).await.expect("the log").rows
        );
        let page = format!("{:?}", contacts.read(&as_vera, acting, otto).await.expect("his page"));
        for text in [&log, &page] {
            assert!(text.contains("Otto pays late") && text.contains("+49 30 5551"), "she sees contacts: {text}");
            assert!(!text.contains("db-01") && text.contains("Power"), "she sees no services: {text}");
        }
        let own = format!("{:?}", contacts.read(&as_vera, acting, vera).await.expect("her page"));
        assert!(!log.contains("Vera talks") && !own.contains("Vera talks"), "{log} {own}");
    });
}

#[test]
fn whoever_acts_without_a_name_is_named_by_no_address_to_those_who_see_no_contacts() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let reads_the_log = |privileges: &[Privilege], name: &str| SaveContact {
            privileges: PrivilegeSet::of(privileges),
            ..with_login(name, &format!("{name}@example.com"), &[])
        };
        let (_, lou) = colleague(&world, acting, &owner, reads_the_log(&[Privilege::AuditView], "Lou")).await;
        let both = [Privilege::AuditView, Privilege::ContactsView];
        let (_, vera) = colleague(&world, acting, &owner, reads_the_log(&both, "Vera")).await;
        ports.invitations.send(&owner, acting, invite("guest@example.com", &[])).await.expect("invited");
        decline(&world, &token_for(&world, "guest@example.com").await, "", START).await.expect("declined");

        let by = async |reader: &Caller| {
            let log = ports.accounts.activity(reader, acting, ActivityQuery::default()).await.expect("the log").rows;
            assert_eq!(log[0].kind, FactKind::Invitation(InvitationFactKind::Declined));
            log[0].by.clone()
        };
        let By::Person { name, email, .. } = by(&lou).await else { panic!("a person did") };
        assert_eq!((name.as_str(), email), ("", None));
        let By::Person { name, email, .. } = by(&vera).await else { panic!("a person did") };
        assert_eq!((name.as_str(), email.as_deref()), ("guest@example.com", Some("guest@example.com")));
    });
}

#[test]
fn whoever_edits_their_own_contact_neither_reads_nor_overwrites_the_note_about_them() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = contacts_of(&world);
        let (may, june) = ("gone by May".to_owned(), "gone by June".to_owned());
        let max = SaveContact { note: may, ..with_login("Max", "max@example.com", &[Role::Manager]) };
        let (max, as_max) = colleague(&world, acting, &owner, max).await;
        let shown = contacts.form(&as_max, acting, Some(max)).await.expect("his form").contact.expect("his contact");
        assert_eq!(shown.now.details.note, "");
        let change = |name: &str, version| SaveContact {
            contact: Some(max),
            version,
            roles: [Role::Manager].into_iter().collect(),
            ..form(name, "max@example.com")
        };
        contacts.save(&as_max, acting, change("Maximilian", shown.version)).await.expect("renamed");
        let page = contacts.read(&owner, acting, max).await.expect("the owner reads it");
        assert_eq!((page.row.name.as_str(), page.now.details.note.as_str()), ("Maximilian Example", "gone by May"));
        let noted = SaveContact { note: june, ..change("Maximilian", page.version) };
        contacts.save(&owner, acting, noted).await.expect("noted");
        let overtaken = contacts.save(&as_max, acting, change("Max", page.version)).await;
        let Err(PortalError::Conflict { by: Some(by), changed, wanted }) = overtaken else { panic!("{overtaken:?}") };
        assert_eq!((by.name(), changed), ("Olivia Owner", Vec::new()));
        assert!(!wanted.iter().any(|Change::Contact(change)| change.is_note()), "{wanted:?}");
    });
}

#[test]
fn a_form_names_the_services_that_its_reader_sees_and_takes_away_on_others() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = contacts_of(&world);
        let web_01 = add_service(&world, acting.account, 901, "web-01", "vps").await;
        let db_01 = add_service(&world, acting.account, 902, "db-01", "vps").await;
        add_service(&world, acting.account, 903, "db-02", "vps").await;
        let power = OperationSet::of(&[Operation::Power]);
        let max = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsManage]),
            services: [(web_01, power)].into(),
            ..with_login("Max", "max@example.com", &[])
        };
        let (_, as_max) = colleague(&world, acting, &owner, max).await;
        let otto = SaveContact { services: [(db_01, power)].into(), ..form("Otto", "otto@example.com") };
        let otto = contacts.save(&owner, acting, otto).await.expect("added");
        let shown = |services: &[domain::service::ServiceChoice]| -> Vec<(ServiceId, Option<String>)> {
            services.iter().map(|service| (service.id, service.name.clone())).collect()
        };
        let named = (web_01, Some("web-01".to_owned()));
        let edit = contacts.form(&as_max, acting, Some(otto)).await.expect("the form");
        assert_eq!(shown(&edit.services), [named.clone(), (db_01, None)]);
        let add = contacts.form(&as_max, acting, None).await.expect("the form");
        assert_eq!(shown(&add.services), std::slice::from_ref(&named));
        let invite = world.portal().ports.invitations.form(&as_max, acting).await.expect("the form");
        assert_eq!(shown(&invite.services), [named]);
        let bare = SaveContact { contact: Some(otto), version: 1, ..form("Otto", "otto@example.com") };
        contacts.save(&as_max, acting, bare).await.expect("taken away");
        let left = contacts.read(&owner, acting, otto).await.expect("shown").now.rights.services;
        assert!(left.is_empty(), "{left:?}");
    });
}

fn contacts_of(world: &World) -> &dyn domain::contact::Contacts {
    &*world.portal().ports.contacts
}

#[test]
fn a_mail_has_no_address_for_a_reader_who_sees_no_contacts() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let sees = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsView]),
            ..with_login("Vera", "vera@example.com", &[])
        };
        for (change, email, seen) in
            [(sees, "vera@example.com", true), (with_login("Lou", "lou@example.com", &[]), "lou@example.com", false)]
        {
            let (id, who) = colleague(&world, acting, &owner, change).await;
            ports.contacts.view_as(&owner, acting, look_at(id)).await.expect("the owner may");
            ask(&world, &who, acting, "billing.pay").await.expect("asked");
            let waiting = ports.asking.requests(&owner, acting, RequestsQuery::default()).await;
            let request = waiting.expect("listed").waiting.rows[0].id;
            let decline = DecideAccess {
                submission: submission(),
                request,
                decision: Decision::Decline,
                duration: Duration::default(),
                word: String::new(),
            };
            ports.asking.decide(&owner, acting, decline).await.expect("declined");
            world.execute("UPDATE persons SET verified_at = 1").await;
            for to in [OwnerChange::Appoint, OwnerChange::Dismiss] {
                change_owner(&world, &owner, acting, id, to).await.expect("the legal owner may");
            }
            world.send_digests(START).await;
            let mut mails = world.outbox().await;
            mails.retain(|mail| mail.to == email && mail.text.contains("Olivia Owner"));
            assert_eq!(mails.len(), 3, "viewed, declined, and what became of the owners");
            for mail in mails {
                assert_eq!(mail.text.contains("owner@example"), seen, "{email}: {}", mail.text);
            }
        }
    });
}
