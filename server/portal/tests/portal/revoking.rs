//! Revoking against acting (SECURITY I4): in every use-case that changes something, nothing of the revoked one commits
//! after the revocation was acknowledged.

use crate::support::contacts::{account, colleague, form, look_at, many_changes, mv, submission, with_login};
use crate::support::{START, World, for_each_database, for_each_database_with};
use domain::account::PinAccount;
use domain::acting::Acting;
use domain::asking::{AskForAccess, DecideAccess, Decision, Duration, RequestsQuery};
use domain::caller::Caller;
use domain::category::Category;
use domain::contact::{ContactFilter, Move, MoveContacts, Notifications, SaveContact};
use domain::error::PortalError;
use domain::id::{AccessRequestId, ContactId};
use domain::invitation::{InvitationMove, InvitePeople, MakeInvitationLink, MoveInvitation};
use domain::notification::{ChooseNotifications, Seen};
use domain::operation::OperationSet;
use domain::person::EndSession;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;
use domain::rules::{DeleteTemplate, OwnTemplate, SaveTemplate, SetKind, SetTemplate};
use domain::status::ContactStatus;

const ROUNDS: usize = 4;

/// What the manager tries.
#[derive(Debug, Clone, Copy)]
enum Act {
    Add,
    Edit,
    Move(Move),
    MoveMany(Move),
    ViewAs,
    StopViewing,
    Invite,
    Invitation(InvitationMove),
    InvitationLink,
    Choose,
    Decide(Decision),
    SaveTemplate,
    SetTemplate,
    DeleteTemplate,
    Ask,
    Pin,
}

const ACTS: &[Act] = &[
    Act::Add,
    Act::Edit,
    Act::Move(Move::Suspend),
    Act::Move(Move::Reactivate),
    Act::Move(Move::Delete),
    Act::Move(Move::Restore),
    Act::Move(Move::RestoreBare),
    Act::Move(Move::SendReset),
    Act::MoveMany(Move::Suspend),
    Act::MoveMany(Move::Delete),
    Act::ViewAs,
    Act::StopViewing,
    Act::Invite,
    Act::Invitation(InvitationMove::Resend),
    Act::Invitation(InvitationMove::Cancel),
    Act::InvitationLink,
    Act::Choose,
    Act::Decide(Decision::Grant),
    Act::Decide(Decision::Decline),
    Act::SaveTemplate,
    Act::SetTemplate,
    Act::DeleteTemplate,
    Act::Ask,
    Act::Pin,
];

impl Act {
    /// Whether it takes a right that a trimmed manager has no longer, and not only a place on the account.
    const fn takes_a_right(self) -> bool {
        !matches!(self, Self::Ask | Self::Pin)
    }
}

/// How it is taken from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Revoke {
    Suspend,
    Trim,
    Delete,
}

const REVOKES: &[Revoke] = &[Revoke::Suspend, Revoke::Trim, Revoke::Delete];

/// Somebody acted on, and what was made for the act.
#[derive(Debug, Clone)]
struct Victim {
    contact: ContactId,
    request: Option<AccessRequestId>,
    template: Option<OwnTemplate>,
}

/// An owner, a manager, and somebody the manager acts on.
struct Scene<'w> {
    world: &'w World,
    acting: Acting,
    owner: Caller,
    manager: (ContactId, Caller),
}

