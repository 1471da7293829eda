//! Viewing the portal as a contact.

use crate::support::acts::{Act, Scene, Takes};
use crate::support::contacts::{OWNER, account, at, colleague, form, later, look_at, run_command, with_login};
use crate::support::{START, World, for_each_database};
use async_trait::async_trait;
use domain::access::Denied;
use domain::acting::Acting;
use domain::audit::ActivityQuery;
use domain::billing::InvoiceQuery;
use domain::caller::Caller;
use domain::contact::{ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::id::ContactId;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::right::Right;
use domain::role::Role;

#[test]
fn whoever_is_looked_at_is_told_once_by_whom() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (id, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let view = async |now| {
            let contacts = &world.portal().ports.contacts;
            contacts.view_as(&at(&owner, now), acting, look_at(id)).await.expect("the owner may");
        };
        let told = async || {
            let mails = world.outbox().await;
            mails.iter().filter(|mail| mail.to == "tina@example.com" && mail.subject.contains("as you")).count()
        };
        view(START).await;
        let mail = world.outbox().await.remove(0);
        assert_eq!(
            (mail.to.as_str(), mail.subject.as_str()),
            ("tina@example.com", "Olivia Owner viewed Example Ltd as you")
        );
        assert!(mail.text.contains("after 30 minutes"), "{}", mail.text);
        for minute in 1..10 {
            let there = Acting { viewing: Some(id), ..acting };
            world.portal().ports.contacts.stop_viewing(&at(&owner, later(minute)), there).await.expect("it ends");
            view(later(minute)).await;
        }
        assert_eq!(told().await, 1, "looking again is the same look");
        for minute in 10..18 {
            let again = world.signed_in(OWNER, later(minute)).await;
            let contacts = &world.portal().ports.contacts;
            contacts.view_as(&again, acting, look_at(id)).await.expect("the owner may");
            world.people().sign_out(&again).await.expect("signed out");
        }
        assert_eq!(told().await, 1, "from whichever session");
        view(START.plus_seconds(30 * 60 - 1)).await;
        assert_eq!(told().await, 1, "for half an hour");
        view(later(60)).await;
        assert_eq!(told().await, 2, "an hour later it is another one");
    });
}

#[test]
fn a_view_shows_what_the_contact_sees_changes_nothing_and_ends() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let (tina, _) =
            colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[Role::Manager])).await;
        let viewing = Acting { viewing: Some(tina), ..acting };
        assert_eq!(ports.accounts.open(&owner, viewing).await, Err(PortalError::NotFound), "not begun");
        ports.contacts.view_as(&owner, acting, look_at(tina)).await.expect("begun");
        let view = ports.accounts.open(&owner, viewing).await.expect("the view is open");
        assert_eq!(view.viewing_name.as_deref(), Some("Tina Example"));
        assert!(view.actor.standing.owner.is_none());
        assert_eq!(
            ports.holdings.invoices(&owner, viewing, InvoiceQuery::default()).await,
            Err(PortalError::Denied { why: Denied::Missing(Right::Privilege(Privilege::BillingView)) })
        );
        let view_only = Err(PortalError::Denied { why: Denied::ViewOnly });
        assert_eq!(ports.contacts.save(&owner, viewing, form("X", "x@example.com")).await, view_only);
        assert_eq!(
            run_command(&world, &owner, viewing, tina, ContactVerb::Delete).await,
            Err(PortalError::Denied { why: Denied::ViewOnly })
        );
        assert_eq!(
            ports.contacts.view_as(&owner, viewing, look_at(tina)).await,
            Err(PortalError::Denied { why: Denied::ViewOnly }),
            "a view never nests (T31)"
        );
        let over = at(&owner, later(30));
        assert_eq!(ports.accounts.open(&over, viewing).await, Err(PortalError::NotFound), "30 minutes are over");
        ports.contacts.stop_viewing(&owner, viewing).await.expect("stopped");
        assert_eq!(ports.accounts.open(&owner, viewing).await, Err(PortalError::NotFound));
    });
}

#[test]
fn a_view_begun_again_is_the_same_view_and_written_down_once() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        let (tina, _) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        for minute in [0, 10, 29] {
            contacts.view_as(&at(&owner, later(minute)), acting, look_at(tina)).await.expect("the owner may");
        }
        let begun = "SELECT COUNT(*) FROM audit WHERE kind = 'viewing_started'";
        assert_eq!(world.number(begun).await, 1);
        let viewing = Acting { viewing: Some(tina), ..acting };
        let over = world.portal().ports.accounts.open(&at(&owner, later(30)), viewing).await;
        assert_eq!(over, Err(PortalError::NotFound), "nor does it last longer");
        contacts.view_as(&at(&owner, later(31)), acting, look_at(tina)).await.expect("the owner may");
        assert_eq!(world.number(begun).await, 2, "another view");
    });
}

