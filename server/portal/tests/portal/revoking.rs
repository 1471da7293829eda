//! Revoking against acting (SECURITY I4): in every use-case that changes something, nothing of the revoked one commits
//! after the revocation was acknowledged. What is tried, the tests of each feature say.

use crate::support::acts::{Act, Scene, Takes};
use crate::support::contacts::{account, colleague, form, many_changes, run_command, with_login};
use crate::support::ports::methods;
use crate::support::{START, World, for_each_database, for_each_database_with};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::id::ContactId;
use domain::operation::{DomainOperation, DomainOperationSet};
use domain::operation::{Operation, OperationSet};
use domain::person::EndSession;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;
use domain::status::ContactStatus;
use std::collections::BTreeSet;

const ROUNDS: usize = 4;

/// What the manager tries.
fn acts() -> Vec<Box<dyn Act>> {
    [
        crate::contacts::acts(),
        crate::contact_commands::acts(),
        crate::bulk::acts(),
        crate::viewing::acts(),
        crate::invitations::acts(),
        crate::notifications::acts(),
        crate::asking::acts(),
        crate::templates::acts(),
        crate::ssh_keys::acts(),
        crate::accounts::acts(),
        crate::operations::acts(),
        crate::dns::acts(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What takes an owner, and leaving, which is of oneself.
const NOT_TRIED: [&str; 5] = [
    "Accounts::leave",
    "Ownership::change_owner",
    "Ownership::run_transfer_command",
    "Ownership::offer",
    "Roles::set_hand_out",
];

#[test]
fn every_change_on_an_account_is_tried_while_it_is_revoked() {
    let acts = acts();
    let tried: BTreeSet<&str> = acts.iter().map(|act| act.use_case()).collect();
    let methods = methods();
    let changes = methods.iter().filter(|method| method.takes_a_command() && method.is_on_an_account());
    let not_tried: BTreeSet<&str> =
        changes.map(|method| method.name.as_str()).filter(|name| !tried.contains(name)).collect();
    assert_eq!(not_tried, BTreeSet::from(NOT_TRIED));
}

/// How it is taken from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Revoke {
    Suspend,
    Trim,
    Delete,
}

const REVOKES: &[Revoke] = &[Revoke::Suspend, Revoke::Trim, Revoke::Delete];

impl Scene<'_> {
    async fn revoke(&self, revoke: Revoke, version: i64) {
        let (id, owner) = (self.manager_id, &self.owner);
        match revoke {
            Revoke::Suspend => {
                run_command(self.world, owner, self.acting, id, ContactVerb::Suspend).await.expect("the owner may");
            }
            Revoke::Delete => {
                run_command(self.world, owner, self.acting, id, ContactVerb::Delete).await.expect("the owner may");
            }
            Revoke::Trim => self.give(SaveContact::default(), version).await,
        }
    }

    async fn give(&self, rights: SaveContact, version: i64) {
        let SaveContact { roles, privileges, all_services, all_domains, .. } = rights;
        let change = SaveContact { roles, privileges, all_services, all_domains, ..form("Max", "") };
        let change = SaveContact { contact: Some(self.manager_id), version, ..change };
        self.ports().contacts.save(&self.owner, self.acting, change).await.expect("the owner may");
    }

    async fn give_back(&mut self, revoke: Revoke, number: usize) {
        let id = self.manager_id;
        match revoke {
            Revoke::Suspend => {
                run_command(self.world, &self.owner, self.acting, id, ContactVerb::Reactivate).await.expect("again");
            }
            Revoke::Trim => {
                let version = self.version(id).await;
                self.give(all_of_it(), version).await;
            }
            // Restored ones have no password: somebody else takes the place.
            Revoke::Delete => {
                (self.manager_id, self.manager) = manager(self.world, self.acting, &self.owner, number).await;
            }
        }
    }
}

/// Rights for every act.
fn all_of_it() -> SaveContact {
    SaveContact {
        roles: [Role::Manager].into_iter().collect(),
        privileges: PrivilegeSet::of(&[Privilege::ContactsLoginAs, Privilege::SshKeysManage]),
        all_services: OperationSet::of(&[Operation::Power, Operation::Credentials, Operation::Sso]),
        all_domains: DomainOperationSet::of(&[DomainOperation::Dns]),
        ..SaveContact::default()
    }
}

async fn manager(world: &World, acting: Acting, owner: &Caller, number: usize) -> (ContactId, Caller) {
    let SaveContact { roles, privileges, all_services, all_domains, .. } = all_of_it();
    let change = with_login("Max", &format!("max{number}@example.com"), &[]);
    let change = SaveContact { roles, privileges, all_services, all_domains, ..change };
    colleague(world, acting, owner, change).await
}

#[test]
fn nothing_of_the_revoked_one_commits_after_the_revocation_whatever_they_do() {
    for_each_database_with(many_changes, async |mut world| {
        crate::operations::with_a_driver(&mut world).await;
        let (acting, owner) = account(&world).await;
        let (manager_id, manager) = manager(&world, acting, &owner, 0).await;
        let mut scene = Scene { world: &world, acting, owner, manager, manager_id };
        let mut acts = acts();
        let mut number = 0;
        for revoke in REVOKES.iter().copied() {
            for act in acts.iter_mut().filter(|act| act.takes() != Takes::APlace || revoke != Revoke::Trim) {
                for round in 0..ROUNDS {
                    // Whoever was deleted is followed by somebody new, which takes long.
                    if revoke == Revoke::Delete && round > 0 {
                        continue;
                    }
                    number += 1;
                    race(&mut scene, act.as_mut(), revoke, number).await;
                }
            }
        }
        let deeds = world.number("SELECT COUNT(*) FROM audit WHERE person_name = 'Max Example'").await;
        assert!(deeds > 20, "acts that came first were carried out: {deeds}");
    });
}

async fn race(scene: &mut Scene<'_>, act: &mut dyn Act, revoke: Revoke, number: usize) {
    // The clock stands still: the owner sets more passwords than anybody may in a minute, and the manager asks for more
    // than anybody may in a day.
    let counted = "DELETE FROM attempts WHERE key LIKE 'new_password:%' OR key LIKE 'ask_for_access:%'";
    scene.world.execute(counted).await;
    let victim = act.prepare(scene, number).await;
    let version = scene.version(scene.manager_id).await;
    // Each is first in its turn.
    let acted = if number.is_multiple_of(2) {
        tokio::join!(act.attempt(scene, victim, number), scene.revoke(revoke, version)).0
    } else {
        tokio::join!(scene.revoke(revoke, version), act.attempt(scene, victim, number)).1
    };
    let is_refusal = |outcome: &Result<(), PortalError>| {
        matches!(outcome, Err(PortalError::NotFound | PortalError::Denied { .. } | PortalError::SignInRequired))
    };
    assert!(acted.is_ok() || is_refusal(&acted), "{act:?} {revoke:?}: {acted:?}");
    let late = act.attempt(scene, victim, number + 1_000).await;
    // Leaving a view that is over, or that one may not have, is nobody's loss: nothing is written.
    let leaves = act.takes() == Takes::Nothing && late.is_ok();
    assert!(is_refusal(&late) || leaves, "{act:?} after {revoke:?}: {late:?}");
    assert_no_deed_after_the_last_of_the_owner(scene.world, &format!("{act:?} {revoke:?}")).await;
    scene.give_back(revoke, number).await;
}

/// The log is in the order of the commits: after the owner's last row, which is the revocation, the manager has none. But
/// for leaving a view, which takes no right, and for what came of a change that was handed to a name server before.
async fn assert_no_deed_after_the_last_of_the_owner(world: &World, what: &str) {
    let deeds = world
        .number(
            "SELECT COUNT(*) FROM audit WHERE chain <> '' AND person_name = 'Max Example' AND kind NOT IN \
             ('viewing_stopped', 'zone_changed', 'zone_not_changed', 'zone_change_unknown') \
             AND seq > (SELECT MAX(seq) FROM audit WHERE chain <> '' AND person_name = 'Olivia Owner')",
        )
        .await;
    assert_eq!(deeds, 0, "{what}");
}

#[test]
fn nothing_of_an_ended_session_commits_after_its_end() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let contacts = &world.portal().ports.contacts;
        for round in 0..10 {
            let other = world.signed_in("owner@example.com", START).await;
            let change = EndSession { session: other.signed_in().expect("somebody").session };
            let people = world.people();
            let act = contacts.save(&other, acting, form("X", &format!("x{round}@example.com")));
            let (acted, ended) = tokio::join!(act, people.end_session(&owner, change));
            ended.expect("it is one's own");
            assert!(matches!(acted, Ok(_) | Err(PortalError::SignInRequired)), "{acted:?}");
            let late = contacts.save(&other, acting, form("Y", &format!("y{round}@example.com"))).await;
            assert_eq!(late, Err(PortalError::SignInRequired));
            let own = EndSession { session: owner.signed_in().expect("somebody").session };
            assert_eq!(people.end_session(&other, own).await, Err(PortalError::SignInRequired));
        }
    });
}