impl Scene<'_> {
    async fn version(&self, contact: ContactId) -> i64 {
        let form = self.world.portal().ports.contacts.form(&self.owner, self.acting, Some(contact)).await;
        form.expect("the owner may").contact.expect("it is there").version
    }

    async fn act(&self, act: Act, on: &Victim, number: usize) -> Result<(), PortalError> {
        let (contacts, acting) = (&self.world.portal().ports.contacts, self.acting);
        let (manager, invitations) = (&self.manager.1, &self.world.portal().ports.invitations);
        let (rules, asking) = (&self.world.portal().ports.rules, &self.world.portal().ports.asking);
        let victim = on.contact;
        match act {
            Act::Add => {
                contacts.save(manager, acting, form("New", &format!("new{number}@example.com"))).await.map(drop)
            }
            Act::Edit => {
                let version = self.version(victim).await;
                let typed = form(&format!("Edited{number}"), "");
                contacts.save(manager, acting, SaveContact { contact: Some(victim), version, ..typed }).await.map(drop)
            }
            Act::Move(to) => mv(self.world, manager, acting, victim, to).await,
            Act::MoveMany(to) => {
                let change = MoveContacts {
                    submission: submission(),
                    to,
                    contacts: vec![victim],
                    everything: false,
                    filter: ContactFilter::default(),
                };
                contacts.move_many(manager, acting, change).await.map(drop)
            }
            Act::ViewAs => contacts.view_as(manager, acting, look_at(victim)).await,
            Act::Invite => {
                let change = invite(&format!("guest{number}@example.com"));
                invitations.send(manager, acting, change).await.map(drop)
            }
            Act::Invitation(to) => {
                let change = MoveInvitation { submission: submission(), contact: victim, to };
                invitations.move_one(manager, acting, change).await
            }
            Act::InvitationLink => {
                invitations.link(manager, acting, MakeInvitationLink { contact: victim }).await.map(drop)
            }
            Act::Choose => {
                let seen = Seen(Notifications::NotSet);
                let (submission, categories) = (submission(), [Category::TechnicalMaintenance].into());
                let change = ChooseNotifications { submission, contact: victim, seen, categories };
                self.world.portal().ports.notifications.choose(manager, acting, change).await
            }
            Act::Decide(decision) => {
                let request = on.request.expect("it was asked for");
                let (submission, duration, word) = (submission(), Duration::default(), String::new());
                let change = DecideAccess { submission, request, decision, duration, word };
                asking.decide(manager, acting, change).await.map(drop)
            }
            Act::SaveTemplate => {
                let (name, kind) = (format!("Kept {number}"), SetKind::Template);
                let change = SaveTemplate { submission: submission(), contact: victim, kind, name };
                rules.save_template(manager, acting, change).await
            }
            Act::SetTemplate => {
                let own = on.template.as_ref().expect("it was made");
                let change = SetTemplate {
                    submission: submission(),
                    template: own.id,
                    name: format!("Named {number}"),
                    privileges: PrivilegeSet::EMPTY,
                    operations: OperationSet::EMPTY,
                    seen: SetTemplate::seen(&own.template),
                };
                rules.set_template(manager, acting, change).await
            }
            Act::DeleteTemplate => {
                let template = on.template.as_ref().expect("it was made").id;
                rules.delete_template(manager, acting, DeleteTemplate { submission: submission(), template }).await
            }
            Act::Ask => {
                // What the manager lacks, each time another one.
                let lacks = [Privilege::BillingPay, Privilege::OrdersPlace, Privilege::DomainsDns, Privilege::DcView];
                let right = lacks[number % lacks.len()].key().to_owned();
                let change = AskForAccess { right, service: None, reason: "to help".to_owned() };
                asking.ask(manager, acting, change).await
            }
            Act::Pin => {
                let change = PinAccount { pinned: number.is_multiple_of(2) };
                self.world.portal().ports.accounts.pin(manager, acting, change).await
            }
            Act::StopViewing => contacts.stop_viewing(manager, Acting { viewing: Some(victim), ..acting }).await,
        }
    }

    async fn revoke(&self, revoke: Revoke, version: i64) {
        let (id, owner) = (self.manager.0, &self.owner);
        match revoke {
            Revoke::Suspend => mv(self.world, owner, self.acting, id, Move::Suspend).await.expect("the owner may"),
            Revoke::Delete => mv(self.world, owner, self.acting, id, Move::Delete).await.expect("the owner may"),
            Revoke::Trim => self.give(SaveContact::default(), version).await,
        }
    }

    async fn give(&self, rights: SaveContact, version: i64) {
        let SaveContact { roles, privileges, .. } = rights;
        let change = SaveContact { contact: Some(self.manager.0), version, roles, privileges, ..form("Max", "") };
        self.world.portal().ports.contacts.save(&self.owner, self.acting, change).await.expect("the owner may");
    }

    async fn give_back(&mut self, revoke: Revoke, number: usize) {
        let id = self.manager.0;
        match revoke {
            Revoke::Suspend => mv(self.world, &self.owner, self.acting, id, Move::Reactivate).await.expect("again"),
            Revoke::Trim => {
                let version = self.version(id).await;
                self.give(all_of_it(), version).await;
            }
            // Restored ones have no password: somebody else takes the place.
            Revoke::Delete => self.manager = manager(self.world, self.acting, &self.owner, number).await,
        }
    }
}

