//! The SSH keys of an account.

use crate::support::acts::{Act, Scene};
use crate::support::contacts::{account, colleague, submission, with_login};
use crate::support::{World, for_each_database, secret};
use async_trait::async_trait;
use domain::acting::Acting;
use domain::by::By;
use domain::caller::Caller;
use domain::contact::SaveContact;
use domain::error::PortalError;
use domain::id::{ContactId, SshKeyId};
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::{Problem, SshKeyProblem};
use domain::role::Role;
use domain::ssh_key::{AddSshKey, RemoveSshKey, SSH_KEYS_MAX, SshKey, SshKeys};
use std::sync::Arc;

fn keys(world: &World) -> Arc<dyn SshKeys> {
    Arc::clone(&world.portal().ports.ssh_keys)
}

/// The line of a public key that is another one for each number.
fn line(number: usize) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let [first, second] = [number / 64 % 64, number % 64].map(|digit| char::from(DIGITS[digit]));
    format!(
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILM+rvN+ot98qgEN796jTiQfZfG1KaT0PtFDJ/XFSq{first}{second} key {number}"
    )
}

fn adding(key: &str) -> AddSshKey {
    AddSshKey { submission: Some(submission()), label: String::new(), key: secret(key) }
}

async fn add(world: &World, who: &Caller, acting: Acting, key: &str) -> Result<SshKeyId, PortalError> {
    keys(world).add(who, acting, adding(key)).await
}

async fn listed(world: &World, who: &Caller, acting: Acting) -> Vec<SshKey> {
    keys(world).list(who, acting).await.expect("the page is shown").keys
}

#[test]
fn a_key_is_kept_with_its_fingerprint_and_who_added_it() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let tech = with_login("Tina", "tina@example.com", &[Role::Technical]);
        let (tina, tech) = colleague(&world, acting, &owner, tech).await;
        let id = add(&world, &tech, acting, &line(1)).await.expect("it is added");
        let named = AddSshKey { label: " Backup host ".to_owned(), ..adding(&line(2)) };
        keys(&world).add(&owner, acting, named).await.expect("it is added");
        let all = listed(&world, &owner, acting).await;
        assert_eq!(all.iter().map(|key| key.label.as_str()).collect::<Vec<_>>(), ["Backup host", "key 1"]);
        assert!(all.iter().all(|key| key.algorithm == "ssh-ed25519" && key.fingerprint.starts_with("SHA256:")));
        let By::Person { contact, .. } = &all[1].by else { panic!("{:?}", all[1].by) };
        assert_eq!((all[1].id, *contact), (id, Some(tina)));
        let public = keys(&world).public(&tech, acting, [id].into()).await.expect("they may");
        assert_eq!(public[0].line, line(1).trim_end_matches(" key 1"), "without its comment");
        let remove = RemoveSshKey { submission: submission(), key: id };
        keys(&world).remove(&tech, acting, remove.clone()).await.expect("it is removed");
        let again = RemoveSshKey { submission: submission(), ..remove };
        assert_eq!(keys(&world).remove(&tech, acting, again).await, Err(PortalError::NotFound));
        assert_eq!(keys(&world).public(&tech, acting, [id].into()).await, Err(PortalError::NotFound));
        assert_eq!(listed(&world, &owner, acting).await.len(), 1);
    });
}

#[test]
fn what_is_no_public_key_is_refused_and_a_private_one_is_written_nowhere() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let refused = |problem: Problem| Err(PortalError::invalid("key", problem));
        let private = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXkxcanary\n-----END OPENSSH PRIVATE KEY-----";
        for (key, problem) in [
            (private, SshKeyProblem::PrivateKey.into()),
            ("PuTTY-User-Key-File-3: ssh-ed25519", SshKeyProblem::PrivateKey.into()),
            ("ssh-ed25519 AAAA", SshKeyProblem::NotAPublicKey.into()),
            ("", Problem::Required),
        ] {
            assert_eq!(add(&world, &owner, acting, key).await, refused(problem), "{key}");
        }
        assert!(!format!("{:?}", adding(private)).contains("canary"), "a command does not show it");
        let nameless = line(1).replace(" key 1", "");
        let missing = Err(PortalError::invalid("label", Problem::Required));
        assert_eq!(add(&world, &owner, acting, &nameless).await, missing);
        assert!(listed(&world, &owner, acting).await.is_empty());
    });
}

#[test]
fn a_key_is_there_once_and_no_more_than_a_hundred() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        for number in 0..SSH_KEYS_MAX {
            add(&world, &owner, acting, &line(number)).await.expect("there is room");
        }
        let full = SshKeyProblem::TooManyKeys { max: SSH_KEYS_MAX };
        assert_eq!(add(&world, &owner, acting, &line(200)).await, Err(PortalError::invalid("key", full)));
        let other_comment = line(7).replace("key 7", "another");
        let known = SshKeyProblem::KnownKey { label: "key 7".to_owned() };
        assert_eq!(add(&world, &owner, acting, &other_comment).await, Err(PortalError::invalid("key", known)));
    });
}

#[test]
fn keys_are_seen_by_those_who_keep_them_or_rebuild_and_kept_by_the_first() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let id = add(&world, &owner, acting, &line(1)).await.expect("it is added");
        let privileges = PrivilegeSet::of(&[Privilege::SshKeysManage]);
        let keeper = SaveContact { privileges, ..with_login("Kim", "kim@example.com", &[]) };
        let all_services = OperationSet::of(&[Operation::Rebuild]);
        let rebuilder = SaveContact { all_services, ..with_login("Rob", "rob@example.com", &[]) };
        let others = with_login("Mia", "mia@example.com", &[Role::Manager, Role::Billing]);
        for (change, sees, keeps) in [(keeper, true, true), (rebuilder, true, false), (others, false, false)] {
            let (_, who) = colleague(&world, acting, &owner, change).await;
            assert_eq!(keys(&world).list(&who, acting).await.is_ok(), sees);
            assert_eq!(keys(&world).public(&who, acting, [id].into()).await.is_ok(), sees);
            // Whoever may not is told so whatever they pasted.
            assert_eq!(add(&world, &who, acting, "no key").await.is_err_and(|error| error.status() == 422), keeps);
            let remove = RemoveSshKey { submission: submission(), key: SshKeyId::new(uuid::Uuid::nil()) };
            let answer = keys(&world).remove(&who, acting, remove).await;
            assert_eq!(answer == Err(PortalError::NotFound), keeps, "{answer:?}");
        }
    });
}

#[derive(Debug)]
struct Adding;

#[async_trait(?Send)]
impl Act for Adding {
    fn use_case(&self) -> &'static str {
        "SshKeys::add"
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, number: usize) -> Result<(), PortalError> {
        scene.ports().ssh_keys.add(&scene.manager, scene.acting, adding(&line(number))).await.map(|_| ())
    }
}

#[derive(Debug, Default)]
struct Removing {
    key: Option<SshKeyId>,
}

#[async_trait(?Send)]
impl Act for Removing {
    fn use_case(&self) -> &'static str {
        "SshKeys::remove"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        let key = adding(&line(number));
        self.key = Some(scene.ports().ssh_keys.add(&scene.owner, scene.acting, key).await.expect("the owner may"));
        scene.manager_id
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, _: usize) -> Result<(), PortalError> {
        let change = RemoveSshKey { submission: submission(), key: self.key.expect("prepared") };
        scene.ports().ssh_keys.remove(&scene.manager, scene.acting, change).await
    }
}

pub fn acts() -> Vec<Box<dyn Act>> {
    vec![Box::new(Adding), Box::new(Removing::default())]
}
