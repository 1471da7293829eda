//! Invitations: sending them, their links, and answering.

use crate::support::contacts::submission;
use crate::support::{PASSWORD, World, secret, visitor};
use domain::acting::Acting;
use domain::caller::Caller;
use domain::contact::ContactPage;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId};
use domain::invitation::{
    AcceptInvitation, DeclineInvitation, InvitationAnswer, InvitationCommand, InvitationVerb, Invitations,
    InvitePeople, Invited, JoinByInvitation,
};
use domain::problem::Problem;
use domain::provider::RegisteredPeople;
use domain::role::Role;
use domain::text::Secret;
use domain::time::Timestamp;
use std::sync::Arc;

pub const GUEST: &str = "guest@elsewhere.example";

pub fn invitations(world: &World) -> Arc<dyn Invitations> {
    Arc::clone(&world.portal().ports.invitations)
}

/// The provider's setting to wait for acceptance.
pub fn everybody_accepts_first(config: &mut portal::Config) {
    config.provider.registered_people = RegisteredPeople::AfterAcceptance;
}

/// The form as somebody fills it in, who has read the summary.
pub fn invite(emails: &str, roles: &[Role]) -> InvitePeople {
    let form = InvitePeople {
        submission: Some(submission()),
        emails: emails.to_owned(),
        roles: roles.iter().copied().collect(),
        ..InvitePeople::default()
    };
    reviewed(form)
}

pub fn reviewed(form: InvitePeople) -> InvitePeople {
    InvitePeople { reviewed: form.rights().fingerprint(), ..form }
}

pub async fn send(world: &World, caller: &Caller, acting: Acting, form: InvitePeople) -> Result<Invited, PortalError> {
    invitations(world).send(caller, acting, form).await
}

/// The token of the newest mailed link to this address.
pub async fn token_for(world: &World, email: &str) -> Secret {
    let mails = world.outbox().await;
    let mail = mails.iter().find(|mail| mail.to == email && mail.text.contains("/invitations/"));
    token_in(&mail.expect("a mail has a link").text)
}

/// The token of the mail that tells somebody registered of the access they were given at once.
pub async fn given_to(world: &World, owner: &Caller, acting: Acting, email: &str) -> Secret {
    let sent = send(world, owner, acting, invite(email, &[Role::Billing])).await;
    assert_eq!(sent, Ok(Invited { at_once: 1, waiting: 0 }));
    token_for(world, email).await
}

pub fn token_in(text: &str) -> Secret {
    let (_, rest) = text.split_once("https://portal.example/invitations/").expect("a link to the portal");
    secret(rest.split_whitespace().next().expect("a token"))
}

pub async fn contact_of(world: &World, caller: &Caller, acting: Acting, email: &str) -> ContactPage {
    let list = world.portal().ports.contacts.list(caller, acting, domain::contact::ContactQuery::default()).await;
    let row = list.expect("the list is shown").rows.into_iter().find(|row| row.email == email);
    read(world, caller, acting, row.expect("it is in the list").id).await
}

pub async fn read(world: &World, caller: &Caller, acting: Acting, contact: ContactId) -> ContactPage {
    world.portal().ports.contacts.read(caller, acting, contact).await.expect("the contact is shown")
}

pub async fn join(world: &World, token: &Secret, now: Timestamp) -> Result<(AccountId, Caller), PortalError> {
    let change = JoinByInvitation {
        token: token.clone(),
        first_name: "Gwen".to_owned(),
        last_name: "Guest".to_owned(),
        password: secret(PASSWORD),
        again: secret(PASSWORD),
    };
    let (account, session) = invitations(world).join(&visitor(now), change).await?;
    Ok((account, world.caller(&session.token, now).await.expect("the session lives")))
}

pub async fn accept(world: &World, caller: &Caller, token: &Secret) -> Result<AccountId, PortalError> {
    invitations(world).accept(caller, AcceptInvitation { token: token.clone() }).await
}

pub async fn decline(world: &World, token: &Secret, reason: &str, now: Timestamp) -> Result<(), PortalError> {
    let change = DeclineInvitation { token: token.clone(), reason: reason.to_owned() };
    invitations(world).decline(&visitor(now), change).await
}

pub async fn answer(world: &World, caller: &Caller, token: &Secret) -> Result<InvitationAnswer, PortalError> {
    invitations(world).open(caller, token.clone()).await.map(|page| page.answer)
}

pub async fn step(
    world: &World,
    caller: &Caller,
    acting: Acting,
    contact: ContactId,
    to: InvitationVerb,
) -> Result<(), PortalError> {
    invitations(world).run_command(caller, acting, InvitationCommand { submission: submission(), contact, to }).await
}

pub fn token_problem(problem: impl Into<Problem>) -> PortalError {
    PortalError::invalid("token", problem)
}

/// Whether somebody can enter the account.
pub async fn enters(world: &World, caller: &Caller, acting: Acting) -> bool {
    world.portal().ports.accounts.open(caller, acting).await.is_ok()
}