/// Rights for every act.
fn all_of_it() -> SaveContact {
    SaveContact {
        roles: [Role::Manager].into_iter().collect(),
        privileges: PrivilegeSet::of(&[Privilege::ContactsLoginAs]),
        ..SaveContact::default()
    }
}

async fn manager(world: &World, acting: Acting, owner: &Caller, number: usize) -> (ContactId, Caller) {
    let SaveContact { roles, privileges, .. } = all_of_it();
    let change = SaveContact { roles, privileges, ..with_login("Max", &format!("max{number}@example.com"), &[]) };
    colleague(world, acting, owner, change).await
}

#[test]
fn nothing_of_the_revoked_one_commits_after_the_revocation_whatever_they_do() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let manager = manager(&world, acting, &owner, 0).await;
        let mut scene = Scene { world: &world, acting, owner, manager };
        let mut number = 0;
        for revoke in REVOKES.iter().copied() {
            for act in ACTS.iter().copied().filter(|act| act.takes_a_right() || revoke != Revoke::Trim) {
                for round in 0..ROUNDS {
                    // Whoever was deleted is followed by somebody new, which takes long.
                    if revoke == Revoke::Delete && round > 0 {
                        continue;
                    }
                    number += 1;
                    race(&mut scene, act, revoke, number).await;
                }
            }
        }
        let deeds = world.number("SELECT COUNT(*) FROM audit WHERE person_name = 'Max Example'").await;
        assert!(deeds > 20, "acts that came first were carried out: {deeds}");
    });
}

async fn race(scene: &mut Scene<'_>, act: Act, revoke: Revoke, number: usize) {
    // The clock stands still, and the owner sets more passwords than anybody may in a minute.
    scene.world.execute("DELETE FROM attempts WHERE key LIKE 'new_password:%'").await;
    let victim = victim(scene, act, number).await;
    let version = scene.version(scene.manager.0).await;
    // Each is first in its turn.
    let acted = if number.is_multiple_of(2) {
        tokio::join!(scene.act(act, &victim, number), scene.revoke(revoke, version)).0
    } else {
        tokio::join!(scene.revoke(revoke, version), scene.act(act, &victim, number)).1
    };
    let is_refusal = |outcome: &Result<(), PortalError>| {
        matches!(outcome, Err(PortalError::NotFound | PortalError::Denied { .. } | PortalError::SignInRequired))
    };
    assert!(acted.is_ok() || is_refusal(&acted), "{act:?} {revoke:?}: {acted:?}");
    let late = scene.act(act, &victim, number + 1_000).await;
    // Leaving a view that is over, or that one may not have, is nobody's loss: nothing is written.
    let leaves = matches!(act, Act::StopViewing) && late.is_ok();
    assert!(is_refusal(&late) || leaves, "{act:?} after {revoke:?}: {late:?}");
    assert_no_deed_after_the_last_of_the_owner(scene.world, &format!("{act:?} {revoke:?}")).await;
    scene.give_back(revoke, number).await;
}