#[test]
fn of_two_managers_who_remove_each_other_at_once_one_stays_whole() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        for round in 0..6 {
            let (ann, ann_acts) = manager(&world, acting, &owner, 2 * round).await;
            let (ben, ben_acts) = manager(&world, acting, &owner, 2 * round + 1).await;
            let outcomes = tokio::join!(
                run_command(&world, &ann_acts, acting, ben, ContactVerb::Delete),
                run_command(&world, &ben_acts, acting, ann, ContactVerb::Delete),
            );
            let (winner, loser) = match outcomes {
                (Ok(()), Err(_)) => ((ann, &ann_acts), (ben, &ben_acts)),
                (Err(_), Ok(())) => ((ben, &ben_acts), (ann, &ann_acts)),
                other => panic!("one of them wins: {other:?}"),
            };
            let page = |contact| world.portal().ports.contacts.read(&owner, acting, contact);
            let stays = page(winner.0).await.expect("the owner sees it");
            assert_eq!(stays.row.status, ContactStatus::Active);
            assert!(stays.now.rights.effective().has(Privilege::ContactsManage) && stays.version == 1, "untouched");
            let added =
                world.portal().ports.contacts.save(winner.1, acting, form("New", &format!("n{round}@x.example")));
            added.await.expect("whoever stays goes on managing");
            let gone = page(loser.0).await.expect("the owner sees it");
            assert_eq!(gone.row.status, ContactStatus::Deleted);
            assert!(gone.now.rights.is_empty(), "nothing is left of what the other had");
            let late = run_command(&world, loser.1, acting, winner.0, ContactVerb::Delete).await;
            assert_eq!(late, Err(PortalError::SignInRequired), "their session went with their only account");
        }
    });
}
