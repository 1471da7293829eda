//! One's own details: what a change tells whom, and what it overwrites.

use crate::profile::OWNER;
use crate::support::contacts::{account, colleague, form, submission, with_login};
use crate::support::profile::profiles;
use crate::support::{PASSWORD, START, for_each_database};
use domain::access::Denied;
use domain::audit::{ActivityQuery, ContactFactKind, FactKind, PersonFactKind};
use domain::by::By;
use domain::caller::Caller;
use domain::change::ContactChange;
use domain::contact::SaveContact;
use domain::error::PortalError;
use domain::person::Language;
use domain::privilege::Privilege;
use domain::problem::Problem;
use domain::profile::SaveProfile;
use domain::right::Right;
use domain::role::Role;

#[test]
fn one_s_own_details_are_changed_and_a_stale_form_overwrites_nothing() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let profile = profiles(&world).read(&owner).await.expect("shown");
        assert!(profile.time_zones.contains(&"Europe/Berlin".to_owned()) && profile.time_zones.len() > 300);
        let form = SaveProfile {
            version: profile.version,
            first_name: "Olga".to_owned(),
            last_name: "Owner".to_owned(),
            language: "de".to_owned(),
            time_zone: "Europe/Berlin".to_owned(),
        };
        profiles(&world).save(&owner, form.clone()).await.expect("saved");
        let stale = profiles(&world).save(&owner, SaveProfile { first_name: "Stale".to_owned(), ..form.clone() }).await;
        assert!(matches!(stale, Err(PortalError::Conflict { .. })), "{stale:?}");
        let unspoken = SaveProfile { language: "fr".to_owned(), version: profile.version + 1, ..form.clone() };
        let unspoken = profiles(&world).save(&owner, unspoken).await;
        assert_eq!(unspoken, Err(PortalError::invalid("language", Problem::NotOffered)), "nobody has written French");
        let nowhere = SaveProfile { time_zone: "Europe/Atlantis".to_owned(), version: profile.version + 1, ..form };
        let nowhere = profiles(&world).save(&owner, nowhere).await;
        assert_eq!(nowhere, Err(PortalError::invalid("time_zone", Problem::NotOffered)));

        let me = world.people().me(&owner).await.expect("who it is");
        assert_eq!(me.name, "Olga Owner");
        let session = world.sign_in(OWNER, PASSWORD, START).await.expect("right");
        let resolved = world.portal().sessions.resolve(session.token.expose(), START).await.expect("resolved");
        assert_eq!(resolved.and_then(|signed_in| signed_in.language), Some(Language::DE));
        let activity =
            world.portal().ports.accounts.activity(&owner, acting, ActivityQuery::default()).await.expect("shown").rows;
        assert!(
            activity.iter().all(|row| row.kind != FactKind::Person(PersonFactKind::ProfileChanged)),
            "it is nobody else's"
        );
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'profile_changed'").await, 1);
    });
}

