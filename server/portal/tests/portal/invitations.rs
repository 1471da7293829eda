//! Invitations: who is invited to what, by whom and how often, and what must never come of it.

use crate::support::acts::{Act, Scene};
use crate::support::behind::Rows;
use crate::support::contacts::{account, colleague, form, on, run_command, submission, with_login};
use crate::support::invitations::{
    GUEST, contact_of, invitations, invite, join, read, reviewed, send, step, token_for, token_problem,
};
use crate::support::{START, World, for_each_database, secret};
use async_trait::async_trait;
use domain::access::Denied;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::{ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::id::ContactId;
use domain::invitation::{InvitationVerb, InvitePeople, Invited, MakeInvitationLink};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::problem::ContactProblem;
use domain::problem::InvitationProblem;
use domain::problem::Problem;
use domain::right::Right;
use domain::role::Role;
use domain::status::ContactStatus;

#[test]
fn nobody_invites_to_more_than_they_may_give() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) =
            colleague(&world, acting, &owner, with_login("Max", "max@example.com", &[Role::Manager])).await;
        let (_, helper) =
            colleague(&world, acting, &owner, with_login("Hans", "hans@example.com", &[Role::Technical])).await;
        let paying = InvitePeople { privileges: PrivilegeSet::of(&[Privilege::BillingMethods]), ..invite(GUEST, &[]) };
        let refused = send(&world, &manager, acting, reviewed(paying)).await;
        assert!(matches!(refused, Err(PortalError::Denied { why: Denied::BeyondGrant(_) })));
        let refused = send(&world, &helper, acting, invite(GUEST, &[])).await;
        let missing = Denied::Missing(Right::Privilege(Privilege::ContactsManage));
        assert_eq!(refused, Err(PortalError::Denied { why: missing }));
        let own = send(&world, &manager, acting, invite("MAX@example.com", &[Role::Billing])).await;
        assert!(matches!(own, Err(PortalError::Invalid { .. })), "nobody invites themselves");
        assert_eq!(world.count(Rows::Invitations).await, 0);
    });
}

#[test]
fn what_the_summary_did_not_show_is_not_given() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let shown = invite(GUEST, &[Role::Billing]);
        let other = InvitePeople { roles: [Role::Manager].into_iter().collect(), ..shown.clone() };
        let asked = send(&world, &owner, acting, other).await;
        assert_eq!(asked, Err(PortalError::invalid("reviewed", InvitationProblem::ReviewFirst)));
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE state = 'pending'").await, 0);
        send(&world, &owner, acting, shown).await.expect("it is sent as it was shown");
    });
}

#[test]
fn several_addresses_are_invited_at_once_and_each_problem_is_named() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let form = invite("a@x.example, B@x.example;b@X.example\nc@x.example", &[Role::Billing]);
        let again = form.clone();
        assert_eq!(send(&world, &owner, acting, form).await, Ok(Invited { at_once: 0, waiting: 3 }));
        assert_eq!(send(&world, &owner, acting, again).await, Ok(Invited { at_once: 0, waiting: 3 }), "a retry");
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE state = 'pending'").await, 3);
        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE kind = 'invited'").await, 1);

        let past = InvitePeople { ends_on: "2025-12-30".to_owned(), ..invite("d@x.example A@x.example nobody", &[]) };
        let Err(PortalError::Invalid { fields }) = send(&world, &owner, acting, past).await else {
            panic!("it must be refused");
        };
        let named: Vec<&str> = fields.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(named, ["emails", "ends_on"], "{fields:?}");
        let taken = send(&world, &owner, acting, invite("A@x.example d@x.example", &[])).await;
        let Err(PortalError::Invalid { fields }) = taken else { panic!("it must be refused") };
        assert!(
            matches!(&fields[0].problem, Problem::Contact(ContactProblem::TakenBy { name, .. }) if name == "a@x.example")
        );
        assert_eq!(world.number("SELECT COUNT(*) FROM contacts WHERE email = 'd@x.example'").await, 0);
    });
}