#[test]
fn a_view_is_begun_only_on_somebody_weaker_and_dies_with_the_right() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let looker = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsLoginAs, Privilege::ServicesView]),
            ..with_login("Lou", "lou@example.com", &[])
        };
        let (lou, lous) = colleague(&world, acting, &owner, looker).await;
        let (weak, _) = colleague(
            &world,
            acting,
            &owner,
            SaveContact {
                privileges: PrivilegeSet::of(&[Privilege::ServicesView]),
                ..with_login("Wes", "wes@example.com", &[])
            },
        )
        .await;
        let (strong, _) =
            colleague(&world, acting, &owner, with_login("Sam", "sam@example.com", &[Role::Billing])).await;
        let begin = async |contact| ports.contacts.view_as(&lous, acting, look_at(contact)).await;
        assert_eq!(begin(strong).await, Err(PortalError::Denied { why: Denied::StrongerTarget }));
        assert_eq!(begin(lou).await, Err(PortalError::Denied { why: Denied::NotToOneself }));
        assert_eq!(begin(weak).await, Ok(()));
        let viewing = Acting { viewing: Some(weak), ..acting };
        assert!(ports.accounts.open(&lous, viewing).await.is_ok());
        let trimmed = SaveContact {
            contact: Some(lou),
            version: 1,
            privileges: PrivilegeSet::of(&[Privilege::ServicesView]),
            ..form("Lou", "lou@example.com")
        };
        ports.contacts.save(&owner, acting, trimmed).await.expect("trimmed");
        assert!(ports.accounts.open(&lous, viewing).await.is_err(), "the right is gone, and the view with it (T35)");
    });
}

#[test]
fn whoever_views_as_a_contact_reads_no_note_about_themselves() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let sees = [Privilege::AuditView, Privilege::ContactsView];
        let looks = [Privilege::AuditView, Privilege::ContactsView, Privilege::ContactsLoginAs];
        let may = |privileges: &[Privilege], change: SaveContact| SaveContact {
            privileges: PrivilegeSet::of(privileges),
            ..change
        };
        let vera = may(&sees, with_login("Vera", "vera@example.com", &[]));
        let (vera, _) = colleague(&world, acting, &owner, vera).await;
        let mara = may(&looks, with_login("Mara", "mara@example.com", &[]));
        let (mara, as_mara) = colleague(&world, acting, &owner, mara).await;
        let otto = ports.contacts.save(&owner, acting, form("Otto", "otto@example.com")).await.expect("added");
        for (contact, note, change) in [
            (mara, "do not trust Mara", may(&looks, form("Mara", "mara@example.com"))),
            (otto, "Otto pays late", form("Otto", "otto@example.com")),
        ] {
            let version = ports.contacts.read(&owner, acting, contact).await.expect("shown").version;
            let change = SaveContact { contact: Some(contact), version, note: note.to_owned(), ..change };
            ports.contacts.save(&owner, acting, change).await.expect("noted");
        }
        ports.contacts.view_as(&as_mara, acting, look_at(vera)).await.expect("she may");
        let viewing = Acting { viewing: Some(vera), ..acting };
        let read = async |contact| {
            let page = ports.contacts.read(&as_mara, viewing, contact).await.expect("Vera sees contacts");
            let history = ports.contacts.history(&as_mara, viewing, contact, String::new()).await.expect("as above");
            format!("{page:?} {:?}", history.rows)
        };
        let log = ports.accounts.activity(&as_mara, viewing, ActivityQuery::default()).await.expect("the log").rows;
        let (log, of_mara, of_otto) = (format!("{log:?}"), read(mara).await, read(otto).await);
        for shown in [&log, &of_otto] {
            assert!(shown.contains("Otto pays late"), "{shown}");
        }
        for shown in [&log, &of_mara] {
            assert!(!shown.contains("do not trust Mara"), "{shown}");
        }
    });
}

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![Box::new(Looking), Box::new(LookingAway)]
}

#[derive(Debug)]
struct Looking;

#[async_trait(?Send)]
impl Act for Looking {
    fn use_case(&self) -> &'static str {
        "Contacts::view_as"
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, _: usize) -> Result<(), PortalError> {
        scene.ports().contacts.view_as(&scene.manager, scene.acting, look_at(victim)).await
    }
}

#[derive(Debug)]
struct LookingAway;

#[async_trait(?Send)]
impl Act for LookingAway {
    fn use_case(&self) -> &'static str {
        "Contacts::stop_viewing"
    }

    fn takes(&self) -> Takes {
        Takes::Nothing
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        let victim = scene.victim(number).await;
        Looking.attempt(scene, victim, number).await.expect("a manager may");
        victim
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, _: usize) -> Result<(), PortalError> {
        let there = Acting { viewing: Some(victim), ..scene.acting };
        scene.ports().contacts.stop_viewing(&scene.manager, there).await
    }
}

/// For `limits.rs`: everything here that names a contact, and each answer.
pub async fn named(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> Vec<Result<(), PortalError>> {
    vec![world.portal().ports.contacts.view_as(who, acting, look_at(contact)).await]
}