#[test]
fn what_somebody_did_is_told_by_the_contact_s_name_and_address_whatever_they_call_themselves() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let login = with_login("Max", "max@example.com", &[Role::Manager]);
        let (max, manager) = colleague(&world, acting, &owner, login).await;
        let tina = ports.contacts.save(&owner, acting, form("Tina", "tina@example.com")).await.expect("added");
        let profile = profiles(&world).read(&manager).await.expect("shown");
        let as_owner = SaveProfile {
            version: profile.version,
            first_name: "Olivia".to_owned(),
            last_name: "Owner".to_owned(),
            ..SaveProfile::default()
        };
        profiles(&world).save(&manager, as_owner).await.expect("saved");
        let edit = SaveContact {
            contact: Some(tina),
            version: 1,
            roles: [Role::Visitation].into_iter().collect(),
            ..form("Tina", "tina@example.com")
        };
        ports.contacts.save(&manager, acting, edit.clone()).await.expect("saved");

        let by = |name: &str| By::Person {
            name: name.to_owned(),
            email: Some("max@example.com".to_owned()),
            contact: Some(max),
        };
        let log = ports.accounts.activity(&owner, acting, ActivityQuery::default()).await.expect("shown").rows;
        assert_eq!((log[0].kind, &log[0].by), (FactKind::Contact(ContactFactKind::Edited), &by("Max Example")));
        assert_eq!((log[1].kind, &log[1].by), (FactKind::Person(PersonFactKind::Renamed), &by("Max Example")));
        let renamed = ContactChange::Renamed { was: "Max Example".to_owned(), now: "Olivia Owner".to_owned() };
        assert_eq!(
            (&log[1].targets, &log[1].changes),
            (&vec![(max, Some("Max Example".to_owned()))], &vec![renamed.into()])
        );
        let page = ports.contacts.read(&owner, acting, tina).await.expect("shown");
        assert_eq!(page.history.rows[0].by, by("Max Example"));
        let stale = SaveContact { submission: Some(submission()), ..edit };
        let conflict = ports.contacts.save(&owner, acting, stale).await;
        assert!(matches!(&conflict, Err(PortalError::Conflict { by: Some(who), .. }) if *who == by("Max Example")));
        world.send_digests(START).await;
        let mail = &world.outbox().await[0];
        assert!(
            mail.to == OWNER && mail.text.contains("Max Example (max@example.\u{200A}com) changed"),
            "{}",
            mail.text
        );

        // A manager may call their own contact something else too: the address stays.
        let own = SaveContact {
            contact: Some(max),
            version: 1,
            roles: [Role::Manager].into_iter().collect(),
            last_name: "Owner".to_owned(),
            ..form("Olivia", "")
        };
        ports.contacts.save(&manager, acting, own).await.expect("saved");
        ports.contacts.save(&manager, acting, form("Zoe", "zoe@example.com")).await.expect("added");
        let log = ports.accounts.activity(&owner, acting, ActivityQuery::default()).await.expect("shown").rows;
        assert_eq!(log[0].by, by("Olivia Owner"));
        assert_eq!(world.first_bad_audit_row(Some(acting.account)).await, None);

        world.execute("UPDATE contact_versions SET author = NULL").await;
        let page = ports.contacts.read(&owner, acting, tina).await.expect("what was written down before is shown too");
        assert_eq!(page.history.rows[0].by, By::Person { name: "Max Example".to_owned(), email: None, contact: None });
    });
}

#[test]
fn a_new_name_is_written_down_on_each_account_in_one_piece() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of(OWNER).await;
        let profile = profiles(&world).read(&owner).await.expect("shown");
        let change = SaveProfile {
            version: profile.version,
            first_name: "Olga".to_owned(),
            last_name: "Owner".to_owned(),
            ..SaveProfile::default()
        };
        profiles(&world).save(&owner, change.clone()).await.expect("saved");
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'person_renamed'").await, 2);
        let language = SaveProfile { version: profile.version + 1, language: "de".to_owned(), ..change };
        profiles(&world).save(&owner, language).await.expect("saved");
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'person_renamed'").await, 2, "no new name");
        for chain in [Some(acting.account), None] {
            assert_eq!(world.first_bad_audit_row(chain).await, None);
        }
    });
}

#[test]
fn my_account_names_each_account_with_the_way_to_its_people_or_what_is_missing() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, bill) =
            colleague(&world, acting, &owner, with_login("Bill", "bill@example.com", &[Role::Billing])).await;
        let of = async |who: &Caller| profiles(&world).read(who).await.expect("shown").accounts;
        let own = of(&owner).await;
        assert_eq!((own.len(), own[0].id, own[0].refused.clone()), (1, acting.account, None));
        let missing = Denied::Missing(Right::Privilege(Privilege::ContactsView));
        assert_eq!(of(&bill).await[0].refused, Some(missing));
    });
}