#[test]
fn an_address_that_reads_like_another_is_asked_about_first() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        // The first letter is Cyrillic.
        let (plain, twin) = ("olga@elsewhere.example", "оlga@elsewhere.example");
        let lookalike = |field| PortalError::invalid(field, Problem::Lookalike { address: twin.to_owned() });
        let sent = send(&world, &owner, acting, invite(&format!("{plain} {twin}"), &[])).await;
        assert_eq!(sent, Err(lookalike("emails")));
        let contacts = &world.portal().ports.contacts;
        let add = || SaveContact { email: twin.to_owned(), ..form("Olga", "") };
        assert_eq!(contacts.save(&owner, acting, add()).await, Err(lookalike("email")));
        assert_eq!(
            world.number("SELECT COUNT(*) FROM contacts WHERE owner IS NULL").await,
            0,
            "nothing is half-written"
        );

        let meant = InvitePeople { meant: true, ..invite(&format!("{plain} {twin}"), &[]) };
        assert_eq!(send(&world, &owner, acting, meant).await, Ok(Invited { at_once: 0, waiting: 2 }));
        // Neither is the other, and who is there already is not asked about again.
        let contact = contact_of(&world, &owner, acting, twin).await;
        let edit = SaveContact {
            contact: Some(contact.row.id),
            version: contact.version,
            email: twin.to_owned(),
            ..form("Olga", "")
        };
        contacts.save(&owner, acting, edit).await.expect("the address is the same");
    });
}

#[test]
fn whoever_is_deleted_suspended_or_gone_elsewhere_is_not_invited_any_more() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        send(&world, &owner, acting, invite(GUEST, &[])).await.expect("it is sent");
        let contact = contact_of(&world, &owner, acting, GUEST).await.row.id;
        let token = token_for(&world, GUEST).await;
        run_command(&world, &owner, acting, contact, ContactVerb::Delete).await.expect("it is deleted");
        assert_eq!(join(&world, &token, START).await.map(|_| ()), Err(token_problem(Problem::LinkDead)));
        run_command(&world, &owner, acting, contact, ContactVerb::Restore).await.expect("it is restored");
        assert_eq!(read(&world, &owner, acting, contact).await.row.status, ContactStatus::ContactOnly);
        assert_eq!(join(&world, &token, START).await.map(|_| ()), Err(token_problem(Problem::LinkDead)));
        let refused = step(&world, &owner, acting, contact, InvitationVerb::Resend).await;
        assert!(matches!(refused, Err(PortalError::Conflict { .. })));
    });
}

#[test]
fn the_address_of_an_invitation_stays_and_its_rights_can_be_edited() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        send(&world, &owner, acting, invite(GUEST, &[Role::Billing])).await.expect("it is sent");
        let page = contact_of(&world, &owner, acting, GUEST).await;
        let edit = SaveContact {
            submission: Some(submission()),
            contact: Some(page.row.id),
            version: page.version,
            first_name: "Gwen".to_owned(),
            last_name: "Geist".to_owned(),
            roles: [Role::Technical].into_iter().collect(),
            ..SaveContact::default()
        };
        let moved = SaveContact { email: "thief@x.example".to_owned(), submission: Some(submission()), ..edit.clone() };
        let contacts = &world.portal().ports.contacts;
        let refused = contacts.save(&owner, acting, moved).await;
        assert_eq!(refused, Err(PortalError::invalid("email", ContactProblem::InvitedAddress)));
        let login = SaveContact {
            login: true,
            password: secret("given by another 93"),
            submission: Some(submission()),
            ..edit.clone()
        };
        let refused = contacts.save(&owner, acting, login).await;
        assert_eq!(refused, Err(PortalError::invalid("email", ContactProblem::InvitedAddress)));
        contacts.save(&owner, acting, edit).await.expect("rights can be changed before it is accepted (S4.7)");
        let (_, guest) = join(&world, &token_for(&world, GUEST).await, START).await.expect("it is accepted");
        let view = world.portal().ports.accounts.open(&guest, acting).await.expect("the guest enters");
        let held = &view.actor.standing.effective;
        assert!(held.has(Privilege::TicketsOpen) && !held.has(Privilege::BillingView));
        assert_eq!(contact_of(&world, &owner, acting, GUEST).await.row.name, "Gwen Geist", "the name given stays");
    });
}