fn invite(email: &str) -> InvitePeople {
    let form = InvitePeople { submission: Some(submission()), emails: email.to_owned(), ..InvitePeople::default() };
    InvitePeople { reviewed: form.rights().fingerprint(), ..form }
}

/// Somebody in the state that the act needs.
async fn victim(scene: &Scene<'_>, act: Act, number: usize) -> Victim {
    let Scene { world, acting, owner, .. } = scene;
    let ports = &world.portal().ports;
    let email = format!("victim{number}@example.com");
    let alone = |contact| Victim { contact, request: None, template: None };
    if matches!(act, Act::Invitation(_) | Act::InvitationLink) {
        ports.invitations.send(owner, *acting, invite(&email)).await.expect("the owner may");
        return alone(world.text("SELECT id FROM contacts ORDER BY id DESC LIMIT 1").await.parse().expect("an id"));
    }
    if matches!(act, Act::Decide(_)) {
        let (contact, vic) = colleague(world, *acting, owner, with_login("Vic", &email, &[])).await;
        let right = Privilege::ContactsView.key().to_owned();
        let ask = AskForAccess { right, service: None, reason: "to see".to_owned() };
        ports.asking.ask(&vic, *acting, ask).await.expect("anybody may ask");
        let waiting = ports.asking.requests(owner, *acting, RequestsQuery::default()).await;
        let waiting = waiting.expect("the owner sees them").waiting.rows;
        let request = waiting.iter().find(|request| request.contact == contact).expect("it waits");
        return Victim { request: Some(request.id), ..alone(contact) };
    }
    let id = ports.contacts.save(owner, *acting, with_login("Vic", &email, &[])).await.expect("the owner may");
    match act {
        Act::Move(Move::Reactivate) => mv(world, owner, *acting, id, Move::Suspend).await.expect("the owner may"),
        Act::Move(Move::Restore | Move::RestoreBare) => {
            mv(world, owner, *acting, id, Move::Delete).await.expect("the owner may");
        }
        Act::StopViewing => {
            let change = look_at(id);
            ports.contacts.view_as(&scene.manager.1, *acting, change).await.expect("a manager may");
        }
        Act::SetTemplate | Act::DeleteTemplate => {
            let (name, kind) = (format!("Begun {number}"), SetKind::Role);
            let change = SaveTemplate { submission: submission(), contact: id, kind, name: name.clone() };
            ports.rules.save_template(owner, *acting, change).await.expect("the owner may");
            let mut templates = ports.rules.read(owner, *acting).await.expect("the owner sees them").templates;
            templates.retain(|own| own.template.name.as_ref() == Some(&name));
            return Victim { template: templates.pop(), ..alone(id) };
        }
        Act::Add
        | Act::Edit
        | Act::Move(_)
        | Act::MoveMany(_)
        | Act::ViewAs
        | Act::Invite
        | Act::Invitation(_)
        | Act::InvitationLink
        | Act::Choose
        | Act::Decide(_)
        | Act::SaveTemplate
        | Act::Ask
        | Act::Pin => {}
    }
    alone(id)
}

/// The log is in the order of the commits: after the owner's last row, which is the revocation, the manager has none. But
/// for leaving a view, which takes no right.
async fn assert_no_deed_after_the_last_of_the_owner(world: &World, what: &str) {
    let deeds = world
        .number(
            "SELECT COUNT(*) FROM audit WHERE chain <> '' AND person_name = 'Max Example' AND kind <> 'viewing_stopped' \
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
                mv(&world, &ann_acts, acting, ben, Move::Delete),
                mv(&world, &ben_acts, acting, ann, Move::Delete),
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
            let late = mv(&world, loser.1, acting, winner.0, Move::Delete).await;
            assert_eq!(late, Err(PortalError::SignInRequired), "their session went with their only account");
        }
    });
}