#[test]
fn an_account_sends_a_hundred_invitations_a_day() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let batch = |number: usize| {
            let emails: Vec<String> = (0..20).map(|i| format!("p{}@x.example", number * 20 + i)).collect();
            invite(&emails.join(" "), &[])
        };
        for number in 0..5 {
            send(&world, &owner, acting, batch(number)).await.expect("they are sent");
        }
        let refused = send(&world, &owner, acting, batch(5)).await;
        assert!(matches!(refused, Err(PortalError::TooMany { .. })), "{refused:?}");
        assert_eq!(world.count(Rows::Invitations).await, 100);
    });
}

#[test]
fn after_twenty_registered_people_a_day_everybody_accepts_first() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        for number in 0..21 {
            world.account_of(&format!("known{number}@x.example")).await;
        }
        let all = |from: usize, to: usize| {
            let emails: Vec<String> = (from..to).map(|i| format!("known{i}@x.example")).collect();
            invite(&emails.join(" "), &[])
        };
        assert_eq!(send(&world, &owner, acting, all(0, 20)).await, Ok(Invited { at_once: 20, waiting: 0 }));
        assert_eq!(send(&world, &owner, acting, all(20, 21)).await, Ok(Invited { at_once: 0, waiting: 1 }));
    });
}

#[test]
fn another_account_s_invitations_are_nobody_s_business() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of("rival@rival.example").await;
        let rival = world.signed_in("rival@rival.example", START).await;
        let there = on(world.portal().ports.accounts.mine(&rival).await.expect("accounts")[0].id);
        send(&world, &owner, acting, invite(GUEST, &[])).await.expect("it is sent");
        let contact = contact_of(&world, &owner, acting, GUEST).await.row.id;
        for acting in [there, acting] {
            for to in [InvitationVerb::Resend, InvitationVerb::Cancel] {
                assert_eq!(step(&world, &rival, acting, contact, to).await, Err(PortalError::NotFound));
            }
            let link = invitations(&world).link(&rival, acting, MakeInvitationLink { contact }).await;
            assert_eq!(link, Err(PortalError::NotFound));
        }
    });
}

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![
        Box::new(Inviting),
        Box::new(Stepping(InvitationVerb::Resend)),
        Box::new(Stepping(InvitationVerb::Cancel)),
        Box::new(Linking),
    ]
}

async fn invited(scene: &Scene<'_>, number: usize) -> ContactId {
    let form = invite(&format!("victim{number}@example.com"), &[]);
    send(scene.world, &scene.owner, scene.acting, form).await.expect("the owner may");
    scene.world.text("SELECT id FROM contacts ORDER BY id DESC LIMIT 1").await.parse().expect("an id")
}

#[derive(Debug)]
struct Inviting;

#[async_trait(?Send)]
impl Act for Inviting {
    fn use_case(&self) -> &'static str {
        "Invitations::send"
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, number: usize) -> Result<(), PortalError> {
        let form = invite(&format!("guest{number}@example.com"), &[]);
        send(scene.world, &scene.manager, scene.acting, form).await.map(drop)
    }
}

#[derive(Debug)]
struct Stepping(InvitationVerb);

#[async_trait(?Send)]
impl Act for Stepping {
    fn use_case(&self) -> &'static str {
        "Invitations::run_command"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        invited(scene, number).await
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, _: usize) -> Result<(), PortalError> {
        step(scene.world, &scene.manager, scene.acting, victim, self.0).await
    }
}

#[derive(Debug)]
struct Linking;

#[async_trait(?Send)]
impl Act for Linking {
    fn use_case(&self) -> &'static str {
        "Invitations::link"
    }

    async fn prepare(&mut self, scene: &Scene<'_>, number: usize) -> ContactId {
        invited(scene, number).await
    }

    async fn attempt(&self, scene: &Scene<'_>, victim: ContactId, _: usize) -> Result<(), PortalError> {
        let change = MakeInvitationLink { contact: victim };
        scene.ports().invitations.link(&scene.manager, scene.acting, change).await.map(drop)
    }
}

/// For `limits.rs`: everything here that names a contact, and each answer.
pub async fn named(world: &World, who: &Caller, acting: Acting, contact: ContactId) -> Vec<Result<(), PortalError>> {
    let link = MakeInvitationLink { contact };
    vec![
        step(world, who, acting, contact, InvitationVerb::Resend).await,
        step(world, who, acting, contact, InvitationVerb::Cancel).await,
        invitations(world).link(who, acting, link).await.map(drop),
    ]
}
